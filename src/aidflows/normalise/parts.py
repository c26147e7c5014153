"""Hangs a part under its whole: `69 billion, of which 3 billion in 2021`."""

from __future__ import annotations

import re

from aidflows.normalise.pairs import NEAR
from aidflows.recognise.portions import portion_words
from aidflows.records import Figure


def hang_part(text: str, out: list[Figure], earlier: list[int], i: int) -> None:
    """Hang the amount out[i] under one of the earlier ones where words like `of which` stand before it."""
    figure = out[i]
    cue = None
    for match in portion_words().finditer(text, max(figure.sentence[0], figure.start - 120), figure.start):
        cue = match
    if cue is None or figure.value is None:
        return
    counts = _counts_other(text, cue.end(), figure.start, out, earlier)
    for j in reversed(earlier):
        whole = out[j]
        apart = figure.recipients and whole.recipients and not set(figure.recipients) & set(whole.recipients)
        if (
            figure.start - whole.end > NEAR
            or (apart and whole.sentence == figure.sentence)
            or (counts and whole.sentence != figure.sentence)
        ):
            return
        if (
            whole.unit == figure.unit
            and whole.level != "running_total"
            and (whole.part_of is None or "L-RUNNING" in whole.rules)
            and whole.conversion_of is None
            and whole.value is not None
            and whole.end <= cue.start() + 12
            and whole.value > figure.value
        ):
            has_own = (
                figure.year and str(figure.year) in text[whole.end : figure.end + 20]
            )  # `dont 3 milliards en 2021`
            out[i] = hang_under(figure, whole, "L-PART", dated=figure if has_own else None)
            return


COUNT_NEXT = re.compile(r"\s+(?!(?:19|20)\d\d\b)\d")


def _counts_other(text: str, start: int, end: int, out: list[Figure], earlier: list[int]) -> bool:
    """`18 Rafale, dont 12 d'occasion, pour 2,5 milliards`: what is a part there is the count, not the money."""
    count = COUNT_NEXT.match(text, start, end)
    return count is not None and not any(out[j].start <= count.end() - 1 < out[j].end for j in earlier)


def hang_under(part: Figure, whole: Figure, rule: str, *, dated: Figure | None = None) -> Figure:
    """Return a part with what its whole says; its dates are the whole's, or those of `dated`."""
    date = dated or (part if part.year == whole.year else whole)
    return part._replace(
        part_of=whole.start, in_scope=whole.in_scope, role=whole.role, supplier=part.supplier or whole.supplier, recipient=part.recipient or whole.recipient,
        suppliers=part.suppliers or whole.suppliers, recipients=part.recipients or whole.recipients, year=date.year, date_start=date.date_start, date_end=date.date_end,
        flow_type=whole.flow_type, period_start=None, period_end=None, rules=(*[r for r in part.rules if not r.startswith("O-")], rule),
    )  # fmt: skip
