"""Tells money that a state sets aside for its own forces, which is its budget: `has earmarked $2 billion for its armed forces` (own_forces.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Figure

REACH = 80  # characters between an amount and the forces it is for


@cache
def _forces(language: str) -> re.Pattern[str]:
    own, forces = (alternatives(listed_words("own_forces", language, column=c)) for c in ("own", "forces"))
    return re.compile(rf"(?<!\w)(?:{own})\s(?:[\w-]+\s){{0,2}}?(?:{forces})(?!\w)" if own else NOTHING)


def is_for_own_forces(sentence: Sentence, figure: Figure) -> bool:
    """True of what one party gives and nobody gets, where its own forces stand near; false of what another gets for its forces.

    >>> from aidflows.extraction import extract_figures
    >>> texts = ("Norway set aside $2 billion for its army.", "Norway gave Mali $2 billion for its army.")
    >>> [f.in_scope for text in texts for f in extract_figures(text).figures]
    [False, True]
    """
    if len(figure.suppliers) != 1 or figure.recipients:
        return False
    low, high = max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + REACH)
    return any(
        not re.search(r"[;:]|,\s", sentence.text[min(found.end(), figure.end) : max(found.start(), figure.start)])
        for found in _forces(sentence.language).finditer(sentence.text, low, high)
    )
