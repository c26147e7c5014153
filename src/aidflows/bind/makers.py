"""Tells who made a thing from who gives it: `12 howitzers made by Nexter were delivered by Norway` (verbs of making.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list

REACH = 48  # characters before a name in which it is told to have made a thing
# what stands between a participle and its maker: a preposition, an article, `the firm`
BY = r"(?:[a-zà-öø-ÿа-яёіїєґ]+(?:\s|(?<=['’]))){1,3}"


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    row = next((row for row in load_list("making") if row["lang"] == language), None)
    if row is None:
        return None
    words = "|".join(re.escape(word).replace(r"\*", r"[^\W\d_]*") for word in row["verbs"].split("|"))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _before(language: str) -> re.Pattern[str] | None:
    verbs = _verbs(language)
    return re.compile(rf"{verbs.pattern}\s{BY}\Z") if verbs else None


@cache
def _behind(language: str) -> re.Pattern[str] | None:
    """The participle stands behind the name in German and Turkish: `von Nexter gebaute`, `Nexter tarafından üretilen`."""
    verbs = _verbs(language) if language in ("de", "tr") else None
    return re.compile(rf"\s(?:tarafından\s)?(?=[a-zçğıöşü])(?:{verbs.pattern})\s[A-ZÄÖÜ\w]") if verbs else None


def is_maker(text: str, start: int, end: int, *, floor: int, language: str) -> bool:
    """Tell whether the name at text[start:end] is told to have made what it stands beside.

    >>> text = "12 howitzers made by Nexter were delivered by Norway"
    >>> is_maker(text, 21, 27, floor=0, language="en"), is_maker(text, 46, 52, floor=0, language="en")
    (True, False)
    """
    before, behind = _before(language), _behind(language)
    if behind is not None:
        return behind.match(text, end) is not None
    return before is not None and before.search(text, max(floor, start - REACH), start) is not None


def makes(text: str, start: int, language: str) -> bool:
    """Tell whether a verb of making begins at a place: it gives nothing to anybody.

    >>> makes("12 howitzers made by Nexter", 13, "en")
    True
    """
    verbs = _verbs(language)
    return verbs is not None and verbs.match(text, start) is not None
