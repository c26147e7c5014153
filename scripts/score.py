"""Scores the extractor on golden folders: `score.py [FOLDER ...] [--misses] [--against REVISION]`; default tests/golden.

With --against, the same folders are scored with the code of a git revision too, and the misses gained and lost are printed.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from aidflows.publish.score import score_folder

ROOT = Path(__file__).resolve().parent.parent
CODE = "import sys; from pathlib import Path; from aidflows.publish.score import score_folder; print('\\n'.join(score_folder(Path(sys.argv[1]))[1]))"


def misses_of(revision: str, folder: Path) -> list[str]:
    """Return the misses of a folder read with the code of a git revision."""
    with tempfile.TemporaryDirectory() as tree:
        subprocess.run(["git", "worktree", "add", "-q", "--detach", tree, revision], cwd=ROOT, check=True)
        try:
            words = [sys.executable, "-c", CODE, str(folder.resolve())]
            done = subprocess.run(
                words, env={"PYTHONPATH": f"{tree}/src"}, capture_output=True, text=True, check=True, cwd=tree
            )
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], cwd=ROOT, check=True)
    return done.stdout.splitlines()


if __name__ == "__main__":
    revision = sys.argv[sys.argv.index("--against") + 1] if "--against" in sys.argv else None
    named = [Path(a) for a in sys.argv[1:] if not a.startswith("--") and a != revision]
    for folder in named or [ROOT / "tests" / "golden"]:
        scores, misses = score_folder(folder)
        print(f"{folder.name}")
        for field, (hits, cases) in sorted(scores.items()):
            print(f"  {field:24} {hits:4} of {cases:4}  {hits / cases:.3f}")
        if revision:
            before = misses_of(revision, folder)
            print("\n".join(f"  gained: {m}" for m in before if m not in misses))
            print("\n".join(f"  lost:   {m}" for m in misses if m not in before))
        if "--misses" in sys.argv:
            print("\n".join(misses))
