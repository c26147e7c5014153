"""Gives each part of a total its party, and the total nobody's: `bought arms for 10 million: from Oslo for 7, from Riga for 3` (rule P-PARALLEL)."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.normalise.breakdown import WHOLE
from aidflows.normalise.parallel import begins, share_parts, with_parties
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Figure

SIDES = ("suppliers", "recipients")
# what stands between a total and its first part; `: the first 12 tanks` behind a number of things divides nothing
DIVIDES = re.compile(rf"[^;.:\d]{{0,40}}?(?:\s?:|,\s(?:{alternatives(listed_words('portions'))}))\s")


def share_divided(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence with the party of their part, the total of several parts with none of theirs.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Mali bought arms for $10 million: from Norway for $7 million and from Chad for $3 million."
    >>> [f.supplier for f in extract_figures(text).figures]
    [None, 'NOR', 'TCD']
    """
    told = sorted(figures, key=begins)
    is_led = len(told) > 2 and told[0].kind == "money"
    opens = DIVIDES.match(sentence.text, told[0].end, begins(told[1])) if is_led else None
    if opens is None:
        return share_parts(sentence, figures)
    total, parts = told[0], told[1:]
    named = tuple(actor for actor in sentence.actors if actor.start >= opens.end())
    shared = share_parts(sentence._replace(actors=named), parts)
    side = next((side for side in SIDES if _varies(shared, side, {actor.code for actor in named})), None)
    if side is None:
        return share_parts(sentence, figures)
    other = SIDES[1 - SIDES.index(side)]
    theirs = {code for part in shared for code in getattr(part, side)}
    whole = tuple(code for code in getattr(total, other) if code not in theirs)
    if not theirs.isdisjoint(getattr(total, side)):
        total = with_parties(total, side, (), getattr(total, other))
    out = [total._replace(rules=(*total.rules, WHOLE))]
    for part in shared:
        known = getattr(part, other)
        is_known = bool(known) and theirs.isdisjoint(known)
        out.append(part if is_known or known == whole else with_parties(part, side, getattr(part, side), whole))
    return out


def _varies(parts: list[Figure], side: str, named: set[str]) -> bool:
    """True where each part of at least two has a party named behind the total, and not all the same."""
    parties = [getattr(part, side) for part in parts]
    return all(parties) and len(set(parties)) > 1 and all(named.issuperset(party) for party in parties)
