"""Checks tables: every declared schema, every key, every SQL rule; collects all failures, then reports once."""

from __future__ import annotations

from importlib.resources import files

import duckdb
import pandas as pd
import pyarrow as pa
from pandera.errors import SchemaErrors

from aidflows.errors import CheckError
from aidflows.schema.derive import describe_table
from aidflows.schema.registry import TABLES

Tables = dict[str, pa.Table]


def check_tables(tables: Tables) -> None:
    """Raise CheckError listing every failure of schema, key, reference or rule; return quietly where there is none."""
    missing = [f"{name}: missing table" for name in TABLES if name not in tables]
    failures = missing + [f for name in TABLES if name in tables for f in _check_schema(name, tables[name])]
    if not missing:
        connection = duckdb.connect()
        for name, table in tables.items():
            connection.register(name, table)
        failures += [f for name in TABLES for f in _check_references(connection, name)]
        failures += run_rules(connection)
    if failures:
        raise CheckError(f"tables: invalid, failures: {len(failures)}", tuple(failures))


def _check_schema(name: str, table: pa.Table) -> list[str]:
    frame = table.to_pandas(types_mapper=pd.ArrowDtype)
    try:
        TABLES[name].validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases.head(20)
        return [f"{name}.{c.column}: {c.check}: {c.failure_case!r}" for c in cases.itertuples()]
    return []


def _check_references(connection: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    found = []
    for column, other, key in describe_table(name)[3]:
        rows = connection.execute(
            f"select distinct {column} from {name} where {column} is not null and {column} not in (select {key} from {other}) order by 1 limit 20"
        ).fetchall()
        found += [f"{name}.{column}: not in {other}.{key}: {value!r}" for (value,) in rows]
    return found


def load_rules() -> dict[str, str]:
    """Return the SQL rules by name; each returns failing rows as (place, what)."""
    folder = files("aidflows.checks")
    return {
        p.name.removesuffix(".sql"): p.read_text(encoding="utf-8")
        for p in sorted(folder.iterdir(), key=lambda p: p.name)
        if p.name.endswith(".sql")
    }


def run_rules(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the failures of all SQL rules on a connection that has the tables."""
    found = []
    for name, sql in load_rules().items():
        try:
            rows = connection.execute(sql).fetchall()
        except duckdb.Error as error:
            found.append(f"rule {name}: cannot run: {str(error).splitlines()[0]}")
            continue
        found += [f"rule {name}: {place}: {what}" for place, what in rows]
    return found
