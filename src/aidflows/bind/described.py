"""Tells whom a description means that names nobody: `the emirate`, `dem Königreich`, `el país andino` (descriptions.csv, country_groups.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Cue

BACK = 1500  # characters before a description in which the one it means is named
# what makes a description one of a state named before: an article, or in languages without one nothing that counts or picks
DEFINITE = {
    "en": re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:oil-rich\s|gas-rich\s|tiny\s|small\s|rich\s|wealthy\s|neighbouring\s)?\Z"),
    "de": re.compile(r"\b(?:[Dd]as|[Dd]em|[Dd]es|[Dd]er|[Dd]en|[Dd]ie|[Zz]um|[Zz]ur|[Bb]eim|[Vv]om)\s(?:kleine[nrms]?\s|reiche[nrms]?\s)?\Z"),
    "fr": re.compile(r"(?:\b(?:[Ll]e|[Ll]a|[Cc]e|[Cc]et|[Cc]ette|[Aa]u|[Dd]u)\s(?:petit\s|riche\s)?|[Ll]['’])\Z"),
    "es": re.compile(r"\b(?:[Ee]l|[Ll]a|[Aa]l|[Dd]el|[Ee]ste|[Ee]sta)\s(?:pequeño\s|rico\s)?\Z"),
    "it": re.compile(r"(?:\b(?:[Ii]l|[Ll]a|[Ll]o|[Aa]l|[Aa]lla|[Dd]al|[Dd]alla|[Dd]el|[Dd]ella|[Qq]uesto)\s(?:piccolo\s|ricco\s)?|(?:[Aa]ll|[Dd]all|[Dd]ell|[Ll])['’])\Z"),
}  # fmt: skip
PICKED = re.compile(
    r"\b(?:każd\w+|inn\w+|jak\w+|кажд\w+|друг\w+|люб\w+|кожн\w+|інш\w+|будь-як\w+|her|bir|hiçbir|ett?|en|varje|något)\s\Z",
    re.IGNORECASE,
)
OF_NAME = re.compile(r"\s(?:of|of\sthe|von|de|d['’]|du|di|del|della|af)\s?[A-ZÀ-Ž]")  # `the kingdom of Jordan` names it


@cache
def _members() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["members"].split("|")) for row in load_list("country_groups")}


def find_described(text: str, cues: list[Cue], language: str) -> list[Cue]:
    """Return a cue of an actor for each description among the cues of a sentence, of whom it means.

    The one meant is the last named before that is of the described kind; where a description fits two kinds, the first kind goes first.

    >>> text = "Kuwait waited. Then the emirate paid."
    >>> cue = Cue(24, 31, "described", ("emirate", "", ""))
    >>> [(c.start, c.value[0]) for c in find_described(text, [cue], "en")]
    [(24, 'KWT')]
    >>> find_described(text.replace("the", "any"), [cue], "en")
    []
    """
    found = []
    for cue in cues:
        if cue.kind != "described" or OF_NAME.match(text, cue.end) or not _is_definite(text, cue, language):
            continue
        named = [c.value[0] for c in actor_matcher(language).find(text, max(0, cue.start - BACK), cue.start)]
        code = next((c for group in cue.value[0].split("+") for c in _last_of(named, group)), None)
        if code is not None:
            kind = f"country:{cue.value[1]}" if cue.value[1] else "country"
            found.append(Cue(cue.start, cue.end, "actor", (code, kind, "")))
    return found


def _is_definite(text: str, cue: Cue, language: str) -> bool:
    low = max(0, cue.start - 24)
    article = DEFINITE.get(language)
    return article.search(text, low, cue.start) is not None if article else PICKED.search(text, low, cue.start) is None


def _last_of(named: list[str], group: str) -> list[str]:
    """Return the last named of a group, if any is."""
    return [code for code in reversed(named) if code in _members()[group]][:1]
