"""aidflows query: SQL on a release."""

from __future__ import annotations

import click

from aidflows.cli.output import format_option, print_rows
from aidflows.query.store import open_release, run_sql


@click.command("query")
@click.argument("sql")
@click.option("--version", "version", metavar="VERSION|PATH", help="A release. Default: the newest.")
@format_option
def command(sql: str, version: str | None, form: str | None) -> None:
    """Run SQL on the tables and views; it can neither write files nor reach the network."""
    with open_release(version, with_comments="comment" in sql or "duckdb_" in sql) as connection:
        names, rows = run_sql(connection, sql)
    print_rows([dict(zip(names, row, strict=True)) for row in rows], form, names)
