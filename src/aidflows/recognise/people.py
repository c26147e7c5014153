"""Finds counts of people: a number and a noun of people, or a number whose noun is left out."""

from __future__ import annotations

import re

from aidflows.recognise.numbers import parse_number
from aidflows.recognise.quantities import NOT_COUNT, VAGUE, find_counts, has_count
from aidflows.records import Cue, Item

PEOPLE_BETWEEN = re.compile(r"^[\s\u00a0]+(?:[\w'’-]+[\s\u00a0]+){0,4}\Z")


def make_people(text: str, cues: list[Cue], start: int, end: int) -> list[Item]:
    """Return counts of people in one sentence; the surface is the counted noun, or the count where the noun is left out."""
    out: list[Item] = []
    for cue in cues:
        if cue.kind == "people":
            floor = max(start, cue.start - 70, out[-1].end if out else 0)
            item = _count_people(text, cue, floor)
            out += [item] if item else []
    if out:
        out += find_more_people(text, out[-1], end)
    hurt = find_hurt(text, start, end) if any(c.kind == "hurt" for c in cues) else []
    return out + [h for h in hurt if all(h.quantity_start != o.quantity_start for o in out)]


def find_more_people(text: str, item: Item, end: int) -> list[Item]:
    """Return a second count of the people just counted: `40 officers from Oman and over 60 from Qatar`."""
    match = MORE_PEOPLE.search(text, item.end, end)
    value = parse_number(match["count"]) if match else None
    if match is None or value is None:
        return []
    return [
        Item(*match.span("count"), None, None, "people", *match.span("count"), value, value, value, "exact", "persons")
    ]


def _count_people(text: str, cue: Cue, floor: int) -> Item | None:
    if not has_count(text, floor, cue.start):
        return None
    window = text[floor : cue.start]
    for a, b, low, high in reversed(find_counts(window)):
        rest = window[b:]
        if not PEOPLE_BETWEEN.match(rest) or NOT_COUNT.search(window[:a]) or re.search(r",\s|\band\b\s", rest):
            continue
        mid = None if low is None or high is None else (low + high) / 2
        span = (floor + a, floor + b)
        return Item(cue.start, cue.end, None, None, "people", *span, low, mid, high, "exact", "persons")
    vague = VAGUE.search(window)
    if vague and MANY.match(vague.group(1)):
        span = (floor + vague.start(1), floor + vague.end(1))
        return Item(cue.start, cue.end, None, None, "people", *span, unit="persons")
    return None


MORE_PEOPLE = re.compile(
    r"\band\s+(?:over\s+|about\s+|around\s+|nearly\s+|almost\s+|some\s+|more\s+than\s+|approximately\s+)?(?P<count>\d{1,3}(?:,\d{3})*)(?=\s+from\s+(?:the\s+)?[A-Z])"
)
MANY = re.compile(r"(?:dozens|hundreds|thousands|scores|tens|several hundred)", re.IGNORECASE)
HURT = re.compile(
    r"(?<![\w.,$€£/-])(?P<count>\d{1,3}(?:,\d{3})*)\s+(?:others?\s+|more\s+)?(?:were\s+|was\s+)?(?:injured|wounded|received\s+injuries)\b"
)


def find_hurt(text: str, start: int, end: int) -> list[Item]:
    """Return counts of injured people whose noun is left out: `and 55 received injuries`, never `2 attacks injured`.

    >>> [(i.start, int(i.value or 0)) for i in find_hurt("12 people died and 55 were injured.", 0, 35)]
    [(19, 55)]
    """
    out = []
    for match in HURT.finditer(text, start, end):
        value = parse_number(match["count"])
        out.append(
            Item(*match.span(), None, None, "people", *match.span("count"), value, value, value, "exact", "persons")
        )
    return out
