"""Settles words that are a noun or a verb (`China grants Mali 3 million`, `Chinese grants to Mali`) by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidflows.records import Actor, Cue

# what stands before a verb: a name, a pronoun, a body that acts; not an adjective (`Chinese grants`), not `China's grants`
BEFORE = re.compile(
    r"(?:(?<![\w-])[A-Z][\w.&)-]*|\b(?:it|which|who|that|also|now|and|since|then|later|has|have|government|ministry|embassy|bank|company|state|republic|party|fund)|\)|\d)\s+\Z"
)
# what stands behind one: an object; `grants 2022` is a heading
BEHIND = re.compile(
    r"\s+(?:an?|the|its|their|his|another|more|additional|further|up\sto|about|around|over|nearly|some|RMB|CFA)\s|\s+(?!(?:19|20)\d\d\b)(?:[A-Z]{0,3}[$€£¥]|\d)|\s+[A-Z](?!\w*s?\s*:)"
)
AMOUNT = re.compile(r"\s+(?:an?other|some|about|around|more\sthan|up\sto|over|nearly)?\s*(?:[A-Z]{0,3}[$€£¥]|\d)")
SUMS_ALONE = (
    "with",
    "added",
    "adds",
    "in",
)  # `joined with 3 million`, not `joined with Oslo`; not `added the minister`
DEBT = re.compile(r"[^.;]{0,90}\b(?:debts?|outstanding\s(?:loans?|obligations)|arrears)\b")
CHOSEN = re.compile(r"(?:picked|selected|chose)\s+to\b")


def settle_verbs(text: str, floor: int, actors: tuple[Actor, ...], cues: Iterable[Cue]) -> list[Cue]:
    """Return the cues with every `noun_or_give` read as a verb of giving or left out, and `chose to act` taken for no purchase.

    >>> cue = Cue(6, 12, "noun_or_give", ("delivered", "grant", ""))
    >>> [c.kind for c in settle_verbs("China grants Mali $3m", 0, (), [cue])]
    ['give']
    >>> settle_verbs("China's grants to Mali", 0, (), [cue._replace(start=8, end=14)])
    []
    """
    found = sorted([*cues, *_made_available(text, floor)], key=lambda cue: cue.start)
    doubtful = [c for c in found if c.kind == "noun_or_give"]
    verbs = {c.start for c in doubtful if _is_verb(text, floor, actors, c)}
    kept = []
    for cue in found:
        if cue.kind == "noun_or_give":
            kept += [cue._replace(kind="give")] if cue.start in verbs else []
        elif cue.kind == "cancel" and DEBT.search(text, cue.end, cue.end + 110):
            kept.append(cue._replace(kind="give", value=("delivered", "grant", "")))  # who cancels a debt gives
        elif not (cue.kind == "noun_give" and cue.start in verbs) and not (
            cue.kind == "get" and CHOSEN.match(text, cue.start)
        ):
            kept.append(cue)
    return kept


# `is making 40 million euros available`: the verb stands in two parts, a sum between them
MADE = re.compile(r"\b(?:make|makes|made|making)\s(?:[^.;\d]|\.(?=\d)){0,30}\d(?:[^.;]|\.(?=\d)){0,50}\savailable\b")


def _made_available(text: str, floor: int) -> list[Cue]:
    if text.find(" available", floor, floor + SPAN) < 0:
        return []
    found = MADE.search(text, floor, floor + SPAN)
    return [Cue(found.start(), found.start() + 4, "give", ("pledged", "grant", ""))] if found else []


SPAN = 600  # characters behind the beginning of a sentence


def _is_verb(text: str, floor: int, actors: tuple[Actor, ...], cue: Cue) -> bool:
    if any(a.kind == "demonym" and a.end == cue.start - 1 for a in actors):
        return False
    behind = AMOUNT if text.endswith(SUMS_ALONE, cue.start, cue.end) else BEHIND
    return bool(BEFORE.search(text, max(floor, cue.start - 40), cue.start) and behind.match(text, cue.end))
