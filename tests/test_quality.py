"""The code's own quality: types, style, the README, the wheel."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


def test_ruff(root: Path) -> None:
    """ruff is clean."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "src", "scripts", "tests"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_mypy(root: Path) -> None:
    """mypy --strict is clean."""
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def _console(text: str) -> list[tuple[str, str]]:
    """Return the commands of README's console blocks with the output printed there."""
    pairs = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for chunk in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = chunk.partition("\n")
            pairs.append((command.strip(), output.strip()))
    return pairs


def test_readme_commands(root: Path) -> None:
    """README's commands print what README shows."""
    pairs = [
        (c, o) for c, o in _console((root / "README.md").read_text(encoding="utf-8")) if c.startswith("aidflows ") and o
    ]
    assert len(pairs) >= 3
    for command, output in pairs:
        done = subprocess.run(
            f"{sys.executable} -m {command}", shell=True, cwd=root, capture_output=True, text=True, check=False
        )
        assert output == done.stdout.strip(), command


@pytest.mark.parametrize("name", ["README.md", "docs/quickstart.md", "docs/versions.md"])
def test_python_blocks(root: Path, name: str, tmp_path: Path) -> None:
    """Python blocks of the docs run."""
    blocks = re.findall(r"```python\n(.*?)```", (root / name).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=root, check=True, capture_output=True)


def test_wheel_carries_the_release(root: Path, tmp_path: Path) -> None:
    """The built wheel holds the release and its data files, and answers with src out of sight."""
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--disable-pip-version-check",
            "-w",
            str(tmp_path),
            str(root),
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert {"aidflows/releases/1.0.0/flows.parquet", "aidflows/releases/SHA256SUMS"} <= set(names)
    assert "aidflows/query/views/yearly_totals.sql" in names
    assert wheel.stat().st_size < 10_000_000
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); import aidflows; print(aidflows.__file__, len(aidflows.load('flows')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert str(tmp_path / "site") in done.stdout
