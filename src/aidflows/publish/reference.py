"""Makes the reference of the public names from their signatures and docstrings."""

from __future__ import annotations

import inspect
import re

import aidflows


def make_api_reference() -> str:
    """Return docs/api.md: every public name with its signature, and its docstring with the example as code."""
    lines = ["# Library", "", "Made from the docstrings by `scripts/derive.py`; do not edit.", ""]
    for name in aidflows.__all__:
        value = getattr(aidflows, name)
        signature = "" if inspect.isclass(value) else re.sub(r"\s+", " ", str(inspect.signature(value)))
        lines += [f"## aidflows.{name}", "", "```text", f"aidflows.{name}{_plain(signature)}", "```", ""]
        text = re.sub(rf"(?<![\w.]){value.__name__}\(", f"aidflows.{name}(", inspect.getdoc(value) or "")
        lines += [*_docstring(text), ""]
    return "\n".join(lines).rstrip() + "\n"


def _plain(signature: str) -> str:
    """Return a signature without quotes around annotations and without module paths."""
    return re.sub(
        r"\b(?:pathlib|collections\.abc|typing|decimal|duckdb|pd|aidflows[\w.]*)\.(?=[A-Z])",
        "",
        re.sub(r"(?<=: )'([^']*)'|(?<=-> )'([^']*)'", lambda m: m.group(1) or m.group(2), signature),
    )


def _docstring(text: str) -> list[str]:
    lines: list[str] = []
    inside = False
    for line in text.splitlines():
        starts = line.startswith(">>>")
        if starts and not inside:
            lines.append("```pycon")
            inside = True
        elif inside and not line.strip():
            lines.append("```")
            inside = False
        lines.append(line)
    return [*lines, "```"] if inside else lines
