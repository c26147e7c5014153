"""Prints rows as table, CSV, JSON, JSON lines or Parquet; a table on a terminal, JSON lines when piped."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

import click

from aidflows.errors import QuestionError

FORMATS = ("table", "csv", "json", "jsonl", "parquet")
Row = dict[str, Any]
MARK = "\x00"
EXACT = re.compile(r'"\\u0000(-?[0-9.]+)"')


def format_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --format to a command that prints rows."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), help="Default: table on a terminal, jsonl when piped."
    )(function)


def plain(value: Any) -> Any:
    """Return a value as CSV and JSON hold it: whole decimals as integers, others marked for `dump` to print exactly.

    >>> plain(Decimal("3000000.00"))
    3000000
    """
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else MARK + format(value.normalize(), "f")
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


def dump(value: Any, *, indent: int | None = None) -> str:
    """Return JSON in which decimals are numbers with their exact digits, never rounded through a float.

    >>> dump({"value": plain(Decimal("0.10")), "name": "TB2"})
    '{"value": 0.1, "name": "TB2"}'
    """
    return EXACT.sub(r"\1", json.dumps(value, ensure_ascii=False, indent=indent))


def print_lines(rows: Iterable[Row]) -> None:
    """Print rows as JSON lines, each as it comes."""
    for row in rows:
        click.echo(dump({k: plain(v) for k, v in row.items()}))


def print_rows(rows: Sequence[Row], form: str | None, columns: list[str] | None = None) -> None:
    """Print rows in a format; nothing but the rows goes to standard output."""
    form = form or ("table" if sys.stdout.isatty() else "jsonl")
    names = columns or (list(rows[0]) if rows else [])
    if form == "jsonl":
        print_lines(rows)
    elif form == "json":
        click.echo(dump([{k: plain(v) for k, v in row.items()} for row in rows], indent=1))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(
            [["" if row[n] is None else str(plain(row[n])).removeprefix(MARK) for n in names] for row in rows]
        )
    elif form == "parquet":
        _print_parquet(rows)
    else:
        _print_table(rows, names)


def _print_parquet(rows: Sequence[Row]) -> None:
    import pyarrow as pa  # noqa: PLC0415  (heavy, and only this format needs it)
    import pyarrow.parquet as pq  # noqa: PLC0415  (as above)

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
