"""Finds amounts in words (`half a million euros`) and vague ones (`billions of dollars`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import number_words, parse_words, words_pattern
from aidflows.recognise.tokens import Token, alternatives, currencies, magnitudes
from aidflows.records import Money


@cache
def _worded_pattern() -> re.Pattern[str]:
    mags = alternatives(
        [r["token"] for r in load_list("magnitudes") if r["lang"] not in ("glued",) and len(r["token"]) > 2]
    )
    names = [
        r["token"]
        for r in load_list("currencies")
        if r["side"] in ("after", "both") and r["token"][0].isalpha() and len(r["token"]) > 2
    ]
    return re.compile(rf"[\s-]+(?P<mag>{mags})[\s-]+(?P<cur>{alternatives(names)})(?!\w)")


def find_worded(text: str, language: str = "en") -> list[Token]:
    """Numbers in words before a magnitude and a currency: `two and a half billion dollars`."""
    out = []
    for match in _near(text, _worded_pattern(), 3, 48):
        head = text[max(0, match.start() - 40) : match.start()]
        for word in words_pattern(language).finditer(head):
            if word.end() != len(head):
                continue
            value = parse_words(word.group(), language)
            scale = magnitudes()[match.group("mag")]
            if value is None:
                continue
            start = match.start() - len(word.group())
            if word.group().lower() in ("on", "sei", "un", "a", "an") and word.group().lower() not in number_words(
                language
            ):
                continue
            currency = currencies()[match.group("cur")]
            out.append(Token(start, match.end(), value, word.group(), scale, currency, match.start(), False, scale / 2))
    return out


@cache
def _vague_pattern() -> re.Pattern[str]:
    names = [
        r["token"]
        for r in load_list("currencies")
        if r["side"] == "after" and r["lang"] in ("en", "") and len(r["token"]) > 2
    ]
    return re.compile(
        rf"\b(?:(?:tens|hundreds|dozens|several)\s+(?:of\s+)?)?(?:hundreds|thousands|millions|billions|trillions)\s+(?:of\s+)?(?:{alternatives(names)})(?!\w)",
        re.IGNORECASE,
    )


ANCHORS = (
    "illion",
    "illiard",
    "ilyon",
    "ilyar",
    "rilyon",
    "иллион",
    "иллиард",
    "ильйон",
    "ільярд",
    "thousand",
    "hundred",
    "crore",
    "lakh",
    "iljon",
    "iljard",
    "ilion",
    "iliard",
)


def _near(
    text: str, pattern: re.Pattern[str], before: int, after: int, anchors: tuple[str, ...] = ANCHORS
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around anchors, left to right; a plain search for a few letters costs next to nothing."""
    places: set[int] = set()
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            places.add(at)
            at = text.find(anchor, at + 1)
    done = 0
    for at in sorted(places):
        for match in pattern.finditer(text, max(done, at - before), min(len(text), at + after)):
            if match.start() >= done:
                done = match.end()
                yield match


def find_vague(text: str) -> list[Money]:
    """Return vague amounts: found, with the amount unknown."""
    out = []
    for match in _near(text, _vague_pattern(), 24, 40, ("llions ", "usands ", "ndreds ")):
        word = re.split(r"\s+", match.group())[-1]
        currency = currencies().get(word) or currencies().get(word.lower()) or "USD"
        out.append(Money(match.start(), match.end(), None, None, currency, "vague", Decimal(0)))
    return out
