"""Tells apart who lets give and who gives: `Riga allowed Oslo to send Lima 12 guns` is a gift of Oslo's (permissions.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.tokens import alternatives
from aidflows.records import Actor, Cue

NEAR = 16  # characters between a verb of letting and whom it lets
CLOSE = 90  # characters between whom it lets and what it then does
# what stands between whom it lets and what it does: an infinitive's `to`, or in German and Turkish the object
TO_DO = re.compile(r"(?:['’]s)?\s(?:to|à|a|ad|att|not\sto)?\s?(?:\w+ly\s)?")
LATE = ("de", "tr")  # languages whose infinitive comes last


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    words = [w for r in load_list("permissions") if r["lang"] == language for w in r["verbs"].split("|")]
    return re.compile(rf"\b(?:{alternatives(words)})(?!\w)") if words else None


def find_permitted(sentence: Sentence, cue: Cue) -> Actor | None:
    """Return who is let give by the verb of giving `cue`, or None.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Riga allowed Oslo to send Lima 12 guns."
    >>> find_permitted(sentence := read_sentence(text, 0, len(text)), sentence.kinds("give")[0]).code
    'NOR'
    """
    verbs = _verbs(sentence.language)
    if verbs is None:
        return None
    if sentence.language == "tr":
        return _permitted_in_turkish(sentence, cue, verbs)
    for verb in verbs.finditer(sentence.text, sentence.start, cue.start):
        let = next((a for a in sentence.actors if verb.end() <= a.start <= verb.end() + NEAR), None)
        if let is None or let.end > cue.start:
            continue
        gap = sentence.text[let.end : cue.start]
        is_late = sentence.language in LATE and gap.startswith(",") and len(gap) < CLOSE
        if is_late or TO_DO.fullmatch(gap):
            return let
    return None


def _permitted_in_turkish(sentence: Sentence, cue: Cue, verbs: re.Pattern[str]) -> Actor | None:
    """`Peru'nun Şili'ye 12 obüs vermesine izin verdi`: who is let stands in the genitive before the verbal noun."""
    verb = next((m for m in verbs.finditer(sentence.text, sentence.start, sentence.end) if m.end() >= cue.start), None)
    if verb is None or verb.start() > cue.end + CLOSE:
        return None
    owners = [a for a in sentence.actors if a.end < verb.start() and GENITIVE.match(sentence.text, a.end)]
    return owners[-1] if owners else None


GENITIVE = re.compile(r"['’](?:n[ıiuü]n|[ıiuü]n)\s")
