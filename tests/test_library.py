"""The public names, and how the package is put together."""

from __future__ import annotations

import ast
import doctest
import pkgutil
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

import aidflows
from aidflows.cli.reference import make_cli_reference
from aidflows.errors import AidflowsError, QuestionError
from aidflows.gazetteer.lists import load_list
from aidflows.publish.derived import derived_files

ORDER = [
    "errors", "records", "gazetteer", "pages", "plain", "reading", "recognise", "bind", "normalise", "extraction", "sources", "statements", "coding", "resolve", "candidates", "schema",
    "pipeline", "check", "checks", "release", "query", "api", "publish", "cli", "__main__",
]  # fmt: skip
MODULES = sorted(m.name for m in pkgutil.walk_packages(aidflows.__path__, "aidflows."))
SOURCES = sorted(Path(aidflows.__path__[0]).rglob("*.py"))


def test_public_names() -> None:
    """__all__ is sorted, every name is there, and no module shadows one after every module is imported."""
    for name in MODULES:
        if name != "aidflows.__main__":
            import_module(name)

    assert sorted(aidflows.__all__) == aidflows.__all__ == dir(aidflows)
    assert all(callable(getattr(aidflows, name)) for name in aidflows.__all__)
    assert aidflows.tables()[0] == "sources"
    assert aidflows.versions() == ["1.0.0", "1.1.0", "1.2.0"]
    assert aidflows.extract("Norway gave Ukraine $5 million.").figures[0].surface == "$5 million"


def test_load_keeps_types() -> None:
    """Money comes as Decimal, unknown as null, in every table."""
    for name in aidflows.tables():
        frame = aidflows.load(name)
        assert all(isinstance(t, pd.ArrowDtype) for t in frame.dtypes), name
    flows = aidflows.load("flows", version="1.0.0")

    assert isinstance(flows["amount_best"].dropna().iloc[0], Decimal)
    assert flows["amount_best"].isna().sum() > 50


def test_totals_frame() -> None:
    """totals gives Decimals with bounds, and its definition."""
    frame = aidflows.totals(supplier="TUR", recipient="AZE", years=(1999, 2004), by="flow_type")
    row = frame[frame["flow_type"] == "grant"].iloc[0]

    assert (Decimal("14771500.00"), Decimal("14772000.00"), Decimal("14772500.00")) == (
        row["low"],
        row["best"],
        row["high"],
    )
    assert "--measure committed" in frame.attrs["definition"]


@pytest.mark.parametrize(
    ("options", "best"),
    [
        ({}, 822772000),
        ({"measure": "delivered"}, 508405000),
        ({"overlaps": "exclude"}, 522772000),
        ({"year_rule": "spread"}, 822772000),
    ],
)
def test_options_of_totals(options: dict[str, str], best: int) -> None:
    """Each option changes the number in the way it says, and spreading keeps the sum."""
    frame = aidflows.totals(supplier="TUR", recipient="AZE", by="year", **options)

    assert best == sum(frame["best"].dropna())


def test_spread_is_310000_a_year() -> None:
    """A pledge over a decade from 2000 is 310,000 in each of 2000-2009."""
    frame = (
        aidflows.connect()
        .execute(
            "select year, amount_best from pledges_spread where year between 2000 and 2009 and amount_best = 310000"
        )
        .fetchall()
    )

    assert [(y, Decimal("310000.00")) for y in range(2000, 2010)] == frame


def test_unknown_choices() -> None:
    """Unknown tables, options, countries and file-like strings raise an error of ours."""
    with pytest.raises(QuestionError):
        aidflows.load("nothing")
    with pytest.raises(QuestionError):
        aidflows.totals(measure="both")
    with pytest.raises(AidflowsError):
        aidflows.extract("report.pdf")


def test_comments() -> None:
    """Tables, columns and views carry their descriptions in DuckDB."""
    connection = aidflows.connect()
    bare = connection.execute(
        "select count(*) from duckdb_columns() where not internal and comment is null and table_name in (select table_name from duckdb_tables())"
    ).fetchone()

    assert bare == (0,)
    assert connection.execute(
        "select count(*) from duckdb_views() where not internal and comment is null"
    ).fetchone() == (0,)


@pytest.mark.parametrize("module", MODULES)
def test_doctests(module: str) -> None:
    """Every example in a docstring runs."""
    if module == "aidflows.__main__":
        return
    failed, _ = doctest.testmod(import_module(module))

    assert failed == 0


def _imports(path: Path) -> list[str]:
    return [
        n.module or ""
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.ImportFrom) and (n.module or "").startswith("aidflows.")
    ]


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.name != "__init__.py"], ids=lambda p: str(p.relative_to(aidflows.__path__[0]))
)
def test_imports_go_one_way(path: Path) -> None:
    """A module imports only from its own room and from rooms before it, hidden imports included."""
    room = ORDER.index(path.relative_to(aidflows.__path__[0]).parts[0].removesuffix(".py"))

    assert [m for m in _imports(path) if ORDER.index(m.split(".")[1]) > room] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(aidflows.__path__[0])))
def test_caps(path: Path) -> None:
    """Modules stay under 300 lines and function bodies under 40."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            assert (node.end_lineno or 0) - first.lineno + 1 <= 40, node.name


@pytest.mark.parametrize(("code", "absent"), [
    ("import aidflows", ("pandas", "pandera", "duckdb", "pyarrow", "click", "ahocorasick_rs")),
    ("import aidflows; aidflows.extract('Norway gave $5 million.')", ("pandas", "pandera", "duckdb", "pyarrow")),
    ("from aidflows.query.store import open_release; open_release()", ("pandas", "pandera")),
])  # fmt: skip
def test_what_is_loaded(code: str, absent: tuple[str, ...]) -> None:
    """Heavy libraries come only when first used."""
    check = f"import sys; {code}; print([m for m in {absent!r} if m in sys.modules])"

    assert (
        subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_rules_are_listed() -> None:
    """Every rule id in figures and flows is in the list of coding rules, or is a decision."""
    known = {r["rule_id"] for r in load_list("rules")} | set(aidflows.load("decisions")["decision_id"])
    used = {r for name in ("figures", "flows") for ids in aidflows.load(name)["rule_ids"].dropna() for r in ids.split()}

    assert set() == used - known


def test_derived_files_are_fresh(root: Path) -> None:
    """Schemas, codebook, rules and both references are what the declarations give."""
    assert [
        name
        for name, text in {**derived_files(), "docs/cli.md": make_cli_reference()}.items()
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text
    ] == []
