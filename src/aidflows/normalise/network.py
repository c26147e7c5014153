"""Shares one among the pairs of a figure: what each evidence weighs alone, and what units make of several together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, tanh
from operator import add
from typing import NamedTuple

from aidflows.gazetteer.lists import load_list
from aidflows.normalise.evidence import SIDES, Evidence
from aidflows.normalise.pairing import Pair

Floats = tuple[float, ...]
KINDS = (*SIDES, "pair")
LIKELY = 4  # parties of each side that are paired


class Network(NamedTuple):
    """Weights of the evidence for suppliers, recipients and pairs, and the units they are joined in."""

    weights: tuple[
        dict[str, Floats], ...
    ]  # of each kind, by evidence: what it weighs alone, then what it adds to each unit
    bias: Floats  # of each unit
    out: Floats  # what each unit weighs


@cache
def load_network() -> Network:
    """Return the network that `scripts/weigh.py` fitted (weights.csv, units.csv).

    >>> network = load_network()
    >>> {len(row) for row in network.weights[0].values()} == {len(network.bias) + 1}
    True
    """
    units = load_list("units")
    names = ["weight", *(unit["unit"] for unit in units)]
    rows = load_list("weights")
    weights = (
        {r["evidence"]: tuple(float(r[name]) for name in names) for r in rows if r["side"] == kind} for kind in KINDS
    )
    bias, out = (tuple(float(unit[name]) for unit in units) for name in ("bias", "out"))
    return Network(tuple(weights), bias, out)


def sum_likeliest(network: Network, kind: int, evidence: dict[str, Evidence]) -> dict[str, Floats]:
    """Return the sums of the weights for nobody and for the parties for which most speaks, taken alone."""
    weights = network.weights[kind]
    alone = {code: sum(weights[e][0] * told[e] for e in told if e in weights) for code, told in evidence.items()}
    named = sorted((code for code in alone if code), key=lambda code: -alone[code])[:LIKELY]
    return {code: _add_rows(network, kind, evidence[code].items()) for code in ("", *named)}


def _add_rows(network: Network, kind: int, evidence: Iterable[tuple[str, float]]) -> Floats:
    """Return the rows of the evidence added, each as often as it counts."""
    weights = network.weights[kind]
    total: Iterable[float] = (0.0,) * (len(network.bias) + 1)
    for name, value in evidence:
        if (row := weights.get(name)) is not None:
            total = map(add, total, row if value == 1 else [value * weight for weight in row])
    return tuple(total)


def share_pairs(
    network: Network, sides: tuple[dict[str, Floats], ...], pairs: dict[Pair, list[str]]
) -> dict[Pair, float]:
    """Return how likely each pair is, of one in all: the exponential of all that speaks for it, by their sum (softmax)."""
    scores = {pair: _score(network, sides[0][pair[0]], sides[1][pair[1]], told) for pair, told in pairs.items()}
    most = max(scores.values())
    likely = {pair: exp(score - most) for pair, score in scores.items()}
    whole = sum(likely.values())
    return {pair: share / whole for pair, share in likely.items()}


def _score(network: Network, giver: Floats, getter: Floats, told: list[str]) -> float:
    pair = _add_rows(network, 2, [(name, 1.0) for name in told])
    alone, *units = (a + b + c for a, b, c in zip(giver, getter, pair, strict=True))
    joined = zip(units, network.bias, network.out, strict=True)
    return alone + sum(tanh(unit + bias) * weight for unit, bias, weight in joined)
