"""The table `systems`: one row per weapon or equipment system."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class Systems(Table):
    """One row per weapon or equipment system."""

    system_id: Text = column("id", required=True)
    name: Text = column("usual name", required=True)
    system_type: Text = column("type", required=True)
    producer: Text = column("producer")
    origin_iso3: Text = column("country of origin (not: supplier)")
    category: Text = column("category", required=True, codes="category")
    sipri_category: Text = column("SIPRI category; null outside SIPRI's coverage")
    unroca_category: Text = column("UN Register category, I to VII")

    class Config:
        """Keys of the table."""

        name = "systems"
        unique = ["system_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["origin_iso3", "countries", "iso3"]]}
