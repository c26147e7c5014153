"""Loads raw/decisions.yml, the judgements that no rule can make, and applies those that correct a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from aidflows.coding import Coded
from aidflows.errors import SourceError
from aidflows.records import Figure
from aidflows.sources import Source

ACTIONS = frozenset({"set", "same_as", "set_aside", "rival", "may_overlap", "denied", "under_agreement", "keep_apart"})
NEEDED = ("id", "action", "target", "reason", "rejected", "effect")
LISTS = {"supplier": "suppliers", "recipient": "recipients"}
SETTABLE = frozenset(Figure._fields)


@dataclass(frozen=True, slots=True)
class Decision:
    """One judgement: what it is about, what it does, why, what was rejected, what it does to the totals."""

    decision_id: str
    action: str
    target: str
    value: Any
    reason: str
    rejected: str
    effect: str
    source_sha256: str


def load_decisions(path: Path, sources: Iterable[Source]) -> tuple[Decision, ...]:
    """Return the decisions in file order. Raises SourceError naming file, decision and fault."""
    try:
        rows = yaml.safe_load(path.read_bytes().decode("utf-8")) if path.exists() else []
    except yaml.YAMLError as error:
        raise SourceError(f"{path}: not valid YAML: {getattr(error, 'problem', None)!r}") from None
    known = {s.source_id: s.sha256 for s in sources}
    out: list[Decision] = []
    for number, row in enumerate(rows or [], 1):
        out.append(_read(path, number, row, known))
    ids = [d.decision_id for d in out]
    for one in ids:
        if ids.count(one) > 1:
            raise SourceError(f"{path}: decision id used twice: {one!r}")
    return tuple(out)


def _read(path: Path, number: int, row: Any, known: dict[str, str]) -> Decision:
    where = f"{path}: decision {number}"
    if not isinstance(row, dict):
        raise SourceError(f"{where}: no mapping: {row!r}")
    for name in NEEDED:
        if not row.get(name):
            raise SourceError(f"{where}: missing field: {name!r}")
    if row["action"] not in ACTIONS:
        raise SourceError(f"{where}: unknown action: {row['action']!r}")
    source_id = str(row["target"]).split(":")[0]
    if source_id not in known:
        raise SourceError(f"{where}: unknown source: {source_id!r}")
    if row.get("sha256") and row["sha256"] != known[source_id]:
        raise SourceError(f"{where}: made on another version of {source_id}: {row['sha256']!r}")
    return Decision(
        row["id"],
        row["action"],
        row["target"],
        row.get("value"),
        row["reason"],
        row["rejected"],
        row["effect"],
        known[source_id],
    )


def find_targets(coded: list[Coded]) -> dict[str, str]:
    """Return every name a decision may call a coded figure by (its id, or its statement's id) with its figure id."""
    names: dict[str, str] = {}
    for one in coded:
        names[one.figure_id] = one.figure_id
        if one.statement_id:
            names[one.statement_id] = one.figure_id
    return names


def apply_sets(coded: list[Coded], decisions: tuple[Decision, ...], path: Path) -> list[Coded]:
    """Return the coded figures with what `set` decisions say in place of what was read."""
    names = find_targets(coded)
    by_id: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.target not in names:
            raise SourceError(f"{path}: decision {decision.decision_id}: target not found: {decision.target!r}")
        if decision.action == "set":
            by_id.setdefault(names[decision.target], []).append(decision)
    out = []
    for one in coded:
        figure = one.figure
        for decision in by_id.get(one.figure_id, []):
            figure = _set(figure, decision, path)
        out.append(replace(one, figure=figure))
    return out


def _set(figure: Figure, decision: Decision, path: Path) -> Figure:
    changes: dict[str, Any] = {}
    for name, value in decision.value.items():
        if name in LISTS:
            changes[LISTS[name]] = (value,) if value else ()
            changes[name] = value
        elif name in SETTABLE:
            value = tuple(value) if isinstance(value, list) else value
            changes[name] = Decimal(str(value)) if name.startswith("value") and value is not None else value
        else:
            raise SourceError(f"{path}: decision {decision.decision_id}: cannot set: {name!r}")
    if "year" in changes and "date_start" not in changes:
        year = changes["year"]
        changes.update(
            date_basis="decision",
            date_start=f"{year}-01-01" if year else None,
            date_end=f"{year + 1}-01-01" if year else None,
        )
    return figure._replace(**changes, rules=(*figure.rules, decision.decision_id))
