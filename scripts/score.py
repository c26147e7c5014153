"""Scores the extractor on golden folders: `score.py [FOLDER ...] [--misses]`; default tests/golden."""

from __future__ import annotations

import sys
from pathlib import Path

from aidflows.publish.score import score_folder

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")] or [ROOT / "tests" / "golden"]
    for folder in folders:
        scores, misses = score_folder(folder)
        print(f"{folder.name}")
        for field, (hits, cases) in sorted(scores.items()):
            print(f"  {field:24} {hits:4} of {cases:4}  {hits / cases:.3f}")
        if "--misses" in sys.argv:
            print("\n".join(misses))
