"""Reads what a total of exports, or of what one party received, is broken down into: each amount behind it is of the country beside it (rule L-BREAKDOWN)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.recognise.portions import is_of_part, portion_words
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Document, Figure

REACH = 1500  # characters behind a total in which it is broken down
NEAR = 90  # characters between a total and the word that it was exported
OTHER = "O-NO-TRANSFER"
WHOLE = "L-WHOLE"  # what several gave together is nobody's alone: no supplier is sought for it
NO_PARTY = frozenset({"company", "media", "programme", "demonym"})
# a name and right behind it its amount: `Qatar (9 million)`, `Qatar, with just over`, `Qatar:`
BESIDE = re.compile(
    r"\s?(?:\(|[:—–]\s?|,?\s(?:with|mit|avec|con|med|z|ze|с|со|із|зі)\s)(?:[^\W\d]+\s){0,3}\Z|\s?(?:\(|[:—–]\s?)\Z"
)
# what was done before the year that the text is about
PAST = re.compile(
    r"\b(?:had|avait|avaient|había|habían|aveva|avevano|hatte|hatten|hade|ago|wcześniej|ранее|раніше|daha\sönce)\b"
)


@cache
def _words(language: str, kind: str) -> re.Pattern[str]:
    return word_pattern("breakdowns", language, kind=kind, folds=kind == "exports")


def read_breakdowns(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with totals of exports marked, and with parties and year of what breaks them down behind, in their paragraph.

    >>> from aidflows.extraction import extract_figures
    >>> text = "In 2020 Spain exported arms worth $9 million. Singapore accounted for $2 million."
    >>> [(f.level, f.supplier, f.recipient, f.year) for f in extract_figures(text).figures]
    [('exporter_total', 'ESP', None, 2020), (None, 'ESP', 'SGP', 2020)]
    """
    out, total, place = list(figures), None, 0
    for i, figure in enumerate(out):
        if total is not None and (
            figure.start - total.end > REACH or "\n\n" in document.text[total.end : figure.start]
        ):
            total = None
        if _is_total(document, figure) or (_is_receipt(document, figure) and (total is None or total.recipients)):
            out[i] = figure._replace(level="exporter_total") if figure.suppliers else figure
            if total is None or (figure.year and figure.sentence != total.sentence):
                total, place = out[i], i
        elif total is not None and figure.sentence[0] >= total.sentence[1]:
            out[i] = _share(document, figure, total)
            if total.recipients and "L-BREAKDOWN" in out[i].rules and WHOLE not in total.rules:
                out[place] = total = total._replace(rules=(*total.rules, WHOLE))
        elif not LISTED.isdisjoint(figure.rules):
            out[i] = _from_donor(document, figure)
    return out


LISTED = frozenset({"R-NO-TRANSFER", "P-LISTED"})


def _from_donor(document: Document, figure: Figure) -> Figure:
    """Return an amount with who stands beside it as its supplier, in a sentence that ranks donors: `the largest donor is Oslo with`."""
    is_open = figure.kind == "money" and figure.role in ("context", "transfer") and not figure.suppliers
    if not is_open or not (figure.in_scope or OTHER in figure.rules):
        return figure
    sentence = read_sentence(document.text, *figure.sentence, language=document.language)
    words = sentence.kinds("supplier_word")
    named = [a for a in sentence.actors if a.end <= figure.start and a.mark != "TO" and a.kind not in NO_PARTY]
    if not words or not named or words[0].start > figure.start or not _ranked(sentence, named[-1], figure):
        return figure
    called = [a for a in named if a.end <= words[0].start]  # `Germany is the largest donor to Ukraine with`
    is_first = not any(c.isdigit() for c in sentence.text[words[0].end : figure.start])
    giver = called[-1] if called and is_first else named[-1]
    to = tuple(a.code for a in sentence.actors if words[0].end < a.start < words[0].end + 12 and a.code != giver.code)[
        :1
    ]
    to = () if BESIDE.match(sentence.text[words[0].end : figure.start]) else to
    return figure._replace(
        in_scope=True, role="transfer", suppliers=(giver.code,), supplier=giver.code, recipients=to if is_first else (),
        recipient=to[0] if to and is_first else None, rules=(*(r for r in figure.rules if r not in (OTHER, *LISTED)), "P-LISTED"),
    )  # fmt: skip


def _ranked(sentence: Sentence, party: Actor, figure: Figure) -> bool:
    """True where a party stands right beside its amount, or no more than the rank stands between: `Germany is the largest donor with`."""
    gap = sentence.text[party.end : figure.start]
    return BESIDE.match(gap) is not None or not any(c.isdigit() for c in gap)


def _is_total(document: Document, figure: Figure) -> bool:
    """True of what one party exported or licensed, to nobody named: an amount, or a count of weapons of every kind."""
    is_sum = figure.kind == "money" or (figure.system_type == "aggregate" and figure.value is not None)
    is_open = is_sum and figure.in_scope and len(figure.suppliers) == 1 and not figure.recipients
    if not is_open or figure.supplier_org or _of_whole(document, figure) - set(figure.suppliers):
        return False
    if _words(document.language, "country").search(document.text, *figure.sentence):
        return False  # `exported $2 million to the country`
    low, high = max(figure.sentence[0], figure.start - NEAR), min(figure.sentence[1], figure.end + NEAR)
    return _words(document.language, "exports").search(document.text, low, high) is not None


def _of_whole(document: Document, figure: Figure) -> set[str]:
    """Return who is named in a figure's sentence, but for those who get a part of it: `27 billion, of which 5 billion to Indonesia`."""
    named = set(figure.named)
    if named <= set(figure.suppliers) or not portion_words().search(document.text, figure.end, figure.sentence[1]):
        return named
    sentence = read_sentence(document.text, *figure.sentence, language=document.language)
    return {a.code for a in sentence.actors if not is_of_part(document.text, figure.end, a.start, a.end)}


def _is_receipt(document: Document, figure: Figure) -> bool:
    """True of what one party received or bought from nobody named."""
    is_open = figure.kind == "money" and figure.in_scope and len(figure.recipients) == 1 and not figure.suppliers
    is_done = figure.role == "transfer" and figure.stage not in ("requested", "interest")
    return is_open and is_done and "P-GET" in figure.rules and set(figure.named) <= set(figure.recipients)


def _share(document: Document, figure: Figure, total: Figure) -> Figure:
    if figure.suppliers and figure.recipients and not total.recipients:
        return _in_year(document, figure, total) if figure.suppliers == total.suppliers else figure
    is_open = (
        figure.kind == "money" and (figure.in_scope or OTHER in figure.rules) and figure.role in ("context", "transfer")
    )
    if not is_open or figure.level == "exporter_total" or (total.recipients and BOUGHT & set(figure.rules)):
        return figure
    sentence = read_sentence(document.text, *figure.sentence, language=document.language)
    party = _beside(sentence, figure, total)
    settled = figure.suppliers if total.recipients else figure.recipients
    is_settled = "R-NO-TRANSFER" not in figure.rules and bool(settled)
    if (
        party is None
        or (is_settled and party.code not in settled)
        or not _is_told(document, figure, party, "source" if total.recipients else "share")
    ):
        return figure
    return _in_year(document, _shared(figure, party.code, total), total)


BOUGHT = frozenset({"P-GET", "P-DEAL"})


def _is_told(document: Document, figure: Figure, party: Actor, kind: str) -> bool:
    """True where a party stands right beside its amount, or a word tells of shares, or a verb of who buys."""
    if "P-GET" in figure.rules and figure.recipients == (party.code,):
        return True
    beside = BESIDE.match(document.text[party.end : figure.start])
    return bool(beside or _words(document.language, kind).search(document.text, *figure.sentence))


def _shared(figure: Figure, code: str, total: Figure) -> Figure:
    suppliers, recipients = ((code,), total.recipients) if total.recipients else (total.suppliers, (code,))
    return figure._replace(
        in_scope=True, role="transfer", suppliers=suppliers, supplier=suppliers[0], recipients=recipients, recipient=recipients[0],
        stage=figure.stage or total.stage, flow_type=total.flow_type, rules=(*(r for r in figure.rules if r != OTHER), "L-BREAKDOWN"),
    )  # fmt: skip


def _beside(sentence: Sentence, figure: Figure, total: Figure) -> Actor | None:
    """Return who stands beside an amount: before it and behind the amount before, or, where the first stands before all names, behind it."""
    barred = ("TO",) if total.recipients else ("FROM", "BY")
    named = [a for a in sentence.actors if a.kind not in NO_PARTY and a.mark not in barred]
    told = {*total.suppliers, *total.recipients}
    if {a.code for a in named if a.kind != "capital"} & told:
        named = [a for a in named if a.code not in told]
    amounts = [m.start() for m in AMOUNT.finditer(sentence.text, sentence.start, sentence.end)]
    before = [a for a in named if a.end <= figure.start]
    if before and not (amounts and amounts[0] < named[0].start and figure.start > amounts[0]):
        return before[-1]
    return next((a for a in named if a.start >= figure.end), None)


AMOUNT = re.compile(r"(?:[$€£¥]\s?)?\d[\d.,]*\s(?=\w)")


def _in_year(document: Document, figure: Figure, total: Figure) -> Figure:
    """Return a figure without a year of its own with that of the total, unless it was done before."""
    has_own = {"D-OWN", "D-RELATIVE", "D-SIGNED"} & set(figure.rules)
    if figure.year or has_own or total.year is None or PAST.search(document.text, *figure.sentence):
        return figure
    rules = tuple(r for r in figure.rules if not r.startswith("D-"))
    return figure._replace(
        year=total.year, date_start=total.date_start, date_end=total.date_end, rules=(*rules, "D-CONTEXT")
    )
