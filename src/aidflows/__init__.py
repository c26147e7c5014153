"""aidflows: arms transfers and military aid, every figure traced to the character it was printed at."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aidflows.api import connect, diff, explain, totals
    from aidflows.candidates import read_figures as extract
    from aidflows.errors import AidflowsError
    from aidflows.query.cite import make_citation as cite
    from aidflows.query.frames import list_tables as tables
    from aidflows.query.frames import load_table as load
    from aidflows.query.store import list_versions as versions

# public name -> module and name there; loaded when first used (PEP 562)
_PUBLIC = {
    "AidflowsError": ("aidflows.errors", "AidflowsError"),
    "cite": ("aidflows.query.cite", "make_citation"),
    "connect": ("aidflows.api", "connect"),
    "diff": ("aidflows.api", "diff"),
    "explain": ("aidflows.api", "explain"),
    "extract": ("aidflows.candidates", "read_figures"),
    "load": ("aidflows.query.frames", "load_table"),
    "tables": ("aidflows.query.frames", "list_tables"),
    "totals": ("aidflows.api", "totals"),
    "versions": ("aidflows.query.store", "list_versions"),
}

__all__ = ["AidflowsError", "cite", "connect", "diff", "explain", "extract", "load", "tables", "totals", "versions"]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'aidflows' has no attribute {name!r}")
    module, attribute = _PUBLIC[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
