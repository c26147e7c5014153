"""Reads whose amount another's is compared with: `Norway gave Mali $9 million, more than Denmark's $3 million` (comparing.csv)."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor

REACH = 60  # characters between the words that compare and the amount
ARTICLE = re.compile(r"\s(?:the\s|la\s|le\s|les\s|el\s|il\s|lo\s|die\s|den\s|l['’])?|(?<=['’])")
# between whose amount it is and the amount
TO_SUM = re.compile(
    r"(?:['’]s?)?,?\s(?:\(|(?:with|mit|avec|con|med|z|ze|с|со|з|із)\s)?(?:(?:its|about|some|only|just)\s)?"
)


def find_compared(sentence: Sentence, start: int) -> tuple[int, Actor] | None:
    """Return where a comparison opens right before the amount at `start`, and with whose amount another's is compared.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Norway gave Mali $9 million, more than Denmark's $3 million."
    >>> at, actor = find_compared(read_sentence(text, 0, len(text)), 49)
    >>> text[at:39], actor.code
    ('more than ', 'DNK')
    """
    if len({a.code for a in sentence.actors}) < 3:
        return None
    words = word_pattern("comparing", sentence.language)
    for found in words.finditer(sentence.text, max(sentence.start, start - REACH), start):
        for actor in sentence.actors:
            is_named = actor.start >= found.end() and ARTICLE.fullmatch(sentence.text, found.end(), actor.start)
            if is_named and TO_SUM.fullmatch(sentence.text, actor.end, start):
                return found.start(), actor
    return None
