"""The golden folder: texts of our own, read as coded."""

from __future__ import annotations

import json
from pathlib import Path

from aidflows.publish.score import score_folder

GOLDEN = Path(__file__).parent / "golden"


def test_golden_folder() -> None:
    """Every figure and field of the golden texts is read as coded, in five languages."""
    scores, misses = score_folder(GOLDEN)

    assert misses == []
    assert scores["money recall"][1] >= 12


def test_golden_spans() -> None:
    """The expected surfaces stand at their spans."""
    for line in (GOLDEN / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (GOLDEN / row["document"]).read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["surface"]
