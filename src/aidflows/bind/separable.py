"""Finds verbs that stand in two parts, a thing between them: `stellt Prag zwölf Panzer zur Verfügung`, `tog tolv vagnar emot`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Cue

# what stands between the parts is one clause; the second part closes it
FREE = ("ru", "uk")  # languages whose second part may be followed by the thing: `сдала Перу в аренду 12 катеров`
WHOLE = r"(?!\w)"
BETWEEN, CLOSES = r"\s(?:[^.;:]|[.:](?=\d)){1,140}?\s", r"(?=\s*(?:[.,;:)]|\Z|\s(?:und|och|till|åt|från|to|and)\s))"


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    verbs = [row["verbs"] for row in load_list("split_verbs") if row["lang"] == language]
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b", re.IGNORECASE) if verbs else None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str, tuple[str, str, str]], ...]:
    closes = WHOLE if language in FREE else CLOSES
    return tuple(
        (
            re.compile(rf"(?:{row['verbs']}){BETWEEN}(?:{row['particles']}){closes}", re.IGNORECASE),
            row["cue"],
            (row["stage"], row["flow_type"], ""),
        )
        for row in load_list("split_verbs")
        if row["lang"] == language
    )


def find_split_verbs(text: str, start: int, end: int, language: str) -> list[tuple[Cue, int]]:
    """Return the verbs of text[start:end] whose second part stands behind what they tell of, each with the end of that part.

    >>> [(c.kind, c.start, end) for c, end in find_split_verbs("Prag gab bei Wien zwölf Panzer in Auftrag.", 0, 42, "de")]
    [('get', 5, 41)]
    >>> find_split_verbs("Prag gab Wien zwölf Panzer.", 0, 27, "de")
    []
    """
    verbs = _verbs(language)
    found: list[tuple[Cue, int]] = []
    for verb in verbs.finditer(text, start, end) if verbs else ():
        read = [
            (m.end(), kind, value) for p, kind, value in _patterns(language) if (m := p.match(text, verb.start(), end))
        ]
        if read:  # `gab 36 in Auftrag und trat zwölf ab`: the nearest second part is the verb's own
            behind, kind, value = min(read)
            found.append((Cue(verb.start(), verb.end(), kind, value), behind))
    return found


GETS = re.compile(r"(?:bekommt|bekam(?:en)?|bekommen|erhält|erhielt(?:en)?|erhalten|kriegt(?:en?)?)\Z")
GIVEN = re.compile(r"ge\w+(?:t|en)\Z")


def is_got(text: str, cue: Cue, cues: list[Cue]) -> bool:
    """True of `geschenkt` in `Mali bekommt von Norwegen zwölf Haubitzen geschenkt`: who gets is the subject, and the participle tells how."""
    if cue.kind != "give" or GIVEN.search(text, cue.start, cue.end) is None:
        return False
    before = [c for c in cues if c.kind == "get" and c.end < cue.start and GETS.search(text, c.start, c.end)]
    return bool(before) and not re.search(r"[,;:]\s|\bund\b", text[before[-1].end : cue.start])
