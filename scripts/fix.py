"""Formats the code, mends what the linter can, and regenerates derived files: `python scripts/fix.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    for words in (
        ["-m", "ruff", "check", "--fix", "-q", "."],
        ["-m", "ruff", "format", "-q", "."],
        ["scripts/derive.py"],
    ):
        subprocess.run([sys.executable, *words], cwd=ROOT, check=False)
