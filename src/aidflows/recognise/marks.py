"""Finds the places where money can stand: a sign, code or word of a currency with a number or a magnitude beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from aidflows.gazetteer.lists import load_list
from aidflows.gazetteer.matcher import scan
from aidflows.records import Span

BACK, AHEAD = 140, 430  # characters around a currency in which numbers may share it or take it over
NUMBER_AHEAD = re.compile(r"[ \t\u00a0\u202f\u2009]*(?:\n[ \t]*)?\d")
DIGIT = re.compile(r"\d")
WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,16}\.?)[\s\u00a0\u202f-]{1,3}(?:of\s+|d['’]|de\s+|di\s+)?$")
RUN = frozenset("0123456789.,'’ \u00a0\u202f\u2009")


def _forms(word: str) -> set[str]:
    """Return the ways a currency is printed; a single letter counts with a digit behind it alone: `R300 million`."""
    if len(word) == 1 and word.isalpha():
        return {word + gap + digit for gap in ("", " ", "\u00a0") for digit in "0123456789"}
    if word.isupper() and len(word) <= 3:
        return {word}  # `ALL` are leks, `All` is none
    return {word, word.capitalize()} | ({word.lower(), word.upper()} if len(word) > 3 else set())


@cache
def _matcher() -> AhoCorasick:
    """Return the matcher of currencies; as a contiguous automaton it takes a tenth of the memory of a full table."""
    words = {form for row in (*load_list("currencies"), *load_list("fused_units")) for form in _forms(row["token"])}
    return AhoCorasick(
        sorted(words),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )


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


def find_marks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield currencies that have a number or a magnitude beside them; True where a magnitude stands before it.

    >>> text = "Ukraine got $5m, then two billion euros; no dollar more."
    >>> [(text[a:b], is_worded) for a, b, is_worded in find_marks(text)]
    [('$', False), ('euros', True)]
    """
    words = _magnitude_words()
    for _, a, b in scan(_matcher(), text, 0, len(text)):
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


def windows(marks: list[Span], text: str) -> Iterator[Span]:
    """Yield the stretches around marks, joined where they meet; no run of digits is cut."""
    low = high = -1
    for a, b in marks:
        start, end = _widen(text, max(0, a - BACK), min(len(text), b + AHEAD))
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
