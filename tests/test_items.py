"""Systems, typed items and people in text: names, types, quantities, and what is no count."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from aidflows.extraction import extract_document, extract_figures
from aidflows.gazetteer.lists import load_countries, load_list, load_organisations, load_systems, load_types
from aidflows.records import Document

HARDWARE = [
    # text, surface, system type, quantity
    ("Türkiye sold 24 Bayraktar TB2 drones to Poland.", "Bayraktar TB2 drones", "UAV", 24),
    ("It bought three TB2s from Türkiye.", "TB2s", "UAV", 3),
    ("Sweden will send 14 tanks to Ukraine.", "tanks", "tank", 14),
    ("Germany delivered 30 Gepard to Ukraine.", "Gepard", "anti-aircraft gun", 30),
    ("India ordered 10-12 Su-24 from Russia.", "Su-24", "fighter aircraft", 11),
    ("Norway donated 100,000 artillery rounds to Ukraine.", "artillery rounds", "ammunition", 100000),
    ("Spain supplied 20 M113 armoured personnel carriers to Ukraine.", "M113 armoured personnel carriers", "APC", 20),
    ("The United States sent twenty (20) HIMARS to Romania.", "HIMARS", "MLRS", 20),
    ("Israel sold the Harop to Azerbaijan.", "Harop", "loitering munition", None),
    ("Serbia got a battery of Pantsir-S1 from Russia.", "Pantsir-S1", "SAM system", None),
]
NO_QUANTITY = [
    ("Azerbaijan bought 107 and 122 mm rocket launchers from Türkiye.", "calibres"),
    ("The tanks of the 3rd army moved.", "a bare type noun"),
    ("A military vehicle firm sold shares.", "a firm"),
    ("In 2020 tanks rolled on.", "a year"),
]


@pytest.mark.parametrize(("text", "surface", "system_type", "quantity"), HARDWARE, ids=[r[1] for r in HARDWARE])
def test_hardware(text: str, surface: str, system_type: str, quantity: int | None) -> None:
    """A system or typed item is found with its type and the count before it."""
    figures = [f for f in extract_figures(text).figures if f.kind == "hardware"]

    assert (surface, system_type, quantity) in [
        (f.surface, f.system_type, f.value if f.value is None else int(f.value)) for f in figures
    ]


@pytest.mark.parametrize(("text", "why"), NO_QUANTITY, ids=[r[1] for r in NO_QUANTITY])
def test_no_quantity(text: str, why: str) -> None:
    """Calibres, years and bare nouns are no counts."""
    assert [f.surface for f in extract_figures(text).figures if f.kind == "hardware" and f.value is not None] == [], why


def test_system_names_are_unique() -> None:
    """No name leads to two systems, and every system has its own name among its aliases."""
    seen: dict[str, str] = {}
    for row in load_list("systems"):
        for alias in row["aliases"].split("|"):
            assert seen.setdefault(alias, row["system_id"]) == row["system_id"], alias
        assert row["name"] in row["aliases"].split("|"), row["system_id"]


def test_gazetteer_codes_are_known() -> None:
    """Types and countries named in the gazetteer exist, and each type's example is found as that type."""
    for row in load_systems().values():
        assert row["system_type"] in load_types()
        assert row["origin_iso3"] in load_countries() or row["origin_iso3"] == ""
    for org in load_organisations().values():
        assert org["country_iso3"] in load_countries()


@pytest.mark.parametrize("code", ["XKX", "SUN", "NAM", "YUG", "EUU", "XXU"])
def test_special_countries(code: str) -> None:
    """Kosovo, former states, Namibia (NA), the EU and the unknown party have their codes."""
    assert code in load_countries()


@pytest.mark.parametrize(
    ("code", "cow", "gw"),
    [
        ("YEM", "679", "678"),
        ("DEU", "255", "260"),
        ("SRB", "345", "340"),
        ("VNM", "816", "816"),
        ("TUR", "640", "640"),
        ("AZE", "373", "373"),
    ],
)
def test_country_codes(code: str, cow: str, gw: str) -> None:
    """COW and Gleditsch-Ward codes are right where the two differ or are known to be wrong elsewhere."""
    assert (cow, gw) == (load_countries()[code]["cow_code"], load_countries()[code]["gw_code"])


COUNTS = list(csv.DictReader((Path(__file__).parent / "counts.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", COUNTS, ids=lambda row: f"{row['lang']}-{row['text'][:40]}")
def test_counts_in_every_language(row: dict[str, str]) -> None:
    """Names and type nouns are found with the count printed beside them, before or behind; nothing else is."""
    document = Document("row", row["text"].removesuffix(".") + ".", row["lang"])
    found = [f for f in extract_document(document).figures if f.kind == "hardware"]
    if not row["surface"]:
        assert not found
        return
    named = [f for f in found if row["surface"].lower() in f.surface.lower()]
    assert named, [f.surface for f in found]
    assert {f.value for f in named} == {Decimal(row["count"]) if row["count"] else None}


def test_a_noun_has_one_type() -> None:
    """Within a language a noun names one type of system, or it would be counted twice."""
    for language in {row["lang"] for row in load_list("type_nouns")}:
        nouns = [n.lstrip("+") for r in load_list("type_nouns") if r["lang"] == language for n in r["nouns"].split("|")]
        assert not [n for n in set(nouns) if nouns.count(n) > 1], language
    english = [noun for row in load_list("system_types") for noun in row["nouns"].split("|")]
    assert len(english) == len(set(english))


YEARS = list(csv.DictReader((Path(__file__).parent / "years.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", YEARS, ids=lambda row: f"{row['lang']}-{row['text'][:40]}")
def test_one_sale_dated_in_every_language(row: dict[str, str]) -> None:
    """One sale told in ten languages: the count, who sold, who bought, and the year of the deal however it is written."""
    (drones,) = extract_document(Document("row", row["text"], row["lang"])).figures

    assert (drones.value, drones.suppliers, drones.recipients) == (6, ("CHN",), ("SRB",))
    assert drones.year == (int(row["year"]) if row["year"] else None)


VERBS = list(csv.DictReader((Path(__file__).parent / "verbs.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row['lang']}-{row['text'][:50]}")
def test_who_gives_in_every_language(row: dict[str, str]) -> None:
    """Ten tanks go from Sweden to Ukraine, whatever verb, voice, noun or order of words tells it."""
    (tanks,) = extract_document(Document("row", row["text"], row["lang"])).figures

    assert (tanks.value, tanks.suppliers, tanks.recipients) == (10, ("SWE",), ("UKR",))
