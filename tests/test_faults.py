"""Faults: planted one at a time, each is named in one line, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest
from calls import count_calls

from aidflows.check import check_tables
from aidflows.errors import CheckError, ReadError, ReleaseError, SourceError
from aidflows.extraction import extract_figures
from aidflows.pipeline import Built, build_tables, to_arrow
from aidflows.query.store import find_root, open_release
from aidflows.reading import read_document
from aidflows.release.verify import verify_release
from aidflows.release.write import write_tables

RAW = [
    ("forbes-2021/source.yml", 'licence: "all rights reserved"', 'licence: "mine"', "unknown licence: 'mine'"),
    ("forbes-2021/source.yml", "source_id: forbes-2021", "source_id: other", "source_id differs from its folder"),
    ("forbes-2021/source.yml", "title:", "titel:", "missing field: 'title'"),
    ("forbes-2021/source.yml", "expected:", "expected: [", "not valid YAML"),
    ("forbes-2021/source.yml", "  hardware: 6", "  hardware: 7", "expected 7 notes of kind hardware, found: 6"),
    (
        "forbes-2021/notes.md",
        "### forbes-a1 | agreement | ",
        "### forbes-a1 | agreement | 9",
        "span outside the original",
    ),
    ("forbes-2021/notes.md", "### forbes-a2 |", "### forbes-a1 |", "block id already used"),
    ("forbes-2021/notes.md", "| agreement |", "| nonsense |", "unknown kind: 'nonsense'"),
    (
        "forbes-2021/notes.md",
        "supplying it with Bayraktar TB2 drones",
        "supplying it",
        "block must hold one hardware figure, holds: 0",
    ),
    ("decisions.yml", "action: set", "action: guess", "unknown action: 'guess'"),
    ("decisions.yml", "forbes-2021:forbes-t1", "forbes-2021:nothing", "target not found"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), RAW, ids=[r[3][:40] for r in RAW])
def test_broken_raw(raw_copy: Path, name: str, old: str, new: str, message: str) -> None:
    """A broken source, note or decision is one line with file and value."""
    path = raw_copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SourceError, match=".*") as caught:
        build_tables(raw_copy)

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def _change(built: Built, table: str, row: int, **changes: object) -> dict[str, pa.Table]:
    rows = built.tables[table].to_pylist()
    rows[row].update(changes)
    return {**built.tables, table: to_arrow(table, rows)}


def _row(built: Built, **match: object) -> int:
    rows = built.tables["flows"].to_pylist()
    return next(n for n, r in enumerate(rows) if all(r[k] == v for k, v in match.items()))


PLANTED = [
    ({"is_residual": True}, {"amount_best": Decimal("1")}, "forest_sums"),
    ({"year": 2006, "content": "hardware"}, {"amount_low": Decimal("9000000")}, "bounds_in_order"),
    ({"year": 2011, "content": "hardware"}, {"date_start": "1990-01-01", "date_end": "1991-01-01"}, "year_in_interval"),
    ({"assertion": "claimed"}, {"assertion": "stated"}, "claims_not_stated"),
    (
        {"year": 2009},
        {"item": "radios", "year": 2008, "date_start": "2008-01-01", "date_end": "2009-01-01"},
        "alike_roots",
    ),
    (
        {"year": 2011, "content": "hardware"},
        {"supplier_iso3": "QQQ"},
        "flows.supplier_iso3: not in countries.iso3: 'QQQ'",
    ),
    ({"year": 2011, "content": "hardware"}, {"stage": "pledged"}, "stage_of_parts"),
    (
        {"year": 1999, "stage": "allocated", "is_leaf": False},
        {"stage": "delivered"},
        "no event at or after the stage of its total",
    ),
    ({"year": 2011, "content": "hardware"}, {"flow_type": "gift"}, "flows.flow_type"),
    ({"year": 2011, "content": "hardware"}, {"flow_type": "guarantee"}, "levels_of_roots"),
    ({"content": "exercise"}, {"amount_best": Decimal("5")}, "never_transfers"),
]


@pytest.mark.parametrize(("match", "changes", "rule"), PLANTED, ids=[r[2][:30] for r in PLANTED])
def test_planted_fault(built: Built, match: dict[str, object], changes: dict[str, object], rule: str) -> None:
    """Each rule catches the fault planted for it."""
    with pytest.raises(CheckError) as caught:
        check_tables(_change(built, "flows", _row(built, **match), **changes))

    assert any(rule in f for f in caught.value.failures), caught.value.failures


def test_unplaced_figure(built: Built) -> None:
    """A figure without its evidence, or set aside without a reason, is found."""
    evidence = [r for r in built.tables["evidence"].to_pylist() if not r["flow_id"].endswith("36213-36227")]
    with pytest.raises(CheckError) as caught:
        check_tables({**built.tables, "evidence": to_arrow("evidence", evidence)})

    assert any("figure_placed" in f or "evidence_has_figure" in f for f in caught.value.failures)


def test_missing_table(built: Built) -> None:
    """A missing table is named."""
    with pytest.raises(CheckError) as caught:
        check_tables({k: v for k, v in built.tables.items() if k != "flows"})

    assert "flows: missing table" in caught.value.failures


def test_one_byte_of_an_original(originals: Path, tmp_path: Path) -> None:
    """One byte changed in an original: that document and the rows touched are named."""
    for path in originals.glob("*.txt"):
        data = path.read_bytes()
        if path.name.startswith("003"):
            data = data.replace(b"3,450,000", b"3,450,001")
        (tmp_path / path.name).write_bytes(data)
    with pytest.raises(CheckError) as caught:
        verify_release(find_root() / "1.1.0", tmp_path)

    assert any("ates-kilic-2025: no original has its sha256" in f for f in caught.value.failures)
    assert any("36213-36227" in f and "another value" in f for f in caught.value.failures)
    assert not any("forbes-2021" in f for f in caught.value.failures)


@pytest.mark.parametrize("name", ["flows.parquet", "manifest.json", "figures.parquet"])
def test_flipped_bit(built: Built, tmp_path: Path, name: str) -> None:
    """A flipped bit in any file of a release is found and the file named."""
    write_tables(built.tables, tmp_path / "r", version="9.9.9")
    data = bytearray((tmp_path / "r" / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "r" / name).write_bytes(bytes(data))
    with pytest.raises((CheckError, ReleaseError)) as caught:
        verify_release(tmp_path / "r")

    assert name in " ".join([str(caught.value), *getattr(caught.value, "failures", ())])


def test_release_is_never_overwritten(built: Built, tmp_path: Path) -> None:
    """A release that stands is not overwritten, and stays whole when a new one fails."""
    write_tables(built.tables, tmp_path / "r", version="1.0.0")
    before = {p.name: p.read_bytes() for p in (tmp_path / "r").iterdir()}
    with pytest.raises(ReleaseError, match="never overwritten"):
        write_tables(built.tables, tmp_path / "r", version="1.0.0")
    broken = {**built.tables, "flows": built.tables["flows"].drop_columns(["year"])}
    with pytest.raises(Exception, match=".*"):
        write_tables(broken, tmp_path / "r", version="1.0.0", replace=True)

    assert before == {p.name: p.read_bytes() for p in (tmp_path / "r").iterdir()}
    assert [p.name for p in tmp_path.iterdir()] == ["r"]


BAD_FILES = [
    ("missing.txt", None, "no such file"), ("empty.txt", b"", "file is empty"), ("binary.txt", b"a\0b" * 50, "binary file"), ("latin.txt", "Türkiye".encode("latin-1"), "not UTF-8 at byte 1"),
    ("broken.pdf", b"%PDF-1.4 nothing", "not a readable PDF"), ("x.txt.gz", b"no gzip", "not a gzip file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "message"), BAD_FILES, ids=[r[0] for r in BAD_FILES])
def test_bad_documents(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    """A document that cannot be read is one line with its name."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_document(tmp_path / name)

    assert message in str(caught.value)
    assert name in str(caught.value)


ESCAPES = [
    "copy flows to '{out}'", "export database '{out}'", "attach '{out}' as x", "install httpfs", "load httpfs", "select * from read_csv('/etc/passwd')",
    "set enable_external_access = true", "reset enable_external_access", "select * from 'https://example.org/x.parquet'", "copy (select 1) to '{out}' (format parquet)",
    "select * from glob('/*')", "create table x as select * from read_text('/etc/hostname')",
]  # fmt: skip


@pytest.mark.parametrize("sql", ESCAPES)
def test_connection_is_closed(tmp_path: Path, sql: str) -> None:
    """No SQL reaches a file or the network, or opens the way to them; scratch tables work."""
    with open_release() as connection:
        with pytest.raises(Exception, match=".+"):
            connection.execute(sql.format(out=tmp_path / "out"))
        connection.execute("create table scratch as select 1 as one")

    assert list(tmp_path.iterdir()) == []


def _run(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "aidflows", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


COMMANDS = [
    (("query", "select nothing from nowhere"), 2, "sql: "), (("query", "select * from flows where"), 2, "sql: "), (("explain", "TUR", "QQQ", "2010"), 2, "unknown country: 'QQQ'"),
    (("totals", "--by", "moon"), 2, "no such grouping"), (("totals", "--version", "7.7.7"), 2, "no such version"), (("extract", "no-such-file.txt"), 2, "no such file"),
    (("release", "9.0.0", "--date", "tomorrow"), 2, "not a day"), (("publish", "9.9.9"), 2, "not a released version"),
    (("export", "/no/such/folder/x", "--format", "csv", "--table", "nothing"), 2, "no such table"), (("diff", "1.0.0", "9.9.9"), 2, "no such version"),
    (("nonsense",), 2, "No such command"), (("check", "/no/such/folder"), 2, "not a release"), (("build", "--raw", "/no/raw"), 2, "no such folder"), (("systems", "qqqqqq"), 1, "no system has this name"),
    (("release", "1.0"), 2, "not a version"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "message"), COMMANDS, ids=[" ".join(r[0])[:40] for r in COMMANDS])
def test_commands_fail_in_one_line(arguments: tuple[str, ...], code: int, message: str) -> None:
    """A command that cannot run says why in one line, without a traceback, with its exit code."""
    returned, out, err = _run(*arguments)

    assert (code, "") == (returned, out)
    assert message in err
    assert err.count("\n") == 1


def test_a_folder_without_documents_is_no_success(tmp_path: Path) -> None:
    """Where nothing at all could be read, the folder is named in one line and the exit code is 2."""
    (tmp_path / "a.bin").write_bytes(b"0")
    returned, out, err = _run("extract", str(tmp_path))

    assert (returned, out) == (2, "")
    assert err.startswith(f"aidflows: {tmp_path}: folder holds no document (") and err.count("\n") == 1


@pytest.mark.parametrize("step", ["_fill", "_swap"])
def test_killed_while_writing(built: Built, tmp_path: Path, step: str) -> None:
    """A process killed at a step of writing leaves the old release whole, and no folder that looks like a release."""
    write_tables(built.tables, tmp_path / "1.0.0", version="1.0.0")
    before = {p.name: p.read_bytes() for p in (tmp_path / "1.0.0").iterdir()}
    code = (
        "import os, sys; from pathlib import Path; import aidflows.release.write as w\n"
        f"tables = w.read_tables(Path({str(tmp_path / '1.0.0')!r}))\n"
        f"w.{step} = lambda *a: os._exit(9)\n"
        f"w.write_tables(tables, Path({str(tmp_path / '1.0.0')!r}), version='1.0.0', replace=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert done.returncode == 9
    assert before == {p.name: p.read_bytes() for p in (tmp_path / "1.0.0").iterdir()}
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith(".")] == ["1.0.0"]


def test_full_disk(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full is one line, and nothing is left behind."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("aidflows.release.write.pq.write_table", full)
    with pytest.raises(ReleaseError, match="No space left on device"):
        write_tables(built.tables, tmp_path / "1.0.0", version="1.0.0")

    assert list(tmp_path.iterdir()) == []


def test_missing_table_file(built: Built, tmp_path: Path) -> None:
    """A table file that is gone is named."""
    write_tables(built.tables, tmp_path / "r", version="1.0.0")
    (tmp_path / "r" / "flows.parquet").unlink()
    for words in (
        ("check", str(tmp_path / "r")),
        ("totals", "--version", str(tmp_path / "r")),
        ("verify", str(tmp_path / "r")),
    ):
        code, out, err = _run(*words)
        assert code in (1, 2)
        assert out == ""
        assert "flows.parquet" in err


def _read_twins(text: str) -> None:
    assert len(extract_figures(text).figures) == 2 * text.count("Norway")


def test_work_grows_with_length() -> None:
    """One long line is read with work in proportion to its length: calls are counted, not seconds."""
    line = "In 2019 Norway gave Ukraine 12 tanks worth $5 million. "
    _read_twins(line)  # tables are compiled once
    once, four_times = (count_calls(partial(_read_twins, line * n)) for n in (200, 800))

    assert four_times < 4.5 * once
