"""Narrows a sentence to the clause of its own that tells of a thing."""

from __future__ import annotations

from aidflows.bind.attached import see_attached
from aidflows.bind.opening import see_opening
from aidflows.bind.relative import see_from
from aidflows.bind.sentence import Sentence


def see_own_clause(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return what of a sentence tells of the thing at text[start:end]: a clause about a party or about the thing, or what opens the sentence.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Peru, which sold Mali 12 howitzers, thanked Chad."
    >>> [a.code for a in see_own_clause(read_sentence(text, 0, len(text)), 22, 34).actors]
    ['PER', 'MLI']
    """
    return see_attached(see_opening(see_from(sentence, start), start), start, end)
