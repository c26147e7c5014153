"""aidflows cite: how to cite the data, or a number."""

from __future__ import annotations

import click

from aidflows.query.cite import STYLES, make_citation


@click.command("cite")
@click.argument("definition", required=False)
@click.option("--style", type=click.Choice(STYLES), default="plain", show_default=True, help="Style.")
@click.option("--version", "version", metavar="VERSION", help="Data version. Default: the newest.")
def command(definition: str | None, style: str, version: str | None) -> None:
    """Print the citation of the data; with the DEFINITION line of a total, of that number."""
    if definition and definition.startswith("aidflows==") and version is None:
        version = definition.split()[0].removeprefix("aidflows==")
    click.echo(make_citation(style, version, definition=definition))
