"""aidflows extract: figures of documents, one JSON object a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from aidflows.candidates import add_flows
from aidflows.cli.output import format_option, print_rows
from aidflows.errors import ReadError
from aidflows.extraction import extract_document
from aidflows.reading import SUFFIXES, read_bytes, read_document
from aidflows.records import Document, Extraction, Figure

HIDDEN = frozenset(
    {"sentence", "named", "supplier_org", "recipient_org", "modality", "level", "fiscal_year", "date_basis"}
)
NAMES = [f.name for f in fields(Figure) if f.name not in HIDDEN]


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
@format_option
def command(paths: tuple[str, ...], with_flows: bool, texts: Path | None, form: str | None) -> None:
    """Extract money, hardware and people from .txt, .md, .html and .pdf files or folders; - is standard input."""
    rows, failed = _extract_all(
        paths, with_flows, texts, is_streamed=form in (None, "jsonl") and not sys.stdout.isatty()
    )
    if rows:
        print_rows(rows, form, SHORT if form in (None, "table") else None)
    if failed:
        raise click.exceptions.Exit(2)


def _extract_all(
    paths: tuple[str, ...], with_flows: bool, texts: Path | None, *, is_streamed: bool
) -> tuple[list[dict[str, Any]], int]:
    """Print lines file by file where streamed, else return the rows; and how many files could not be read."""
    rows: list[dict[str, Any]] = []
    failed = 0
    for name in _list_files(paths):
        try:
            document = _read(name)
        except ReadError as error:
            click.echo(f"aidflows: {error}", err=True)
            failed += 1
            continue
        found = extract_document(document)
        new = [figure_row(f) for f in found.figures] + (list(flow_rows(found, document.name)) if with_flows else [])
        _note_skipped(document.name, found)
        _keep_text(document, texts)
        if is_streamed:
            print_rows(new, "jsonl")
        else:
            rows += new
    return rows, failed


def _keep_text(document: Document, texts: Path | None) -> None:
    if texts is not None:
        texts.mkdir(parents=True, exist_ok=True)
        (texts / f"{Path(document.name).name}.txt").write_bytes(document.text.encode("utf-8"))


def _list_files(paths: tuple[str, ...]) -> Iterator[str]:
    for name in paths:
        path = Path(name)
        if name != "-" and path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.is_file() and p.name.removesuffix(".gz").endswith(tuple(SUFFIXES))
            )
            if not inside:
                click.echo(f"aidflows: {path}: folder holds no document ({', '.join(sorted(SUFFIXES))})", err=True)
            yield from map(str, inside)
        else:
            yield name


def _read(name: str) -> Document:
    if name == "-":
        return replace(read_bytes("-", sys.stdin.buffer.read()), name="-")
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
        click.echo(f"{name}: skipped: " + ", ".join(f"{n} {why}" for why, n in sorted(found.skipped.items())), err=True)
