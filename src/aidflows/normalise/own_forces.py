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
    if len(figure.suppliers) < 2 and not figure.recipients and _is_near(_defence(sentence.language), sentence, figure):
        return True  # `Parliament voted 31 billion for defence`
    is_untold = "R-NO-TRANSFER" in figure.rules and not figure.suppliers and not figure.recipients
    if is_untold:
        return _is_near(_things(sentence.language), sentence, figure)
    return (
        len(figure.suppliers) == 1 and not figure.recipients and _is_near(_forces(sentence.language), sentence, figure)
    )


@cache
def _things(language: str) -> re.Pattern[str]:
    """Return the words for what is one's own without a doubt: where no deal is told, `$40 million on its own tanks` is spent at home."""
    return re.compile(rf"(?<!\w)(?:{alternatives(listed_words('own_forces', language, column='things'))})\s(?!\w*\d)")


# what ends the words for defence: `for defence next year`, not `for defence exports`, `for the defence of Mali`
ENDS = r"(?=\s*(?:[.,;:)]|\Z)|\s(?:this|next|last|in|by|over|bereit|aus|cette|l['’]an|este|el|questo|nel|i|nästa|im|dieses|nächstes|w|в|у|\d+)\b)"


@cache
def _defence(language: str) -> re.Pattern[str]:
    words = alternatives(listed_words("own_forces", language, column="defence"))
    return re.compile(rf"(?<!\w)(?:{words}){ENDS}" if words else NOTHING)


def _is_near(pattern: re.Pattern[str], sentence: Sentence, figure: Figure) -> bool:
    low, high = max(sentence.start, figure.start - REACH), min(sentence.end, figure.end + REACH)
    return any(
        not re.search(r"[;:]|,\s", sentence.text[min(found.end(), figure.end) : max(found.start(), figure.start)])
        for found in pattern.finditer(sentence.text, low, high)
    )
