"""The printed forms of currencies, sought in the same pass over a text as the names of systems."""

from __future__ import annotations

from functools import cache

from aidflows.gazetteer.lists import load_list


def _forms(word: str) -> set[str]:
    """Return the ways a currency is printed; a single letter counts with a digit behind it alone: `R300 million`."""
    if len(word) == 1 and word.isalpha():
        return {word + gap + digit for gap in ("", " ", "\u00a0") for digit in "0123456789"}
    if word.isupper() and len(word) <= 3:
        return {word}  # `ALL` are leks, `All` is none
    return {word, word.capitalize()} | ({word.lower(), word.upper()} if len(word) > 3 else set())


@cache
def currency_forms() -> frozenset[str]:
    """Return every form of every currency's signs, codes and words, and of magnitudes fused with one (`Mkr`)."""
    return frozenset(
        form for row in (*load_list("currencies"), *load_list("fused_units")) for form in _forms(row["token"])
    )
