"""Reads relative years and the years that a figure covers."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list, spellings
from aidflows.gazetteer.matcher import Matcher
from aidflows.recognise.numbers import parse_words
from aidflows.records import Figure, When


@cache
def _relatives() -> Matcher:
    rows = [(phrase, r) for r in load_list("relatives") for phrase in r["phrases"].split("|")]
    return Matcher(
        [
            (form + "~", "relative", (r["offset"], r["anchor"]))
            for phrase, r in rows
            for form in spellings(phrase) | {phrase.upper()}
        ]
    )


SPREAD = re.compile(
    r"\b(?:over|for|across|during|in)\s+(?:the\s+)?(?:next\s+|coming\s+|a\s+period\s+of\s+)?(a\sdecade|an?\s(?:[\w]+-)?year|\w+\syears|\d+[- ]years?|a\s(?:five|four|three|two|ten)-year\speriod)",
    re.IGNORECASE,
)
YEARS_OFF = re.compile(
    r"\b(?P<count>[a-z]+|\d{1,2})\syears?\s(?P<way>earlier|before|previously|later|after|afterwards|ago)\b",
    re.IGNORECASE,
)


PARTED = re.compile(r";|,[^,;]*\d")  # another part of the sentence, with an amount of its own


def _count(word: str) -> int:
    """Return a count of years in digits or words, 0 for what is none: `12`, `five`, `decade`."""
    value = 10 if word == "decade" else int(word) if word.isdigit() else parse_words(word)
    return int(value) if value is not None and value == int(value) else 0


def _years_off(sentence: Sentence, figure: Figure, base: When | None, document: When | None) -> When | None:
    """`three years earlier` counts from the nearest date of the text before it, `three years ago` from the document's."""
    low, high = max(sentence.start, figure.start - 60), min(sentence.end, figure.end + 60)
    first = figure.start if figure.quantity_start is None else min(figure.start, figure.quantity_start)
    is_told = " year" in sentence.text[low:high].lower()
    match = YEARS_OFF.search(sentence.text, low, high) if is_told else None
    start = None if match is None else document if match["way"].lower() == "ago" else (base or document)
    if (
        match is None
        or start is None
        or start.year is None
        or PARTED.search(sentence.text[min(figure.end, match.start()) : max(first, match.start())])
    ):
        return None
    count = _count(match["count"].lower())
    if not count:
        return None  # `some years earlier`
    year = start.year + (count if match["way"].lower().startswith(("later", "after")) else -count)
    return When(match.start(), match.end(), f"{year}-01-01", f"{year + 1}-01-01", year)


def relative_date(sentence: Sentence, figure: Figure, base: When | None, document: When | None = None) -> When | None:
    """Return the year that `last year`, `bir önceki yıl` or `im Vorjahr` near a figure means, or None.

    `last year` counts from the document's date, `a year earlier` from the nearest date of the text; what stands nearer
    than any printed date wins. Rule D-RELATIVE; the phrases are rows of relatives.csv.
    """
    if off := _years_off(sentence, figure, base, document):
        return off
    low, high = max(sentence.start, figure.start - 90), min(sentence.end, figure.end + 50)
    found = list(_relatives().find(sentence.text, low, high))
    if not found:
        return None
    between = [sentence.text[min(m.end, figure.end) : max(m.start, figure.start)] for m in found]
    found = [m for m, gap in zip(found, between, strict=True) if not re.search(r"\d", gap)]  # no other amount between
    if not found:
        return None
    match = min(found, key=lambda m: figure.start - m.end if m.end <= figure.start else (m.start - figure.end) * 2)
    offset, anchor = int(match.value[0]), match.value[1]
    start = (document or base) if anchor == "document" else (base or document)
    if start is None or start.year is None:
        return None
    own = base is not None and base.start >= sentence.start and base.end > 0
    if own and base is not None and abs(base.start - figure.start) < abs(match.start - figure.start):
        return None
    year = start.year + offset
    return When(match.start, match.end, f"{year}-01-01", f"{year + 1}-01-01", year)


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
    years = _count(word)
    if years < 2 or years > 50:
        return None, None
    return f"{when.year}-01-01", f"{when.year + years}-01-01"
