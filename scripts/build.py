"""Builds the tables from raw/ into build/: `python scripts/build.py [arguments]`, the same as `aidflows build`."""

from __future__ import annotations

import sys

from aidflows.cli.main import run

if __name__ == "__main__":
    run(["build", *sys.argv[1:]])
