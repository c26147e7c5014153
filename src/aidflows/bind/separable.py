"""Finds verbs that stand in two parts, a thing between them: `stellt Prag zwölf Panzer zur Verfügung`, `tog tolv vagnar emot`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Cue

# what stands between the parts is one clause; the second part closes it
BETWEEN, CLOSES = r"\s(?:[^.;:]|[.:](?=\d)){1,140}?\s", r"(?=\s*(?:[.,;:)]|\Z|\s(?:und|och)\s))"


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str, tuple[str, str, str]], ...]:
    rows = [row for row in load_list("split_verbs") if row["lang"] == language]
    return tuple(
        (
            re.compile(rf"\b(?P<verb>{row['verbs']}){BETWEEN}(?:{row['particles']}){CLOSES}", re.IGNORECASE),
            row["cue"],
            (row["stage"], row["flow_type"], ""),
        )
        for row in rows
    )


def find_split_verbs(text: str, start: int, end: int, language: str) -> list[Cue]:
    """Return the verbs of text[start:end] whose second part stands behind what they tell of, in German and Swedish.

    >>> [(c.kind, c.start) for c in find_split_verbs("Prag gab bei Wien zwölf Panzer in Auftrag.", 0, 42, "de")]
    [('get', 5)]
    >>> find_split_verbs("Prag gab Wien zwölf Panzer.", 0, 27, "de")
    []
    """
    found = []
    for pattern, kind, value in _patterns(language):
        for match in pattern.finditer(text, start, end):
            found.append(Cue(match.start("verb"), match.end("verb"), kind, value))
    return found
