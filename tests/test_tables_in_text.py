"""Tables in text: columns give parties, year, number and value; headers give currency and scale."""

from __future__ import annotations

import pytest

from aidflows.extraction import extract_figures

TABLE = """Deliveries of the decade

| Year | Supplier | Recipient | Item | Number | Value (USD million) |
|---|---|---|---|---|---|
| 2015 | Russia | Iraq | Mi-28NE | 15 | 620 |
| 2016 | France | Egypt | Rafale | 24 | 5,900.5 |
"""


def test_rows() -> None:
    """Each row gives its item with number and its amount with scale, and both their parties and year."""
    figures = extract_figures(TABLE).figures
    read = [(f.kind, f.surface, float(f.value or 0), f.supplier, f.recipient, f.year, f.role) for f in figures]

    assert read == [
        ("hardware", "Mi-28NE", 15, "RUS", "IRQ", 2015, "transfer"),
        ("money", "620", 620e6, "RUS", "IRQ", 2015, "transfer"),
        ("hardware", "Rafale", 24, "FRA", "EGY", 2016, "transfer"),
        ("money", "5,900.5", 5900.5e6, "FRA", "EGY", 2016, "transfer"),
    ]
    assert all(TABLE[f.start : f.end] == f.surface for f in figures)


def test_no_table() -> None:
    """Bars without a header that tells anything are no table, and a header alone holds no money."""
    assert extract_figures("| a | b |\n|---|---|\n| 5 | 6 |\n").figures == ()
    assert extract_figures("| Year | Value (US$ million) |\n|---|---|\n").figures == ()


LINES = {
    "semicolons": ("Recipient;Supplier;Year of order;Number ordered;Weapon designation\nAzerbaijan;Turkey;2020;6;Bayraktar TB2\nArmenia;Russia;2015;8;T-90S\n"),
    "tabs": "Recipient\tSupplier\tYear\tNumber\tWeapon\nAzerbaijan\tTurkey\t2020\t6\tBayraktar TB2\nArmenia\tRussia\t2015\t8\tT-90S\n",
    "commas": 'Recipient,Supplier,Year,Number,Weapon\nAzerbaijan,Turkey,2020,6,Bayraktar TB2\nArmenia,Russia,2015,"8","T-90S"\n',
}  # fmt: skip


@pytest.mark.parametrize("mark", LINES)
def test_separated_rows(mark: str) -> None:
    """Lines with tabs, semicolons or commas under a header are rows; a count is that of its column, not of the year's."""
    figures = extract_figures(LINES[mark]).figures
    read = [(f.surface, int(f.value or 0), f.supplier, f.recipient, f.year, f.qualifier) for f in figures]

    assert read == [("Bayraktar TB2", 6, "TUR", "AZE", 2020, "exact"), ("T-90S", 8, "RUS", "ARM", 2015, "exact")]


def test_prose_with_commas_is_no_table() -> None:
    """A sentence that lists a supplier, a recipient and a number is prose."""
    text = "The supplier, the recipient, the year and the number matter.\nIn 2019, Russia, it said, sold 12 tanks to India.\n"
    (figure,) = extract_figures(text).figures

    assert (figure.supplier, figure.recipient, figure.value, figure.year) == ("RUS", "IND", 12, 2019)


def test_labels_far_down() -> None:
    """A label is read wherever it stands, after any number of figures without one."""
    text = "They had 5 tanks.\n\n" * 60 + "Exporter: Bulgaria. Importer: Romania. 150 mortars.\n"
    last = extract_figures(text).figures[-1]

    assert (last.surface, last.supplier, last.recipient) == ("mortars", "BGR", "ROU")
