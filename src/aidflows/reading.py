"""Reads documents as text; offsets count code points of the text returned."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from aidflows.errors import ReadError
from aidflows.gazetteer.conjugation import conjugated
from aidflows.gazetteer.lists import load_list
from aidflows.pages import read_pages
from aidflows.records import Document

SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".text"})
LIMIT = 512 * 1024 * 1024
# letters that tell a language in short texts
LETTERS = {"uk": "іїє", "ru": "ыэъё", "tr": "ışğ", "pl": "łżąęś", "sv": "å", "de": "ß", "es": "ñ¿"}


def read_document(path: Path) -> Document:
    """Return a file's text; .txt and .md as they are (BOM and CR kept), .html and .pdf as their text layer.

    Raises ReadError for a missing file, a directory, an empty or binary file, text that is no UTF-8, or a PDF without text.
    """
    if not path.exists():
        raise ReadError(f"{path}: no such file")
    if path.is_dir():
        raise ReadError(f"{path}: is a directory, not a file")
    try:
        data = path.read_bytes() if path.stat().st_size <= LIMIT else b""
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from None
    if path.stat().st_size > LIMIT:
        raise ReadError(f"{path}: too large (bytes): {path.stat().st_size}")
    return read_bytes(str(path), data)


def read_bytes(name: str, data: bytes) -> Document:
    """Return the document in `data`; `name` tells its kind by its suffix and stands in errors."""
    suffix = Path(name.removesuffix(".gz")).suffix.lower()
    if name.endswith(".gz"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError):
            raise ReadError(f"{name}: not a gzip file") from None
    if not data.strip():
        raise ReadError(f"{name}: file is empty")
    if suffix == ".pdf" or data[:5] == b"%PDF-":
        text, pages = read_pages(name, data)
        return Document(name, text, guess_language(text), pages, source=data)
    if b"\0" in data[:65536]:
        raise ReadError(f"{name}: binary file, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"{name}: not UTF-8 at byte {error.start}: {data[error.start : error.start + 4]!r}") from None
    if suffix in (".html", ".htm"):
        text = _html_text(name, text)
    return Document(name, text, guess_language(text))


# a word; the ending behind a number in Turkish, `F-35'in`, is no English `in`
WORD = re.compile(r"(?<![\d]['’])(?<![^\W\d_])[^\W\d_]+")


def guess_language(text: str) -> str:
    """Return the language whose commonest words stand most often in the text's start; English where none do.

    >>> guess_language("Ankara bu yıl bir anlaşma için Bakü ile ve ...")
    'tr'
    """
    start = text[:20_000]
    scores: Counter[str] = Counter()
    is_shouted = start.isupper()
    for word, count in Counter(WORD.findall(start)).items():
        if len(word) > 1 and word.isupper() and not is_shouted:
            continue  # letters, and no word: `CC BY-NC-ND` is no English
        for language in _languages_of().get(word if len(word) == 1 else word.lower(), ()):  # `I` is no Polish `i`
            scores[language] += count
    for language, letters in LETTERS.items():
        found = sum(start.count(c) for c in letters)
        scores[language] += found if language in ("ru", "uk", "tr") else found // 2
    best = max(_common_words(), key=lambda language: (scores[language], language == "en"))
    return best if scores[best] else "en"


@cache
def _common_words() -> dict[str, frozenset[str]]:
    """Return the commonest words of each language."""
    return {row["lang"]: frozenset(row["words"].split("|")) for row in load_list("common_words")}


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Return the languages that each word tells."""
    found: dict[str, tuple[str, ...]] = {}
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}  # thousands of words tell the same: one tuple for all
    for language, words in _vocabulary().items():
        for word in words:
            told = (*found.get(word, ()), language)
            found[word] = kept.setdefault(told, told)
    return found


def _vocabulary() -> dict[str, frozenset[str]]:
    """Return by language its commonest words and those that the lists of this package hold in that language alone."""
    words = {language: set(common) for language, common in _common_words().items()}
    for name, column in (
        ("number_words", "word"),
        ("cues_other", "phrases"),
        ("country_names", "name"),
        ("type_nouns", "nouns"),
        ("currencies", "token"),
        ("magnitudes", "token"),
    ):
        for row in load_list(name):
            if row["lang"] in words and row["lang"] != "en":
                words[row["lang"]] |= {
                    w.strip("+~").lower() for w in row[column].split("|") if len(w) > 3 and w.strip("+~").isalpha()
                }
    for row in load_list("verbs"):
        if row["lang"] != "en":
            words[row["lang"]] |= {w.lower() for w in conjugated(row) if len(w) > 3 and " " not in w}
    english = {
        w.lower()
        for row in (*load_list("system_types"), *load_list("cues"))
        for w in (row.get("nouns") or row["phrases"]).split("|")
    }
    neutral = {
        row["token"].lower()
        for name in ("currencies", "magnitudes")
        for row in load_list(name)
        if row["lang"] in ("", "en")
    }
    others = set().union(*(own for language, own in words.items() if language != "en"))
    words["en"] |= english - others  # `tank` tells no language
    english |= neutral | {
        row["name"].lower() for row in load_list("country_names") if row["lang"] == "en"
    }  # `Oman` tells no language
    return {
        language: frozenset(own - (english if language != "en" else set()) | _common_words()[language])
        for language, own in words.items()
    }


def _html_text(name: str, text: str) -> str:
    try:
        from lxml import html  # noqa: PLC0415  (optional extra)
    except ImportError:
        raise ReadError(f"{name}: HTML needs the extra: pip install 'aidflows[documents]'") from None
    root = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.xpath("//script|//style|//noscript|//template"):
        element.drop_tree()
    for table in root.xpath("//table"):
        _fill_spans(table)
    for element in root.xpath("//table|//thead|//tbody|//tfoot|//tr"):  # white space between rows is no blank line
        element.text = (element.text or "").strip()
        if element.tag != "table":
            element.tail = (element.tail or "").strip()
    for element in root.xpath("//tr/*[1][not(normalize-space())]"):
        element.getparent().text = "| "  # a row that opens with an empty cell opens with a bar
    for element in root.xpath("//td|//th"):
        element.tail = " | " + (element.tail or "").strip()
    for element in root.xpath(
        "//p|//br|//li|//tr|//h1|//h2|//h3|//h4|//h5|//h6|//div|//table|//section|//article|//title"
    ):
        element.tail = "\n\n" + (element.tail or "") if element.tag != "tr" else "\n" + (element.tail or "")
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", re.sub(r"[ \t\r]+", " ", root.text_content())).strip() + "\n"


def _fill_spans(table: Any) -> None:
    """Put empty cells where a cell of a table spans rows or columns, so that every cell stands in its column."""
    open_spans: dict[int, int] = {}  # rows left, by column
    for row in table.iter("tr"):
        column = 0
        for cell in [*row.iterchildren("td", "th"), None]:
            while open_spans.get(column):
                open_spans[column] -= 1
                row.insert(len(row) if cell is None else row.index(cell), row.makeelement("td"))
                column += 1
            if cell is None:
                break
            wide, high = (_span(cell.get(name)) for name in ("colspan", "rowspan"))
            open_spans |= dict.fromkeys(range(column, column + wide), high - 1) if high > 1 else {}
            for _ in range(wide - 1):
                cell.addnext(row.makeelement("td"))
            column += wide


WIDEST = 40  # rows or columns; more is a slip of the page's


def _span(printed: str | None) -> int:
    return min(int(printed), WIDEST) if printed and printed.isascii() and printed.isdigit() and int(printed) else 1
