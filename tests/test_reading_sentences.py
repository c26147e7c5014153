"""Who, to whom, when, what kind: figures read from sentences of our own."""

from __future__ import annotations

import pytest

from aidflows.extraction import extract_figures
from aidflows.recognise.sentences import Sentences
from aidflows.records import Figure

PARTIES = [
    # text, supplier, recipient
    ("Azerbaijan purchased launchers worth $5 million from Türkiye.", "TUR", "AZE"),
    ("$500 million worth of equipment was exported to Azerbaijan by Türkiye.", "TUR", "AZE"),
    ("Norway will give Ukraine $75 million in military aid.", "NOR", "UKR"),
    ("The State Department approved a possible Foreign Military Sale to Poland for $400 million.", "USA", "POL"),
    ("Poland's purchases from South Korea came to $12 billion.", "KOR", "POL"),
    ("Kuwait signed a $370 million contract with Baykar.", "TUR", "KWT"),
    ("US military aid to Egypt is $1.3 billion a year.", "USA", "EGY"),
    ("Sweden has committed to providing Moldova $3 million in aid.", "SWE", "MDA"),
]
SCOPE = [
    ("The defence budget of Poland rose to $30 billion.", False, "budget"),
    ("Drones destroyed about $1 billion of equipment.", False, "loss"),
    ("The firm had a turnover of $1.4 billion.", False, "turnover"),
    ("Germany gave Ukraine $2 million in military aid.", True, "aid"),
    ("Saab sold radars worth $30 million to Brazil.", True, "sale"),
]
QUALIFIERS = [
    ("worth around $5,000,000", "about"), ("worth roughly $2,222,000", "about"), ("more than $300,000,000", "more_than"), ("at least $40 million", "at_least"),
    ("nearly $800 million", "less_than"), ("up to $90 million", "up_to"), ("$60 million", "exact"), ("$3-5 million", "range"), ("over $9 million", "more_than"),
]  # fmt: skip


def _money(text: str) -> Figure:
    return next(f for f in extract_figures(text).figures if f.kind == "money")


@pytest.mark.parametrize(("text", "supplier", "recipient"), PARTIES, ids=[r[0][:40] for r in PARTIES])
def test_parties(text: str, supplier: str, recipient: str) -> None:
    """Active, passive, nominal and possessive sentences give the same roles."""
    figure = _money(text)

    assert (supplier, recipient) == (figure.supplier, figure.recipient)


@pytest.mark.parametrize(("text", "in_scope", "why"), SCOPE, ids=[r[2] for r in SCOPE])
def test_scope(text: str, in_scope: bool, why: str) -> None:
    """Budgets, turnovers and losses are found and put out of scope; aid and sales are in."""
    assert in_scope == _money(text).in_scope, why


@pytest.mark.parametrize(("phrase", "qualifier"), QUALIFIERS)
def test_qualifier(phrase: str, qualifier: str) -> None:
    """The words before an amount qualify it."""
    assert qualifier == _money(f"Türkiye sold arms to Georgia, {phrase} in all.").qualifier


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Armenia operates 12 tanks.", "inventory"),
        ("Dozens of tanks were destroyed.", "loss"),
        ("Serbia expressed interest in 6 drones from Türkiye.", "context"),
        ("Finland delivered 6 tanks to Ukraine.", "transfer"),
    ],
)
def test_role(text: str, role: str) -> None:
    """Origin, service, loss and interest are no supply."""
    (figure,) = [f for f in extract_figures(text).figures if f.kind == "hardware"]

    assert role == figure.role


def test_part_of() -> None:
    """Of this total binds a part to the amount before it."""
    text = "In 1999 Türkiye allocated $3,450,000 to Georgia. Of this total, $165,000 was paid in cash."
    whole, part = extract_figures(text).figures

    assert whole.start == part.part_of
    assert (part.supplier, part.recipient, part.year) == ("TUR", "GEO", 1999)


def test_total_after_parts() -> None:
    """A total at the end of a sentence takes the amounts before it as parts."""
    text = "In 2010 Georgia purchased ammunition ($2 million) from MKEK, missiles ($20 million) from Roketsan and the total amount of sales was more than $30 million."
    figures = [f for f in extract_figures(text).figures if f.kind == "money"]

    assert [figures[2].start, figures[2].start, None] == [f.part_of for f in figures]


def test_conversion() -> None:
    """An amount in brackets in another currency converts the one before it."""
    first, second = [
        f
        for f in extract_figures("Japan sold radars worth roughly 10 billion yen ($89.9 million) to Chile.").figures
        if f.kind == "money"
    ]

    assert (first.start, "about") == (second.conversion_of, second.qualifier)


def test_references_are_no_evidence() -> None:
    """Addresses, reference lists and cited titles hold no figures; what is skipped is counted."""
    text = "Türkiye gave $1 million to Georgia (https://x.org/$2m).\n\nReferences\n\nOz, A. (2020). The $3 million TB2 deal. Press.\n"
    found = extract_figures(text)

    assert [f.surface for f in found.figures] == ["$1 million"]
    assert found.skipped == {"money in reference": 1, "money in url": 1, "system in reference": 1}


def test_surfaces_stand_in_the_text() -> None:
    """text[start:end] is the surface, with BOM, CR and capital dotted I kept."""
    text = "\ufeffİİİ\r\nTürkiye sold Georgia 12 tanks worth US\\$ 3,450,000.\r\n"
    found = extract_figures(text)

    assert len(found.figures) == 2
    assert all(text[f.start : f.end] == f.surface for f in found.figures)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Belgium is to provide 1.5 EUR million to Ukraine.", 1),
        ("It ended on November 28, 1989.6 It was replaced.", 2),
        ("Gen. Oz of the U.S. Army said No. 5 was sold for $2.4 million.", 1),
        ("He paid $3 million. Then Dr. Kaya left.", 2),
    ],
)
def test_sentence_bounds(text: str, count: int) -> None:
    """A decimal is no sentence end, a footnote number glued to a full stop is; abbreviations go on."""
    sentences, at, found = Sentences(text), 0, set()
    while at < len(text):
        found.add(sentences.around(at))
        at += 1

    assert len(found) == count


HEAD = "The report leaves out what Kenya gave to Chad under seal in the year 2019:\n"


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        (HEAD + "the press writes of six howitzers and of two batteries of missiles\nfrom its stocks.", True),
        (HEAD + "six howitzers of 155 mm with their ammunition and the spare parts,\nfour radars.", False),
        (HEAD + "- six howitzers of 155 mm with their ammunition and the spare parts\n", False),
        (HEAD + "Six howitzers of 155 mm with their ammunition and the spare parts\nand radars", False),
        ("Kenya gave to Chad:\nsix howitzers of 155 mm with their ammunition and the spare parts\nand radars", False),
    ],
)
def test_a_colon_at_the_end_of_a_wrapped_line(text: str, goes_on: bool) -> None:
    """Behind a colon the first line of a wrapped paragraph goes on with a small letter; an item, a capital or a short line begins anew."""
    start, _ = Sentences(text).around(text.index("howitzers"))

    assert goes_on == (start == 0)
