"""Weighs all that speaks for each party of a short text, and sets right or completes what the rules left wrong or open."""

from __future__ import annotations

from functools import cache
from math import exp

from aidflows.gazetteer.lists import load_list
from aidflows.normalise.evidence import SIDES, find_evidence, read_told
from aidflows.records import Document, Figure

SHORT = 8000  # characters; what a longer text says at its head no longer tells of all its figures
CLEAR = frozenset({"T-COLUMN", "L-REGISTER", "R-DENIED", "R-DEPLOYED"})  # read from columns, or moved by nobody
SURE = 0.6


def weigh_parties(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a short text with the parties for which most speaks (rule P-WEIGHED).

    The weights (weights.csv) are fitted by `scripts/weigh.py` to first readings of texts by the rules alone.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norwegian firms export more. The five largest destinations were Chad with 168 million kroner and Mali with 75 million kroner."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('NOR', 'TCD'), ('NOR', 'MLI')]
    """
    if len(document.text) > SHORT or not any(_is_open(f) for f in figures):
        return figures
    told = read_told(document, figures)
    out = [
        _weigh(f, *(_shares(find_evidence(told, i, side), side) for side in (0, 1))) if _is_open(f) else f
        for i, f in enumerate(figures)
    ]
    first = {f.start: f for f in out}
    return [_as_first(f, first[f.conversion_of]) if f.conversion_of in first else f for f in out]


def _is_open(figure: Figure) -> bool:
    """True of what moves or is asked for, between one supplier and one recipient at most, outside tables."""
    if (
        figure.role in ("loss", "inventory")
        or figure.kind == "personnel"
        or (figure.kind == "money" and not figure.in_scope)
    ):
        return False
    if figure.conversion_of is not None or len(figure.suppliers) > 1 or len(figure.recipients) > 1:
        return False
    return not CLEAR & set(figure.rules)


@cache
def _weights(side: int) -> dict[str, float]:
    return {row["evidence"]: float(row["weight"]) for row in load_list("weights") if row["side"] == SIDES[side]}


def _shares(evidence: dict[str, dict[str, float]], side: int) -> dict[str, float]:
    """Return how likely each party is, of one in all."""
    weights = _weights(side)
    scores = {
        code: exp(sum(weights[name] * value for name, value in told.items() if name in weights))
        for code, told in evidence.items()
    }
    total = sum(scores.values())
    return {code: score / total for code, score in scores.items()}


def _weigh(figure: Figure, suppliers: dict[str, float], recipients: dict[str, float]) -> Figure:
    pairs = (
        (share * other, s, r) for s, share in suppliers.items() for r, other in recipients.items() if not s or s != r
    )
    _, supplier, recipient = max(pairs)
    given = tuple((supplier,) if supplier else ()) if suppliers[supplier] >= SURE else figure.suppliers
    taken = tuple((recipient,) if recipient else ()) if recipients[recipient] >= SURE else figure.recipients
    if (given, taken) == (figure.suppliers, figure.recipients) or set(given) & set(taken):
        return figure
    in_scope = figure.in_scope or (figure.role == "transfer" and bool(given or taken))
    return figure._replace(
        suppliers=given, recipients=taken, supplier=given[0] if given else None, recipient=taken[0] if taken else None, in_scope=in_scope,
        supplier_org=figure.supplier_org if given == figure.suppliers else None,
        recipient_org=figure.recipient_org if taken == figure.recipients else None, rules=(*figure.rules, "P-WEIGHED"),
    )  # fmt: skip


def _as_first(figure: Figure, first: Figure) -> Figure:
    """A conversion goes between the parties of the amount it converts."""
    return figure._replace(
        suppliers=first.suppliers, recipients=first.recipients, supplier=first.supplier, recipient=first.recipient
    )
