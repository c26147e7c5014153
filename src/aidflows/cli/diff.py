"""aidflows diff: what differs between two releases, and why totals moved."""

from __future__ import annotations

import click

from aidflows.cli.output import FORMATS, print_rows
from aidflows.query.store import find_release
from aidflows.release.compare import compare_folders


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Print every differing row and cell in this format.")
def command(old: str, new: str, form: str | None) -> None:
    """Compare two releases (versions or folders); exit 0 same, 1 differs, 2 could not compare."""
    difference = compare_folders(find_release(old), find_release(new))
    if form:
        print_rows(difference.rows, form, ["table", "key", "change", "column", "old", "new"])
    else:
        click.echo(difference.text)
    if difference:
        raise click.exceptions.Exit(1)
