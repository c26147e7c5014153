"""aidflows publish: the bundle of a released version, put together again."""

from __future__ import annotations

from pathlib import Path

import click

from aidflows.publish.machine import publish_release
from aidflows.query.store import find_root, list_versions


@click.command("publish")
@click.argument("version", required=False)
@click.option("--from", "root", type=click.Path(path_type=Path), help="Folder of releases. Default: those carried.")
@click.option(
    "--dist", type=click.Path(path_type=Path), default=Path("dist"), show_default=True, help="Folder to write to."
)
def command(version: str | None, root: Path | None, dist: Path) -> None:
    """Write the bundle of a released VERSION (default: the newest) for a data repository; nothing is uploaded."""
    changes = Path("CHANGELOG.md")
    text = changes.read_text(encoding="utf-8") if changes.is_file() else ""
    folder = publish_release(version or list_versions()[-1], root or find_root(), dist=dist, changelog=text)
    click.echo(f"{folder}: bundle written")
