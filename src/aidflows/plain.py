"""Makes the copy of a text that is read, where line ends, indents or invisible characters would part names; maps places back."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from aidflows.records import Figure, Span

INVISIBLE = "\r\u00ad\u200b\u2060"  # carriage return, soft hyphen, zero-width space, word joiner
QUOTED = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*>[ \t]?)+")
# an indented line that goes on with the sentence of the line before; one after a short line may be a row or an item
INDENT = re.compile(r"(?<=[a-zà-ÿа-яёіїєґ,;]\n)[ \t]+(?=[\w$€£(\"“])|(?<=\d\n)[ \t]+(?=[a-zà-ÿа-яёіїєґ])")
WRAPPED = 40  # characters of a line that may go on in the next


class Plain(NamedTuple):
    """A text without what was left out of it; `starts` are places in it from which as many of `shifts` characters were left out."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, place: int) -> int:
        """Return where a character of the copy stands in the text."""
        at = bisect_right(self.starts, place) - 1
        return place if at < 0 else place + self.shifts[at]


def make_plain(text: str) -> Plain | None:
    r"""Return the copy of a text to be read, or None where the text can be read as it is.

    >>> plain = make_plain("12 Leopard\r\n2 tanks")
    >>> (plain.text, plain.original(11)) if plain else None
    ('12 Leopard\n2 tanks', 12)
    """
    left_out = [m.span() for c in INVISIBLE if c in text for m in re.finditer(c, text)]
    if "\n  " in text or "\n\t" in text:
        left_out += [m.span() for m in INDENT.finditer(text) if _is_wrapped(text, m.start())]
    if "\n>" in text:
        left_out += [m.span() for m in QUOTED.finditer(text)]
    return _without(text, sorted(left_out)) if left_out else None


def _is_wrapped(text: str, start: int) -> bool:
    return start - 1 - (text.rfind("\n", 0, start - 1) + 1) >= WRAPPED


def _without(text: str, spans: list[Span]) -> Plain:
    parts, starts, shifts = [], [], []
    at = removed = 0
    for a, b in spans:
        if a < at:
            continue
        parts.append(text[at:a])
        removed += b - a
        starts.append(b - removed)
        shifts.append(removed)
        at = b
    return Plain("".join([*parts, text[at:]]), tuple(starts), tuple(shifts))


def place_back(text: str, plain: Plain, figures: list[Figure]) -> list[Figure]:
    """Return figures read in the copy with their places and surfaces in the text itself."""
    return [_place_back(text, plain, f) for f in figures]


def _place_back(text: str, plain: Plain, figure: Figure) -> Figure:
    start, end = _span(plain, figure.start, figure.end)
    figure = figure._replace(
        start=start, end=end, surface=text[start:end], sentence=_span(plain, *figure.sentence), part_of=_place(plain, figure.part_of),
        conversion_of=_place(plain, figure.conversion_of), same_as=_place(plain, figure.same_as),
    )  # fmt: skip
    if figure.quantity_start is None or figure.quantity_end is None:
        return figure
    first, last = _span(plain, figure.quantity_start, figure.quantity_end)
    return figure._replace(quantity_start=first, quantity_end=last, quantity_surface=text[first:last])


def _place(plain: Plain, place: int | None) -> int | None:
    return None if place is None else plain.original(place)


def _span(plain: Plain, start: int, end: int) -> Span:
    return plain.original(start), plain.original(end - 1) + 1 if end > start else plain.original(end)
