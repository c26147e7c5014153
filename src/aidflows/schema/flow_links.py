"""The table `flow_links`: one row per pair of flows that belong together without being part and total."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class FlowLinks(Table):
    """One row per pair of flows that belong together without being part and total."""

    link_id: Text = column("id", required=True)
    flow_id_a: Text = column("one flow", required=True)
    flow_id_b: Text = column("the other flow", required=True)
    link_type: Text = column("kind of link", required=True, codes="link_type")
    reason: Text = column("reason", required=True)
    decision_id: Text = column("decision")

    class Config:
        """Keys of the table."""

        name = "flow_links"
        unique = ["link_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["flow_id_a", "flows", "flow_id"],
                ["flow_id_b", "flows", "flow_id"],
                ["decision_id", "decisions", "decision_id"],
            ]
        }
