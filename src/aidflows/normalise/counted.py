"""Adds counts that stand beside a party without their noun: `The Netherlands gave Kyiv 24 F-16s, Denmark 19 and Norway 22` (rule P-COUNTED)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.normalise.parallel import begins
from aidflows.recognise.numbers import number_words, parse_number, parse_words
from aidflows.recognise.tokens import alternatives
from aidflows.records import Actor, Figure

SMALL = 100  # the largest number that stands in words without its noun
NO_PARTY = frozenset({"media", "programme", "demonym", "company"})
# a preposition and an article; what the name then bears tells whether it gives or gets
PREPOSED = r"(?:[^\W\d_]{1,7}\s(?:[^\W\d_]{2,3}\s|l['’])?|(?:all|dall|dell|d|de\sl)['’])"
ALSO = r"(?:another|also|each|ebenfalls|auch|weitere|noch|aussi|également|también|otros|altri|också|ytterligare|też|także|kolejne|ещё|также|ще|також|ise|da|de)"


@cache
def _count(language: str) -> str:
    small = (w for w, n in number_words(language).items() if 2 <= n <= SMALL and n == n.to_integral_value())
    words = alternatives(list(small))
    return rf"(?P<count>(?!(?:19|20)\d\d\b)\d{{1,3}}(?:[.,]\d{{3}})*(?![\w.,]*\d)|(?:{words})(?!\w))"


@cache
def _behind(language: str) -> re.Pattern[str]:
    """What stands right behind a name: a dash, a count, and the end of its part."""
    ends = r"(?=\s*(?:[,;.)]|\Z)|\s(?:and|und|sowie|et|y|e|och|i|oraz|a|zaś|и|а|та|й|ve|verdi|gönderdi|aldı)\s?)"
    return re.compile(rf"(?:\s[—–-])?\s(?:{ALSO}\s)?{_count(language)}{ends}")


@cache
def _ahead(language: str) -> re.Pattern[str]:
    """What stands right behind a name where the noun follows with the last count: `İspanya'dan 20, İtalya'dan 30 obüs`."""
    return re.compile(rf"(?:['’]\w{{1,4}})?\s{_count(language)}(?=,|\s(?:ve|and|und|et|y|e|och|i|и|та|і)\s)")


@cache
def _before(language: str) -> re.Pattern[str]:
    """What stands right before a name: a count, and a preposition."""
    return re.compile(
        rf"(?:[,;:]|\b(?:and|und|et|y|e|och|i|oraz|a|и|а|та|і|й))\s(?:{ALSO}\s)?{_count(language)}\s{PREPOSED}\Z"
    )


def add_counts(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence with the counts of its items that other parties give or get.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norway gave Mali 24 howitzers, Oman 19 and Chad three."
    >>> [(int(f.value), f.supplier, f.recipient) for f in extract_figures(text).figures]
    [(24, 'NOR', 'MLI'), (19, 'OMN', 'MLI'), (3, 'TCD', 'MLI')]
    """
    items = [f for f in figures if f.kind == "hardware" and f.value is not None and f.role == "transfer"]
    out = list(figures)
    for item in items:
        stop = min((begins(f) for f in figures if begins(f) > item.end), default=sentence.end)
        start = max((f.end for f in figures if f.end <= begins(item)), default=sentence.start)
        others = [a for a in sentence.actors if start <= a.start < stop and a.kind not in NO_PARTY]
        out += [found for a in others if (found := _read(sentence, item, a, stop)) is not None]
    return sorted(out, key=lambda f: (f.start, f.end))


def _read(sentence: Sentence, item: Figure, actor: Actor, stop: int) -> Figure | None:
    text, language = sentence.text, sentence.language
    is_ahead = actor.end <= begins(item)
    pattern = _ahead(language) if is_ahead else _behind(language)
    is_beside = actor.mark != "IN" if is_ahead else not actor.mark
    match = pattern.match(text, actor.end, begins(item) if is_ahead else stop) if is_beside else None
    gets = actor.mark == "TO" if actor.mark else "P-GET" in item.rules or "P-DEAL" in item.rules
    if match is None and not is_ahead and actor.mark in ("TO", "FROM", "BY", "OF"):
        match = _before(language).search(text, item.end, actor.start)
        gets = actor.mark == "TO"
    value = _value(match["count"], language) if match else None
    if match is None or value is None or actor.code in (item.suppliers if gets else item.recipients):
        return None
    side = ((actor.code,), item.recipients) if not gets else (item.suppliers, (actor.code,))
    start, end = match.span("count")
    return item._replace(
        surface=text[start:end], start=start, end=end, value_low=value, value=value, value_high=value, qualifier="exact",
        quantity_surface=text[start:end], quantity_start=start, quantity_end=end, suppliers=side[0], recipients=side[1],
        supplier=side[0][0] if len(side[0]) == 1 else None, recipient=side[1][0] if len(side[1]) == 1 else None,
        supplier_org=None, recipient_org=None, rules=(*item.rules, "P-COUNTED"),
    )  # fmt: skip


def _value(surface: str, language: str) -> Decimal | None:
    return parse_number(surface, language) if surface[0].isdigit() else parse_words(surface, language)
