"""Reads a clause without a subject that opens a sentence: `Having given Mali 12 howitzers, Norway ordered ...`, `Mali'ye 12 obüs veren Norveç ...`."""

from __future__ import annotations

import re

from aidflows.bind.clauses import acts, cut
from aidflows.bind.late_subjects import late_subject
from aidflows.bind.sentence import Sentence
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
    if len(verbs) < 2 or len(sentence.actors) < 2:
        return sentence
    is_turkish = sentence.language == "tr"
    subject = _behind_participle(sentence, verbs[0]) if is_turkish else late_subject(sentence, verbs[0])
    if subject is None or not _has_own_verb(sentence, subject, verbs[1]):
        return sentence
    low = min(subject.start, verbs[1].start)
    if start >= low:
        return cut(sentence, low, sentence.end)
    opening = cut(sentence, sentence.start, low)
    return opening._replace(end=subject.end, actors=(*opening.actors, subject))


def _has_own_verb(sentence: Sentence, subject: Actor, verb: Cue) -> bool:
    """True where who acts stands right before a verb of its own, in Turkish anywhere before it and in Swedish right behind it."""
    if sentence.language == "tr":
        return verb.start > subject.end
    return verb.end + 1 == subject.start if sentence.language == "sv" else acts(sentence, subject)


def _behind_participle(sentence: Sentence, verb: Cue) -> Actor | None:
    if not PARTICIPLE.search(sentence.text, verb.start, verb.end):
        return None
    return next((a for a in sentence.actors if a.start == verb.end + 1 and a.mark == ""), None)
