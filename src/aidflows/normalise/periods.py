"""Reads relative years and the years that a figure covers."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.records import Figure, When

RELATIVE = re.compile(
    r"\b(last year|this year|that year|the same year|next year|the year before|the previous year|a year earlier|the preceding year|previous year)\b",
    re.IGNORECASE,
)
SPREAD = re.compile(
    r"\b(?:over|for|across|during|in)\s+(?:the\s+)?(?:next\s+|coming\s+|a\s+period\s+of\s+)?(a decade|an? (?:[\w]+-)?year|\w+ years|\d+[- ]years?|a (?:five|four|three|two|ten)-year period)",
    re.IGNORECASE,
)
WORDS = {
    "a decade": 10,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def relative_date(sentence: Sentence, figure: Figure, base: When | None) -> When | None:
    """`last year`, `this year`: a year counted from the date of the context, where it stands nearer than any date."""
    if base is None or base.year is None:
        return None
    match = RELATIVE.search(sentence.text, max(sentence.start, figure.start - 90), min(sentence.end, figure.end + 50))
    if match is None or (
        base.start >= sentence.start and abs(base.start - figure.start) < abs(match.start() - figure.start)
    ):
        return None
    year = base.year + (
        0
        if match.group(1).lower() in ("this year", "that year", "the same year")
        else 1
        if match.group(1).lower() == "next year"
        else -1
    )
    return When(match.start(), match.end(), f"{year}-01-01", f"{year + 1}-01-01", year)


def covered_period(sentence: Sentence, figure: Figure, when: When | None) -> tuple[str | None, str | None]:
    """Return the first day covered and the day after the last (`over a decade` from the date), or None twice."""
    if when is None or when.year is None:
        return None, None
    if when.is_period:
        return when.date_start, when.date_end
    if figure.kind != "money":
        return None, None
    match = SPREAD.search(sentence.text, figure.end, min(sentence.end, figure.end + 60))
    if not match:
        return None, None
    phrase = match.group(1).lower()
    word = re.split(r"[\s-]", phrase.removeprefix("a ").removeprefix("an "))[0]
    years = WORDS.get(phrase) or WORDS.get(word) or (int(word) if word.isdigit() else 0)
    if years < 2 or years > 50:
        return None, None
    return f"{when.year}-01-01", f"{when.year + years}-01-01"
