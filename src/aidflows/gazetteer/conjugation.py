"""Forms of verbs of giving and getting, built from stems and the endings of each language."""

from __future__ import annotations

from functools import cache

from aidflows.gazetteer.lists import Row, load_list


@cache
def _endings() -> dict[tuple[str, str], list[str]]:
    return {(row["lang"], row["pattern"]): row["endings"].split("|") for row in load_list("conjugations")}


def load_verbs(language: str) -> list[Row]:
    """Return the verbs of English and one more language, in file order.

    >>> sorted({row["lang"] for row in load_verbs("pl")})
    ['en', 'pl']
    """
    return [row for row in load_list("verbs") if row["lang"] in ("en", language)]


def conjugated(verb: Row) -> list[str]:
    """Return the forms of a row of verbs: each of its stems in each of the endings of its pattern, `~` the stem.

    >>> conjugated({"lang": "en", "pattern": "past", "stems": "rent|hand"})
    ['rented', 'renting', 'handed', 'handing']
    """
    endings = _endings()[verb["lang"], verb["pattern"]]
    return [ending.replace("~", stem) for stem in verb["stems"].split("|") for ending in endings]
