"""Verifies a release: checksums, logical hashes, schemas, rules and every receipt; with the originals, every span."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from aidflows.check import check_tables
from aidflows.errors import CheckError, ReleaseError
from aidflows.extraction import extract_document
from aidflows.records import Document, Figure
from aidflows.release.hashes import file_sha256, logical_hash
from aidflows.release.manifest import SUMS, read_manifest
from aidflows.release.write import read_tables

Row = dict[str, object]


def verify_release(folder: Path, originals: Path | None = None) -> dict[str, int]:
    """Return what was verified, by kind. Raises CheckError naming every file, table, row or span that differs."""
    failures = list(_check_sums(folder))
    manifest, tables = read_manifest(folder), read_tables(folder)
    for name, table in tables.items():
        if logical_hash(table) != manifest["tables"][name]["logical_hash"]:
            failures.append(f"{folder}: {name}: logical hash differs")
    try:
        check_tables(tables)
    except CheckError as error:
        failures += error.failures
    failures += _check_receipts(tables)
    counts = {
        "files": len(_read_sums(folder)),
        "tables": len(tables),
        "receipts": tables["figures"].num_rows,
        "statements": tables["statements"].num_rows,
    }
    if originals is not None:
        failures += _check_originals(tables, originals)
        counts["spans re-read in the originals"] = tables["figures"].num_rows
    if failures:
        raise CheckError(f"{folder}: does not verify, failures: {len(failures)}", tuple(failures))
    return counts


def _read_sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ReleaseError(f"{folder / SUMS}: missing or not readable") from None
    sums = {}
    for line in lines:
        digest, _, name = line.partition("  ")
        if not name or "/" in name or "\\" in name or name.startswith("."):
            raise ReleaseError(f"{folder / SUMS}: not a plain file name: {name!r}")
        sums[name] = digest
    return sums


def _check_sums(folder: Path) -> Iterator[str]:
    sums = _read_sums(folder)
    for name, digest in sums.items():
        path = folder / name
        if path.is_symlink() or not path.is_file():
            yield f"{path}: missing, or not a plain file"
        elif file_sha256(path) != digest:
            yield f"{path}: sha256 differs"
    for path in sorted(folder.iterdir()):
        if path.name not in sums and path.name != SUMS:
            yield f"{path}: not listed in {SUMS}"


def _check_receipts(tables: dict[str, pa.Table]) -> Iterator[str]:
    statements = {r["statement_id"]: r for r in tables["statements"].to_pylist()}
    for row in statements.values():
        if hashlib.sha256(row["text"].encode()).hexdigest() != row["text_sha256"]:
            yield f"statements: {row['statement_id']}: text has another sha256"
    for row in tables["figures"].to_pylist():
        note = statements.get(row["statement_id"])
        if note is None or row["text_sha256"] != note["text_sha256"]:
            continue
        if note["text"][row["span_start"] : row["span_end"]] != row["surface"]:
            yield f"figures: {row['figure_id']}: the note does not print it: {row['surface']!r}"


def _check_originals(tables: dict[str, pa.Table], originals: Path) -> Iterator[str]:
    if not originals.is_dir():
        raise ReleaseError(f"{originals}: no such folder of originals")
    files = {p: p.read_bytes() for p in sorted(originals.iterdir()) if p.is_file()}
    by_hash = {hashlib.sha256(data).hexdigest(): p for p, data in files.items()}
    for source in tables["sources"].to_pylist():
        rows = [r for r in tables["figures"].to_pylist() if r["source_id"] == source["source_id"]]
        path = by_hash.get(source["original_sha256"])
        if path is None:
            path = _closest(files, int(source["original_characters"]))
            yield f"{source['source_id']}: no original has its sha256 (closest: {path.name if path else 'none'}); rows touched: {len(rows)}"
        if path is not None:
            yield from _reread(source["source_id"], files[path], rows)


def _closest(files: dict[Path, bytes], characters: int) -> Path | None:
    sized = [(abs(len(data.decode("utf-8", "replace")) - characters), path) for path, data in files.items()]
    best = min(sized, default=None)
    return best[1] if best and best[0] <= max(200, characters // 50) else None


def _reread(source_id: str, data: bytes, rows: list[Row]) -> Iterator[str]:
    text = data.decode("utf-8", "replace")
    found = {(f.start, f.end, f.kind): f for f in extract_document(Document(source_id, text), weighs=False).figures}
    for row in rows:
        start, end = int(str(row["original_start"])), int(str(row["original_end"]))
        if row["kind"] == "agreement":
            if not text[start:end].strip():
                yield f"{source_id}: {row['figure_id']}: the span is empty"
            continue
        figure = found.get((start, end, str(row["kind"])))
        if figure is None:
            yield f"{source_id}: {row['figure_id']}: the original prints no {row['kind']} there: {text[start:end]!r}"
        elif (
            _values(figure) != (row["value_low"], row["value_best"], row["value_high"], row["unit"])
            and row["outcome"] != "conflict"
        ):
            yield f"{source_id}: {row['figure_id']}: the original prints another value: {text[start:end]!r}"


def _values(figure: Figure) -> tuple[object, ...]:
    return figure.value_low, figure.value, figure.value_high, figure.unit
