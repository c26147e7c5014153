"""Finds what tells of a thing between its count and its noun: `18 [von Norwegen gelieferte] Haubitzen` (attributes.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aidflows.gazetteer.lists import load_list

PHRASE = re.compile(r"\s(?:[^\s,;:.()]+\s){1,9}")  # one phrase: a comma ends it
LOWER = r"[^\W\d_A-ZÄÖÜÅА-ЯІЇЄ]"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], bool] | None:
    """Return what an attribute opens with, what its participle is, and whether the participle comes last."""
    row = next((r for r in load_list("attributes") if r["lang"] == language), None)
    if row is None:
        return None
    participle, prepositions = rf"{LOWER}{{3,}}(?:{row['endings']})\s", rf"(?:{row['prepositions']})\s"
    is_last = row["participle"] == "last"
    opener = rf"\s{prepositions}" if is_last else rf"\s{participle}{prepositions}"
    return re.compile(opener), re.compile(rf"(?<=\s){participle}"), is_last


def find_attribute_ends(rest: str, language: str) -> Iterator[int]:
    """Yield where an attribute may end in what stands between a count and its noun, the space behind it not included.

    >>> rest = " von Norwegen gelieferte neue "
    >>> [rest[end:] for end in find_attribute_ends(rest, "de")], list(find_attribute_ends(" neue ", "de"))
    ([' neue '], [])
    """
    patterns = _patterns(language)
    if patterns is None or not PHRASE.fullmatch(rest):
        return
    opener, participle, is_last = patterns
    found = opener.match(rest)
    if found and is_last:
        yield from (m.end() - 1 for m in participle.finditer(rest, found.end()))
    elif found and found.end() < len(rest):
        yield len(rest) - 1
