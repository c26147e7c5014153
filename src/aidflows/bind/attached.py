"""Reads what is said right behind a thing by a clause or participle of its own: `the 12 guns that Mali gave Chad`, `12 cañones donados por Malí a Chad`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.clauses import acts, cut
from aidflows.bind.coordination import is_coordinate, is_preposed_again
from aidflows.bind.places import DIGI, group
from aidflows.bind.sentence import Sentence
from aidflows.bind.voice import is_passive
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue

NEXT = re.compile(r"(?:\s[^\W\d_]+){0,2},?\s")  # between a thing and its participle


@cache
def _pronoun(language: str) -> re.Pattern[str] | None:
    words = listed_words("relative_pronouns", language, column="thing")
    return re.compile(rf"(?:\s[^\W\d_]+){{0,2}},?\s(?:{alternatives(words)})(?:\s|(?<=['’]))") if words else None


def see_attached(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return what a clause or participle of its own says of the thing at text[start:end] where it names both parties, otherwise the sentence.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Kenya praised the 12 howitzers that Mali gave Chad."
    >>> [a.code for a in see_attached(read_sentence(text, 0, len(text)), 18, 30).actors]
    ['MLI', 'TCD']
    """
    is_turkish = sentence.language == "tr"
    low = _before(sentence, start) if is_turkish else start
    high = end if is_turkish else _end_behind(sentence, end)
    if low is None or high is None:
        return sentence
    seen = cut(sentence, low, high)
    if len({a.code for a in seen.actors}) < 2:
        return sentence
    if not is_turkish and _is_given(sentence, start):
        return _without(sentence, end, high)  # `shipped 40 tanks that Germany had once sold to Sweden`: an earlier deal
    return seen


def _is_given(sentence: Sentence, start: int) -> bool:
    """True of a thing that a verb of giving right before it, with who acts before that, already tells of."""
    verb = next((c for c in reversed(sentence.kinds("give")) if c.end <= start), None)
    return (
        verb is not None
        and verb.start > sentence.start
        and _given_things(sentence.language).fullmatch(sentence.text, verb.end, start) is not None
    )


@cache
def _given_things(language: str) -> re.Pattern[str]:
    """Return what may stand between a verb of giving and the thing given: names, counts, articles, and what joins them."""
    small = "an?|the|to|and|der|die|dem|den|und|à|la|le|les|et|al?|los|las|el|y|gli|il|lo|e|och|i|oraz|и|і|та"
    return re.compile(
        rf"(?:\s(?:l['’]|all['’]|à\sl['’])?(?:{small}|{alternatives([*number_words(language)])}|[^\Wa-zà-žа-яёіїєґ][^\s,;]*))*\s"
    )


def _without(sentence: Sentence, low: int, high: int) -> Sentence:
    """Return the sentence without the actors and cues of text[low:high]."""
    actors = tuple(a for a in sentence.actors if not low <= a.start < high)
    cues = tuple(c for c in sentence.cues if not low <= c.start < high)
    return sentence._replace(actors=actors, cues=cues, present=frozenset(c.kind for c in cues))


def _before(sentence: Sentence, start: int) -> int | None:
    """Return where `Mali'nin Çad'a verdiği 12 top` begins: with the owner before the participle."""
    verb = max((c for c in sentence.kinds("give", "get") if c.end <= start), key=lambda c: c.start, default=None)
    if verb is None or not DIGI.search(sentence.text, verb.start, verb.end) or start - verb.end > 12:
        return None
    owners = (a for a in reversed(sentence.actors) if a.end <= verb.start and a.mark == "GEN")
    low = next((group(sentence, a)[0].start for a in owners), None)
    if verb.kind == "get" and any(a.start >= start or a.end <= (low or 0) for a in sentence.actors):
        return None  # `Polonya'nın İsrail'den aldığı 12 obüs Ukrayna'ya verildi`: what was bought is passed on
    return low


def _end_behind(sentence: Sentence, end: int) -> int | None:
    verb = next((c for c in sentence.kinds("give") if c.start >= end), None)
    if verb is None:
        return None
    if NEXT.fullmatch(sentence.text, end, verb.start) and is_passive(sentence, verb):
        return _clause_end(sentence, verb)
    subject = next((a for a in sentence.actors if a.start >= end), None)
    if subject is None or not _is_subject(sentence, end, subject):
        return None
    return _clause_end(sentence, verb)


def _is_subject(sentence: Sentence, end: int, actor: Actor) -> bool:
    """True of Mali in `, die Mali dem Tschad gab`: right behind the pronoun, before the verb."""
    pronoun = _pronoun(sentence.language)
    found = pronoun.match(sentence.text, end, actor.start) if pronoun else None
    if found is None or actor.start - found.end() > 4:
        return False
    return acts(sentence, actor) or (sentence.language == "de" and actor.mark in ("", "GEN"))


def _are_joined(sentence: Sentence, start: int, end: int) -> bool:
    is_again = is_preposed_again(sentence.text, start, end, sentence.language)
    return is_again or is_coordinate(sentence.text, start, end)


def _clause_end(sentence: Sentence, verb: Cue) -> int:
    """Return where the clause of a verb ends: at a comma that joins no names, or where the next thing has a clause of its own."""
    text, pronoun = sentence.text, _pronoun(sentence.language)
    at = sentence.end
    for found in re.finditer("[,;]", text[verb.end : sentence.end]):
        comma = verb.end + found.start()
        before = [a for a in sentence.actors if verb.end <= a.start and a.end <= comma][-1:]
        behind = [a for a in sentence.actors if a.start > comma][:1]
        if not (before and behind and _are_joined(sentence, before[0].end, behind[0].start)):
            at = comma
            break
    later = (a for a in sentence.actors if verb.end <= a.start < at and acts(sentence, a))
    starts = (m.start() for a in later if pronoun for m in pronoun.finditer(text, max(verb.end, a.start - 24), a.start))
    return next(starts, at)
