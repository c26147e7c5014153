"""Parts money given from what it is to buy of a third: `Denmark lent Peru $90 million to buy 12 boats from Norway` (purposes.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Cue

REACH = 40  # characters between what opens a purpose and its verb
UM = re.compile(r",\s*um\s")  # `um zwölf Boote von Norwegen zu kaufen`
SOURCES = frozenset({"FROM", "BY", "IN", "TO", "OF"})


@cache
def _opens(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands right before a verb or noun of buying that is a purpose."""
    words = alternatives(listed_words("purposes", language)) or NOTHING
    return re.compile(rf"(?<!\w)(?:{words})\s?\Z")


def find_purpose(sentence: Sentence) -> tuple[int, Cue] | None:
    """Return where a purchase from a third begins that money was given for, with its cue; None where there is none.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Denmark lent Peru $90 million to buy 12 boats from Norway."
    >>> at, cue = find_purpose(read_sentence(text, 0, len(text)))
    >>> text[at:]
    'to buy 12 boats from Norway.'
    """
    given = sentence.kinds("give", "noun_give")
    if not given or len({a.code for a in sentence.actors}) < 3:
        return None
    for cue in sentence.kinds("get", "noun_get"):
        at = _opening(sentence, cue)
        if at is not None and given[0].end <= at and _has_third(sentence, at):
            return at, cue
    return None


def _opening(sentence: Sentence, cue: Cue) -> int | None:
    text, opens = sentence.text, _opens(sentence.language)
    if sentence.language == "en" and text.startswith("to ", cue.start):
        return cue.start
    at = cue.start + 3 if sentence.language == "de" and text.startswith("zu ", cue.start) else cue.start
    found = opens.search(text, max(sentence.start, cue.start - REACH), at)
    if found is None or sentence.language != "de" or found[0].strip() != "zu":
        return found.start() if found else None
    clause = [m.start() for m in UM.finditer(text, sentence.start, cue.start)]
    return clause[-1] if clause else None


def _has_third(sentence: Sentence, at: int) -> bool:
    """True where two parties stand before a purpose, and one behind it that is neither."""
    before = {a.code for a in sentence.actors if a.end <= at}
    third = [a for a in sentence.actors if a.start >= at and a.mark in SOURCES and a.code not in before]
    return len(before) == 2 and len({a.code for a in third}) == 1
