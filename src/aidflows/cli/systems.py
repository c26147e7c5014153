"""aidflows systems: look up a weapon system."""

from __future__ import annotations

import click

from aidflows.cli.output import format_option, print_rows
from aidflows.query.store import open_release


@click.command("systems")
@click.argument("name")
@click.option("--version", "version", metavar="VERSION|PATH", help="A release. Default: the newest.")
@format_option
def command(name: str, version: str | None, form: str | None) -> None:
    """Look up systems by any of their names; exit 1 where none is found."""
    with open_release(version, with_comments=False) as connection:
        cursor = connection.execute(
            """select s.*, (select string_agg(n.name, '; ' order by n.name) from system_names as n where n.system_id = s.system_id) as names,
                (select count(*) from flows as f where f.system_id = s.system_id) as flows
            from systems as s where s.system_id in (select system_id from system_names where contains(lower(name), lower($1))) order by s.system_id""",
            [name],
        )
        names = [d[0] for d in cursor.description or []]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    if not rows:
        click.echo(f"aidflows: systems: no system has this name: {name!r}", err=True)
        raise click.exceptions.Exit(1)
    print_rows(rows, form, names)
