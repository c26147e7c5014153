"""Makes flow rows of placed figures: one row a distinct transfer, split by pair where several are named."""

from __future__ import annotations

from typing import Any

from aidflows.gazetteer.lists import load_countries, load_types
from aidflows.records import Figure
from aidflows.resolve.outcomes import Placed

Row = dict[str, Any]
ORDER = (
    "interest",
    "requested",
    "refused",
    "notified",
    "licensed",
    "pledged",
    "allocated",
    "agreed",
    "ordered",
    "delivered",
    "disbursed",
    "suspended",
    "cancelled",
)
BOOKING = ("pledged", "allocated", "agreed", "ordered")
LEVELS = {"training": "programme", "services": "programme", "technology": "programme", "coproduction": "programme"}


def make_flows(placed: list[Placed]) -> list[Row]:
    """Return flow rows of what is placed as flow or part, sorted by id; forest columns are filled by `plant`."""
    rows: list[Row] = []
    for one in placed:
        if one.outcome in ("flow", "part"):
            rows += _rows(one)
    _widen(rows, placed)
    return sorted(rows, key=lambda r: str(r["flow_id"]))


def _widen(rows: list[Row], placed: list[Placed]) -> None:
    """Rival numbers of one event widen its bounds; no best is left (rule F-RIVAL)."""
    rivals: dict[str, list[Figure]] = {}
    for one in placed:
        if one.outcome == "conflict" and one.leads_to:
            rivals.setdefault(one.leads_to, []).append(one.coded.figure)
    for row in rows:
        for rival in rivals.get(str(row["flow_id"]), []):
            name = "amount" if rival.kind == "money" else "quantity"
            low, high = row[f"{name}_low"], row[f"{name}_high"]
            row[f"{name}_low"] = min(v for v in (low, rival.value_low) if v is not None)
            row[f"{name}_high"] = None if high is None or rival.value_high is None else max(high, rival.value_high)
            row[f"{name}_best"] = None
            row["rule_ids"] += " F-RIVAL"


def _rows(placed: Placed) -> list[Row]:
    figure = placed.coded.figure
    pairs = [(s, r) for s in (figure.suppliers or (None,)) for r in (figure.recipients or (None,))]
    if len(pairs) > 1 and (figure.value is not None or placed.outcome == "part"):
        pairs = [(figure.supplier, figure.recipient)]
    single = len(pairs) == 1
    rows = []
    for supplier, recipient in pairs:
        suffix = "" if single else f"/{supplier or 'XXU'}-{recipient or 'XXU'}"
        rows.append(_row(placed, supplier, recipient, placed.coded.figure_id + suffix))
    return rows


def _row(placed: Placed, supplier: str | None, recipient: str | None, flow_id: str) -> Row:
    figure = placed.coded.figure
    money = figure.kind == "money"
    counted = figure.kind in ("hardware", "personnel")
    stage = figure.stage or "agreed"
    content = figure.content or "mixed"
    row: Row = {
        "flow_id": flow_id, "parent_flow_id": placed.leads_to if placed.outcome == "part" else None, "is_leaf": True, "is_residual": False,
        "residual_reason": None, "level": figure.level or LEVELS.get(content, "deal"), "supplier_iso3": supplier, "recipient_iso3": recipient,
        "supplier_org_id": figure.supplier_org if figure.kind == "money" else None, "recipient_org_id": None,
        "flow_type": figure.flow_type or "unknown", "content": content, "modality": figure.modality or "unknown", "purpose": figure.purpose or "military",
        "category": figure.category or "not_itemised", "item": figure.item or "arms and military equipment", "item_type": _item_type(figure),
        "system_id": figure.system_id, "stage": stage, "stage_reached": stage, "assertion": figure.assertion, "claimed_by": figure.claimed_by,
        "denied_by": None, "amount_low": figure.value_low if money else None, "amount_best": figure.value if money else None,
        "amount_high": figure.value_high if money else None, "currency": figure.unit if money else None, "amount_basis": "printed" if money else None,
        "quantity_low": figure.value_low if counted else None, "quantity_best": figure.value if counted else None,
        "quantity_high": figure.value_high if counted else None, "quantity_unit": figure.unit if counted and figure.quantity_start is not None else None,
        "condition": None, "date_start": figure.date_start, "date_end": figure.date_end, "date_basis": _date_basis(figure), "year": figure.year,
        "fiscal_year": figure.fiscal_year, "period_start": figure.period_start, "period_end": figure.period_end, "n_sources": 1, "n_independent": 1,
        "has_primary": False, "rule_ids": " ".join(figure.rules),
    }  # fmt: skip
    row["title"] = title_of(row)
    return row


def _item_type(figure: Figure) -> str:
    if figure.system_type and figure.system_type in load_types():
        return figure.system_type
    if figure.kind == "money" and not figure.system_type:
        return "money" if figure.content == "money" else "unspecified"
    return {
        "training": "training",
        "services": "services",
        "technology": "technology",
        "coproduction": "coproduction",
    }.get(figure.content or "", "unspecified")


def _date_basis(figure: Figure) -> str:
    if figure.year is None:
        return "unknown"
    if figure.date_basis:
        return figure.date_basis
    return "printed"


def name_of(code: str | None) -> str:
    """Return the English name of a country code, `not stated` for none."""
    return load_countries()[code]["name"] if code else "not stated"


def title_of(row: Row) -> str:
    """Return one line that names a flow.

    >>> title_of({"item": "radios", "supplier_iso3": "TUR", "recipient_iso3": "AZE", "year": 2008, "flow_type": "sale"})
    'radios, Türkiye to Azerbaijan, 2008 (sale)'
    """
    year = row["year"] if row["year"] is not None else "undated"
    return f"{row['item']}, {name_of(row['supplier_iso3'])} to {name_of(row['recipient_iso3'])}, {year} ({row['flow_type']})"
