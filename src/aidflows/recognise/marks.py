"""Finds the places where money can stand: a sign, code or word of a currency with a number or a magnitude beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Span

BACK, AHEAD = 140, 430  # characters around a currency in which numbers may share it or take it over
NUMBER_AHEAD = re.compile(r"[ \t\u00a0\u202f\u2009]*(?:\n[ \t]*)?\d")
DIGIT = re.compile(r"\d")
WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,16}\.?)[\s\u00a0\u202f-]{1,3}(?:of\s+|d['’]|de\s+|di\s+)?\Z")
RUN = frozenset("0123456789.,'’ \u00a0\u202f\u2009")


@cache
def _magnitude_words() -> frozenset[str]:
    return frozenset(r["token"].lower() for r in load_list("magnitudes") if r["lang"] != "glued") | _vague() | _behind()


def _vague() -> frozenset[str]:
    return frozenset(p.split()[-1].lower() for r in load_list("vague") for p in r["phrases"].split("|"))


def _behind() -> frozenset[str]:
    """`et demi` and the like stand between a magnitude and its currency; `полмиллиарда` is one word."""
    words = load_list("number_words")
    glued = {(r["word"], r["lang"]) for r in words if r["value"] == "0.5" and " " not in r["word"]}
    mags = [(m["token"], m["lang"]) for m in load_list("magnitudes")]
    return frozenset(r["word"].split()[-1] for r in words if r["value"][0] == "*") | frozenset(
        half + mag for half, lang in glued for mag, other in mags if lang == other
    )


def find_marks(text: str, currencies: Iterable[Span]) -> Iterator[tuple[int, int, bool]]:
    """Yield those currencies that have a number or a magnitude beside them; True where a magnitude stands before it.

    >>> text = "Ukraine got $5m, then two billion euros; no dollar more."
    >>> [(text[a:b], is_worded) for a, b, is_worded in find_marks(text, [(12, 13), (34, 39), (44, 50)])]
    [('$', False), ('euros', True)]
    """
    words = _magnitude_words()
    for a, b in currencies:
        if a and text[a - 1].isalpha() and text[a].isalpha() and text[a - 1].islower():
            continue  # the `kr` of `Ukraine`
        if text[b - 1].isdigit():
            if text[a - 1 : a].isalnum():
                continue  # `R300 million`, not the `R` of a word
            b = a + 1
        before = WORD_BEFORE.search(text, max(0, a - 20), a)
        if before and before.group(1).lower() in words:
            yield a, b, True
        elif NUMBER_AHEAD.match(text, b) or DIGIT.search(text, max(0, a - 12), a):
            yield a, b, False


def windows(marks: list[Span], text: str, ahead: int = AHEAD) -> Iterator[Span]:
    """Yield the stretches around marks, joined where they meet; no run of digits is cut."""
    low = high = -1
    for a, b in marks:
        start, end = _widen(text, max(0, a - BACK), min(len(text), b + ahead))
        if start > high:
            if high >= 0:
                yield low, high
            low = start
        high = max(high, end)
    if high >= 0:
        yield low, high


def _widen(text: str, start: int, end: int) -> Span:
    while start and text[start] in RUN and text[start - 1] in RUN:
        start -= 1
    while end < len(text) and text[end - 1] in RUN and text[end] in RUN:
        end += 1
    return start, end
