"""Reads who owes whom for things: `Mali still owes Norway $9 million for 12 howitzers` (owing.csv)."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.matcher import item_matcher
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue

THINGS = frozenset({"type", "system", "designation"})
FOR = re.compile(r"\b(?:for|für|pour|por|per|för|za|за|için)\b")


def read_owing(sentence: Sentence) -> Parties:
    """Return who sold and who bought where one of two countries owes the other for things; nothing elsewhere (rule P-OWES).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Mali still owes Norway $9 million for 12 howitzers."
    >>> p = read_owing(read_sentence(text, 0, len(text)))
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients]
    (['NOR'], ['MLI'])
    """
    actors = [a for a in sentence.actors if a.mark not in ("IN", "AGAINST")]
    owes = word_pattern("owing", sentence.language).search(sentence.text, sentence.start, sentence.end)
    if owes is None or len({a.code for a in actors}) != 2 or not _names_things(sentence):
        return Parties()
    debtor = _debtor(sentence, owes.start(), actors)
    if debtor is None:
        return Parties()
    creditor = next(a for a in actors if a.code != debtor.code)
    return Parties((creditor,), (debtor,), (), Cue(*owes.span(), "get", ("ordered", "sale", "")), "P-OWES")


def _names_things(sentence: Sentence) -> bool:
    found = item_matcher(sentence.language).find(sentence.text, sentence.start, sentence.end)
    return FOR.search(sentence.text, sentence.start, sentence.end) is not None and any(c.kind in THINGS for c in found)


def _debtor(sentence: Sentence, at: int, actors: list[Actor]) -> Actor | None:
    """Return the subject: the first before the verb, in Turkish in the genitive, that stands in no dative."""
    before = [a for a in actors if a.end <= at and a.kind != "demonym"]
    free = [a for a in before if a.mark in ("", "GEN")]
    return free[0] if free else None
