"""aidflows export: tables of a release for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from aidflows.errors import QuestionError
from aidflows.publish.exports import FORMATS, export_release
from aidflows.query.store import find_release
from aidflows.release.write import read_tables


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), required=True, help="csv, parquet and stata write a folder."
)
@click.option("--table", "names", multiple=True, metavar="TABLE", help="Only this table; may be repeated.")
@click.option("--version", "version", metavar="VERSION", help="Data version or folder. Default: the newest.")
def command(out: Path, form: str, names: tuple[str, ...], version: str | None) -> None:
    """Write the tables of a release to OUT for spreadsheets, Stata, DuckDB or Arrow."""
    folder = find_release(version)
    tables = read_tables(folder)
    for name in names:
        if name not in tables:
            raise QuestionError(f"export: no such table (there are: {', '.join(tables)}): {name!r}")
    if names and form == "duckdb":
        raise QuestionError("export: a DuckDB file holds all tables, since its views need them: leave out --table")
    chosen = {name: tables[name] for name in names} if names else tables
    export_release(folder, chosen, form, out)
    click.echo(f"{out}: written, {len(chosen)} tables")
