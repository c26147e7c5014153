"""Measures two readings of the sources: our notes, and the extractor on the originals, before any decision."""

from __future__ import annotations

from pathlib import Path

from aidflows.coding import Coded, code_source
from aidflows.extraction import extract_document
from aidflows.records import Document
from aidflows.sources import FIGURE_KINDS, FLOW_KINDS, load_original, load_sources

FIELDS = (
    "suppliers", "recipients", "year", "stage", "flow_type", "content", "category", "item", "system_id", "role", "assertion", "in_scope", "qualifier",
    "value_low", "value", "value_high", "part_of",
)  # fmt: skip
Counts = dict[str, tuple[int, int]]


def measure_agreement(raw: Path, originals: Path) -> tuple[Counts, Counts]:
    """Return (agreeing, compared) per field for figures and statements that may be flows, and (hits, cases) per kind.

    Recall: figures of our notes that the extractor finds with no span given. Precision: figures it finds that our notes
    have. Agreements and context statements are not compared. Raises SourceError where an original is not there.
    """
    fields: Counts = {}
    kinds: Counts = {}
    for source in load_sources(raw):
        notes = {c.figure_id: c for c in code_source(source)}
        read = {c.figure_id: c for c in code_source(source, originals)}
        for key in notes.keys() & read.keys():
            if notes[key].kind in FLOW_KINDS | (FIGURE_KINDS - {"agreement"}):
                _compare(fields, notes[key], read[key])
        whole = extract_document(Document(source.source_id, load_original(source, originals))).figures
        for kind in ("money", "hardware", "personnel"):
            ours = {(c.figure.start, c.figure.end) for c in notes.values() if c.kind == kind}
            found = {(f.start, f.end) for f in whole if f.kind == kind}
            _add(kinds, f"{kind} recall", len(ours & found), len(ours))
            _add(kinds, f"{kind} precision", len(ours & found), len(found))
    return fields, kinds


def _compare(fields: Counts, ours: Coded, read: Coded) -> None:
    for name in FIELDS:
        _add(fields, name, int(getattr(ours.figure, name) == getattr(read.figure, name)), 1)
    _add(fields, "all of these", int(all(getattr(ours.figure, n) == getattr(read.figure, n) for n in FIELDS)), 1)


def _add(counts: Counts, name: str, hits: int, cases: int) -> None:
    a, b = counts.get(name, (0, 0))
    counts[name] = (a + hits, b + cases)
