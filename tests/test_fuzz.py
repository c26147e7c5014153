"""Texts put together at random: never a crash, surfaces at their spans, bounds in order."""

from __future__ import annotations

import random

import pytest

from aidflows.candidates import add_flows
from aidflows.extraction import extract_document
from aidflows.records import Document

WORDS = [
    "Türkiye",
    "Azerbaijan",
    "sold",
    "bought",
    "$3",
    "million",
    "€",
    "5bn",
    "20",
    ",",
    ".",
    "\n\n\n",
    "|",
    "-",
    "(",
    ")",
    "%",
    "TB2",
    "tanks",
    "of",
    "which",
    "Of",
    "this",
    "total",
    "in",
    "cash",
    "2010",
    "May",
    "1999",
    "FY2022",
    "more",
    "than",
    "about",
    "to",
    "from",
    "by",
    "between",
    "and",
    "or",
    "£1.2bn",
    "the",
    "S-400",
    "personnel",
    "trained",
    "600",
    "(48)",
    "—",
    "«",
    "»",
    "“",
    "”",
    "İ",
    "ı",
    "ğ",
    "5.56",
    "mm",
    "1,2,3",
    "1.2.3",
    "$",
    "US$",
    "US\\$",
    "12,34,567",
    "crore",
    "lakh",
    "milyar",
    "млрд",
    "долларов",
    "Россия",
    "Індії",
    "|---|",
    "References",
    "https://x.y/$5m",
    "each",
    "per",
    "unit",
    "last",
    "year",
    "remainder",
    "1/2",
    "0",
    "00",
    "$0",
    "-5",
    "billion",
    "a",
    "dozen",
    "half",
    "a",
    "million",
    "euros",
]


@pytest.mark.parametrize("seed", range(300))
def test_random_texts(seed: int) -> None:
    """Any sequence of words of our field is read without a crash, with exact spans and bounds in order."""
    chance = random.Random(seed)
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 60)))
    if seed % 5 == 0:
        text = "".join(chr(chance.randint(1, 0x2FFF)) for _ in range(80)) + text
    found = extract_document(
        Document("x", text, chance.choice(["en", "tr", "de", "ru", "fr", "es", "pl", "uk", "sv", "it"]))
    )
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.surface
        if figure.quantity_start is not None:
            assert text[figure.quantity_start : figure.quantity_end] == figure.quantity_surface
        known = [v for v in (figure.value_low, figure.value, figure.value_high) if v is not None]
        assert known == sorted(known)
    add_flows(found)
