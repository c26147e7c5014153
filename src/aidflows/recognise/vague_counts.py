"""Finds words that count without a number: `mehrere Panzer`, `des dizaines de chars`, `onlarca tank` (vague.csv, and for things alone vague_counts.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.between import leads_on
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Span

OF = re.compile(r"\s(?:of|de|di|von)\Z")


@cache
def _words(language: str) -> tuple[str, ...]:
    quantifiers = listed_words("vague", language, column="phrases", kind="quantifier")
    of_things = listed_words("vague_counts", language, column="phrases")
    return tuple(dict.fromkeys((*(OF.sub("", words) for words in quantifiers), *of_things)))


def vague_words(language: str) -> tuple[str, ...]:
    """Return the words that count things without a number in a language; those of English are told with what may follow them (`VAGUE`).

    >>> "mehrere" in vague_words("de"), "zahlreiche" in vague_words("de"), vague_words("en")
    (True, True, ())
    """
    return () if language == "en" else _words(language)


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
    words = _words(language)
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s\Z" if words else NOTHING, re.IGNORECASE)


def find_vague_before(window: str, at: int, language: str) -> int | None:
    """Return where a count begins that such a word leaves open: `several dozen`, `mehrere hundert`; None of a number that stands alone.

    >>> find_vague_before("It sent several dozen ", 16, "en"), find_vague_before("It sent a dozen ", 8, "en")
    (8, None)
    """
    found = _before(language).search(window, 0, at) if window[at].isalpha() else None
    return None if found is None else found.start()
