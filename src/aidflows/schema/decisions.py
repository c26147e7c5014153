"""The table `decisions`: one row per judgement that no rule can make."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class Decisions(Table):
    """One row per judgement that no rule can make."""

    decision_id: Text = column("id", required=True)
    action: Text = column("what it does", required=True)
    target: Text = column("figure, statement or flow it is about", required=True)
    value: Text = column("what it sets")
    reason: Text = column("reason", required=True)
    rejected: Text = column("the alternative not taken", required=True)
    effect: Text = column("what it does to the totals", required=True)
    source_sha256: Text = column("sha256 of the source it was made on", required=True)

    class Config:
        """Keys of the table."""

        name = "decisions"
        unique = ["decision_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": []}
