"""Tells the states that are gone and only name where a thing was made: `from former East German stocks`, `ex-Soviet tanks` (bygone.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_countries
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Cue

NEAR = 24  # characters between a word and the adjective
ROMANCE = (
    "fr",
    "es",
    "it",
)  # adjectives stand behind the noun, whose own adjective stands before it: `antiguas reservas soviéticas`


def is_bygone(text: str, cue: Cue, language: str) -> bool:
    """True of a state that is gone, beside a word for old stocks or for what was made there; of its name only where that stands behind.

    >>> text = "Norway gave Mali 12 tanks from former East German stocks"
    >>> is_bygone(text, Cue(38, 49, "actor", ("DDR", "demonym", "")), "en")
    True
    """
    if cue.value[0] not in _gone():
        return False
    before, behind = _patterns(language)
    is_old = before.search(text, max(0, cue.start - NEAR), cue.start) and cue.value[1].startswith("demonym")
    return bool(is_old or behind.match(text, cue.end))


@cache
def _gone() -> frozenset[str]:
    return frozenset(code for code, row in load_countries().items() if row["valid_to"])


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before the adjective and what stands right behind it."""
    before, behind = (alternatives(listed_words("bygone", language, column=c)) or NOTHING for c in ("before", "behind"))
    noun = r"(?:[^\W\d_]+\s)?" if language in ROMANCE else ""
    return re.compile(rf"(?<!\w)(?:{before})[\s-]{noun}\Z"), re.compile(
        rf"(?:[\s-](?:[a-zäöå]+\s)?|(?<=-))(?:{behind})(?!\w)"
    )
