"""Tells whether the adjective of a country stands right beside a thing bought: `Norwegian howitzers`, `armes russes`."""

from __future__ import annotations

from aidflows.gazetteer.matcher import item_matcher
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Span

BEHIND_NOUN = ("fr", "es", "it")  # languages whose adjectives stand behind the noun
THINGS = frozenset({"type", "system", "designation", "nickname"})
REACH = 40  # characters of a thing's name


def is_beside_thing(text: str, bounds: Span, actor: Actor, language: str) -> bool:
    """True of Norway in `Norwegian howitzers`, `obuses noruegos`, and not in `Norwegian-made howitzers` or `Norwegian officers`.

    >>> actor = Actor(0, 9, "NOR", "demonym", "", "")
    >>> [is_beside_thing(t, (0, len(t)), actor, "en") for t in ("Norwegian howitzers", "Norwegian officers")]
    [True, False]
    """
    if actor.kind != "demonym" and not (language == "tr" and actor.mark == ""):
        return False
    arms = word_pattern("customers", "en", language, column="arms", folds=True)
    if language in BEHIND_NOUN:
        low = max(bounds[0], actor.start - REACH)
        ends = [n.end for n in item_matcher(language).find(text, low, actor.start) if n.kind in THINGS]
        ends += [m.end() for m in arms.finditer(text, low, actor.start)]
        return any(end < actor.start and text[end : actor.start].isspace() for end in ends)
    high = min(bounds[1], actor.end + REACH)
    start = high - len(text[actor.end : high].lstrip())
    if start == actor.end:
        return False
    found = item_matcher(language).find(text, start, high)
    return any(n.kind in THINGS and n.start == start for n in found) or arms.match(text, start) is not None
