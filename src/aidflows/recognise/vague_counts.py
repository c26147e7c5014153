"""Finds words that count without a number, in other languages than English: `mehrere Panzer`, `des dizaines de chars`, `onlarca tank` (vague_counts.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.between import leads_on
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Span


def vague_words(language: str) -> tuple[str, ...]:
    """Return the words of a language that count without a number.

    >>> "mehrere" in vague_words("de"), vague_words("en")
    (True, ())
    """
    return listed_words("vague_counts", language, column="phrases")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = vague_words(language)
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)" if words else NOTHING, re.IGNORECASE)


def find_vague(window: str, language: str) -> Span | None:
    """Return the span of the last such word in a stretch, where only what stands between a count and its noun follows.

    >>> find_vague("Oslo gab Kenia mehrere ", "de"), find_vague("Mehrere Länder gaben Kenia ", "de")
    ((15, 22), None)
    """
    found = (m.span() for m in reversed(list(_pattern(language).finditer(window))))
    return next(((a, b) for a, b in found if leads_on(window[b:], language) and not CLAUSE.search(window, b)), None)


CLAUSE = re.compile(
    r"\b[A-ZÀ-ÞĆŁŚŹŻ]\w*\s+[^\W\dA-Z]+\s"
)  # a name and what it does: `Mehrere Länder gaben Kenia Panzer`


@cache
def _before(language: str) -> re.Pattern[str]:
    words = vague_words(language) or ("several", "Several", "a few", "many", "Many")
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s\Z")


def find_vague_before(window: str, at: int, language: str) -> int | None:
    """Return where a count begins that such a word leaves open: `several dozen`, `mehrere hundert`; None of a number that stands alone.

    >>> find_vague_before("It sent several dozen ", 16, "en"), find_vague_before("It sent a dozen ", 8, "en")
    (8, None)
    """
    found = _before(language).search(window, 0, at) if window[at].isalpha() else None
    return None if found is None else found.start()
