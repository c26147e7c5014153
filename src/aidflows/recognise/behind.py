"""Finds the count that stands behind the name of a thing: `howitzers (18)`, `Haubitzen, insgesamt 18 Stück`, `Caesar, 18 in all` (counts_behind.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import number_words, parse_number, parse_words
from aidflows.recognise.wordlists import alternatives, listed_words

SMALL = 20  # the largest count in words
DIGITS = r"(?:\d{1,3}(?:[., \u00a0]\d{3})*|\d{4,6})(?![.,]?\d)"
TIMES = re.compile(r"[»\"”’']?\s?\(?[x×]\s?(?P<count>\d{1,4})(?![\w×x]|[.,]\d)")
# `Bushmaster vehicles (120), 30 trucks`: a year or the number of a note is no count, a lone digit only in a list of such
BRACKETED = re.compile(
    r"\s\((?!(?:19|20)\d\d\))(?P<count>\d{1,3}(?:,\d{3})+|\d{2,5}|\d(?=\)[^()]{2,40}\s\(\d{1,5}\)))\)(?=[,;.]|\sand\s|\n|\Z)"
)


# `- AH-64E Apache, 96: $12 billion`, `HIMARS launchers, 18, and 468 pods`: a count behind a name in a list
LISTED_COUNT = re.compile(
    r",\s(?!(?:19|20)\d\d\b)(?P<count>\d{1,3}(?:,\d{3})+|\d{1,5})(?=\s?[:;]|,\sand\s\d|\s[–—-]\s|\s?\((?!\d)|[ \t]*(?:\n|\Z))"
)
OF_WHICH = re.compile(r"['’]?n?[dt][ae]n\s(?P<count>\d{1,4})\s(?:adet|tane)\b")  # `TB2'den 48 adet`


def _words(column: str, language: str = "") -> str:
    """Return the words of a column as alternatives: of a language and of English, or of all."""
    languages = ("en", language) if language else ()
    return alternatives(listed_words("counts_behind", *languages, column=column))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of counts behind a name: with what is counted (pieces), in brackets, in a list, as a total."""
    small = sorted((w for w, n in number_words(language).items() if 2 <= n <= SMALL), key=len, reverse=True)
    count = rf"{DIGITS}|(?:{'|'.join(map(re.escape, small))})(?!\w)"
    units = rf"\s?(?:{_words('units')})\.?(?!\w)"
    pieces = rf"[»\"”’']?(?:\s?\(|,\s|\s?[-–—:]\s|\s)(?P<count>{DIGITS}){units}"
    opens = r"\s?(?:,|\(|[-–—:])?\s?"
    before = rf"{opens}(?:{_words('before', language)})\s(?P<count>{count})(?:{units}|(?=\s?[.,;:)\n]|\Z))"
    bounds = alternatives(
        [r["phrase"] for r in load_list("qualifiers") if r["side"] == "before" and r["lang"] in (language, "en")]
    )
    behind = rf"{opens}(?:(?:{bounds})\s)?(?P<count>{count})(?:{units})?\s(?:{_words('behind', language)})(?!\w)"
    return (TIMES, re.compile(pieces), BRACKETED, LISTED_COUNT, re.compile(before), re.compile(behind), OF_WHICH)


def find_count_behind(
    text: str, end: int, language: str = "en"
) -> tuple[int, int, Decimal | None, Decimal | None] | None:
    """Return span and bounds of the count behind a name that ends at `end`, or None.

    >>> find_count_behind("howitzers, 18 in all", 9)
    (11, 13, Decimal('18'), Decimal('18'))
    >>> find_count_behind("howitzers, 18 years later", 9) is None
    True
    """
    for found in _matches(text, end, language):
        surface = found["count"]
        value = parse_number(surface, language) if surface[0].isdigit() else parse_words(surface, language)
        if value is not None:
            return (*found.span("count"), value, value)
    return None


def _matches(text: str, end: int, language: str) -> Iterator[re.Match[str]]:
    return (m for pattern in _patterns(language) if (m := pattern.match(text, end)))
