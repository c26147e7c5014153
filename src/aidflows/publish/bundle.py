"""Puts a release together as a bundle for a data repository: written beside and moved into place, whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from importlib.resources import files
from pathlib import Path

from aidflows.errors import ReleaseError
from aidflows.publish.derived import make_codebook
from aidflows.publish.exports import write_csv, write_database, write_workbook
from aidflows.publish.facts import Facts, read_facts
from aidflows.publish.packages import make_croissant, make_datapackage
from aidflows.publish.texts import make_cff, make_page, make_readme, make_source_licences, make_zenodo
from aidflows.query.store import load_views
from aidflows.release.hashes import file_sha256
from aidflows.release.manifest import SUMS, read_manifest
from aidflows.release.write import Tables, read_tables
from aidflows.schema.derive import table_schema


def bundle_name(version: str) -> str:
    """Return the folder's name: `aidflows-data-1.0.0`."""
    return f"aidflows-data-{version}"


def write_bundle(release: Path, dist: Path, *, date: str, changelog: str = "") -> Path:
    """Write the bundle of a release folder under `dist` and return its folder; an older one of the same version goes.

    `date` is the day of publication (ISO). Raises ReleaseError where the release is broken or `dist` cannot be written.
    """
    tables = read_tables(release)
    facts = read_facts(release, tables, date=date)
    target = dist / bundle_name(facts.version)
    beside = dist / f".{target.name}.{os.getpid()}.new"
    try:
        beside.mkdir(parents=True)
        _fill(beside, release, tables, facts, changelog)
        old = dist / f".{target.name}.{os.getpid()}.old"
        if target.exists():
            target.rename(old)
        beside.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise ReleaseError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return target


def _fill(folder: Path, release: Path, tables: Tables, facts: Facts, changelog: str) -> None:
    for name in ("parquet", "csv", "schemas", "views"):
        (folder / name).mkdir()
    for path in sorted(release.iterdir()):
        shutil.copyfile(path, folder / "parquet" / path.name)
    write_csv(tables, folder / "csv")
    name = bundle_name(facts.version)
    write_database(release, folder / f"{name}.duckdb")
    write_workbook(tables, folder / f"{name}.xlsx")
    for place, text in _texts(folder, release, tables, facts).items():
        (folder / place).write_text(text, encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(changelog or f"# Changes\n\n- {facts.version}\n", encoding="utf-8")
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    (folder / SUMS).write_text("".join(f"{file_sha256(folder / n)}  {n}\n" for n in names), encoding="utf-8")


def _texts(folder: Path, release: Path, tables: Tables, facts: Facts) -> dict[str, str]:
    manifest = read_manifest(release)
    hashes = {name: entry["logical_hash"] for name, entry in manifest["tables"].items()}
    codebook = make_codebook()
    texts = {
        "datapackage.json": _json(make_datapackage(folder, facts)),
        "croissant.json": _json(make_croissant(folder, facts)),
        "logical-hashes.json": _json(
            {"version": facts.version, "schema_hash": manifest["schema_hash"], "tables": hashes}
        ),
        "CITATION.cff": make_cff(facts),
        ".zenodo.json": make_zenodo(facts),
        "LICENCES.md": make_source_licences(facts),
        "README.md": make_readme(facts, {name: table.num_rows for name, table in tables.items()}),
        "CODEBOOK.md": codebook,
        "CODEBOOK.html": make_page(codebook, f"{facts.title}: codebook"),
    }
    texts |= {f"schemas/{name}.json": _json(table_schema(name)) for name in tables}
    texts |= {f"views/{name}.sql": sql for name, sql in load_views().items()}
    for name in ("LICENSE", "LICENSE-DATA"):
        texts[name] = files("aidflows.publish").joinpath("licences", name).read_text(encoding="utf-8")
    return texts


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
