"""Reads the rows of tables: parties, year, quantity and value from the columns (rule T-COLUMN)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from aidflows.bind.listed import Parties
from aidflows.bind.parties import bind_parties
from aidflows.bind.scope import bind_heading
from aidflows.bind.sentence import read_sentence
from aidflows.gazetteer.matcher import actor_matcher, item_matcher
from aidflows.normalise.cells import NUMBER, TOTAL, is_total, mark_total, read_amount
from aidflows.normalise.figures import make_hardware
from aidflows.recognise.columns import Column
from aidflows.recognise.headings import find_heading
from aidflows.recognise.items import name_items
from aidflows.recognise.numbers import parse_number
from aidflows.recognise.tables import Row
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Document, Figure, Item

HEADED = 3000  # characters between a table's heading and its last row


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
        added += _read_amounts(document, row, values, [out[i] for i in inside])
        out[inside.start : inside.stop] = [_in_unit(document, row, out[i]) for i in inside]
        count = _counted(document, row)
        if count is not None and not any(out[i].kind == count.kind for i in inside):
            added.append(_apply(document, count, row, values))
    return sorted(out + added, key=lambda f: (f.start, f.end))


def _read_amounts(document: Document, row: Row, values: dict[str, Any], known: list[Figure]) -> list[Figure]:
    """Return the amounts of a row's cells that hold no currency of their own; those of its years hang under their total."""
    out: list[Figure] = []
    total: Figure | None = None
    for amount in row.amounts:
        money = read_amount(document, row, amount)
        if money is None or any(f.kind == "money" and f.start <= money.start < f.end for f in known):
            continue
        told = _apply(document, money, row, values | _read_column(document, row, amount.column, values))
        told = mark_total(told) if is_total(document.text, row) else told
        total = told if TOTAL.match(amount.column.header) else total
        out.append(told)
    if total is None:
        return out
    return [
        f._replace(part_of=total.start, rules=(*f.rules, "L-PART")) if f.year and not total.year else f for f in out
    ]


def _in_unit(document: Document, row: Row, figure: Figure) -> Figure:
    """Return `$38,525` under `dollars in thousands` as what its caption makes of it."""
    cell = next((a for a in row.amounts if a.span[0] < figure.end and figure.start < a.span[1]), None)
    amount = read_amount(document, row, cell) if cell and figure.kind == "money" else None
    if amount is None or amount.end != figure.end:
        return figure
    return figure._replace(value_low=amount.value_low, value=amount.value, value_high=amount.value_high)


def _read_row(document: Document, row: Row) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in ("supplier", "recipient"):
        if name in row.cells:
            codes = tuple(
                dict.fromkeys(
                    c.value[0] for c in actor_matcher(document.language).find(document.text, *row.cells[name])
                )
            )
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
    named = [
        c
        for c in actor_matcher(document.language).find(text, row.start, row.end)
        if c.value[1] in ("country", "capital")
    ]
    codes = {c.value[0] for c in named if REMARK.search(text, row.start, c.start)} - set(suppliers)
    return {"recipients": tuple(codes), "recipient": next(iter(codes))} if len(codes) == 1 else {}


def _read_heading(document: Document, row: Row, values: dict[str, Any]) -> dict[str, Any]:
    """Return the party that the caption or heading above a table names and no column does: `Military aid to Ukraine`."""
    if ("suppliers" in values) == ("recipients" in values):
        return {}
    side = "recipients" if "suppliers" in values else "suppliers"
    told = _side(_parties(row.header, document.language), side, values)
    heading = find_heading(document.text, row.start, HEADED) if row.names and not told else None
    if heading is None:
        return told
    span = heading.span(1)
    return _side(bind_parties(read_sentence(document.text, *span, language=document.language), *span), side, values)


def _side(parties: Parties, side: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return the parties of one side, unless a column names one of them."""
    codes = tuple(dict.fromkeys(a.code for a in getattr(parties, side)))
    known = {*values.get("suppliers", ()), *values.get("recipients", ())}
    if not codes or known & set(codes):
        return {}
    return {side: codes, side.removesuffix("s"): codes[0] if len(codes) == 1 else None}


def _lists_donors(document: Document, row: Row) -> bool:
    """True of a column headed `Country` in a table whose heading or header tells of what countries give."""
    if not row.names and "supplier" not in row.cells:  # lines under a caption: they are on the side that it leaves open
        parties = _parties(row.header, document.language)
        return bool(BY_DONOR.search(row.header)) or (bool(parties.recipients) and not parties.suppliers)
    if "supplier" in row.cells or not COUNTRY.fullmatch(row.names.get("recipient", "")):
        return False
    heading = find_heading(document.text, row.start, HEADED)
    printed = [amount.column.header for amount in row.amounts]
    told = " ".join([heading.group(1) if heading else "", row.header, *row.names.values(), *printed])
    return DONORS.search(told) is not None and GOT.search(told) is None


BY_DONOR = re.compile(r"\b(?:by|per)\s(?:donor|supplier|exporter|seller|giver)s?\b|\b[Dd]onors?\b|\b[Pp]ledges\sby\b")


def _parties(header: str, language: str) -> Parties:
    """Return who gives and who gets by a caption or the header of a column."""
    sentence = read_sentence(header, 0, len(header), language=language)
    parties = bind_parties(sentence, len(header), len(header))
    programmes = tuple(a for a in sentence.actors if a.kind == "programme")[:1]
    if programmes and not parties.suppliers:  # `Foreign Military Financing to partners`: whose programme it is gives
        recipients = tuple(a for a in parties.recipients if a.code != programmes[0].code)
        return parties._replace(suppliers=programmes, recipients=recipients)
    exporters = [a for a in sentence.actors if a.mark not in ("TO", "IN", "AGAINST")]
    exports = word_pattern("accounting", language, column="exports", folds=True).search(header)
    if (
        (exports or sentence.kinds("noun_give"))
        and not (parties.suppliers or parties.recipients)
        and len({a.code for a in exporters}) == 1
    ):
        return parties._replace(suppliers=tuple(exporters[:1]))
    return parties


@cache
def _is_budget(caption: str, language: str) -> bool:
    """True of the caption of a table of budgets: `Defence budgets (million euros)`."""
    sentence = read_sentence(caption, 0, len(caption), language=language)
    return bool(sentence.kinds("budget")) and not sentence.kinds("give", "noun_give", "get", "noun_get")


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
    if _is_budget(row.header, document.language) and figure.kind == "money":
        return figure._replace(role="context", in_scope=False, rules=(*figure.rules, "T-COLUMN", "O-BUDGET"))
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


def _read_column(document: Document, row: Row, column: Column, values: dict[str, Any]) -> dict[str, Any]:
    """Return what the header of an amount's column tells: its year, and the party that no other column does (`Norwegian exports`)."""
    told: dict[str, Any] = {}
    if column.year is not None:
        told |= {"year": column.year, "date_start": f"{column.year}-01-01", "date_end": f"{column.year + 1}-01-01"}
    captioned = {} if values.keys() & {"suppliers", "recipients"} else _captioned(row.header, document.language)
    known = values | captioned
    if column.party:
        side = "recipients" if "suppliers" in known else "suppliers" if "recipients" in known else ""
        return told | captioned | ({side: (column.party,), side.removesuffix("s"): column.party} if side else {})
    side = "recipients" if "suppliers" in known else "suppliers"
    return told | captioned | _side(_parties(column.header, document.language), side, known)


def _captioned(caption: str, language: str) -> dict[str, Any]:
    """Return the parties that a caption tells, each on its side."""
    parties = _parties(caption, language)
    suppliers = _side(parties, "suppliers", {})
    return suppliers | _side(parties, "recipients", suppliers)


def _counted(document: Document, row: Row) -> Figure | None:
    """Return the count of a row: of the one system or type that its cell names, or where none does the heading above the table."""
    number = NUMBER.match(document.text, *row.cells["quantity"]) if "quantity" in row.cells else None
    value = parse_number(number.group(), document.language) if number else None
    heading = find_heading(document.text, row.start, HEADED) if value is not None else None
    span = row.cells.get("item") or (heading.span(1) if heading and "item" not in row.names else None)
    if number is None or value is None or span is None:
        return None
    named = name_items(document.text, list(item_matcher(document.language).find(document.text, *span)), span[0])
    if len({(i.system_id, i.system) for i in named}) != 1:
        return None
    of = named[0]
    place = (of.start, of.end) if "item" in row.cells else number.span()
    count = Item(*place, of.system_id, of.system, of.system_type, *number.span(), value, value, value)
    sentence = read_sentence(document.text, row.start, row.end, language=document.language)
    return make_hardware(sentence, count, None, document.name)
