"""Reads where a thing comes from or goes by who holds it there: `from a warehouse in Bulgaria to a militia in Somalia` (holders.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives

REACH = 70  # characters from the preposition of a place or a body to the name of its country
WORDS = r"(?:[^\W\d_]+(?:-[^\W\d_]+)?[\s'’]){0,3}?"  # `a disused military`; a comma or a number ends it

APART = r"(?:\s|(?<=['’]))"  # between a preposition and what it governs: `from a`, `dall'arsenale`


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Return what ends at a country's name; a body, unlike a place, gives nothing: `from fighters in Yemen` tells no seller."""
    row = next((row for row in load_list("holders") if row["lang"] == language), None)
    if row is None:
        return None
    words = {key: alternatives(row[key].split("|")) for key in ("sources", "goals", "places", "bodies", "within")}
    given = alternatives(row["phrases"].split("|")) if row["phrases"] else "(?!)"  # datives, which need no preposition
    return re.compile(
        rf"(?<!\w)(?:(?P<source>(?:{words['sources']}){APART}{WORDS}(?:{words['places']}))"
        rf"|(?:{words['goals']}){APART}{WORDS}(?:{words['places']}|{words['bodies']})|(?:{given}))"
        rf"\s(?:{words['within']})\s(?:[^\W\d_]{{2,3}}\s)?\Z",
        re.IGNORECASE,
    )


def find_holder(text: str, start: int, floor: int, language: str) -> str | None:
    """Return FROM or TO for a name behind a preposition of place, by who holds or gets a thing there; otherwise None.

    >>> find_holder("He shipped 70 rifles from a warehouse in Bulgaria", 41, 0, "en")
    'FROM'
    >>> find_holder("He met a militia chief in Somalia", 26, 0, "en") is None
    True
    """
    pattern = _pattern(language)
    found = pattern.search(text, max(floor, start - REACH), start) if pattern else None
    if found is None:
        return None
    return "FROM" if found["source"] else "TO"
