"""Reads registers that name one party in a heading and the other behind `R:` (recipient) or `S:` (supplier), as SIPRI's do."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from aidflows.bind.sentence import read_sentence
from aidflows.gazetteer.matcher import item_matcher
from aidflows.normalise.figures import make_hardware
from aidflows.recognise.entries import CELLS, Entry
from aidflows.records import Document, Figure, Item

ORDERED = re.compile(
    rf"{CELLS}\(?(?P<year>(?:18|19|20)\d\d)\)?(?={CELLS})"
)  # the year of order; those of delivery stand behind it
COUNT = re.compile(rf"{CELLS}\(?(?P<count>\d{{1,6}})\)?{CELLS}[^\t\n]*\Z")
COUNTED = re.compile(
    rf"{CELLS}\(?(?P<count>\d{{1,6}})\)?{CELLS}(?P<name>[A-Z\d][^\t\n]{{1,40}}?){CELLS}(?P<type>[^\t\n]+?){CELLS}"
)


def read_registers(document: Document, figures: list[Figure], entries: list[Entry]) -> list[Figure]:
    """Return the figures with the parties of the register's heading and of the last `R:` or `S:` before them (rule L-REGISTER).

    >>> from aidflows.extraction import extract_figures
    >>> text = "Sweden\\nR: Latvia  20  RBS-70  SAM  2004\\nR: Brazil  36  JAS-39  FGA aircraft  2014\\n"
    >>> [(f.system_id, f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('rbs-70', 'SWE', 'LVA'), ('gripen', 'SWE', 'BRA')]
    """
    text = document.text
    if not entries:
        return figures
    starts = [entry.start for entry in entries]
    out = []
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        inside = at >= 0 and figure.start < entries[at].end
        out.append(_place(text, figure, entries[at]) if inside else figure)
    told = {bisect_right(starts, f.start) - 1 for f in figures if f.kind == "hardware"}
    others = (_read_entry(document, entry) for n, entry in enumerate(entries) if n not in told)
    out += [_place(text, figure, entry) for figure, entry in others if figure is not None]
    return sorted(out, key=lambda f: (f.start, f.end))


def _read_entry(document: Document, entry: Entry) -> tuple[Figure | None, Entry]:
    """Return the item of an entry whose designation no list knows: its type is that of the description behind it."""
    text = document.text
    cells = COUNTED.search(text, entry.start, entry.end)
    types = [c for c in item_matcher().find(text, *cells.span("type")) if c.kind == "type"] if cells else []
    if cells is None or not types:
        return None, entry
    count = Decimal(cells["count"])
    item = Item(*cells.span("name"), None, cells["name"], types[0].value[0], *cells.span("count"), count, count, count)
    return make_hardware(read_sentence(text, entry.start, entry.end), item, None, document.name), entry


def _place(text: str, figure: Figure, entry: Entry) -> Figure:
    ordered = ORDERED.search(text, entry.start, entry.end)
    year = int(ordered["year"]) if ordered else figure.year
    pair = entry.pair
    count = (
        COUNT.search(text, entry.start, figure.start) if figure.kind == "hardware" and figure.value is None else None
    )
    if count:  # `8  Nike Ajax/Hercules`
        n = Decimal(count["count"])
        figure = figure._replace(
            value_low=n, value=n, value_high=n, quantity_surface=count["count"], quantity_start=count.start("count"), quantity_end=count.end("count")
        )  # fmt: skip
    return figure._replace(
        role="transfer", in_scope=True, supplier=pair[0], recipient=pair[1], suppliers=pair[:1], recipients=pair[1:],
        year=year, date_start=f"{year}-01-01" if ordered else figure.date_start, date_end=f"{int(year or 0) + 1}-01-01" if ordered else figure.date_end,
        stage="ordered", rules=(*(r for r in figure.rules if not r.startswith(("R-NO", "O-NO", "P-", "D-" if ordered else "R-NO"))), "L-REGISTER"),
    )  # fmt: skip
