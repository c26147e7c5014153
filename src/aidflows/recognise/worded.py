"""Finds amounts in words (`half a million euros`) and vague ones (`billions of dollars`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import halves, parse_words, words_pattern
from aidflows.recognise.tokens import ENDING, Token, currencies, magnitudes
from aidflows.recognise.wordlists import alternatives, listed_words, plain_word
from aidflows.records import Money, Span

OF = r"(?:of\s+|de\s+|di\s+|d['’]\s?)?"


@cache
def _worded_pattern(language: str) -> re.Pattern[str]:
    mags = alternatives(
        [v for r in load_list("magnitudes") if r["lang"] != "glued" and len(r["token"]) > 2 for v in _cased(r["token"])]
    )
    half = halves(language, "*")
    return re.compile(
        rf"(?:\s(?:de|di)\s|[\s-]*)(?<!\w\w\w\w)(?P<mag>{mags})(?:\s+(?P<half>{half}))?[\s-]+{OF}(?P<cur>{_names()})(?={ENDING}(?!\w))"
    )


def _cased(word: str) -> tuple[str, str]:
    return word, word.capitalize()


@cache
def _names() -> str:
    """Return the words for currencies that stand behind their amount."""
    rows = [r["token"] for r in load_list("currencies") if r["side"] in ("after", "both")]
    return alternatives([name for name in rows if name[0].isalpha() and len(name) > 2])


@cache
def _alone() -> frozenset[str]:
    """Return the magnitudes that count one where no number stands before them: `миллиард долларов`, `mil millones`."""
    return frozenset(v for r in load_list("magnitudes") if r["alone"] for v in _cased(r["token"]))


def find_worded(text: str, marks: list[Span], language: str = "en") -> list[Token]:
    """Return numbers in words before a magnitude and the marked currencies: `two and a half billion dollars`."""
    out = []
    for match in _beside(text, _worded_pattern(language), marks):
        head = text[max(0, match.start() - 40) : match.start()]
        start, value = match.start(), None
        for word in words_pattern(language).finditer(head):
            if word.end() == len(head):
                value, start = parse_words(word.group(), language), match.start() - len(word.group())
        if value is None and plain_word(match.group("mag")) in _alone() and not _is_counted(head, match):
            value, start = Decimal(1), match.start("mag")
        if value is None:
            continue
        mag, cur = plain_word(match.group("mag")), plain_word(match.group("cur"))
        scale = magnitudes().get(mag) or magnitudes()[mag.lower()]
        value += Decimal("0.5") if match.group("half") else 0
        currency = currencies().get(cur) or currencies()[cur.lower()]
        digits = text[start : match.start()]
        out.append(Token(start, match.end(), value, digits, scale, currency, match.start(), False, scale / 2))
    return out


def _is_counted(head: str, match: re.Match[str]) -> bool:
    """True of a magnitude behind a number, or behind a word that may be one: `выделит миллиард`, but `полтора миллиарда`."""
    if not head[-1:].isalnum():
        return False
    is_case = match.group("mag").endswith(("а", "a"))  # the form behind a number
    return match.start() == match.start("mag") or head[-1:].isdigit() or is_case


@cache
def _vague_pattern(language: str) -> re.Pattern[str]:
    """A vague number with magnitude and currency, or a magnitude that itself is vague: `several billion euros`, `miliony dolarów`."""
    several, amount = (
        alternatives(listed_words("vague", "en", language, column="phrases", kind=kind))
        for kind in ("quantifier", "amount")
    )
    mags = alternatives([r["token"] for r in load_list("magnitudes") if r["lang"] != "glued" and len(r["token"]) > 2])
    return re.compile(
        rf"\b(?:(?:{several})\s+{OF}(?:(?:{amount}|{mags})\s+){OF}|(?<!\d\s)(?<!\d-)(?:{amount})\s+{OF})(?P<cur>{_names()})(?={ENDING}(?!\w))", re.IGNORECASE
    )  # fmt: skip


def _beside(text: str, pattern: re.Pattern[str], marks: list[Span]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that ends with a marked currency, left to right."""
    done = 0
    for a, b in marks:
        match = pattern.search(text, max(done, a - 48), min(len(text), b + 16))
        if match:
            done = match.end()
            yield match


UNIT_BEFORE = re.compile(r"(?:\b(?:in|en|em|w|в|i)\s|\()\Z")
UNIT_BEHIND = re.compile(r"\s*(?:\)|:|\n|\Z|\.(?=\s|\Z))")


def find_vague(text: str, marks: list[Span], language: str = "en") -> list[Money]:
    """Return vague amounts before the marked currencies: found, with the amount unknown."""
    out = []
    for match in _beside(text, _vague_pattern(language), marks):
        if UNIT_BEFORE.search(text, max(0, match.start() - 6), match.start()) and UNIT_BEHIND.match(text, match.end()):
            continue  # `(in millions of dollars)` says what a table counts in
        word = plain_word(match.group("cur"))
        currency = currencies().get(word) or currencies()[word.lower()]
        out.append(Money(match.start(), match.end(), None, None, currency, "vague", Decimal(0)))
    return out
