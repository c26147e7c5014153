"""Finds the count that stands before an item; calibres, years, money and model numbers are no counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.between import CALIBRE, leads_on
from aidflows.recognise.compounds import compound_marks
from aidflows.recognise.numbers import (
    TURKISH_CASE,
    find_numbers,
    halves,
    number_words,
    parse_number,
    parse_words,
    words_pattern,
)
from aidflows.recognise.rounds import ROUND, Count, find_round_counts, join_hundreds, join_ranges
from aidflows.recognise.tokens import magnitudes
from aidflows.recognise.vague_counts import find_vague, find_vague_before, vague_words

VAGUE = re.compile(
    r"\b((?:several |some |many |a few |tens |hundreds |dozens )?(?:hundreds|dozens|thousands|scores|tens|several|a number|a battery|a squadron|various types|several types|a batch|a handful|a clutch)(?:\s+more)?(?:\s+of)?)\s+(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
# words that count in one language and mean something else in another; articles are never counts here, but in articles.py
NO_COUNT = {
    "it": ("un", "una", "uno"), "tr": ("sei",), "fr": ("un", "une", "sei"), "sv": ("en", "ett"), "es": ("un", "una", "uno"),
    "de": ("einer", "einem"), "": ("sei", "un", "une", "una", "uno"),
}  # fmt: skip


def _no_count(language: str) -> frozenset[str]:
    """Return the words that count nothing here: articles, and `on` or `sei` where they are of another language."""
    others = {"on", "sei"} - set(number_words(language))
    return frozenset(NO_COUNT.get(language, NO_COUNT[""])) | {"a", "an", "another"} | others


NOT_COUNT = re.compile(
    r"(?:[$€£¥₺₹]|US\$|\bNo\.?|\bnumber|\bArticle|\bpp?\.|\bchapter|\bgeneration|\bversion|\bphase|\bblock|\bMk|\bclass|\btype|\bvol\.|[A-Za-z]-)\s*\Z",
    re.IGNORECASE,
)


LABEL = 16  # characters that the longest of these takes with the space behind it
DIGIT = re.compile(r"\d")
COUNTING = (
    "million", "thousand", "hundred", "hundreds", "dozens", "thousands", "scores", "tens", "several", "a number", "a battery",
    "a squadron", "various types", "a batch", "a handful", "a clutch",
)  # fmt: skip


@cache
def _counting(language: str) -> AhoCorasick:
    words = {w for w in number_words(language) if w not in _no_count(language)} | set(COUNTING) | set(ROUND)
    words |= set(vague_words(language))
    # `gave Kenya dozens`: the `a dozen` in it would hide the word that counts
    words = {w for w in words if w.partition(" ")[2] not in words}
    forms = {form for w in words for form in (w, w[:1].upper() + w[1:], w.upper())}
    return AhoCorasick(
        sorted(forms), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA, store_patterns=False
    )


def has_count(text: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether a stretch holds a digit or a word that counts; what says no holds no quantity.

    >>> has_count("It bought two boats.", 0, 20), has_count("It bought a boat.", 0, 17)
    (True, False)
    """
    return DIGIT.search(text, start, end) is not None or _has_word(text[start:end], language)


def _has_word(part: str, language: str) -> bool:
    return next(_words_in(part, language), None) is not None


def _words_in(part: str, language: str) -> Iterator[int]:
    size, marks = len(part), compound_marks(language)
    for _, a, b in _counting(language).find_matches_as_indexes(part):
        is_whole = (a == 0 or not part[a - 1].isalpha()) and (
            b == size or not part[b].isalpha() or (language == "tr" and CASE.match(part, b))
        )
        if is_whole or any(mark in part[a:b] for mark in marks):  # `zweihundertfünfzig` holds `zweihundert`
            yield a


CASE = re.compile(TURKISH_CASE)
AHEAD = 1200  # characters looked through at once for counts


class CountPlaces:
    """Tells where something counts; words that count are found a stretch at a time, moving forward: nouns stand closer than they are wide."""

    __slots__ = ("_high", "_language", "_low", "_places", "_text")

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._low = self._high = 0
        self._places: list[int] = []

    def any_in(self, start: int, end: int) -> bool:
        """Tell whether a digit stands, or a word that counts begins, in text[start:end]."""
        end = min(end, len(self._text))
        if DIGIT.search(self._text, start, end):
            return True
        if start < self._low or end > self._high:
            self._load(start)
        at = bisect_left(self._places, start)
        return at < len(self._places) and self._places[at] < end

    def _load(self, start: int) -> None:
        self._low, self._high = start, min(len(self._text), start + AHEAD)
        self._places = [self._low + a for a in _words_in(self._text[self._low : self._high], self._language)]


def find_quantity(
    text: str, position: int, floor: int, language: str = "en"
) -> tuple[int, int, Decimal | None, Decimal | None] | None:
    """Return span and bounds of the count that stands before `position`, or None.

    Calibres, money, years, model and page numbers are no counts; `dozens of` is a count whose bounds are not known.

    >>> find_quantity("bought 80 military vehicles", 19, 0)
    (7, 9, Decimal('80'), Decimal('80'))
    >>> find_quantity("107 and 122 mm launchers", 15, 0) is None
    True
    """
    floor = max(floor, position - 90)
    if not has_count(text, floor, position, language):
        return None
    window = text[floor:position]
    numbers = find_counts(window, language)
    for a, b, low, high in reversed(numbers):
        rest = window[b:]
        if not leads_on(rest, language) or (CALIBRE.search(window[a:] + "x") and CALIBRE.match(window, a)):
            continue
        if NOT_COUNT.search(window, max(0, a - LABEL), a) or (
            re.match(r"\s?(?:mm|km|%|percent|per cent|million|billion)\b", rest) and low is not None and low < 1000
        ):
            continue
        if window[a].isalpha() and PARTITIVE.match(rest) and VAGUE_THING.match(text, position):
            continue  # `two of the weapons` points at them
        if low == high == 1 and window[a:b].lower() not in ("one", "1") and KIND.search(rest):
            continue  # `a second type of rocket` counts types; a numeral stays the count that is printed
        if (start := find_vague_before(window, a, language)) is not None:
            return floor + start, floor + b, None, None
        return floor + a, floor + b, low, high
    vague = VAGUE.search(window)
    told = vague.span(1) if vague else find_vague(window, language)
    return (floor + told[0], floor + told[1], None, None) if told else None


NEIGHBOURS = {"uk": "ru", "ru": "uk"}  # `млн` is written alike in both


@cache
def _scale_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a magnitude behind a count: ` million`, ` тысяч`, ` Mio.`."""
    rows = [
        r["token"]
        for r in load_list("magnitudes")
        if r["lang"] in ("en", "", language, NEIGHBOURS.get(language)) and r["token"] not in ("cr", "tn")
    ]
    words = sorted((re.escape(w) for w in rows), key=len, reverse=True)
    glued = "|(?=mila)" if language == "it" else ""  # `50mila`
    return re.compile(
        rf"(?:[\s\u00a0-]+{glued})(?P<word>{'|'.join(words)})(?:\s(?P<half>{halves(language, '*')}))?(?!\w)"
    )


def _scaled(value: Decimal, scale: re.Match[str]) -> Decimal:
    """Return a number with the magnitude behind it, and half of that where it says so: `deux millions et demi`."""
    unit = magnitudes()[scale["word"]]
    return value * unit + (unit / 2 if scale["half"] else 0)


def find_counts(window: str, language: str = "en") -> list[Count]:
    """Return span and bounds of the whole numbers in a stretch, in digits and in words, magnitudes and ranges joined."""
    out: list[Count] = []
    for a, b in _digit_runs(window):
        value = parse_number(window[a:b], language)
        if value is None or _is_glued(window, a):
            continue
        b += window.startswith("+", b) and not window[b + 1 : b + 2].isalnum()  # `20+ RM-70`
        scale = _scale_pattern(language).match(window, b)
        if scale:
            value = _scaled(value, scale)
            b = scale.end()
        if value != value.to_integral_value() or (not scale and _is_year(window, a, b, value)):
            continue
        if scale and out and _goes_on(window, out[-1], a, magnitudes()[scale["word"]]):
            whole = (out[-1][3] or Decimal(0)) + value  # `1 million 330 thousand`
            out[-1] = (out[-1][0], b, whole, whole)
            continue
        if a and window[a - 1] == "(" and window[b : b + 1] == ")":
            a, b = a - 1, b + 1  # `six hundred forty-four (644)` is one quantity
        out.append((a, b, value, value))
    return join_ranges(window, join_hundreds(window, sorted([*out, *_worded_counts(window, language)])))


# `and 2000 155mm shells`: the one round number among the years counts, unless a preposition makes it a date
DATED = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|the|year|a|an|late|early|mid|after|before|for|between|to|spring|summer|autumn|fall|winter|\w+ary|March|April|May|June|July|August|\w+ber)[\s-]+\Z",
    re.IGNORECASE,
)


def _is_year(window: str, a: int, b: int, value: Decimal) -> bool:
    if not 1900 <= value <= 2100 or "," in window[a:b]:
        return False
    return value != 2000 or a == 0 or DATED.search(window, 0, a) is not None or window[b : b + 1] != " "


def _goes_on(window: str, last: Count, a: int, scale: Decimal) -> bool:
    """True of a smaller magnitude right behind a larger one."""
    is_larger = last[2] is not None and last[2] == last[3] and last[2] >= 10**6 > scale
    return is_larger and window[last[1] : a].strip(". ") == "" and window[last[0] : last[1]][-1:].isalpha()


def _digit_runs(window: str) -> list[tuple[int, int]]:
    """Return the spans of numbers; in `18 155mm howitzers` there are two."""
    spans = []
    for a, b in find_numbers(window):
        at = max(window.rfind(" ", a, b), window.rfind("\u00a0", a, b))
        if at >= 0 and CALIBRE_BEHIND.match(window, b):
            spans += [(a, at), (at + 1, b)]
        else:
            spans.append((a, b))
    return spans


CALIBRE_BEHIND = re.compile(r"\s?(?:mm|мм)\b")


def _is_glued(window: str, a: int) -> bool:
    return bool(a) and (window[a - 1].isalnum() or (window[a - 1] in "-/.‑" and a > 1 and window[a - 2].isalpha()))


def _worded_counts(window: str, language: str) -> list[Count]:
    out: list[Count] = []
    for match in words_pattern(language).finditer(window) if _has_word(window, language) else ():
        value = parse_words(match.group(), language)
        scale = _scale_pattern(language).match(window, match.end())
        if scale and value is not None:
            value = _scaled(value, scale)
        if (
            value is None
            or (value == 1 and PARTITIVE.match(window, match.end()))
            or re.search(r"[\w-]\Z", window[: match.start()])
        ):
            continue
        is_count = match.group().lower() not in _no_count(language) or scale
        if is_count and value == value.to_integral_value():
            out.append((match.start(), scale.end() if scale else match.end(), value, value))
    return [*out, *find_round_counts(window, out, language)]


KIND = re.compile(r"\b(?:type|kind|class|batch|generation|version|variant|model|phase|tranche|squadron|round) ")
PARTITIVE = re.compile(r"\s+of\s+(?:the|its|these|our)\b")
VAGUE_THING = re.compile(r"(?:weapons|munitions|systems|items|pieces|arms)\b")
