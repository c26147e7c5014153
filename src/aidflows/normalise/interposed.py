"""Keeps who stands between commas to what follows: `20 tanks and, from South Korea, 18 howitzers` (rule P-INTERPOSED)."""

from __future__ import annotations

import re

from aidflows.bind.coordination import is_together
from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Figure

# a conjunction, a comma, whom it is about, a comma
SET_OFF = re.compile(r"\s(?:and|und|sowie|et|y|e|ed|och|samt|i|oraz|и|і|й|та|ve),\s(?P<who>[^,;]{3,50}),\s")

CLOSED = re.compile(r"[;:.!?»”]\s")


def set_off_parts(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures with a source between commas for those behind it alone, and a partner there beside the giver.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norway gave Kenya 12 howitzers and, with Denmark, 14 tanks."
    >>> [f.suppliers for f in extract_figures(text).figures]
    [('NOR',), ('NOR', 'DNK')]
    """
    found = SET_OFF.search(sentence.text, sentence.start, sentence.end) if len(figures) > 1 else None
    inside = [a for a in sentence.actors if found and found.start("who") <= a.start < found.end("who")]
    if found is None or len({a.code for a in inside}) != 1:
        return figures
    stop = CLOSED.search(sentence.text, found.end())
    end = stop.start() if stop else sentence.end
    return [_settle(sentence, f, inside[0], is_behind=f.start > found.start()) if f.start < end else f for f in figures]


def _settle(sentence: Sentence, figure: Figure, actor: Actor, *, is_behind: bool) -> Figure:
    is_with = actor.mark == "WITH" and "P-GIVE" in figure.rules  # `signed, with Denmark,` tells of a deal
    is_partner = is_with or is_together(sentence.text, actor.start, actor.end, sentence.language)
    others = tuple(code for code in figure.suppliers if code != actor.code)
    if is_partner and is_behind and others:
        suppliers = (*others, actor.code)
    elif not is_behind and actor.code in figure.suppliers:
        suppliers = others
    else:
        return figure
    if suppliers == figure.suppliers:
        return figure
    alone = suppliers[0] if len(suppliers) == 1 else None
    return figure._replace(suppliers=suppliers, supplier=alone, rules=(*figure.rules, "P-INTERPOSED"))
