"""Sums that cannot count twice: over roots or leaves of the forest, with bounds and all that is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from aidflows.errors import QuestionError

COLUMNS = {
    "year": "f.year", "flow_type": "f.flow_type", "supplier": "f.supplier_iso3", "recipient": "f.recipient_iso3", "category": "f.category",
    "content": "f.content", "purpose": "f.purpose", "level": "f.level", "modality": "f.modality", "item": "f.item", "item_type": "f.item_type",
}  # fmt: skip
OF_LEAVES = frozenset({"category", "content", "modality", "item", "item_type"})
MEASURES, RULES, OVERLAPS = ("committed", "delivered"), ("booked", "spread"), ("keep", "exclude")
PURPOSES = ("military", "dual", "economic", "humanitarian", "mixed", "unknown", "all")


@dataclass(frozen=True, slots=True)
class Question:
    """What a total is of: every choice that moves the number."""

    supplier: str | None = None
    recipient: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    by: tuple[str, ...] = ("year", "flow_type")
    measure: str = "committed"
    prices: str = "nominal"
    year_rule: str = "booked"
    overlaps: str = "keep"
    purpose: str = "military"

    def options(self) -> str:
        """Return the question as command-line options, all of them."""
        words = [
            f"--measure {self.measure}",
            f"--purpose {self.purpose}",
            f"--prices {self.prices}",
            f"--year-rule {self.year_rule}",
            f"--overlaps {self.overlaps}",
        ]
        words += [f"--supplier {self.supplier}"] if self.supplier else []
        words += [f"--recipient {self.recipient}"] if self.recipient else []
        words += [f"--from {self.year_from}"] if self.year_from is not None else []
        words += [f"--to {self.year_to}"] if self.year_to is not None else []
        return " ".join([*words, f"--by {','.join(self.by)}" if self.by else "--by none"])


def make_question(
    years: int | tuple[int, int] | Iterable[int] | None = None,
    by: str | Iterable[str] | None = ("year", "flow_type"),
    **choices: str | None,
) -> Question:
    """Return a question from loose arguments. Raises QuestionError for an unknown choice."""
    first, last = _years(years)
    parts = [] if by is None else by.split(",") if isinstance(by, str) else list(by)
    groups = tuple(p.strip() for p in parts if p.strip() and p.strip() != "none")
    question = Question(year_from=first, year_to=last, by=groups, **{k: v for k, v in choices.items() if v is not None})
    for group in groups:
        if group not in COLUMNS:
            raise QuestionError(f"totals: no such grouping (there are {', '.join(COLUMNS)}): {group!r}")
    for name, allowed in (("measure", MEASURES), ("year_rule", RULES), ("overlaps", OVERLAPS), ("purpose", PURPOSES)):
        if getattr(question, name) not in allowed:
            raise QuestionError(f"totals: {name} must be one of {', '.join(allowed)}: {getattr(question, name)!r}")
    if question.prices != "nominal" and not re.fullmatch(r"constant:\d{4}", question.prices):
        raise QuestionError(f"totals: prices must be nominal or constant:YEAR: {question.prices!r}")
    return question


def _years(years: int | tuple[int, int] | Iterable[int] | None) -> tuple[int | None, int | None]:
    if years is None:
        return None, None
    if isinstance(years, int):
        return years, years
    known = [y for y in years if y is not None]
    if not known:
        return None, None
    listed = list(years)
    if len(listed) == 2 and None in listed:
        return listed[0], listed[1]
    return min(known), max(known)


def check_country(connection: duckdb.DuckDBPyConnection, code: str | None) -> str | None:
    """Return the ISO 3166-1 alpha-3 code for a code or a name of a country. Raises QuestionError for an unknown one."""
    if code is None:
        return None
    row = connection.execute(
        "select iso3 from countries where iso3 = upper($1) or lower(name) = lower($1) order by iso3 limit 1", [code]
    ).fetchone()
    if row is None:
        raise QuestionError(f"countries: unknown country: {code!r}")
    return str(row[0])


def _nodes(question: Question) -> str:
    """Return the condition that picks one antichain of the forest."""
    gone = "f.content not in ('deployment', 'exercise') and f.flow_type <> 'guarantee' and f.stage not in ('interest', 'requested', 'refused', 'cancelled')"
    if question.measure == "delivered":
        arrived = "f.stage_reached in ('delivered', 'disbursed')"
        return f"{gone} and {arrived} and not exists (select 1 from flows p where p.flow_id = f.parent_flow_id and p.stage_reached in ('delivered', 'disbursed'))"
    leaves = any(g in OF_LEAVES for g in question.by)
    return f"{gone} and {'f.is_leaf' if leaves else 'f.parent_flow_id is null'}"


def sum_flows(connection: duckdb.DuckDBPyConnection, question: Question) -> list[dict[str, object]]:
    """Return one row per group: low, best, high (nominal or constant, in currency), counts and the sum at risk of overlap.

    Any open high makes the group's high null; unpriced flows and claims are counted, never added as 0.
    """
    supplier, recipient = check_country(connection, question.supplier), check_country(connection, question.recipient)
    groups = [f"{COLUMNS[g]} as {g}" for g in question.by]
    names = list(question.by)
    where = [_nodes(question)]
    values: dict[str, object] = {}
    for column, value in (("supplier_iso3", supplier), ("recipient_iso3", recipient)):
        if value:
            where.append(f"f.{column} = ${column}")
            values[column] = value
    if question.purpose != "all":
        where.append("f.purpose = $purpose")
        values["purpose"] = question.purpose
    cursor = connection.execute(_sql(question, where, groups), values)
    columns = [d[0] for d in cursor.description or []]
    rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    if any(int(str(r["currencies"])) > 1 for r in rows):
        raise QuestionError("totals: more than one currency in one sum; filter by supplier or year")
    order = [*names, "currency", "low", "best", "high", "flows_priced", "flows_unpriced", "claims_excluded", "at_risk"]
    return [{k: row[k] for k in order} for row in rows]


def _sql(question: Question, where: list[str], groups: list[str]) -> str:
    numbered = ", ".join(str(n + 1) for n in range(len(groups)))
    return f"""
        with picked as (
            select f.*, {_excluded(question)} as is_excluded, coalesce(o.at_risk, 0) as at_risk
            from flows as f left join (
                select flow_id_a as flow_id, least(a.amount_best, b.amount_best) as at_risk
                from flow_links as l join flows as a on a.flow_id = l.flow_id_a join flows as b on b.flow_id = l.flow_id_b where l.link_type = 'may_overlap'
            ) as o on o.flow_id = f.flow_id
            where {" and ".join(where)}
        ),
        spread as ({_spread(question)}),
        f as (select s.*, {_factor(question)} as factor from spread as s
              left join deflators as d on d.country_iso3 = 'USA' and d.year = s.booked_year)
        select {", ".join([*groups, "max(f.currency) as currency", "count(distinct f.currency) as currencies"])},
            count(*) filter (where f.assertion = 'stated' and f.amount_low is not null and f.factor is not null) as flows_priced,
            count(*) filter (where f.assertion = 'stated' and (f.amount_low is null or f.factor is null)) as flows_unpriced,
            count(*) filter (where f.assertion <> 'stated') as claims_excluded,
            {_sum("amount_low")} as low, {_sum("amount_best")} as best,
            case when count(*) filter (where f.assertion = 'stated' and f.amount_low is not null and f.amount_high is null) > 0 then null else {_sum("amount_high")} end as high,
            cast(coalesce(sum(f.at_risk) filter (where f.assertion = 'stated'), 0) as decimal(18, 2)) as at_risk
        from f where not f.is_excluded {_year_filter(question)}
        {"group by " + numbered if groups else ""}
        order by all
    """


def _sum(column: str) -> str:
    return f"cast(sum(round(cast(f.{column} as decimal(24, 2)) * f.factor, 2)) filter (where f.assertion = 'stated') as decimal(18, 2))"


def _excluded(question: Question) -> str:
    if question.overlaps == "keep":
        return "false"
    return """exists (select 1 from flow_links as l join flows as a on a.flow_id = l.flow_id_a join flows as b on b.flow_id = l.flow_id_b
        where l.link_type = 'may_overlap' and f.flow_id = case when a.amount_best <= b.amount_best then a.flow_id else b.flow_id end)"""


def _cut(column: str) -> str:
    """Return the share of one year in whole cents, without float; the last year takes the rounding."""
    share = f"cast(cast({column} * 100 as bigint) // years as decimal(18, 0)) * 0.01"
    last = f"{column} - (years - 1) * {share}"
    return f"cast(case when n < years - 1 then {share} else {last} end as decimal(18, 2)) as {column}"


def _spread(question: Question) -> str:
    if question.year_rule == "booked":
        return "select *, year as booked_year from picked"
    years = "greatest(1, coalesce(try_cast(period_end[1:4] as integer) - try_cast(period_start[1:4] as integer), 1))"
    return f"""select * replace (year + n as year, {_cut("amount_low")}, {_cut("amount_best")}, {_cut("amount_high")}, case when n = 0 then at_risk else 0 end as at_risk),
        year as booked_year from (select *, unnest(range(years)) as n from (select *, {years} as years from picked))"""


def _factor(question: Question) -> str:
    if question.prices == "nominal":
        return "cast(1 as decimal(12, 8))"
    base = int(question.prices.split(":")[1])
    # a ratio of two indices, rounded to eight places; the amounts themselves stay decimal
    return f"cast((select b.price_index from deflators as b where b.country_iso3 = 'USA' and b.year = {base}) / d.price_index as decimal(12, 8))"


def _year_filter(question: Question) -> str:
    parts = [
        f"and f.year >= {question.year_from}" if question.year_from is not None else "",
        f"and f.year <= {question.year_to}" if question.year_to is not None else "",
    ]
    return " ".join(p for p in parts if p)


def list_coverage(connection: duckdb.DuckDBPyConnection, question: Question) -> set[int]:
    """Return the years that some source looked at for the question's pair."""
    rows = connection.execute(
        "select distinct year from coverage where supplier_iso3 = coalesce($1, supplier_iso3) and recipient_iso3 = coalesce($2, recipient_iso3)",
        [check_country(connection, question.supplier), check_country(connection, question.recipient)],
    ).fetchall()
    return {int(r[0]) for r in rows}


def grand_total(rows: list[dict[str, object]]) -> tuple[Decimal, Decimal, Decimal | None]:
    """Return low, best and high over all groups; an open high stays open."""
    priced = [r for r in rows if r["low"] is not None]
    low = sum((Decimal(str(r["low"])) for r in priced), Decimal(0))
    best = sum((Decimal(str(r["best"])) for r in priced if r["best"] is not None), Decimal(0))
    high = (
        None if any(r["high"] is None for r in priced) else sum((Decimal(str(r["high"])) for r in priced), Decimal(0))
    )
    return low, best, high
