"""Reads the manifest of a release or build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aidflows.errors import ReleaseError

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a release or build folder. Raises ReleaseError where there is none or it is broken."""
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ReleaseError(f"{path}: missing; not a release or build folder") from None
    except (OSError, ValueError) as error:
        raise ReleaseError(f"{path}: not readable: {error}") from None
    if not isinstance(manifest, dict) or not isinstance(manifest.get("tables"), dict):
        raise ReleaseError(f"{path}: holds no list of tables")
    bad = [n for n in manifest["tables"] if not n.replace("_", "").isalnum()]
    if bad:
        raise ReleaseError(f"{path}: not a table name: {bad[0]!r}")
    return manifest
