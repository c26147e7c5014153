"""Finds the bounds of the sentence around a position, moving forward; never splits a whole text."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Span

# `am 5. April`, `1. Januar bis 30. Juni`, `1. Juli 2022`: an ordinal before a month ends no sentence
GERMAN_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
ORDINAL = rf"(?!(?<=\d[.])\s+(?:(?:{GERMAN_MONTHS})\b|[a-zà-ÿа-яёіїєґ]))"
MONTH = re.compile(rf"(?:{GERMAN_MONTHS})\b")
# `sein 20. Paket`, `das 2. Halbjahr`; not `l'un des 12. La France`, nor the Swedish `den 12. Sverige`
COUNTED = re.compile(r"\b(?:sein|ihr|das|ein|der|die|dem|im|am|vom|zum|beim)(?:e[mnrs]?)?\s\d{1,2}\Z")
# first the mark, one class of characters, then what may not stand before it: so the engine skips from mark to mark
STOP = re.compile(
    r"[.!?…\n:](?:(?<=:)(?=\s+Provided(?:\s+further)?,\s+[Tt]hat\b)|(?<![\n:])"
    + ORDINAL
    + r"""(?<![.\s][A-Z][.])(?<!U\.S[.])(?<!U\.K[.])(?:[¹²³⁰⁴-⁹]+|\[\d+\])?["”’'»)\]*_]*(?:[¹²³⁰⁴-⁹]+|(?:(?<=[^\W\d][.])|(?<=[)”"][.])|(?<=\d\d\d\d[.]))\d{1,2}(?=\s+[A-Z]))?(?:\s+(?=["“«'(\[*_]*[A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐƏİŞ0-9¿¡•–$€£¥₹₺₴-])|\s*\Z)"""
    r"|(?<=\n)(?:(?=[A-ZÀ-ÞА-Я])|[ \t]*\n+|(?=[ \t]*(?:[-*•–|]|\d{1,3}[.)]|\#|\(\w\))[ \t])|(?<=[.!?:”\"]\n)))"
)


@cache
def _abbreviations() -> dict[str, str]:
    return {word: row["kind"] for row in load_list("abbreviations") for word in row["words"].split("|")}


@cache
def _longest() -> int:
    return max(map(len, _abbreviations()))


CONTINUES = re.compile(r"[a-zà-ÿ]")
REACH = 1600


class Sentences:
    """Bounds of sentences in one text; asked for rising positions, each boundary is sought once."""

    __slots__ = ("_end", "_start", "_text")

    def __init__(self, text: str) -> None:
        self._text, self._start, self._end = text, 0, 0

    def around(self, position: int) -> Span:
        """Return the bounds of the sentence that holds `position`.

        >>> text = "It sold six. Then Dr. Oz, of the U.S. Army, bought two."
        >>> s = Sentences(text); text[slice(*s.around(8))], text[slice(*s.around(45))]
        ('It sold six.', 'Then Dr. Oz, of the U.S. Army, bought two.')
        """
        if not self._start <= position < self._end:
            self._start, self._end = self._seek(position)
        return self._start, self._end

    def _seek(self, position: int) -> Span:
        text = self._text
        start = max(0, position - REACH)
        if self._start <= self._end <= position and self._end >= start:
            start = self._end
        start = self._last_stop(start, position)
        end = min(len(text), position + REACH)
        for match in STOP.finditer(text, position, end):
            if match.end() > position and not self._continues(match):
                end = match.end()
                break
        while start < position and text[start].isspace():
            start += 1
        stop = end
        while stop > position + 1 and text[stop - 1].isspace():
            stop -= 1
        return start, stop

    def _last_stop(self, floor: int, position: int) -> int:
        """Return where the last sentence before a position ends, looked for in growing steps backwards."""
        for reach in (160, 500, REACH):
            start, found = max(floor, position - reach), None
            for match in STOP.finditer(self._text, start, position + 2):  # `$` must not match at the position itself
                if match.end() <= position and not self._continues(match):
                    found = match.end()
            if found is not None:
                return found
            if start == floor:
                break
        return floor

    def _continues(self, match: re.Match[str]) -> bool:
        """True of a blank line in mid-sentence: no full stop before it, a small letter after it."""
        text = self._text
        if text[match.start()] != "\n":
            is_counted = text[match.start()] == "." and COUNTED.search(text, max(0, match.start() - 14), match.start())
            is_short = text[match.end() : match.end() + 1] in SIGNS and SHORT_WORD.search(
                text, max(0, match.start() - 8), match.start()
            )
            return (
                bool(is_counted or is_short)
                or _is_abbreviation(text, match)
                or _is_year_sign(text, match.start(), match.end())
            )
        before = text[max(0, match.start() - 1) : match.start()]
        if before == "." and text[match.end() : match.end() + 1].islower() and _short(text, match.start() - 1):
            return True  # `5 тис.`, a line's end, `ракет`
        if before == "." and text[match.start() - 2].isdigit() and MONTH.match(text, match.end()):
            return True  # `am 2.`, a line's end, `November`
        if before == ":" and match.group() == "\n" and _is_wrapped(text, match.start()):
            return not _is_labelled(text, match.end())
        if (
            match.end() == match.start() + 1
            and match.group() == "\n"
            and (before not in '.!?:”"' or text[max(0, match.start() - 2) : match.start()] in QUOTED)
            and text[match.end()].isupper()
        ):
            return not _ends_list(text, match.start()) and not _is_labelled(text, match.end())
        return (
            before not in ".!?:;|"
            and bool(CONTINUES.match(text, match.end()))
            and len(text[max(0, match.start() - 60) : match.start()].split("\n")[-1]) > 30
        )


QUOTED = (',"', ",”")  # `... 41 million euros,"`, a line's end, `the minister said`
SIGNS = tuple("$€£¥₹₺₴")
SHORT_WORD = re.compile(
    r"\b(?:[a-z]{1,2}|approx|appr|aprox|est|incl|excl|env|cca|max|min|resp)\Z"
)  # `c. $5 million`, `approx. €3 million`
NARROW, WIDE = 50, 100  # characters of the lines of a text that is wrapped at a width


def _is_wrapped(text: str, at: int) -> bool:
    """True of a line's end in the middle of a text wrapped at a width: no list begins behind a colon there."""
    before, behind = ["", *text[max(0, at - 2 * WIDE) : at].split("\n")], text[at + 1 : at + 1 + WIDE].split("\n")
    if len(behind) < 2:
        return False
    lines = [before[-1], behind[0]]
    # a paragraph's first line goes on with a small letter; a line that ends with a comma is an item of a list
    if before[-2] or not behind[0][:1].islower() or behind[0][-1] in ",;.":
        lines.append(before[-2])
    return all(NARROW <= len(line) < WIDE for line in lines)


def _short(text: str, stop: int) -> str | None:
    """Return the kind of the abbreviation that ends at a stop, or None."""
    start, floor = stop, max(0, stop - _longest() - 1)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return _abbreviations().get(text[start:stop])


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    """True of `approx. 40`; not where a paragraph ends with one, nor a line before a capital."""
    stop = match.start()
    if text[stop] != ".":
        return False
    kind = _short(text, stop)
    if kind is None or (kind == "unit" and text[match.end() : match.end() + 1].isupper()):
        return False  # what a unit counts is written small: before a capital it ends a sentence
    gap = match.group()
    if kind == "quantity" and gap.count("\n") == 1:
        return True  # `5,8 Mrd.`, a line's end, `Euro`
    return "\n" not in gap or (gap.count("\n") == 1 and not text[match.end() : match.end() + 1].isupper())


# `W 2023 r. Słowacja przekazała`, `В 2021 г. Россия`: at its beginning, a year's sign ends no sentence
YEAR_SIGNS = frozenset("rгр")
YEAR_SIGN = re.compile(r"(?:^|[.!?\n]\s*)(?:W|We|В|Во|У)\s+(?:[^\W\d_]+\s+)?\d{4}\s(?:r|г|р)\Z")


YEAR_BEFORE = re.compile(r"\s\d{4}\s(?:r|г|р)\Z")


def _is_year_sign(text: str, stop: int, behind: int) -> bool:
    if text[stop - 1 : stop] not in YEAR_SIGNS:
        return False
    if text[behind : behind + 1].isdigit() and YEAR_BEFORE.search(text, max(0, stop - 8), stop):
        return True  # `wyniosły w 2019 r. 14 mld`: few sentences begin with a figure
    return YEAR_SIGN.search(text, max(0, stop - 32), stop) is not None


LABEL = re.compile(r"[A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐİŞ][^\n.:;,–—]{2,32}(?::|\s[–—-])\s")


def _is_labelled(text: str, start: int) -> bool:
    """True of a line that a label opens (`Denmark – 19 guns`), where the line above or below has one too."""
    if not LABEL.match(text, start):
        return False
    above = text.rfind("\n", 0, start - 1) + 1
    below = text.find("\n", start) + 1
    return LABEL.match(text, above) is not None or (below > 0 and LABEL.match(text, below) is not None)


ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,3}[.)])[ \t]")


def _ends_list(text: str, line_end: int) -> bool:
    """True where a short item of a list ends and the next line, which is no item, begins a sentence of its own."""
    start = text.rfind("\n", max(0, line_end - 110), line_end) + 1
    return 0 < line_end - start < 100 and ITEM.match(text, start) is not None
