"""Says which version a change asks for (Semantic Versioning 2.0.0, read for data) and refuses a smaller one."""

from __future__ import annotations

from pathlib import Path

from aidflows.errors import ReleaseError
from aidflows.release.compare import compare_folders
from aidflows.release.manifest import read_manifest

CHANGES = ("none", "patch", "minor", "major")
Version = tuple[int, int, int]


def parse_version(text: str) -> Version:
    """Return a version's three numbers.

    >>> parse_version("1.10.2")
    (1, 10, 2)
    """
    parts = text.split(".")
    if len(parts) != 3 or not all(p.isdigit() and str(int(p)) == p for p in parts):
        raise ReleaseError(f"release: not a version like 1.0.0: {text!r}")
    major, minor, patch = (int(p) for p in parts)
    return major, minor, patch


def find_change(old: Path, new: Path) -> str:
    """Return what the difference of two folders asks for: none, patch, minor or major.

    major: a table, a column or a meaning changed (the schemas' hash differs); minor: rows came or went; patch: only cells
    changed. Croissant counts a change of rows as major and of metadata as minor; docs/versions.md says how to read both.
    """
    if read_manifest(old).get("schema_hash") != read_manifest(new).get("schema_hash"):
        return "major"
    kinds = {row["change"] for row in compare_folders(old, new).rows}
    return "minor" if kinds & {"added", "gone"} else "patch" if kinds else "none"


def next_version(version: str, change: str) -> str:
    """Return the version that a change asks for.

    >>> next_version("1.0.3", "minor"), next_version("1.0.3", "patch"), next_version("1.0.3", "major")
    ('1.1.0', '1.0.4', '2.0.0')
    """
    major, minor, patch = parse_version(version)
    if change == "major":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if change == "minor" else f"{major}.{minor}.{patch + 1}"


def check_version(version: str, released: list[str], root: Path, build: Path) -> str:
    """Return the kind of change from the newest released version to `build`; `major` where there is none before.

    Raises ReleaseError where the version was released, is not newer, or is smaller than the change asks for.
    """
    number = parse_version(version)
    if not released:
        return "major"
    last = max(released, key=parse_version)
    if number <= parse_version(last):
        raise ReleaseError(f"release: not newer than {last}, the newest release: {version!r}")
    change = find_change(root / last, build)
    if change == "none":
        raise ReleaseError(f"release: nothing differs from {last}, so no version is due: {version!r}")
    needed = next_version(last, change)
    if number < parse_version(needed):
        raise ReleaseError(f"release: a {change} change against {last} needs {needed} or later: {version!r}")
    return change
