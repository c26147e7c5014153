"""Scores the reading of trade registers in SIPRI's layout (.rtf): `registers.py FILE ...`; what a line prints is the expected answer."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import Counter
from pathlib import Path

from aidflows.extraction import extract_document
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Document, Figure

FIELDS = ("quantity", "supplier", "recipient", "year of order")


def read_rtf(path: Path) -> str:
    """Return the register's lines: cells parted by tabs, one blank line between two headings."""
    text = re.sub(r"\r?\n", "", path.read_text(encoding="latin-1"))
    text = text[max(0, text.find("R:}") - 60) :]
    text = re.sub(r"\\'([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]).decode("mac_roman"), text)
    text = re.sub(r"\\pard\b", "", text).replace("\\par", "\n").replace("\\tab", "\t")
    text = re.sub(r"\\[a-z]+-?\d* ?|[{}]", "", text).replace("\t ", "\t")
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n\s*\n+ *", "\n\n", "\n".join(lines))


def code_of(name: str) -> str | None:
    """Return the code of the party that a cell names."""
    found = next(actor_matcher().find(name), None)
    return found.value[0] if found else None


def score(text: str) -> Counter[str]:
    """Return how many lines are found, and how many of these are right in each field."""
    figures = [f for f in extract_document(Document("register", text)).figures if f.kind == "hardware"]
    starts = [f.start for f in figures]
    scores: Counter[str] = Counter()
    at, heading, party = 0, None, None
    for line in text.split("\n"):
        begin, at = at, at + len(line) + 1
        cells = [c.strip() for c in line.replace("R:", "").split("\t")]
        if len(cells) == 1 and cells[0]:
            heading = code_of(cells[0])
        if len(cells) < 6:
            continue
        party = code_of(cells[0]) if cells[0] else party
        cells = [c for n, c in enumerate(cells) if n != 1 or c]
        count, year = re.fullmatch(r"\(?(\d+)\)?", cells[1]), re.search(r"\d{4}", cells[4])
        if count is None:
            continue
        scores["lines"] += 1
        found = figures[bisect_left(starts, begin) : bisect_left(starts, at)]
        if found:
            scores["found"] += 1
            scores.update(_right(found[0], int(count[1]), (heading, party), year and int(year[0])))
    return scores


def _right(figure: Figure, count: int, pair: tuple[str | None, str | None], year: int | None) -> list[str]:
    told = (figure.value == count, figure.supplier == pair[0], figure.recipient == pair[1], figure.year == year)
    return [field for field, is_right in zip(FIELDS, told, strict=True) if is_right]


if __name__ == "__main__":
    for name in sys.argv[1:]:
        scores = score(read_rtf(Path(name)))
        print(f"{Path(name).name}: " + ", ".join(f"{field} {scores[field]}" for field in ("lines", "found", *FIELDS)))
