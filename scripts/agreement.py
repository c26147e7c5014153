"""Prints how two codings agree, kind by kind and field by field; with ORIGINALS_DIR also notes against extractor."""

from __future__ import annotations

import sys
from pathlib import Path

from aidflows.publish.agreement import measure_agreement
from aidflows.publish.coders import compare_codings
from aidflows.release.write import read_tables

ROOT = Path(__file__).resolve().parent.parent
FIRST = ROOT / "data" / "parquet" / "1.0.0"  # the first coding, as it stood before the second was seen


def print_counts(title: str, counts: dict[str, tuple[int, int]]) -> None:
    """Print agreeing and compared cases with their share."""
    print(f"{title:24} agree    of")
    for name, (hits, cases) in counts.items():
        print(f"{name:24} {hits:5} {cases:5}  {hits / cases:.3f}" if cases else f"{name:24}     0     0")


if __name__ == "__main__":
    counts, differences = compare_codings(read_tables(FIRST), ROOT / "data" / "coding" / "second")
    print_counts("two codings", {f"{kind} {field}": pair for (kind, field), pair in counts.items()})
    print(f"differences settled in data/coding/settled.csv: {len(differences)}")
    if len(sys.argv) > 1:
        fields, kinds = measure_agreement(ROOT / "raw", Path(sys.argv[1]))
        print_counts("field", fields)
        print_counts("read whole", kinds)
