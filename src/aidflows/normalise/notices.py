"""Reads notices of sales by the United States to its Congress: what the buyer asked for was approved (rule L-NOTICE)."""

from __future__ import annotations

import re
from bisect import bisect_left

from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Figure

NOTICE = (
    "Transmittal No", "Foreign Military Sale", "Defense Security Cooperation Agency", "DSCA", "State Department has made a determination", "principal contractor will be",
    "principal contractors will be",
)  # fmt: skip
# the form of a notice names the buyer alone: the seller is the United States
PURCHASER = re.compile(r"Prospective\sPurchaser:?\s+(?:(?:The\s)?Government\sof\s(?:the\s)?)?")
NAME = 60  # characters of the buyer's name
FORM = 3000  # characters behind it that a form may have


def read_notice(text: str, out: list[Figure]) -> None:
    """Mark what a notice tells of as notified, from the United States to its buyer, in place.

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Transmittal No. 1 (i) Prospective Purchaser: Government of Kuwait (ii) Total Value: $3 million").figures
    >>> [(f.supplier, f.recipient, f.stage) for f in found]
    [('USA', 'KWT', 'notified')]
    """
    if not any(words in text for words in NOTICE):
        if any(f.stage == "notified" for f in out):
            _mark_requested(out)
        return
    for i, figure in enumerate(out):
        listed = "R-NO-TRANSFER" in figure.rules and not figure.named
        packed = figure.stage is None and figure.role == "transfer" and set(figure.suppliers) <= {"USA"}
        if (figure.stage == "requested" or listed or packed) and figure.kind == "hardware":
            out[i] = _notified(figure, figure.suppliers or ("USA",))
    starts = [figure.start for figure in out]
    ends = [form.end() for form in PURCHASER.finditer(text)]
    for start, following in zip(ends, [*ends[1:], len(text)], strict=False):
        end = min(start + FORM, following)
        _fill_form(text, out, range(bisect_left(starts, start), bisect_left(starts, end)), start)


def _mark_requested(out: list[Figure]) -> None:
    told = {c for f in out if f.stage == "notified" for c in f.suppliers + f.recipients}
    for i, figure in enumerate(out):  # a request of somebody else is none of the notice's
        if figure.stage == "requested" and figure.kind == "hardware" and set(figure.named) <= told:
            out[i] = _notified(figure, figure.suppliers)


def _fill_form(text: str, out: list[Figure], places: range, start: int) -> None:
    """Give the figures that stand behind the name of a buyer, up to the next form, to it."""
    buyer = next(actor_matcher().find(text, start, min(len(text), start + NAME)), None)
    if buyer is None or buyer.start != start:
        return
    for i in places:
        if out[i].kind != "personnel" and not (out[i].suppliers or out[i].recipients):
            out[i] = _notified(out[i], ("USA",))._replace(recipients=(buyer.value[0],), recipient=buyer.value[0])


def _notified(figure: Figure, suppliers: tuple[str, ...]) -> Figure:
    return figure._replace(
        stage="notified", role="transfer", flow_type="sale", in_scope=True, suppliers=suppliers,
        supplier=suppliers[0] if len(suppliers) == 1 else None, rules=(*figure.rules, "L-NOTICE"),
    )  # fmt: skip
