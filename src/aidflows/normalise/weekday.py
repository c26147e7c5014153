"""Dates a text by the weekday that it prints beside a day: `OSLO, Oct 15 - On Saturday it bought` (rule D-WEEKDAY; weekdays.csv, months.csv)."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives, word_pattern
from aidflows.records import When

HEAD, TOLD = 600, 400  # characters in which a day with its weekday, and a weekday alone, are sought
SPAN = 7  # years in which a day comes back to every weekday, but for leap days
AHEAD = 30  # characters before a year in which a word tells that it is yet to come
YEAR = re.compile(r"(?<![\d.,$€£-])(?:19[5-9]\d|20[0-4]\d)(?![\d%])")


class Week(NamedTuple):
    """What a language calls months and weekdays, and where a text bears them."""

    months: dict[str, int]
    days: dict[str, int]
    beside: re.Pattern[str]  # `Saturday, 15 October`
    opening: re.Pattern[str]  # `OSLO, Oct 15 -`
    spoken: re.Pattern[str]  # `on Saturday`


def _names(name: str, language: str, number: str) -> dict[str, int]:
    rows = (r for r in load_list(name) if r["lang"] == language)
    return {word.lower(): int(r[number]) for r in rows for word in r["names"].split("|")}


@cache
def _week(language: str) -> Week:
    months, days = _names("months", language, "month"), _names("weekdays", language, "day")
    m, w = alternatives(list(months)), alternatives(list(days))
    day = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
    date = rf"(?:(?P<d1>{day})\s+(?:de\s)?(?P<m1>{m})|(?P<m2>{m})\.?\s+(?P<d2>{day}))"
    behind = rf"|(?P<d3>{day})\s+(?P<m3>{m})\s+(?P<w3>{w})" if language == "tr" else ""
    close = r"\s*(?:\([^()\n]{1,30}\))?\s*" + (r"[-–—]" if language == "en" else r"[-–—.:)]")
    spoken = r"\bon\s+" if language == "en" else r"(?<!\w)"
    return Week(
        months,
        days,
        re.compile(rf"\b(?P<w>{w}),?\s+(?:(?:den|le|el|il|dnia)\s)?{date}(?!\w){behind}", re.IGNORECASE),
        re.compile(rf"^[^\n]{{0,60}}?\b{date}{close}", re.IGNORECASE),
        re.compile(rf"{spoken}(?P<w>{w})(?!\w)", re.IGNORECASE),
    )


def date_by_weekday(text: str, language: str = "en") -> When | None:
    """Return the day that a text names with its weekday, in the year near those it tells of in which the two fall together.

    >>> date_by_weekday("GOA, Oct 15 - On Saturday it bought frigates; the first came in 2012.").date_start
    '2016-10-15'
    >>> date_by_weekday("GOA, Aug 13 - It bought frigates on Tuesday. They will come in 2028.").date_start
    '2024-08-13'
    """
    week = _week(language)
    beside = week.beside.search(text, 0, HEAD)
    spoken, opening = week.spoken.search(text, 0, TOLD), week.opening.match(text)
    if beside is None and not (spoken and opening):
        return None
    found, named = (beside, beside) if beside else (opening, spoken)
    assert found is not None and named is not None
    told, word = found.groupdict(), named.groupdict()
    day = int(re.match(r"\d+", told["d1"] or told["d2"] or told["d3"])[0])  # type: ignore[index]
    month = week.months[(told["m1"] or told["m2"] or told["m3"]).lower()]
    weekday = week.days[(word["w"] or word["w3"]).lower()]
    dates = (_date(year, month, day) for year in _years_near(text, language))
    date = next((d for d in dates if d is not None and d.isoweekday() == weekday), None)
    return None if date is None else When(0, 0, str(date), str(date + datetime.timedelta(days=1)), date.year)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None  # the 29th of February


def _years_near(text: str, language: str) -> range:
    """The years that a text can be of: from the latest it tells of on, or, where it looks ahead to all of them, from the first one back."""
    mentioned = [(int(m[0]), m.start()) for m in YEAR.finditer(text)]
    if not mentioned:
        return range(0)
    told = [year for year, at in mentioned if not _is_ahead(text, at, language)]
    return range(max(told), max(told) + SPAN) if told else range(min(mentioned)[0], min(mentioned)[0] - SPAN, -1)


def _is_ahead(text: str, at: int, language: str) -> bool:
    """True of `are to arrive in 2028` and `by 2028`; not of `approved by Washington in 2023`."""
    words = word_pattern("tenses", language, column="future")
    found = words.finditer(text, max(0, at - AHEAD, text.rfind(". ", 0, at)), at)
    return any(m[0] != "by" or m.end() + 1 == at for m in found)
