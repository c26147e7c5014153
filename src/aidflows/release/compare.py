"""Compares two releases: rows and cells that differ, and why each headline total moved; the causes add up exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from aidflows.release.write import read_tables
from aidflows.schema.derive import describe_table
from aidflows.schema.registry import TABLES

Row = dict[str, Any]
Tables = dict[str, pa.Table]
ZERO = Decimal(0)
CAUSES = ("new_source", "deduplication", "decision", "correction", "residual", "rule_change")
NEVER = frozenset({"deployment", "exercise"})


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two releases; falsy where nothing does."""

    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    text: str

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __str__(self) -> str:
        return self.text


def compare_folders(old: Path, new: Path) -> Difference:
    """Return the difference of two release or build folders.

    `rows` has one row per added or gone row and per changed cell; `totals` one row per flow type and cause, whose deltas
    (Decimals, nominal, in currency) sum exactly to the change of the total. Raises ReleaseError for a broken folder.
    """
    a, b = read_tables(old), read_tables(new)
    rows = tuple(r for name in TABLES if name in a and name in b for r in _rows(name, a[name], b[name]))
    totals = tuple(_totals(a, b))
    return Difference(rows, totals, _print(rows, totals))


def _keyed(name: str, table: pa.Table) -> dict[tuple[Any, ...], Row]:
    key = describe_table(name)[2]
    return {tuple(r[k] for k in key): r for r in table.to_pylist()}


def _rows(name: str, old: pa.Table, new: pa.Table) -> Iterator[Row]:
    a, b = _keyed(name, old), _keyed(name, new)
    for key in sorted(a.keys() | b.keys(), key=str):
        place = "|".join(str(k) for k in key)
        if key not in a or key not in b:
            change = "added" if key not in a else "gone"
            yield {"table": name, "key": place, "change": change, "column": None, "old": None, "new": None}
            continue
        for column in sorted(a[key].keys() | b[key].keys()):
            before, after = a[key].get(column), b[key].get(column)
            if before != after:
                yield {"table": name, "key": place, "change": "changed", "column": column, "old": before, "new": after}


def _counted(tables: Tables) -> dict[str, Row]:
    """Return the priced roots that totals count, by id."""
    return {
        r["flow_id"]: r
        for r in tables["flows"].to_pylist()
        if r["parent_flow_id"] is None
        and r["amount_best"] is not None
        and r["content"] not in NEVER
        and r["assertion"] == "stated"
    }


def _totals(old: Tables, new: Tables) -> Iterator[Row]:
    a, b = _counted(old), _counted(new)
    moved: dict[tuple[str, str, str], Decimal] = {}
    for flow_id in sorted(a.keys() | b.keys()):
        before, after = a.get(flow_id), b.get(flow_id)
        for row, sign in ((before, -1), (after, 1)):
            if row is None:
                continue
            same = before is not None and after is not None and _place(before) == _place(after)
            delta = (
                after["amount_best"] - before["amount_best"] if same and before and after else sign * row["amount_best"]
            )
            if delta and not (same and sign < 0):
                key = (*_place(row), _cause(flow_id, old, new))
                moved[key] = moved.get(key, ZERO) + delta
    for (flow_type, currency, cause), delta in sorted(moved.items()):
        yield {"flow_type": flow_type, "currency": currency, "cause": cause, "delta": delta}


def _place(row: Row) -> tuple[str, str]:
    return row["flow_type"], row["currency"]


def _cause(flow_id: str, old: Tables, new: Tables) -> str:
    """Return why a flow's amount moved; the first that holds, in the order of CAUSES."""
    sources_old, sources_new = (
        set(old["sources"]["source_id"].to_pylist()),
        set(new["sources"]["source_id"].to_pylist()),
    )
    if (flow_id.split(":")[0] in sources_old) != (flow_id.split(":")[0] in sources_new):
        return "new_source"
    f_old, f_new = (
        _keyed("figures", old["figures"]).get((flow_id,), {}),
        _keyed("figures", new["figures"]).get((flow_id,), {}),
    )
    same = {f_old.get("outcome"), f_new.get("outcome")}
    if "corroborates" in same and len(same) > 1:
        return "deduplication"
    if _decisions(flow_id, f_old, old) != _decisions(flow_id, f_new, new):
        return "decision"
    if f_old.get("text_sha256") != f_new.get("text_sha256"):
        return "correction"
    if flow_id.endswith(":rest"):
        return "residual"
    return "rule_change"


def _decisions(flow_id: str, figure: Row, tables: Tables) -> list[Row]:
    names = {flow_id, figure.get("statement_id")}
    return [
        {k: v for k, v in d.items() if k != "decision_id"}
        for d in tables["decisions"].to_pylist()
        if d["target"] in names
    ]


def _print(rows: tuple[Row, ...], totals: tuple[Row, ...]) -> str:
    if not rows:
        return "no difference"
    lines = []
    for name in dict.fromkeys(r["table"] for r in rows):
        mine = [r for r in rows if r["table"] == name]
        counts = ", ".join(f"{sum(r['change'] == c for r in mine)} {c}" for c in ("added", "changed", "gone"))
        lines.append(f"{name}: {counts}")
    for row in totals:
        lines.append(f"total of {row['flow_type']} moved by {row['currency']} {row['delta']:+,.2f}: {row['cause']}")
    return "\n".join(lines)
