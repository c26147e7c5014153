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
    debt = word_pattern("owing", sentence.language, column="debts", folds=True)
    noun = debt.search(sentence.text, sentence.start, sentence.end)
    # `Norway's debt grew after it sold Mali 12 guns`: beside a deal a debt is another matter
    told = owes or (
        None if any(not FORGIVES.match(sentence.text, c.start) for c in sentence.kinds("give", "get")) else noun
    )
    if told is None or len({a.code for a in actors}) != 2 or not _names_things(sentence):
        return Parties()
    debtor = _debtor(sentence, told.start(), actors) if owes else _whose(sentence, told, actors)
    if debtor is None:
        return Parties()
    creditor = next(a for a in actors if a.code != debtor.code)
    return Parties((creditor,), (debtor,), (), Cue(*told.span(), "get", ("ordered", "sale", "")), "P-OWES")


def _names_things(sentence: Sentence) -> bool:
    text, low, high = sentence.text, sentence.start, sentence.end
    if sentence.language != "tr" and FOR.search(text, low, high) is None:
        return False  # a Turkish debt has its thing before it: `silah borcu`
    arms = word_pattern("customers", sentence.language, column="arms", folds=True)
    is_of_arms = arms.search(text, low, high) is not None
    return is_of_arms or any(c.kind in THINGS for c in item_matcher(sentence.language).find(text, low, high))


def _whose(sentence: Sentence, debt: re.Match[str], actors: list[Actor]) -> Actor | None:
    """Return whose debt it is: `Mali's debt`, `the Malian debt`, `la dette du Mali`, `долг Мали`."""
    creditor = next((a for a in actors if a.mark == "TO" and a.start > debt.end()), None)
    if (
        sentence.language in OWED_TO
        and creditor
        and (first := next((a for a in actors if a.end <= debt.start()), None))
    ):
        return first  # `Mali ran up a debt of $9 million to Norway`
    for actor in actors:
        is_before = actor.end <= debt.start() and debt.start() - actor.end <= NEAR
        is_behind = 0 < actor.start - debt.end() <= NEAR
        is_adjective = actor.kind == "demonym" and actor.end + 1 == debt.start()
        if (is_before and (actor.mark == "GEN" or is_adjective)) or (is_behind and actor.mark in ("OF", "GEN", "TO")):
            return actor
    return None


OWED_TO = ("en", "fr", "es", "it", "sv")  # languages whose preposition tells to whom a debt is owed
FORGIVES = re.compile(r"(?:(?:was|were|is|has\sbeen|have\sbeen)\s)?(?:forg[aio]v|cancel|waiv|writ|wrote)")
NEAR = 12  # characters between a debt and whose it is


def _debtor(sentence: Sentence, at: int, actors: list[Actor]) -> Actor | None:
    """Return the subject: the first before the verb, in Turkish in the genitive, that stands in no dative."""
    before = [a for a in actors if a.end <= at and a.kind != "demonym"]
    free = [a for a in before if a.mark in ("", "GEN")]
    return free[0] if free else None
