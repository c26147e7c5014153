"""Adds counts in brackets behind the names of a list: `the Rafale to Egypt (24), Qatar (36) and India (36)` (rule P-BRACKETED)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.normalise.counted import NO_PARTY, count_pattern, parse_count, with_count
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Figure


@cache
def _in_bracket(language: str) -> re.Pattern[str]:
    """One count of a bracket with its noun and year: `(24 exemplaires en 2015`, `, 30 en 2021`; no year, no rank, no percentage."""
    nouns = listed_words("ellipses", language, side="behind")
    noun = rf"(?:\s(?:{alternatives([*nouns, 'units'])}))?"
    year = r"(?:,?\s(?:(?:in|en|im|nel|w|в|у|i|since|from)\s)?(?:(?:19|20)\d\d)(?:[-–]\d{2,4})?)?"
    return re.compile(rf"(?:\s\(|[,;]\s(?:[^\W\d_]{{1,3}}\s)?){count_pattern(language)}{noun}{year}(?=[),;])")


def add_bracketed(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the counts in brackets behind two or more names of one list, each of the name before it.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norway has sold the Leopard 2 to Mali (24), Oman (19) and Chad (3)."
    >>> [(f.surface, f.supplier, f.recipient) for f in extract_figures(text).figures][1:]
    [('24', 'NOR', 'MLI'), ('19', 'NOR', 'OMN'), ('3', 'NOR', 'TCD')]
    """
    if "(" not in sentence.text[sentence.start : sentence.end]:
        return figures
    pattern = _in_bracket(sentence.language)
    named = [a for a in sentence.actors if a.kind not in NO_PARTY and pattern.match(sentence.text, a.end, sentence.end)]
    if len({a.code for a in named}) < 2:
        return figures
    items = [f for f in figures if f.kind == "hardware" and f.role == "transfer" and f.end <= named[0].start]
    if not items:
        return figures
    added = [found for actor in named for found in _read(sentence, items[-1], actor, {a.code for a in named})]
    taken = [(f.start, f.end) for f in figures]
    new = [f for f in added if not any(low < f.end and f.start < high for low, high in taken)]
    return sorted([*figures, *new], key=lambda f: (f.start, f.end))


def _read(sentence: Sentence, item: Figure, actor: Actor, listed: set[str]) -> list[Figure]:
    """Return the counts of one bracket as of an item and of the name before it, on the side that the list stands on."""
    is_source = actor.mark in ("FROM", "BY") or (not actor.mark and not listed.isdisjoint(item.suppliers))
    others = tuple(c for c in (item.recipients if is_source else item.suppliers) if c not in listed)
    suppliers, recipients = ((actor.code,), others) if is_source else (others, (actor.code,))
    out: list[Figure] = []
    match = _in_bracket(sentence.language).match(sentence.text, actor.end, sentence.end)
    while match is not None:
        value = parse_count(match["count"], sentence.language)
        if value is not None:
            out.append(
                with_count(item, sentence.text, match.span("count"), value)._replace(
                    suppliers=suppliers, recipients=recipients, supplier=next(iter(suppliers), None), recipient=next(iter(recipients), None),
                    supplier_org=None, recipient_org=None, rules=(*item.rules, "P-BRACKETED"),
                )
            )  # fmt: skip
        match = _in_bracket(sentence.language).match(sentence.text, match.end(), sentence.end)
    return out
