"""Reads who sells and who buys where two parties sign for a system that one of them makes."""

from __future__ import annotations

from aidflows.bind.listed import Parties
from aidflows.bind.places import group
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import SIGNED


def bind_signers(sentence: Sentence, parties: Parties, origin: str) -> Parties:
    """Return the parties with maker and buyer, where both sign together and the system is the maker's (rule P-SIGNERS).

    Origin alone never makes a supplier: two parties must be named as signing, and one of them must be the maker.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Russia and India signed a contract for five S-400 systems."
    >>> found = bind_signers(read_sentence(text, 0, len(text)), Parties(), "RUS")
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['RUS'], ['IND'])
    """
    reversed_ = {a.code for a in parties.recipients} == {origin} and parties.rule in ("P-GET", "P-DEAL")
    if not origin or (parties.suppliers and parties.recipients and not reversed_):
        return parties
    signed = SIGNED.search(sentence.text, sentence.start, sentence.end)
    at = parties.cue.start if parties.cue else sentence.start
    low, high = sentence.text.rfind(";", sentence.start, at), sentence.text.find(";", at, sentence.end)
    part = [a for a in sentence.actors if low < a.start and (high < 0 or a.start < high)]
    named = [a for a in part if a.kind != "demonym" and a.mark in ("", "WITH", "GEN", "BETWEEN")]
    codes = {a.code for a in named}
    if not signed or len(codes) != 2 or origin not in codes:
        return parties
    maker = next(a for a in named if a.code == origin)
    buyer = next(a for a in named if a.code != origin)
    if buyer not in group(sentence, maker) and "WITH" not in (maker.mark, buyer.mark):
        return parties
    return parties._replace(suppliers=(maker,), recipients=(buyer,), rule="P-SIGNERS")
