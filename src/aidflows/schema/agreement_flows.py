"""The table `agreement_flows`: one row per agreement and a flow made under it."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class AgreementFlows(Table):
    """One row per agreement and a flow made under it."""

    agreement_id: Text = column("agreement", required=True)
    flow_id: Text = column("flow", required=True)
    reason: Text = column("reason", required=True)
    decision_id: Text = column("decision", required=True)

    class Config:
        """Keys of the table."""

        name = "agreement_flows"
        unique = ["agreement_id", "flow_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["agreement_id", "agreements", "agreement_id"],
                ["flow_id", "flows", "flow_id"],
                ["decision_id", "decisions", "decision_id"],
            ]
        }
