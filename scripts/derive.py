"""Writes what is derived from the declarations (schemas/, docs/codebook.md, docs/rules.md, docs/api.md, docs/cli.md); --check only compares."""

from __future__ import annotations

import sys
from pathlib import Path

from aidflows.cli.reference import make_cli_reference
from aidflows.publish.derived import derived_files

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    stale = []
    for name, text in {**derived_files(), "docs/cli.md": make_cli_reference()}.items():
        path = ROOT / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    print(
        "\n".join(f"{'stale' if '--check' in sys.argv else 'written'}: {name}" for name in stale)
        or "all derived files are fresh"
    )
    sys.exit(1 if stale and "--check" in sys.argv else 0)
