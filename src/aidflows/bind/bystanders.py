"""Tells who only blames, protests or is left out: `Chile accused Norway of selling`, `Mali, not Chile, will get` (bystanders.csv)."""

from __future__ import annotations

import re
from itertools import pairwise

from aidflows.bind.coordination import is_coordinate
from aidflows.bind.permission import ALOOF
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor

NEAR = 40  # characters between who blames, the verb and who is blamed
# what may stand between `not` and the name it leaves out
TO_HIM = re.compile(
    r"\s(?:(?:to|from|by|for|an|von|für|à|au|aux|a|al|ai|agli|por|alla|dal|dalla|till|av|från|do|od|dla|для|от|від|у|в)\s)?(?:the\s|la\s|le\s|les\s|el\s|il\s|lo\s|die\s|l['’])?\Z"
)
BETWEEN = re.compile(r"(?:[^\s.;:,]+\s){0,4}")


def settle_bystanders(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with who blames, protests or is left out marked as aloof, and who is blamed as one who acts.

    >>> text = "Chile accused Norway of selling Mali guns"
    >>> chile, norway = Actor(0, 5, "CHL", "country", "", ""), Actor(14, 20, "NOR", "country", "", "OBJ")
    >>> mali = Actor(32, 36, "MLI", "country", "", "")
    >>> [a.mark for a in settle_bystanders(text, (chile, norway, mali), "en")]
    ['IN', '', '']
    """
    actors = _source_of_news(text, actors, language)
    actors = tuple(a._replace(mark=ALOOF) if _is_meant(text, actors, a, language) else a for a in actors)
    if len({a.code for a in actors}) < 3:
        return actors  # who blames the one who gives, and who gets: three
    actors = _rivals(text, _onward(text, _likened(text, actors, language), language), language)
    out = [a._replace(mark=ALOOF) if _is_left_out(text, a, language) else a for a in actors]
    for n, actor in enumerate(out):
        kind = _blame(text, out, n, language)
        if kind is None:
            continue
        out[n] = actor._replace(mark=ALOOF)
        if kind == "blames" and n + 1 < len(out):
            out[n + 1] = out[n + 1]._replace(mark="")
            if language == "de" and n + 2 < len(out) and not out[n + 2].mark:
                out[n + 2] = out[n + 2]._replace(
                    mark="TO"
                )  # `warf Norwegen vor, Mali zwölf Haubitzen verkauft zu haben`
    return tuple(out)


OPENS = re.compile(r"(?:\A|[.!?;:]\s|\n)[\s>]*\Z")  # the beginning of a sentence


def _likened(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with the first as aloof where another is only likened to it: `Like Chile, Mali bought 12 howitzers`."""
    words, first = word_pattern("bystanders", language, kind="like"), actors[0]
    if language == "tr":
        return (first._replace(mark=ALOOF), *actors[1:]) if words.match(text, first.end + 1) else actors
    low = max(0, first.start - NEAR)
    told = (m for m in words.finditer(text, low, first.start) if OPENS.search(text, max(0, m.start() - 4), m.start()))
    is_like = any(TO_HIM.fullmatch(text, m.end(), first.start) for m in told)
    return (first._replace(mark=ALOOF), *actors[1:]) if is_like else actors


def _source_of_news(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with whose word is told as no subject: `По словам министра обороны Мали, Норвегия поставила 12 гаубиц`."""
    words = word_pattern("bystanders", language, kind="says")
    if len(actors) < 2 or not text.startswith(",", actors[0].end):
        return actors
    first = actors[0]
    told = words.search(text, max(0, first.start - 60), first.start)
    return (first._replace(mark="OF"), *actors[1:]) if told is not None else actors


def _rivals(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with who lost a contest for an order as aloof, and who won it as one who acts: `Norway beat Chile to an order from Mali`."""
    contest = find_contest(text, actors, language)
    if contest is None:
        return actors
    (won, lost), at = contest, actors.index(contest[1])
    also = actors[at + 1] if at + 1 < len(actors) and is_coordinate(text, lost.end, actors[at + 1].start) else lost
    return tuple(
        a._replace(mark="") if a is won else a._replace(mark=ALOOF) if a in (lost, also) else a for a in actors
    )


def find_contest(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, Actor] | None:
    """Return who won and who lost a contest that a sentence tells of, or None.

    >>> norway, chile = Actor(0, 6, "NOR", "country", "", ""), Actor(12, 17, "CHL", "country", "", "OBJ")
    >>> [a.code for a in find_contest("Norway beat Chile to an order", (norway, chile), "en")]
    ['NOR', 'CHL']
    """
    for one, other in pairwise(actors):
        if one.code == other.code or one.mark not in ("", "GEN", ALOOF) or other.start - one.end > NEAR:
            continue
        if _contests(text, one, other, language=language, kind="beats"):
            return one, other
        if _contests(text, one, other, language=language, kind="loses"):
            return other, one
    return None


def _contests(text: str, one: Actor, other: Actor, *, language: str, kind: str) -> bool:
    words = word_pattern("bystanders", language, kind=kind)
    if language == "tr":
        behind = words.search(text, other.end, other.end + NEAR)
        return behind is not None and CASE.fullmatch(text, other.end, behind.start()) is not None
    verb = words.search(text, one.end, other.start)
    return verb is not None and TO_HIM.fullmatch(text, verb.end(), other.start) is not None


CASE = re.compile(r"['’]?\w*\s")  # the ending of a Turkish name


def _onward(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with who only passes a thing on as aloof: Chile in `shipped 12 howitzers to Chile for onward delivery to Mali`."""
    words = word_pattern("bystanders", language, kind="onward")
    for n, (one, other) in enumerate(pairwise(actors)):
        if (
            one.mark not in (("TO", "IN") if language in ("ru", "uk") else ("TO",))
            or one.kind == "demonym"
            or one.code == other.code
            or other.start - one.end > NEAR + NEAR
        ):
            continue
        way = words.search(text, one.end, other.start)
        is_open = way is not None and " " not in way[0] and not ENDS.match(text, other.end)
        if is_open or other.kind == "demonym":
            continue  # `to Peru for Chad Airport`, `for Chadian refugees`: what it is for
        if way and AT_ONCE.fullmatch(text, one.end, way.start()) and TO_HIM.fullmatch(text, way.end(), other.start):
            settled = (one._replace(mark=ALOOF), other._replace(mark="TO"))
            return (*actors[:n], *settled, *actors[n + 2 :])
    return actors


ENDS = re.compile(
    r"[.,;:)\n]|\s(?:in|on|by|at|as|and|this|last|next|from|im|en|w|в|у|i|och|und|et|y|e)\b|\Z"
)  # what ends a name
AT_ONCE = re.compile(r",?\s")


# `through the Czech munitions initiative`: by what scheme a thing came; in French and Spanish the noun stands before the adjective
SCHEME = re.compile(
    r"(?:-led|-geführte\w*)?\s(?:[\w-]+\s){0,2}?(?:[Ii]nitiativ\w*|scheme|programme|program|plan|mechanism|inicjatyw\w*|инициатив\w*|ініціатив\w*)(?!\w)"
)


def _is_scheme(text: str, actor: Actor, language: str) -> bool:
    """True of the state whose scheme only passes things on: `bought through the Czech initiative`."""
    if actor.kind != "demonym" or not _stands_behind(text, actor, language, "through"):
        return False
    return language in ("fr", "es", "it") or SCHEME.match(text, actor.end) is not None


def _is_meant(text: str, actors: tuple[Actor, ...], actor: Actor, language: str) -> bool:
    """True of whom a thing was meant for before another got it, and of who gave still more: `sold Mali 12 guns first meant for Chile`."""
    if actor.kind == "demonym":
        return _is_scheme(text, actor, language)
    is_told = _stands_behind(text, actor, language, "meant") and len({a.code for a in actors}) > 1
    return is_told or _stands_behind(text, actor, language, "ranks")


def _stands_behind(text: str, actor: Actor, language: str, kind: str) -> bool:
    """True of who stands right behind words of a kind: `originally intended for Chile`, `second only to Chile`."""
    words, low = word_pattern("bystanders", language, kind=kind), max(0, actor.start - NEAR)
    return any(TO_HIM.fullmatch(text, m.end(), actor.start) for m in words.finditer(text, low, actor.start))


def _is_left_out(text: str, actor: Actor, language: str) -> bool:
    words = word_pattern("bystanders", language, kind="not")
    if language == "tr":
        return words.match(text, actor.end + 1) is not None
    low = max(0, actor.start - NEAR)
    for found in words.finditer(text, low, actor.start):
        is_parted = text[: found.start()].rstrip().endswith((",", "(")) or " " in found[0]
        if is_parted and TO_HIM.fullmatch(text, found.end(), actor.start):
            return True
    return False


def _blame(text: str, actors: list[Actor], n: int, language: str) -> str | None:
    """Return how the n-th actor, the first of its sentence, is told of: as one who blames the next, or who protests."""
    actor = actors[n]
    if n or actor.mark not in ("", "GEN"):
        return None
    for kind in ("blames", "protests"):
        words = word_pattern("bystanders", language, kind=kind)
        if language == "tr":
            if words.search(text, actors[-1].end):
                return kind
            continue
        verb = words.search(text, actor.end, actor.end + NEAR)
        if verb is not None and BETWEEN.fullmatch(text, actor.end + 1, verb.start()):
            is_beside = len(actors) > 1 and actors[1].start - verb.end() <= NEAR
            if kind == "protests" or is_beside:
                return kind
    return None
