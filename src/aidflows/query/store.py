"""Finds releases and opens one as a DuckDB connection that can neither write files nor reach the network."""

from __future__ import annotations

import csv
import io
import re
from importlib.resources import files
from pathlib import Path

import duckdb

from aidflows.errors import QuestionError, ReleaseError
from aidflows.release.manifest import read_manifest

VERSION = re.compile(r"\d+\.\d+\.\d+\Z")


def find_root() -> Path:
    """Return the folder that holds the releases: in the wheel, or data/parquet of a checkout."""
    here = Path(str(files("aidflows")))
    carried = here / "releases"
    checkout = here.parents[1] / "data" / "parquet"
    return carried if carried.is_dir() else checkout


def list_versions() -> list[str]:
    """Return the versions carried, oldest first."""
    root = find_root()
    names = [p.name for p in root.iterdir() if p.is_dir() and VERSION.match(p.name)] if root.is_dir() else []
    return sorted(names, key=lambda v: tuple(int(n) for n in v.split(".")))


def find_release(version: str | Path | None = None) -> Path:
    """Return the folder of a version (default: the newest), or of a path to a release or build.

    Raises ReleaseError where there is none.
    """
    if isinstance(version, Path) or (version and ("/" in version or "\\" in version)):
        path = Path(version)
        if (path / "parquet" / "manifest.json").is_file():
            return path / "parquet"  # a bundle
        if not (path / "manifest.json").is_file():
            raise ReleaseError(f"{path}: not a release or build folder")
        return path
    if version is not None and not VERSION.match(version) and (Path(version) / "manifest.json").is_file():
        return Path(version)
    carried = list_versions()
    if not carried:
        raise ReleaseError(f"{find_root()}: holds no release")
    if version is not None and version not in carried:
        raise ReleaseError(f"releases: no such version (carried: {', '.join(carried)}): {version!r}")
    return find_root() / (version or carried[-1])


def load_views() -> dict[str, str]:
    """Return the SQL of the views by name, in file order."""
    folder = files("aidflows.query").joinpath("views")
    return {
        p.name.removesuffix(".sql"): p.read_text(encoding="utf-8")
        for p in sorted(folder.iterdir(), key=lambda p: p.name)
        if p.name.endswith(".sql")
    }


def open_release(version: str | Path | None = None, *, with_comments: bool = True) -> duckdb.DuckDBPyConnection:
    """Return an in-memory connection with all tables and views of a release, closed to files and network.

    Scratch tables are allowed; COPY, EXPORT, ATTACH, INSTALL, LOAD and reading of files fail, and the settings are locked.
    """
    connection = duckdb.connect(":memory:")
    fill_database(connection, find_release(version), with_comments=with_comments)
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def fill_database(connection: duckdb.DuckDBPyConnection, folder: Path, *, with_comments: bool = True) -> None:
    """Create all tables and views of a release in an empty database, with comments. Raises ReleaseError."""
    manifest = read_manifest(folder)
    for name in manifest["tables"]:
        path = str(folder / f"{name}.parquet").replace("'", "''")
        try:
            connection.execute(f"create table {name} as select * from read_parquet('{path}')")
        except duckdb.Error as error:
            raise ReleaseError(f"{folder / name}.parquet: not readable: {str(error).splitlines()[0]}") from None
    for name, sql in load_views().items():
        connection.execute(f"create view {name} as {sql}")
    if with_comments:
        _comment(connection, manifest)


def load_view_columns() -> dict[str, str]:
    """Return what the columns mean that only views have."""
    text = files("aidflows.query").joinpath("view_columns.csv").read_text(encoding="utf-8")
    return {row["column"]: row["description"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def _quote(text: object) -> str:
    return str(text).replace("'", "''")


def _comment(connection: duckdb.DuckDBPyConnection, manifest: dict[str, dict[str, dict[str, object]]]) -> None:
    statements = []
    for name, table in manifest["tables"].items():
        statements.append(f"comment on table {name} is '{_quote(table['description'])}'")
        columns = table["columns"]
        assert isinstance(columns, dict)
        statements += [f"comment on column {name}.{c} is '{_quote(d)}'" for c, d in columns.items()]
    known = load_view_columns()
    for table in manifest["tables"].values():
        known |= {str(c): str(d) for c, d in dict(table["columns"]).items()}  # type: ignore[call-overload]
    for name, sql in load_views().items():
        statements.append(f"comment on view {name} is '{_quote(sql.splitlines()[0].removeprefix('-- '))}'")
        columns = connection.execute(f"select column_name from duckdb_columns() where table_name = '{name}'").fetchall()
        statements += [f"comment on column {name}.{c} is '{_quote(known[c])}'" for (c,) in columns]
    connection.execute(";".join(statements))


def run_sql(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """Return column names and rows of a query. Raises QuestionError with DuckDB's first line."""
    try:
        cursor = connection.execute(sql)
        if cursor.description is None:
            return [], []
        return [d[0] for d in cursor.description], cursor.fetchall()
    except (duckdb.Error, RuntimeError) as error:
        raise QuestionError(f"sql: {str(error).splitlines()[0]}") from None
