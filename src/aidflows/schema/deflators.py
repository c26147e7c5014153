"""The table `deflators`: one row per country and year."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Rate, Table, Text, Whole, column


class Deflators(Table):
    """One row per country and year."""

    country_iso3: Text = column("country", required=True)
    year: Whole = column("year", required=True)
    price_index: Rate = column("GDP price index, annual average", required=True)
    base_year: Whole = column("year where the index is 100", required=True)
    source: Text = column("source", required=True)
    vintage: Text = column("vintage", required=True)

    class Config:
        """Keys of the table."""

        name = "deflators"
        unique = ["country_iso3", "year"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["country_iso3", "countries", "iso3"]]}
