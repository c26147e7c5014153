"""Verifies the newest release, or the folder named: `python scripts/verify.py [arguments]`, the same as `aidflows verify`."""

from __future__ import annotations

import sys

from aidflows.cli.main import run

if __name__ == "__main__":
    run(["verify", *sys.argv[1:]])
