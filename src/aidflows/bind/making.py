"""Reads what one country builds for another: `two corvettes built in Norway for Mali`, `Saab bygger båtar åt Mali` (making.csv)."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.places import group
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue

REACH = 90  # characters between a verb of making, what is made and whom it is for
# what tells that a thing is held, lost or trained on: nothing moves; what is built is also `launched`
OTHERWISE = (
    "loss",
    "inventory",
    "deployment",
    "exercise",
    "casualty",
    "refuse",
    "cancel",
    "suspend",
    "training",
    "budget",
    "turnover",
)

FOR = re.compile(r"\b(?:for|für|pour|para|per|för|åt|dla|для)\s[^,;:.]*\Z")
NEAR = 36  # characters between the preposition and whom a thing is for: `for the navy of `


def read_making(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the parties of what is made by one, or in its country, for another (rule P-MADE).

    Only two countries may be named: the maker, told by `by`, as the place or as the subject, and the one it is made for.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Two corvettes built in Norway for Mali were launched."
    >>> p = read_making(read_sentence(text, 0, len(text)), 4, 13)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['NOR'], ['MLI'], 'P-MADE')
    """
    actors = [a for a in sentence.actors if a.mark != "AGAINST"]
    if len({a.code for a in actors}) != 2 or sentence.kinds(*OTHERWISE):
        return Parties()
    getters = [a for a in actors if _is_for(sentence, a)]
    makers = [a for a in actors if a.mark in ("BY", "FROM", "IN", "") and a.kind != "demonym"]
    verb = word_pattern("making", "en", sentence.language, column="verbs").search(
        sentence.text, sentence.start, sentence.end
    )
    if verb is None or len({a.code for a in getters}) != 1 or len({a.code for a in makers}) != 1:
        return Parties()
    span = (min(verb.start(), start), max(verb.end(), end))
    if getters[0].code == makers[0].code or not all(_is_near(a, span) for a in (getters[0], makers[0])):
        return Parties()
    cue = Cue(verb.start(), verb.end(), "give", ("ordered", "sale", ""))
    return Parties(group(sentence, makers[0]), group(sentence, getters[0]), (), cue, "P-MADE")


def _is_for(sentence: Sentence, actor: Actor) -> bool:
    """True of whom a thing is made for: `for Mali`, `per la marina del Mali`; not of `for its own navy, far from Mali`."""
    if actor.mark == "TO" and sentence.language == "tr":
        return True
    is_behind = FOR.search(sentence.text, max(sentence.start, actor.start - NEAR), actor.start) is not None
    return is_behind and actor.mark in ("TO", "OF", "GEN")


def _is_near(actor: Actor, span: tuple[int, int]) -> bool:
    return span[0] - actor.end <= REACH and actor.start - span[1] <= REACH
