"""Reads the amounts of a table's cells: number, range and qualifier as printed, in the unit that header or caption tells."""

from __future__ import annotations

import re
from decimal import Decimal

from aidflows.normalise.bounds import make_bounds, parse_qualifier
from aidflows.recognise.numbers import parse_number, step_of
from aidflows.recognise.tables import Amount, Row
from aidflows.records import Document, Figure, Span

# digits with spaces between thousands, or with points and commas
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d[\d.,]*")
TO = re.compile(r"\s?(?:[–—-]|to|bis|à|a|do|до|till)\s?")  # `3–4`, `3 to 4`
LEAD = 16  # characters before the number of a cell: `up to`, `~`
TOTAL = re.compile(r"\W*(?:grand\s)?(?:total|gesamt|summe|insgesamt|totale|totalt|razem|ogółem|всего|итого|усього|всього|разом|toplam)\b", re.IGNORECASE)  # fmt: skip


def read_amount(document: Document, row: Row, amount: Amount) -> Figure | None:
    """Return the amount of a cell in nominal units of its currency, or None of a cell that opens with no number.

    >>> from aidflows.extraction import extract_figures
    >>> table = "Norwegian arms exports (million euros)\\n\\n| Recipient | 2020 |\\n|---|---|\\n| Mali | up to 3 |\\n"
    >>> [(f.surface, int(f.value), f.qualifier) for f in extract_figures(table).figures]
    [('3', 3000000, 'up_to')]
    """
    text, scale = document.text, amount.column.unit.scale
    number = NUMBER.search(text, *amount.span)
    lead = text[amount.span[0] : number.start()] if number else ""
    value = parse_number(number.group(), document.language) if number else None
    if number is None or value is None or len(lead) > LEAD or "(" in lead:
        return None
    behind = _second(text, number.end(), amount.span[1])
    high = parse_number(text[slice(*behind)], document.language) if behind else None
    qualifier, bound = parse_qualifier(lead, text[number.end() : amount.span[1]], document.language)
    if lead.strip() and qualifier == "exact":
        return None  # `FY19`, `no. 3`
    step = step_of(number.group(), scale, document.language)
    low, best, most = make_bounds(value * scale, qualifier, bound, step)
    if high is not None and high > value:
        low, best, most, qualifier = value * scale, (value + high) * scale / 2, high * scale, "range"
    return _figure(document, row, amount, (number.start(), behind[1] if qualifier == "range" and behind else number.end()))._replace(
        value_low=low, value=best, value_high=most, qualifier=qualifier
    )  # fmt: skip


def is_total(text: str, row: Row) -> bool:
    """True of a row or column of totals: its amounts are of nobody alone.

    >>> from aidflows.recognise.tables import find_rows
    >>> table = "| Recipient | Value (EUR) |\\n|---|---|\\n| Total | 3 |\\n"
    >>> [is_total(table, row) for row in find_rows(table)]
    [True]
    """
    return bool(row.every) and TOTAL.match(text, *row.every[0]) is not None


def mark_total(figure: Figure) -> Figure:
    """Return the amount of a row of totals as one that nobody alone got, or gave."""
    if figure.suppliers and not figure.recipients:
        return figure._replace(level="exporter_total")
    return figure._replace(rules=(*figure.rules, "L-WHOLE"))


def _second(text: str, start: int, end: int) -> Span | None:
    """Return the span of the upper end of a range."""
    to = TO.match(text, start, end)
    number = NUMBER.match(text, to.end(), end) if to else None
    return number.span() if number else None


def _figure(document: Document, row: Row, amount: Amount, span: Span) -> Figure:
    return Figure(
        document=document.name, kind="money", surface=document.text[slice(*span)], start=span[0], end=span[1],
        value_low=Decimal(0), value=None, value_high=None, unit=amount.column.unit.currency, purpose="military", content="hardware",
        category="not_itemised", sentence=(row.start, row.end),
    )  # fmt: skip
