"""Reads who sells by who pays: `Mali handed Norway a down payment of $9 million for 12 howitzers` buys of Norway (payments.csv)."""

from __future__ import annotations

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Cue

RULE = "P-PAYMENT"
GIVES = frozenset({"P-GIVE", "P-AID", "P-MOVES"})


NEAR = 60  # characters between a figure and the word for what is paid ahead


def read_payment(sentence: Sentence, found: Parties, start: int) -> Parties:
    """Return the parties found, who gives and who gets in turns where what is given is a payment ahead for things (rule P-PAYMENT).

    >>> from aidflows.bind.sentence import read_sentence
    >>> mali, norway = read_sentence("Mali Norway", 0, 11).actors
    >>> sentence = read_sentence("Mali handed Norway a deposit of $9 million for 12 guns.", 0, 54)
    >>> told = read_payment(sentence, Parties((mali,), (norway,), (), None, "P-GIVE"), 34)
    >>> [a.code for a in told.suppliers], [a.code for a in told.recipients]
    (['NOR'], ['MLI'])
    """
    noun = word_pattern("payments", sentence.language, folds=True).search(sentence.text, sentence.start, sentence.end)
    if noun is None or abs(noun.start() - start) > NEAR:
        return found
    if found.rule in GIVES and found.suppliers and found.recipients:
        cue = Cue(*noun.span(), "noun_get", ("ordered", "sale", ""))
        return found._replace(suppliers=found.recipients, recipients=found.suppliers, cue=cue, rule=RULE)
    payers = [a for a in sentence.actors if a.mark == "BY"]
    paid = [a for a in sentence.actors if a.mark == "TO"]
    if found.suppliers or len(payers) != 1 or len(paid) != 1 or payers[0].code == paid[0].code:
        return found
    return Parties(tuple(paid), tuple(payers), (), Cue(*noun.span(), "noun_get", ("ordered", "sale", "")), RULE)
