"""The table `events`: one row per thing that happened to a flow."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Flag, Money, Table, Text, Whole, column


class Events(Table):
    """One row per thing that happened to a flow."""

    event_id: Text = column("flow_id@stage", required=True)
    flow_id: Text = column("flow", required=True)
    stage: Text = column("stage", required=True, codes="stage")
    date_start: Text = column("first day (ISO)")
    date_end: Text = column("day after the last (ISO)")
    year: Whole = column("year")
    amount_low: Money = column("lowest amount")
    amount_best: Money = column("best amount")
    amount_high: Money = column("highest amount")
    currency: Text = column("ISO 4217")
    amount_basis: Text = column("basis of the amount", codes="amount_basis")
    is_amount_estimate: Flag = column("true where the amount is qualified", required=True)
    quantity_low: Money = column("lowest quantity")
    quantity_best: Money = column("best quantity")
    quantity_high: Money = column("highest quantity")
    is_quantity_estimate: Flag = column("true where the quantity is qualified", required=True)
    tiv: Money = column("SIPRI trend-indicator value, millions, for registers")
    is_booking: Flag = column("true of the event that the flow is booked by", required=True)

    class Config:
        """Keys of the table."""

        name = "events"
        unique = ["event_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["flow_id", "flows", "flow_id"]]}
