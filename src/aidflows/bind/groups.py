"""Reads names that stand for examples of a group: `to several states, including Kenya` is to Kenya (groups.csv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives

REACH = 60  # characters of a group, what it is told to include, and an article
WORDS = 4  # between a preposition and the noun of a group: `to a dozen African states`


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    row = next((row for row in load_list("groups") if row["lang"] == language), None)
    if row is None:
        return None
    nouns = alternatives(row["nouns"].split("|"))
    datives = alternatives(row["datives"].split("|")) if row["datives"] else "(?!)"
    including = alternatives(row["including"].split("|"))
    return re.compile(
        rf"(?<!\w)(?:(?P<dative>{datives})|(?:{nouns}))(?:\s[^\W\d_]+){{0,2}},?\s\(?(?:{including})\s(?:[^\W\d_]{{2,3}}\s|l['’])?\Z"
    )


@cache
def ends_of_including(language: str) -> frozenset[str]:
    """Return the last words of what tells that a group includes a name: `including`, `darunter`, `cui`."""
    rows = (row for row in load_list("groups") if row["lang"] == language)
    return frozenset(phrase.split(" ")[-1].rstrip(".") for row in rows for phrase in row["including"].split("|"))


def mark_of_group(text: str, start: int, floor: int, language: str, *, marks: Mapping[str, str]) -> str | None:
    """Return the mark of the group that the name at `start` is an example of; None where it is of none.

    >>> text = "Norway sold 12 guns to several states, including Kenya"
    >>> mark_of_group(text, 49, 0, "en", marks={"to": "TO"})
    'TO'
    """
    pattern = _pattern(language)
    found = pattern.search(text, max(floor, start - REACH), start) if pattern else None
    if found is None:
        return None
    if found["dative"]:
        return "TO"
    before = text[max(floor, found.start() - REACH) : found.start()].split()[-WORDS:]
    return next((mark for word in reversed(before) if (mark := marks.get(word.lower(), "")) not in ("", "AND")), "")
