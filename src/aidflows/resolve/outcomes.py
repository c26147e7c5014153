"""Where each figure ends: flow, part, corroborates, conflict, agreement, or set aside with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from aidflows.coding import Coded
from aidflows.resolve.decisions import Decision, find_targets
from aidflows.sources import FLOW_KINDS

NEVER = {
    "O-LOSS": "loss",
    "O-BUDGET": "budget",
    "O-TURNOVER": "turnover",
    "O-OWN_USE": "own_procurement",
    "O-NO-TRANSFER": "no_transfer",
    "O-OFF-TOPIC": "no_transfer",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A coded figure with its outcome; `leads_to` is the figure whose flow it supports or belongs to."""

    coded: Coded
    outcome: str
    reason: str | None = None
    leads_to: str | None = None
    decision_id: str | None = None


def place_figures(coded: list[Coded], decisions: tuple[Decision, ...]) -> list[Placed]:
    """Return every figure and statement with exactly one outcome."""
    names = find_targets(coded)
    ruled = {names[d.target]: d for d in decisions if d.action in ("same_as", "set_aside", "rival")}
    by_start = {(c.source_id, c.figure.kind, c.figure.start): c.figure_id for c in coded}
    return [_place(c, ruled.get(c.figure_id), names, by_start) for c in coded]


def _place(
    coded: Coded, decision: Decision | None, names: dict[str, str], by_start: dict[tuple[str, str, int], str]
) -> Placed:
    figure = coded.figure
    if decision is not None and decision.action == "same_as":
        return Placed(coded, "corroborates", None, names[decision.value], decision.decision_id)
    if decision is not None and decision.action == "rival":
        return Placed(coded, "conflict", "rival number of one event", names[decision.value], decision.decision_id)
    if decision is not None:
        return Placed(coded, "set_aside", str(decision.value), None, decision.decision_id)
    if coded.kind == "agreement":
        return Placed(coded, "agreement")
    if figure.conversion_of is not None:
        return Placed(
            coded, "corroborates", "conversion", by_start[(coded.source_id, figure.kind, figure.conversion_of)]
        )
    reason = _aside(coded)
    if reason:
        return Placed(coded, "set_aside", reason)
    if figure.part_of is not None:
        return Placed(coded, "part", None, by_start[(coded.source_id, figure.kind, figure.part_of)])
    return Placed(coded, "flow")


def _aside(coded: Coded) -> str | None:
    """Return why a figure is no flow, or None where it is one."""
    figure = coded.figure
    for rule in figure.rules:
        if rule in NEVER and not figure.in_scope:
            return NEVER[rule]
    if figure.kind == "statement" and coded.kind not in FLOW_KINDS:
        return coded.kind
    if figure.level in ("running_total", "exporter_total") or figure.flow_type == "guarantee":
        return "not_additive"
    if figure.is_per_unit:
        return "unit_price"
    if figure.role in ("inventory", "loss"):
        return figure.role
    if figure.kind == "personnel" and figure.content not in ("training", "deployment"):
        return "claim" if figure.assertion == "claimed" else "people"
    if figure.role == "context" and figure.stage not in ("interest", "requested", "refused"):
        return "context"
    if not (figure.suppliers or figure.recipients):
        return "no_party"
    if figure.kind != "statement" and figure.role == "transfer" and not (figure.suppliers and figure.recipients):
        return "one_party"
    return None
