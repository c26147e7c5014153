"""Tells names of systems and firms from what is spelt the same: given names, cities, software."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Cue

REACH = 24  # characters before a name that tell what it is
# `HIMARS-like launchers` are no HIMARS; `a military vehicle firm` has no vehicle; `(Atmaca, 1999, p. 20)` is a person
NO_ITEM = re.compile(
    r"-(?:like|style|ähnlich)|[\s-](?:firm|company|companies|manufactur|maker|builder|building\s(?:firm|compan|yard|program)|industry|industries|sector|technolog|factory|exercise|[Dd]efen[cs]e\b(?! (?:system|missile|batter|gun|radar)))|,\s\d{4}[,;)a]"
)
# `Hercules Inc said`, `Orion Royal Bank`, `Abrams told reporters`: a firm or a person; never `Hercules said to be new`, nor what is counted
FIRM_OR_PERSON = re.compile(
    r"(?:\s[A-Z][a-z]+){0,2}\s(?:Inc|Corp|Co|Ltd|plc|Plc|PLC|AG|GmbH|LLC|Holdings|Bank|Oil|Mining|Airlines|Hotels?)\b(?!-)|(?:\s[A-Z][a-z]+)?\s(?:said|told|added|admitted|argued|testified|replied)\b(?!\sto\b)"
)
Sides = tuple[re.Pattern[str], re.Pattern[str]]


@cache
def _lookalikes() -> dict[str, list[Sides]]:
    """Return by name what stands before and behind it where it names no system."""
    table: dict[str, list[Sides]] = {}
    for row in load_list("lookalikes"):
        before = re.compile(rf"(?:{row['before']})\Z") if row["before"] else re.compile("")
        table.setdefault(row["name"], []).append((before, re.compile(row["behind"])))
    return table


def is_lookalike(text: str, cue: Cue) -> bool:
    """Tell whether a name or noun of hardware means something else where it stands.

    >>> cue = Cue(0, 6, "system", ("viktor",))
    >>> [is_lookalike(text, cue) for text in ("Viktor Orban paid.", "Viktor Ltd paid.", "Viktor told us.", "Viktor guns")]
    [True, True, True, False]
    """
    if NO_ITEM.match(text, cue.end):
        return True
    name = text[cue.start : cue.end]
    is_counted = text[max(0, cue.start - 2) : cue.start - 1].isdigit()
    if (
        cue.kind == "system"
        and name[-1].isalpha()
        and not is_counted
        and (FIRM_OR_PERSON.match(text, cue.end) or text[cue.start - 1 : cue.start] == "<")
    ):
        return True
    return any(
        before.search(text, max(0, cue.start - REACH), cue.start) and behind.match(text, cue.end)
        for before, behind in _lookalikes().get(name, ())
    )


@cache
def _namesakes() -> dict[str, re.Pattern[str]]:
    return {
        row["name"]: re.compile(rf"\s(?!(?:{row['goes_on']})\b)[A-ZÀ-Ž][a-zà-ž]+\b") for row in load_list("namesakes")
    }


def is_namesake(text: str, cue: Cue) -> bool:
    """Tell whether the name of a firm is a person's given name, by the surname behind it (namesakes.csv).

    >>> [is_namesake(text, Cue(0, 6, "actor", ("ISR",))) for text in ("Rafael Moreno paid.", "Rafael paid.")]
    [True, False]
    """
    namesake = _namesakes().get(text[cue.start : cue.end])
    return namesake is not None and namesake.match(text, cue.end) is not None
