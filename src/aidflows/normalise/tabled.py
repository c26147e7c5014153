"""Reads the rows of tables: parties, year, quantity and value from the columns (rule T-COLUMN)."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import Any

from aidflows.bind.listed import Parties
from aidflows.bind.parties import bind_parties
from aidflows.bind.scope import bind_heading
from aidflows.bind.sentence import read_sentence
from aidflows.gazetteer.matcher import actor_matcher, item_matcher
from aidflows.normalise.figures import make_hardware
from aidflows.recognise.headings import find_heading
from aidflows.recognise.items import make_items
from aidflows.recognise.money import find_money
from aidflows.recognise.numbers import parse_number
from aidflows.recognise.tables import Row
from aidflows.records import Document, Figure, Item

HEADED = 3000  # characters between a table's heading and its last row
NUMBER = re.compile(r"\d[\d.,]*")


def read_tables(document: Document, figures: list[Figure], rows: list[Row]) -> list[Figure]:
    """Return the figures, sorted, with what the columns of tables say about them, and the amounts of value columns added."""
    out = sorted(figures, key=lambda f: (f.start, f.end))
    starts, added = [f.start for f in out], []
    for row in rows:
        values = _read_row(document, row)
        values = {**_read_heading(document, row, values), **values}
        inside = range(bisect_left(starts, row.start), bisect_left(starts, row.end))
        for i in inside:
            out[i] = _apply(document, out[i], row, values)
        for extra in (_amount(document, row), _counted(document, row)):
            same = [i for i in inside if extra is not None and out[i].kind == extra.kind]
            if extra is not None and not same:
                added.append(_apply(document, extra, row, values))
            elif extra is not None and len(same) == 1 and out[same[0]].end == extra.end:
                out[same[0]] = _in_unit(out[same[0]], extra)
    return sorted(out + added, key=lambda f: (f.start, f.end))


def _in_unit(figure: Figure, extra: Figure) -> Figure:
    """Return `$38,525` under `dollars in thousands` as what its caption makes of it."""
    return figure._replace(value_low=extra.value_low, value=extra.value, value_high=extra.value_high)


def _read_row(document: Document, row: Row) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in ("supplier", "recipient"):
        if name in row.cells:
            codes = tuple(dict.fromkeys(c.value[0] for c in actor_matcher().find(document.text, *row.cells[name])))
            side = "supplier" if name == "recipient" and _lists_donors(document, row) else name
            values[side] = codes[0] if len(codes) == 1 else None
            values[f"{side}s"] = codes
    if "year" in row.cells:
        match = re.search(r"(?:1[89]|20)\d\d", document.text[slice(*row.cells["year"])])
        if match:
            year = int(match.group())
            values |= {"year": year, "date_start": f"{year}-01-01", "date_end": f"{year + 1}-01-01"}
    if values.get("suppliers") and "recipient" not in row.cells and row.names:
        values |= _told_beside(document, row, values["suppliers"])
    return {k: v for k, v in values.items() if v}


# in a column of remarks: `Second-hand; for Côte d'Ivoire`
REMARK = re.compile(
    r"[|;,(\t]\s*(?:[Ff]or|[Tt]o|[Ff]ür|[Pp]our|[Pp]ara|[Pp]er|[Dd]la|[Дд]ля)\s(?:the\s|la\s|le\s|l['’])?\Z"
)


def _told_beside(document: Document, row: Row, suppliers: tuple[str, ...]) -> dict[str, Any]:
    """Return who gets as a remark of a row tells it, where no column does."""
    text = document.text
    named = [c for c in actor_matcher().find(text, row.start, row.end) if c.value[1] in ("country", "capital")]
    codes = {c.value[0] for c in named if REMARK.search(text, row.start, c.start)} - set(suppliers)
    return {"recipients": tuple(codes), "recipient": next(iter(codes))} if len(codes) == 1 else {}


def _read_heading(document: Document, row: Row, values: dict[str, Any]) -> dict[str, Any]:
    """Return the party that the heading above a table names and no column does: `Military aid to Ukraine`."""
    heading = find_heading(document.text, row.start, HEADED)
    if ("suppliers" in values) == ("recipients" in values):
        return {}
    if heading is None or not row.names:
        parties = _caption(document, row)
    else:
        span = heading.span(1)
        parties = bind_parties(read_sentence(document.text, *span, language=document.language), *span)
    side = "recipients" if "suppliers" in values else "suppliers"
    codes = tuple(dict.fromkeys(a.code for a in getattr(parties, side)))
    known = {*values.get("suppliers", ()), *values.get("recipients", ())}
    if not codes or known & set(codes):
        return {}
    return {side: codes, side.removesuffix("s"): codes[0] if len(codes) == 1 else None}


def _lists_donors(document: Document, row: Row) -> bool:
    """True of a column headed `Country` in a table whose heading or header tells of what countries give."""
    if not row.names and "supplier" not in row.cells:  # lines under a caption: they are on the side that it leaves open
        parties = _caption(document, row)
        return bool(BY_DONOR.search(row.header)) or (bool(parties.recipients) and not parties.suppliers)
    if "supplier" in row.cells or not COUNTRY.fullmatch(row.names.get("recipient", "")):
        return False
    heading = find_heading(document.text, row.start, HEADED)
    told = " ".join([heading.group(1) if heading else "", row.header, *row.names.values()])
    return DONORS.search(told) is not None and GOT.search(told) is None


BY_DONOR = re.compile(r"\b(?:by|per)\s(?:donor|supplier|exporter|seller|giver)s?\b|\b[Dd]onors?\b|\b[Pp]ledges\sby\b")


def _caption(document: Document, row: Row) -> Parties:
    header = row.header
    sentence = read_sentence(header, 0, len(header), language=document.language)
    parties = bind_parties(sentence, len(header), len(header))
    programmes = tuple(a for a in sentence.actors if a.kind == "programme")[:1]
    if programmes and not parties.suppliers:  # `Foreign Military Financing to partners`: whose programme it is gives
        recipients = tuple(a for a in parties.recipients if a.code != programmes[0].code)
        return parties._replace(suppliers=programmes, recipients=recipients)
    return parties


COUNTRY = re.compile(r"\W*(?:country|state|nation|land|pays|país|paese|страна|країна|ülke|kraj)\W*", re.IGNORECASE)
DONORS = re.compile(
    r"\b(?:aid|assistance|support|donor|donat\w+|contribut\w+|commit\w+|pledge\w*|provided|given|gave|Hilfe|Unterstützung|aide|ayuda|aiuti|помощь|допомога|yardım)\b",
    re.IGNORECASE,
)
GOT = re.compile(r"\b(?:recipients?|received|exports?|sales|sold|buyers?|customers?|orders?|imports?)\b", re.IGNORECASE)


def _apply(document: Document, figure: Figure, row: Row, values: dict[str, Any]) -> Figure:
    changes = dict(values)
    for name, other in (("suppliers", "recipients"), ("recipients", "suppliers")):
        if other in values and name not in values and set(getattr(figure, name)) & set(values[other]):
            changes |= {name: (), name.removesuffix("s"): None}  # the column says which side the party is on
    if figure.kind == "hardware" and "quantity" in row.cells and not _counts_itself(figure, row):
        a, b = row.cells["quantity"]
        number = NUMBER.match(document.text, a + 1 if document.text.startswith("(", a) else a, b)  # `(3)`: an estimate
        value = parse_number(number.group(), document.language) if number else None
        if number and value is not None:
            changes |= {"quantity_start": a, "quantity_end": number.end(), "quantity_surface": number.group()}
            changes |= {"value_low": value, "value": value, "value_high": value, "qualifier": "exact"}
    if figure.role != "loss" and (
        figure.suppliers or figure.recipients or "supplier" in values or "recipient" in values
    ):
        changes |= {"role": "transfer", "in_scope": True}
        sentence = read_sentence(document.text, row.start, row.end, language=document.language)
        changes |= {} if figure.flow_type else {"flow_type": bind_heading(sentence)}
    return figure._replace(**changes, rules=(*figure.rules, "T-COLUMN"))


def _counts_itself(figure: Figure, row: Row) -> bool:
    """True of an item whose count stands in its own cell; a number of another cell is none of its."""
    own = next((cell for cell in row.every if cell[0] <= figure.start < cell[1]), None)
    return own is not None and figure.quantity_start is not None and own[0] <= figure.quantity_start < own[1]


def _amount(document: Document, row: Row) -> Figure | None:
    """Return the amount of the value column; its header holds currency and magnitude."""
    if "value" not in row.cells:
        return None
    a, b = row.cells["value"]
    number = NUMBER.match(document.text, a, b)
    value = parse_number(number.group(), document.language) if number else None
    if number is None or value is None:
        return None
    one = next(find_money(_unit(row.header)), None)
    if one is None or one.low is None:
        return None
    amount: Decimal = value * one.low
    return Figure(
        document=document.name, kind="money", surface=number.group(), start=a, end=number.end(), value_low=amount, value=amount,
        value_high=amount, unit=one.currency, purpose="military", content="hardware", category="not_itemised", sentence=(row.start, row.end),
    )  # fmt: skip


def _counted(document: Document, row: Row) -> Figure | None:
    """Return the count of a row that names no item, of the one system or type that the heading above the table names."""
    heading = find_heading(document.text, row.start, HEADED) if "quantity" in row.cells else None
    number = NUMBER.match(document.text, *row.cells["quantity"]) if heading else None
    value = parse_number(number.group(), document.language) if number else None
    if heading is None or number is None or value is None:
        return None
    headed = make_items(document.text, list(item_matcher().find(document.text, *heading.span(1))), *heading.span(1))
    if len({(i.system_id, i.system) for i in headed}) != 1:
        return None
    of = headed[0]
    count = Item(*number.span(), of.system_id, of.system, of.system_type, *number.span(), value, value, value)
    sentence = read_sentence(document.text, row.start, row.end, language=document.language)
    return make_hardware(sentence, count, None, document.name)


def _unit(header: str) -> str:
    """Return `1 million USD` for a header like `Value (USD million)`.

    >>> _unit("Value (USD million)"), _unit("Aid, $m")
    ('USD 1 million', '$ 1 million')
    """
    currency = re.search(r"US\$|USD|EUR|GBP|[$€£]|dollars?|euros?", header, re.IGNORECASE)
    scale = re.search(r"thousand|million|billion|\b(?:mn|mln|bn|m)\b|(?<=[$€£])(?:m|bn)\b", header, re.IGNORECASE)
    words = {"mn": "million", "mln": "million", "m": "million", "bn": "billion"}
    size = words.get(scale.group().lower(), scale.group().lower()) if scale else ""
    sign = currency.group() if currency else ""
    return f"1 {size} {sign}" if sign[:1].islower() else f"{sign} 1 {size}".strip()
