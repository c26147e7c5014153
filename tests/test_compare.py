"""Differences of releases: one planted change of each cause lands in its own bucket, and the parts sum exactly."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import aidflows
from aidflows.pipeline import Built, build_tables, to_arrow
from aidflows.release.compare import Difference, compare_folders
from aidflows.release.write import write_tables

FIRST = "ates-kilic-2025:37700-37711"  # the aid of 2001


def _changed(built: Built, table: str, match: dict[str, object], **changes: object) -> dict[str, object]:
    rows = [
        ({**r, **changes} if all(r[k] == v for k, v in match.items()) else r) for r in built.tables[table].to_pylist()
    ]
    return {**built.tables, table: to_arrow(table, rows)}


def _diff(tmp_path: Path, old: dict[str, object], new: dict[str, object]) -> Difference:
    write_tables(old, tmp_path / "old", version="1.0.0")  # type: ignore[arg-type]
    write_tables(new, tmp_path / "new", version="1.1.0")  # type: ignore[arg-type]
    return compare_folders(tmp_path / "old", tmp_path / "new")


def test_no_difference(built: Built, tmp_path: Path) -> None:
    """A release does not differ from itself."""
    assert not _diff(tmp_path, built.tables, built.tables)


def test_rule_change(built: Built, tmp_path: Path) -> None:
    """An amount that moves with nothing else moved by a rule."""
    difference = _diff(
        tmp_path,
        built.tables,
        _changed(built, "flows", {"flow_id": FIRST}, amount_best=Decimal("3000500"), amount_high=Decimal("3000500")),
    )

    assert [("rule_change", Decimal("500.00"))] == [(t["cause"], t["delta"]) for t in difference.totals]


def test_correction_decision_and_source(raw_copy: Path, built: Built, tmp_path: Path) -> None:
    """A corrected note, a new decision and a source left out each land in their own bucket, and sum to the change."""
    notes = raw_copy / "ates-kilic-2025" / "notes.md"
    notes.write_text(
        notes.read_text(encoding="utf-8").replace("worth around $5,000,000", "worth around $6,000,000"),
        encoding="utf-8",
    )
    decisions = raw_copy / "decisions.yml"
    row = "- {id: D-900, action: set, target: 'ates-kilic-2025:lec-s26', value: {value: 400000000, value_low: 400000000, value_high: 400000000}, reason: r, rejected: x, effect: e}"
    decisions.write_text(decisions.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    new = build_tables(raw_copy)
    difference = _diff(tmp_path, built.tables, dict(new.tables))
    moved = {t["cause"]: t["delta"] for t in difference.totals}

    assert {"correction": Decimal("1000000.00"), "decision": Decimal("-100000000.00")} == moved


def test_deduplication(raw_copy: Path, built: Built, tmp_path: Path) -> None:
    """A flow that becomes the same as another leaves the total as de-duplication."""
    decisions = raw_copy / "decisions.yml"
    row = "- {id: D-901, action: same_as, target: 'ates-kilic-2025:lec-f9', value: 'ates-kilic-2025:lec-f8', reason: r, rejected: x, effect: e}"
    decisions.write_text(decisions.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    text = decisions.read_text(encoding="utf-8").split("- id: ")
    kept = [p for p in text if not (p.find("under_agreement") > 0 and "lec-f9\n" in p)]
    decisions.write_text("- id: ".join(kept), encoding="utf-8")
    difference = _diff(tmp_path, built.tables, dict(build_tables(raw_copy).tables))

    assert [("deduplication", Decimal("-3000000.00"))] == [(t["cause"], t["delta"]) for t in difference.totals]


@pytest.mark.parametrize("version", ["1.0.0"])
def test_public_diff(version: str) -> None:
    """aidflows.diff compares versions."""
    assert str(aidflows.diff(version, version)) == "no difference"
