"""Finds the article before a single thing, which counts one: `sold a frigate`, `un système SAMP/T` (articles.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.between import leads_on
from aidflows.recognise.quantities import KIND
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Cue, Span

REACH = 40  # characters before a thing in which its article stands
UNCOUNTED = frozenset({"ammunition", "aggregate", "personnel"})  # types whose noun names no single thing
PLURAL = re.compile(r"(?<!s)s\Z")
OF_MANY = re.compile(r"\s(?:de|du|des|d'|di|del|dei|delle|degli|av|von|der|of)\b")


@cache
def _before(language: str) -> re.Pattern[str] | None:
    words = listed_words("articles", language, column="words")
    return re.compile(rf"(?:(?<![\w'’-])|(?<=\bd['’]))(?:{alternatives(words)})(?=\s|(?<=['’]))") if words else None


@cache
def _between(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(listed_words('articles', language, column='between'))})(?=\s)")


@cache
def _behind(language: str) -> re.Pattern[str]:
    words = listed_words("articles", language, column="next")
    return re.compile(rf"[^\w\s-]|\s*\Z|\s+(?:{alternatives(words)})\b|\s+[^a-z\s]" if words else "")


def find_article(text: str, start: int, end: int, *, language: str = "en") -> Span | None:
    """Return the span of the article of the thing at text[start:end], or None where it has none or another noun follows.

    >>> find_article("Norway sold a frigate to Kenya.", 14, 21)
    (12, 13)
    >>> find_article("Norway signed a frigate deal.", 16, 23) is None
    True
    """
    pattern = _before(language)
    if pattern is None:
        return None
    articles = list(pattern.finditer(text, max(0, start - REACH), start))
    if not articles:
        return None
    found, rest = articles[-1], text[articles[-1].end() : start]
    rest = _between(language).sub("", rest, count=1)
    if OF_MANY.match(rest) or KIND.search(rest) or not (rest in ("", " ") or leads_on(rest, language)):
        return None
    is_single = language != "en" or not PLURAL.search(text, start, end)
    return found.span() if is_single and _behind(language).match(text, end) else None


def is_single(text: str, noun: Cue, language: str) -> bool:
    """True of a noun of a thing with its article: `a frigate`; not of `an ammunition`."""
    is_thing = noun.kind == "type" and noun.value[0] not in UNCOUNTED
    return is_thing and find_article(text, noun.start, noun.end, language=language) is not None


def is_article(count: str) -> bool:
    """True of `a` and `une`, which count one where a thing follows."""
    return count in listed_words("articles", column="words")
