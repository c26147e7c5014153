"""Codes the sources: from the notes, or from the originals; either way figures with ids that count in the original."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from aidflows.errors import SourceError
from aidflows.extraction import extract_document
from aidflows.records import Document, Figure
from aidflows.sources import FIGURE_KINDS, Block, Source, load_original
from aidflows.statements import fill_parties, read_agreement, read_statement


@dataclass(frozen=True, slots=True)
class Coded:
    """A figure or statement with its id, the note it belongs to, and where its surface stands in the text that was read."""

    figure_id: str
    source_id: str
    statement_id: str | None
    figure: Figure
    text_start: int
    text_end: int
    text_sha256: str
    quantity_start: int | None = None
    quantity_end: int | None = None
    cites: str | None = None
    kind: str = ""


def code_source(source: Source, originals: Path | None = None) -> list[Coded]:
    """Return a source's coded figures and statements in order of their place in the original.

    From the notes every block gives one; from the originals money is read whole, the rest at the notes' spans.
    Raises SourceError where a note's kind is not found in its own sentence.
    """
    coded = _code_notes(source) if originals is None else _code_original(source, load_original(source, originals))
    filled = fill_parties((c.figure for c in coded), source.about)
    coded = [replace(c, figure=f) for c, f in zip(coded, filled, strict=True)]
    return sorted(coded, key=lambda c: (c.figure.start, c.figure.end, c.statement_id or ""))


def _notes_document(source: Source) -> tuple[Document, list[int]]:
    parts, starts, at, heading = [], [], 0, None
    for block in source.blocks:
        if block.heading != heading:
            heading = block.heading
            parts.append(heading + "\n\n")
            at += len(parts[-1])
        starts.append(at)
        parts.append(block.text + "\n\n")
        at += len(parts[-1])
    return Document(source.source_id, "".join(parts), str(source.meta["language"])), starts


def _code_notes(source: Source) -> list[Coded]:
    document, starts = _notes_document(source)
    figures = extract_document(document, weighs=False).figures
    coded: list[Coded] = []
    places: dict[int, int] = {}
    for block, at in zip(source.blocks, starts, strict=True):
        inside = [f for f in figures if at <= f.start < at + len(block.text)]
        if block.kind in FIGURE_KINDS and block.kind != "agreement":
            figure = _only(source, block, [f for f in inside if f.kind == block.kind])
            places[figure.start] = block.span[0]
        elif block.kind == "agreement":
            figure = read_agreement(document.text, (at, at + len(block.text)), source.source_id)
        else:
            figure = read_statement(document.text, (at, at + len(block.text)), block.kind, source.source_id)
        coded.append(_from_note(source, block, figure, at))
    return [replace(c, figure=_move_links(c.figure, places)) for c in coded]


def _only(source: Source, block: Block, found: list[Figure]) -> Figure:
    if len(found) != 1:
        raise SourceError(
            f"{source.folder / 'notes.md'}:{block.line}: block must hold one {block.kind} figure, holds: {len(found)}"
        )
    return found[0]


def _from_note(source: Source, block: Block, figure: Figure, at: int) -> Coded:
    is_figure = block.kind in FIGURE_KINDS
    a, b = (figure.start - at, figure.end - at) if is_figure and block.kind != "agreement" else (0, len(block.text))
    if block.kind == "agreement":
        a = block.text.find(figure.surface)
        b = a + len(figure.surface)
    first = figure.quantity_start - at if figure.quantity_start is not None else None
    last = figure.quantity_end - at if figure.quantity_end is not None else None
    moved = figure._replace(start=block.span[0], end=block.span[1])
    return Coded(
        f"{source.source_id}:{block.span[0]}-{block.span[1]}", source.source_id, f"{source.source_id}:{block.block_id}", moved, a, b,
        block.text_sha256, first, last, block.cites, block.kind,
    )  # fmt: skip


def _move_links(figure: Figure, places: dict[int, int]) -> Figure:
    move = places.get
    return figure._replace(
        part_of=move(figure.part_of) if figure.part_of is not None else None,
        conversion_of=move(figure.conversion_of) if figure.conversion_of is not None else None,
    )


def _code_original(source: Source, text: str) -> list[Coded]:
    figures = extract_document(Document(source.source_id, text, str(source.meta["language"])), weighs=False).figures
    by_span = {block.span: block for block in source.blocks}
    coded = []
    for figure in figures:
        block = by_span.get((figure.start, figure.end))
        if figure.kind == "money" or (block is not None and block.kind == figure.kind):
            coded.append(_from_original(source, block, figure))
    for block in source.blocks:
        if block.kind == "agreement":
            coded.append(_from_original(source, block, read_agreement(text, block.span, source.source_id)))
        elif block.kind not in FIGURE_KINDS:
            coded.append(_from_original(source, block, read_statement(text, block.span, block.kind, source.source_id)))
    return coded


def _from_original(source: Source, block: Block | None, figure: Figure) -> Coded:
    return Coded(
        f"{source.source_id}:{figure.start}-{figure.end}", source.source_id, f"{source.source_id}:{block.block_id}" if block else None, figure,
        figure.start, figure.end, source.sha256, figure.quantity_start, figure.quantity_end, block.cites if block else None,
        block.kind if block else figure.kind,
    )  # fmt: skip
