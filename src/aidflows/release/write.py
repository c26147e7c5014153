"""Writes tables as Parquet with a manifest and checksums, beside and then moved into place: whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from aidflows.errors import ReleaseError
from aidflows.release.hashes import file_sha256, logical_hash
from aidflows.release.manifest import MANIFEST, SUMS, read_manifest
from aidflows.schema.derive import arrow_schema, describe_table, schema_hash

Tables = dict[str, pa.Table]


def write_tables(tables: Tables, target: Path, *, version: str, replace: bool = False) -> None:
    """Write all tables to the folder `target`, atomically; an older folder there stays whole until the new one stands.

    Raises ReleaseError where the target exists (unless `replace`) or cannot be written.
    """
    if target.exists() and not replace:
        raise ReleaseError(f"{target}: exists already, and a release is never overwritten")
    if target.exists() and not target.is_dir():
        raise ReleaseError(f"{target}: is a file, not a folder")
    beside = target.parent / f".{target.name}.{os.getpid()}.new"
    try:
        beside.mkdir(parents=True, exist_ok=False)
        _fill(tables, beside, version)
        _swap(beside, target)
    except OSError as error:
        raise ReleaseError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _swap(beside: Path, target: Path) -> None:
    old = target.parent / f".{target.name}.{os.getpid()}.old"
    if target.exists():
        target.rename(old)
    try:
        beside.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _fill(tables: Tables, folder: Path, version: str) -> None:
    entries: dict[str, Any] = {}
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        meta = {
            b"aidflows_version": version.encode(),
            b"licence": b"CC-BY-4.0",
            b"schema_hash": schema_hash().encode(),
            b"description": describe_table(name)[0].encode(),
        }
        schema = arrow_schema(name).with_metadata(meta)
        pq.write_table(
            table.cast(schema),
            path,
            compression="zstd",
            version="2.6",
            data_page_version="1.0",
            write_statistics=True,
            store_schema=True,
        )
        entries[name] = {
            "rows": table.num_rows, "sha256": file_sha256(path), "logical_hash": logical_hash(table), "description": describe_table(name)[0],
            "columns": {c["name"]: c["description"] for c in describe_table(name)[1]},
        }  # fmt: skip
    manifest = {
        "name": "aidflows",
        "version": version,
        "licence": "CC-BY-4.0",
        "schema_hash": schema_hash(),
        "writer": f"pyarrow {pa.__version__}",
        "tables": entries,
    }
    (folder / MANIFEST).write_text(
        json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
    )
    names = sorted([*(f"{n}.parquet" for n in tables), MANIFEST])
    (folder / SUMS).write_text("".join(f"{file_sha256(folder / n)}  {n}\n" for n in names), encoding="utf-8")


def read_tables(folder: Path) -> Tables:
    """Return all tables of a release or build folder. Raises ReleaseError naming the file at fault."""
    manifest = read_manifest(folder)
    tables: Tables = {}
    for name in manifest["tables"]:
        path = folder / f"{name}.parquet"
        try:
            tables[name] = pq.read_table(path)
        except FileNotFoundError:
            raise ReleaseError(f"{path}: missing table") from None
        except (pa.ArrowException, OSError) as error:
            raise ReleaseError(f"{path}: not a readable Parquet file: {str(error).splitlines()[0]}") from None
    return tables
