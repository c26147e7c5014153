"""Finds the entries of registers that name one party in a heading and the other behind `R:` (recipient) or `S:` (supplier)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aidflows.gazetteer.matcher import actor_matcher

LABEL = re.compile(r"\n[ \t]*(?P<side>[RS]):[ \t]+(?=[A-Z])")  # behind a heading: never in the first line
CELLS = r"(?:\t| {2,})"
ENTRY = re.compile(rf"[ \t]*(?P<name>[A-Z][^\t\n]{{2,40}}?){CELLS}")  # an entry of the next party, without `R:`
REACH = 60  # characters before a label in which its heading stands
NO_PARTY = frozenset({"demonym", "company", "person"})
NAME = 60  # characters of a party's name with what stands beside it


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a register with its supplier and recipient."""

    start: int
    end: int
    pair: tuple[str, str]


def find_entries(text: str) -> Iterator[Entry]:
    """Yield the lines of registers: a heading of one party, then lines that begin with the other, or go on with the one before."""
    before: str | None = None
    done = -1
    for label in LABEL.finditer(text):
        heading = _heading(text, label.start()) or (before if label.start() <= done else None)
        at, code = label.end(), _name_at(text, label.end())
        while heading:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if code and code != heading:
                yield Entry(at, end, (heading, code) if label["side"] == "R" else (code, heading))
            at, before, done = end + 1, heading, end
            named = ENTRY.match(text, at)
            if at >= len(text) or text[at : at + 1] == "\n" or LABEL.match(text, end) or not _goes_on(text, at):
                break
            code = _name_at(text, named.start("name")) if named else code


def _goes_on(text: str, start: int) -> bool:
    """True of a line with cells; a heading or a line of prose ends the entries."""
    end = text.find("\n", start)
    return re.search(CELLS, text[start : end if end >= 0 else len(text)].strip()) is not None


def _name_at(text: str, start: int) -> str | None:
    """Return the party whose name stands at a place, or None."""
    found = next(actor_matcher().find(text, start, min(len(text), start + NAME)), None)
    return found.value[0] if found and found.start == start and found.value[1] not in NO_PARTY else None


def _heading(text: str, position: int) -> str | None:
    """Return the party that the line above names alone, or None."""
    above = text[max(0, position - REACH) : position].rstrip(" \t")
    line = above.rsplit("\n", 1)[-1].strip(" \t*#:")
    found = next(actor_matcher().find(line), None) if 2 < len(line) < NAME else None
    if found and found.value[1] not in NO_PARTY and (found.start, found.end) == (0, len(line)):
        return found.value[0]
    return None
