"""Prints the difference of two releases as one HTML page or as JSON-ready values."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from typing import Any

from aidflows.publish.texts import PAGE
from aidflows.release.compare import Difference

CHANGES = ("added", "changed", "gone")


def make_difference_page(difference: Difference, old: str, new: str) -> str:
    """Return one HTML page that loads nothing: totals with causes, counts by table, and every row and cell.

    >>> "no difference" in make_difference_page(Difference((), (), "no difference"), "1.0.0", "1.0.0")
    True
    """
    title = f"aidflows data: {old} to {new}"
    parts = [f"<h1>{escape(title)}</h1>"]
    if not difference:
        return PAGE.format(title=escape(title), body="\n".join([*parts, "<p>no difference</p>"]))
    totals = [[t["flow_type"], t["currency"], f"{t['delta']:+,.2f}", t["cause"]] for t in difference.totals]
    parts.append("<h2>Headline totals</h2>")
    parts.append(_table(["flow type", "currency", "moved by", "cause"], totals) if totals else "<p>no total moved</p>")
    names = list(dict.fromkeys(r["table"] for r in difference.rows))
    counts = [
        [n, *(str(sum(r["table"] == n and r["change"] == c for r in difference.rows)) for c in CHANGES)] for n in names
    ]
    parts += ["<h2>Rows and cells</h2>", _table(["table", *CHANGES], counts)]
    for name in names:
        rows = [r for r in difference.rows if r["table"] == name]
        cells = [[_show(r[k]) for k in ("key", "change", "column", "old", "new")] for r in rows]
        parts += [f"<h3>{escape(name)}</h3>", _table(["key", "change", "column", "before", "after"], cells)]
    return PAGE.format(title=escape(title), body="\n".join(parts))


def difference_values(difference: Difference, old: str, new: str) -> dict[str, Any]:
    """Return the difference as one JSON-ready mapping: old, new, totals with causes, rows and cells."""
    return {"old": old, "new": new, "totals": list(difference.totals), "rows": list(difference.rows)}


def _show(value: object) -> str:
    return "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def _table(head: list[str], rows: list[list[str]]) -> str:
    top = "".join(f"<th>{escape(h)}</th>" for h in head)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><tr>{top}</tr>\n{body}</table>"
