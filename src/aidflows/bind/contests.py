"""Reads who sells to whom by who won a contest for an order: `Norway beat Chile to an order from Mali` (bystanders.csv)."""

from __future__ import annotations

from aidflows.bind.bystanders import find_contest
from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.records import Cue

RULE = "P-CONTEST"


def read_contest(sentence: Sentence) -> Parties:
    """Return the winner as who sells and the one third party as who buys, where no verb of buying tells of another deal (rule P-CONTEST).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Norway beat Chile to an order for 12 howitzers from Mali."
    >>> p = read_contest(read_sentence(text, 0, len(text)))
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients]
    (['NOR'], ['MLI'])
    """
    codes = {a.code for a in sentence.actors}
    if len(codes) != 3:
        return Parties()
    contest = find_contest(sentence.text, sentence.actors, sentence.language)
    orders = sentence.kinds("noun_get", "noun_give")
    named = {c.start for c in orders}  # `order` is a noun and a verb
    if contest is None or not orders or any(c.start not in named for c in sentence.kinds("get", "give")):
        return Parties()
    won, lost = contest
    third = next((a for a in sentence.actors if a.code not in (won.code, lost.code)), None)
    if third is None:
        return Parties()
    return Parties((won,), (third,), (), Cue(orders[0].start, orders[0].end, "noun_get", ("ordered", "sale", "")), RULE)
