"""Tells the country of a firm by the place that stands behind its name: `Saab Inc., Syracuse, New York` is in the United States."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue

REACH = 120  # characters from a firm's name to the end of its state's
# `Britain's Thales`
OWNED = re.compile(r"['’]s[\s>]+")


def find_seat(text: str, cue: Cue, before: Actor | None) -> tuple[str, int]:
    """Return the country where a firm sits, of its state (us_states.csv) or its owner before it, else its own, and where its place ends.

    >>> text = "Saab Inc., Syracuse, New York, will build radars"
    >>> find_seat(text, Cue(0, 4, "actor", ("SWE", "company", "saab")), None)
    ('USA', 29)
    >>> find_seat("Saab of Sweden and Syracuse", Cue(0, 4, "actor", ("SWE", "company", "saab")), None)
    ('SWE', 4)
    """
    if place := _in_state().match(text, cue.end, cue.end + REACH):
        return "USA", place.end()  # names in it are no parties: `Savannah, Georgia`
    is_owned = before is not None and before.kind != "company" and OWNED.fullmatch(text, before.end, cue.start)
    return before.code if before is not None and is_owned else cue.value[0], cue.end


@cache
def _in_state() -> re.Pattern[str]:
    """Return the pattern of the rest of a firm's name, its city and its state; `in Ohio` alone is where it builds."""
    words = alternatives(listed_words("us_states", column="names"))
    name = r"(?:\s(?:[A-Z&][\w&.'’-]*|and|of)){0,6},?(?:\s(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|LP|L\.P)\b\.?)?"
    return re.compile(rf"{name},\s(?:[A-Z][\w.'’-]*\s?){{1,3}},\s(?:{words})(?!\w)")
