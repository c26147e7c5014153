"""The command line: what each command prints."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aidflows.cli.extract import _list_files
from aidflows.cli.main import COMMANDS, expand_definition

KEYS = [
    "document",
    "kind",
    "surface",
    "start",
    "end",
    "value_low",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "is_per_unit",
    "supplier",
    "recipient",
    "suppliers",
    "recipients",
    "funders",
    "date_start",
    "date_end",
    "period_start",
    "period_end",
    "year",
    "flow_type",
    "content",
    "purpose",
    "stage",
    "assertion",
    "category",
    "item",
    "system_id",
    "system",
    "system_type",
    "sipri_category",
    "role",
    "quantity_surface",
    "quantity_start",
    "quantity_end",
    "quantity_delivered",
    "part_of",
    "conversion_of",
    "same_as",
    "in_scope",
    "rules",
]


def run(*arguments: str, stdin: str | None = None) -> str:
    """Run the command and return its output; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "aidflows", *arguments], capture_output=True, text=True, check=False, input=stdin
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help(command: str) -> None:
    """Every command has help under -h."""
    assert "Usage: aidflows " + command in run(command, "-h")


def test_extract_line(tmp_path: Path) -> None:
    """One line of extract holds every key, and the offsets count in the file's text."""
    path = tmp_path / "a.txt"
    path.write_text("In 2008 Türkiye sold 12 radios worth $3,000,000 to Georgia.", encoding="utf-8")
    lines = [json.loads(line) for line in run("extract", str(path)).splitlines()]

    assert {"hardware", "money"} == {line["kind"] for line in lines}
    for line in lines:
        assert [k for k in KEYS if k not in line] == []
        assert line["surface"] == path.read_text(encoding="utf-8")[line["start"] : line["end"]]
        assert str(path) == line["document"]
    assert [line["value"] for line in lines if line["kind"] == "money"] == [3000000]


def test_extract_stdin_and_flows() -> None:
    """A dash reads standard input; --flows adds candidate flows."""
    lines = [
        json.loads(line)
        for line in run("extract", "-", "--flows", stdin="Norway gave Ukraine $5 million in aid in 2022.").splitlines()
    ]

    assert [line["kind"] for line in lines] == ["money", "flow"]
    assert lines[1]["amount_best"] == 5000000


def test_extract_html(tmp_path: Path) -> None:
    """HTML is read as text, without scripts."""
    path = tmp_path / "a.html"
    path.write_text(
        "<html><script>$9 million</script><p>Norway gave Ukraine <b>$5 million</b> in aid.</p></html>", encoding="utf-8"
    )

    assert [json.loads(line)["surface"] for line in run("extract", str(path)).splitlines()] == ["$5 million"]


def test_totals_ends_with_its_definition() -> None:
    """The last line of totals defines the number; given back to the command it rebuilds it."""
    printed = run("totals", "--supplier", "TUR", "--recipient", "AZE", "--by", "flow_type", "--format", "table")
    definition = printed.splitlines()[-1]

    assert definition.startswith("aidflows==1.2.0 totals --measure committed")
    assert printed == run(*[*expand_definition(definition), "--format", "table"])
    assert definition in run("cite", definition)
    assert "USD 808,000,000 or more" in printed
    assert "USD 14,772,000 (14,771,500 to 14,772,500)" in printed


def test_totals_says_not_covered() -> None:
    """A year that no source looked at is not zero."""
    printed = run(
        "totals", "--supplier", "TUR", "--recipient", "AZE", "--from", "1985", "--to", "1999", "--format", "table"
    )

    assert "not covered" in printed
    assert "no price (2 flows)" in printed


def test_explain_prints_the_tree() -> None:
    """explain prints the total, its parts, the residual and the receipts."""
    printed = run("explain", "TUR", "AZE", "2010")

    for word in (
        "USD 300,000,000 or more",
        "USD 240,000,000",
        "USD 35,850,000 or more",
        "not_itemised",
        "42682-42695",
        "may overlap",
    ):
        assert word in printed


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl", "parquet"])
def test_formats(form: str) -> None:
    """Rows come out in every format."""
    done = subprocess.run(
        [sys.executable, "-m", "aidflows", "flows", "--system", "TB2", "--format", form],
        capture_output=True,
        check=True,
    )

    assert done.stdout


def test_systems() -> None:
    """A system is found by any of its names."""
    assert '"bayraktar-tb2"' in run("systems", "tb-2")


def test_build_and_release(tmp_path: Path, root: Path) -> None:
    """build writes a folder that check and verify accept, and release makes a version of it."""
    run("build", "--raw", str(root / "raw"), "--out", str(tmp_path / "b"))
    assert "all passed" in run("check", str(tmp_path / "b"))
    run("release", "2.0.0", "--build", str(tmp_path / "b"), "--to", str(tmp_path / "releases"))

    assert "verified" in run("verify", str(tmp_path / "releases" / "2.0.0"))


def test_extract_with_several_processes(root: Path) -> None:
    """Several processes give the same lines in the same order."""
    folder = str(root / "tests" / "golden")
    one, four = (run("extract", folder, "--format", "jsonl", "--jobs", n) for n in ("1", "4"))

    assert one == four and len(one.splitlines()) > 20


def test_extract_html_table(tmp_path: Path) -> None:
    """A table of HTML keeps its rows and headers: supplier, recipient, number and value come from their columns."""
    path = tmp_path / "a.html"
    rows = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n"
        for row in (
            ("Germany", "Ukraine", "Leopard 2A6 tanks", "18", "€90 million"),
            ("Norway", "Ukraine", "NASAMS", "2", "$120m"),
        )
    )
    head = "<tr><th>Supplier</th><th>Recipient</th><th>Item</th><th>Number</th><th>Value</th></tr>\n"
    path.write_text(f"<h1>Deliveries in 2022</h1>\n<p>Two rows.</p>\n<table>\n{head}{rows}</table>", encoding="utf-8")
    found = [json.loads(line) for line in run("extract", str(path), "--format", "jsonl").splitlines()]

    assert [(f["surface"], f["value"], f["supplier"], f["recipient"], f["year"]) for f in found] == [
        ("Leopard 2A6 tanks", 18, "DEU", "UKR", 2022), ("€90 million", 90000000, "DEU", "UKR", 2022),
        ("NASAMS", 2, "NOR", "UKR", 2022), ("$120m", 120000000, "NOR", "UKR", 2022),
    ]  # fmt: skip


def test_cells_that_span_rows_and_columns(tmp_path: Path) -> None:
    """Cells that span columns or rows leave every amount in its own column: of its year, and of the donor above; a span of millions is a slip."""
    path = tmp_path / "a.html"
    path.write_text(
        "<p>Deliveries to Kenya, in thousands of US dollars</p>"
        "<table><tr><th rowspan=2>Supplier</th><th colspan=2>Value</th></tr><tr><th>2019</th><th>2020</th></tr>"
        "<tr><td>Norway</td><td>1,200</td><td>900</td></tr><tr><td rowspan=2>Denmark</td><td>50</td><td>70</td></tr>"
        "<tr><td>–</td><td>80</td></tr><tr><td colspan=99999999>no more</td></tr></table>",
        encoding="utf-8",
    )
    found = [json.loads(line) for line in run("extract", str(path), "--format", "jsonl").splitlines()]

    assert [(f["surface"], f["value"], f["supplier"], f["recipient"], f["year"]) for f in found] == [
        ("1,200", 1200000, "NOR", "KEN", 2019), ("900", 900000, "NOR", "KEN", 2020), ("50", 50000, "DNK", "KEN", 2019),
        ("70", 70000, "DNK", "KEN", 2020), ("80", 80000, "DNK", "KEN", 2020),
    ]  # fmt: skip


def test_a_folder_gone_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that vanishes while its parent is read is named in one line; the other documents are read."""
    gone = tmp_path / "gone"
    (tmp_path / "a.txt").write_text("Norway gave Ukraine $5 million in aid.", encoding="utf-8")
    walk = os.walk

    def vanishing(top: Path, onerror: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(FileNotFoundError(2, "No such file or directory", str(gone)))
        yield from walk(top)

    monkeypatch.setattr(os, "walk", vanishing)

    assert list(_list_files((str(tmp_path),))) == [str(tmp_path / "a.txt")]
    assert capsys.readouterr().err == f"aidflows: {gone}: folder cannot be read: No such file or directory\n"
