"""Puts money and items together by sentence, and seeks sentences only around what may become a figure."""

from __future__ import annotations

from bisect import bisect_right

from aidflows.recognise.articles import is_single
from aidflows.recognise.quantities import CountPlaces
from aidflows.recognise.sentences import Sentences
from aidflows.records import Cue, Money, Span

BEFORE_NOUN, BEHIND_NOUN = 92, 40  # characters beside a noun in which its count stands
NAMED = frozenset({"system", "designation", "nickname", "hurt"})
Group = tuple[Span, list[Money], list[Cue]]


def find_seeds(text: str, cues: list[Cue], language: str) -> list[int]:
    """Return where the names stand, and the nouns with a digit, number word or article beside them: what may become a figure.

    A noun in a list counts by the neighbour that has a count.
    """
    counts = CountPlaces(text, language)
    return [
        c.start
        for c in cues
        if c.kind in NAMED
        or counts.any_in(max(0, c.start - BEFORE_NOUN), c.end + BEHIND_NOUN)
        or is_single(text, c, language)
    ]


def group_candidates(
    text: str, money: list[Money], cues: list[Cue], *, seeds: list[int], lines: list[Span]
) -> list[Group]:
    """Put candidates together by sentence, in order; `lines`, rows of tables and entries of registers, are sentences of their own."""
    sentences, starts = Sentences(text), [start for start, _ in lines]
    groups: dict[Span, tuple[list[Money], list[Cue]]] = {}
    candidates: list[tuple[int, Money | None]] = [*((start, None) for start in seeds), *((m.start, m) for m in money)]
    for start, m in sorted(candidates, key=lambda pair: pair[0]):
        at = bisect_right(starts, start) - 1
        is_line = at >= 0 and start < lines[at][1]
        held = groups.setdefault(lines[at] if is_line else sentences.around(start), ([], []))
        held[0].extend([] if m is None else [m])
    places = sorted(groups)
    for cue in cues:
        if place := _holder(places, cue.start):
            groups[place][1].append(cue)
    return [(bounds, m, c) for bounds, (m, c) in groups.items()]


def _holder(places: list[Span], start: int) -> Span | None:
    """Return the sentence that holds a position, or None; rows of a table may stand inside one."""
    at = bisect_right(places, (start + 1,)) - 1
    return next((places[n] for n in range(at, max(-1, at - 4), -1) if places[n][0] <= start < places[n][1]), None)
