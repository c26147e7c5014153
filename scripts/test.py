"""Sets up an environment and runs the tests: `python3 scripts/test.py [pytest arguments]`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from start import ROOT, set_up

if __name__ == "__main__":
    folder = Path(os.environ.get("AIDFLOWS_VENV", ROOT / ".venv"))
    interpreter = set_up(folder, "test,dev")
    sys.exit(subprocess.run([interpreter, "-m", "pytest", *sys.argv[1:]], cwd=ROOT, check=False).returncode)
