"""Texts of our own, with what must be found in each: every key of every row holds."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rowfile import Row, check_row, load_rows

FILES = sorted((Path(__file__).parent / "rows").glob("*.txt"))
ROWS = [pytest.param(row, id=f"{path.stem}-{row.line}") for path in FILES for row in load_rows(path)]


@pytest.mark.parametrize("row", ROWS)
def test_row(row: Row) -> None:
    """What a row wants is found with every key as given, and no other money is."""
    assert [f"{field}: {what}" for field, is_right, what in check_row(row) if not is_right] == []


def wrapped(text: str) -> str:
    """Return a text with its paragraphs wrapped at 72 characters; tables, lists and lines of their own stay."""
    return "\n\n".join(
        p if "\n" in p or "|" in p or "\t" in p else "\n".join(textwrap.wrap(p, 72, break_long_words=False, break_on_hyphens=False))
        for p in text.split("\n\n")
    )  # fmt: skip


def windows(text: str) -> str:
    """Return a wrapped text with the line ends of Windows."""
    return wrapped(text).replace("\n", "\r\n")


def quoted(text: str) -> str:
    """Return a wrapped text as a quotation in Markdown or in a letter."""
    return "\n".join("> " + line for line in wrapped(text).split("\n"))


def unbroken(text: str) -> str:
    """Return a text with no-break spaces before its magnitudes."""
    return re.sub(r"(?<=\d) (?=(?:[mb]illion|milliard|milliones|Mio|Mrd|ml[nd]|мл[нр]д?|mily|milj))", "\u00a0", text)


def escaped(text: str) -> str:
    """Return a text as Markdown that keeps its signs from being marks."""
    return re.sub(r"(?<!\\)\$", r"\\$", text)


def paged(text: str) -> str:
    """Return a text with the head of a page in the middle of a sentence, between two words that are no amount."""
    gaps = list(re.finditer(r"(?<=[a-z]{3}) (?=(?:the|with|that|which|und|pour|della|och|para|dla|auf|som) )", text))
    if not gaps:
        return text
    at = gaps[len(gaps) // 2]
    return f"{text[: at.start()]}\n\nJournal of Studies 13, 2025\n© BY-NC-ND 4.0\n\n{text[at.end() :]}"


def noted(text: str) -> str:
    """Return a text with the numbers of notes behind its sentences."""
    return re.sub(r"(?<=[a-z]{4})\. (?=[A-Z])", ".12 ", text)


SHAPES: list[Callable[[str], str]] = [wrapped, windows, quoted, unbroken, escaped, paged, noted]


def shaped(row: Row) -> dict[str, str]:
    """Return the texts that the shapes make of a row's, each with the first shape that makes it; the row's own is read above."""
    texts: dict[str, str] = {}
    for shape in SHAPES:
        texts.setdefault(shape(row.text), shape.__name__)
    texts.pop(row.text, None)
    return {name: text for text, name in texts.items()}


SHAPED = [
    pytest.param(row, text, id=f"{path.stem}-{row.line}-{name}")
    for path in FILES
    for row in load_rows(path)
    for name, text in shaped(row).items()
]


@pytest.mark.parametrize(("row", "text"), SHAPED)
def test_the_shape_of_lines_changes_nothing(row: Row, text: str) -> None:
    """Line breaks inside sentences, names and amounts, carriage returns, marks of quotation and no-break spaces change no answer."""
    wanted = tuple((_as_printed(surface, text), keys) for surface, keys in row.wanted)

    assert [
        f"{field}: {what}"
        for field, is_right, what in check_row(replace(row, text=text, wanted=wanted))
        if not is_right
    ] == []


def _as_printed(surface: str, text: str) -> str:
    """Return how a surface stands in a text whose white space was changed."""
    pattern = re.sub(r"(?:\\ )+", r"[\\s>]+", re.escape(surface)).replace(r"\$", r"\\?\$")
    match = re.search(pattern, text)
    return match.group() if match else surface
