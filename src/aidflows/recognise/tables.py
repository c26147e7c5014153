"""Finds tables written with bars, tabs, semicolons or commas: header, rows, cells, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from aidflows.recognise.columns import Column, cell_at, find_caption, goes_on, is_header, parse_unit, read_header
from aidflows.recognise.numbers import has_digit
from aidflows.records import Span

RULE = re.compile(r"[\s|:+=-]+")


class Amount(NamedTuple):
    """A cell of a column of amounts."""

    span: Span
    column: Column


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its span, the span of each cell that has a known meaning, and its cells of amounts."""

    start: int
    end: int
    cells: dict[str, Span]
    header: str  # the caption above, or in the first cell of the header
    every: tuple[Span, ...] = ()  # all its cells, left to right
    names: dict[str, str] = field(default_factory=dict)  # the header of each cell that has a known meaning
    amounts: tuple[Amount, ...] = ()


def find_rows(text: str) -> Iterator[Row]:
    """Yield the data rows of tables whose header tells supplier, recipient, number, year or value.

    >>> text = "| Year | Recipient | Value (USD million) |\\\\n|---|---|---|\\\\n| 2015 | Iraq | 620 |\\\\n"
    >>> text = text.replace("\\\\\\\\n", chr(10)).replace("\\\\n", chr(10))
    >>> [(sorted(r.cells), text[slice(*r.amounts[0].span)], r.amounts[0].column.unit.currency) for r in find_rows(text)]
    [(['recipient', 'year'], '620', 'USD')]
    """
    if not has_digit(text):
        return  # nothing is counted
    lines = list(_barred(text))
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and text[lines[stop - 1][1] : lines[stop][0]].strip(" \t") == "\n":
            stop += 1
        if stop - at >= 2:
            yield from _rows(text, lines[at:stop], "|")
        at = stop
    for block, mark in _separated(text):
        yield from _rows(text, block, mark)
    yield from _captioned(text)


# `Foreign Military Financing (dollars in thousands)`: what the amounts of the lines below are counted in
WORDED = re.compile(
    r"\b(?:dollars|euros|pounds)\s(?:in|,)\s?(?:thousands|millions|billions)\b|\b(?:in\s)?(?:thousands|millions|billions)\sof\s(?:current\s|constant\s|US\s|U\.S\.\s)?(?:dollars|euros|pounds)\b|\((?:in\s)?(?:thousand|million|billion)s?\s(?:of\s)?(?:US\s)?(?:dollars|euros|USD|EUR|GBP)\)"
)
SIGNED = re.compile(r"\(\s*(?:in\s)?(?:US\$|USD|EUR|GBP|[$€£])\s?(?:in\s)?(?:thousands?|millions?|billions?|mn|m|bn)\b")
MAGNITUDES = ("thousand", "million", "billion")
REACH = 32  # characters on either side of a magnitude that a caption takes at most
LINE = re.compile(
    r"[ \t]*(?:[-*•–]\s)?(?P<name>[A-ZÀ-Ž][^\n:;,\d–—]{2,40}?)(?:\s?(?::|–|—|\.{2,}))?\s*(?P<sign>US\$|[$€£])?\s?(?P<value>\d[\d.,]*)[ \t]*(?=\n|\Z)"
)


def _captioned(text: str) -> Iterator[Row]:
    """Yield the lines `Egypt: 1,300` under a caption that tells money and magnitude, two at least."""
    done = -1
    for caption in sorted(_captions(text)):
        start = text.rfind("\n", 0, caption) + 1
        if start == done:
            continue  # a line with two captions has its rows once
        done = start
        rows: list[Row] = []
        at = text.find("\n", caption) + 1
        while at and (line := LINE.match(text, at)):
            header = rows[0].header if rows else text[start : at - 1]
            unit = parse_unit(header, is_cell=True)
            amounts = (Amount(line.span("value"), Column(unit, header, None)),) if unit else ()
            rows.append(Row(at, line.end(), {"recipient": line.span("name")}, header, amounts=amounts))
            at = line.end() + 1
        if len(rows) > 1 and "|" not in text[start : rows[0].end]:
            yield from rows


def _captions(text: str) -> set[int]:
    """Return where captions stop; the words of magnitudes are looked up first, as the whole expression over a whole text costs as much as all the rest."""
    found = {match.end() for match in SIGNED.finditer(text)}
    for word in MAGNITUDES:
        at = text.find(word)
        while at >= 0:
            if match := WORDED.search(text, max(0, at - REACH), at + REACH):
                found.add(match.end())
            at = text.find(word, at + 1)
    return found


MARKS = ("\t", ";", ",")
GAP = "  "  # two spaces or more part the cells of aligned tables
GAPS = re.compile(r"(?<=\S) {2,}(?=\S)")
ALIGNED = re.compile(r"\n(?=[^\n ]{1,24}(?: [^\n ]{1,24}){0,5} {2,}[^\n]{0,60}? {2,}[^\n ])")
WIDEST = 48  # characters; a longer cell is no header
# the line break before a line with two marks of one kind, the first two cells short: so the engine skips from line to line
CANDIDATE = re.compile(rf"\n(?=[^\n\t;,]{{1,{WIDEST}}}(?P<mark>[\t;,])[^\n]{{0,{WIDEST}}}?(?P=mark))")


def _separated(text: str) -> Iterator[tuple[list[Span], str]]:
    """Yield blocks of lines with the same mark between their cells, the first of them a header: two words of headers, no long cell."""
    done = 0
    for start, mark in _candidates(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        if start < done or not _is_header(text[start:stop], mark):
            continue
        block, count, at = [(start, stop)], _count(text, mark, start, stop), stop + 1
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if _count(text, mark, at, end) < count:
                break
            block.append((at, end))
            at = end + 1
        done = at
        if len(block) > 1:
            yield block, mark


def _count(text: str, mark: str, start: int, end: int) -> int:
    """Return how many marks part the cells of a line."""
    return len(GAPS.findall(text[start:end])) if mark == GAP else text.count(mark, start, end)


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    """Yield the starts of lines that may be headers, the first line of the text included, with the mark between their cells."""
    first = CANDIDATE.match("\n" + text[: 4 * WIDEST])
    if first:
        yield 0, first["mark"]
    found = [(match.end(), match["mark"]) for match in CANDIDATE.finditer(text)]
    if GAP in text:
        aligned = ALIGNED.match("\n" + text[: 4 * WIDEST])
        found += ([(0, GAP)] if aligned else []) + [(match.end(), GAP) for match in ALIGNED.finditer(text)]
    yield from sorted(found)


def _is_header(line: str, mark: str) -> bool:
    cells = GAPS.split(line) if mark == GAP else line.split(mark)
    return max(map(len, cells)) <= WIDEST and not line.endswith((".", "!", "?", ":")) and is_header(cells)


def _barred(text: str) -> Iterator[Span]:
    """Yield the lines that hold a bar."""
    at = text.find("|")
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find("|", end)


def _rows(text: str, lines: list[Span], mark: str) -> Iterator[Row]:
    top, below = ([text[slice(*cell)] for cell in _cells(text, line, mark)] for line in lines[:2])
    heads = goes_on(top, below)
    caption = find_caption(text, lines[0][0])
    header = read_header(heads, caption)
    printed = {name: heads[n] for name, n in header.names.items()}
    if len(header.names) + len(header.amounts) < 2:
        return
    told = caption or (heads[0] if heads and parse_unit(heads[0]) else "")
    first = next((name for name, n in header.names.items() if n == 0), "")
    above: Span | None = None
    for line in lines[1 if heads is top else 2 :]:
        if RULE.fullmatch(text, *line):
            continue
        cells = _cells(text, line, mark)
        known = {name: cell for name, n in header.names.items() if (cell := cell_at(cells, n))}
        above = known.get(first, above)
        if first in ("supplier", "recipient", "year") and above:
            known[first] = above  # an empty first cell is that of the row above
        amounts = [Amount(cell, column) for n, column in header.amounts.items() if (cell := cell_at(cells, n))]
        if known or amounts:
            yield Row(*line, known, told, tuple(cells), printed, tuple(amounts))


QUOTED = {
    mark: re.compile(rf'\s*"((?:[^"\n]|"")*)"\s*(?={re.escape(mark)}|\Z)|([^{re.escape(mark)}\n]*)') for mark in MARKS
}


def _cells(text: str, line: Span, mark: str) -> list[Span]:
    """Return the spans of a line's cells, quotation marks and white space around them left out."""
    if mark == "|":
        at = line[0] + (len(text[slice(*line)]) - len(text[slice(*line)].lstrip()))
        at += text.startswith("|", at)  # the first bar opens the row; a second parts an empty cell from the next
        pieces = []
        for part in text[at : line[1]].split("|"):
            pieces.append((at, at + len(part)))
            at += len(part) + 1
    elif mark == GAP:
        bounds = [line[0], *(n for gap in GAPS.finditer(text, *line) for n in gap.span()), line[1]]
        pieces = list(zip(bounds[::2], bounds[1::2], strict=True))
    else:
        pieces, at = [], line[0]
        while at <= line[1]:
            match = QUOTED[mark].match(text, at, line[1])
            assert match is not None
            pieces.append(match.span(1) if match.group(1) is not None else match.span(2))
            at = match.end() + 1
    return [_stripped(text, *piece) for piece in pieces]


def _stripped(text: str, a: int, b: int) -> Span:
    inner = text[a:b].strip()
    start = a + text[a:b].find(inner) if inner else a
    return start, start + len(inner)
