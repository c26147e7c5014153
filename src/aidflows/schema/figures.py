"""The table `figures`: one row per number or named item found in a source."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Flag, Money, Table, Text, Whole, column


class Figures(Table):
    """One row per number or named item found in a source."""

    figure_id: Text = column("source_id:start-end in the original", required=True)
    source_id: Text = column("source", required=True)
    statement_id: Text = column("statement it stands in")
    kind: Text = column("kind of figure", required=True, codes="kind")
    surface: Text = column("the figure as printed in the text read", required=True)
    span_start: Whole = column("start of the surface in the text read, code points", required=True)
    span_end: Whole = column("end of the surface in the text read (exclusive)", required=True)
    text_sha256: Text = column("sha256 of the text the span counts in: the note, or the original", required=True)
    original_start: Whole = column("start in the original", required=True)
    original_end: Whole = column("end in the original (exclusive)", required=True)
    quantity_surface: Text = column("the count as printed")
    quantity_start: Whole = column("start of the count in the text read")
    quantity_end: Whole = column("end of the count in the text read (exclusive)")
    value_low: Money = column("lowest value")
    value_best: Money = column("best value; null where only bounds are known")
    value_high: Money = column("highest value; null where open")
    unit: Text = column("ISO 4217 currency, items, persons or title", required=True)
    qualifier: Text = column("how exact the number is", required=True, codes="qualifier")
    is_per_unit: Flag = column("true of a price per unit", required=True)
    in_scope: Flag = column("true where it is about transfers or aid", required=True)
    supplier_iso3: Text = column("supplier, where single")
    recipient_iso3: Text = column("recipient, where single")
    suppliers: Text = column("all suppliers, separated by semicolons")
    recipients: Text = column("all recipients, separated by semicolons")
    date_start: Text = column("first day (ISO)")
    date_end: Text = column("day after the last (ISO)")
    year: Whole = column("year")
    role: Text = column("transfer, inventory, loss or context", codes="role")
    stage: Text = column("stage of the transfer", codes="stage")
    flow_type: Text = column("terms", codes="flow_type")
    content: Text = column("content", codes="content")
    assertion: Text = column("who says so", required=True, codes="assertion")
    claimed_by: Text = column("who claims it (country)")
    category: Text = column("category", codes="category")
    item: Text = column("item in plain English")
    system_id: Text = column("system")
    part_of: Text = column("figure_id of the total it is a part of")
    conversion_of: Text = column("figure_id of the amount it converts")
    outcome: Text = column("where the figure ended", required=True, codes="outcome")
    outcome_reason: Text = column("reason where set aside, and what decided")
    rule_ids: Text = column("rules that read it, separated by spaces")

    class Config:
        """Keys of the table."""

        name = "figures"
        unique = ["figure_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["source_id", "sources", "source_id"],
                ["statement_id", "statements", "statement_id"],
                ["system_id", "systems", "system_id"],
            ]
        }
