"""Reads whose customer a party is called: `Algeria is Russia's third-largest customer` names who sells and who buys (rule P-CUSTOMER)."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue

NEAR = 34  # characters between a seller and the word for its customer
OWNING = frozenset({"GEN", "OF"})


def read_customer(sentence: Sentence) -> Parties:
    """Return who sells to whom in a sentence that calls one party another's customer, and nothing in any other.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Algeria is Russia's third-largest customer."
    >>> found = read_customer(read_sentence(text, 0, len(text)))
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['RUS'], ['DZA'])
    """
    for cue in sentence.kinds("recipient_word"):
        sellers = [a for a in sentence.actors if _sells(sentence, a, cue)]
        buyers = [a for a in sentence.actors if a.mark == "" and a.kind != "demonym" and a not in sellers]
        if (
            len({a.code for a in sellers}) == 1
            and len({a.code for a in buyers}) == 1
            and buyers[0].code != sellers[0].code
        ):
            return Parties(tuple(sellers[:1]), tuple(buyers[:1]), (), None, "P-CUSTOMER")
    return Parties()


# between the word for a customer and its amount: `, premier client de la période avec 9 milliards`
WITH = re.compile(
    r"[^.;:,]{0,48}?,?\s(?:with|mit|avec|con|med|z|ze|с|со|із|зі)\s(?:[^\W\d_]+\s){0,2}(?:[A-Z]{0,3}[$€£¥])?\Z"
)


def name_customer(sentence: Sentence, found: Parties, start: int) -> Parties:
    """Return the parties of an amount with the customer to whom it is put down: `Oman, the largest customer with 9 million euros of orders`."""
    for cue in sentence.kinds("recipient_word"):
        called = [a for a in sentence.actors if a.mark == "" and APPOSED.fullmatch(sentence.text, a.end, cue.start)]
        if called and cue.end <= start and WITH.fullmatch(sentence.text, cue.end, start):
            sellers = tuple(a for a in found.suppliers if a.code != called[-1].code)
            return found._replace(suppliers=sellers, recipients=(called[-1],))
    return found


APPOSED = re.compile(r",\s(?:[^\W\d_,.;]+\s){0,3}")


def is_of_arms(sentence: Sentence, actor: Actor) -> bool:
    """True of an adjective right before or right behind a word for arms: `Spanish arms`, `armes espagnoles`, not `Spanish wine`."""
    arms, text = word_pattern("customers", sentence.language, column="arms", folds=True), sentence.text
    if arms.match(text, actor.end + 1):
        return True
    return any(m.end() + 1 == actor.start for m in arms.finditer(text, max(0, actor.start - 30), actor.start))


def _sells(sentence: Sentence, actor: Actor, cue: Cue) -> bool:
    """True of whose customer it is: a genitive, whose arms it buys, or in Slavic languages a bare case behind the word."""
    is_behind = 0 <= actor.start - cue.end <= NEAR
    is_before = 0 <= cue.start - actor.end <= NEAR
    if actor.kind == "demonym":
        return (is_behind or is_before) and is_of_arms(sentence, actor)
    if actor.mark in OWNING:
        return is_behind or is_before
    return is_behind and actor.kind == "country:TO"
