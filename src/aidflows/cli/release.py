"""aidflows release: built tables into data/parquet/<version>/."""

from __future__ import annotations

from pathlib import Path

import click

from aidflows.check import check_tables
from aidflows.errors import ReleaseError
from aidflows.query.store import VERSION
from aidflows.release.write import read_tables, write_tables


@click.command("release")
@click.argument("version")
@click.option(
    "--build",
    "build",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder of built tables.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    default=Path("data/parquet"),
    show_default=True,
    help="Folder of releases.",
)
@click.option("--replace", is_flag=True, help="Rebuild a version that is not frozen yet.")
def command(version: str, build: Path, target: Path, replace: bool) -> None:
    """Write the built tables as release VERSION (like 1.0.0), after all checks have passed."""
    if not VERSION.match(version):
        raise ReleaseError(f"release: not a version like 1.0.0: {version!r}")
    tables = read_tables(build)
    check_tables(tables)
    write_tables(tables, target / version, version=version, replace=replace)
    click.echo(f"{target / version}: written, {len(tables)} tables")
