"""Two identities of a table: the sha256 of its file, and a logical hash of its rows that no writer can change."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pyarrow as pa

NULL, UNIT = "\x00", "\x1f"


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _canonical(value: object) -> str:
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def logical_hash(table: pa.Table) -> str:
    """Return the sha256 over the sorted sha256 of every row; row order, chunks and writer do not matter.

    A row is its values in column order joined by U+001F, null as U+0000, decimals with all their places.

    >>> import pyarrow as pa
    >>> a = pa.table({"x": [1, None]}); b = pa.table({"x": [None, 1]})
    >>> logical_hash(a) == logical_hash(b)
    True
    """
    names = UNIT.join(table.schema.names)
    rows = [hashlib.sha256(UNIT.join(map(_canonical, row.values())).encode()).hexdigest() for row in table.to_pylist()]
    return hashlib.sha256("\n".join([names, *sorted(rows)]).encode()).hexdigest()
