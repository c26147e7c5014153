"""The table `evidence`: one row per link of a flow or event to a figure or statement."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Flag, Table, Text, column


class Evidence(Table):
    """One row per link of a flow or event to a figure or statement."""

    evidence_id: Text = column("id", required=True)
    flow_id: Text = column("flow", required=True)
    event_id: Text = column("event")
    figure_id: Text = column("figure")
    statement_id: Text = column("statement")
    role: Text = column("what it gives", required=True, codes="evidence_role")
    is_first: Flag = column("true of what states the flow first", required=True)

    class Config:
        """Keys of the table."""

        name = "evidence"
        unique = ["evidence_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["flow_id", "flows", "flow_id"],
                ["event_id", "events", "event_id"],
                ["figure_id", "figures", "figure_id"],
                ["statement_id", "statements", "statement_id"],
            ]
        }
