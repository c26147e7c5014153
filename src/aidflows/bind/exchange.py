"""Turns the parties round for what a sentence says is given in return: `gave Oslo 12 guns in exchange for $5 million`."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence

IN_RETURN = re.compile(
    r"\b(?:in\s(?:exchange|return)\s(?:for|it\s(?:will\s)?(?:gets?|receives?))|im\s(?:Gegenzug|Tausch)\s(?:für|gegen)|en\séchange\sd[e'’u]|a\scambio\sde|in\scambio\sdi|i\sutbyte\smot|w\szamian\sza|в\sобмен\sна|в\sобмін\sна|karşılığında)",
    re.IGNORECASE,
)
REACH = 30  # characters: of what is told of right behind, no more
GIVEN = frozenset({"P-GIVE", "P-MOVES"})


def in_return(sentence: Sentence, parties: Parties, start: int) -> Parties:
    """Return the parties of a gift the other way round for a figure behind `in exchange for`; of a purchase they stay: it is the price.

    >>> from aidflows.bind.parties import bind_parties
    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Peru gave Chile 12 guns in exchange for six boats."
    >>> found = bind_parties(read_sentence(text, 0, len(text)), 40, 49)
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['CHL'], ['PER'])
    """
    if parties.rule not in GIVEN or parties.cue is None or not (parties.suppliers and parties.recipients):
        return parties
    told = IN_RETURN.search(sentence.text, max(sentence.start, parties.cue.end), start)
    if told is None or start - told.end() > REACH:
        return parties
    behind = (a for a in sentence.actors if a.mark == "FROM" and a.start >= told.end())
    third = next(((a,) for a in behind), ())  # `a Patriot from Washington`
    return parties._replace(suppliers=third or parties.recipients, recipients=parties.suppliers)
