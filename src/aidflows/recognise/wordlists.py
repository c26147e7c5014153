"""Makes patterns of the words that a list holds for a language: one reader for every list."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from aidflows.gazetteer.lists import load_list

NOTHING = "(?!)"  # a pattern that is found nowhere


def _escape(word: str) -> str:
    return re.escape(word).replace("\\ ", r"[\s\u00a0]").replace(r"\*", r"\w*")


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first; a line may end inside one of several words, and a star stands for any letters.

    >>> bool(re.fullmatch(alternatives(["arms", "arms deal*"]), "arms deals"))
    True
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        branches.setdefault(_escape(word[:1]), []).append(_escape(word[1:]))
    # words by their first letter: a letter that begins none of them fails once, not once a word
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in branches.items())


def plain_word(found: str | None) -> str:
    """Return what a pattern of words found as its list has it: `US\\ndollars` is `US dollars`."""
    return " ".join(found.split()) if found else ""


@cache
def listed_words(name: str, *languages: str, column: str = "words", **cells: str) -> tuple[str, ...]:
    """Return the words of a column of a list, in file order: of rows of these languages (none: of all) whose cells are as told.

    >>> listed_words("accounting", "en", column="exports")[:1]
    ('exports',)
    """
    rows = (r for r in load_list(name) if not languages or r["lang"] in languages)
    told = (r for r in rows if all(r[key] == cell for key, cell in cells.items()))
    return tuple(word for r in told for word in r[column].split("|") if word)


@cache
def word_pattern(
    name: str, *languages: str, column: str = "words", folds: bool = False, **cells: str
) -> re.Pattern[str]:
    """Return a pattern of whole words of a list, in any case where it folds; it is found nowhere where a language has none.

    >>> [bool(word_pattern("comparing", "en").search(text)) for text in ("more than double", "doubled")]
    [True, False]
    """
    words = alternatives(listed_words(name, *languages, column=column, **cells)) or NOTHING
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE if folds else 0)
