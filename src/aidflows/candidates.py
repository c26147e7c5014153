"""Candidate flows of an extraction: what its figures would be as flows, before any decision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aidflows.coding import Coded
from aidflows.extraction import extract_figures
from aidflows.records import Extraction
from aidflows.resolve.flows import make_flows
from aidflows.resolve.forest import plant
from aidflows.resolve.outcomes import place_figures


def read_figures(text_or_path: str | Path) -> Extraction:
    """Return the figures of a text (`str`) or file (`Path`) and the candidate flows they would make.

    Offsets count code points of `.text`, and `text[start:end] == surface`; amounts are nominal Decimals; unknown is None.
    Raises ReadError for a file that cannot be read, and for a one-line str that looks like a file name.

    >>> found = read_figures("In 2008 Türkiye sold radios worth $3,000,000 to Azerbaijan.")
    >>> [(f.surface, f.supplier, f.recipient) for f in found.figures], len(found.flows)
    ([('$3,000,000', 'TUR', 'AZE')], 1)
    """
    return add_flows(extract_figures(text_or_path))


def add_flows(found: Extraction) -> Extraction:
    """Return the extraction with its candidate flows; a part whose total is no flow stands alone.

    >>> found = extract_figures("Chad bought 36 guns from Norway. Eight have been delivered.")
    >>> [(int(f["quantity_best"]), f["is_leaf"], f["is_residual"]) for f in add_flows(found).flows]
    [(36, False, False), (28, True, True), (8, True, False)]
    """
    name = found.figures[0].document if found.figures else ""
    coded = [Coded(f"{name}:{f.start}-{f.end}", name, None, f, f.start, f.end, "", kind=f.kind) for f in found.figures]
    placed = place_figures(coded, ())
    rows = make_flows(placed)
    ids = {row["flow_id"] for row in rows}
    for row in rows:
        row["parent_flow_id"] = row["parent_flow_id"] if row["parent_flow_id"] in ids else None
    described = {str(p.leads_to) for p in placed if p.outcome == "part" and "L-REMAINDER" in p.coded.figure.rules}
    return replace(found, flows=tuple(plant(rows, described, strict=False)))
