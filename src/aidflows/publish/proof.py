"""Verifies a bundle offline: every file's checksum, CSV against Parquet, and all that a release's own proof holds."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from aidflows.errors import AidflowsError, CheckError, ReleaseError
from aidflows.publish.exports import read_csv
from aidflows.release.hashes import file_sha256, logical_hash
from aidflows.release.manifest import SUMS, read_manifest
from aidflows.release.verify import verify_release
from aidflows.schema.derive import arrow_schema

CSV_LIMIT = 1 << 30  # a zip file that unpacks to more than 1 GiB is refused unread


def is_bundle(folder: Path) -> bool:
    """True where a folder looks like a bundle: it holds `parquet/` and a checksum list of its own."""
    return (folder / "parquet").is_dir() and (folder / SUMS).is_file()


def verify_bundle(folder: Path, originals: Path | None = None) -> dict[str, int]:
    """Return what was verified, by kind. Raises CheckError naming every file, table or row that differs.

    Nothing is written and no link is followed; ReleaseError for names that lead outside the folder.
    """
    sums = _read_sums(folder)
    failures = [*_links(folder), *_check_sums(folder, sums)]
    if any("link" in f for f in failures):
        raise CheckError(f"{folder}: does not verify, failures: {len(failures)}", tuple(failures))
    counts: dict[str, int] = {}
    try:
        counts = verify_release(folder / "parquet", originals)
    except CheckError as error:
        failures += error.failures
    except AidflowsError as error:
        failures.append(str(error))
    failures += _check_csv(folder)
    if failures:
        raise CheckError(f"{folder}: does not verify, failures: {len(failures)}", tuple(dict.fromkeys(failures)))
    return {**counts, "files": len(sums), "CSV files": len(list((folder / "csv").glob("*.zip")))}


def _read_sums(folder: Path) -> dict[str, str]:
    path = folder / SUMS
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ReleaseError(f"{path}: missing or not readable") from None
    sums = {}
    for line in lines:
        digest, _, name = line.partition("  ")
        if not name or "\\" in name or any(part in ("", ".", "..") for part in name.split("/")) or ":" in name:
            raise ReleaseError(f"{path}: not a name inside the bundle: {name!r}")
        sums[name] = digest
    return sums


def _links(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield f"{path}: is a link, not a plain file"


def _check_sums(folder: Path, sums: dict[str, str]) -> Iterator[str]:
    for name, digest in sums.items():
        path = folder / name
        if path.is_symlink() or not path.is_file():
            yield f"{path}: missing, or not a plain file"
        elif file_sha256(path) != digest:
            yield f"{path}: sha256 differs"
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and not p.is_symlink()}
    yield from (f"{folder / name}: not listed in {SUMS}" for name in sorted(there - sums.keys() - {SUMS}))


def _check_csv(folder: Path) -> Iterator[str]:
    """Every CSV must hold the rows whose logical hash the release gives."""
    try:
        manifest = read_manifest(folder / "parquet")
        listed = json.loads((folder / "logical-hashes.json").read_text(encoding="utf-8"))["tables"]
    except (ReleaseError, OSError, ValueError, KeyError, TypeError) as error:
        yield f"{folder}: hashes are not readable: {str(error).splitlines()[0]}"
        return
    for name, entry in manifest["tables"].items():
        path = folder / "csv" / f"{name}.csv.zip"
        if listed.get(name) != entry["logical_hash"]:
            yield f"{folder / 'logical-hashes.json'}: {name}: not the hash that the release gives"
        try:
            table = read_csv(_unpack(path, f"{name}.csv"), arrow_schema(name)).cast(arrow_schema(name))
        except (AidflowsError, KeyError, ValueError) as error:
            yield f"{path}: {str(error).splitlines()[0]}"
            continue
        if logical_hash(table) != entry["logical_hash"]:
            yield f"{path}: holds other rows than the release"


def _unpack(path: Path, member: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.namelist() != [member]:
                raise ReleaseError(f"must hold one file, {member}: {archive.namelist()[:3]}")
            if archive.getinfo(member).file_size > CSV_LIMIT:
                raise ReleaseError(f"unpacks to more than {CSV_LIMIT} bytes")
            return archive.read(member)
    except (OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise ReleaseError(f"not a readable zip file: {error}") from None
