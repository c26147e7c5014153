"""The table `system_names`: one row per name of a system."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class SystemNames(Table):
    """One row per name of a system."""

    system_id: Text = column("system", required=True)
    name: Text = column("name", required=True)

    class Config:
        """Keys of the table."""

        name = "system_names"
        unique = ["system_id", "name"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["system_id", "systems", "system_id"]]}
