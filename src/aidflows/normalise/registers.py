"""Reads registers that name one party in a heading and the other behind `R:` (recipient) or `S:` (supplier), as SIPRI's do."""

from __future__ import annotations

import re
from bisect import bisect_right

from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Figure

LABEL = re.compile(r"\n[ \t]*(?P<side>[RS]):[ \t]+(?=[A-Z])")
REACH = 6000  # characters between a label and its heading: the entries of one party may be many
NAME = 60  # characters of a party's name with what stands beside it


def read_registers(text: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the parties of the register's heading and of the last `R:` or `S:` before them (rule L-REGISTER).

    >>> from aidflows.extraction import extract_figures
    >>> text = "Sweden\\nR: Latvia  20  RBS-70  SAM  2004\\nR: Brazil  36  JAS-39  FGA aircraft  2014\\n"
    >>> [(f.system_id, f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('rbs-70', 'SWE', 'LVA'), ('gripen', 'SWE', 'BRA')]
    """
    labels = [m for m in LABEL.finditer(text) if _name_at(text, m.end())]
    starts = [m.start() for m in labels]
    out = []
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        in_reach = at >= 0 and "\n\n" not in text[starts[at] + 1 : figure.start]
        other = _heading(text, starts[at]) if in_reach else None
        code = _name_at(text, labels[at].end()) if in_reach else None
        if code and other and code != other:
            figure = _place(figure, (other, code) if labels[at]["side"] == "R" else (code, other))
        out.append(figure)
    return out


def _place(figure: Figure, pair: tuple[str, str]) -> Figure:
    return figure._replace(
        role="transfer", in_scope=True, supplier=pair[0], recipient=pair[1], suppliers=pair[:1], recipients=pair[1:],
        stage=figure.stage or "ordered", rules=(*(r for r in figure.rules if not r.startswith(("R-NO", "O-NO", "P-"))), "L-REGISTER"),
    )  # fmt: skip


def _name_at(text: str, start: int) -> str | None:
    """Return the party whose name stands at a place, or None."""
    found = next(actor_matcher().find(text, start, min(len(text), start + NAME)), None)
    return found.value[0] if found and found.start == start and found.value[1] == "country" else None


def _heading(text: str, position: int) -> str | None:
    """Return the party that the nearest line above names alone, or None."""
    stop, floor = position, max(0, position - REACH)
    while stop > floor:
        start = text.rfind("\n", 0, stop) + 1
        line = text[start:stop].strip(" \t*#:")
        found = next(actor_matcher().find(line), None) if 2 < len(line) < NAME else None
        if found and found.value[1] == "country" and (found.start, found.end) == (0, len(line)):
            return found.value[0]
        stop = start - 1
    return None
