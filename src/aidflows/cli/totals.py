"""aidflows totals: sums of flows with bounds; ends with the line that is the definition."""

from __future__ import annotations

from typing import Any

import click
import duckdb

from aidflows.cli.output import format_option, print_rows
from aidflows.query.explain import format_amount
from aidflows.query.store import find_release, open_release
from aidflows.query.totals import (
    MEASURES,
    OVERLAPS,
    PURPOSES,
    RULES,
    Question,
    grand_total,
    list_coverage,
    make_question,
    sum_flows,
)
from aidflows.release.manifest import read_manifest


@click.command("totals")
@click.option("--supplier", metavar="ISO3", help="Supplier, code or name.")
@click.option("--recipient", metavar="ISO3", help="Recipient, code or name.")
@click.option("--from", "first", type=int, metavar="YEAR", help="First year.")
@click.option("--to", "last", type=int, metavar="YEAR", help="Last year, included.")
@click.option(
    "--by",
    default="year,flow_type",
    show_default=True,
    help="Groups: year, flow_type, supplier, recipient, category, content, ... or none.",
)
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="committed",
    show_default=True,
    help="What is counted; the two are never added.",
)
@click.option(
    "--prices",
    default="nominal",
    show_default=True,
    metavar="nominal|constant:YEAR",
    help="Nominal, or constant US dollars of a year.",
)
@click.option(
    "--year-rule",
    type=click.Choice(RULES),
    default="booked",
    show_default=True,
    help="Whole in the booking year, or spread.",
)
@click.option(
    "--overlaps",
    type=click.Choice(OVERLAPS),
    default="keep",
    show_default=True,
    help="Keep flows that may overlap, or leave the smaller out.",
)
@click.option(
    "--purpose", type=click.Choice(PURPOSES), default="military", show_default=True, help="Purpose of the flows."
)
@click.option(
    "--version", "version", metavar="VERSION|PATH", help="A release, or a folder of one. Default: the newest."
)
@format_option
def command(
    first: int | None, last: int | None, by: str, version: str | None, form: str | None, **choices: Any
) -> None:
    """Sum flows with low, best and high, and say what is left out."""
    question = make_question((first, last) if first or last else None, by, **choices)  # type: ignore[arg-type]  # a pair with an open end
    with open_release(version, with_comments=False) as connection:
        print_totals(connection, question, form, read_manifest(find_release(version))["version"])


def print_totals(
    connection: duckdb.DuckDBPyConnection, question: Question, form: str | None, data_version: str
) -> None:
    """Print the rows of a question, what is left out, and its definition."""
    rows = sum_flows(connection, question)
    if form not in (None, "table"):
        print_rows(rows, form)
        return
    shown = [{**{g: row[g] if row[g] is not None else "undated" for g in question.by}, **_words(row)} for row in rows]
    shown += [
        {**dict.fromkeys(question.by, ""), "year": y, "total": "not covered", "flows": ""}
        for y in _uncovered(connection, question, rows)
    ]
    if "year" in question.by:
        shown.sort(key=lambda r: str(r["year"]))
    if shown:
        print_rows(shown, "table", [*question.by, "total", "flows"])
    for line in _footer(rows, question):
        click.echo(line)
    click.echo(f"aidflows=={data_version} totals {question.options()}")


def _words(row: dict[str, Any]) -> dict[str, str]:
    priced, unpriced = row["flows_priced"], row["flows_unpriced"]
    if not priced:
        return {
            "total": f"no price ({unpriced} flow{'s' if unpriced != 1 else ''})" if unpriced else "claims only",
            "flows": str(unpriced),
        }
    return {
        "total": format_amount(row["low"], row["best"], row["high"], row["currency"]),
        "flows": f"{priced} priced" + (f", {unpriced} without price" if unpriced else ""),
    }


def _uncovered(connection: duckdb.DuckDBPyConnection, question: Question, rows: list[dict[str, Any]]) -> list[int]:
    if "year" not in question.by or question.year_from is None or question.year_to is None:
        return []
    known = {r["year"] for r in rows} | list_coverage(connection, question)
    return [y for y in range(question.year_from, question.year_to + 1) if y not in known]


def _footer(rows: list[dict[str, Any]], question: Question) -> list[str]:
    low, best, high = grand_total(rows)
    priced, unpriced = sum(r["flows_priced"] for r in rows), sum(r["flows_unpriced"] for r in rows)
    claims, risk = sum(r["claims_excluded"] for r in rows), sum(r["at_risk"] for r in rows)
    lines = [f"total: {format_amount(low, best, high, 'USD') if priced else 'no price'}, {priced} priced flows"]
    lines.append(
        f"left out: {unpriced} flows without a price, {claims} claims, deployments, exercises, interest and requests"
    )
    if risk:
        lines.append(f"at risk of overlap: USD {risk:,.0f} (see: aidflows query 'select * from possible_overlaps')")
    return lines
