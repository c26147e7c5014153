"""Tells what words open a part of an amount: `12 billion, of which 4 billion for Kenya` (portions.csv)."""

from __future__ import annotations

import re

from aidflows.recognise.wordlists import word_pattern

REACH = 60  # characters from an amount to the words that open its part
OPENED = 14  # characters of a preposition and an article: `dont la commande du Mali` opens a clause of its own


def portion_words() -> re.Pattern[str]:
    """Return the pattern of what opens a part, in all languages: `of which`, `davon`, `в том числе`."""
    return word_pattern("portions", folds=True)


# what is said of a part behind who gets it: `darunter für die Ukraine 4,4 Mrd.`, `of which Ukraine received 4.4`
AMOUNT_BEHIND = re.compile(r"[^,;.\d]{0,40}\d")


def is_of_part(text: str, end: int, start: int, stop: int) -> bool:
    """Tell whether a name at text[start:stop] gets a part alone of the amount that ends at `end`.

    >>> text = "sold arms worth 12 million, including 4 million to Kenya"
    >>> is_of_part(text, 26, 51, 56)
    True
    >>> text = "sold arms worth 12 million, including 4 million in shells, to Kenya"
    >>> is_of_part(text, 26, 62, 67)
    False
    """
    opening = portion_words().search(text, end, min(start, end + REACH))
    if opening is None or re.search(r"[.;]\s", text[end : opening.start()]):
        return False
    told = text[opening.end() : start]
    if re.search(r"[,;]\s", told):
        return False
    return bool(re.search(r"\d", told) or (len(told) <= OPENED and AMOUNT_BEHIND.match(text, stop)))
