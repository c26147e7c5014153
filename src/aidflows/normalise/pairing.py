"""Collects what speaks for each pair of supplier and recipient together: the rules' pair, its order in the sentence, the text's other pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aidflows.gazetteer.lists import load_countries
from aidflows.normalise.evidence import Told, nearest_cue
from aidflows.normalise.surroundings import reach
from aidflows.records import Actor, Figure

Pair = tuple[str, str]  # supplier and recipient; "" for nobody


class Scene(NamedTuple):
    """What all pairs of one figure are read against."""

    figure: Figure
    near: dict[str, Actor]  # the mention of each party that stands nearest in the figure's sentence
    cue: str
    beside: tuple[tuple[str, Figure], ...]  # the transfers before and behind


def find_pairs(told: Told, i: int, givers: list[str], getters: list[str]) -> dict[Pair, list[str]]:
    """Return what speaks for each pair of these givers and getters; nobody gives to itself, and no state to one that came after it."""
    scene = _scene(told, i)
    year = scene.figure.year
    return {
        (giver, getter): list(_for_pair(told, scene, giver, getter))
        for giver in givers
        for getter in getters
        if (not giver or giver != getter) and _lived(giver, getter, year)
    }


@cache
def _lives() -> dict[str, tuple[int, int]]:
    """Return the first and last years of states that came or went, as far as known (countries.csv)."""
    return {code: (int(row["valid_from"] or 0), int(row["valid_to"] or 9999)) for code, row in load_countries().items()}


def _lived(giver: str, getter: str, year: int | None) -> bool:
    """True of states that lived at once, and in the year: `Soviet tanks` for Ukraine are no gift of the Soviet Union."""
    lives = [_lives()[code] for code in (giver, getter) if code in _lives()]
    if year and any(last < year for _, last in lives):
        return False
    return len(lives) < 2 or max(first for first, _ in lives) < min(last for _, last in lives)


def _scene(told: Told, i: int) -> Scene:
    figure, sentence = told.figures[i], told.sentences[told.places[i]]
    near: dict[str, Actor] = {}
    for actor in sorted(sentence.actors, key=lambda actor: -reach(actor, figure)):
        near[actor.code] = actor
    beside = tuple(
        (name, told.figures[j]) for name, j in (("last", told.last[i]), ("next", told.next[i])) if j is not None
    )
    return Scene(figure, near, nearest_cue(sentence, figure), beside)


def _for_pair(told: Told, scene: Scene, giver: str, getter: str) -> Iterator[str]:
    if not giver or not getter:
        yield "nobody on either side" if not giver and not getter else "nobody gives" if not giver else "nobody gets"
        return
    suppliers, recipients = scene.figure.suppliers, scene.figure.recipients
    is_rule = suppliers == (giver,) and recipients == (getter,)
    if is_rule or (suppliers == (getter,) and recipients == (giver,)):
        yield "rule" if is_rule else "rule turned"
    if told.pairs[giver, getter] > (is_rule and scene.figure.role == "transfer"):
        yield "elsewhere"
    if told.pairs[getter, giver]:
        yield "elsewhere turned"
    yield from _in_sentence(scene, giver, getter)
    for name, figure in scene.beside:
        yield from _as_beside(name, figure, giver, getter)


def _in_sentence(scene: Scene, giver: str, getter: str) -> Iterator[str]:
    a, b = scene.near.get(giver), scene.near.get(getter)
    if a is None or b is None:
        yield "giver here" if a else "getter here" if b else "neither here"
        return
    order = "giver first" if a.start < b.start else "getter first"
    yield from (order, f"{order}, {scene.cue}", f"{a.mark or 'no mark'} to {b.mark or 'no mark'}")


def _as_beside(name: str, figure: Figure, giver: str, getter: str) -> Iterator[str]:
    if giver in figure.suppliers and getter in figure.recipients:
        yield f"{name} pair"
    elif giver in figure.recipients and getter in figure.suppliers:
        yield f"{name} pair turned"
    elif giver in figure.suppliers:
        yield f"{name} giver"
    elif getter in figure.recipients:
        yield f"{name} getter"
