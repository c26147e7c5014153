"""The table `flow_parties`: one row per flow, party and role."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Rate, Table, Text, column


class FlowParties(Table):
    """One row per flow, party and role."""

    flow_id: Text = column("flow", required=True)
    party_code: Text = column("country", required=True)
    role: Text = column("role", required=True, codes="party_role")
    org_id: Text = column("organisation")
    share: Rate = column("share of the flow, where stated")

    class Config:
        """Keys of the table."""

        name = "flow_parties"
        unique = ["flow_id", "party_code", "role"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["flow_id", "flows", "flow_id"],
                ["party_code", "countries", "iso3"],
                ["org_id", "organisations", "org_id"],
            ]
        }
