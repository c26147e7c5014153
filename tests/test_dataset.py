"""The dataset: the figures it must hold, from the notes and from the originals, and the release that carries it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from aidflows.check import check_tables
from aidflows.pipeline import Built
from aidflows.query.store import find_root, list_versions, open_release
from aidflows.query.totals import make_question, sum_flows
from aidflows.release.hashes import file_sha256, logical_hash
from aidflows.release.verify import verify_release
from aidflows.release.write import read_manifest, write_tables

TO_AZE = {"supplier": "TUR", "recipient": "AZE"}
YEARS = [
    (1999, "grant", 3450000, 3450000, 3450000), (2000, "grant", 3100000, 3100000, 3100000), (2001, "grant", 3000000, 3000000, 3000000),
    (2003, "grant", 3000000, 3000000, 3000000), (2004, "grant", 2221500, 2222000, 2222500), (2006, "sale", 4500000, 5000000, 5500000),
    (2008, "sale", 3000000, 3000000, 3000000), (2010, "sale", 300000000, 300000000, None), (2011, "sale", 500000000, 500000000, 500000000),
]  # fmt: skip


def test_tables_are_valid(built: Built) -> None:
    """Every schema, key and rule holds."""
    check_tables(built.tables)


@pytest.mark.parametrize("version", list_versions())
def test_release_verifies(version: str) -> None:
    """Every release carried verifies: files, hashes, schemas, rules, receipts."""
    assert verify_release(find_root() / version)["tables"] == 19


@pytest.mark.parametrize(("year", "flow_type", "low", "best", "high"), YEARS)
def test_yearly_totals(year: int, flow_type: str, low: int, best: int, high: int | None) -> None:
    """Each year's total is exactly what the sources give."""
    with open_release() as connection:
        rows = sum_flows(connection, make_question(year, "flow_type", **TO_AZE))
    (row,) = [r for r in rows if r["flow_type"] == flow_type]

    assert (low, best, high) == (row["low"], row["best"], row["high"])


@pytest.mark.parametrize("by", ["flow_type", "flow_type,year", "flow_type,category", "flow_type,item"])
def test_roots_and_leaves_give_the_same(by: str) -> None:
    """Grants are 14,772,000 and sales 808,000,000, whatever the cut through the forest."""
    with open_release() as connection:
        rows = sum_flows(connection, make_question(None, by, **TO_AZE))

    assert {k: sum(r["best"] or 0 for r in rows if r["flow_type"] == k) for k in ("grant", "sale")} == {
        "grant": 14772000,
        "sale": 808000000,
    }


def test_flat_sum_is_wrong(built: Built) -> None:
    """Adding every amount flat gives 1,087,327,000 with the parts counted twice; the forest gives 822,772,000."""
    flat = sum(r["value_best"] for r in built.tables["figures"].to_pylist() if r["kind"] == "money" and r["in_scope"])
    roots = sum(
        r["amount_best"]
        for r in built.tables["flows"].to_pylist()
        if r["amount_best"] is not None and r["parent_flow_id"] is None
    )

    assert (flat, roots) == (1087327000, 822772000)


def test_counts(built: Built) -> None:
    """15 monetary figures, 14 of them in scope; nine priced roots; one battle loss set aside; at least 25 systems named."""
    figures = built.tables["figures"].to_pylist()
    money = [r for r in figures if r["kind"] == "money"]
    flows = built.tables["flows"].to_pylist()

    assert (len(money), sum(r["in_scope"] for r in money)) == (15, 14)
    assert [r["outcome_reason"] for r in money if r["outcome"] == "set_aside"] == ["loss"]
    assert sum(r["parent_flow_id"] is None and r["amount_best"] is not None for r in flows) == 9
    assert (
        sum(r["parent_flow_id"] is None and (r["supplier_iso3"], r["recipient_iso3"]) == ("TUR", "AZE") for r in flows)
        >= 45
    )
    assert built.tables["agreements"].num_rows == 50


def test_rest_of_2010(built: Built) -> None:
    """The rest of 2010 that nobody describes is at least 35,850,000, open above."""
    (rest,) = [r for r in built.tables["flows"].to_pylist() if r["is_residual"]]

    assert (Decimal("35850000.00"), Decimal("35850000.00"), None, "not_itemised") == (
        rest["amount_low"],
        rest["amount_best"],
        rest["amount_high"],
        rest["residual_reason"],
    )


@pytest.mark.parametrize(("year", "cash", "rest"), [(1999, 165000, 3285000), (2000, 240000, 2860000)])
def test_goods_and_services(built: Built, year: int, cash: int, rest: int) -> None:
    """Cash is a part as printed; goods and services are the derived rest that the source describes."""
    parts = {r["modality"]: r for r in built.tables["flows"].to_pylist() if r["year"] == year and r["parent_flow_id"]}

    assert (cash, "printed", rest, "derived") == (
        parts["cash"]["amount_best"],
        parts["cash"]["amount_basis"],
        parts["in_kind"]["amount_best"],
        parts["in_kind"]["amount_basis"],
    )


def test_notes_and_originals_agree(built: Built, built_from_originals: Built) -> None:
    """Both builds give the same monetary figures and the same flows in every column but rule_ids."""
    columns = [c for c in built.tables["flows"].column_names if c != "rule_ids"]
    money = [
        "figure_id",
        "value_low",
        "value_best",
        "value_high",
        "unit",
        "qualifier",
        "in_scope",
        "outcome",
        "year",
        "supplier_iso3",
        "recipient_iso3",
        "part_of",
    ]

    assert (
        built.tables["flows"].select(columns).to_pylist()
        == built_from_originals.tables["flows"].select(columns).to_pylist()
    )
    assert _money(built, money) == _money(built_from_originals, money)


def _money(built: Built, columns: list[str]) -> list[dict[str, object]]:
    return [
        r
        for r, k in zip(
            built.tables["figures"].select(columns).to_pylist(),
            built.tables["figures"]["kind"].to_pylist(),
            strict=True,
        )
        if k == "money"
    ]


def test_originals_verify(originals: Path) -> None:
    """Every receipt is proved by re-reading its span in the original."""
    assert verify_release(find_root() / list_versions()[-1], originals)["spans re-read in the originals"] == 156


def test_release_is_rebuilt(built: Built, tmp_path: Path) -> None:
    """The newest release is what raw/ gives: logical content always, bytes where the writer is the one recorded."""
    folder = find_root() / list_versions()[-1]
    manifest = read_manifest(folder)
    write_tables(built.tables, tmp_path / "again", version=manifest["version"])
    for name, table in built.tables.items():
        assert manifest["tables"][name]["logical_hash"] == logical_hash(table), name
    if manifest["writer"] == f"pyarrow {pa.__version__}":
        for path in sorted(folder.iterdir()):
            assert file_sha256(path) == file_sha256(tmp_path / "again" / path.name), path.name


def test_hash_by_a_second_engine(built: Built) -> None:
    """DuckDB computes the same logical hash from the Parquet file."""
    with open_release() as connection:
        names = [
            r[0]
            for r in connection.execute(
                "select column_name from information_schema.columns where table_name = 'deflators' order by ordinal_position"
            ).fetchall()
        ]
        row = " || chr(31) || ".join(f"coalesce(cast({n} as varchar), chr(0))" for n in names)
        sql = f"select sha256('{chr(31).join(names)}' || chr(10) || string_agg(h, chr(10) order by h)) from (select sha256({row}) as h from deflators)"
        (digest,) = connection.execute(sql).fetchone() or ("",)

    assert logical_hash(built.tables["deflators"]) == digest
