"""Tells countries of which no more than a threat, an objection or an attack is told: `despite American sanctions` names nobody who sells."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Cue

REACH = 60  # characters beside a name
# `Russia's war`, `US sanctions`; in `help Ukraine resist attacks` a verb follows
OWNED = re.compile(r"['’](?:s|[nN][ıiuü]n|[ıiuü]n)\s")
SHORT = frozenset({"US", "U.S.", "EU", "UK", "NATO", "ABD", "AB"})


@cache
def _pattern(language: str, side: str) -> re.Pattern[str]:
    words = alternatives(listed_words("attitudes", language, side=side)) or NOTHING
    if side == "before":
        return re.compile(rf"\b(?:{words})\s\Z", re.IGNORECASE)
    return re.compile(
        rf"(?:['’]\w{{1,4}})?\s(?:[^\W\d_][\w-]*\s)?(?:{words})(?![\w-])",
        re.IGNORECASE,
    )


def is_attitude(text: str, cue: Cue, floor: int, language: str) -> bool:
    """True of a country whose threat, objection, attack or war stands right beside its name or adjective (attitudes.csv).

    >>> text = "Despite Chinese pressure, Oslo sold Lima six boats."
    >>> is_attitude(text, Cue(8, 15, "actor", ("CHN", "demonym", "")), 0, "en")
    True
    """
    behind, before = _pattern(language, "behind"), _pattern(language, "before")
    is_adjective = cue.value[1].startswith("demonym")
    is_owner = is_adjective or language == "tr" or text[cue.start : cue.end] in SHORT or OWNED.match(text, cue.end)
    if is_owner and behind.match(text, cue.end, cue.end + REACH):
        return True
    return is_adjective and before.search(text, max(floor, cue.start - REACH), cue.start) is not None
