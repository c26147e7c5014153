"""Writes tables for other tools: CSV in zip files, one Excel workbook, a DuckDB file, Stata files, Parquet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from aidflows.errors import QuestionError, ReleaseError
from aidflows.query.store import fill_database
from aidflows.release.write import Tables
from aidflows.schema.derive import describe_table

FORMATS = ("csv", "xlsx", "parquet", "duckdb", "stata")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold, so that equal content gives equal bytes
EXCEL_CELL = 32_767  # characters a cell of Excel holds
STATA_LABEL = 80  # characters a variable label of Stata holds


def csv_bytes(table: pa.Table) -> bytes:
    """Return a table as CSV: UTF-8, header, comma, `\\n`; null is an empty field, an empty text would be `""`.

    >>> csv_bytes(pa.table({"a": ["x", None], "n": [None, 2]})).decode()
    '"a","n"\\n"x",\\n,2\\n'
    """
    sink = io.BytesIO()
    pc.write_csv(table, sink, pc.WriteOptions(quoting_style="needed"))
    return sink.getvalue()


def read_csv(data: bytes, schema: pa.Schema) -> pa.Table:
    """Return a table from CSV written by `csv_bytes`, in the types of `schema`. Raises ReleaseError where it is broken."""
    types = {field.name: field.type for field in schema}
    try:
        options = pc.ConvertOptions(column_types=types, strings_can_be_null=True, quoted_strings_can_be_null=False)
        return pc.read_csv(
            io.BytesIO(data), parse_options=pc.ParseOptions(newlines_in_values=True), convert_options=options
        )
    except pa.ArrowException as error:
        raise ReleaseError(f"csv: not readable: {str(error).splitlines()[0]}") from None


def write_csv(tables: Tables, folder: Path) -> None:
    """Write `<table>.csv.zip` for every table."""
    for name, table in tables.items():
        with zipfile.ZipFile(folder / f"{name}.csv.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", EPOCH), csv_bytes(table), zipfile.ZIP_DEFLATED)


def write_workbook(tables: Tables, path: Path) -> None:
    """Write one Excel workbook: a sheet a table, and the codebook; amounts are numbers as Excel holds them (15 digits)."""
    try:
        import xlsxwriter  # noqa: PLC0415  (optional extra `publish`)
    except ImportError:
        raise QuestionError("xlsx: needs the extra: pip install 'aidflows[publish]'") from None
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "aidflows", "created": datetime(*EPOCH[:3])})
        head = book.add_format({"bold": True})
        codebook = book.add_worksheet("codebook")
        rows = [("table", "column", "type", "null allowed", "meaning")]
        for name in tables:
            rows += [
                (name, c["name"], str(c["type"]), "yes" if c["nullable"] else "no", c["description"])
                for c in describe_table(name)[1]
            ]
        for number, row in enumerate(rows):
            codebook.write_row(number, 0, row, head if number == 0 else None)
        for name, table in tables.items():
            _fill_sheet(book.add_worksheet(name), table, head)


def _fill_sheet(sheet: Any, table: pa.Table, head: Any) -> None:
    sheet.write_row(0, 0, table.schema.names, head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(table.to_pylist(), 1):
        for column, value in enumerate(row.values()):
            if isinstance(value, str) and len(value) > EXCEL_CELL:
                raise ReleaseError(f"xlsx: text longer than a cell holds: {len(value)} characters")
            if value is not None:
                sheet.write(number, column, float(value) if isinstance(value, Decimal) else value)


def write_database(release: Path, path: Path) -> None:
    """Write a DuckDB file of a release: its tables and views, with comments on every table, view and column."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        fill_database(connection, release)


def write_stata(tables: Tables, folder: Path) -> None:
    """Write `<table>.dta` (version 118) for every table; amounts become doubles, true 1, null a missing value or ''."""
    for name, table in tables.items():
        frame = pd.DataFrame({field.name: _stata_column(table[field.name]) for field in table.schema})
        labels = {c["name"]: c["description"][:STATA_LABEL] for c in describe_table(name)[1]}
        long = [c for c in frame if frame[c].dtype == object and frame[c].str.len().max() > 2045]
        frame.to_stata(
            folder / f"{name}.dta",
            write_index=False,
            version=118,
            variable_labels=labels,
            convert_strl=long,
            time_stamp=datetime(*EPOCH[:3]),
        )


def _stata_column(column: pa.ChunkedArray) -> pd.Series[Any]:
    values = column.to_pylist()
    if pa.types.is_string(column.type):
        return pd.Series([v or "" for v in values], dtype=object)
    return pd.Series([None if v is None else float(v) for v in values], dtype="float64")


def export_release(release: Path, tables: Tables, form: str, out: Path) -> None:
    """Write tables of a release in one of FORMATS to a folder (csv, parquet, stata) or a file (xlsx, duckdb).

    Raises QuestionError for an unknown format and ReleaseError where the place exists or cannot be written.
    """
    if form not in FORMATS:
        raise QuestionError(f"export: format must be one of {', '.join(FORMATS)}: {form!r}")
    if out.exists():
        raise ReleaseError(f"{out}: exists already")
    folders: dict[str, Callable[[Tables, Path], None]] = {
        "csv": write_csv,
        "stata": write_stata,
        "parquet": _write_parquet,
    }
    try:
        if form in folders:
            out.mkdir(parents=True)
            folders[form](tables, out)
        else:
            out.parent.mkdir(parents=True, exist_ok=True)
            write_workbook(tables, out) if form == "xlsx" else write_database(release, out)
    except OSError as error:
        raise ReleaseError(f"{out}: cannot be written: {error.strerror}") from None


def _write_parquet(tables: Tables, folder: Path) -> None:
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
