"""Reads one measure told again of another year or party: `The year before, the total had been 4 billion`, `For Ghana it was 4 million` (again.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import read_sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.tokens import alternatives
from aidflows.records import Actor, Document, Figure

NEAR = 400  # characters back to the amount told first
# `the total cost of the railways` is no total of exports
NO_MEASURE = r"(?!\s(?:cost|price|bill|budget|debt|number|of|coût|coste|costo|prix|prezzo|precio|koszt|maliyet)\w*)"
OTHER = "O-NO-TRANSFER"


@cache
def _measure(language: str) -> re.Pattern[str]:
    words = [w for row in load_list("again") if row["lang"] in ("en", language) for w in row["words"].split("|")]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w){NO_MEASURE}", re.IGNORECASE)


@cache
def _case(language: str) -> re.Pattern[str]:
    """Return the pattern of what turns to another party, right before its name: `For `, `Im Fall von `."""
    words = [w for row in load_list("again") if row["lang"] == language for w in row["cases"].split("|") if w]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})\s(?:[^\W\d_]{{1,3}}[\s'’])?\Z" if words else r"(?!)", re.IGNORECASE)  # fmt: skip


def add_totals(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with a measure told again as the one before it: of another year, or for another party (rule L-TOTAL-AGAIN).

    >>> from aidflows.extraction import extract_figures
    >>> told = "Swedish arms exports came to $2 billion in 2020. In the previous year the total had stood at $1 billion."
    >>> [(f.in_scope, f.supplier, f.year) for f in extract_figures(told).figures]
    [(True, 'SWE', 2020), (True, 'SWE', 2019)]
    >>> told = "Sweden sold Mali arms for $2 billion. For Chad the figure was $1 billion."
    >>> [(f.in_scope, f.supplier, f.recipient) for f in extract_figures(told).figures]
    [(True, 'SWE', 'MLI'), (True, 'SWE', 'TCD')]
    """
    last: Figure | None = None
    out = []
    for figure in figures:
        if last is not None and _is_open(document, figure, last):
            figure = _read_again(document, figure, last)
        if figure.kind == "money" and figure.in_scope and (figure.suppliers or figure.recipients):
            last = figure
        out.append(figure)
    return out


def _is_open(document: Document, figure: Figure, last: Figure) -> bool:
    """True of an amount that no verb moves, near another of its currency, in a sentence that points back to what was measured."""
    is_open = figure.kind == "money" and OTHER in figure.rules and figure.unit == last.unit
    is_next = figure.sentence != last.sentence or "L-TOTAL-AGAIN" in last.rules
    is_near = figure.start - last.end < NEAR and "\n\n" not in document.text[last.end : figure.start]
    pattern = _measure(document.language)
    return is_open and is_next and is_near and pattern.search(document.text, *figure.sentence) is not None


def _read_again(document: Document, figure: Figure, last: Figure) -> Figure:
    known = {*last.suppliers, *last.recipients}
    other = _turned_to(document, figure, last)
    if other is not None and other.code not in known:
        return _as_before(figure, last)._replace(recipients=(other.code,), recipient=other.code, recipient_org=None)
    is_other_year = None not in (figure.year, last.year) and figure.year != last.year
    return _as_before(figure, last) if is_other_year and set(figure.named) <= known else figure


def _turned_to(document: Document, figure: Figure, last: Figure) -> Actor | None:
    """Return the one other party that the words before an amount turn to: `For Chad`, `En el caso de Chad`, `Çad için`."""
    sentence = read_sentence(document.text, *figure.sentence, language=document.language)
    low = max(sentence.start, last.end)
    actors = [a for a in sentence.actors if low <= a.start < figure.start]
    if len({a.code for a in actors}) != 1:
        return None
    actor = actors[0]
    is_told = actor.mark == "TO" and document.language == "tr"
    turned = _case(document.language).search(document.text, max(low, actor.start - 24), actor.start)
    return actor if is_told or turned is not None else None


def _as_before(figure: Figure, last: Figure) -> Figure:
    rules = (*(r for r in figure.rules if r not in (OTHER, "R-NO-TRANSFER")), "L-TOTAL-AGAIN")
    return figure._replace(
        in_scope=True, role=last.role, supplier=last.supplier, suppliers=last.suppliers, supplier_org=last.supplier_org,
        recipient=last.recipient, recipients=last.recipients, recipient_org=last.recipient_org,
        flow_type=last.flow_type, stage=last.stage, level=last.level, rules=rules,
    )  # fmt: skip
