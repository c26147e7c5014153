"""Makes the copy of a text that is read, where line ends, indents or invisible characters would part names; maps places back."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from aidflows.records import Figure, Span

INVISIBLE = "\r\u00ad\u200b\u2060"  # carriage return, soft hyphen, zero-width space, word joiner
QUOTED = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*>[ \t]?)+")
ESCAPE = re.compile(
    r"\\(?=[$\-_.()\[\]*#+&~|>%])"
)  # `\$5 million`, `F\-16`: Markdown writes a mark so, to keep it from being one
# an indented line that goes on with the sentence of the line before; one after a short line may be a row or an item
INDENT = re.compile(r"(?<=[a-zà-ÿа-яёіїєґ,;]\n)[ \t]+(?=[\w$€£(\"“])|(?<=\d\n)[ \t]+(?=[a-zà-ÿа-яёіїєґ])")
# what stands between two halves of a sentence: `RUSAD 13, 2025` and a licence, a running title with its page
FURNITURE = re.compile(
    r"\n\s*\n(?P<line>(?![-*•–#|>^¹²³⁰⁴-⁹])[^\n|]{1,90}(?:\n[^\n|]{1,90})?)\n\s*\n(?=[a-zà-ÿа-яёіїєґ])"
)
SMALL = frozenset(("of", "and", "the", "for", "in", "on", "to", "p.", "pp.", "page", "de", "la", "du", "et", "der", "die", "und", "von", "y", "e", "di", "del", "no.", "vol."))  # fmt: skip
# `12 HIMARS`, `$5`: a count or an amount; `9 August 2023` and `Page 3 of 9` count nothing
COUNTED = re.compile(
    r"[$€£]|\d[\s-]+(?!(?:of|January|February|March|April|May|June|July|August|September|October|November|December)\b)[^\W\d_]"
)
ENDS = frozenset('.!?:;|)"”» \n')
LARGEST = 4_000_000  # characters
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
    r"""Return the copy of a text to be read, or None where the text can be read as it is; one of over 4 million characters is.

    >>> plain = make_plain("12 Leopard\r\n2 tanks")
    >>> (plain.text, plain.original(11)) if plain else None
    ('12 Leopard\n2 tanks', 12)
    """
    if len(text) > LARGEST:
        return None  # a second copy would take more memory than all the tables
    left_out = [m.span() for c in INVISIBLE if c in text for m in re.finditer(c, text)]
    left_out += _furniture(text)
    if "\\" in text:
        left_out += [m.span() for m in ESCAPE.finditer(text)]
    if "\n  " in text or "\n\t" in text:
        left_out += [m.span() for m in INDENT.finditer(text) if _goes_on(text, *m.span())]
    if "\n>" in text:
        left_out += [m.span() for m in QUOTED.finditer(text)]
    return _without(text, sorted(left_out)) if left_out else None


def _furniture(text: str) -> list[Span]:
    """Return head and foot lines that stand in mid-sentence: a short paragraph behind a line without a stop, before a small letter."""
    found: list[Span] = []
    blank = "\n\r\n" if "\r\n" in text else "\n\n"
    gap = text.find(blank)
    while gap >= 0:
        last = text[gap - 2 : gap - 1] if text[gap - 1 : gap] == "\r" else text[gap - 1 : gap]
        match = FURNITURE.match(text, gap) if last and last not in ENDS else None
        match = match if match and _is_furniture(match["line"]) else None
        if match:
            kept = match["line"].find(" ") + match.start("line")  # one blank stays, so that the halves are one line
            found += [(gap, kept), (kept + 1, match.end())] if " " in match["line"] else [(gap, match.end() - 1)]
        gap = text.find(blank, match.end() if match else gap + 2)
    return found


def _is_furniture(line: str) -> bool:
    """True of a title with its year or page; not of prose or an item, whose words are small or counted."""
    small = [w for w in line.split() if w[0].islower() and w not in SMALL]
    return not small and (any(c.isdigit() for c in line) or "©" in line) and COUNTED.search(line) is None


def _goes_on(text: str, start: int, end: int) -> bool:
    """True of an indented line of prose behind a long line; a line with cells is a row of a table or register."""
    is_long = start - 1 - (text.rfind("\n", 0, start - 1) + 1) >= WRAPPED
    stop = text.find("\n", end)
    line = text[start : stop if stop >= 0 else len(text)].strip(" ")
    return is_long and "\t" not in line and "  " not in line


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
    begins = {f.start: _start(text, plain, f) for f in figures}
    return [_place_back(text, plain, f, begins) for f in figures]


def _start(text: str, plain: Plain, figure: Figure) -> int:
    start = plain.original(figure.start)
    is_escaped = figure.kind == "money" and text[start - 1 : start + 1] == "\\$"
    return start - 1 if is_escaped else start  # the sign as it is printed


def _place_back(text: str, plain: Plain, figure: Figure, begins: dict[int, int]) -> Figure:
    start, end = begins[figure.start], plain.original(figure.end - 1) + 1
    figure = figure._replace(
        start=start, end=end, surface=text[start:end], sentence=_span(plain, *figure.sentence), part_of=_leads_to(begins, figure.part_of),
        conversion_of=_leads_to(begins, figure.conversion_of), same_as=_leads_to(begins, figure.same_as),
    )  # fmt: skip
    if figure.quantity_start is None or figure.quantity_end is None:
        return figure
    first, last = _span(plain, figure.quantity_start, figure.quantity_end)
    return figure._replace(quantity_start=first, quantity_end=last, quantity_surface=text[first:last])


def _leads_to(begins: dict[int, int], place: int | None) -> int | None:
    """Return the start, in the text itself, of the figure that begins at a place of the copy."""
    return None if place is None else begins[place]


def _span(plain: Plain, start: int, end: int) -> Span:
    return plain.original(start), plain.original(end - 1) + 1 if end > start else plain.original(end)
