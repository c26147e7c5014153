"""Tells whom a plain clause names right beside its verb of giving, against which nothing is weighed."""

from __future__ import annotations

import re

from aidflows.bind.own_clauses import see_own_clause
from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Cue, Figure

# what may stand between who gives and the verb: a relative pronoun behind its comma, auxiliaries and adverbs; an aside may not
BETWEEN = re.compile(r"(?:,\s[^\W\d]+)?\s(?:[^\W\d]+\s){0,3}")
REACH = 60  # characters from the verb to a figure of its list
BROKEN = re.compile(
    r"[;:—–]|,\s(?:and|but|und|et|mais|y|pero|e|ma|och|men|i|a|и|а|но|і|й|але|ve)\s"
)  # another clause begins
RELATIVE = 8  # characters between a thing and who gave it: `four helicopters that India gave`
DEALS = frozenset({"P-GIVE", "P-GET", "P-AID", "P-DEAL"})
GOAL = 40  # characters behind a figure in which its recipient is told


def find_plain(figure: Figure, sentence: Sentence) -> tuple[bool, bool]:
    """Return whether a clause names the figure's supplier right before its verb of giving, and its recipient besides.

    `Poland, which has given Ukraine 240 tanks` names both; in `Israel, as its president said, sold the republic 12 drones` an aside stands
    between, and in `Poland sent 12 jets` nobody is told to get them.
    """
    if len(figure.suppliers) == len(figure.recipients) == 1 and _has_own_clause(figure, sentence):
        return True, True
    if len(figure.suppliers) != 1 or "P-GIVE" not in figure.rules:
        return False, False
    verb = _verb(figure, sentence)
    giver = _subject(sentence, verb) if verb else None
    if verb is None or giver is None or giver.code != figure.suppliers[0]:
        return False, False
    others = _others(figure, sentence, giver, verb)
    is_clear = {a.code for a in others} <= {*figure.suppliers, *figure.recipients} and not _has_source(figure, sentence)
    is_clear = is_clear and not any(
        a.kind == "demonym" for a in others
    )  # `committed itself to 24 French jets`: whose make
    return is_clear, is_clear and any(a.code in figure.recipients for a in others)


def _has_own_clause(figure: Figure, sentence: Sentence) -> bool:
    """True where the clause that tells of a thing names its two parties and nobody else, and the sentence others besides."""
    if DEALS.isdisjoint(figure.rules):
        return False
    seen = see_own_clause(sentence, figure.start, figure.end)
    is_narrower = len(seen.actors) < len(sentence.actors) and all(a.kind != "company" for a in seen.actors)
    told = {*figure.suppliers, *figure.recipients}
    # `After giving Mali 12 guns and Chad six radars, Norway ordered`: each gets its own of one giver
    others = [a for a in seen.actors if a.code not in told]
    return is_narrower and told <= {a.code for a in seen.actors} and all(a.mark == "TO" for a in others)


def _verb(figure: Figure, sentence: Sentence) -> Cue | None:
    """Return the verb of giving that a figure stands behind or, as in `the jets that India gave`, before."""
    verbs = sorted(sentence.kinds("give", "get"), key=lambda cue: cue.start)
    before = [cue for cue in verbs if cue.end <= figure.start]
    if before and figure.start - before[-1].end <= REACH and _is_one_clause(sentence, before[-1].end, figure.start):
        return before[-1] if before[-1].kind == "give" else None
    behind = next((cue for cue in verbs if cue.start >= figure.end), None)
    named = any(figure.end <= a.start <= figure.end + RELATIVE for a in sentence.actors)
    return behind if behind is not None and behind.kind == "give" and named else None


def _is_one_clause(sentence: Sentence, start: int, end: int) -> bool:
    return not BROKEN.search(sentence.text, start, end)


def _subject(sentence: Sentence, verb: Cue) -> Actor | None:
    before = [a for a in sentence.actors if a.end <= verb.start]
    if not before or before[-1].mark or before[-1].kind == "demonym":
        return None
    is_first = not any(before[-1].end <= c.start < verb.start for c in sentence.kinds("give", "get"))
    return before[-1] if is_first and BETWEEN.fullmatch(sentence.text, before[-1].end, verb.start) else None


def _has_source(figure: Figure, sentence: Sentence) -> bool:
    """True of `India cleared six aircraft from Boeing`: who lets a thing be bought gives none."""
    near = (a for a in sentence.actors if figure.end <= a.start < figure.end + GOAL)
    return any(a.mark in ("FROM", "BY") for a in near)


def _others(figure: Figure, sentence: Sentence, giver: Actor, verb: Cue) -> list[Actor]:
    """Return who stands between the verb and the figure, or right behind both, as the one that it is for."""
    low, high = min(verb.end, figure.end), max(verb.end, figure.end)
    inside = [a for a in sentence.actors if low <= a.start < max(figure.start, verb.end) and a.start != giver.start]
    behind = [
        a for a in sentence.actors if high <= a.start < high + GOAL and (a.mark == "TO" or a.start - verb.end == 1)
    ]
    return inside + behind[:1]
