"""Finds the date that a sentence takes over from those before it in its paragraph, or from the heading above."""

from __future__ import annotations

import re
from typing import NamedTuple

from aidflows.bind.dating import carries_over, in_citation, is_compared, is_of_bracket, opens
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.normalise.periods import shift_date
from aidflows.recognise.dates import MONTHS, find_dates
from aidflows.recognise.headings import HEADING, find_heading
from aidflows.recognise.sentences import Sentences
from aidflows.records import Figure, When

BACK, FIRST = 900, 60  # characters: of a paragraph, and of its opening
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
    own = (d for d in sentence.dates if d.year and not in_citation(sentence, d) and not is_compared(sentence, d))
    if any(not is_of_bracket(text, d, sentence.end) for d in own):
        return None
    floor = paragraph_before(text, sentence)[0]
    dates = [d for d in find_dates(text, floor, sentence.start) if d.year]
    whole = Sentence(text, floor, sentence.start, (), (), tuple(dates))
    usable = [d for d in dates if carries_over(whole, d) and not is_of_bracket(text, d, sentence.start)]
    if not usable:
        return _heading_date(text, sentence.start)
    sentences = Sentences(text)
    opening = sentences.around(usable[-1].start)[0]
    told = [d for d in usable if d.start >= opening]
    is_behind = len(told) > 1 and opening == 0 and DASH.fullmatch(text, told[0].end, told[1].start) is not None
    return shift_date(text, told[1 if is_behind else 0], sentence.start)


# sentences that tell what a state licensed or exported in a year: the year holds for the countries told of behind them
TOTALS = re.compile(
    r"\blicen[cs]|licenze|licencias|[Ll]izenz|genehmigung|autorizza|autorisation|authorisation|zezwole|tillstånd|разрешен|дозвол|\bexport(?:s|ed)?\b|exportations|exportaciones|[Aa]usfuhr|esportazion|\bexporten?\b|eksport|экспорт|експорт|ihracat|prises?\sde\scommandes|order\sintake|(?:booked|took)\sorders",
    re.IGNORECASE,
)
LAW = re.compile(r"\bAct\b|\bappropriat|\bauthoriz")  # the fiscal year of an act holds for all that it grants
MONTH = re.compile(
    r"(?:In|Im|En|A|Nel|Nell['’]|I|W|We|В|У)\s(?:(?:early|late|mid|Anfang|Ende|début|fin)[\s-])?(?:"
    + "|".join(sorted((m for m in MONTHS if len(m) > 3), key=len, reverse=True))
    + r")\b(?!\s\d{4})",
    re.IGNORECASE,
)
LISTED = frozenset({"P-LISTED", "R-NO-TRANSFER", "P-GIVE", "P-AID"})
DASH = re.compile(r"\s*(?:\([^()\n]{1,24}\)\s*)?[-–—]\s(?:\w+\s)?")  # `WARSAW, 3 May 2015 - In 2010 ...`
DATELINE = 40  # characters of a sentence that is no more than a place and a day


class Bearer(NamedTuple):
    """A dated sentence: whom it names, whether its date opens it, and whether it tells what a state licensed, exported or enacted."""

    date: When
    named: frozenset[str]
    is_opening: bool
    is_total: bool
    is_law: bool


def date_of_others(text: str, context: When, figures: list[Figure], language: str) -> list[Figure]:
    """Take a date carried over back, where the sentence that bears it tells of other parties.

    Where it does not hold, the year of the licences or exports that the paragraph begins with may.
    """
    if HEADING.match(text, text.rfind("\n", 0, context.start) + 1):
        return figures  # a heading's year holds for all under it
    bearer = _read_bearer(text, context, language)
    if not bearer.named:
        return figures
    return [f if "D-CONTEXT" not in f.rules or _holds(text, bearer, f) else _framed(text, f, language) for f in figures]


def _read_bearer(text: str, date: When, language: str) -> Bearer:
    sentence = read_sentence(text, *Sentences(text).around(date.start), language=language)
    named, kinds = frozenset(a.code for a in sentence.actors), sentence.present
    if kinds & {"budget", "turnover"} and not kinds & {"give", "get", "noun_give", "noun_get"}:
        named = frozenset("-")  # `In 2023 revenues came to ...` dates no deal told of after it
    is_opening = opens(sentence, date)
    if is_opening and sentence.end - sentence.start < DATELINE:
        named = frozenset()
    told = TOTALS.search(text, sentence.start, sentence.end) is not None
    is_law = date.fiscal is not None and LAW.search(text, sentence.start, sentence.end) is not None
    return Bearer(date, named, is_opening, told and (is_opening or len(named) <= 1), is_law)


def _holds(text: str, bearer: Bearer, figure: Figure) -> bool:
    """True where a date of a sentence before may be a figure's."""
    if bearer.is_law or MONTH.match(text, figure.sentence[0]):
        return True  # `In December the air force signed ...` goes on in that year
    parties = {*figure.suppliers, *figure.recipients} or set(figure.named)
    if not parties or (bearer.is_total and (parties & bearer.named or not LISTED.isdisjoint(figure.rules))):
        return True
    return {*parties, *figure.named} <= bearer.named


def _framed(text: str, figure: Figure, language: str) -> Figure:
    """Return a figure with the year of the licences or exports that its paragraph begins with, or without a date."""
    floor = max(0, text.rfind("\n\n", 0, figure.start))
    date = next((d for d in find_dates(text, floor, min(floor + FIRST, figure.start)) if d.year), None)
    bearer = _read_bearer(text, date, language) if date else None
    holds = bearer is not None and bearer.is_total and bearer.is_opening and _holds(text, bearer, figure)
    rules = figure.rules if holds else tuple(r for r in figure.rules if r != "D-CONTEXT")
    return figure._replace(
        date_start=date.date_start if date and holds else None, date_end=date.date_end if date and holds else None,
        year=date.year if date and holds else None, fiscal_year=None, period_start=None, period_end=None, rules=rules,
    )  # fmt: skip
