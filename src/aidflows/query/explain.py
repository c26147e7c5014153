"""Explains a number: the tree of flows under it, their rests, and the receipts they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from aidflows.errors import QuestionError
from aidflows.query.totals import check_country


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind a pair and year, or one flow: the rows, and the text that prints them."""

    flows: tuple[dict[str, object], ...]
    receipts: tuple[dict[str, object], ...]
    text: str

    def __str__(self) -> str:
        return self.text


def explain_flows(
    connection: duckdb.DuckDBPyConnection, supplier: str, recipient: str | None = None, year: int | None = None
) -> Explanation:
    """Return the tree and receipts of one flow (its id as `supplier`), or of a pair and year (null year: all years).

    Raises QuestionError where nothing is found.
    """
    if ":" in supplier:
        where, values = "coalesce(parent_flow_id, flow_id) = $1 or flow_id = $1", [supplier]
    else:
        where = "supplier_iso3 = $1 and recipient_iso3 = $2" + (f" and year = {int(year)}" if year is not None else "")
        values = [check_country(connection, supplier) or "", check_country(connection, recipient) or ""]
    flows = _rows(
        connection,
        f"select * from flows where {where} order by year nulls last, coalesce(parent_flow_id, flow_id), parent_flow_id is not null, flow_id",
        values,
    )
    if not flows:
        raise QuestionError(
            f"explain: no flow found: {' '.join(str(v) for v in (supplier, recipient, year) if v is not None)!r}"
        )
    ids = [str(f["flow_id"]) for f in flows]
    receipts = _rows(connection, "select * from receipts where list_contains($1, flow_id)", [ids])
    return Explanation(tuple(flows), tuple(receipts), _print(flows, receipts, connection))


def _rows(connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[object]) -> list[dict[str, object]]:
    cursor = connection.execute(sql, values)
    names = [d[0] for d in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _plain(value: object) -> str:
    return f"{value:,.2f}".removesuffix(".00")


def format_amount(low: object, best: object, high: object, currency: object) -> str:
    """Return an amount with its bounds as one short text.

    >>> from decimal import Decimal as D
    >>> format_amount(D(300), D(300), None, "USD"), format_amount(None, None, None, None)
    ('USD 300 or more', 'no price')
    """
    if low is None:
        return "no price"
    if best is None:
        return f"{currency} {_plain(low)} to {_plain(high) if high is not None else 'open'}"
    if high is None:
        return f"{currency} {_plain(best)} or more"
    if low == best == high:
        return f"{currency} {_plain(best)}"
    return f"{currency} {_plain(best)} ({_plain(low)} to {_plain(high)})"


def _print(
    flows: list[dict[str, object]], receipts: list[dict[str, object]], connection: duckdb.DuckDBPyConnection
) -> str:
    overlaps = _rows(connection, "select * from possible_overlaps", [])
    lines: list[str] = []
    roots = [f for f in flows if f["parent_flow_id"] is None] or flows
    for root in roots:
        parts = [f for f in flows if f["parent_flow_id"] == root["flow_id"]]
        lines += _print_flow(root, receipts, "")
        for n, part in enumerate(parts):
            lines += _print_flow(part, receipts, "└─ " if n == len(parts) - 1 else "├─ ")
        for link in overlaps:
            if root["flow_id"] in (link["flow_id_a"], link["flow_id_b"]):
                lines.append(
                    f"   may overlap: {link['flow_a']} / {link['flow_b']}: {link['reason']} ({link['decision_id']})"
                )
        lines.append("")
    return "\n".join(lines).rstrip()


def _print_flow(flow: dict[str, object], receipts: list[dict[str, object]], branch: str) -> list[str]:
    amount = format_amount(flow["amount_low"], flow["amount_best"], flow["amount_high"], flow["currency"])
    if flow["quantity_best"] is not None:
        amount += f", {flow['quantity_best']:,.0f} {flow['quantity_unit']}"
    note = (
        f" [rest, {flow['residual_reason']}]"
        if flow["is_residual"]
        else " [rest, described by the source]"
        if flow["amount_basis"] == "derived"
        else ""
    )
    lines = [f"{branch}{flow['title']}: {amount}, {flow['stage']}{note}"]
    indent = "   " if not branch else "│     " if branch[0] == "├" else "      "
    if flow["is_residual"] or flow["amount_basis"] == "derived":
        return lines
    for receipt in receipts:
        if receipt["flow_id"] == flow["flow_id"]:
            said = f"{receipt['surface']!r}" if receipt["surface"] else "statement"
            lines.append(
                f"{indent}{said} in {receipt['source_id']} at {receipt['original_start']}-{receipt['original_end']} (sha256 {str(receipt['original_sha256'])[:12]})"
            )
            lines.append(f"{indent}note: {receipt['note']}")
    return lines
