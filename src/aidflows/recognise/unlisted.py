"""Finds names that no list knows and no noun explains, by the count right before them: `bought 30 K808s`, `12 Falcon 20s`, `six Ravens`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from aidflows.gazetteer.inflection import declined
from aidflows.gazetteer.lists import load_list
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.recognise.items import NO_NAME
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Cue

SMALL = 100  # the largest count in words
ENDS = r"(?![\w-]|[.,]\d|\s?(?:mm|km|kg|%|million|billion))"
# capitals, then two digits or more; one letter behind a count may be a road or a class, so a list of those is left out (NO_NAME)
NAME = rf"(?P<name>[A-ZА-ЯІ]{{1,4}}[-‑–]?\d{{2,4}}[A-Z]{{0,3}}|[A-Z]{{2,4}}[-‑–]\d)(?:['’][a-zıöüğç]{{1,4}})?{ENDS}"
# what bears the English plural is a thing: `12 F-84s`, `four Falcon 20s`, `six Ravens`, `two ATR 72s`
PLURAL = (
    rf"(?P<plural>[A-Z][A-Za-z./]{{0,9}}(?:[-‑–]|\s)?\d{{1,4}}[A-Z]{{0,4}}s|[A-Z][a-z]+[A-Za-z]+s|[A-Z]{{3,6}}s){ENDS}"
    r"(?!['’]|\s[A-Z][a-z])"
)

# `12 «Тюльпанов»`, `zwölf „Wölfe“`: a name in quotation marks right behind a count
QUOTED = r"[\"«„“]\s?(?P<quoted>[A-ZÄÖÜÇŞİА-ЯІЇЄҐ][\w-]{2,20}(?:[\s-]\d{1,3})?)(?=\s?[»”“\"])"

HYPHENED = re.compile(r"[A-ZА-ЯІ]-\d{2,4}[A-Z]?")  # `12 F-84`; not `12 F84`, which may be a road


@cache
def _counted(language: str) -> re.Pattern[str]:
    words = [w for w, n in number_words(language).items() if 2 <= n <= SMALL and n == n.to_integral_value()]
    listed = rf"(?P<listed>{alternatives(sorted(_listed(language)))})(?:['’][a-zıöüğç]{{1,4}})?{ENDS}"
    names = f"(?:{listed}|{NAME}|{QUOTED}{f'|{PLURAL}' if language == 'en' else ''})"
    return re.compile(rf"(?<![\w.,$€£/-])(?:(?!(?:19|20)\d\d\b)\d{{1,4}}|(?i:{alternatives(words)}))\s{names}")


@cache
def _listed(language: str) -> dict[str, str]:
    """Return the types of names that are words besides, and name a thing right behind a count (counted_names.csv)."""
    rows = [(name, r["system_type"]) for r in load_list("counted_names") for name in r["names"].split("|")]
    return {form: kind for name, kind in rows for form in (name, f"{name}s", *declined(name, language))}


@cache
def _no_things() -> frozenset[str]:
    return frozenset(word for row in load_list("capital_plurals") for word in row["words"].split("|"))


def find_unlisted(text: str, bounds: tuple[int, int], known: Sequence[Cue], language: str = "en") -> list[Cue]:
    """Return a cue for each counted name between these bounds that no known cue overlaps, of the type `aggregate`.

    People, bodies and papers that are written large (capital_plurals.csv) and inhabitants are no things.

    >>> text = "Peru bought 30 K808s and six Ravens for 12 Marines, took highway 12 A44 and met the G20 and two Danes."
    >>> [text[c.start : c.end] for c in find_unlisted(text, (0, len(text)), ())]
    ['K808s', 'Ravens']
    """
    matches = _counted(language).finditer(text, *bounds)
    return [cue for match in matches if (cue := _read(match, known, language)) is not None]


def _read(match: re.Match[str], known: Sequence[Cue], language: str) -> Cue | None:
    """Return the cue of a counted name, if it is a thing that no known cue overlaps."""
    kind = match.lastgroup or "name"
    start, end = match.span(kind)
    if _is_taken(known, start, end) or not _is_thing(match[kind], kind):
        return None
    known_type = _listed(language).get(match[kind])
    return Cue(start, end, "nickname" if known_type else "designation", (known_type or "aggregate",))


SHORT = 8000  # characters; in a longer text a name alone is sought by digits before it, not by words
DIGITS_NAME = re.compile(
    r"[0-9](?<!\d\d)\d{0,3}\s(?=[A-ZА-ЯІ«„“])"
)  # begins with a set, so that the engine skips to it


def seek_unlisted(text: str, known: Sequence[Cue], language: str = "en") -> list[Cue]:
    """Return what find_unlisted yields for all of a text, also where nothing known stands beside a name; `known` by place.

    >>> text = "Peru bought 30 ZZ808s."
    >>> [text[c.start : c.end] for c in seek_unlisted(text, ())]
    ['ZZ808s']
    """
    if len(text) <= SHORT:
        return find_unlisted(text, (0, len(text)), known, language)
    counted = _counted(language)
    matches = (counted.match(text, place.start()) for place in DIGITS_NAME.finditer(text))
    return [cue for match in matches if match and (cue := _read(match, known, language)) is not None]


def _is_taken(known: Sequence[Cue], start: int, end: int) -> bool:
    """True where a known name or noun overlaps; a few long ones may begin further back."""
    at = bisect_left(known, end, key=lambda cue: cue.start)
    return any(cue.end > start for cue in known[max(0, at - 4) : at])


def _is_thing(name: str, kind: str) -> bool:
    """True of a counted name that is no road, class, body, person or inhabitant."""
    if kind in ("listed", "quoted"):
        return True
    if kind == "name":
        return NO_NAME.fullmatch(name) is None or HYPHENED.fullmatch(name) is not None
    return name not in _no_things() and next(actor_matcher("en").find(name), None) is None
