"""Links the figures of one document: conversions, parts and totals, what a sentence takes over from the one before."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from aidflows.normalise.notices import read_notice
from aidflows.normalise.pairs import complete_parties
from aidflows.normalise.parts import hang_part, hang_under
from aidflows.normalise.prices import price_deals
from aidflows.normalise.respective import read_respective
from aidflows.normalise.textpair import Pair
from aidflows.recognise.numbers import parse_number, step_of
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Figure


@cache
def _conversion() -> re.Pattern[str]:
    """Return what stands between an amount and what it is in another currency (conversions.csv): a bracket, or a word that says so.

    A comma alone lists: `90 million kroner, 9 million dollars` are two amounts.
    """
    equal, about = (alternatives(listed_words("conversions", kind=kind)) for kind in ("equal", "about"))
    return re.compile(
        rf"\s*(?:\(\s*(?:(?:{equal})\s+)?|,?\s+(?:{equal})\s+|[–—]\s|,\s+(?=(?:{about})\s))(?:(?:{equal}|{about})\s*){{0,2}}"
    )


TOTAL = re.compile(r"\b(?:total|in\sall|altogether|overall|combined)\b", re.IGNORECASE)


def link_figures(text: str, figures: list[Figure], topic: Pair | None = None, *, language: str = "en") -> list[Figure]:
    """Return the figures with conversion_of, part_of, and parties and scope taken over from the figure they hang on.

    `topic` is the pair that the text's first sentences name, if any; it counts beside the pairs of the figures.
    """
    money = [i for i, f in enumerate(figures) if f.kind == "money"]
    out = read_respective(text, figures)
    _mark_running(text, out, money)
    for n, i in enumerate(money):
        if n:
            _convert(text, out, money[n - 1], i)
    for n, i in enumerate(money):
        if n and out[i].conversion_of is None:
            hang_part(text, out, money[max(0, n - 12) : n], i)
    _total_after_parts(text, out, money)
    _running(text, out, money)
    read_notice(text, out)
    for i in range(len(out)):
        _list_item(text, out, i, topic)
    price_deals(text, out, topic, language)
    out = complete_parties(text, out, topic)
    for i in range(1, len(out)):
        _list_goes_on(out, i)
    return with_conversions(_with_wholes(out))


def _with_wholes(out: list[Figure]) -> list[Figure]:
    """Return the figures with each part in the scope of its whole, where what completes deals told whose the whole is."""
    whole = {f.start: f for f in out if f.kind == "money" and f.in_scope}
    return [
        hang_under(f, whole[f.part_of], "L-PART")._replace(rules=f.rules)
        if f.part_of in whole and f.kind == "money" and not f.in_scope
        else f
        for f in out
    ]


def with_conversions(out: list[Figure]) -> list[Figure]:
    """Return the figures with each conversion saying of the deal what the amount before it says, what was completed later included."""
    first = {f.start: f for f in out if f.kind == "money"}
    return [_as_converted(f, first[f.conversion_of]) if f.conversion_of in first else f for f in out]


def _as_converted(figure: Figure, first: Figure) -> Figure:
    return figure._replace(
        suppliers=first.suppliers, supplier=first.supplier, recipients=first.recipients, recipient=first.recipient, role=first.role,
        in_scope=first.in_scope, stage=first.stage, flow_type=first.flow_type, level=first.level,
    )  # fmt: skip


def _list_goes_on(out: list[Figure], i: int) -> None:
    """What an item of a list took over was completed later: take the parties over again."""
    figure, before = out[i], out[i - 1]
    if "L-LIST" in figure.rules and not figure.suppliers and not figure.recipients and before.role == "transfer":
        out[i] = figure._replace(
            suppliers=before.suppliers,
            recipients=before.recipients,
            supplier=before.supplier,
            recipient=before.recipient,
        )


def _convert(text: str, out: list[Figure], first: int, second: int) -> None:
    a, b = out[first], out[second]
    if a.unit == b.unit or a.conversion_of is not None or not _conversion().fullmatch(_gap(text, a, b)):
        return
    qualifier, low, high = b.qualifier, b.value_low, b.value_high
    if b.qualifier == "exact" and a.qualifier == "about" and b.value is not None:
        step = _half_step(b)
        qualifier, low, high = "about", b.value - step, b.value + step
    out[second] = b._replace(
        conversion_of=a.start, qualifier=qualifier, value_low=low, value_high=high, in_scope=a.in_scope, role=a.role, supplier=a.supplier,
        recipient=a.recipient, suppliers=a.suppliers, recipients=a.recipients, funders=a.funders, year=a.year, date_start=a.date_start,
        date_end=a.date_end, stage=a.stage, flow_type=a.flow_type, content=a.content, category=a.category, item=a.item,
        rules=(*b.rules, "L-CONVERSION"),
    )  # fmt: skip


def _gap(text: str, first: Figure, second: Figure) -> str:
    """Return what stands between two amounts, without the case ending of the first: `90 milyon kron'a (yaklaşık`, `pesoya, yani`."""
    gap = text[first.end : second.start]
    return ENDING.sub("", gap, count=1)


ENDING = re.compile(r"\A['’]?[^\W\d_]{1,3}(?=[\s,(])")


def _half_step(figure: Figure) -> Decimal:
    digits = re.search(r"\d[\d.,]*(?<=\d)", figure.surface)
    printed = parse_number(digits.group()) if digits else None
    if digits is None or not printed or figure.value is None:
        return Decimal(0)
    return min(step_of(digits.group(), figure.value / printed), abs(figure.value) / 10)


LINE = 220  # characters that a line of a list has at most
BULLET = re.compile(r"\s*(?:[*•·–—-]|\d{1,2}[.)])\s")


def _short_line(text: str, figure: Figure) -> int | None:
    """Return where the line of a figure begins, None where the line is long: a numbered paragraph is no list item."""
    low, high = max(0, figure.start - LINE), min(len(text), figure.end + LINE)
    line = text.rfind("\n", low, figure.start) + 1 or low
    end = text.find("\n", figure.end, high)
    return line if (high if end < 0 else end) - line < LINE else None


def _list_item(text: str, out: list[Figure], i: int, topic: Pair | None) -> None:
    """An item of a list under a sentence about a transfer takes over from the figure before it (rule L-LIST)."""
    figure = out[i]
    bare = (
        figure.kind == "hardware" and "R-NO-TRANSFER" in figure.rules and not figure.suppliers and not figure.recipients
    )
    line = _short_line(text, figure) if bare else None
    if line is None or not BULLET.match(text, line):
        return
    before = out[i - 1] if i else None
    if before is not None and before.role == "transfer" and figure.start - before.end <= 900:
        suppliers, recipients, stage, flow_type = before.suppliers, before.recipients, before.stage, before.flow_type
        dates = (before.year, before.date_start, before.date_end)
    elif topic:
        (suppliers, recipients), stage, flow_type, dates = topic, "delivered", "unknown", (None, None, None)
    else:
        return
    out[i] = figure._replace(
        role="transfer", in_scope=True, suppliers=suppliers, recipients=recipients, supplier=suppliers[0] if len(suppliers) == 1 else None,
        recipient=recipients[0] if len(recipients) == 1 else None, stage=stage, flow_type=flow_type, year=figure.year or dates[0],
        date_start=figure.date_start or dates[1], date_end=figure.date_end or dates[2], rules=(*figure.rules, "L-LIST"),
    )  # fmt: skip


RUNNING = re.compile(
    r"\b(?:running\stotal|to\sdate|(?:bring|lift|rais|tak|push)(?:s|es|ing|e)?\s(?:the|its|our|their|overall)?\s*total|in\stotal\ssince|cumulative)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)


def _mark_running(text: str, out: list[Figure], money: list[int]) -> None:
    """A running total is no whole that a later part could lie in."""
    for i in money:
        if RUNNING.search(text, max(out[i].sentence[0], out[i].start - 80), out[i].start):
            out[i] = out[i]._replace(level="running_total")


def _running(text: str, out: list[Figure], money: list[int]) -> None:
    """`... 500 million euro. It lifts the running total to 3.1 billion`: the new amount is a part of the running total."""
    for n, i in enumerate(money):
        figure = out[i]
        around = text[max(figure.sentence[0], figure.start - 80) : figure.start]
        if figure.value is None or not RUNNING.search(around):
            continue
        out[i] = figure._replace(level="running_total")
        last = out[money[n - 1]] if n else None
        if (
            last is not None
            and "O-NO-TRANSFER" in figure.rules
            and last.role == "transfer"
            and figure.start - last.end < 300
        ):
            out[i] = figure = out[i]._replace(
        in_scope=True, role="transfer", supplier=last.supplier, recipient=last.recipient, suppliers=last.suppliers,
                recipients=last.recipients, flow_type=last.flow_type, rules=(*(r for r in figure.rules if r != "O-NO-TRANSFER"), "L-RUNNING"),
            )  # fmt: skip
        if n and figure.start - out[money[n - 1]].end < 300:
            before = out[money[n - 1]]
            if (
                before.unit == figure.unit
                and before.value is not None
                and figure.value is not None
                and before.value < figure.value
                and before.part_of is None
            ):
                out[money[n - 1]] = before._replace(part_of=figure.start, rules=(*before.rules, "L-RUNNING"))


def _total_after_parts(text: str, out: list[Figure], money: list[int]) -> None:
    """`ammunition ($1m), missiles ($2m), and the total was $5m`: the last amount of the sentence holds those before it."""
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for i in money:
        by_sentence.setdefault(out[i].sentence, []).append(i)
    for members in by_sentence.values():
        if len(members) < 3:
            continue
        whole = out[members[-1]]
        parts = [out[m] for m in members[:-1]]
        gap = text[parts[-1].end : whole.start]
        values = [p.value for p in parts if p.value is not None and p.unit == whole.unit and p.part_of is None]
        if TOTAL.search(gap) and whole.value is not None and len(values) == len(parts) and sum(values) <= whole.value:
            out[members[-1]] = whole._replace(supplier_org=None, level="pair_period_total")
            for m in members[:-1]:
                out[m] = hang_under(out[m], whole, "L-TOTAL-AFTER")
