"""Finds tables written with vertical bars: header, rows, cells, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidflows.records import Span

RULE = re.compile(r"[\s|:+=-]+")
COLUMNS = (
    ("supplier", re.compile(r"supplier|seller|exporter|donor|from\b|lieferant|fournisseur|поставщик|tedarik", re.IGNORECASE)),
    ("recipient", re.compile(r"recipient|buyer|importer|customer|to\b|client|country|empfänger|destinataire|получатель|alıcı", re.IGNORECASE)),
    ("quantity", re.compile(r"number|quantity|qty|units|no\.|ordered|count|anzahl|nombre|количество|adet", re.IGNORECASE)),
    ("year", re.compile(r"year|date|fiscal|jahr|année|год|yıl", re.IGNORECASE)),
)  # fmt: skip
VALUE = re.compile(
    r"value|amount|cost|price|total|aid|sales|wert|montant|betrag|сумма|tutar|US\$|USD|EUR|[$€£]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its span and the span of each cell that has a known meaning."""

    start: int
    end: int
    cells: dict[str, Span]
    header: str  # the header of the value column, which holds scale and currency


def find_rows(text: str) -> Iterator[Row]:
    """Yield the data rows of tables whose header tells supplier, recipient, number, year or value.

    >>> text = "| Year | Recipient | Value (USD million) |\\\\n|---|---|---|\\\\n| 2015 | Iraq | 620 |\\\\n"
    >>> text = text.replace("\\\\\\\\n", chr(10)).replace("\\\\n", chr(10))
    >>> [(sorted(r.cells), text[slice(*r.cells["value"])], r.header) for r in find_rows(text)]
    [(['recipient', 'value', 'year'], '620', 'Value (USD million)')]
    """
    lines = list(_barred(text))
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and text[lines[stop - 1][1] : lines[stop][0]].strip(" \t") == "\n":
            stop += 1
        if stop - at >= 2:
            yield from _rows(text, lines[at:stop])
        at = stop


def _barred(text: str) -> Iterator[Span]:
    """Yield the lines that hold a bar."""
    at = text.find("|")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find("|", end)


def _rows(text: str, lines: list[Span]) -> Iterator[Row]:
    names, header = _columns(text, _cells(text, lines[0]))
    if len(names) < 2:
        return
    for line in lines[1:]:
        if RULE.fullmatch(text, *line):
            continue
        cells = _cells(text, line)
        known = {name: cells[n] for name, n in names.items() if n < len(cells) and cells[n][0] < cells[n][1]}
        if known:
            yield Row(*line, known, header)


def _cells(text: str, line: Span) -> list[Span]:
    out, at = [], line[0] + (len(text[slice(*line)]) - len(text[slice(*line)].lstrip(" \t|")))
    for part in re.split(r"\|", text[at : line[1]]):
        a, b = at, at + len(part)
        inner = part.strip()
        start = a + part.find(inner) if inner else a
        out.append((start, start + len(inner)))
        at = b + 1
    return out


def _columns(text: str, cells: list[Span]) -> tuple[dict[str, int], str]:
    names: dict[str, int] = {}
    header = ""
    for n, (a, b) in enumerate(cells):
        name = text[a:b]
        if VALUE.search(name) and re.search(r"US\$|USD|EUR|[$€£]|dollar|euro", name, re.IGNORECASE):
            names.setdefault("value", n)
            header = header or name
            continue
        for kind, pattern in COLUMNS:
            if pattern.search(name) and kind not in names:
                names[kind] = n
                break
    return names, header
