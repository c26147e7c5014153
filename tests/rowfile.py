"""Reads the rows of tests/rows: a reason, a text of our own, and what must be found in it, key by key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from aidflows.candidates import add_flows
from aidflows.extraction import extract_document
from aidflows.reading import guess_language
from aidflows.records import Document, Figure

NAMES = {"q": "qualifier", "y": "year", "sup": "suppliers", "rec": "recipients", "fund": "funders", "st": "stage", "ft": "flow_type", "role": "role", "u": "unit"}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One text with the figures that must be found; `is_closed` where no other money may be."""

    line: int
    why: str
    text: str
    wanted: tuple[tuple[str, str], ...]


def load_rows(path: Path) -> list[Row]:
    """Return the blocks of a file: `# why`, lines of text, then `= surface: keys` lines; a blank `#` line ends none."""
    rows: list[Row] = []
    text: list[str] = []
    wanted: list[tuple[str, str]] = []
    why, start = "", 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "# end"], 1):
        if line.startswith("# "):
            if text:
                rows.append(Row(start, why, "\n".join(text).strip("\n"), tuple(wanted)))
            why, text, wanted, start = line[2:], [], [], number
        elif line.startswith("= "):
            surface, _, keys = line[2:].rpartition(": ")
            wanted.append((surface, keys))
        else:
            text.append(line)
    return rows


def _find(figures: list[Figure], surface: str) -> Figure | None:
    exact = next((f for f in figures if f.surface == surface), None)
    return exact or next((f for f in figures if surface in f.surface or f.surface in surface), None)


def find_wanted(figures: list[Figure], row: Row) -> Iterator[tuple[int, str]]:
    """Yield where each wanted figure that was found stands among the figures, with its keys."""
    left = list(figures)
    for surface, keys in row.wanted:
        figure = _find(left, surface)
        if figure is not None and keys.strip() != "none":
            left.remove(figure)
            yield figures.index(figure), keys


def adds_up(flows: Sequence[Mapping[str, Any]]) -> bool:
    """True where every flow has an id of its own and the leaves under each root give its amount and its number."""
    by_id = {f["flow_id"]: f for f in flows}
    for measure in ("amount", "quantity"):
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for leaf in (f for f in flows if f["is_leaf"]):
            root = leaf
            while root["parent_flow_id"] is not None:
                root = by_id[root["parent_flow_id"]]
            best, low = leaf[f"{measure}_best"], leaf[f"{measure}_low"]
            sums[root["flow_id"]] += (low if best is None else best) or Decimal(0)
        roots = [f for f in flows if f["parent_flow_id"] is None and f[f"{measure}_best"] is not None]
        if any(sums[f["flow_id"]] != f[f"{measure}_best"] for f in roots):
            return False
    return len(by_id) == len(flows)


def check_row(row: Row) -> Iterator[tuple[str, bool, str]]:
    """Yield (field, is right, what) for every key of every wanted figure, and for money that nobody wanted."""
    language = guess_language(row.text)
    found = add_flows(extract_document(Document("row", row.text, language)))
    if not adds_up(found.flows):
        yield "sums", False, f"leaves do not add up to their roots in {row.text[:60]!r}"
    figures = list(found.figures)
    for surface, keys in row.wanted:
        figure = _find(figures, surface)
        if keys.strip() == "none":
            yield "none", figure is None, f"{surface!r} found in {row.text[:60]!r}"
            continue
        yield "found", figure is not None, f"{surface!r} in {row.text[:70]!r} [{language}]"
        if figure is not None:
            figures.remove(figure)
            for key in keys.split():
                yield _check(figure, key)
    wanted_money = [f for f in figures if f.kind == "money"]
    for figure in wanted_money:
        yield "extra money", False, f"{figure.surface!r} in {row.text[:60]!r}"


def _check(figure: Figure, key: str) -> tuple[str, bool, str]:
    if key in ("in", "out"):
        return "scope", figure.in_scope == (key == "in"), f"{figure.surface!r}: {figure.in_scope} want {key}"
    if key == "each":
        return "each", figure.is_per_unit, f"{figure.surface!r}: is no unit price"
    name, _, want = key.partition("=")
    if name == "n" or name == "v":
        got = figure.value
        right = got == (None if want == "-" else Decimal(want))
        return name, right, f"{figure.surface!r}: {got} want {want}"
    if name == "lohi":
        low, high = (None if p == "-" else Decimal(p) for p in re.split(r"\.\.", want))
        return (
            name,
            (figure.value_low, figure.value_high) == (low, high),
            f"{figure.surface!r}: {figure.value_low}..{figure.value_high} want {want}",
        )
    if name in ("part", "conv"):
        got_start = figure.part_of if name == "part" else figure.conversion_of
        return name, (got_start is not None) == (want == "yes"), f"{figure.surface!r}: {got_start}"
    value = getattr(figure, NAMES[name])
    shown = "+".join(value) if isinstance(value, tuple) else "-" if value is None else str(value)
    return (
        name,
        (shown or "-") == want,
        f"{figure.surface!r}: {name} {shown or '-'} want {want} [{' '.join(figure.rules)}]",
    )
