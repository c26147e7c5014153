"""Shared fixtures: the project's folders, the original texts where they are present, one build for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from aidflows.pipeline import Built, build_tables

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ROOT.parent / "shared" / "sources"
EXAMPLES = ROOT.parent / "shared" / "examples"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def built() -> Built:
    """The dataset built from the notes, once."""
    return build_tables(ROOT / "raw")


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder of the original texts; tests on them are skipped, by name, where it is not there."""
    if not ORIGINALS.is_dir():
        pytest.skip("the original texts are not here")
    return ORIGINALS


@pytest.fixture(scope="session")
def built_from_originals(originals: Path) -> Built:
    """The dataset built from the original texts."""
    return build_tables(ROOT / "raw", originals)


@pytest.fixture
def raw_copy(tmp_path: Path) -> Path:
    """A copy of raw/ to break."""
    target = tmp_path / "raw"
    for path in (ROOT / "raw").rglob("*"):
        if path.is_file():
            (target / path.relative_to(ROOT / "raw")).parent.mkdir(parents=True, exist_ok=True)
            (target / path.relative_to(ROOT / "raw")).write_bytes(path.read_bytes())
    return target
