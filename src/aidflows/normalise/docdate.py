"""The date of a document itself: its dateline, its file's name, or the weekday that it prints beside a day."""

from __future__ import annotations

import re
from pathlib import Path

from aidflows.normalise.weekday import date_by_weekday
from aidflows.recognise.dates import find_dates
from aidflows.records import Document, When

HEADED = 50  # characters; a line that is no more than a place and a day is shorter
PLACE = 3  # words of a place and what stands before its day
SHORT, LONG = 8000, 20_000  # characters; a longer text is no news item whose every figure bears its date
WORD_OF_YEAR = re.compile(r"(?:\s?(?:r\.?|roku|года|год|г\.?|року|рік|р\.?)(?!\w))?")  # `14 marca 2023 r.`
DATELINE = re.compile(
    WORD_OF_YEAR.pattern + r"\s*(?:[-–—:|)]|\n|\.\s(?=[^\W\d_]))"
)  # `Stockholm den 20 februari 2024. Regeringen ...`
NAMED_YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-4]\d)(?!\d)")


def find_document_date(document: Document) -> When | None:
    """Return the date that a short document bears itself, or None; rules D-DATELINE, D-NAME and D-WEEKDAY, in that order.

    >>> find_document_date(Document("news-2021-03.txt", "It bought 5 tanks.")).year
    2021
    >>> find_document_date(Document("a", "GOA, Oct 15 - On Saturday it bought frigates; the first came in 2012.")).year
    2016
    """
    text = document.text
    if len(text) > LONG:
        return None
    return _dateline(text) or _from_name(document) or date_by_weekday(text, document.language)


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


def _whole(year: int) -> When:
    return When(0, 0, f"{year}-01-01", f"{year + 1}-01-01", year)
