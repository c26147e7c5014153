"""Plants the forest: parts under totals, with a residual for each total whose parts do not reach it (rules F-*)."""

from __future__ import annotations

from decimal import Decimal

from aidflows.errors import SourceError
from aidflows.resolve.flows import Row, title_of

ZERO = Decimal(0)


def plant(rows: list[Row], described: set[str], *, strict: bool = True) -> list[Row]:
    """Return the rows with is_leaf set, years and stages of parts taken from their root, and rests added.

    `described` holds the ids of totals whose rest the source describes: that rest is a part with basis `derived`;
    any other rest is a residual. Raises SourceError where parts cannot fit into their total; with `strict` off such a
    total counts itself, and its parts do not.
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
            _count_alone(total, parts)
        if rest:
            rests.append(rest)
    return sorted([*rows, *rests], key=lambda r: str(r["flow_id"]))


def _count_alone(total: Row, parts: list[Row]) -> None:
    """A total whose parts exceed it stands for them among the leaves."""
    total["is_leaf"] = True
    for part in parts:
        part["is_leaf"] = False


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


def rest_bounds(
    total: Row, parts: list[Row], *, measure: str = "amount"
) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """Return low, best and high of what the parts leave of a total, in its currency or, with measure `quantity`, its unit.

    low = max(0, total low - sum of highs), best = total best - sum of bests, high = total high - sum of lows.

    >>> D = Decimal
    >>> rest_bounds({"amount_low": D(300), "amount_best": D(300), "amount_high": None},
    ...             [{"amount_low": D(264), "amount_best": D(264), "amount_high": D(264)}])
    (Decimal('36'), Decimal('36'), None)
    """
    lowest, likeliest, highest = f"{measure}_low", f"{measure}_best", f"{measure}_high"
    lows, bests = (
        sum((p[lowest] for p in parts), ZERO),
        sum((p[likeliest] or p[lowest] for p in parts), ZERO),
    )
    open_part = any(p[highest] is None for p in parts)
    highs = ZERO if open_part else sum((p[highest] for p in parts), ZERO)
    low = ZERO if open_part else max(ZERO, total[lowest] - highs)
    best = None if total[likeliest] is None else total[likeliest] - bests
    high = None if total[highest] is None else total[highest] - lows
    return low, best, high


def make_rest(total: Row, parts: list[Row], *, is_described: bool) -> Row | None:
    """Return the row of a total's rest, or None where nothing is left or the total has neither amount nor count."""
    measure = "amount" if total["amount_low"] is not None else "quantity"
    if total[f"{measure}_low"] is None:
        return None
    known = [p for p in parts if p[f"{measure}_low"] is not None]
    low, best, high = rest_bounds(total, known, measure=measure)
    if high is not None and high < 0:
        raise SourceError(f"flow {total['flow_id']}: parts exceed their total by: {-high}")
    if best == 0 and low == 0 and high == 0:
        return None
    low = min(low, best) if best is not None and best < 0 else low
    row: Row = {
        **total, "flow_id": f"{total['flow_id']}:rest", "parent_flow_id": total["flow_id"], "is_leaf": True, "is_residual": not is_described,
        "rule_ids": "F-REST" if is_described else "F-RESIDUAL", "residual_reason": None if is_described else "not_itemised",
        f"{measure}_low": low, f"{measure}_best": best, f"{measure}_high": high,
    }  # fmt: skip
    if measure == "amount":
        row.update(_describe(row, total, is_priced=bool(known)))
    row["title"] = title_of(row)
    return row


def _describe(row: Row, total: Row, *, is_priced: bool) -> Row:
    """Return what the rest of an amount is, which names no item; the rest of a count is of the thing counted."""
    is_described, best = not row["is_residual"], row["amount_best"]
    rounding = (
        best is not None
        and total["amount_high"] is not None
        and total["amount_low"] <= total["amount_best"] - best <= total["amount_high"]
        and row["amount_low"] == 0
    )
    return {
        "residual_reason": None if is_described else "rounding" if rounding else "not_itemised" if is_priced else "not_priced_by_item",
        "amount_basis": "derived", "category": "not_itemised", "system_id": None, "item": "goods and services" if is_described else "not itemised",
        "item_type": "unspecified", "content": "mixed" if is_described else total["content"], "modality": "in_kind" if is_described else "unknown",
        "supplier_org_id": None, "quantity_low": None, "quantity_best": None, "quantity_high": None, "quantity_unit": None,
    }  # fmt: skip
