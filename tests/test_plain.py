"""The copy of a text that is read: what is left out of it, what stays, and how places lead back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aidflows.extraction import extract_document, extract_figures
from aidflows.plain import make_plain
from aidflows.records import Document

LONG = "The ministry said on Tuesday that it would hand over to the army of Kenya"
ROWS = [
    ("12 tanks\r\nand 3 guns", "12 tanks\nand 3 guns", "carriage returns"),
    ("12 heli\u00adcopters", "12 helicopters", "a soft hyphen"),
    ("\\$5 million for an F\\-16", "$5 million for an F-16", "escapes of Markdown"),
    (f"{LONG}\n    twelve tanks", f"{LONG}\ntwelve tanks", "an indented line that goes on"),
    ("> It sold 12 tanks\n> to Mali", "It sold 12 tanks\nto Mali", "a quotation"),
    ("It sold tanks\n\nSome Journal 13, 2025\n\nto Mali", "It sold tanks to Mali", "the head of a page in mid-sentence"),
    ("It sold tanks\r\n\r\nSome Journal 13, 2025\r\n\r\nto Mali", "It sold tanks to Mali", "the same with carriage returns"),
    ("It sold tanks\n\n243\n\nto Mali", "It sold tanks\nto Mali", "a page number in mid-sentence"),
]  # fmt: skip
KEPT = [
    ("It sold tanks.\n\nSome Journal 13, 2025\n\nMali paid.", "a paragraph between two sentences"),
    ("The list has\n\n12 HIMARS\n\nand guns", "an item: nothing counted is left out"),
    ("It gave\n\n$5 million\n\nto Mali", "an amount"),
    ("It sold tanks that\n\nhad stood there since 1990 and\n\nwere old", "prose with blank lines between its lines"),
    (f"{LONG} aid\n    2\tForgacs\tlanding craft", "a row of a table"),
    (f"{LONG}\n    2  Forgacs   landing craft", "a row with blanks between its cells"),
    ("short line\n    twelve tanks", "an item under a short line"),
    ("a path C:\\docs\\new", "a backslash before a letter"),
]


@pytest.mark.parametrize(("text", "copy", "why"), ROWS, ids=[why for *_, why in ROWS])
def test_what_parts_words_is_left_out(text: str, copy: str, why: str) -> None:
    """The copy has no more of what stands between words that belong together."""
    plain = make_plain(text)

    assert plain is not None
    assert plain.text == copy


@pytest.mark.parametrize(("text", "why"), KEPT, ids=[why for _, why in KEPT])
def test_what_tells_something_stays(text: str, why: str) -> None:
    """A text with none of that is read as it is."""
    assert make_plain(text) is None


@given(st.text(alphabet="ab1 $.,\n\r\\>\u00ad-\t", max_size=80))
def test_places_lead_back(text: str) -> None:
    """Every character of the copy stands in the text at the place that the copy names, in order."""
    plain = make_plain(text)
    if plain is None:
        return
    places = [plain.original(n) for n in range(len(plain.text))]

    assert [text[p] for p in places] == list(plain.text)
    assert places == sorted(set(places))


def test_a_part_leads_to_the_start_of_its_whole() -> None:
    """Where the sign is escaped, a part and a conversion name the start that the other figure has."""
    text = "Mali got \\$5 million (\\€4 million) from Oman. Of this, \\$2 million went for trucks."
    figures = extract_figures(text).figures
    starts = {f.start for f in figures}

    assert figures[0].surface == "\\$5 million"
    assert any(f.part_of is not None for f in figures)
    assert {f.part_of for f in figures if f.part_of is not None} <= starts
    assert {f.conversion_of for f in figures if f.conversion_of is not None} <= starts


def test_surfaces_are_of_the_text() -> None:
    """`text[start:end] == surface`, of the count too, with carriage returns inside both."""
    text = "Sweden gave Mali twenty\r\nfive tanks and 12 Leopard\r\n2 worth $5\r\nmillion in 2020.\r\n"
    found = extract_document(Document("x", text))

    assert found.text == text
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.surface
        if figure.quantity_start is not None:
            assert text[figure.quantity_start : figure.quantity_end] == figure.quantity_surface


def test_the_largest_texts_are_read_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text over the limit has no copy: the memory it would take is promised to no one."""
    monkeypatch.setattr("aidflows.plain.LARGEST", 10)

    assert make_plain("12 tanks\r\nand 3 guns") is None
    assert make_plain("12\r\nguns") is not None
