"""The date of a document itself: its dateline, its file's name, or the weekday that it prints beside a day."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from aidflows.recognise.dates import MONTHS, find_dates
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Document, When

HEADED = 50  # characters; a line that is no more than a place and a day is shorter
PLACE = 3  # words of a place and what stands before its day
AHEAD = 30  # characters before a year in which a word tells that it is yet to come
SHORT, LONG = 8000, 20_000  # characters; a longer text is no news item whose every figure bears its date
WORD_OF_YEAR = re.compile(r"(?:\s?(?:r\.?|roku|года|год|г\.?|року|рік|р\.?)(?!\w))?")  # `14 marca 2023 r.`
DATELINE = re.compile(
    WORD_OF_YEAR.pattern + r"\s*(?:[-–—:|)]|\n|\.\s(?=[^\W\d_]))"
)  # `Stockholm den 20 februari 2024. Regeringen ...`
NAMED_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")
YEAR = re.compile(r"(?<![\d.,$€£-])(?:19[5-9]\d|20[0-4]\d)(?![\d%])")
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_M = "|".join(sorted((re.escape(m) for m in MONTHS if m.isascii()), key=len, reverse=True))
WEEKDAY = re.compile(
    rf"\b(?P<w>{'|'.join(_DAYS)}),?\s+(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_M})|(?P<m2>{_M})\.?\s+(?P<d2>\d{{1,2}}))\b",
    re.IGNORECASE,
)
OPENING = re.compile(
    rf"^[^\n]{{0,60}}?\b(?:(?P<m2>{_M})\.?\s+(?P<d2>\d{{1,2}})|(?P<d1>\d{{1,2}})\s+(?P<m1>{_M}))\s*(?:\([A-Za-z]+\))?\s*[-–—]",
    re.IGNORECASE,
)
SPOKEN = re.compile(rf"\bon\s+(?P<w>{'|'.join(_DAYS)})\b", re.IGNORECASE)


def find_document_date(document: Document) -> When | None:
    """Return the date that a short document bears itself, or None; rules D-DATELINE, D-NAME and D-WEEKDAY, in that order.

    >>> find_document_date(Document("news-2021-03.txt", "It bought 5 tanks.")).year
    2021
    >>> find_document_date(Document("a", "GOA, Oct 15 - On Saturday it bought frigates; the first came in 2012.")).year
    2016
    >>> find_document_date(Document("a", "GOA, Aug 13 - It bought frigates on Tuesday. They will come in 2028.")).year
    2024
    """
    text = document.text
    if len(text) > LONG:
        return None
    return _dateline(text) or _from_name(document) or _from_weekday(text)


def _dateline(text: str) -> When | None:
    if len(text) > SHORT:
        return None
    dates = find_dates(text, 0, min(300, len(text)))
    return next(
        (
            d
            for d in dates
            if d.year
            and len(d.date_start) == 10
            and d.end - d.start > 7
            and DATELINE.match(text, d.end)
            and not _is_wrapped(text, d)
            and not _is_told(text, d)
        ),
        None,
    )


def _is_told(text: str, date: When) -> bool:
    """True of a date with a full stop that ends a sentence, not a place and a day alone: `It bought 12 guns on 3 May 2020. Then ...`"""
    line = text.rfind("\n", 0, date.start) + 1
    mark = DATELINE.match(text, date.end)
    return mark is not None and mark[0].rstrip().endswith(".") and len(text[line : date.start].split()) > PLACE


def _is_wrapped(text: str, date: When) -> bool:
    """True of a date that a line of prose happens to end with: `... köpte i februari 2024`, `... od lutego 2022 roku`, cut at a width."""
    line = text.rfind("\n", 0, date.start) + 1
    word = WORD_OF_YEAR.match(text, date.end)
    after = text[word.end() if word else date.end :]
    return after.startswith(("\n", "\r\n")) and date.end - line > HEADED and not after.startswith(("\n\n", "\r\n\r\n"))


def _from_name(document: Document) -> When | None:
    """A file's name counts, the id of a source does not: only names with a suffix are files."""
    path = Path(document.name.removesuffix(".gz"))
    years = NAMED_YEAR.findall(path.stem) if path.suffix else []
    return _whole(int(years[-1])) if years else None


def _from_weekday(text: str) -> When | None:
    """The day that the text names, in the year near those mentioned in which it had that weekday."""
    match = WEEKDAY.search(text, 0, 600)
    spoken, opening = SPOKEN.search(text, 0, 400), OPENING.match(text)
    if match is None and not (spoken and opening):
        return None
    found = match or opening
    named = match or spoken
    assert found is not None and named is not None
    weekday = named["w"]
    day, month = int(found["d1"] or found["d2"]), MONTHS[(found["m1"] or found["m2"]).lower()]
    for year in _years_near(text):
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if date.weekday() == _DAYS.index(weekday.lower()):
            return When(0, 0, str(date), str(date + datetime.timedelta(days=1)), year)
    return None


def _years_near(text: str) -> range:
    """The years that a text can be of: from the latest it tells of on, or, where it looks ahead to all of them, from the first one back."""
    mentioned = [(int(m[0]), m.start()) for m in YEAR.finditer(text)]
    if not mentioned:
        return range(0)
    told = [year for year, at in mentioned if not _is_ahead(text, at)]
    return range(max(told), max(told) + 7) if told else range(min(mentioned)[0], min(mentioned)[0] - 7, -1)


def _is_ahead(text: str, at: int) -> bool:
    """True of `are to arrive in 2028` and `by 2028`; not of `approved by Washington in 2023`."""
    words = word_pattern("tenses", "en", column="future").finditer(
        text, max(0, at - AHEAD, text.rfind(". ", 0, at)), at
    )
    return any(m[0] != "by" or m.end() + 1 == at for m in words)


def _whole(year: int) -> When:
    return When(0, 0, f"{year}-01-01", f"{year + 1}-01-01", year)
