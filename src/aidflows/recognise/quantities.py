"""Finds the count that stands before an item; calibres, years, money and model numbers are no counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import NUMBER, number_words, parse_number, parse_words, words_pattern

CALIBRE = re.compile(
    r"(?P<list>\d{2,3}(?:\.\d+)?(?:\s*(?:and|,|/|&|or)\s*\d{2,3}(?:\.\d+)?)*)[\s-]?(?:mm|millimet(?:er|re))\b",
    re.IGNORECASE,
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"


# adjectives that stand before the noun in other languages, by what they look like
ADJECTIVES = {
    "de": r"(?!(?:von|der|die|das|und|mit|für|bis|im|in|am|an|auf|nach|zu|aus|bei|um|sind|wurden|waren)\b)[a-zäöüß-]{3,}",
    "sv": r"(?!(?:och|för|med|av|till|från|som|att|är|var)\b)[a-zåäö-]{3,}[ea]",
    "ru": r"[а-яё-]+(?:ых|их|ые|ие|ого|его|ой|ей|ный|ная)", "uk": r"[а-яіїєґ'’-]+(?:их|іх|і|ого|ої|ний|на)",
    "pl": r"[a-ząćęłńóśźż-]+(?:ych|ich|e|y|ie|owe|owych)", "tr": r"(?!(?:ve|ile|için|olan|bir)\b)[a-zçğıöşü]{3,}",
}  # fmt: skip


@cache
def between_pattern(language: str = "en") -> re.Pattern[str]:
    """Return the pattern of what may stand between a count and its item: listed words, names, calibres, sizes.

    A capital opens a maker's name or a demonym (`20 Swedish Bofors guns`); a month does not, or dates would count.
    """
    words = sorted(
        {re.escape(w) for row in load_list("between") for w in row["words"].split("|")}, key=len, reverse=True
    )
    names = rf"(?!{MONTH}\b)(?:[A-ZÀ-Þ][\w'’.&/-]*|[А-ЯІЇЄ][\w'’-]*)"
    sizes = r"(?:\d{2,3}(?:[.,]\d+)?[\s-]?mm)|\d+-?(?:metre|meter|foot|ton|tonne)|\([0-9,]+\)|[\w-]+-(?:class|type|series|made|built)"
    joined = r"[A-Z]{2,4}\sand" + (f"|{ADJECTIVES[language]}" if language in ADJECTIVES else "")
    return re.compile(
        rf"^(?P<sep>[\s\u00a0]+|-)(?:(?:{'|'.join(words)}|{joined}|{sizes}|{names}),?[\s\u00a0]+){{0,6}}$"
    )


VAGUE = re.compile(
    r"\b((?:several |some |many |a few |tens |hundreds |dozens )?(?:hundreds|dozens|thousands|scores|tens|several|a number|a battery|a squadron|various types|several types|a batch|batteries)(?:\s+more)?(?:\s+of)?)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
# words that count in one language and mean something else in another; articles are never counts here
NO_COUNT = {
    "it": ("half", "half a", "un", "una", "uno", "on"), "tr": ("half", "half a", "un", "une", "sei"), "fr": ("half", "un", "une", "on", "sei"),
    "": ("half", "half a", "on", "sei", "un", "une", "una", "uno"),
}  # fmt: skip
NOT_COUNT = re.compile(
    r"(?:[$€£¥₺₹]|US\$|\bNo\.?|\bnumber|\bArticle|\bpp?\.|\bchapter|\bgeneration|\bversion|\bphase|\bblock|\bMk|\bclass|\btype|\bvol\.|[A-Za-z]-)\s*$",
    re.IGNORECASE,
)


DIGIT = re.compile(r"\d")
NEVER_ALONE = frozenset({"a", "an", "un", "une", "una", "uno", "on", "sei"})  # no count but before `million` or `dozen`
COUNTING = (
    "million", "thousand", "hundred", "hundreds", "dozens", "thousands", "scores", "tens", "several", "a number", "a battery",
    "a squadron", "various types", "a batch", "batteries",
)  # fmt: skip


@cache
def _counting(language: str) -> AhoCorasick:
    words = {w for w in number_words(language) if w not in NEVER_ALONE} | set(COUNTING)
    forms = {form for w in words for form in (w, w[:1].upper() + w[1:], w.upper())}
    return AhoCorasick(sorted(forms), implementation=Implementation.DFA, store_patterns=False)


def has_count(text: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether a stretch holds a digit or a word that counts; what says no holds no quantity.

    >>> has_count("It bought two boats.", 0, 20), has_count("It bought a boat.", 0, 17)
    (True, False)
    """
    return DIGIT.search(text, start, end) is not None or _has_word(text[start:end], language)


def _has_word(part: str, language: str) -> bool:
    size = len(part)
    return any(
        (a == 0 or not part[a - 1].isalpha()) and (b == size or not part[b].isalpha())
        for _, a, b in _counting(language).find_matches_as_indexes(part, overlapping=True)
    )


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
        if not between_pattern(language).match(rest) or (CALIBRE.search(window[a:] + "x") and CALIBRE.match(window, a)):
            continue
        if NOT_COUNT.search(window[:a]) or (
            re.match(r"\s?(?:mm|km|%|percent|per cent|million|billion)\b", rest) and low is not None and low < 1000
        ):
            continue
        return floor + a, floor + b, low, high
    vague = VAGUE.search(window)
    return (floor + vague.start(1), floor + vague.end(1), None, None) if vague else None


def find_counts(window: str, language: str = "en") -> list[tuple[int, int, Decimal | None, Decimal | None]]:
    out: list[tuple[int, int, Decimal | None, Decimal | None]] = []
    for match in NUMBER.finditer(window):
        a, b = match.span()
        if a and (window[a - 1].isalnum() or (window[a - 1] in "-/.‑" and a > 1 and window[a - 2].isalpha())):
            continue
        value = parse_number(match.group(), language)
        if value is None or value != value.to_integral_value() or (1900 <= value <= 2100 and "," not in match.group()):
            continue
        scale = re.match(r"\s+(million|thousand|hundred)\b", window[b:])
        if scale:
            value *= {"million": 10**6, "thousand": 1000, "hundred": 100}[scale.group(1)]
            b += scale.end()
        if a and window[a - 1] == "(" and window[b : b + 1] == ")":
            a, b = a - 1, b + 1  # `six hundred forty-four (644)` is one quantity
        if (
            out
            and re.fullmatch(r"\s*(?:-|–|—|to)\s*", window[out[-1][1] : a])
            and out[-1][2] is not None
            and out[-1][2] < value
        ):
            out[-1] = (out[-1][0], b, out[-1][2], value)
        else:
            out.append((a, b, value, value))
    words = words_pattern(language).finditer(window) if _has_word(window, language) else ()
    for match in words:
        low = match.group().lower()
        value = parse_words(match.group(), language)
        scale = re.match(r"\s+(million|thousand|hundred)\b", window[match.end() :])
        if scale and value is not None:
            value *= {"million": 10**6, "thousand": 1000, "hundred": 100}[scale.group(1)]
        if re.match(r"\s+of\s+(?:the|its|these|our)\b", window[match.end() :]):
            continue
        if (
            value is not None
            and low not in NO_COUNT.get(language, NO_COUNT[""])
            and (low not in ("a", "an") or scale)
            and not re.search(r"[\w-]$", window[: match.start()])
        ):
            out.append((match.start(), match.end() + (scale.end() if scale else 0), value, value))
    return sorted(out)
