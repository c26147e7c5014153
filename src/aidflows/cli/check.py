"""aidflows check: every schema and every rule on tables."""

from __future__ import annotations

from pathlib import Path

import click

from aidflows.check import check_tables, load_rules
from aidflows.query.store import find_release
from aidflows.release.write import read_tables


@click.command("check")
@click.argument("path", required=False, type=click.Path(path_type=Path))
def command(path: Path | None) -> None:
    """Check the tables in PATH (default: the newest release); list all failures."""
    tables = read_tables(find_release(path))
    check_tables(tables)
    click.echo(f"{len(tables)} tables and {len(load_rules())} rules: all passed")
