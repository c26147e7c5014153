"""Finds designations that no list knows and no noun explains, by the count right before them: `bought 30 K808s`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aidflows.recognise.items import NO_NAME
from aidflows.recognise.numbers import number_words
from aidflows.recognise.tokens import alternatives
from aidflows.records import Cue

SMALL = 100  # the largest count in words
# capitals, then two digits or more; one letter behind a count may be a road or a class, so a list of those is left out (NO_NAME)
NAME = r"(?P<name>[A-ZА-ЯІ]{1,4}[-‑–]?\d{2,4}[A-Z]{0,3})(?:s|['’][a-zıöüğç]{1,4})?(?![\w-]|[.,]\d|\s?(?:mm|km|kg|%|million|billion))"


@cache
def _counted(language: str) -> re.Pattern[str]:
    words = [w for w, n in number_words(language).items() if 2 <= n <= SMALL and n == n.to_integral_value()]
    return re.compile(rf"(?<![\w.,$€£/-])(?:(?!(?:19|20)\d\d\b)\d{{1,4}}|(?i:{alternatives(words)}))\s{NAME}")


def find_unlisted(text: str, bounds: tuple[int, int], known: Sequence[Cue], language: str = "en") -> list[Cue]:
    """Return a cue for each counted designation between these bounds that no known cue overlaps, of the type `aggregate`.

    >>> text = "Peru bought 30 K808s, took highway 12 A44 and met the G20."
    >>> [text[c.start : c.end] for c in find_unlisted(text, (0, len(text)), ())]
    ['K808']
    """
    taken = [(c.start, c.end) for c in known]
    found = []
    for match in _counted(language).finditer(text, *bounds):
        start, end = match.span("name")
        if NO_NAME.fullmatch(match["name"]) or any(a < end and start < b for a, b in taken):
            continue
        found.append(Cue(start, end, "designation", ("aggregate",)))
    return found
