"""Names the state that a party was at the time: Moscow in 1977 is the Soviet Union."""

from __future__ import annotations

from functools import cache

from aidflows.gazetteer.lists import load_countries, load_list
from aidflows.records import Figure


@cache
def _former() -> dict[str, tuple[str, int]]:
    """Return by code the state before, and its last year (`valid_to` of countries.csv: Gleditsch and Ward)."""
    states = load_countries()
    return {r["iso3"]: (r["former"], int(states[r["former"]]["valid_to"])) for r in load_list("former_states")}


def name_former(figures: list[Figure]) -> list[Figure]:
    """Return the figures with the states of their year (rule P-FORMER); what bears no year follows a text that tells of the former state alone.

    >>> from aidflows.extraction import extract_figures
    >>> [f.supplier for f in extract_figures("In 1977 Moscow sold Ethiopia 48 fighters.").figures]
    ['SUN']
    """
    told = {code for f in figures for code in (*f.suppliers, *f.recipients)}
    later = {
        code
        for f in figures
        for code in (*f.suppliers, *f.recipients)
        if code in _former() and (f.year or 0) > _former()[code][1]
    }
    out = []
    for figure in figures:
        gone = {
            code: former
            for code, (former, last) in _former().items()
            if code in (*figure.suppliers, *figure.recipients)
            and (figure.year <= last if figure.year else former in told and code not in later)
        }
        out.append(_renamed(figure, gone) if gone else figure)
    return out


def _renamed(figure: Figure, gone: dict[str, str]) -> Figure:
    suppliers, recipients = (tuple(gone.get(c, c) for c in side) for side in (figure.suppliers, figure.recipients))
    return figure._replace(
        suppliers=suppliers, recipients=recipients, supplier=gone.get(figure.supplier or "", figure.supplier),
        recipient=gone.get(figure.recipient or "", figure.recipient), rules=(*figure.rules, "P-FORMER"),
    )  # fmt: skip
