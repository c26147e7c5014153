"""The facts about a release that its citation, licences and descriptions share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from aidflows.query.cite import TITLE, make_citation
from aidflows.release.manifest import read_manifest
from aidflows.release.write import Tables

AUTHOR = "The aidflows project"
KEYWORDS = ("arms transfers", "military aid", "Türkiye", "Azerbaijan", "provenance", "open data")
DESCRIPTION = (
    "Arms transfers and military aid from Türkiye to Azerbaijan, 1991-2024, and of other pairs that the same five documents name: "
    "every amount, item, count of people and agreement with the characters it was printed at, and flows in a forest whose sums count nothing twice."
)


@dataclass(frozen=True, slots=True)
class Facts:
    """A release as its descriptions name it; `date` is ISO, `sources` the rows of that table."""

    version: str
    date: str
    tables: tuple[str, ...]
    sources: tuple[dict[str, str], ...]
    citation: str
    url: str
    title: str = TITLE
    author: str = AUTHOR
    description: str = DESCRIPTION
    keywords: tuple[str, ...] = KEYWORDS


def read_facts(release: Path, tables: Tables, *, date: str) -> Facts:
    """Return the facts of a release folder, published on `date` (ISO)."""
    manifest = read_manifest(release)
    return Facts(
        version=manifest["version"],
        date=date,
        tables=tuple(tables),
        sources=tuple(tables["sources"].to_pylist()),
        citation=make_citation("bibtex", str(release)),
        url=f"urn:aidflows:data:{manifest['version']}",  # no address is fixed before a repository gives one
    )
