"""Puts money in or out of scope by the nearest word that says what it is for (rules O-*)."""

from __future__ import annotations

import re

from aidflows.bind.scope import Setting
from aidflows.bind.sentence import Sentence
from aidflows.records import Cue, Figure

AID_BUDGET = re.compile(
    r"\b(?:aid|assistance|scheme|facility|fund) (?:scheme |programme |program |facility |fund )?(?:had|has|with|have) a budget|\b(?:aid|assistance) budget",
    re.IGNORECASE,
)


def _reach(figure: Figure, sentence: Sentence, *kinds: str) -> tuple[int, Cue] | None:
    """Return the nearest cue; one that follows behind a comma counts twice as far."""
    found = []
    for cue in sentence.kinds(*kinds):
        if cue.end <= figure.start:
            found.append((figure.start - cue.end, cue))
        else:
            gap = sentence.text[figure.end : cue.start]
            found.append((max(0, len(gap)) * (2 if "," in gap else 1), cue))
    return min(found, key=lambda f: f[0]) if found else None


def find_outside(figure: Figure, sentence: Sentence, setting: Setting, types: list[Cue]) -> str | None:
    """Return the rule that puts money out of scope, or None."""
    if setting.role == "loss":
        return "O-LOSS"
    bad = _reach(figure, sentence, "budget", "turnover", "own_use")
    if bad and bad[1].kind == "budget" and AID_BUDGET.search(sentence.text, sentence.start, sentence.end):
        bad = None
    good = _reach(
        figure,
        sentence,
        "give",
        "get",
        "noun_give",
        "noun_get",
        "grant_word",
        "sale_word",
        "loan_word",
        "exporter_total",
        "recipient_word",
        "supplier_word",
        "rise",
    )
    if bad and bad[0] < 90 and (not good or bad[0] < good[0]):
        return "O-" + bad[1].kind.upper()
    firms = {a.code for a in sentence.actors if a.kind == "company"}
    if figure.recipients and not figure.suppliers and firms and firms <= set(figure.recipients):
        return "O-OWN-INDUSTRY"
    if not good and not types and not any(a.kind == "company" for a in sentence.actors):
        return "O-NO-TRANSFER"
    return None
