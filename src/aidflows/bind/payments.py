"""Reads who sells by who pays: `Mali handed Norway a down payment of $9 million for 12 howitzers` buys of Norway (payments.csv)."""

from __future__ import annotations

from aidflows.bind.listed import Parties
from aidflows.bind.places import PAYS
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
    is_gift = found.rule in GIVES and bool(found.suppliers and found.recipients)
    payers = [a for a in sentence.actors if a.mark == "BY"]
    if not is_gift and not payers:
        return found
    noun = word_pattern("payments", sentence.language, folds=True).search(sentence.text, sentence.start, sentence.end)
    if noun is None or abs(noun.start() - start) > NEAR:
        return found
    if is_gift:
        cue = Cue(*noun.span(), "noun_get", ("ordered", "sale", ""))
        return found._replace(suppliers=found.recipients, recipients=found.suppliers, cue=cue, rule=RULE)
    paid = [a for a in sentence.actors if a.mark == "TO"]
    if found.suppliers or len(payers) != 1 or len(paid) != 1 or payers[0].code == paid[0].code:
        return found
    return Parties(tuple(paid), tuple(payers), (), Cue(*noun.span(), "noun_get", ("ordered", "sale", "")), RULE)


def read_paid_for(sentence: Sentence) -> Parties:
    """Return who makes or does a thing and who pays for it in a clause of its own (rule P-PAID-FOR).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Norway built 12 boats, for which Mali paid $90 million."
    >>> p = read_paid_for(read_sentence(text, 0, len(text)))
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients]
    (['NOR'], ['MLI'])
    """
    if len({a.code for a in sentence.actors}) != 2:
        return Parties()
    which = word_pattern("payments", sentence.language, column="which")
    found = which.search(sentence.text, sentence.start, sentence.end)
    if found is None:
        return Parties()
    before = [a for a in sentence.actors if a.end <= found.start()]
    payer = next((a for a in sentence.actors if a.start >= found.end()), None)
    verb = next((c for c in sentence.kinds("get") if c.start > found.end()), None)
    is_paid = verb is not None and PAYS.match(sentence.text, verb.start) is not None
    others = [c for c in sentence.kinds("get", "request", "interest") if c.end <= found.start()]
    if len(before) != 1 or before[0].mark or payer is None or not is_paid or others or verb is None:
        return Parties()
    return Parties((before[0],), (payer,), (), verb, "P-PAID-FOR")
