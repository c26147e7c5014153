"""Reads a deal between two parties by the verb of one of them: `Peru and Norway signed a deal under which Lima will receive 12 boats` (P-MUTUAL)."""

from __future__ import annotations

import re
from itertools import pairwise

from aidflows.bind.coordination import is_coordinate
from aidflows.bind.listed import Parties
from aidflows.bind.places import subject_of
from aidflows.bind.sentence import Sentence
from aidflows.bind.telling import ANNOUNCES
from aidflows.bind.wording import SIGNED
from aidflows.records import Actor, Cue

ACTS = ("give", "get")
THAT = re.compile(r"\sthat\s")


def bind_mutual(sentence: Sentence, parties: Parties) -> Parties:
    """Return the parties of a deal that two alone sign, where one of them then gives or gets; any others as they are.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Peru and Norway signed a $9 million deal under which Lima will receive 12 boats."
    >>> found = bind_mutual(read_sentence(text, 0, len(text)), Parties())
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['NOR'], ['PER'])
    """
    names = [a for a in sentence.actors if a.mark not in ("IN", "AGAINST")]
    if len({a.code for a in names}) != 2:
        return parties
    signed = SIGNED.search(sentence.text, sentence.start, sentence.end) if _are_partners(sentence, names) else None
    if signed is None:
        return parties
    for cue in sentence.kinds(*ACTS):
        acting = _acting(sentence, cue, names, signed.start())
        if acting is not None:
            other = next(a for a in names if a.code != acting.code)
            pair = ((acting,), (other,)) if cue.kind == "give" else ((other,), (acting,))
            return parties._replace(suppliers=pair[0], recipients=pair[1], cue=parties.cue or cue, rule="P-MUTUAL")
    return parties


def _are_partners(sentence: Sentence, names: list[Actor]) -> bool:
    """True of two names joined by `and`, or of one behind `with`."""
    pairs = ((a, b) for a, b in pairwise(names) if a.code != b.code)
    return any(
        "WITH" in (a.mark, b.mark) or (a.mark == b.mark and is_coordinate(sentence.text, a.end, b.start))
        for a, b in pairs
    )


def _acting(sentence: Sentence, cue: Cue, names: list[Actor], signed: int) -> Actor | None:
    """Return who of two signers gives or gets by a verb that is none of signing: named again, alone, as its subject."""
    text = sentence.text
    if SIGNED.match(text, cue.start) or ANNOUNCES.match(text, cue.start):
        return None
    before = [a for a in names if a.end <= cue.start]
    if len({a.code for a in before}) != 2:
        return None
    if (
        sentence.language == "tr"
    ):  # `Lima'nın alacağı`: the subject of a clause stands in the genitive, before the verb of signing
        owner = before[-1]
        return owner if owner.mark == "GEN" and any(a.code == owner.code for a in before[:-1]) else None
    subject = subject_of(sentence, cue)
    if len(subject) != 1 or subject[0].start <= signed:
        return None
    is_told = sentence.language == "en" and THAT.search(text, subject[0].end, cue.start) is not None
    return None if is_told else subject[0]  # `Lima told Oslo that its navy had bought`
