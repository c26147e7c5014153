"""aidflows build: raw/ to validated tables in a folder, with a summary."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from aidflows.check import check_tables
from aidflows.cli.totals import print_totals
from aidflows.pipeline import build_tables
from aidflows.query.store import open_release
from aidflows.query.totals import make_question
from aidflows.release.write import write_tables


@click.command("build")
@click.option(
    "--raw",
    type=click.Path(path_type=Path),
    default=Path("raw"),
    show_default=True,
    help="Folder of sources and decisions.",
)
@click.option(
    "--originals", type=click.Path(path_type=Path), help="Folder of the original texts: read them instead of the notes."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder for the tables; replaced whole.",
)
def command(raw: Path, originals: Path | None, out: Path) -> None:
    """Build all tables from raw/ into a folder, check them, and print the yearly totals."""
    started = time.perf_counter()
    say = lambda text: click.echo(text, err=True) if sys.stderr.isatty() else None  # noqa: E731
    built = build_tables(raw, originals, progress=say)
    check_tables(built.tables)
    write_tables(built.tables, out, version="build", replace=True)
    counts = ", ".join(
        f"{t.num_rows} {n}"
        for n, t in built.tables.items()
        if n in ("sources", "statements", "figures", "flows", "agreements", "decisions")
    )
    click.echo(f"built from {'the originals' if originals else 'the notes'}: {counts}")
    with open_release(out, with_comments=False) as connection:
        print_totals(
            connection, make_question(None, "year,flow_type", supplier="TUR", recipient="AZE"), "table", "build"
        )
    click.echo(f"written to {out} in {time.perf_counter() - started:.1f} s, all checks passed", err=True)
