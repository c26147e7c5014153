"""Reads to whom an order goes, who sells: `The Polish tender for 12 howitzers went to Norway` (rule P-AWARDED; awarding.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue

BEHIND, BESIDE = 100, 14  # characters between an order and where it goes, and between that and who gets it
# an order opens its clause: `Under the order 12 howitzers went to Norway` tells where things went
OPENS = r"(?:\A|[.;:,(–—]\s|\n)[\s>]*(?:(?:[Tt]he|[Aa]n?|[Dd]e[rnt]|[Dd]ie|[Dd]as|[Ll]es?|[Ll]a|[Ll]['’]|[Ee]l|[Ii]l|[Ll]o|[Ee]tt?)\s?)?"
BUYING = frozenset({"GEN", "OF", "FROM"})


@cache
def _order(language: str) -> re.Pattern[str]:
    orders, goes, under = (
        alternatives(listed_words("awarding", language, column=c)) for c in ("orders", "goes", "under")
    )
    words = 6 if language == "tr" else 3
    before = rf"(?!(?i:{under})\s)(?:[^\s.;:,]+\s){{0,{words}}}?" if orders else "(?!)"
    return re.compile(
        rf"{OPENS}{before}(?P<order>(?i:{orders}))(?!\w)[^.;]{{0,{BEHIND}}}?(?<!\w)(?P<goes>{goes})(?!\w)"
    )


def read_award(sentence: Sentence) -> Parties:
    """Return who gets an order as the one who sells, and whose order it is as the one who buys; nothing where none goes anywhere.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "The tender for 12 Polish howitzers went to Norway."
    >>> found = read_award(read_sentence(text, 0, len(text)))
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['NOR'], ['POL'])
    """
    found = _order(sentence.language).search(sentence.text, sentence.start, sentence.end)
    winner = _beside(sentence, found) if found else None
    if found is None or winner is None:
        return Parties()
    others = [a for a in sentence.actors if a.code != winner.code and a.kind != "company"]
    if (
        len({a.code for a in others}) > 1
    ):  # `Earlier Japanese bids failed, above all the contest for Australian boats, which went to France`
        others = [a for a in others if a.kind == "demonym" or a.mark in BUYING]
        others = [a for a in others if found.start() <= a.start < found.end()] or others
    if len({a.code for a in others}) != 1:
        return Parties()
    cue = Cue(found.start("goes"), found.end("goes"), "noun_get", ("ordered", "sale", ""))
    return Parties((winner,), (others[0],), (), cue, "P-AWARDED")


def _beside(sentence: Sentence, found: re.Match[str]) -> Actor | None:
    """Return who stands right behind where an order goes; in Turkish, right before."""
    if sentence.language == "tr":
        return next((a for a in sentence.actors if 0 <= found.start("goes") - a.end <= BESIDE), None)
    return next(
        (a for a in sentence.actors if 0 <= a.start - found.end("goes") <= BESIDE and a.kind != "demonym"), None
    )
