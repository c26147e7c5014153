"""Collects what the words around a party say of it: the verb behind its name, its paragraph, how long ago it was named."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Cue, Figure

BREAK = re.compile(r"\n\s*\n")  # a blank line, not the end of a line
RECENT = 3  # sentences, or parties, back


def reach(one: Actor | Cue, figure: Figure) -> int:
    """Return how many characters stand between a name or word and a figure."""
    return min(abs(one.start - figure.end), abs(figure.start - one.end))


def is_beside(other: Figure, figure: Figure, actors: Sequence[Actor]) -> bool:
    """True of two figures of a sentence that no name parts."""
    low, high = min(other.end, figure.end), max(other.start, figure.start)
    return not any(low <= actor.start < high for actor in actors)


class Around(NamedTuple):
    """Who is named in the paragraphs and sentences around a figure."""

    figure: Figure
    sentence: Sentence
    ahead: list[Actor]  # of the same paragraph, before the figure's sentence
    recent: list[str]  # parties named before the figure's sentence, the last first
    back: dict[str, int]  # of each party, how many sentences ago it was named
    cues: frozenset[str]  # the kinds of words that tell of giving and getting


def split_paragraphs(sentences: Sequence[Sentence]) -> list[int]:
    """Return the paragraph of each sentence."""
    numbers, number = [], 0
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        if before is not None and BREAK.search(sentence.text, before.end - 1, sentence.start):
            number += 1
        numbers.append(number)
    return numbers


def look_around(where: tuple[Sequence[Sentence], list[int], int], figure: Figure, cues: frozenset[str]) -> Around:
    """Return who is named around a figure: of which sentences, in which paragraphs, and in which of them it stands."""
    sentences, paragraphs, place = where
    first = bisect_left(paragraphs, paragraphs[place])
    ahead = [actor for sentence in sentences[first:place] for actor in sentence.actors]
    back: dict[str, int] = {}
    recent: list[str] = []
    for n in range(place - 1, -1, -1):
        for actor in reversed(sentences[n].actors):
            if actor.code not in back:
                back[actor.code] = place - n
                recent.append(actor.code)
    return Around(figure, sentences[place], ahead, recent, back, cues)


def find_surroundings(scene: Around, code: str) -> Iterator[str]:
    """Yield what the words around a figure say of a party."""
    yield from _in_paragraph(scene, code)
    if code in scene.back:
        yield f"{min(scene.back[code], RECENT)} back"
        yield f"{min(scene.recent.index(code), RECENT)} since"
    else:
        yield "never before"
    here = [n for n, actor in enumerate(scene.sentence.actors) if actor.code == code]
    if here:
        nearest = min(here, key=lambda n: reach(scene.sentence.actors[n], scene.figure))
        yield from _beside(scene, nearest)


def _in_paragraph(scene: Around, code: str) -> Iterator[str]:
    named = [*scene.ahead, *(a for a in scene.sentence.actors if a.end <= scene.figure.start)]
    if named and named[0].code == code:
        yield "opens the paragraph"
    if any(actor.code == code for actor in named):
        yield "in the paragraph"
        if len({actor.code for actor in named}) == 1:
            yield "alone in the paragraph"


def _beside(scene: Around, n: int) -> Iterator[str]:
    """The words of giving and getting between a name and the names beside it."""
    actors, figure = scene.sentence.actors, scene.figure
    actor = actors[n]
    low = actors[n - 1].end if n else scene.sentence.start
    high = actors[n + 1].start if n + 1 < len(actors) else scene.sentence.end
    side = "before" if actor.end <= figure.start else "behind"
    cues = [cue for cue in scene.sentence.cues if cue.kind in scene.cues]
    after = next((cue.kind for cue in cues if actor.end <= cue.start < high), "nothing")
    ahead = next((cue.kind for cue in reversed(cues) if low <= cue.start and cue.end <= actor.start), "nothing")
    yield f"{side}, then {after}"
    yield f"{side}, after {ahead}"
    between = sum(
        1
        for other in actors
        if other.code != actor.code and min(actor.end, figure.end) <= other.start < max(actor.start, figure.start)
    )
    yield f"{side}, {min(between, 2)} names between"
