"""aidflows release: built tables into data/parquet/<version>/ and a bundle in dist/."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from aidflows.errors import QuestionError
from aidflows.publish.machine import Notice, draft_release, make_release

PATH = click.Path(path_type=Path)


# click hands over one parameter for each option
@click.command("release")
@click.argument("version")
@click.option("--build", "build", type=PATH, default=Path("build"), show_default=True, help="Folder of built tables.")
@click.option("--to", "root", type=PATH, default=Path("data/parquet"), show_default=True, help="Folder of releases.")
@click.option("--dist", type=PATH, default=Path("dist"), show_default=True, help="Folder for the bundle.")
@click.option("--date", "day", default=None, metavar="YYYY-MM-DD", help="Day of publication. Default: today.")
@click.option("--summary", default="", help="One line for the list of releases.")
@click.option("--draft", is_flag=True, help="Write a version that may still be replaced; no bundle, not listed.")
def command(version: str, build: Path, root: Path, dist: Path, day: str | None, summary: str, draft: bool) -> None:
    """Write the built tables as release VERSION (like 1.2.0), after all checks; it can never be written again."""
    if draft:
        click.echo(f"{draft_release(version, build, root).folder}: draft written")
        return
    changes = Path("CHANGELOG.md")
    text = changes.read_text(encoding="utf-8") if changes.is_file() else ""
    published = _read_day(day)
    made = make_release(version, build, root, dist=dist, notice=Notice(published, summary, text))
    click.echo(f"{made.folder}: released ({made.change} change)")
    click.echo(f"{made.bundle}: bundle written")


def _read_day(day: str | None) -> str:
    try:
        return (date.fromisoformat(day) if day else date.today()).isoformat()
    except ValueError:
        raise QuestionError(f"release: not a day like 2026-01-31: {day!r}") from None
