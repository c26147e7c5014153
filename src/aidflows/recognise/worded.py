"""Finds amounts in words (`half a million euros`) and vague ones (`billions of dollars`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import number_words, parse_words, words_pattern
from aidflows.recognise.tokens import Token, alternatives, currencies, magnitudes
from aidflows.records import Money, Span


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


def find_worded(text: str, marks: list[Span], language: str = "en") -> list[Token]:
    """Return numbers in words before a magnitude and the marked currencies: `two and a half billion dollars`."""
    out = []
    for match in _beside(text, _worded_pattern(), marks):
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


def _beside(text: str, pattern: re.Pattern[str], marks: list[Span]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that ends with a marked currency, left to right."""
    done = 0
    for a, b in marks:
        match = pattern.search(text, max(done, a - 48), min(len(text), b + 16))
        if match:
            done = match.end()
            yield match


def find_vague(text: str, marks: list[Span]) -> list[Money]:
    """Return vague amounts before the marked currencies: found, with the amount unknown."""
    out = []
    for match in _beside(text, _vague_pattern(), marks):
        word = re.split(r"\s+", match.group())[-1]
        currency = currencies().get(word) or currencies().get(word.lower()) or "USD"
        out.append(Money(match.start(), match.end(), None, None, currency, "vague", Decimal(0)))
    return out
