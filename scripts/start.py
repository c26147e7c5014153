"""Sets up .venv and builds the dataset from raw/: `python3 scripts/start.py`."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def set_up(folder: Path, extra: str) -> Path:
    """Create a virtual environment with the project in it (pinned versions) and return its interpreter."""
    if sys.version_info < (3, 11):  # noqa: UP036  (run by whatever python3 is there)
        sys.exit("aidflows needs Python 3.11 or newer")
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    what = f".[{extra}]" if extra else "."
    pins = str(ROOT / "scripts" / "pins.txt")
    subprocess.run(
        [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", pins, "-e", what],
        cwd=ROOT,
        check=True,
    )
    return python


if __name__ == "__main__":
    interpreter = set_up(ROOT / ".venv", "documents")
    sys.exit(subprocess.run([interpreter, "-m", "aidflows", "build", *sys.argv[1:]], cwd=ROOT, check=False).returncode)
