"""Tables in text: columns give parties, year, number and value; headers give currency and scale."""

from __future__ import annotations

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
