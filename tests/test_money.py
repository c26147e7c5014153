"""Money in text: what is found, with which amount and currency, and what must not be found."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidflows.extraction import extract_document
from aidflows.recognise.money import find_money
from aidflows.recognise.numbers import parse_number, step_of
from aidflows.records import Document

FOUND = [
    # text, surface, low, high, currency, language
    ("It set aside US\\$ 2,750,000 for it.", "US\\$ 2,750,000", 2750000, 2750000, "USD", "en"),
    ("of which \\$180,000 was cash", "\\$180,000", 180000, 180000, "USD", "en"),
    ("worth $3-5 million.", "$3-5 million", 3000000, 5000000, "USD", "en"),
    ("ran from $250,000 to $1 million.", "$250,000 to $1 million", 250000, 1000000, "USD", "en"),
    ("between $3 and $4.5 billion", "$3 and $4.5 billion", 3000000000, 4500000000, "USD", "en"),
    ("holds USD10m now", "USD10m", 10000000, 10000000, "USD", "en"),
    ("about A$1.5m more", "A$1.5m", 1500000, 1500000, "AUD", "en"),
    ("some C$2 million", "C$2 million", 2000000, 2000000, "CAD", "en"),
    ("cost 13 billion lira", "13 billion lira", 13000000000, 13000000000, "TRY", "en"),
    ("was $850k a year", "$850k", 850000, 850000, "USD", "en"),
    ("a $1tn plan", "$1tn", 10**12, 10**12, "USD", "en"),
    ("for 30 MUSD in all", "30 MUSD", 30000000, 30000000, "USD", "en"),
    ("paid CHF 1'250'000 then", "CHF 1'250'000", 1250000, 1250000, "CHF", "en"),
    ("som 12 500 000 € till", "12 500 000 €", 12500000, 12500000, "EUR", "sv"),
    ("Rs 12,34,567 only", "Rs 12,34,567", 1234567, 1234567, "INR", "en"),
    ("a Rs 39,000 crore deal", "Rs 39,000 crore", 390000000000, 390000000000, "INR", "en"),
    ("two and a half billion dollars went", "two and a half billion dollars", 2500000000, 2500000000, "USD", "en"),
    ("half a million euros", "half a million euros", 500000, 500000, "EUR", "en"),
    ("read $ 3 , 450 , 000 there", "$ 3 , 450 , 000", 3450000, 3450000, "USD", "en"),
    ("was US$2.4\nmillion in", "US$2.4\nmillion", 2400000, 2400000, "USD", "en"),
    ("a $250-million package", "$250-million", 250000000, 250000000, "USD", "en"),
    ("worth $240,000,000[14] (Oz)", "$240,000,000", 240000000, 240000000, "USD", "en"),
    ("£2.3bn of kit", "£2.3bn", 2300000000, 2300000000, "GBP", "en"),
    ("1,9 milyon dolardan 5 milyona", "1,9 milyon dolar", 1900000, 1900000, "USD", "tr"),
    ("3 milyar 224 milyon dolar olarak", "3 milyar 224 milyon dolar", 3224000000, 3224000000, "USD", "tr"),
    ("auf 3,4 Mrd. Euro erhöht", "3,4 Mrd. Euro", 3400000000, 3400000000, "EUR", "de"),
    ("um 1.250.000 EUR mehr", "1.250.000 EUR", 1250000, 1250000, "EUR", "de"),
    ("pour 2,7 millions d'euros de", "2,7 millions d'euros", 2700000, 2700000, "EUR", "fr"),
    ("unos 1.800 millones de euros al", "1.800 millones de euros", 1800000000, 1800000000, "EUR", "es"),
    ("na 15 mld zł w", "15 mld zł", 15000000000, 15000000000, "PLN", "pl"),
    ("на 300 млн долларов США", "300 млн долларов США", 300000000, 300000000, "USD", "ru"),
    ("för 1,2 miljarder kronor", "1,2 miljarder kronor", 1200000000, 1200000000, "SEK", "sv"),
]
NOT_FOUND = [
    ("A 155-pound shell and 208 pounds of fuel.", "weights"),
    ("At Euro 2020 the F-16 Block 50 flew.", "a tournament"),
    ("In 2021, Unit 2021 fired 122 mm rockets, p. 186.", "years, calibres, pages"),
    ("See cop29_video-3274064$ for more.", "an address that ends in math"),
    ("It rose by 15 percent to 30%.", "percentages"),
    ("The S-400, M113 and Su-30 arrived.", "model names"),
    ("Article 51/2 of 1949 and resolution 907.", "article numbers"),
]


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "currency", "language"), FOUND, ids=[r[0][:30] for r in FOUND]
)
def test_found(text: str, surface: str, low: int, high: int, currency: str, language: str) -> None:
    """An amount is found with its exact surface, bounds and currency."""
    found = list(find_money(text, language))

    assert [(surface, Decimal(low), Decimal(high), currency)] == [
        (text[m.start : m.end], m.low, m.high, m.currency) for m in found[:1]
    ]


@pytest.mark.parametrize(("text", "why"), NOT_FOUND, ids=[r[1] for r in NOT_FOUND])
def test_not_found(text: str, why: str) -> None:
    """What only looks like money is not money."""
    assert [text[m.start : m.end] for m in find_money(text)] == [], why


def test_shared_currency() -> None:
    """A list shares magnitude and currency; each amount is a figure of its own."""
    text = "Tranches of 20, 35 and 50 million euros, then 435,000 euros in May and 380,000 in June."

    assert [int(m.low or 0) for m in find_money(text)] == [20000000, 35000000, 50000000, 435000, 380000]


def test_vague() -> None:
    """Billions of dollars are found, with the amount unknown."""
    (found,) = find_money("It cost tens of billions of dollars.")

    assert (found.low, found.currency, found.shape) == (None, "USD", "vague")


@given(st.integers(1, 10**12))
def test_grouping_is_read_back(value: int) -> None:
    """Any whole amount written with English, German or spaced grouping is read back exactly."""
    text = f"{value:,}"

    assert value == parse_number(text)
    assert value == parse_number(text.replace(",", "."), "de") or value < 1000
    assert value == parse_number(text.replace(",", "\u00a0"))


@given(
    st.integers(1, 9999),
    st.integers(0, 99),
    st.sampled_from(
        [("$", "", 1), ("USD ", "", 1), ("€", " million", 10**6), ("£", "bn", 10**9), ("", " billion dollars", 10**9)]
    ),
)
def test_rendered_amounts_are_read_back(whole: int, cents: int, shape: tuple[str, str, int]) -> None:
    """Any amount in any supported shape is read back exactly, at its span."""
    before, after, scale = shape
    number = f"{whole}.{cents:02d}"
    text = f"They paid {before}{number}{after} then."
    (found,) = find_money(text)

    assert Decimal(number) * scale == found.low
    assert f"{before}{number}{after}" == text[found.start : found.end]


@given(st.text(max_size=300))
def test_never_crashes(text: str) -> None:
    """Any text is read without an error, and spans lie inside it in order."""
    ends = [0]
    for money in find_money(text):
        assert ends[-1] <= money.start < money.end <= len(text) or money.shape == "vague"
        ends.append(money.start)


@pytest.mark.parametrize(
    ("surface", "half"),
    [
        ("2,222,000", 500),
        ("5,000,000", 500000),
        ("1", Decimal("0.5")),
        ("89.9", Decimal("0.05")),
        ("6.95", Decimal("0.005")),
    ],
)
def test_step(surface: str, half: int) -> None:
    """Half a unit of the last digit that counts; printed decimals count."""
    assert half == step_of(surface, Decimal(1))


AMOUNTS = list(csv.DictReader((Path(__file__).parent / "amounts.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", AMOUNTS, ids=lambda row: f"{row['lang']}-{row['text'][:30]}")
def test_amounts_in_every_language(row: dict[str, str]) -> None:
    """Signs, codes, words, magnitudes and numbers in words are read; without a currency nothing is; a vague amount has no value."""
    found = list(find_money(row["text"], row["lang"]))
    if not row["currency"]:
        assert not found
        return
    (money,) = found
    assert money.currency == row["currency"]
    assert money.low == (Decimal(row["value"]) if row["value"] else None)


QUALIFIERS = list(csv.DictReader((Path(__file__).parent / "qualifiers.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", QUALIFIERS, ids=lambda row: f"{row['lang']}-{row['text'][:40]}")
def test_qualifiers_in_every_language(row: dict[str, str]) -> None:
    """Words and signs around an amount say whether it is about, a bound or a range; others leave it exact."""
    (money,) = [f for f in extract_document(Document("row", row["text"], row["lang"])).figures if f.kind == "money"]

    assert money.qualifier == row["qualifier"]


SCOPES = list(csv.DictReader((Path(__file__).parent / "scopes.csv").open(encoding="utf-8", newline="")))


@pytest.mark.parametrize("row", SCOPES, ids=lambda row: f"{row['lang']}-{row['text'][:40]}")
def test_scope_in_every_language(row: dict[str, str]) -> None:
    """Sales, aid, loans and exports are in scope; budgets, output, trade, turnover, own procurement, losses and unit prices are not."""
    (money,) = [f for f in extract_document(Document("row", row["text"], row["lang"])).figures if f.kind == "money"]

    assert money.in_scope == (row["scope"] == "in")
