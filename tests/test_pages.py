"""PDF files: the text layer, and page and box of every figure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pdffile import Line, make_pdf

from aidflows.errors import ReadError
from aidflows.extraction import extract_figures
from aidflows.pages import read_pages

PAGES: list[list[Line]] = [
    [(72, 700, "In 2019 Freedonia bought 12 tanks"), (72, 680, "from Sweden for $45 million.")],
    [(100, 500, "In 2021 Norway gave Ukraine 6 howitzers"), (100, 480, "worth 30 million euros.")],
]  # fmt: skip


def test_boxes(tmp_path: Path) -> None:
    """A figure's box lies on its page where the line was printed: left of its end, around the baseline."""
    path = tmp_path / "deal.pdf"
    path.write_bytes(make_pdf(PAGES))
    found = {f.surface: f for f in extract_figures(path).figures}
    for surface, page, baseline in (
        ("tanks", 1, 700), ("$45 million", 1, 680), ("howitzers", 2, 500), ("30 million euros", 2, 480),
    ):  # fmt: skip
        figure = found[surface]
        assert figure.page == page, surface
        assert figure.box is not None, surface
        left, bottom, right, top = figure.box
        assert baseline - 4 <= bottom <= baseline < top <= baseline + 12, (surface, figure.box)
        assert 72 < left < right < 400, (surface, figure.box)
    tanks, money = found["tanks"].box, found["$45 million"].box
    assert tanks and money
    assert tanks[2] - tanks[0] == pytest.approx(5 * 5.8, abs=4)  # five letters of 12 point Helvetica
    assert money[2] - money[0] > 1.8 * (tanks[2] - tanks[0])


def test_box_over_two_lines(tmp_path: Path) -> None:
    """A figure that runs over two lines has the box of both."""
    path = tmp_path / "wrapped.pdf"
    path.write_bytes(
        make_pdf([[(72, 700, "In 2019 Norway paid Sweden 45"), (72, 680, "million euros for guns, and so on.")]])
    )
    figure = next(f for f in extract_figures(path).figures if f.kind == "money")
    assert figure.box is not None
    assert figure.box[1] < 684
    assert figure.box[3] > 704


def test_text_offsets(tmp_path: Path) -> None:
    """Offsets count in the text of all pages."""
    path = tmp_path / "deal.pdf"
    path.write_bytes(make_pdf(PAGES))
    found = extract_figures(path)
    assert found.figures
    assert all(found.text[f.start : f.end] == f.surface for f in found.figures)


def test_scanned_page() -> None:
    """A PDF without letters is an error that says so, not an empty answer."""
    with pytest.raises(ReadError, match=r"scan\.pdf: PDF without a text layer \(scanned\?\), pages: 2"):
        read_pages("scan.pdf", make_pdf([[], []]))


def test_command_prints_pages(tmp_path: Path) -> None:
    """The lines of `aidflows extract` bear page and box; those of a text bear neither."""
    path = tmp_path / "deal.pdf"
    path.write_bytes(make_pdf(PAGES))
    plain = tmp_path / "plain.txt"
    plain.write_text("In 2019 Norway gave Ukraine 6 howitzers.", encoding="utf-8")
    command = [sys.executable, "-m", "aidflows", "extract", str(path), str(plain), "--format", "jsonl"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert {r["page"] for r in rows if r["document"] == str(path)} == {1, 2}
    assert all(len(r["box"]) == 4 for r in rows if r["document"] == str(path))
    assert [(r["page"], r["box"]) for r in rows if r["document"] == str(plain)] == [(None, None)]
