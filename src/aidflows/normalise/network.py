"""Shares one among the pairs of a figure: what each evidence weighs alone, and what units make of several together."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from aidflows.gazetteer.lists import load_list
from aidflows.normalise.evidence import SIDES, Evidence
from aidflows.normalise.pairing import Pair

Floats = npt.NDArray[np.float64]
KINDS = (*SIDES, "pair")
LIKELY = 4  # parties of each side that are paired


class Network(NamedTuple):
    """Weights of the evidence for suppliers, recipients and pairs, and the units they are joined in."""

    rows: tuple[dict[str, int], ...]  # of each kind: the row of each evidence
    weights: tuple[Floats, ...]  # by row: what an evidence weighs alone, then what it adds to each unit
    bias: Floats  # of each unit
    out: Floats  # what each unit weighs


@cache
def load_network() -> Network:
    """Return the network that `scripts/weigh.py` fitted (weights.csv, units.csv).

    >>> network = load_network()
    >>> network.weights[0].shape[1] == len(network.bias) + 1
    True
    """
    units = load_list("units")
    names = ["weight", *(unit["unit"] for unit in units)]
    rows, weights = [], []
    for kind in KINDS:
        told = [row for row in load_list("weights") if row["side"] == kind]
        rows.append({row["evidence"]: n for n, row in enumerate(told)})
        weights.append(np.array([[float(row[name]) for name in names] for row in told]))
    bias, out = (np.array([float(unit[name]) for unit in units]) for name in ("bias", "out"))
    return Network(tuple(rows), tuple(weights), bias, out)


def sum_likeliest(network: Network, kind: int, evidence: dict[str, Evidence]) -> dict[str, Floats]:
    """Return the sums of the weights for nobody and for the parties for which most speaks, taken alone."""
    sums = {code: _sum(network, kind, told) for code, told in evidence.items()}
    named = sorted((code for code in sums if code), key=lambda code: -sums[code][0])[:LIKELY]
    return {code: sums[code] for code in ("", *named)}


def _sum(network: Network, kind: int, evidence: Evidence) -> Floats:
    rows = network.rows[kind]
    known = [name for name in evidence if name in rows]
    values = np.array([evidence[name] for name in known])
    return (
        np.asarray(values @ network.weights[kind][[rows[name] for name in known]])
        if known
        else np.zeros(len(network.bias) + 1)
    )


def share_pairs(
    network: Network, sides: tuple[dict[str, Floats], ...], pairs: dict[Pair, list[str]]
) -> dict[Pair, float]:
    """Return how likely each pair is, of one in all: the exponential of all that speaks for it, by their sum (softmax)."""
    sums = np.array([
        sides[0][giver] + sides[1][getter] + _sum(network, 2, dict.fromkeys(told, 1.0))
        for (giver, getter), told in pairs.items()
    ])  # fmt: skip
    scores = sums[:, 0] + np.tanh(sums[:, 1:] + network.bias) @ network.out
    likely = np.exp(scores - scores.max())
    return dict(zip(pairs, (likely / likely.sum()).tolist(), strict=True))
