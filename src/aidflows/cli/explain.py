"""aidflows explain: the tree and the receipts behind a number."""

from __future__ import annotations

import click

from aidflows.query.explain import explain_flows
from aidflows.query.store import open_release


@click.command("explain")
@click.argument("supplier_or_flow")
@click.argument("recipient", required=False)
@click.argument("year", required=False, type=int)
@click.option("--version", "version", metavar="VERSION|PATH", help="A release. Default: the newest.")
def command(supplier_or_flow: str, recipient: str | None, year: int | None, version: str | None) -> None:
    """Show flows of a pair and year (TUR AZE 2010), or one flow by its id, down to the receipts."""
    with open_release(version, with_comments=False) as connection:
        click.echo(explain_flows(connection, supplier_or_flow, recipient, year).text)
