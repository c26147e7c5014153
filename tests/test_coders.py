"""Two codings of the five documents: their agreement is measured, and every difference is settled in writing."""

import csv
from pathlib import Path

import pytest

from aidflows.errors import SourceError
from aidflows.publish.coders import compare_codings, load_coding
from aidflows.query.store import find_release
from aidflows.release.write import read_tables

CODING = Path(__file__).resolve().parent.parent / "data" / "coding"


def _rows(name):
    with (CODING / name).open(newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def compared():
    return compare_codings(read_tables(find_release("1.0.0")), CODING / "second")


def test_amounts_agree(compared):
    """Both codings found the same fifteen amounts with the same value, unit, qualifier, stage and flow type."""
    counts, _ = compared
    for field in ("found", "value", "unit", "qualifier", "stage", "flow_type", "in_scope", "role"):
        assert counts["money", field] == (15, 15), field


def test_every_difference_is_settled(compared):
    """Each difference has one row in settled.csv with the same values and a reason; no row settles what does not differ."""
    _, differences = compared
    shown = [("" if v is None else str(v)) for d in differences for v in (d.first, d.second)]
    ours = [(d.source_id, d.kind, str(d.start), d.field, *shown[2 * n : 2 * n + 2]) for n, d in enumerate(differences)]
    rows = _rows("settled.csv")
    assert sorted(ours) == sorted(
        (r["source_id"], r["kind"], r["start"], r["field"], r["first"], r["second"]) for r in rows
    )
    assert {r["reason_id"] for r in rows} == {r["reason_id"] for r in _rows("reasons.csv")}
    assert {r["settled"] for r in rows} == {"first", "second"}


def test_what_the_second_coding_won_is_in_the_data(compared):
    """A difference settled for the second coding is gone from the newest release."""
    _, left = compare_codings(read_tables(find_release()), CODING / "second")
    open_still = {(d.source_id, d.kind, str(d.start), d.field) for d in left}
    won = {
        (r["source_id"], r["kind"], r["start"], r["field"]) for r in _rows("settled.csv") if r["settled"] == "second"
    }
    assert len(won) >= 15 and not won & open_still


def test_second_coding_points_into_the_originals(originals):
    """Where the originals are, every surface of the second coding stands at its offsets."""
    texts = {p.name[:3]: p.read_bytes().decode("utf-8") for p in originals.iterdir() if p.suffix == ".txt"}
    order = ["konarzewska-2020", "forbes-2021", "rustamzade-2021", "ates-kilic-2025", "gurbanov-2025"]
    checked = 0
    for source_id, rows in load_coding(CODING / "second").items():
        text = texts[f"{order.index(source_id):03}"]
        for row in rows:
            if row["surface"]:
                assert " ".join(text[int(row["start"]) : int(row["end"])].split()) == row["surface"]
                checked += 1
    assert checked > 120


def test_broken_coding_is_one_line(tmp_path):
    """A coding with another header, or with an offset that is no number, is named."""
    (tmp_path / "a.csv").write_text("kind,start\nmoney,1\n")
    with pytest.raises(SourceError, match=r"a\.csv: columns"):
        load_coding(tmp_path)
    header = (CODING / "second" / "forbes-2021.csv").read_text().splitlines()[0]
    (tmp_path / "a.csv").write_text(header + "\nmoney,x,one,2" + "," * 15 + "\n")
    with pytest.raises(SourceError, match=r"a\.csv:2: offset"):
        load_coding(tmp_path)
