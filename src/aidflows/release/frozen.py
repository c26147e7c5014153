"""The list of released files, which only ever grows: what stands in it can never be written again."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aidflows.errors import ReleaseError
from aidflows.release.hashes import file_sha256
from aidflows.release.manifest import SUMS

if sys.platform != "win32":
    import fcntl

HISTORY = "RELEASES.csv"
HISTORY_COLUMNS = ("version", "date", "change", "summary")


def load_frozen(root: Path) -> dict[str, str]:
    """Return the sha256 of every released file under a folder of releases, by `version/name`; {} where none is listed."""
    path = root / SUMS
    if not path.exists():
        return {}
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        digest, _, name = line.partition("  ")
        parts = name.split("/")
        if len(digest) != 64 or len(parts) != 2 or ".." in parts or not all(parts):
            raise ReleaseError(f"{path}:{number}: not a checksum and a file of a release: {line[:80]!r}")
        found[name] = digest
    return found


def is_frozen(root: Path, version: str) -> bool:
    """True where a version is listed as released."""
    return any(name.startswith(f"{version}/") for name in load_frozen(root))


def check_frozen(root: Path) -> tuple[str, ...]:
    """Return what differs from the list of released files: changed, missing, or added to a released folder."""
    frozen = load_frozen(root)
    failures = []
    for name, digest in frozen.items():
        path = root / name
        if not path.is_file() or path.is_symlink():
            failures.append(f"{path}: released file is missing, or not a plain file")
        elif file_sha256(path) != digest:
            failures.append(f"{path}: released file was changed")
    for version in sorted({name.split("/")[0] for name in frozen}):
        extra = {f"{version}/{p.name}" for p in (root / version).glob("*")} - frozen.keys()
        failures += [f"{root / name}: added to a released folder" for name in sorted(extra)]
    return tuple(failures)


def freeze_release(root: Path, version: str, *, date: str, change: str, summary: str) -> None:
    """List a version's files and its row of history as released; both files are replaced whole. Raises ReleaseError."""
    if is_frozen(root, version):
        raise ReleaseError(f"{root / version}: released already, and a release is never written again")
    new = {f"{version}/{p.name}": file_sha256(p) for p in sorted((root / version).iterdir())}
    lines = [f"{digest}  {name}\n" for name, digest in {**load_frozen(root), **new}.items()]
    history = [*load_history(root), dict(zip(HISTORY_COLUMNS, (version, date, change, summary), strict=True))]
    text = io.StringIO()
    writer = csv.DictWriter(text, HISTORY_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(history)
    _put(root / HISTORY, text.getvalue())
    _put(root / SUMS, "".join(lines))


def load_history(root: Path) -> list[dict[str, str]]:
    """Return the released versions with date (ISO), kind of change and summary, oldest first."""
    path = root / HISTORY
    if not path.exists():
        return []
    frozen = {name.split("/")[0] for name in load_frozen(root)}
    with path.open(newline="", encoding="utf-8") as handle:
        return [row for row in csv.DictReader(handle) if row["version"] in frozen]


def _put(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
    except OSError as error:
        raise ReleaseError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def lock_releases(root: Path) -> Iterator[None]:
    """Hold a folder of releases for one writer; raise ReleaseError where another holds it. A killed writer lets go."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        handle = os.open(root, os.O_RDONLY) if sys.platform != "win32" else None
    except OSError as error:
        raise ReleaseError(f"{root}: cannot be written: {error.strerror}") from None
    try:
        if handle is not None:
            _lock(root, handle)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(root: Path, handle: int) -> None:
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ReleaseError(f"{root}: another release is being written") from None
