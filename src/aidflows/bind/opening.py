"""Reads a clause without a subject that opens a sentence: `Having given Mali 12 howitzers, Norway ordered ...`, `Mali'ye 12 obüs veren Norveç ...`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.clauses import acts, cut
from aidflows.bind.late_subjects import NOUNS, is_inverted, late_subject
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue

PARTICIPLE = re.compile(r"[ea]n\Z")  # Turkish, right before who acts


def see_opening(sentence: Sentence, start: int) -> Sentence:
    """Return the sentence as a figure at a position sees it where such a clause and the clause behind it each tell of a deal.

    Inside the clause that opens the sentence are its own parties and who acts in the main clause; behind it those of the main clause alone.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Having given Mali 12 howitzers, Norway ordered 40 mortars from Chad."
    >>> [[a.code for a in see_opening(read_sentence(text, 0, len(text)), n).actors] for n in (17, 47)]
    [['MLI', 'NOR'], ['NOR', 'TCD']]
    """
    verbs = sorted(sentence.kinds("give", "get"), key=lambda cue: cue.start)
    if not verbs or len(sentence.actors) < 2:
        return sentence
    noun = min(sentence.kinds(*NOUNS), key=lambda cue: cue.start, default=verbs[0])
    first = min(noun, verbs[0], key=lambda cue: cue.start)
    subject = _behind_participle(sentence, first) if sentence.language == "tr" else late_subject(sentence, first)
    verb = next((v for v in verbs if v.start > first.start and subject and _is_of(sentence, subject, v)), None)
    if subject is None or verb is None:
        return sentence
    low = min(subject.start, verb.start)
    if start >= low:
        return cut(sentence, low, sentence.end)
    opening = cut(sentence, sentence.start, low)
    if first.kind in NOUNS and opening.actors and opening.actors[0].end <= first.start:
        owner = opening.actors[0]._replace(mark="GEN")  # `Efter Danmarks leverans av 12 haubitsar till Mali`
        return opening._replace(actors=(owner, *opening.actors[1:]))
    if any(a.mark == "BY" for a in opening.actors):
        return opening  # `After the delivery of 12 guns to Mali by Denmark, Norway ...`
    return opening._replace(end=subject.end, actors=(*opening.actors, subject))


def _is_of(sentence: Sentence, subject: Actor, verb: Cue) -> bool:
    """True of the verb of who acts: right behind it, in Turkish anywhere; in German and Swedish before it or around it."""
    if sentence.language == "tr":
        return verb.start > subject.end
    if sentence.language in ("de", "sv"):
        return is_inverted(sentence, subject, verb)
    return verb.start > subject.end and acts(sentence, subject)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\w{{0,7}}\s(?:{alternatives(listed_words('openers', 'tr', column='noun'))}),?\s")


def _behind_participle(sentence: Sentence, verb: Cue) -> Actor | None:
    """Return Norway in `Mali'ye 12 obüs veren Norveç`, `12 obüs verdikten sonra Norveç`, `12 obüs alımından sonra Norveç`."""
    opened = _after().match(sentence.text, verb.end)
    if opened is None and not PARTICIPLE.search(sentence.text, verb.start, verb.end):
        return None
    at = opened.end() if opened else verb.end + 1
    return next((a for a in sentence.actors if a.start == at and a.mark == ""), None)
