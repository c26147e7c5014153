"""Finds whose a thing was before it was bought: `24 jets that belonged to the Danish air force` (owners.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor

REACH = 70  # characters between the words and the end of the owner's name
BETWEEN = r"(?:[^\s,;:.]+\s){0,4}"


@cache
def _words(language: str, place: str) -> re.Pattern[str]:
    words = alternatives(listed_words("owners", language, place=place)) or NOTHING
    shape = (
        rf"(?<!\w)(?:{words})(?:\s|(?<=['’])){BETWEEN}\Z"
        if place == "before"
        else rf"(?:['’]\w+)?\s{BETWEEN}(?:{words})(?!\w)"
    )
    return re.compile(shape)


def owned_before(sentence: Sentence, buyers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return whose the things of a sentence were, told by the words before or behind the owner, who is no buyer.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Peru bought 24 jets that belonged to the Danish air force."
    >>> sentence = read_sentence(text, 0, len(text))
    >>> [a.code for a in owned_before(sentence, sentence.actors[:1])]
    ['DNK']
    """
    codes = {a.code for a in buyers}
    return tuple(a for a in sentence.actors if a.code not in codes and _owned(sentence, a))[:1]


def _owned(sentence: Sentence, actor: Actor) -> bool:
    text, language = sentence.text, sentence.language
    before, behind = _words(language, "before"), _words(language, "behind")
    if before.search(text, max(sentence.start, actor.start - REACH), actor.start):
        return True
    return behind.match(text, actor.end, sentence.end) is not None
