"""Builds all tables from raw/: from the notes, or from the originals; writes them beside and moves them into place."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from aidflows.coding import Coded, code_source
from aidflows.errors import SourceError
from aidflows.gazetteer.lists import load_countries, load_list, load_organisations, load_systems, load_types
from aidflows.resolve import tables as around
from aidflows.resolve.decisions import Decision, apply_sets, find_targets, load_decisions
from aidflows.resolve.flows import Row, make_flows
from aidflows.resolve.forest import plant
from aidflows.resolve.outcomes import Placed, place_figures
from aidflows.schema.derive import arrow_schema
from aidflows.schema.registry import TABLES
from aidflows.sources import Source, load_sources

Tables = dict[str, pa.Table]
CENT, RATE = Decimal("0.01"), Decimal("0.00000001")


@dataclass(frozen=True, slots=True)
class Built:
    """The tables of one build and the figures and outcomes they were made of."""

    tables: Tables
    placed: tuple[Placed, ...]
    sources: tuple[Source, ...]


def build_tables(
    raw: Path, originals: Path | None = None, *, progress: Callable[[str], None] = lambda _: None
) -> Built:
    """Return every table of the dataset, sorted, as Arrow tables with the declared schemas.

    Raises SourceError for a fault under raw/, naming file, place and value.
    """
    sources = load_sources(raw)
    decisions = load_decisions(raw / "decisions.yml", sources)
    coded: list[Coded] = []
    for source in sources:
        progress(f"reading {source.source_id}")
        coded += code_source(source, originals)
    coded = apply_sets(coded, decisions, raw / "decisions.yml")
    placed = place_figures(coded, decisions)
    progress("resolving flows")
    rows = _resolve(placed, decisions, sources, find_targets(coded))
    rows["citations"] = _citations(sources)
    return Built({name: to_arrow(name, rows[name]) for name in TABLES}, tuple(placed), sources)


def _resolve(
    placed: list[Placed], decisions: tuple[Decision, ...], sources: tuple[Source, ...], names: dict[str, str]
) -> dict[str, list[Row]]:
    described = {str(p.leads_to) for p in placed if p.outcome == "part" and "L-REMAINDER" in p.coded.figure.rules}
    flows = plant(make_flows(placed), described)
    evidence = around.make_evidence(placed, flows)
    events = around.make_events(flows, placed)
    around.count_sources(flows, evidence, placed)
    _deny(flows, decisions, names)
    return {
        "sources": [_source_row(s) for s in sources],
        "statements": around.make_statements(sources, placed),
        "figures": around.make_figures(placed),
        "flows": flows,
        "events": events,
        "flow_parties": around.make_parties(flows, placed),
        "flow_links": around.make_links(decisions, names),
        "evidence": evidence,
        "agreements": around.make_agreements(placed),
        "agreement_flows": around.make_agreement_flows(decisions, names),
        "coverage": around.make_coverage(sources),
        "decisions": [_decision_row(d) for d in sorted(decisions, key=lambda d: d.decision_id)],
        **_gazetteer_rows(),
    }


def _deny(flows: list[Row], decisions: tuple[Decision, ...], names: dict[str, str]) -> None:
    for decision in decisions:
        if decision.action == "denied":
            for flow in flows:
                if flow["flow_id"] == names[decision.target]:
                    flow.update(
                        assertion="denied",
                        denied_by=decision.value,
                        rule_ids=f"{flow['rule_ids']} {decision.decision_id}",
                    )


def _source_row(source: Source) -> Row:
    m = source.meta
    return {
        "source_id": source.source_id, "title": m["title"], "authors": "; ".join(m["authors"]), "publisher": m["publisher"], "date": m["date"],
        "language": m["language"], "url": m["url"], "doi": m["doi"], "licence": m["licence"], "kind": m["kind"], "original_sha256": source.sha256,
        "original_characters": m["original"]["characters"], "covers_from": m["covers"]["from"], "covers_to": m["covers"]["to"],
    }  # fmt: skip


def _decision_row(d: Decision) -> Row:
    value = (
        None
        if d.value is None
        else "; ".join(f"{k}={v}" for k, v in d.value.items())
        if isinstance(d.value, dict)
        else str(d.value)
    )
    return {
        "decision_id": d.decision_id, "action": d.action, "target": d.target, "value": value, "reason": d.reason, "rejected": d.rejected,
        "effect": d.effect, "source_sha256": d.source_sha256,
    }  # fmt: skip


def _number(value: str) -> int | None:
    return int(value) if value else None


def _gazetteer_rows() -> dict[str, list[Row]]:
    types = load_types()
    systems = [
        {
            "system_id": r["system_id"], "name": r["name"], "system_type": r["system_type"], "producer": r["producer"] or None, "origin_iso3": r["origin_iso3"] or None,
            "category": types[r["system_type"]]["category"], "sipri_category": types[r["system_type"]]["sipri_category"] or None,
            "unroca_category": types[r["system_type"]]["unroca_category"] or None,
        }
        for r in load_systems().values()
    ]  # fmt: skip
    names = sorted({(r["system_id"], a) for r in load_systems().values() for a in r["aliases"].split("|") if a})
    countries = [
        {
            "iso3": c["iso3"], "iso2": c["iso2"] or None, "name": c["name"], "cow_code": _number(c["cow_code"]), "gw_code": _number(c["gw_code"]),
            "valid_from": _number(c["valid_from"]), "valid_to": _number(c["valid_to"]), "note": c["note"] or None,
        }
        for c in load_countries().values()
    ]  # fmt: skip
    return {
        "systems": sorted(systems, key=lambda r: str(r["system_id"])),
        "system_names": [{"system_id": s, "name": n} for s, n in names],
        "organisations": sorted(
            (
                {"org_id": o["org_id"], "name": o["name"], "country_iso3": o["country_iso3"], "org_type": o["org_type"]}
                for o in load_organisations().values()
            ),
            key=lambda r: str(r["org_id"]),
        ),
        "countries": sorted(countries, key=lambda r: str(r["iso3"])),
        "exchange_rates": [
            {**r, "year": int(r["year"]), "per_usd": Decimal(r["per_usd"])} for r in load_list("exchange_rates")
        ],
        "deflators": [
            {**r, "year": int(r["year"]), "base_year": int(r["base_year"]), "price_index": Decimal(r["price_index"])}
            for r in load_list("deflators")
        ],
    }


def _citations(sources: tuple[Source, ...]) -> list[Row]:
    rows: list[Row] = []
    for source in sources:
        ruled = _citation_rulings(source)
        for block in source.blocks:
            for number, work in enumerate((block.cites or "").split(";"), 1):
                work = work.strip()
                if not work:
                    continue
                key = f"{source.source_id}:{block.block_id}"
                found = ruled.get((block.block_id, work)) or ruled.get(("*", work))
                default = {"entry": work.split(", p")[0], "match": "yes" if ruled else "not_checked", "reason": None}
                rows.append(
                    {"citation_id": f"{key}#{number}", "statement_id": key, "cited_as": work, **(found or default)}
                )
    return sorted(rows, key=lambda r: str(r["citation_id"]))


def _citation_rulings(source: Source) -> dict[tuple[str, str], dict[str, Any]]:
    path = source.folder / "citations.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as handle:
        return {
            (r["block_id"], r["cited_as"]): {"entry": r["entry"] or None, "match": r["match"], "reason": r["reason"]}
            for r in csv.DictReader(handle)
        }


def to_arrow(name: str, rows: list[Row]) -> pa.Table:
    """Return rows as an Arrow table of the declared schema. Raises SourceError where a value does not fit."""
    schema = arrow_schema(name)
    exact = {f.name: CENT if f.type == pa.decimal128(18, 2) else RATE for f in schema if pa.types.is_decimal(f.type)}
    clean = []
    for row in rows:
        extra = set(row) - set(schema.names)
        if extra:
            raise SourceError(f"table {name}: unknown column: {sorted(extra)[0]!r}")
        clean.append(
            {
                k: (v.quantize(exact[k]) if k in exact and v is not None else None if v == "" else v)
                for k, v in row.items()
            }
        )
    try:
        return pa.Table.from_pylist(clean, schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise SourceError(f"table {name}: a value does not fit its column: {error}") from None
