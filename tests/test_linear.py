"""Work grows with the text, not with its square: counted in calls, so that no machine's speed matters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from calls import count_calls

from aidflows.extraction import extract_document
from aidflows.records import Document

HEADER = "Recipient;Supplier;Year of order;Number ordered;Weapon designation;Comments\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "rows of a register": lambda n: HEADER + "Azerbaijan;Turkey;2020;6;Bayraktar TB2;$69 m deal\n" * n,
    "reference lists": lambda n: "Some text here.\n\n" + "References\n\nOz (2020). War. Press, p. 3.\n\n" * n,
    "vague amounts": lambda n: "It paid $5 million and several billion euros to Iraq. " * n,
    "counts without their noun": lambda n: "It bought 20 TB2 from Turkey. Then it ordered 16 more from Turkey. " * n,
    "prices of contracts": lambda n: "India signed a $3 billion contract for the system. The value was $5 million. " * n,
    "one sentence": lambda n: "Russia sold 5 tanks to India, " * n,
    "one line without a stop": lambda n: "12 34 of $5 or 6 " * n,
    "entries under a heading": lambda n: "Sweden\nR: Kenya\t4\tRBS-70\tSAM\t2004\t2005\t4\t\n" + "     \t6\tM-113\tAPC\t2004\t2005\t(6)\t\n" * n,
    "what we give": lambda n: "Mr Speaker, here it is. " + "We have given Ukraine 20 howitzers and $5 million. " * n,
    "quoted words": lambda n: '"We give Ukraine $5 million," the Pentagon said. ' * n,
    "parts between semicolons": lambda n: "Norway sold Kenya 12 guns; Sweden sold Chad 5 tanks. " * n,
    "aligned columns": lambda n: "Supplier    Recipient    Year    Number    Weapon\n" + "Turkey      Mali         2020    6         Bayraktar TB2\n" * n,
    "labelled lines": lambda n: "Aid to Mali\n" + "Norway: 19 howitzers\n" * n,
    "lines under a caption": lambda n: "US aid to states (in millions of dollars)\n" + "Egypt: 1,300\n" * n,
    "names above items": lambda n: "Deliveries to Mali\n\n" + "Norway\n- 19 howitzers\n\n" * n,
    "items of a list": lambda n: "Sweden sent to Ukraine:\n" + "- 5 tanks\n" * n,
}  # fmt: skip


def _calls(text: str) -> int:
    return count_calls(lambda: extract_document(Document("shape", text, "en")))


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    """Doubling a text of any shape about doubles the calls that reading it makes."""
    make = SHAPES[shape]
    _calls(make(10))  # tables are compiled once
    once, twice = _calls(make(150)), _calls(make(300))

    assert twice < 2.3 * once, (once, twice)


def test_a_long_register_keeps_its_rows() -> None:
    """Each row of a register is read by itself: its count, its parties and its price."""
    figures = extract_document(Document("register", SHAPES["rows of a register"](300), "en")).figures
    read = {(f.kind, f.value, f.suppliers, f.recipients, f.year) for f in figures}

    assert len(figures) == 600
    assert read == {
        ("hardware", 6, ("TUR",), ("AZE",), 2020),
        ("money", 69_000_000, ("TUR",), ("AZE",), 2020),
    }
