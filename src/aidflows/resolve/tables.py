"""Makes the tables around the flows: events, parties, links, evidence, agreements, coverage, figures, statements."""

from __future__ import annotations

from typing import Any

from aidflows.recognise.titles import parse_agreement_kind
from aidflows.resolve.decisions import Decision
from aidflows.resolve.flows import BOOKING, ORDER, Row
from aidflows.resolve.outcomes import Placed
from aidflows.sources import FIGURE_KINDS, Source

PRIMARY = ("Official Gazette", "Ministry of Justice", "Minute Books", "Resmi Gazete", "Prosecutor General")
ESTIMATES = {"about", "range", "either", "more_than", "at_least", "less_than", "up_to"}


def make_evidence(placed: list[Placed], flows: list[Row]) -> list[Row]:
    """Return links from each flow to the figures and statements that state it or say it again."""
    ids = {str(f["flow_id"]) for f in flows}
    rows: list[Row] = []
    for one in placed:
        target = one.coded.figure_id if one.outcome in ("flow", "part") else one.leads_to
        if one.outcome not in ("flow", "part", "corroborates", "conflict") or target is None:
            continue
        for flow_id in sorted(i for i in ids if i == target or i.startswith(target + "/")):
            rows.append(_evidence(one, flow_id))
    for flow in flows:
        if str(flow["flow_id"]).endswith(":rest"):
            rows.append(_rest_evidence(flow))
    return sorted(rows, key=lambda r: str(r["evidence_id"]))


def _evidence(placed: Placed, flow_id: str) -> Row:
    coded = placed.coded
    is_figure = coded.kind in FIGURE_KINDS
    role = (
        "amount"
        if coded.kind == "money"
        else "statement"
        if not is_figure
        else "quantity"
        if coded.figure.quantity_start is not None
        else "item"
    )
    first = placed.outcome in ("flow", "part")
    return {
        "evidence_id": f"{flow_id}<{coded.figure_id}", "flow_id": flow_id, "event_id": f"{flow_id}@{coded.figure.stage or 'agreed'}" if first else None,
        "figure_id": coded.figure_id if is_figure else None, "statement_id": coded.statement_id, "role": role, "is_first": first,
    }  # fmt: skip


def _rest_evidence(flow: Row) -> Row:
    parent = str(flow["parent_flow_id"])
    return {
        "evidence_id": f"{flow['flow_id']}<{parent}",
        "flow_id": flow["flow_id"],
        "event_id": None,
        "figure_id": parent,
        "statement_id": None,
        "role": "amount",
        "is_first": True,
    }


def count_sources(flows: list[Row], evidence: list[Row], placed: list[Placed]) -> None:
    """Fill n_sources, n_independent and has_primary from the evidence."""
    by_id = {p.coded.figure_id: p.coded for p in placed}
    by_statement = {p.coded.statement_id: p.coded for p in placed if p.coded.statement_id}
    for flow in flows:
        coded = [
            by_id[e["figure_id"]] if e["figure_id"] in by_id else by_statement.get(e["statement_id"])
            for e in evidence
            if e["flow_id"] == flow["flow_id"]
        ]
        known = [c for c in coded if c is not None]
        flow["n_sources"] = len({c.source_id for c in known}) or 1
        origins = {c.cites.split(";")[0].split(",")[0] if c.cites else c.source_id for c in known}
        flow["n_independent"] = max(1, min(flow["n_sources"], len(origins)))
        flow["has_primary"] = any(c.cites and any(p in c.cites for p in PRIMARY) for c in known)


def make_events(flows: list[Row], placed: list[Placed]) -> list[Row]:
    """Return one event for each stage that a flow is known to have reached; the booking event carries its amounts."""
    qualifiers = {p.coded.figure_id: p.coded.figure.qualifier for p in placed}
    extra: dict[str, set[str]] = {}
    for one in placed:
        if one.outcome == "corroborates" and one.leads_to and one.coded.figure.stage:
            extra.setdefault(one.leads_to, set()).add(one.coded.figure.stage)
    rows: list[Row] = []
    for flow in flows:
        stages = {str(flow["stage"])} | {
            s for s in extra.get(str(flow["flow_id"]), set()) if ORDER.index(s) > ORDER.index("refused")
        }
        booking = next((s for s in BOOKING if s in stages), str(flow["stage"]))
        flow["stage"] = booking
        flow["stage_reached"] = max(stages, key=ORDER.index)
        for stage in sorted(stages):
            rows.append(
                _event(
                    flow, stage, is_booking=stage == booking, qualifier=qualifiers.get(str(flow["flow_id"]), "exact")
                )
            )
    return sorted(rows, key=lambda r: str(r["event_id"]))


def _event(flow: Row, stage: str, *, is_booking: bool, qualifier: str) -> Row:
    return {
        "event_id": f"{flow['flow_id']}@{stage}", "flow_id": flow["flow_id"], "stage": stage, "date_start": flow["date_start"], "date_end": flow["date_end"],
        "year": flow["year"], "amount_low": flow["amount_low"], "amount_best": flow["amount_best"], "amount_high": flow["amount_high"],
        "currency": flow["currency"], "amount_basis": flow["amount_basis"], "is_amount_estimate": flow["amount_low"] is not None and qualifier in ESTIMATES,
        "quantity_low": flow["quantity_low"], "quantity_best": flow["quantity_best"], "quantity_high": flow["quantity_high"],
        "is_quantity_estimate": flow["quantity_low"] is not None and qualifier in ESTIMATES, "tiv": None, "is_booking": is_booking,
    }  # fmt: skip


def make_parties(flows: list[Row], placed: list[Placed]) -> list[Row]:
    """Return the parties of each flow; a share is null unless the source states it."""
    funders = {p.coded.figure_id: p.coded.figure.funders for p in placed}
    rows: list[Row] = []
    for flow in flows:
        pairs = [
            ("supplier", flow["supplier_iso3"], flow["supplier_org_id"]),
            ("recipient", flow["recipient_iso3"], flow["recipient_org_id"]),
        ]
        pairs += [("funder", code, None) for code in funders.get(str(flow["flow_id"]), ())]
        rows += [
            {"flow_id": flow["flow_id"], "party_code": c, "role": r, "org_id": o, "share": None}
            for r, c, o in pairs
            if c
        ]
    return sorted(rows, key=lambda r: (str(r["flow_id"]), str(r["role"]), str(r["party_code"])))


def make_links(decisions: tuple[Decision, ...], names: dict[str, str]) -> list[Row]:
    """Return may_overlap and rival links that decisions draw between flows."""
    rows = []
    for d in decisions:
        if d.action == "may_overlap":
            a, b = names[d.target], names[d.value]
            rows.append(
                {
                    "link_id": f"{a}~{b}",
                    "flow_id_a": a,
                    "flow_id_b": b,
                    "link_type": "may_overlap",
                    "reason": d.reason,
                    "decision_id": d.decision_id,
                }
            )
    return sorted(rows, key=lambda r: str(r["link_id"]))


def make_agreements(placed: list[Placed]) -> list[Row]:
    """Return distinct agreements; later mentions are counted on the first."""
    mentions: dict[str, int] = {}
    for one in placed:
        if one.coded.kind == "agreement" and one.leads_to:
            mentions[one.leads_to] = mentions.get(one.leads_to, 0) + 1
    rows = []
    for one in placed:
        if one.outcome == "agreement":
            f = one.coded.figure
            rows.append({
                "agreement_id": one.coded.figure_id, "title": f.surface, "agreement_kind": parse_agreement_kind(f.surface), "parties": ";".join(sorted(f.suppliers)),
                "date_start": f.date_start, "date_end": f.date_end, "year": f.year, "n_mentions": 1 + mentions.get(one.coded.figure_id, 0),
            })  # fmt: skip
    return sorted(rows, key=lambda r: str(r["agreement_id"]))


def make_agreement_flows(decisions: tuple[Decision, ...], names: dict[str, str]) -> list[Row]:
    """Return which flows were made under which agreement, after decisions."""
    rows = [
        {"agreement_id": names[d.value], "flow_id": names[d.target], "reason": d.reason, "decision_id": d.decision_id}
        for d in decisions
        if d.action == "under_agreement"
    ]
    return sorted(rows, key=lambda r: (str(r["agreement_id"]), str(r["flow_id"])))


def make_coverage(sources: tuple[Source, ...]) -> list[Row]:
    """Return which sources looked at which pair and year, so that zero is not silence."""
    looked: dict[tuple[str, str, int, str], list[str]] = {}
    for source in sources:
        covers = source.meta["covers"]
        for year in range(int(covers["from"]), int(covers["to"]) + 1):
            for kind in ("hardware", "money", "training"):
                looked.setdefault((*source.about, year, kind), []).append(source.source_id)
    return [
        {
            "supplier_iso3": s,
            "recipient_iso3": r,
            "year": y,
            "kind": k,
            "status": "covered",
            "source_ids": ";".join(sorted(ids)),
            "n_sources": len(ids),
        }
        for (s, r, y, k), ids in sorted(looked.items())
    ]


def make_figures(placed: list[Placed]) -> list[Row]:
    """Return the rows of the table figures."""
    starts = {(p.coded.source_id, p.coded.figure.start): p.coded.figure_id for p in placed if p.coded.kind == "money"}
    return sorted(
        (_figure(p, starts) for p in placed if p.coded.kind in FIGURE_KINDS), key=lambda r: str(r["figure_id"])
    )


def _figure(placed: Placed, starts: dict[tuple[str, int], str]) -> Row:
    c, f = placed.coded, placed.coded.figure
    return {
        "figure_id": c.figure_id, "source_id": c.source_id, "statement_id": c.statement_id, "kind": c.kind, "surface": f.surface, "span_start": c.text_start,
        "span_end": c.text_end, "text_sha256": c.text_sha256, "original_start": f.start, "original_end": f.end, "quantity_surface": f.quantity_surface,
        "quantity_start": c.quantity_start, "quantity_end": c.quantity_end, "value_low": f.value_low, "value_best": f.value, "value_high": f.value_high,
        "unit": "title" if c.kind == "agreement" else f.unit, "qualifier": f.qualifier, "is_per_unit": f.is_per_unit, "in_scope": f.in_scope,
        "supplier_iso3": f.suppliers[0] if len(f.suppliers) == 1 else None, "recipient_iso3": f.recipients[0] if len(f.recipients) == 1 else None,
        "suppliers": ";".join(f.suppliers), "recipients": ";".join(f.recipients), "date_start": f.date_start, "date_end": f.date_end, "year": f.year,
        "role": f.role, "stage": f.stage, "flow_type": f.flow_type, "content": f.content, "assertion": f.assertion, "claimed_by": f.claimed_by,
        "category": f.category, "item": f.item, "system_id": f.system_id, "part_of": starts.get((c.source_id, f.part_of or -1)), "conversion_of": starts.get((c.source_id, f.conversion_of or -1)),
        "outcome": placed.outcome, "outcome_reason": placed.decision_id if placed.outcome != "set_aside" else f"{placed.reason}" + (f" ({placed.decision_id})" if placed.decision_id else ""),
        "rule_ids": " ".join(f.rules),
    }  # fmt: skip


def make_statements(sources: tuple[Source, ...], placed: list[Placed]) -> list[Row]:
    """Return the rows of the table statements: every note with what became of it."""
    by_statement = {p.coded.statement_id: p for p in placed if p.coded.statement_id}
    rows: list[dict[str, Any]] = []
    for source in sources:
        for block in source.blocks:
            key = f"{source.source_id}:{block.block_id}"
            one = by_statement.get(key)
            outcome = "figure" if block.kind in FIGURE_KINDS else one.outcome if one else "set_aside"
            rows.append({
                "statement_id": key, "source_id": source.source_id, "kind": block.kind, "span_start": block.span[0], "span_end": block.span[1],
                "text": block.text, "text_sha256": block.text_sha256, "cites": block.cites, "outcome": outcome,
                "outcome_reason": one.reason if one and outcome == "set_aside" else None,
            })  # fmt: skip
    return sorted(rows, key=lambda r: str(r["statement_id"]))
