"""Dates a figure by a month told without its year, in a text that bears its own date: `In December it sold 12 guns` (months.csv, tenses.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.clauses import find_clause
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives, listed_words, word_pattern
from aidflows.records import Figure, When

BEFORE, BEHIND = 90, 60  # characters on either side of a figure in which its month stands
DAY = 10  # characters of a whole date
YEAR_BEHIND = re.compile(r"(?:\s\d{1,2})?[\s,]+(?:de\s|del\s)?['’]?\d{2,4}\b")  # `December 2021`, `December 14, 2021`


@cache
def _months(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    rows = [r for r in load_list("months") if r["lang"] == language]
    numbers = {name: int(r["month"]) for r in rows for name in r["names"].split("|")}
    return re.compile(rf"(?<!\w)(?:{alternatives(list(numbers))})(?!\w)"), numbers


def date_by_month(sentence: Sentence, figure: Figure, document: When | None) -> When | None:
    """Return the year of the month near a figure: the document's, or the year before for a later month that is told as past.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Oslo, 14 March 2023\\n\\nIn December Norway sold Mali 18 guns."
    >>> [f.year for f in extract_figures(text).figures]
    [2022]
    """
    if document is None or len(document.date_start) != DAY or document.year is None or _is_year(document):
        return None
    low, high = find_clause(sentence, figure.start)
    pattern, numbers = _months(sentence.language)
    text = sentence.text
    found = [
        m
        for m in pattern.finditer(text, max(low, figure.start - BEFORE), min(high, figure.end + BEHIND))
        if not YEAR_BEHIND.match(text, m.end())
    ]
    if not found:
        return None
    month = min(found, key=lambda m: abs(m.start() - figure.start))
    number, today = numbers[month.group()], int(document.date_start[5:7])
    if number < today or (number >= today and not _is_past(sentence, month, is_same=number == today)):
        return None  # the document's own year
    year = document.year - 1
    return When(month.start(), month.end(), f"{year}-01-01", f"{year + 1}-01-01", year)


def _is_year(date: When) -> bool:
    """True of a whole year: a file's name may tell no more."""
    return date.date_start.endswith("-01-01") and date.date_end.endswith("-01-01")


def _is_past(sentence: Sentence, month: re.Match[str], *, is_same: bool) -> bool:
    """True of `last December`, and of a month told in the past tense."""
    language, text = sentence.language, sentence.text
    last = word_pattern("tenses", language, column="last")
    if last.search(text, month.start() - 14, month.start()) or last.match(text, month.end() + 1):
        return True
    future, past = (word_pattern("tenses", language, column=c) for c in ("future", "past"))
    if is_same or future.search(text, sentence.start, sentence.end):
        return False
    # names are no verbs: `Mali` ends as a Polish one does
    has_past = listed_words("tenses", language, column="past")
    return not has_past or any(m.group()[0].islower() for m in past.finditer(text, sentence.start, sentence.end))
