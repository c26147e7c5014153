"""Makes a release: checks the build, the version and the freeze, writes the folder, lists it, and puts the bundle together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aidflows.check import check_tables
from aidflows.errors import CheckError, ReleaseError
from aidflows.publish.bundle import write_bundle
from aidflows.release.frozen import check_frozen, freeze_release, is_frozen, load_history, lock_releases
from aidflows.release.manifest import read_manifest
from aidflows.release.versioning import check_version, parse_version
from aidflows.release.write import read_tables, write_tables
from aidflows.schema.derive import schema_hash


@dataclass(frozen=True, slots=True)
class Made:
    """What a release run made: its folder, the kind of change, and its bundle (None for a draft)."""

    folder: Path
    change: str
    bundle: Path | None


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said of a release: the day of publication (ISO), a line for the list of releases, and the changes in full."""

    date: str
    summary: str = ""
    changelog: str = ""


def draft_release(version: str, build: Path, root: Path) -> Made:
    """Write built tables as a draft of a version, which a later draft or release may replace. Raises ReleaseError."""
    parse_version(version)
    tables = read_tables(build)
    check_tables(tables)
    with lock_releases(root):
        if is_frozen(root, version):
            raise ReleaseError(f"{root / version}: released already, and a release is never written again")
        write_tables(tables, root / version, version=version, replace=True)
    return Made(root / version, "draft", None)


def make_release(version: str, build: Path, root: Path, *, dist: Path, notice: Notice) -> Made:
    """Write built tables as a version that can never be written again, and its bundle under `dist`.

    The version must be the one that the change against the newest release asks for, or a later one. A draft of the same
    version is replaced. Raises ReleaseError or CheckError; nothing is left half.
    """
    parse_version(version)
    tables = read_tables(build)
    check_tables(tables)
    with lock_releases(root):
        changed = check_frozen(root)
        if changed:
            raise CheckError(f"{root}: released files differ, failures: {len(changed)}", changed)
        change = check_version(version, [row["version"] for row in load_history(root)], root, build)
        write_tables(tables, root / version, version=version, replace=True)
        bundle = write_bundle(root / version, dist, date=notice.date, changelog=notice.changelog)
        freeze_release(root, version, date=notice.date, change=change, summary=notice.summary)
    return Made(root / version, change, bundle)


def publish_release(version: str, root: Path, *, dist: Path, changelog: str = "") -> Path:
    """Put the bundle of a released version together again and return its folder.

    Raises ReleaseError where the version is not released, or where this software declares other schemas than it had.
    """
    dates = {row["version"]: row["date"] for row in load_history(root)}
    if version not in dates:
        raise ReleaseError(f"{root}: not a released version (released: {', '.join(dates) or 'none'}): {version!r}")
    if read_manifest(root / version).get("schema_hash") != schema_hash():
        raise ReleaseError(f"{root / version}: made with other schemas; publish it with the software of its time")
    return write_bundle(root / version, dist, date=dates[version], changelog=changelog)
