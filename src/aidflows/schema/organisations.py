"""The table `organisations`: one row per organisation."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class Organisations(Table):
    """One row per organisation."""

    org_id: Text = column("id", required=True)
    name: Text = column("name", required=True)
    country_iso3: Text = column("country", required=True)
    org_type: Text = column("type", required=True)

    class Config:
        """Keys of the table."""

        name = "organisations"
        unique = ["org_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["country_iso3", "countries", "iso3"]]}
