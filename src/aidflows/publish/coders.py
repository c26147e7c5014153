"""Measures two codings of the same documents, made apart: field by field, and what only one of them has."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

from aidflows.errors import SourceError

COLUMNS = (
    "kind", "surface", "start", "end", "value_low", "value", "value_high", "unit", "qualifier", "supplier", "recipient", "year", "stage", "flow_type",
    "content", "role", "assertion", "in_scope", "item",
)  # fmt: skip
VALUES = ("value_low", "value", "value_high")
SHARED = ("supplier", "recipient", "year")
FLOW = ("stage", "flow_type", "content", "assertion")
FIELDS = {
    "money": (*VALUES, "unit", "qualifier", *SHARED, *FLOW, "role", "in_scope"),
    "hardware": (*VALUES, "qualifier", *SHARED, "role", "in_scope"),
    "personnel": (*VALUES, "qualifier", "role", "in_scope"),
    "agreement": ("parties", "year"),
    "statement": (*SHARED, *FLOW),
}
NOT_COMPARED = {
    "inventory": SHARED,
    "loss": SHARED,
}  # one coding puts the operator among the parties, the other does not
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or `found`, on which the two codings differ; `start` and `end` count in the original."""

    source_id: str
    kind: str
    start: int
    end: int
    field: str
    first: object
    second: object


def load_coding(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of `folder/<source_id>.csv`; raise SourceError where a header or an offset is wrong."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as handle:
            reader = csv.DictReader(handle)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise SourceError(f"{path}: columns are not those of a coding: {reader.fieldnames}")
            found[path.stem] = list(reader)
        for number, row in enumerate(found[path.stem], 2):
            if not (row["start"].isdigit() and row["end"].isdigit()):
                raise SourceError(f"{path}:{number}: offset is no number: {row['start']}-{row['end']}")
    return found


def compare_codings(
    tables: Mapping[str, pa.Table], folder: Path
) -> tuple[dict[tuple[str, str], tuple[int, int]], list[Difference]]:
    """Return (agreeing, compared) per kind and field, and every difference, of the tables' coding and the one in `folder`.

    Figures are the same where kind and characters overlap; a statement of the second coding meets a flow whose statement
    holds its first character, of the same pair where one statement makes several. `found` counts what both have over what
    either has. Figures are compared by their flow's columns where they have one, so after the decisions.
    """
    first = list(_first_rows(tables))
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    differences: list[Difference] = []
    met: set[int] = set()
    for source_id, rows in load_coding(folder).items():
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            index = _meet(first, source_id, row, met)
            if index is None:
                differences.append(Difference(source_id, row["kind"], start, end, "found", False, True))
                continue
            met.add(index)
            for field in _fields(row):
                a, b = first[index].get(field), _parse(field, row)
                _count(counts, (row["kind"], field), a == b)
                if a != b:
                    differences.append(Difference(source_id, row["kind"], start, end, field, a, b))
            _count(counts, (row["kind"], "found"), True)
    for index, other in enumerate(first):
        if index not in met:
            differences.append(
                Difference(
                    str(other["source_id"]),
                    str(other["kind"]),
                    _int(other["start"]),
                    _int(other["end"]),
                    "found",
                    True,
                    False,
                )
            )
    for difference in differences:
        if difference.field == "found":
            _count(counts, (difference.kind, "found"), False)
    return dict(sorted(counts.items())), sorted(differences, key=lambda d: (d.source_id, d.start, d.end, d.field))


def _fields(row: Mapping[str, str]) -> list[str]:
    skip = NOT_COMPARED.get(row["role"], ()) + (() if row["value_low"] or row["qualifier"] else ("qualifier",))
    return [field for field in FIELDS[row["kind"]] if field not in skip]


def _first_rows(tables: Mapping[str, pa.Table]) -> Iterable[Row]:
    flows = {row["flow_id"]: row for row in tables["flows"].to_pylist()}
    figures = tables["figures"].to_pylist()
    treaties = {row["agreement_id"]: row["parties"] for row in tables["agreements"].to_pylist()}
    for row in figures:
        flow = flows.get(row["figure_id"], {})
        joined = row | {name: flow[name] for name in FLOW if name in flow} | _parties(flow or row)
        yield joined | {
            "start": row["original_start"],
            "end": row["original_end"],
            "value": row["value_best"],
            "parties": treaties.get(row["figure_id"], ANY),
        }
    named = {row["figure_id"] for row in figures}
    for flow_id, row in flows.items():
        source_id, _, place = flow_id.partition(":")
        if flow_id.split("/")[0] not in named and not row["is_residual"] and not flow_id.endswith(":rest"):
            start, end = place.split("/")[0].split("-")
            yield (
                row
                | _parties(row)
                | {"kind": "statement", "source_id": source_id, "start": int(start), "end": int(end)}
            )


def _parties(row: Row) -> dict[str, object]:
    return {"supplier": row["supplier_iso3"], "recipient": row["recipient_iso3"], "year": row["year"]}


def _meet(first: list[Row], source_id: str, row: dict[str, str], met: set[int]) -> int | None:
    start, end, kind = int(row["start"]), int(row["end"]), row["kind"]
    fits = [
        index
        for index, other in enumerate(first)
        if index not in met and other["source_id"] == source_id and other["kind"] == kind
        if _int(other["start"]) < end and _int(other["end"]) > start
    ]  # fmt: skip
    same = [
        i
        for i in fits
        if first[i]["supplier"] == (row["supplier"] or None) and first[i]["recipient"] == (row["recipient"] or None)
    ]
    return next(iter(same or fits), None)


def _parse(field: str, row: Mapping[str, str]) -> object:
    if field == "parties":
        return ";".join(sorted({row["supplier"], row["recipient"]} - {""})) or ANY
    text = row[field]
    if not text:
        return None
    if field == "in_scope":
        return text == "true"
    if field == "year":
        return int(text)
    return Decimal(text) if field.startswith("value") else text


class _Any:
    """Equal to everything: a later mention of an agreement, or a treaty of more than two, has no pair to compare."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


ANY = _Any()


def _int(value: object) -> int:
    assert isinstance(value, int)
    return value


def _count(counts: dict[tuple[str, str], tuple[int, int]], key: tuple[str, str], hit: bool) -> None:
    a, b = counts.get(key, (0, 0))
    counts[key] = (a + hit, b + 1)
