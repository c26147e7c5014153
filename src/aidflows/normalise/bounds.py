"""Turns a value and its qualifier into low, best and high (rules Q-*)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words

Bounds = tuple[Decimal | None, Decimal | None, Decimal | None]


REACH = 60  # characters before an amount in which its qualifier stands
# what may stand between a qualifier and its amount
TAIL = re.compile(
    r"\s+(?:(?:a|the|an|total|totalling|of|worth|another|additional|further|US|some|los|las|de|value|values|price|program|programme|in|was|is|cost|costs|cost:|value:|price:|в|на|w|à|a|bei|auf)\s+){0,3}\(?\Z",
    re.IGNORECASE,
)
PLAIN = str.maketrans("\n\t\u00a0\u202fİ", "    i")  # one character for one: offsets stay


@cache
def _phrases() -> tuple[AhoCorasick, list[str]]:
    words = sorted({r["phrase"].lower() for r in load_list("qualifiers") if r["side"] == "before"})
    return AhoCorasick(words, implementation=Implementation.DFA, store_patterns=False), words


def _find_before(before: str) -> tuple[str, str] | None:
    """Return the qualifier before an amount and the words from it to the amount: of several the first, of those the longest."""
    window = before[-REACH:].translate(PLAIN)
    finder, words = _phrases()
    found = finder.find_matches_as_indexes(window.lower(), overlapping=True)
    for n, a, b in sorted(found, key=lambda f: (f[1], -f[2])):
        is_joined = a > 1 and window[a - 1] == "-" and window[a - 2].isalnum()  # `JORDAN.-Not less than` is two words
        is_inside = is_joined or (a and (window[a - 1].isalnum() or window[a - 1] == "_"))
        if not is_inside and TAIL.match(window, b):
            return words[n], window[a:]
    return None


@cache
def _after() -> re.Pattern[str]:
    words = sorted(
        (re.escape(r["phrase"]) for r in load_list("qualifiers") if r["side"] == "after"), key=len, reverse=True
    )
    return re.compile(rf"[^\w.;:(]{{0,3}}(?:\w{{1,3}}\s)?({'|'.join(words)})\b", re.IGNORECASE)


@cache
def _qualifiers(language: str) -> dict[str, tuple[str, str]]:
    rows = load_list("qualifiers")
    table = {r["phrase"].lower(): (r["qualifier"], r["bound"]) for r in rows}
    table.update({r["phrase"].lower(): (r["qualifier"], r["bound"]) for r in rows if r["lang"] == language})
    return table


@cache
def _deal_over() -> re.Pattern[str]:
    """The nouns of deals and sums, with their compounds and endings, and the preposition behind which stands what they are worth."""
    rows = load_list("worth")
    pairs = (rf"\w*(?:{row['words']})(?:e?[ns]?|es|er)\s+{row['preposition']}" for row in rows)
    return re.compile(rf"\b(?:{'|'.join(pairs)})\s+\Z", re.IGNORECASE)


HAND_OVER = re.compile(
    r"\b(?:hand|turn|take|took|sign|pass|ship|fly|flew|bring|brought|send|sent|give|gave)(?:s|ed|ing|en|n)?\s+over\s+\Z",
    re.IGNORECASE,
)
# words that bound an amount from above, but where a verb of change stands before them tell what was reached
REACHED = frozenset({"up to", "upp till", "do", "до", "hasta", "fino a", "jusqu'à", "jusqu’à", "bis zu"})
RISING = re.compile(
    r"\b(?:w[eé]nt|gone|go(?:es)?|r[io]s\w+|r[io]se|climb\w*|gick|gått|går|steg|stigit|stiger|ök\w+|wzr\w+|spad\w+|zwiększ\w+|urosł\w+|podni\w+|obniż\w+|zmniejsz\w+|вырос\w*|вырас\w+|возрос\w*|увелич\w+|сниз\w+|упал\w*|сократ\w+|подня\w+|довед\w+|дош\w+|зрос\w*|збільш\w+|впал\w*|скорот\w+|підня\w+|підви\w+|subi\w+|aument\w+|creci\w+|salit\w|sali\w*|augment\w+|grimp\w+|stieg|gestiegen|steig\w*)\b[^.;\d]{0,30}(?:\d[\d.,]*\s?)?(?:up\sto|upp\still|do|до|hasta|fino\sa|jusqu['’]à|bis\szu)\s+\Z",
    re.IGNORECASE,
)
SIGN = re.compile(r"([~≈<>≤≥±])\s*\Z")
SIGNS = {"~": "about", "≈": "about", "±": "about", "<": "less_than", ">": "more_than", "≤": "up_to", "≥": "at_least"}
ARTICLE = re.compile(r"^(?:under|over)\s+(?:a|an|the|its|this|that)\s", re.IGNORECASE)


def parse_qualifier(before: str, after: str, language: str = "en") -> tuple[str, str]:
    """Return qualifier and bound kind from the words around an amount.

    >>> parse_qualifier("sales were more than ", " in 2010")
    ('more_than', '')
    >>> parse_qualifier("worth nearly ", ""), parse_qualifier("it paid ", "")
    (('less_than', 'near'), ('exact', ''))
    """
    if sign := SIGN.search(before):
        return SIGNS[sign.group(1)], ""
    found = _find_before(before)
    if found is None and (match := _after().match(after[:20])):
        found = match.group(1).lower(), match.group()
    if found is None:
        return "exact", ""
    phrase, words = found
    if phrase in REACHED and RISING.search(before):
        return "exact", ""  # `exports went up to $7 billion` are at it
    if phrase == "over" and HAND_OVER.search(before):
        return "exact", ""  # `handed over four aircraft`
    if phrase in ("über", "sur") and _deal_over().search(before):
        return "exact", ""  # `ein Vertrag über 44 Panzer` is for 44
    if phrase in ("under", "over") and ARTICLE.search(words):
        return "exact", ""  # `under a €3 billion contract` and `a row over the $2 billion deal` bound nothing
    if (
        phrase in ("over", "under", "do", "до", "fast", "some", "par")
        and language != "en"
        and not _known(phrase, language)
    ):
        return "exact", ""
    return _qualifiers(language).get(phrase, ("exact", ""))


@cache
def _collective(language: str) -> re.Pattern[str]:
    words = alternatives(listed_words("vague", language, column="phrases", kind="collective")) or NOTHING
    return re.compile(rf"(?:[^\W\d_]+\s)?(?:{words})\b")


def is_collective(surface: str, language: str) -> bool:
    """Tell whether an amount is counted by a word that says about how many.

    >>> is_collective("une vingtaine de millions d'euros", "fr"), is_collective("vingt millions d'euros", "fr")
    (True, False)
    """
    return _collective(language).match(surface) is not None


def _known(phrase: str, language: str) -> bool:
    return any(r["phrase"].lower() == phrase and r["lang"] == language for r in load_list("qualifiers"))


def make_bounds(value: Decimal, qualifier: str, bound: str, step: Decimal) -> Bounds:
    """Return low, best and high of an amount; `step` is half a unit of the last non-zero digit printed.

    >>> make_bounds(Decimal(5_000_000), "about", "", Decimal(500_000))
    (Decimal('4500000'), Decimal('5000000'), Decimal('5500000'))
    >>> make_bounds(Decimal(300), "more_than", "", Decimal(50))
    (Decimal('300'), Decimal('300'), None)
    >>> make_bounds(Decimal(40), "up_to", "", Decimal(5))
    (Decimal('0'), Decimal('40'), Decimal('40'))
    """
    half = min(step, abs(value) / 10)
    if qualifier == "about":
        return value - half, value, value + half
    if qualifier in ("more_than", "at_least"):
        return value, value, None
    if qualifier == "less_than" and bound == "near":
        return value - half, value, value
    if qualifier in ("less_than", "up_to"):
        return Decimal(0), value, value
    return value, value, value
