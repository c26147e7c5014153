"""aidflows diff: what differs between two releases, and why totals moved."""

from __future__ import annotations

import click

from aidflows.cli.output import dump, plain, print_rows
from aidflows.publish.difference import difference_values, make_difference_page
from aidflows.query.store import find_release
from aidflows.release.compare import compare_folders

FORMATS = ("table", "json", "jsonl", "csv", "html")


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
    help="table: counts and causes; json and html: causes, every row and cell; jsonl and csv: rows and cells.",
)  # fmt: skip
def command(old: str, new: str, form: str) -> None:
    """Compare two releases (versions, folders or bundles); exit 0 same, 1 differs, 2 could not compare."""
    difference = compare_folders(find_release(old), find_release(new))
    if form == "table":
        click.echo(difference.text)
    elif form == "html":
        click.echo(make_difference_page(difference, old, new))
    elif form == "json":
        values = difference_values(difference, old, new)
        listed = {k: [{c: plain(v) for c, v in row.items()} for row in values[k]] for k in ("totals", "rows")}
        click.echo(dump({**values, **listed}, indent=1))
    else:
        print_rows(difference.rows, form, ["table", "key", "change", "column", "old", "new"])
    if difference:
        raise click.exceptions.Exit(1)
