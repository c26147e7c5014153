"""Releases: versions enforced, nothing written twice, bundles that other tools accept and that prove themselves."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import duckdb
import frictionless
import mlcroissant
import openpyxl
import pandas as pd
import pytest
import yaml

from aidflows.errors import AidflowsError, CheckError, QuestionError, ReleaseError
from aidflows.pipeline import Built, to_arrow
from aidflows.publish import machine
from aidflows.publish.exports import FORMATS, export_release, read_csv
from aidflows.publish.machine import Notice, draft_release, make_release, publish_release
from aidflows.publish.proof import verify_bundle
from aidflows.query.store import find_root, load_views
from aidflows.release.compare import compare_folders
from aidflows.release.frozen import check_frozen, freeze_release, load_frozen, load_history, lock_releases
from aidflows.release.hashes import logical_hash
from aidflows.release.versioning import check_version, find_change
from aidflows.release.write import read_tables, write_tables
from aidflows.schema.derive import arrow_schema

DAY = "2026-11-21"


@pytest.fixture(scope="session")
def released(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with build/, releases/ (1.0.0, frozen) and dist/ with its bundle."""
    folder = tmp_path_factory.mktemp("released")
    write_tables(built.tables, folder / "build", version="build")
    make_release("1.0.0", folder / "build", folder / "releases", dist=folder / "dist", notice=Notice(DAY, "first"))
    return folder


@pytest.fixture
def copy(released: Path, tmp_path: Path) -> Path:
    """A copy of that folder to spoil."""
    shutil.copytree(released, tmp_path / "c")
    return tmp_path / "c"


def _build(built: Built, folder: Path, change: str) -> Path:
    tables = dict(built.tables)
    rows = tables["flows"].to_pylist()
    if change == "patch":
        rows[0]["title"] = "another title"
        tables["flows"] = to_arrow("flows", rows)
    elif change == "minor":
        tables["countries"] = tables["countries"].slice(0, tables["countries"].num_rows - 1)
    write_tables(tables, folder, version="build", replace=True)
    if change == "major":
        path = folder / "manifest.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "schema_hash": "0" * 64}))
    return folder


@pytest.mark.parametrize(
    ("change", "needed", "refused"),
    [("patch", "1.0.1", "1.0.0"), ("minor", "1.1.0", "1.0.9"), ("major", "2.0.0", "1.9.0")],
)
def test_version_is_what_the_change_asks(
    built: Built, released: Path, tmp_path: Path, change: str, needed: str, refused: str
) -> None:
    """Cells changed: patch; rows: minor; schema: major. A smaller version is refused, a larger is let through."""
    build, root = _build(built, tmp_path / "b", change), released / "releases"

    assert find_change(root / "1.0.0", build) == change
    assert check_version(needed, ["1.0.0"], root, build) == change
    assert check_version("3.0.0", ["1.0.0"], root, build) == change
    with pytest.raises(ReleaseError, match="needs|not newer"):
        check_version(refused, ["1.0.0"], root, build)


def test_nothing_changed_is_no_version(released: Path) -> None:
    """A build like the newest release gets no version."""
    with pytest.raises(ReleaseError, match="nothing differs"):
        check_version("1.0.1", ["1.0.0"], released / "releases", released / "build")


@pytest.mark.parametrize("version", ["1", "1.0", "v1.0.0", "1.0.0-rc1", "01.0.0", "../1.0.0", ""])
def test_no_version(released: Path, version: str) -> None:
    """What is no version is refused in one line."""
    with pytest.raises(ReleaseError, match="not a version"):
        draft_release(version, released / "build", released / "releases")


def test_released_is_never_written_again(copy: Path) -> None:
    """Neither a release nor a draft replaces a listed version, and the history has it once."""
    for write in (
        lambda: draft_release("1.0.0", copy / "build", copy / "releases"),
        lambda: make_release("1.0.0", copy / "build", copy / "releases", dist=copy / "dist", notice=Notice(DAY)),
        lambda: freeze_release(copy / "releases", "1.0.0", date=DAY, change="major", summary=""),
    ):
        with pytest.raises(ReleaseError):
            write()
    assert [row["version"] for row in load_history(copy / "releases")] == ["1.0.0"]


def test_draft_may_be_replaced_until_released(built: Built, copy: Path) -> None:
    """A draft is not listed and may be written again; releasing the same version lists it, after the old lines."""
    before = (copy / "releases" / "SHA256SUMS").read_text()
    build = _build(built, copy / "b", "patch")
    for _ in range(2):
        assert draft_release("1.0.1", build, copy / "releases").bundle is None
    assert (copy / "releases" / "SHA256SUMS").read_text() == before
    make_release("1.0.1", build, copy / "releases", dist=copy / "dist", notice=Notice(DAY))

    after = (copy / "releases" / "SHA256SUMS").read_text()
    assert after.startswith(before) and len(after) > len(before)
    assert check_frozen(copy / "releases") == ()


@pytest.mark.parametrize("spoil", ["change", "remove", "add"])
def test_changed_release_is_named_and_stops_the_next(built: Built, copy: Path, spoil: str) -> None:
    """A released file that was changed, removed or added is named, and no further release is written."""
    folder = copy / "releases" / "1.0.0"
    if spoil == "change":
        (folder / "flows.parquet").write_bytes(b"PAR1")
    elif spoil == "remove":
        (folder / "events.parquet").unlink()
    else:
        (folder / "more.parquet").write_bytes(b"")
    (failure,) = check_frozen(copy / "releases")

    assert re.search(r"flows|events|more", failure)
    with pytest.raises(CheckError):
        make_release(
            "1.1.0", _build(built, copy / "b", "minor"), copy / "releases", dist=copy / "dist", notice=Notice(DAY)
        )


def test_committed_releases_are_untouched(root: Path) -> None:
    """Every listed file under data/parquet is as it was released, and the list has only ever grown."""
    assert check_frozen(root / "data" / "parquet") == ()
    log = subprocess.run(
        ["git", "log", "--format=", "-p", "--", "data/parquet/SHA256SUMS"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in log.stdout.splitlines() if re.match(r"-[0-9a-f]", line)] == []


def test_ids_are_never_reused(root: Path) -> None:
    """An id of one release names the same thing in every later one: a decision its target, a figure its place."""
    frozen = [find_root() / row["version"] for row in load_history(find_root())]
    folders = [*frozen, *(p for p in sorted(find_root().iterdir()) if p.is_dir() and p not in frozen)]
    for table, key, same in (
        ("decisions", "decision_id", ("action", "target")),
        ("figures", "figure_id", ("source_id", "kind", "original_start", "original_end")),
        ("systems", "system_id", ("name",)),
    ):
        seen: dict[str, tuple[object, ...]] = {}
        for folder in folders:
            for row in read_tables(folder)[table].to_pylist():
                what = tuple(row[c] for c in same)
                assert seen.setdefault(row[key], what) == what, (folder.name, row[key])


def test_two_at_once(copy: Path) -> None:
    """While one release is being written, another is refused in one line."""
    with lock_releases(copy / "releases"), pytest.raises(ReleaseError, match="another release"):
        draft_release("1.1.0", copy / "build", copy / "releases")


STEPS = ("check_version", "write_tables", "write_bundle", "freeze_release")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_killed_at_a_step(built: Built, copy: Path, step: str, when: str) -> None:
    """A process killed before or after any step leaves the old release whole, lists nothing half, and can start again."""
    build = _build(built, copy / "b", "minor")
    listed = load_frozen(copy / "releases")
    code = (
        "import os, sys; from pathlib import Path; import aidflows.publish.machine as m\n"
        f"real = m.{step}\n"
        f"def stop(*a, **k):\n    {'os._exit(9)' if when == 'before' else 'real(*a, **k); os._exit(9)'}\n"
        f"m.{step} = stop\n"
        f"c = Path({str(copy)!r})\n"
        f"m.make_release('1.1.0', Path({str(build)!r}), c / 'releases', dist=c / 'dist', notice=m.Notice({DAY!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.returncode == 9, done.stderr
    assert check_frozen(copy / "releases") == ()
    finished = step == "freeze_release" and when == "after"
    assert (load_frozen(copy / "releases") != listed) == finished
    for folder in (copy / "dist").glob("aidflows-data-*"):
        assert verify_bundle(folder)["tables"] == 19
    if not finished:
        make_release("1.1.0", build, copy / "releases", dist=copy / "dist", notice=Notice(DAY))
    assert [row["version"] for row in load_history(copy / "releases")] == ["1.0.0", "1.1.0"]


def test_bundle_lists_everything(released: Path) -> None:
    """The bundle holds each thing that the README of it names, and SHA256SUMS every file."""
    folder = released / "dist" / "aidflows-data-1.0.0"
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    wanted = {
        "README.md", "CHANGELOG.md", "CITATION.cff", ".zenodo.json", "LICENCES.md", "LICENSE", "LICENSE-DATA", "CODEBOOK.md", "CODEBOOK.html",
        "datapackage.json", "croissant.json", "logical-hashes.json", "SHA256SUMS", "aidflows-data-1.0.0.duckdb", "aidflows-data-1.0.0.xlsx",
        "parquet/flows.parquet", "csv/flows.csv.zip", "schemas/flows.json", "views/yearly_totals.sql", "parquet/manifest.json",
    }  # fmt: skip

    assert wanted <= names
    listed = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    assert listed == names - {"SHA256SUMS"}


def test_frictionless_accepts_the_package(released: Path) -> None:
    """frictionless finds datapackage.json valid: every CSV row, key and foreign key, every hash."""
    report = frictionless.validate(str(released / "dist" / "aidflows-data-1.0.0" / "datapackage.json"))

    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])[:3]
    assert len(report.tasks) == 38


def test_frictionless_sees_a_wrong_key(copy: Path) -> None:
    """The package's own declarations are strict enough to fail: a flow whose supplier is no country."""
    folder = copy / "dist" / "aidflows-data-1.0.0"
    path = folder / "csv" / "flows.csv.zip"
    data = zipfile.ZipFile(path).read("flows.csv").replace(b'"TUR"', b'"TUX"', 1)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("flows.csv", data)
    report = frictionless.validate(str(folder / "datapackage.json"))

    assert not report.valid


def test_croissant_loads_records(released: Path) -> None:
    """mlcroissant finds croissant.json without error or warning, and loads the records of every table from it."""
    folder = released / "dist" / "aidflows-data-1.0.0"
    dataset = mlcroissant.Dataset(jsonld=str(folder / "croissant.json"))

    assert dataset.metadata.ctx.issues.errors == dataset.metadata.ctx.issues.warnings == set()
    tables = read_tables(folder / "parquet")
    for name in ("sources", "flows", "agreement_flows"):
        assert len(list(dataset.records(name))) == tables[name].num_rows
    best = [
        r["flows/amount_best"] for r in dataset.records("flows") if r["flows/flow_id"] == b"ates-kilic-2025:36213-36227"
    ]
    assert best == [3450000.0]


CFF_TYPES = {"software", "dataset"}


def test_citation_files(released: Path) -> None:
    """CITATION.cff keeps the rules of Citation File Format 1.2.0, and .zenodo.json what Zenodo asks of a data set."""
    folder = released / "dist" / "aidflows-data-1.0.0"
    cff = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cff.keys()
    known = {
        "cff-version",
        "message",
        "title",
        "authors",
        "abstract",
        "type",
        "version",
        "date-released",
        "license",
        "keywords",
    }
    assert cff.keys() <= known and cff["cff-version"] == "1.2.0" and cff["type"] in CFF_TYPES
    assert isinstance(cff["version"], str) and isinstance(cff["keywords"], list) and cff["license"] == "CC-BY-4.0"
    assert datetime.date.fromisoformat(str(cff["date-released"])).isoformat() == DAY
    assert all(a.keys() <= {"name", "website", "orcid"} and a["name"] for a in cff["authors"])
    zenodo = json.loads((folder / ".zenodo.json").read_text(encoding="utf-8"))
    assert zenodo["upload_type"] == "dataset" and zenodo["license"] == "cc-by-4.0" and zenodo["creators"][0]["name"]
    assert {"title", "description", "version", "publication_date", "access_right"} <= zenodo.keys()


def test_own_citation_file(root: Path) -> None:
    """The repository's CITATION.cff names the newest version."""
    cff = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert cff["version"] == sorted(p.name for p in (root / "data" / "parquet").iterdir() if p.is_dir())[-1]


def test_database_file(released: Path) -> None:
    """The DuckDB file holds tables and views with the release's rows, and a comment on every table, view and column."""
    folder = released / "dist" / "aidflows-data-1.0.0"
    tables = read_tables(folder / "parquet")
    with duckdb.connect(str(folder / "aidflows-data-1.0.0.duckdb"), read_only=True) as connection:
        for name, table in tables.items():
            assert connection.execute(f"select count(*) from {name}").fetchone() == (table.num_rows,)
        for kind in ("columns", "tables", "views"):
            assert connection.execute(
                f"select count(*) from duckdb_{kind}() where not internal and comment is null"
            ).fetchone() == (0,)
        assert connection.execute("select count(*) from duckdb_views() where not internal").fetchone() == (
            len(load_views()),
        )


def test_workbook(released: Path) -> None:
    """The workbook has the codebook and a sheet a table, with amounts as numbers and no formula made of text."""
    folder = released / "dist" / "aidflows-data-1.0.0"
    book = openpyxl.load_workbook(folder / "aidflows-data-1.0.0.xlsx", read_only=True)
    tables = read_tables(folder / "parquet")

    assert book.sheetnames == ["codebook", *tables]
    rows = list(book["flows"].iter_rows(values_only=True))
    row = next(r for r in rows if r[0] == "ates-kilic-2025:36213-36227")
    assert len(rows) == tables["flows"].num_rows + 1
    assert row[rows[0].index("amount_best")] == 3450000


@pytest.mark.parametrize("form", FORMATS)
def test_export(released: Path, tmp_path: Path, form: str) -> None:
    """Each format is written whole, is read back by its own reader, and never overwrites."""
    release = released / "releases" / "1.0.0"
    tables = read_tables(release)
    out = tmp_path / "out"
    export_release(release, tables, form, out)
    if form == "csv":
        data = zipfile.ZipFile(out / "flows.csv.zip").read("flows.csv")
        assert logical_hash(read_csv(data, arrow_schema("flows")).cast(arrow_schema("flows"))) == logical_hash(
            tables["flows"]
        )
    elif form == "stata":
        frame = pd.read_stata(out / "flows.dta")
        assert frame.loc[frame["flow_id"] == "ates-kilic-2025:36213-36227", "amount_best"].tolist() == [3450000.0]
    elif form == "parquet":
        assert sorted(p.stem for p in out.iterdir()) == sorted(tables)
    with pytest.raises(ReleaseError, match="exists already"):
        export_release(release, tables, form, out)


def test_export_of_no_format(released: Path, tmp_path: Path) -> None:
    """An unknown format is a question that cannot be answered."""
    with pytest.raises(QuestionError, match="format must be one of"):
        export_release(released / "releases" / "1.0.0", {}, "sas", tmp_path / "x")


def _flip(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])


def test_every_flipped_bit_is_named(copy: Path) -> None:
    """One bit flipped in every file of the bundle but the list itself: verify names each of them."""
    folder = copy / "dist" / "aidflows-data-1.0.0"
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p != folder / "SHA256SUMS")
    for path in files:
        _flip(path)
    with pytest.raises(CheckError) as caught:
        verify_bundle(folder)
    named = "\n".join(caught.value.failures)

    assert len(files) > 80
    assert [p for p in files if f"{p}: sha256 differs" not in named] == []


@pytest.mark.parametrize(
    "name", ["SHA256SUMS", "parquet/SHA256SUMS", "csv/events.csv.zip", "croissant.json", "aidflows-data-1.0.0.duckdb"]
)
def test_one_flipped_bit(copy: Path, name: str) -> None:
    """One bit flipped in one file: verify fails and names that file, or the one whose listed sum it made wrong."""
    folder = copy / "dist" / "aidflows-data-1.0.0"
    assert verify_bundle(folder)["files"] > 80
    _flip(folder / name)
    with pytest.raises(AidflowsError) as caught:
        verify_bundle(folder)

    assert (
        Path(name).name in "\n".join([str(caught.value), *getattr(caught.value, "failures", ())])
        or name == "SHA256SUMS"
    )


def _hostile(folder: Path, kind: str) -> None:
    sums = folder / "SHA256SUMS"
    if kind == "traversal":
        sums.write_text(sums.read_text() + "0" * 64 + "  ../../evil\n")
    elif kind == "absolute":
        sums.write_text(sums.read_text() + "0" * 64 + "  /etc/passwd\n")
    elif kind == "link":
        (folder / "README.md").unlink()
        (folder / "README.md").symlink_to("/etc/passwd")
    elif kind == "linked folder":
        (folder / "more").symlink_to("/etc")
    elif kind == "truncated":
        path = folder / "parquet" / "flows.parquet"
        path.write_bytes(path.read_bytes()[:100])
    elif kind == "table name":
        path = folder / "parquet" / "manifest.json"
        path.write_text(path.read_text().replace('"flows": {', '"../flows": {'))
    elif kind == "zip with two":
        with zipfile.ZipFile(folder / "csv" / "flows.csv.zip", "a") as archive:
            archive.writestr("../evil.csv", "x")
    elif kind == "extra":
        (folder / "evil.sh").write_text("x")
    elif kind == "not text":
        sums.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "kind",
    ["traversal", "absolute", "link", "linked folder", "truncated", "table name", "zip with two", "extra", "not text"],
)
def test_hostile_bundle(copy: Path, kind: str) -> None:
    """A broken or hostile bundle ends in lines that name what is wrong, writes nothing, and follows no link."""
    folder = copy / "dist" / "aidflows-data-1.0.0"
    _hostile(folder, kind)
    before = {p: p.stat().st_mtime_ns for p in copy.rglob("*")}
    with pytest.raises(AidflowsError) as caught:
        verify_bundle(folder)

    assert "\n" not in str(caught.value)
    assert before == {p: p.stat().st_mtime_ns for p in copy.rglob("*")}


def test_publish_again(copy: Path) -> None:
    """A released version's bundle can be put together again: same bytes but for the DuckDB file and what lists it."""
    again = publish_release("1.0.0", copy / "releases", dist=copy / "again")
    first = copy / "dist" / "aidflows-data-1.0.0"
    differ = [
        p.relative_to(again).as_posix()
        for p in again.rglob("*")
        if p.is_file() and p.read_bytes() != (first / p.relative_to(again)).read_bytes()
    ]

    assert set(differ) <= {"SHA256SUMS", "aidflows-data-1.0.0.duckdb"}
    with pytest.raises(ReleaseError, match="not a released version"):
        publish_release("9.0.0", copy / "releases", dist=copy / "again")


def test_publish_with_other_schemas(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old version is not dressed in the schemas of newer software."""
    monkeypatch.setattr(machine, "schema_hash", lambda: "0" * 64)
    with pytest.raises(ReleaseError, match="other schemas"):
        publish_release("1.0.0", copy / "releases", dist=copy / "again")


def test_diff_reads_bundles(built: Built, copy: Path) -> None:
    """diff takes a bundle's Parquet like any folder, in every format; its parts sum to the change."""
    run = [sys.executable, "-m", "aidflows", "diff", str(copy / "dist" / "aidflows-data-1.0.0")]
    changed = dict(built.tables)
    rows = changed["flows"].to_pylist()
    for row in rows:
        if row["flow_id"] == "ates-kilic-2025:37700-37711":
            row["amount_best"] = Decimal(3000500)
    changed["flows"] = to_arrow("flows", rows)
    write_tables(changed, copy / "new", version="1.0.1")
    out = {
        form: subprocess.run([*run, str(copy / "new"), "--format", form], capture_output=True, text=True, check=False)
        for form in ("table", "json", "html", "csv", "jsonl")
    }
    same = subprocess.run([*run, str(copy / "build")], capture_output=True, text=True, check=False)
    none = subprocess.run([*run, str(copy / "nothing")], capture_output=True, text=True, check=False)

    assert [done.returncode for done in out.values()] == [1] * 5
    assert (same.returncode, none.returncode) == (0, 2)
    values = json.loads(out["json"].stdout)
    assert values["totals"] == [{"flow_type": "grant", "currency": "USD", "cause": "rule_change", "delta": 500}]
    assert out["html"].stdout.startswith("<!DOCTYPE html>") and "rule_change" in out["html"].stdout
    assert compare_folders(copy / "build", copy / "new").totals[0]["delta"] == Decimal(500)


def test_releasing_md(root: Path, tmp_path: Path) -> None:
    """RELEASING.md's commands, followed on a copy of the project, make a release whose bundle proves itself."""
    work = tmp_path / "project"
    shutil.copytree(
        root, work, ignore=shutil.ignore_patterns(".git", ".venv*", "build", "dist", ".*_cache", "__pycache__")
    )
    for folder in sorted((work / "data" / "parquet").iterdir()):
        if folder.is_dir() and not any(
            name.startswith(folder.name + "/") for name in load_frozen(work / "data" / "parquet")
        ):
            shutil.rmtree(folder)
    newest = load_history(work / "data" / "parquet")[-1]["version"]
    decisions = work / "raw" / "decisions.yml"
    decisions.write_text(
        decisions.read_text(encoding="utf-8").replace(
            "Two numbers for Turkish personnel", "Two counts of Turkish personnel"
        ),
        encoding="utf-8",
    )
    major, minor, _ = newest.split(".")
    blocks = re.findall(r"```sh\n(.*?)```", (root / "RELEASING.md").read_text(encoding="utf-8"), re.DOTALL)
    commands = (
        "\n".join(blocks).replace("VERSION", f"{major}.{int(minor) + 1}.0").replace("python scripts/test.py", "true")
    )
    shim = f'set -eu\naidflows() {{ {sys.executable} -m aidflows "$@"; }}\npython() {{ {sys.executable} "$@"; }}\n'
    done = subprocess.run(["bash", "-c", shim + commands], cwd=work, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr + done.stdout[-2000:]
    assert "bundle written" in done.stdout and "verified:" in done.stdout


def test_other_tools(root: Path) -> None:
    """The snippets for pandas, Polars and DuckDB run and give the same sums; R's where R is installed."""
    text = (root / "docs" / "other-tools.md").read_text(encoding="utf-8")
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        done = subprocess.run([sys.executable, "-c", block], cwd=root, capture_output=True, text=True, check=True)
        assert "14772000" in done.stdout.replace(",", "") and "808000000" in done.stdout.replace(",", "")


def test_r_snippet(root: Path) -> None:
    """The R snippet runs; skipped, by name, where R or its package arrow is not installed."""
    rscript = shutil.which("Rscript")
    if (
        rscript is None
        or subprocess.run([rscript, "-e", "library(arrow)"], capture_output=True, check=False).returncode
    ):
        pytest.skip("R with the package arrow is not installed")
    (block,) = re.findall(r"```r\n(.*?)```", (root / "docs" / "other-tools.md").read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([rscript, "-e", block], cwd=root, capture_output=True, text=True, check=True)
    assert "14772000" in done.stdout.replace(",", "")


def test_docs_site_builds_without_warnings(root: Path, tmp_path: Path) -> None:
    """mkdocs builds the site with warnings as errors."""
    words = ["-m", "mkdocs", "build", "-q", "--strict", "-f", ".ci/mkdocs.yml", "-d", str(tmp_path / "site")]
    done = subprocess.run([sys.executable, *words], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "codebook" / "index.html").is_file()


def test_licences_are_the_same(root: Path) -> None:
    """The licence texts that bundles carry are those of the repository."""
    for name in ("LICENSE", "LICENSE-DATA"):
        assert (root / name).read_bytes() == (root / "src" / "aidflows" / "publish" / "licences" / name).read_bytes()
