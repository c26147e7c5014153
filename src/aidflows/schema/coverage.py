"""The table `coverage`: one row per pair, year and kind with the sources that looked."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, Whole, column


class Coverage(Table):
    """One row per pair, year and kind with the sources that looked."""

    supplier_iso3: Text = column("supplier", required=True)
    recipient_iso3: Text = column("recipient", required=True)
    year: Whole = column("year", required=True)
    kind: Text = column("kind of figure", required=True)
    status: Text = column("coverage", required=True, codes="coverage")
    source_ids: Text = column("sources, separated by semicolons", required=True)
    n_sources: Whole = column("number of sources", required=True)

    class Config:
        """Keys of the table."""

        name = "coverage"
        unique = ["supplier_iso3", "recipient_iso3", "year", "kind"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [["supplier_iso3", "countries", "iso3"], ["recipient_iso3", "countries", "iso3"]]
        }
