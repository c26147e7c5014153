"""Reads the total of another year: `Exports came to 11 billion. The year before, the total had been 4 billion`."""

from __future__ import annotations

import re

from aidflows.records import Figure

NEAR = 400  # characters back to the total of the first year
TOTAL = re.compile(
    r"\b(?:[Tt]he\s(?:total|figure)|[Ll]e\s(?:total|montant)|[Ee]l\stotal|[Ii]l\stotale|[Dd]ie\s(?:Gesamts|S)umme|[Dd]er\sGesamtwert|[Tt]otalt|[Ss]uma|[Łł]ącznie|[Оо]бщая\sсумма|[Сс]умма|[Сс]ума|[Tt]oplam)\b(?!\s(?:cost|price|bill|budget|debt|number|coût|coste|costo|prix|prezzo|precio|koszt|maliyet)\w*)"
)  # `the total cost of the railways` is no total of exports


def add_totals(text: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures with a total of another year as the one told before it, where no party is named (rule L-TOTAL-AGAIN).

    >>> from aidflows.extraction import extract_figures
    >>> told = "Swedish arms exports came to $2 billion in 2020. In the previous year the total had stood at $1 billion."
    >>> [(f.in_scope, f.supplier, f.year) for f in extract_figures(told).figures]
    [(True, 'SWE', 2020), (True, 'SWE', 2019)]
    """
    last: Figure | None = None
    out = []
    for figure in figures:
        if last is not None and _is_again(text, figure, last):
            figure = _as_total(figure, last)
        if figure.kind == "money" and figure.in_scope and not figure.recipients:
            last = figure
        out.append(figure)
    return out


def _is_again(text: str, figure: Figure, last: Figure) -> bool:
    is_open = figure.kind == "money" and "O-NO-TRANSFER" in figure.rules and not figure.named
    is_other_year = None not in (figure.year, last.year) and figure.year != last.year
    is_near = figure.start - last.end < NEAR and figure.unit == last.unit and figure.sentence != last.sentence
    return is_open and is_other_year and is_near and TOTAL.search(text, *figure.sentence) is not None


def _as_total(figure: Figure, last: Figure) -> Figure:
    rules = (*(r for r in figure.rules if r not in ("O-NO-TRANSFER", "R-NO-TRANSFER")), "L-TOTAL-AGAIN")
    return figure._replace(
        in_scope=True, role=last.role, supplier=last.supplier, suppliers=last.suppliers, supplier_org=last.supplier_org,
        flow_type=last.flow_type, stage=last.stage, level=last.level, rules=rules,
    )  # fmt: skip
