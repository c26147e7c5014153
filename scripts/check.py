"""Checks the newest release, or the folder named: `python scripts/check.py [arguments]`, the same as `aidflows check`."""

from __future__ import annotations

import sys

from aidflows.cli.main import run

if __name__ == "__main__":
    run(["check", *sys.argv[1:]])
