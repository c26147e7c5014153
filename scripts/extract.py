"""Extracts figures from the documents or folders named: `python scripts/extract.py [arguments]`, the same as `aidflows extract`."""

from __future__ import annotations

import sys

from aidflows.cli.main import run

if __name__ == "__main__":
    run(["extract", *sys.argv[1:]])
