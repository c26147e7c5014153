"""Parses numbers that are written as one word around a hundred or a thousand: `zweihundertfünfzig`, `duemilacinquecento` (number_compounds.csv)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list


@cache
def _marks(language: str) -> tuple[tuple[str, int], ...]:
    """Return the words for a thousand and a hundred that others grow around, with their values."""
    row = next((r for r in load_list("number_compounds") if r["lang"] == language), None)
    if row is None:
        return ()
    columns = (("thousand", 1000), ("hundred", 100))
    return tuple((mark, value) for name, value in columns for mark in row[name].split("|") if mark)


def compound_marks(language: str) -> tuple[str, ...]:
    """Return the words for a hundred and a thousand around which a language writes numbers as one word.

    >>> compound_marks("sv"), compound_marks("en")
    (('tusen', 'hundra'), ())
    """
    return tuple(mark for mark, _ in _marks(language))


@cache
def _between(language: str) -> str:
    return next((r["between"] for r in load_list("number_compounds") if r["lang"] == language), "")


def parse_compound(word: str, words: Mapping[str, Decimal], language: str) -> Decimal | None:
    """Return the value of a number written as one word, or None: its parts must be known number words.

    >>> words = {"zwei": Decimal(2), "fünfzig": Decimal(50)}
    >>> parse_compound("zweihundertfünfzig", words, "de"), parse_compound("jahrhundert", words, "de")
    (Decimal('250'), None)
    """
    for mark, scale in _marks(language):
        head, found, tail = word.partition(mark)
        if not found:
            continue
        many = words.get(head, parse_compound(head, words, language)) if head else Decimal(1)
        rest = tail.removeprefix(_between(language))
        more = words.get(rest, parse_compound(rest, words, language)) if rest else Decimal(0)
        if many is not None and more is not None and more < scale and many < 1000:
            return many * scale + more
    return None
