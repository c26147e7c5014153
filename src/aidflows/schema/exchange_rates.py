"""The table `exchange_rates`: one row per currency and period."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Rate, Table, Text, Whole, column


class ExchangeRates(Table):
    """One row per currency and period."""

    currency: Text = column("ISO 4217", required=True)
    year: Whole = column("year", required=True)
    per_usd: Rate = column("units of the currency for one US dollar, annual average", required=True)
    source: Text = column("source", required=True)
    vintage: Text = column("vintage", required=True)

    class Config:
        """Keys of the table."""

        name = "exchange_rates"
        unique = ["currency", "year"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": []}
