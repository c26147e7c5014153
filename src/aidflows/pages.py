"""Reads the text layer of PDF files, and finds where on its page a stretch of that text stands."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from aidflows.errors import ReadError
from aidflows.records import Box, Document, Figure, Span

if TYPE_CHECKING:
    import pypdfium2

GAP = 2  # characters between two pages in the text
PRECISION = 1  # decimals of a point, a 72nd of an inch


def read_pages(name: str, data: bytes) -> tuple[str, tuple[int, ...]]:
    """Return the text layer of a PDF and where each page begins in it.

    Raises ReadError for what is no PDF, for a PDF without a text layer, and where the extra is not installed.
    """
    pdf = _open(name, data)
    pages = [_text(page.get_textpage()) for page in pdf]
    if not "".join(pages).strip():
        raise ReadError(f"{name}: PDF without a text layer (scanned?), pages: {len(pages)}")
    starts, at = [], 0
    for page in pages:
        starts.append(at)
        at += len(page) + GAP
    return ("\n" * GAP).join(pages), tuple(starts)


def add_places(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with their page, counted from 1, and their box on it: left, bottom, right and top in points.

    A figure that runs over two lines has the box that holds both; what continues on the next page has its first part's box.
    Documents without pages are given back as they are.
    """
    if not document.pages or not figures:
        return figures
    pdf = _open(document.name, document.source)
    out = []
    for number, group in groupby(figures, key=lambda f: bisect_right(document.pages, f.start)):
        page = pdf[number - 1].get_textpage()
        first = document.pages[number - 1]
        places = _indices(page)
        for figure in group:
            box = _box(page, places, (figure.start - first, figure.end - first))
            out.append(figure._replace(page=number, box=box))
    return out


def _open(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        import pypdfium2  # noqa: PLC0415  (optional extra)
    except ImportError:
        raise ReadError(f"{name}: PDF needs the extra: pip install 'aidflows[documents]'") from None
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"{name}: not a readable PDF: {error}") from None


def _text(page: pypdfium2.PdfTextPage) -> str:
    text: str = page.get_text_range()
    return text.replace("\r\n", "\n")


def _indices(page: pypdfium2.PdfTextPage) -> list[int | None]:
    """Return for each character of a page's text its number on the page; None for one that the page does not print.

    The text leaves out characters that the page holds (a hyphen at a line's end) and writes a line's end as one character.
    """
    import pypdfium2.raw as raw  # noqa: PLC0415  (optional extra)

    text, count = _text(page), page.count_chars()
    out: list[int | None] = []
    at = 0
    for char in text:
        ahead = at
        while ahead < count and chr(raw.FPDFText_GetUnicode(page, ahead)) != char:
            ahead += 1
        if ahead - at > len("\r\n\x02") + 1:  # not on the page: a character that the text adds
            out.append(None)
            continue
        out.append(ahead)
        at = ahead + 1
    return out


def _box(page: pypdfium2.PdfTextPage, places: list[int | None], span: Span) -> Box | None:
    boxes = [page.get_charbox(n) for n in places[slice(*span)] if n is not None]
    boxes = [b for b in boxes if b[0] < b[2] and b[1] < b[3]]  # white space has no extent
    if not boxes:
        return None
    left, bottom, right, top = zip(*boxes, strict=True)
    return (
        round(min(left), PRECISION),
        round(min(bottom), PRECISION),
        round(max(right), PRECISION),
        round(max(top), PRECISION),
    )
