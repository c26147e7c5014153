"""aidflows extract: figures of documents, one JSON object a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from aidflows.candidates import add_flows
from aidflows.cli.output import format_option, print_lines, print_rows
from aidflows.errors import ReadError
from aidflows.extraction import extract_document
from aidflows.reading import SUFFIXES, read_bytes, read_document
from aidflows.records import Document, Extraction, Figure

HIDDEN = frozenset(
    {
        "sentence",
        "named",
        "context",
        "subject_before",
        "supplier_org",
        "recipient_org",
        "modality",
        "level",
        "fiscal_year",
        "date_basis",
    }
)
NAMES = [name for name in Figure._fields if name not in HIDDEN]


SHORT = [
    "document",
    "kind",
    "surface",
    "value",
    "unit",
    "qualifier",
    "supplier",
    "recipient",
    "year",
    "role",
    "in_scope",
]


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--flows", "with_flows", is_flag=True, help="Add the candidate flows.")
@click.option(
    "--text", "texts", type=click.Path(path_type=Path), help="Folder for the texts that the offsets count in."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes; the output is the same."
)
@format_option
def command(paths: tuple[str, ...], with_flows: bool, texts: Path | None, jobs: int, form: str | None) -> None:
    """Extract money, hardware and people from .txt, .md, .html and .pdf files or folders; - is standard input."""
    names = list(_list_files(paths))
    is_streamed = form in (None, "jsonl") and not sys.stdout.isatty()
    rows, failed = _print_all(_work_all(names, jobs), len(names), texts, is_streamed=is_streamed, with_flows=with_flows)
    if rows:
        print_rows(rows, form, SHORT if form in (None, "table") else None)
    if failed or not names:  # a folder without a document was told already
        raise click.exceptions.Exit(2)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: what was found, or why it could not be read."""

    name: str
    found: Extraction | None
    error: str = ""


def _work(name: str) -> Outcome:
    try:
        document = _read(name)
    except ReadError as error:
        return Outcome(name, None, str(error))
    return Outcome(document.name, extract_document(document))


def _work_all(names: list[str], jobs: int) -> Iterator[Outcome]:
    """Yield outcomes in the order of the names, whatever the number of processes."""
    if jobs == 1 or len(names) < 2:
        yield from map(_work, names)
        return
    with ProcessPoolExecutor(min(jobs, len(names))) as pool:
        yield from pool.map(_work, names, chunksize=max(1, len(names) // (jobs * 4)))


def _rows(found: Extraction, name: str, *, with_flows: bool) -> Iterator[dict[str, Any]]:
    """Yield a line at a time, so that a large document's are never held together."""
    yield from map(figure_row, found.figures)
    yield from flow_rows(found, name) if with_flows else ()


def _print_all(
    outcomes: Iterator[Outcome], total: int, texts: Path | None, *, is_streamed: bool, with_flows: bool
) -> tuple[list[dict[str, Any]], int]:
    """Print lines file by file where streamed, else return the rows; and how many files could not be read."""
    rows: list[dict[str, Any]] = []
    failed = 0
    shows_progress = total > 5 and sys.stderr.isatty()
    for number, outcome in enumerate(outcomes, 1):
        if shows_progress:
            click.echo(f"\r{number} of {total} documents", err=True, nl=number == total)
        if outcome.found is None:
            click.echo(f"aidflows: {outcome.error}", err=True)
            failed += 1
            continue
        _note_skipped(outcome.name, outcome.found)
        _keep_text(outcome.name, outcome.found, texts)
        lines = _rows(outcome.found, outcome.name, with_flows=with_flows)
        if is_streamed:
            print_lines(lines)
        else:
            rows += lines
    return rows, failed


def _keep_text(name: str, found: Extraction, texts: Path | None) -> None:
    if texts is not None:
        texts.mkdir(parents=True, exist_ok=True)
        (texts / f"{Path(name).name}.txt").write_bytes(found.text.encode("utf-8"))


def _tell_unread(error: OSError) -> None:
    """A folder that is closed to us, or gone since its parent was read, is told and passed over."""
    click.echo(f"aidflows: {error.filename}: folder cannot be read: {error.strerror}", err=True)


def _list_files(paths: tuple[str, ...]) -> Iterator[str]:
    for name in paths:
        path = Path(name)
        if name != "-" and path.is_dir():
            walked = (Path(at, one) for at, _, names in os.walk(path, onerror=_tell_unread) for one in names)
            ends = tuple(SUFFIXES)
            inside = sorted(p for p in walked if p.name.removesuffix(".gz").endswith(ends) and p.is_file())
            if not inside:
                click.echo(f"aidflows: {path}: folder holds no document ({', '.join(sorted(SUFFIXES))})", err=True)
            yield from map(str, inside)
        else:
            yield name


def _read(name: str) -> Document:
    if name == "-":
        return read_bytes("-", sys.stdin.buffer.read())._replace(name="-")
    return read_document(Path(name))


def figure_row(figure: Figure) -> dict[str, Any]:
    """Return a figure as the keys of one line, lists as lists."""
    return {name: getattr(figure, name) for name in NAMES}


def flow_rows(found: Extraction, name: str) -> Iterator[dict[str, Any]]:
    """Yield the candidate flows of an extraction as lines."""
    for flow in add_flows(found).flows:
        yield {"document": name, "kind": "flow", **{k: v for k, v in flow.items()}}


def _note_skipped(name: str, found: Extraction) -> None:
    if found.skipped and sys.stderr.isatty():
        what = ", ".join(f"{n} {why}" for why, n in sorted(found.skipped.items()))
        click.echo(f"{name}: skipped: {what}", err=True)
