"""Tells the adjectives that say whose thing was counted: `12 Norwegian howitzers`, `doce obuses noruegos`, `12 Norveç obüsü` (no_things.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.coordination import is_coordinate
from aidflows.bind.owners import owned_before
from aidflows.bind.sentence import Sentence
from aidflows.bind.things import BEHIND_NOUN, is_beside_thing
from aidflows.gazetteer.lists import load_countries
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import alternatives, word_pattern
from aidflows.records import Actor

NO_GAP = re.compile(r"[;:]|,\s|\s(?:and|y|et|und|e|ed|och|i|oraz|и|и\sещё|та|і|ve)\s")
MONEY = re.compile(
    r"(?:[A-Z]{0,3}\s?[$€£¥₹₺₽]|\d[\d.,]*\s?(?:mil|bil|mrd|mld|млн|млрд|crore|Mio|Mrd|bn|m\b))", re.IGNORECASE
)


def _count(language: str) -> str:
    words = alternatives(w for w, n in number_words(language).items() if 2 <= n <= 100)
    return rf"(?:(?<![\w.,$€£])(?!(?:19|20)\d\d\b)\d[\d.,]*|\b(?:{words}))"


@cache
def _owned(language: str) -> re.Pattern[str]:
    """Return what follows whose counted things are told of: `Norway's 12 howitzers`."""
    return re.compile(rf"['’]s?\s{_count(language)}\s", re.IGNORECASE)


@cache
def _counted(language: str) -> re.Pattern[str]:
    few = r"(?:[^\s,;:.\d]+\s){1,4}" if language in BEHIND_NOUN else r"(?:[^\s,;:.\d]+\s){0,2}"
    return re.compile(rf"{_count(language)}\s{few}\Z", re.IGNORECASE)


def is_of_thing(sentence: Sentence, actor: Actor) -> bool:
    """True of Norway in `12 Norwegian howitzers`, and not in `12 Norwegian-made howitzers` or `12 Norwegian soldiers`.

    >>> from aidflows.bind.sentence import read_sentence
    >>> texts = ("Mali bought 12 Norwegian howitzers.", "Mali bought 12 Norwegian-made howitzers.")
    >>> [is_of_thing(s, s.actors[1]) for s in (read_sentence(t, 0, len(t)) for t in texts)]
    [True, False]
    """
    if actor.kind != "demonym" and sentence.language != "tr":
        return False
    text = sentence.text
    counted = _counted(sentence.language).search(text, max(sentence.start, actor.start - 48), actor.start)
    if counted is None or text.startswith("-", actor.end):
        return False
    words = word_pattern("no_things", "en", sentence.language)
    is_behind = sentence.language in BEHIND_NOUN
    return words.search(counted[0]) is None if is_behind else words.match(text, actor.end + 1) is None


def is_kind_of_thing(sentence: Sentence, actor: Actor) -> bool:
    """True of Norway in `bought Norwegian howitzers`: an adjective of things that nobody counted.

    >>> from aidflows.bind.sentence import read_sentence
    >>> texts = ("Mali bought Norwegian howitzers.", "Mali bought Norwegian-made howitzers.")
    >>> [is_kind_of_thing(s, s.actors[1]) for s in (read_sentence(t, 0, len(t)) for t in texts)]
    [True, False]
    """
    return is_beside_thing(sentence.text, (sentence.start, sentence.end), actor, sentence.language)


def seller_of_thing(sentence: Sentence, focus: int, buyers: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return whose things are bought, told by their adjective alone: Norway in `Mali bought 12 Norwegian howitzers for $3 million`."""
    codes = {a.code for a in buyers}
    others = [a for a in sentence.actors if a.code not in codes and _lives(sentence, a)]
    if codes and (owners := owned_before(sentence, buyers)):
        return owners
    if codes and (
        owners := tuple(a for a in others if a.mark == "GEN" and _owned(sentence.language).match(sentence.text, a.end))
    ):
        return owners[:1]
    things = [a for a in others if is_of_thing(sentence, a)] or [a for a in others if is_kind_of_thing(sentence, a)]
    near = [a for a in things if _is_of(sentence, a, focus)]
    if not near or not codes:
        return ()
    sellers = [min(near, key=lambda a: abs(a.start - focus))]
    for one in reversed(sentence.actors):  # `12 Norwegian and Danish howitzers`
        is_listed = one.end <= sellers[0].start and is_coordinate(sentence.text, one.end, sellers[0].start)
        if is_listed and one.kind == "demonym" and one.code not in codes:
            sellers.insert(0, one)
    return tuple(sellers)


def _lives(sentence: Sentence, actor: Actor) -> bool:
    """False of a state that is gone, unless the sentence tells of its time: `12 Soviet tanks` bought today are of Soviet make alone."""
    row = load_countries().get(actor.code)
    last = row["valid_to"] if row else ""
    return not last or any(d.year is not None and d.year <= int(last) for d in sentence.dates)


def _is_of(sentence: Sentence, actor: Actor, focus: int) -> bool:
    """True where the adjective stands beside the figure, or beside what a sum is paid for."""
    gap = sentence.text[min(actor.end, focus) : max(actor.start, focus)]
    if MONEY.match(sentence.text, focus):
        return len(gap) < 60 and ";" not in gap
    return len(gap) < 40 and NO_GAP.search(gap) is None
