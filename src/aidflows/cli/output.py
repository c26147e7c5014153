"""Prints rows as table, CSV, JSON, JSON lines or Parquet; a table on a terminal, JSON lines when piped."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import click

from aidflows.errors import QuestionError

FORMATS = ("table", "csv", "json", "jsonl", "parquet")
Row = dict[str, Any]


def format_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --format to a command that prints rows."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), help="Default: table on a terminal, jsonl when piped."
    )(function)


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: whole decimals as integers, others as exact digits.

    >>> plain(Decimal("3000000.00")), plain(Decimal("2.50"))
    (3000000, '2.5')
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


def print_rows(rows: Sequence[Row], form: str | None, columns: list[str] | None = None) -> None:
    """Print rows in a format; nothing but the rows goes to standard output."""
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    names = columns or (list(rows[0]) if rows else [])
    if form == "jsonl":
        for row in rows:
            click.echo(json.dumps({k: plain(v) for k, v in row.items()}, ensure_ascii=False))
    elif form == "json":
        click.echo(json.dumps([{k: plain(v) for k, v in row.items()} for row in rows], ensure_ascii=False, indent=1))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([["" if row[n] is None else plain(row[n]) for n in names] for row in rows])
    elif form == "parquet":
        _print_parquet(rows)
    else:
        _print_table(rows, names)


def _print_parquet(rows: Sequence[Row]) -> None:
    import pyarrow as pa  # noqa: PLC0415  (heavy, and only this format needs it)
    import pyarrow.parquet as pq  # noqa: PLC0415

    if sys.stdout.isatty():
        raise QuestionError("--format parquet: standard output is a terminal; pipe it to a file")
    pq.write_table(pa.Table.from_pylist([dict(r) for r in rows]), pa.PythonFile(sys.stdout.buffer, mode="w"))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,.2f}".removesuffix(".00")
    return str(value)


def _line(cells: list[str], widths: list[int], numeric: list[bool]) -> str:
    padded = (c[:60].rjust(w) if right else c[:60].ljust(w) for c, w, right in zip(cells, widths, numeric, strict=True))
    return "  ".join(padded).rstrip()


def _print_table(rows: Sequence[Row], names: list[str]) -> None:
    cells = [[_cell(row[n]) for n in names] for row in rows]
    widths = [min(60, max(len(n), *(len(c[i]) for c in cells), 1)) for i, n in enumerate(names)]
    numeric = [
        all(isinstance(row[n], (int, Decimal, type(None))) and not isinstance(row[n], bool) for row in rows)
        for n in names
    ]
    click.echo(_line(names, widths, numeric))
    click.echo("  ".join("-" * w for w in widths))
    for row in cells:
        click.echo(_line(row, widths, numeric))
