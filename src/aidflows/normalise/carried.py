"""Finds the date that a sentence takes over from those before it in its paragraph, or from the heading above."""

from __future__ import annotations

from aidflows.bind.dating import carries_over, in_citation, is_compared
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.matcher import actor_matcher, cue_matcher
from aidflows.recognise.dates import find_dates
from aidflows.recognise.headings import HEADING, find_heading
from aidflows.recognise.sentences import Sentences
from aidflows.records import Figure, When

BACK = 900
WRAPPED = 170  # characters; no text is wrapped at longer lines


def paragraph_before(text: str, sentence: Sentence) -> tuple[int, int]:
    """Return the bounds of the paragraph's part before a sentence."""
    floor = max(0, sentence.start - BACK)
    gap = text.rfind("\n\n", floor, sentence.start)
    low = gap + 2 if gap >= 0 else floor
    line = text.rfind("\n", low, sentence.start)
    if line - text.rfind("\n", low, max(low, line)) > WRAPPED:  # a paragraph a line, not a line cut at a width
        low = line + 1
    return low, sentence.start


def _heading_date(text: str, position: int) -> When | None:
    """Return the one year that the heading above names (`Deliveries in 2022`), or None."""
    found = find_heading(text, position, 3000)
    dates = [d for d in find_dates(text, *found.span(1)) if d.year] if found else []
    return dates[0] if len(dates) == 1 and not dates[0].is_period else None


def find_context_date(text: str, sentence: Sentence) -> When | None:
    """Return the first date of the nearest dated sentence before it in the paragraph, citations apart, or None."""
    if any(d.year and not in_citation(sentence, d) and not is_compared(sentence, d) for d in sentence.dates):
        return None
    floor = paragraph_before(text, sentence)[0]
    dates = [d for d in find_dates(text, floor, sentence.start) if d.year]
    whole = Sentence(text, floor, sentence.start, (), (), tuple(dates))
    usable = [d for d in dates if carries_over(whole, d)]
    if not usable:
        return _heading_date(text, sentence.start)
    sentences = Sentences(text)
    opening = sentences.around(usable[-1].start)[0]
    return next(d for d in usable if d.start >= opening)


def date_of_others(text: str, context: When, figures: list[Figure], language: str) -> list[Figure]:
    """Take a date carried over back, where the sentence that bears it tells of other parties alone."""
    if HEADING.match(text, text.rfind("\n", 0, context.start) + 1):
        return figures  # a heading's year holds for all under it
    bounds = Sentences(text).around(context.start)
    named = {c.value[0] for c in actor_matcher().find(text, *bounds)}
    kinds = {c.kind for c in cue_matcher(language).find(text, *bounds)}
    if kinds & {"budget", "turnover"} and not kinds & {"give", "get", "noun_give", "noun_get"}:
        named = {"-"}  # `In 2023 revenues came to ...` dates no deal told of after it
    return [
        f._replace(date_start=None, date_end=None, year=None, fiscal_year=None, period_start=None, period_end=None,
                   rules=tuple(r for r in f.rules if r != "D-CONTEXT"))
        if "D-CONTEXT" in f.rules and named and (f.suppliers or f.recipients) and not named & {*f.suppliers, *f.recipients, *f.named}
        else f
        for f in figures
    ]  # fmt: skip
