"""Texts of our own, with what must be found in each: every key of every row holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from rowfile import Row, check_row, load_rows

FILES = sorted((Path(__file__).parent / "rows").glob("*.txt"))
ROWS = [pytest.param(row, id=f"{path.stem}-{row.line}") for path in FILES for row in load_rows(path)]


@pytest.mark.parametrize("row", ROWS)
def test_row(row: Row) -> None:
    """What a row wants is found with every key as given, and no other money is."""
    assert [f"{field}: {what}" for field, is_right, what in check_row(row) if not is_right] == []
