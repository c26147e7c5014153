"""Prints how our notes and the extractor's reading of the originals agree: `agreement.py ORIGINALS_DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from aidflows.publish.agreement import measure_agreement

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    fields, kinds = measure_agreement(ROOT / "raw", Path(sys.argv[1]))
    for title, counts in (("field", fields), ("read whole", kinds)):
        print(f"{title:24} agree    of")
        for name, (hits, cases) in counts.items():
            print(f"{name:24} {hits:5} {cases:5}  {hits / cases:.3f}" if cases else f"{name:24}     0     0")
