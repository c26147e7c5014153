"""Tells where a verb leaves its subject unsaid: `En 2019 entregó doce obuses`, `Ha pagato 40 milioni`."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.bind.voice import is_passive
from aidflows.recognise.dates import MONTHS
from aidflows.records import Cue

UNSAID = frozenset({"es", "it", "pl", "ru", "uk"})
# what may stand before such a verb: prepositions, pronouns, times and words like `also`; a noun may be its subject
_TIMES = "|".join(sorted((m for m in MONTHS if len(m) > 2), key=len, reverse=True))
OPENS = re.compile(
    rf"(?:(?:\w{{1,3}}|\d{{1,4}}|{_TIMES}|roku|году|году́|року|році|año|anno|también|además|después|luego|hasta|ahora|antes|inoltre|anche|finora|prima|dopo|także|dotąd|następnie|wcześniej|potem|также|затем|позже|раньше|потом|також|потім|наразі|раніше|пізніше)[\s,.]+)*\Z",
    re.IGNORECASE,
)
WENT = re.compile(
    r"(?:sono|è|son|fue|fueron|van?|vanno|andat[oaie]|and[òr]|trafi|pójd|pošl|пошл|пойд|ушл|піш|піде)", re.IGNORECASE
)


def is_unsaid(sentence: Sentence, cue: Cue | None, gives: bool, gets: bool) -> bool:
    """True of a verb that opens its sentence without a subject, in a language that may leave it unsaid, where its party is open.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "En 2019 entregó doce obuses a Mali."
    >>> sentence = read_sentence(text, 0, len(text), language="es")
    >>> [is_unsaid(sentence, c, False, True) for c in sentence.kinds("give")]
    [True]
    """
    if sentence.language not in UNSAID or cue is None or cue.kind not in ("give", "get"):
        return False
    if (gives if cue.kind == "give" else gets) or WENT.match(sentence.text, cue.start) or is_passive(sentence, cue):
        return False
    if any(a.mark == "" and a.kind != "demonym" for a in sentence.actors):
        return False
    return OPENS.fullmatch(sentence.text, sentence.start, cue.start) is not None
