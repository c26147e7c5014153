"""The golden folder: texts of our own, read as coded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import EXAMPLES, ROOT

from aidflows.publish.score import score_folder

GOLDEN = Path(__file__).parent / "golden"


def test_golden_folder() -> None:
    """Every figure and field of the golden texts is read as coded, in five languages."""
    scores, misses = score_folder(GOLDEN)

    assert misses == []
    assert scores["money recall"][1] >= 12


def test_the_document_tells_what_the_examples_score() -> None:
    """The table of docs/accuracy.md is what the eight passages beside the project score now: no field of them sinks unseen."""
    if not EXAMPLES.is_dir():
        pytest.skip("the eight passages are not here")
    told = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    scores, _ = score_folder(EXAMPLES)

    for field, (hits, cases) in scores.items():
        assert f"  {field:24} {hits:4} of {cases:4}  {hits / cases:.3f}\n" in told, field


def test_golden_spans() -> None:
    """The expected surfaces stand at their spans."""
    for line in (GOLDEN / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (GOLDEN / row["document"]).read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["surface"]
