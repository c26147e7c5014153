"""The table `flows`: one row per distinct transfer, pledge or joint undertaking."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Flag, Money, Table, Text, Whole, column


class Flows(Table):
    """One row per distinct transfer, pledge or joint undertaking."""

    flow_id: Text = column("id of the figure or statement that first states it; parent:rest for a rest", required=True)
    parent_flow_id: Text = column("flow that this is a part of")
    is_leaf: Flag = column("true of a flow without parts", required=True)
    is_residual: Flag = column("true of a rest that nobody describes", required=True)
    residual_reason: Text = column("why there is a rest", codes="residual_reason")
    level: Text = column("deal, programme or total", required=True, codes="level")
    supplier_iso3: Text = column("supplier")
    recipient_iso3: Text = column("recipient")
    supplier_org_id: Text = column("supplying organisation")
    recipient_org_id: Text = column("receiving organisation")
    flow_type: Text = column("terms", required=True, codes="flow_type")
    content: Text = column("what it is made of", required=True, codes="content")
    modality: Text = column("in cash or in kind", required=True, codes="modality")
    purpose: Text = column("purpose", required=True, codes="purpose")
    category: Text = column("category, after what the text says was transferred", required=True, codes="category")
    item: Text = column("what was transferred, in plain English", required=True)
    item_type: Text = column("type of the item", required=True)
    system_id: Text = column("system")
    title: Text = column("one line that names the flow", required=True)
    stage: Text = column("booking stage", required=True, codes="stage")
    stage_reached: Text = column("last stage reached", required=True, codes="stage")
    assertion: Text = column("stated, claimed, disputed or denied", required=True, codes="assertion")
    claimed_by: Text = column("country whose side claims it")
    denied_by: Text = column("country that denies it")
    amount_low: Money = column("lowest amount, nominal, in currency")
    amount_best: Money = column("best amount, nominal, in currency")
    amount_high: Money = column("highest amount; null where open or unknown")
    currency: Text = column("ISO 4217; null where unpriced")
    amount_basis: Text = column("basis of the amount", codes="amount_basis")
    quantity_low: Money = column("lowest quantity")
    quantity_best: Money = column("best quantity")
    quantity_high: Money = column("highest quantity")
    quantity_unit: Text = column("items or persons")
    condition: Text = column("new, used or refurbished, where stated")
    date_start: Text = column("first day of the booking event (ISO)")
    date_end: Text = column("day after its last (ISO)")
    date_basis: Text = column("where the date comes from", required=True, codes="date_basis")
    year: Whole = column("year it is booked in")
    fiscal_year: Text = column("fiscal year as printed")
    period_start: Text = column("first day it covers")
    period_end: Text = column("day after the last it covers")
    n_sources: Whole = column("sources that state it", required=True)
    n_independent: Whole = column("sources that do not rest on the same cited work", required=True)
    has_primary: Flag = column("true where a cited work is an official record", required=True)
    rule_ids: Text = column("rules and decisions that made it, separated by spaces")

    class Config:
        """Keys of the table."""

        name = "flows"
        unique = ["flow_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [
                ["supplier_iso3", "countries", "iso3"],
                ["recipient_iso3", "countries", "iso3"],
                ["system_id", "systems", "system_id"],
                ["supplier_org_id", "organisations", "org_id"],
                ["recipient_org_id", "organisations", "org_id"],
                ["parent_flow_id", "flows", "flow_id"],
            ]
        }
