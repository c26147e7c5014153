"""The table `countries`: one row per country or party code with the years it is valid."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, Whole, column


class Countries(Table):
    """One row per country or party code with the years it is valid."""

    iso3: Text = column("ISO 3166-1 alpha-3, ISO 3166-3, or a project code beginning with X", required=True)
    iso2: Text = column("ISO 3166-1 alpha-2")
    name: Text = column("English name", required=True)
    cow_code: Whole = column("Correlates of War code")
    gw_code: Whole = column("Gleditsch-Ward code")
    valid_from: Whole = column("first year")
    valid_to: Whole = column("last year (inclusive); null where still valid")
    note: Text = column("note")

    class Config:
        """Keys of the table."""

        name = "countries"
        unique = ["iso3"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": []}
