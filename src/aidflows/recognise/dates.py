"""Finds dates in a stretch of text: days, months, years, fiscal years, periods."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import When

MONTHS = {
    m.lower(): n
    for n, names in enumerate(
        (
            "January Jan ocak Januar janvier enero gennaio januari stycznia января січня",
            "February Feb şubat Februar février febrero febbraio februari lutego февраля лютого",
            "March Mar mart März mars marzo marca марта березня",
            "April Apr nisan avril abril aprile kwietnia апреля квітня",
            "May mayıs Mai mai mayo maggio maj maja мая травня",
            "June Jun haziran Juni juin junio giugno czerwca июня червня",
            "July Jul temmuz Juli juillet julio luglio lipca июля липня",
            "August Aug ağustos août agosto augusti sierpnia августа серпня",
            "September Sept Sep eylül septembre septiembre settembre września сентября вересня",
            "October Oct ekim Oktober octobre octubre ottobre oktober października октября жовтня",
            "November Nov kasım novembre noviembre listopada ноября листопада",
            "December Dec aralık Dezember décembre diciembre dicembre december grudnia декабря грудня",
        ),
        1,
    )
    for m in names.split()
}
_M = "|".join(sorted((re.escape(m) for m in MONTHS), key=len, reverse=True))
_Y = r"(?:1[89]\d\d|20[0-9]\d)"
DATE = re.compile(
    rf"""(?:(?<![^\W\d_])|(?=\d))(?:(?P<iso>{_Y}-\d\d-\d\d)
    |(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?(?P<m1>{_M})\.?,?(?:\s+(?:de\s+)?(?P<y1>{_Y}))?\b
    |\b(?P<m2>{_M})\.?\s+(?P<d2>\d{{1,2}})(?:-\d{{1,2}})?(?:st|nd|rd|th)?(?:,?\s+(?P<y2>{_Y}))?\b(?!\d)
    |\b(?P<m3>{_M})\.?,?\s+(?:de\s+|of\s+)?(?P<y3>{_Y})\b
    |(?P<dot>(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.{_Y})(?!\d)
    |(?:[Ee]ntre|[Zz]wischen|[Tt]ra\s+il|[Mm]ellan|[Mm]iędzy|[Мм]ежду|[Мм]іж|[Vv]on|[Oo]d|[Сс]|[Зз]|[Dd]e|[Dd]al|[Dd]u|[Ff]rån)\s+(?P<p5>{_Y})\s+(?:et|y|und|e\s+il|och|a|i|и|та|bis|do|по|до|à|al|till)\s+(?P<p6>{_Y})\b
    |(?:[Bb]etween|[Ff]rom)\s+(?:{_M})\s+(?P<p7>{_Y})\s+(?:and|to|until|through)\s+(?:{_M})\s+(?P<p8>{_Y})\b
    |(?:[Bb]etween|[Ff]rom)\s+(?:(?:FY|fiscal\s+years?)\s?)?(?P<p1>{_Y})\s+(?:and|to|until|through)\s+(?:(?:FY|fiscal\s+year)\s?)?(?P<p2>{_Y})\b
    |(?P<fy>(?:FY|fiscal\s+(?:year\s+)?|financial\s+year\s+)\s?'?(?P<fyy>{_Y}|\d\d)(?:[/–-]\d\d(?:\d\d)?)?)
    |(?P<p9>{_Y})\s+(?:ile|ilâ|ve)\s+(?P<p10>{_Y})\s+(?:yılları\s+)?aras[ıi]
    |(?P<slash>(?<![\d/])\d{{1,2}}/\d{{1,2}}/{_Y})(?!\d)
    |(?P<p3>{_Y})[–-](?P<p4>{_Y}|\d\d)(?!\d)
    |(?P<year>(?<![\d.,$€£/–])(?:(?<!-)|(?<=mid-)|(?<=late-)|(?<=early-)|(?<=end-))(?<!No[ .])(?<!p\.[ ]){_Y})(?!\d|s\b|[,.]\d|\s*(?:people|troops|soldiers|personnel|men|rounds|items|rifles|units|km|mm|tonnes|tons))
    |(?P<month>(?<![A-Za-z])(?:January|February|March|April|June|July|August|September|October|November|December))(?![a-z]))""",
    re.VERBOSE | re.IGNORECASE,
)


# each way begins with a letter or digit, so that the engine skips to it
YEAR = re.compile(r"1(?<!\d1)[89]\d\d(?!\d)|2(?<!\d2)0\d\d(?!\d)|F(?<!\wF)Y\s?'?\d\d")


def find_dates(text: str, start: int, end: int) -> Iterator[When]:
    """Yield the dates printed in text[start:end] as half-open ISO intervals.

    >>> [(w.date_start, w.date_end, w.year) for w in find_dates("On 27 June 1999 and in May 2000, then 2003.", 0, 43)]
    [('1999-06-27', '1999-06-28', 1999), ('2000-05-01', '2000-06-01', 2000), ('2003-01-01', '2004-01-01', 2003)]
    >>> [w.fiscal for w in find_dates("the FY2022 request", 0, 18)]
    ['FY2022']
    """
    for a, b in _windows(text, start, end):
        for match in DATE.finditer(text, a, b):
            if match["year"] and _is_name(text, match.start()):
                continue
            when = _read(match)
            if when is not None:
                yield when


@cache
def _before_years() -> frozenset[str]:
    """Return the words that stand before a number like a year in names of systems: `Mirage 2000`, `Panzerhaubitze 2000`."""
    names = (alias for row in load_list("systems") for alias in row["aliases"].split("|"))
    found = (NAME_WITH_YEAR.search(name) for name in names)
    return frozenset(m["word"] for m in found if m)


NAME_WITH_YEAR = re.compile(rf"(?<![\w])(?P<word>[^\W\d_]+)[ -]{_Y}(?!\d)")
WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)[ -]\Z")


def _is_name(text: str, start: int) -> bool:
    word = WORD_BEFORE.search(text, max(0, start - 20), start)
    return word is not None and word["word"] in _before_years()


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around years and fiscal years; nothing else can hold a date that counts."""
    first, last = -1, -1
    for match in YEAR.finditer(text, start, end):
        a, b = max(start, match.start() - 34), min(end, match.end() + 12)
        if a > last:
            if last > 0:
                yield first, last
            first = a
        last = b
    if last > 0:
        yield first, last


def _read(match: re.Match[str]) -> When | None:
    g = match.groupdict()
    a, b = match.span()
    if g["iso"]:
        return _day(a, b, int(g["iso"][:4]), int(g["iso"][5:7]), int(g["iso"][8:]))
    if g["d1"] or g["d2"]:
        year = g["y1"] or g["y2"]
        return _day(a, b, int(year) if year else None, MONTHS[(g["m1"] or g["m2"]).lower()], int(g["d1"] or g["d2"]))
    if g["m3"]:
        return _month(a, b, int(g["y3"]), MONTHS[g["m3"].lower()])
    if g["dot"]:
        day, month, year = g["dot"].split(".")
        return _day(a, b, int(year), int(month), int(day))
    if g["fy"]:
        year2 = int(g["fyy"]) + (2000 if len(g["fyy"]) == 2 else 0)
        return When(a, b, f"{year2}-01-01", f"{year2 + 1}-01-01", year2, " ".join(match.group().split()))
    if g["slash"]:
        return _year(a, b, int(g["slash"][-4:]))  # day and month, or month and day
    first = g["p1"] or g["p3"] or g["p5"] or g["p7"] or g["p9"]
    if first:
        last = g["p2"] or g["p4"] or g["p6"] or g["p8"] or g["p10"]
        last = first[:2] + last if len(last) == 2 else last
        if int(last) < int(first):
            return None
        return When(a, b, f"{first}-01-01", f"{int(last) + 1}-01-01", int(first), None, True)
    if g["year"]:
        return _year(a, b, int(g["year"]))
    return When(a, b, "", f"{MONTHS[g['month'].lower()]:02d}", None)


def _year(a: int, b: int, year: int) -> When:
    return When(a, b, f"{year}-01-01", f"{year + 1}-01-01", year)


def _day(a: int, b: int, year: int | None, month: int, day: int) -> When | None:
    if year is None:
        return When(a, b, "", f"{month:02d}", None)
    if day < 1 or day > calendar.monthrange(year, month)[1]:
        return None
    if day == calendar.monthrange(year, month)[1]:
        after = f"{year + month // 12}-{month % 12 + 1:02d}-01"
    else:
        after = f"{year}-{month:02d}-{day + 1:02d}"
    return When(a, b, f"{year}-{month:02d}-{day:02d}", after, year)


def _month(a: int, b: int, year: int, month: int) -> When:
    return When(a, b, f"{year}-{month:02d}-01", f"{year + month // 12}-{month % 12 + 1:02d}-01", year)
