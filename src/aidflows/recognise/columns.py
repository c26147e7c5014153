"""Reads what the columns of a table hold, by their headers (table_headers.csv), and what its amounts are counted in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from aidflows.gazetteer.lists import load_list
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.recognise.tokens import currencies, magnitudes
from aidflows.recognise.wordlists import alternatives, listed_words, word_pattern
from aidflows.records import Span

KINDS = ("supplier", "recipient", "quantity", "year", "item")  # in this order: `Supplier's country` is of a supplier
YEAR = re.compile(
    r"\W*(?:FY|[Ff]iscal\s[Yy]ear|[Jj]ahr|год|рік)?\s?((?:19|20)\d\d)(?:[-–/]\d{2,4})?\W*(?:\s?[^\W\d_]+\.?\W*){0,2}"
)  # `FY2023 request`, `2024 (plan)`
CAPTION = 160  # characters of a line above a table that tells what its amounts are counted in
ABOVE = 3  # lines above a table in which it stands


class Unit(NamedTuple):
    """What the amounts of a column are counted in: how many of one of the currency."""

    scale: Decimal
    currency: str


class Column(NamedTuple):
    """A column of amounts: its unit, its header as printed, and the year or party that the header is."""

    unit: Unit
    header: str
    year: int | None
    party: str | None = None


class Header(NamedTuple):
    """What the columns of a table hold: the place of each kind, and the columns of amounts by place."""

    names: dict[str, int]
    amounts: dict[int, Column]


def read_header(heads: Sequence[str], caption: str = "") -> Header:
    """Return what columns hold by their headers; amounts whose header tells no unit are counted in that of the caption.

    >>> header = read_header(["Recipient", "2019", "Share, %"], "Norwegian arms exports (million euros)")
    >>> header.names, header.amounts[1].unit, header.amounts[1].year
    ({'recipient': 0}, Unit(scale=Decimal('1000000'), currency='EUR'), 2019)
    """
    told = parse_unit(caption) or (parse_unit(heads[0]) if heads else None)
    names: dict[str, int] = {}
    amounts: dict[int, Column] = {}
    for n, head in enumerate(heads):
        own = parse_unit(head, is_cell=True) if n or len(heads) == 1 else None
        year = YEAR.fullmatch(head)
        kind = next((k for k in KINDS if header_words(k).search(head)), None)
        if own is not None:
            amounts[n] = Column(own, head, int(year[1]) if year else None)
        elif kind is not None:
            names.setdefault(kind, n)
        elif told is not None and (year or header_words("value").search(head)):
            amounts[n] = Column(told, head, int(year[1]) if year else None)
        elif told is not None and (party := parse_party(head)):
            amounts[n] = Column(told, head, None, party)
    if heads and parse_unit(heads[0]) is not None and any(column.year for column in amounts.values()):
        names.setdefault("recipient", 0)  # `Aid, $ million | 2019 | 2020`: the caption stands above the names
    return Header(names, amounts)


def parse_party(head: str) -> str | None:
    """Return the code of the party that a header is, or None.

    >>> parse_party("Norway"), parse_party("Norwegian exports")
    ('NOR', None)
    """
    found = next(actor_matcher().find(head), None)
    return (
        found.value[0] if found and (found.start, found.end) == (0, len(head)) and found.value[1] == "country" else None
    )


def header_words(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words for one kind of column, in all languages.

    >>> [bool(header_words("year").search(head)) for head in ("Jahr der Bestellung", "Remarks")]
    [True, False]
    """
    return word_pattern("table_headers", folds=True, kind=kind)


def is_header(cells: Sequence[str]) -> bool:
    """True of cells two of which at least tell a kind of column or are a year.

    >>> is_header(["Empfänger", "2019", "2020"]), is_header(["In 2019", "Russia", "it said"])
    (True, False)
    """
    known = word_pattern("table_headers", folds=True)
    told = sum(known.search(cell) is not None for cell in cells)
    return told > 1 or (told == 1 and any(YEAR.fullmatch(cell) for cell in cells))


def goes_on(heads: list[str], below: list[str]) -> list[str]:
    """Return the header of a table, joined with a second line of years or kinds below it; a row of data is no second line.

    >>> goes_on(["Supplier", "Value", ""], ["", "2019", "2020"]), goes_on(["Year", "Value"], ["2019", "12"])
    (['Supplier', '2019', '2020'], ['Year', 'Value'])
    """
    told = [cell for cell in below if cell]
    years = [cell for cell in told if YEAR.fullmatch(cell)]
    if len(years) < 2 or not all(YEAR.fullmatch(cell) or is_header([cell, "2019"]) for cell in told):
        return heads
    wide = max(len(heads), len(below))
    first, second = ([*cells, *[""] * (wide - len(cells))] for cells in (heads, below))
    return [b or a for a, b in zip(first, second, strict=True)]


def find_caption(text: str, start: int) -> str:
    """Return the line above a table that tells what its amounts are counted in, or nothing.

    >>> text = "Aid to Kenya (US$ thousands)\\n\\n| Donor | Value |"
    >>> find_caption(text, 30)
    'Aid to Kenya (US$ thousands)'
    """
    above = text[max(0, start - ABOVE * CAPTION) : start]
    line = ""
    for one in reversed([line.strip(" \t\r>") for line in above.split("\n")][-ABOVE - 2 :]):
        if "|" in one or (not one and parse_unit(line) is not None):
            break
        line = f"{one} {line}".strip() if one else ""  # a caption may go on in a second line
        if len(line) > CAPTION:
            return ""
    return line if parse_unit(line) is not None else ""


def parse_unit(words: str, *, is_cell: bool = False) -> Unit | None:
    """Return what a header or caption says amounts are counted in, or None; of a cell a currency alone is enough.

    >>> parse_unit("Value (USD million)"), parse_unit("Wert in Tsd. Euro"), parse_unit("a loan of 12 million euros")
    (Unit(scale=Decimal('1000000'), currency='USD'), Unit(scale=Decimal('1000'), currency='EUR'), None)
    """
    for pattern in _units():
        found = pattern.search(words)
        if found is not None:
            token = found["cur"]
            code = currencies().get(token) or currencies().get(token.lower())
            return Unit(_scales().get(found["mag"]) or _scales()[found["mag"].lower()], code) if code else None
    fused = _fused().search(words)
    if fused is not None:
        row = next(r for r in load_list("fused_units") if r["token"] == fused[0])
        return Unit(Decimal(10) ** int(row["exponent"]), row["currency"])
    alone = (_alone() if is_cell else _bracketed()).search(words)
    return Unit(Decimal(1), currencies()[alone["cur"]]) if alone else None


@cache
def _scales() -> dict[str, Decimal]:
    """Return powers of ten by the words of captions: those of amounts, and plurals that stand in captions alone; German `Billion` is as written."""
    told = {row["token"]: Decimal(10) ** int(row["exponent"]) for row in load_list("caption_units")}
    exact = dict(magnitudes()) | told
    return {word.lower(): scale for word, scale in exact.items()} | exact


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of `thousands of US dollars` and of `dollars in thousands`; behind a number they are an amount."""
    mags = alternatives(_scales())
    names = alternatives(listed_words("currencies", column="token"))
    of = r"(?:(?:of|de|di|d['’]|current|constant)\s?){0,2}"
    return (
        re.compile(rf"(?<!\w)(?<!\d\s)(?P<mag>{mags})\.?\s?{of}(?P<cur>{names})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<cur>{names})\s?(?:(?:in|en|w|в|,)\s)?(?P<mag>{mags})(?!\w)", re.IGNORECASE),
    )


@cache
def _fused() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!\d\s)(?:{alternatives(listed_words('fused_units', column='token'))})(?!\w)")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<cur>{alternatives(listed_words('currencies', column='token'))})(?!\w)")


@cache
def _bracketed() -> re.Pattern[str]:
    """Return the pattern of a currency that a caption tells in brackets: `(in US$)`, `(euros)`."""
    names = alternatives(listed_words("currencies", column="token"))
    return re.compile(rf"\((?:(?:in|en|w|в|current|constant)\s){{0,2}}(?P<cur>{names})\)")


def cell_at(cells: Sequence[Span], place: int) -> Span | None:
    """Return the span of a row's cell, or None where the row is short or the cell is empty.

    >>> cell_at([(0, 4), (5, 5)], 0), cell_at([(0, 4), (5, 5)], 1)
    ((0, 4), None)
    """
    return cells[place] if place < len(cells) and cells[place][0] < cells[place][1] else None
