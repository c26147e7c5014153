"""Scores the extractor on a folder of texts with expected.jsonl: hits and cases of every field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from aidflows.errors import ReadError
from aidflows.extraction import extract_document
from aidflows.reading import read_document
from aidflows.records import Figure

Scores = dict[str, tuple[int, int]]
MONEY = (
    "qualifier",
    "in_scope",
    "supplier",
    "recipient",
    "year",
    "part_of",
    "conversion_of",
    "is_per_unit",
    "value_low",
    "value_high",
)
HARDWARE = ("value", "supplier", "recipient", "role", "sipri_category")


def score_folder(folder: Path) -> tuple[Scores, list[str]]:
    """Return (hits, cases) of each field over a golden folder, and one line for every miss.

    Money is found where span, amount and currency agree; hardware where the surfaces overlap. `precision` counts what
    the texts do not expect. Raises ReadError where the folder holds no expected.jsonl.
    """
    path = folder / "expected.jsonl"
    if not path.is_file():
        raise ReadError(f"{path}: missing")
    expected: dict[str, list[dict[str, Any]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        expected.setdefault(row["document"], []).append(row)
    scores: Scores = {}
    misses: list[str] = []
    for name, rows in sorted(expected.items()):
        figures = extract_document(read_document(folder / name)).figures
        for field, is_right, what in _compare(rows, figures):
            hits, cases = scores.get(field, (0, 0))
            scores[field] = (hits + is_right, cases + 1)
            if not is_right:
                misses.append(f"{name}: {field}: {what}")
    return scores, misses


def _compare(rows: list[dict[str, Any]], figures: tuple[Figure, ...]) -> Iterator[tuple[str, bool, str]]:
    money = {(f.start, f.end): f for f in figures if f.kind == "money"}
    wanted = {(r["start"], r["end"]) for r in rows if r["kind"] == "money"}
    for span, figure in money.items():
        yield "money precision", span in wanted, figure.surface
    fields: tuple[str, ...]
    for row in rows:
        if row["kind"] == "money":
            figure_or_none = money.get((row["start"], row["end"]))
            yield "money recall", figure_or_none is not None and figure_or_none.unit == row["unit"], row["surface"]
            fields = MONEY
        else:
            figure_or_none = next(
                (f for f in figures if f.kind == row["kind"] and f.start < row["end"] and row["start"] < f.end), None
            )
            yield f"{row['kind']} recall", figure_or_none is not None, row["surface"]
            fields = HARDWARE if row["kind"] == "hardware" else ()
        if figure_or_none is not None:
            prefix = "money" if row["kind"] == "money" else row["kind"]
            for field in fields:
                got, want = getattr(figure_or_none, field), row.get(field)
                yield f"{prefix} {field}", _same(got, want), f"{row['surface']!r}: got {got}, want {want}"


def _same(got: Any, want: Any) -> bool:
    if isinstance(got, Decimal) and want is not None:
        return got == Decimal(str(want))
    return bool(got == want)
