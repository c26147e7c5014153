"""How to cite the data and the software."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from aidflows.errors import QuestionError
from aidflows.query.store import find_release
from aidflows.release.manifest import read_manifest

STYLES = ("plain", "bibtex")
TITLE = "aidflows: arms transfers and military aid, Türkiye-Azerbaijan 1991-2024"


def software_version() -> str:
    """Return the installed version of aidflows."""
    try:
        return version("aidflows")
    except PackageNotFoundError:
        return "unknown"


def make_citation(style: str = "plain", data_version: str | None = None, *, definition: str | None = None) -> str:
    """Return the citation of a data version and the software, with the definition of a number where one is given.

    >>> make_citation().startswith("The aidflows project")
    True
    """
    if style not in STYLES:
        raise QuestionError(f"cite: style must be one of {', '.join(STYLES)}: {style!r}")
    manifest = read_manifest(find_release(data_version))
    data, software, schema = manifest["version"], software_version(), manifest["schema_hash"][:12]
    if style == "bibtex":
        extra = f",\n  note = {{Definition: {definition}}}" if definition else ""
        return (
            f"@misc{{aidflows_{data.replace('.', '_')},\n  author = {{{{The aidflows project}}}},\n  title = {{{TITLE}}},\n  year = {{2026}},\n"
            f"  version = {{data {data}, software {software}}},\n  howpublished = {{Data set, CC BY 4.0, schema {schema}}}{extra}\n}}"
        )
    tail = f" Number defined by: {definition}" if definition else ""
    return f"The aidflows project (2026). {TITLE}. Data version {data} (schema {schema}), software version {software}. CC BY 4.0.{tail}"
