"""Reads who gives and who gets in lines without a verb: `Germany: 18 Leopard tanks for Ukraine`, `24 TB2 from Türkiye to Mali`."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.matcher import item_matcher
from aidflows.normalise.topic import is_arms_named
from aidflows.records import Actor, Figure

# cues that are no verbs: a line with any other tells what happens in its own words
BARE = frozenset({
    "to", "from", "by", "between", "noun_give", "grant_word", "sale_word", "loan_word", "in_kind", "cash", "rise", "now", "past",
    "per_unit", "part", "noun_or_give", "contents",
})  # fmt: skip
UNREAD = frozenset({"R-NO-TRANSFER"})
OUT = frozenset({"O-NO-TRANSFER"})
# who opens a line: `Germany: 18 ...`, `Italia, 20 obici`, `France – 30 canons`
OPENS = re.compile(r"\s?[:–—]\s|,\s(?=\d)")
# what stands between a line's beginning and its first word
LEAD = re.compile(r"[\s#*•·–—-]*")
STOPS = (".", "!", "?", "…", ";")
FOR = re.compile(r"\b(?:for|für|pour|para|per|för|dla|для|на)\b")
NEAR = 24  # characters before whom arms are for: `Raketen für die `
REACH = 60  # characters between a thing and whom it is for
# `a warning to Israel` behind a comma is about something else; `18 tanks and 40 trucks for Mali` is not
PARTED = re.compile(r"[,;(:]\s(?!\d)")


def read_headline(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a line without a verb between the giver that opens it and whom they are for (rule P-HEADLINE).

    A line ends without a full stop, or opens with a giver and a colon.

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Norway: 12 howitzers for Chad").figures
    >>> [(f.supplier, f.recipient, f.role) for f in found]
    [('NOR', 'TCD', 'transfer')]
    """
    unread = [f for f in figures if UNREAD & set(f.rules)]
    if not unread or not sentence.present <= BARE:
        return figures
    openers = [a for a in sentence.actors if a.mark == "" and OPENS.match(sentence.text, a.end)]
    is_opened = (
        bool(openers) and openers[0].start == sentence.start and sentence.text[openers[0].end :][:2].strip() == ":"
    )
    if not (is_opened or _is_line(sentence)):
        return figures
    return [_read(sentence, f, openers) if f in unread else f for f in figures]


def _is_line(sentence: Sentence) -> bool:
    """True of a sentence that is a line without a full stop."""
    text = sentence.text
    line = text.rfind("\n", 0, sentence.start) + 1
    is_first = LEAD.fullmatch(text, line, sentence.start) is not None
    is_last = text[sentence.end : sentence.end + 1] in ("", "\n", "\r")
    return is_first and is_last and not text[sentence.start : sentence.end].rstrip().endswith(STOPS)


def _read(sentence: Sentence, figure: Figure, openers: list[Actor]) -> Figure:
    before = [a for a in openers if a.end <= figure.start]
    low = before[-1].end if before else sentence.start
    high = next((a.start for a in openers if a.start >= figure.end), sentence.end)
    inside = [a for a in sentence.actors if low <= a.start < high]
    gives = {a.code for a in (*before[-1:], *(a for a in inside if a.mark in ("FROM", "BY")))}
    gets = {a.code for a in inside if _is_for(sentence, figure, a)}
    is_told = len(gets) == 1 and len(gives) < 2 and not gives & gets
    if not is_told or not (gives or (figure.kind == "hardware" and figure.value is not None)):
        return figure
    return figure._replace(
        suppliers=tuple(gives), recipients=tuple(gets), supplier=next(iter(gives), None), recipient=next(iter(gets)),
        role="transfer", in_scope=True, rules=(*(r for r in figure.rules if r not in UNREAD | OUT), "P-HEADLINE"),
    )  # fmt: skip


def _is_for(sentence: Sentence, figure: Figure, actor: Actor) -> bool:
    """True of whom a thing is for: `12 guns for Mali's army`, `from Türkiye to Mali 24 TB2`."""
    if actor.end <= figure.start:
        is_apart = ":" in sentence.text[actor.end : figure.start]
        return actor.mark == "TO" and (not is_apart or _is_behind_arms(sentence, actor))
    gap = sentence.text[figure.end : actor.start]
    if len(gap) > REACH or PARTED.search(gap):
        return False
    return actor.mark == "TO" or (actor.mark in ("GEN", "OF") and FOR.search(gap) is not None)


def _is_behind_arms(sentence: Sentence, actor: Actor) -> bool:
    """True of `arms for Mali: 12 guns` and `Leopards for Mali: 12 guns`, not of `bad news for Mali: 12 guns`."""
    low = max(sentence.start, actor.start - NEAR)
    nouns = item_matcher(sentence.language).find(sentence.text, low, actor.start)
    is_item = any(n.kind in ("type", "system", "designation") for n in nouns)
    return is_item or is_arms_named(sentence.text, low, actor.start, sentence.language)
