"""aidflows flows: flows that match."""

from __future__ import annotations

import click

from aidflows.cli.output import format_option, print_rows
from aidflows.query.store import open_release
from aidflows.query.totals import check_country

SHORT = (
    "flow_id",
    "year",
    "supplier_iso3",
    "recipient_iso3",
    "flow_type",
    "stage",
    "item",
    "quantity_best",
    "amount_low",
    "amount_best",
    "amount_high",
    "currency",
    "assertion",
)


@click.command("flows")
@click.option("--supplier", metavar="ISO3", help="Supplier, code or name.")
@click.option("--recipient", metavar="ISO3", help="Recipient, code or name.")
@click.option("--system", metavar="NAME", help="System, by any of its names.")
@click.option("--year", type=int, help="Year.")
@click.option("--content", help="Content: money, hardware, training, ...")
@click.option("--all-columns", is_flag=True, help="Print every column.")
@click.option("--version", "version", metavar="VERSION|PATH", help="A release. Default: the newest.")
@format_option
def command(  # click hands over one parameter for each option
    supplier: str | None,
    recipient: str | None,
    system: str | None,
    year: int | None,
    content: str | None,
    all_columns: bool,
    version: str | None,
    form: str | None,
) -> None:
    """List flows, parts and rests included."""
    with open_release(version, with_comments=False) as connection:
        where, values = ["true"], []
        for column, value in (
            ("supplier_iso3", check_country(connection, supplier)),
            ("recipient_iso3", check_country(connection, recipient)),
            ("year", year),
            ("content", content),
        ):
            if value is not None:
                values.append(value)
                where.append(f"{column} = ${len(values)}")
        if system:
            values.append(system)
            where.append(
                f"system_id in (select system_id from system_names where lower(name) = lower(${len(values)}) or system_id = lower(${len(values)}))"
            )
        columns = "*" if all_columns else ", ".join(SHORT)
        cursor = connection.execute(
            f"select {columns} from flows where {' and '.join(where)} order by year nulls last, flow_id", values
        )
        names = [d[0] for d in cursor.description or []]
        print_rows([dict(zip(names, row, strict=True)) for row in cursor.fetchall()], form, names)
