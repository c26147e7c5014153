"""Finds the heading above a place: a short line of its own, opened by a capital, without a full stop."""

from __future__ import annotations

import re

HEADING = re.compile(r"(?:#{1,6} )?([A-ZÀ-Ž][^\n.!?|:]{4,80})(?=\n\n)")


def find_heading(text: str, position: int, reach: int) -> re.Match[str] | None:
    """Return the nearest heading above a position, at most `reach` characters before it; group 1 is its words.

    >>> text = "Deliveries in 2022\\n\\nKyiv got 20 howitzers."
    >>> find_heading(text, 25, 100).group(1)
    'Deliveries in 2022'
    """
    floor, at = max(0, position - reach), position
    while (at := text.rfind("\n\n", floor, at)) >= 0:
        if match := HEADING.match(text, at + 2, position):
            return match
    return HEADING.match(text, 0, position) if floor == 0 else None
