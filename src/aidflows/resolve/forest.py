"""Plants the forest: parts under totals, with a residual for each total whose parts do not reach it (rules F-*)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from aidflows.errors import SourceError
from aidflows.resolve.flows import Row, title_of

ZERO = Decimal(0)


def plant(rows: list[Row], described: set[str], *, strict: bool = True) -> list[Row]:
    """Return the rows with is_leaf set, years and stages of parts taken from their root, and rests added.

    `described` holds the ids of totals whose rest the source describes: that rest is a part with basis `derived`;
    any other rest is a residual. Raises SourceError where parts cannot fit into their total; with `strict` off such a
    total gets no rest.
    """
    by_id = {r["flow_id"]: r for r in rows}
    children: dict[str, list[Row]] = {}
    for row in rows:
        if row["parent_flow_id"] is not None:
            if row["parent_flow_id"] not in by_id:
                raise SourceError(f"flow {row['flow_id']}: its total is no flow: {row['parent_flow_id']!r}")
            children.setdefault(row["parent_flow_id"], []).append(row)
    rests: list[Row] = []
    for parent_id, parts in sorted(children.items()):
        total = by_id[parent_id]
        total["is_leaf"] = False
        for part in parts:
            _take_root(part, total)
        try:
            rest = make_rest(total, parts, is_described=parent_id in described)
        except SourceError:
            if strict:
                raise
            rest = None
        if rest:
            rests.append(rest)
    return sorted([*rows, *rests], key=lambda r: str(r["flow_id"]))


def _take_root(part: Row, total: Row) -> None:
    for name in (
        "year",
        "date_start",
        "date_end",
        "date_basis",
        "currency",
        "supplier_iso3",
        "recipient_iso3",
        "flow_type",
        "level",
    ):
        part[name] = total[name] if total[name] is not None else part[name]
    part["title"] = title_of(part)


def rest_bounds(total: Row, parts: list[Row]) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """Return low, best and high of what the parts leave of a total.

    low = max(0, total low - sum of highs), best = total best - sum of bests, high = total high - sum of lows.

    >>> D = Decimal
    >>> rest_bounds({"amount_low": D(300), "amount_best": D(300), "amount_high": None},
    ...             [{"amount_low": D(264), "amount_best": D(264), "amount_high": D(264)}])
    (Decimal('36'), Decimal('36'), None)
    """
    lows, bests = (
        sum((p["amount_low"] for p in parts), ZERO),
        sum((p["amount_best"] or p["amount_low"] for p in parts), ZERO),
    )
    open_part = any(p["amount_high"] is None for p in parts)
    highs = ZERO if open_part else sum((p["amount_high"] for p in parts), ZERO)
    low = ZERO if open_part else max(ZERO, total["amount_low"] - highs)
    best = None if total["amount_best"] is None else total["amount_best"] - bests
    high = None if total["amount_high"] is None else total["amount_high"] - lows
    return low, best, high


def make_rest(total: Row, parts: list[Row], *, is_described: bool) -> Row | None:
    """Return the row of a total's rest, or None where nothing is left or the total has no amount."""
    priced = [p for p in parts if p["amount_low"] is not None]
    if total["amount_low"] is None:
        return None
    low, best, high = rest_bounds(total, priced)
    if high is not None and high < 0:
        raise SourceError(f"flow {total['flow_id']}: parts exceed their total by: {-high}")
    if best == 0 and low == 0 and high == 0:
        return None
    if best is not None and best < 0:
        low, best = min(low, best), best
    unpriced = len(priced) < len(parts) and not priced
    rounding = (
        best is not None
        and total["amount_high"] is not None
        and total["amount_low"] <= total["amount_best"] - best <= total["amount_high"]
        and low == 0
    )
    row: dict[str, Any] = dict(total)
    row.update(
        flow_id=f"{total['flow_id']}:rest", parent_flow_id=total["flow_id"], is_leaf=True, is_residual=not is_described,
        residual_reason=None if is_described else "rounding" if rounding else "not_priced_by_item" if unpriced else "not_itemised",
        amount_low=low, amount_best=best, amount_high=high, amount_basis="derived", category="not_itemised", system_id=None,
        item="goods and services" if is_described else "not itemised", item_type="unspecified", content="mixed" if is_described else total["content"],
        modality="in_kind" if is_described else "unknown", supplier_org_id=None, rule_ids="F-REST" if is_described else "F-RESIDUAL",
        quantity_low=None, quantity_best=None, quantity_high=None, quantity_unit=None,
    )  # fmt: skip
    row["title"] = title_of(row)
    return row
