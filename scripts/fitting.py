"""Fits the network of `normalise/network.py`: first what each evidence weighs alone, then units that join several, both by Adam's steps.

Kingma and Ba 2015 (Adam); Srivastava and others 2014 (units left out by chance while fitting). Used by `scripts/weigh.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from aidflows.normalise.evidence import Evidence
from aidflows.normalise.network import KINDS, LIKELY, Network
from aidflows.normalise.pairing import Pair

ROUNDS, STEP, UNIT_STEP = 200, 0.08, 0.02
ROUNDS_ON = 40  # where a fit goes on from an earlier one
HELD, UNITS_HELD = 0.3, 3.0  # how much squared weights count against the likelihood
LEFT_OUT = 0.2  # of the units, in each round
ALONE = 0.6  # of what an evidence weighs alone, that is kept beside the units
UNITS = 8  # of each committee member
MEMBERS = 4
Narrow = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


@dataclass
class Case:
    """One figure: what speaks for each party on each side and for each pair, the rules' answers and the right ones that are known."""

    text: int
    givers: dict[str, Evidence]
    getters: dict[str, Evidence]
    pairs: dict[Pair, list[str]]
    answers: tuple[str, str]
    truth: dict[int, str]

    def is_right(self, giver: str, getter: str) -> bool:
        """True of a pair that no known answer speaks against."""
        return self.truth.get(0, giver) == giver and self.truth.get(1, getter) == getter


@dataclass
class Arrays:
    """Cases as arrays: the evidence of each party, and by pair its parties, its case, its evidence, whether it is right and how much it counts."""

    sides: tuple[Narrow, Narrow]  # parties by evidence
    parties: tuple[Numbers, Numbers]  # of each pair, its row on either side
    cells: Numbers  # the pair of each evidence for a pair
    names: Numbers  # and its number
    cases: Numbers  # of each pair, ascending
    right: Narrow
    counts: Narrow

    def firsts(self) -> Numbers:
        """Return where each case begins among the pairs."""
        return np.flatnonzero(np.r_[True, self.cases[1:] != self.cases[:-1]])


Names = tuple[dict[str, int], ...]


def number_evidence(cases: Sequence[Case]) -> Names:
    """Return the number of each evidence of each kind, as it comes."""
    names: Names = tuple({} for _ in KINDS)
    for case in cases:
        told: list[list[Iterable[str]]] = [[*case.givers.values()], [*case.getters.values()], [*case.pairs.values()]]
        for known, each in zip(names, told, strict=True):
            for name in chain.from_iterable(each):
                known.setdefault(name, len(known))
    return names


def make_arrays(cases: Sequence[Case], names: Names, counts: Sequence[float]) -> Arrays:
    """Return cases as arrays, without those whose right party is nowhere named."""
    told = [
        (case, count)
        for case, count in zip(cases, counts, strict=True)
        if any(case.is_right(*pair) for pair in case.pairs)
    ]
    pairs: list[tuple[int, int, int, bool, float]] = []
    cells, numbers = list[int](), list[int]()
    first = [0, 0]
    for n, (case, count) in enumerate(told):
        gives, gets = (_rows(side, begin) for side, begin in zip((case.givers, case.getters), first, strict=True))
        first = [first[0] + len(gives), first[1] + len(gets)]
        for (giver, getter), evidence in case.pairs.items():
            cells += [len(pairs)] * len(evidence)
            numbers += [names[2][name] for name in evidence]
            pairs.append((n, gives[giver], gets[getter], case.is_right(giver, getter), count))
    of, givers, getters, right, weights = (np.array(column) for column in zip(*pairs, strict=True))
    sides = (_matrix([c.givers for c, _ in told], names[0]), _matrix([c.getters for c, _ in told], names[1]))
    return Arrays(
        sides, (givers, getters), np.array(cells), np.array(numbers), of,
        right.astype(np.float32), weights.astype(np.float32),
    )  # fmt: skip


def _rows(side: dict[str, Evidence], first: int) -> dict[str, int]:
    return {code: first + n for n, code in enumerate(side)}


def _matrix(sides: list[dict[str, Evidence]], names: dict[str, int]) -> Narrow:
    matrix = np.zeros((sum(map(len, sides)), len(names)), dtype=np.float32)
    for row, told in enumerate(evidence for side in sides for evidence in side.values()):
        for name, value in told.items():
            matrix[row, names[name]] = value
    return matrix


class Steps:
    """Adam's steps down a penalised likelihood."""

    def __init__(self, values: list[Narrow], step: float) -> None:
        """Begin at these values."""
        self.values, self.step, self.round = values, step, 0
        self.mean, self.square = ([np.zeros_like(value) for value in values] for _ in range(2))

    def go(self, slopes: list[Narrow]) -> None:
        """Go a step down these slopes."""
        self.round += 1
        for k, slope in enumerate(slopes):
            self.mean[k] = 0.9 * self.mean[k] + 0.1 * slope
            self.square[k] = 0.99 * self.square[k] + 0.01 * slope**2
            mean, square = self.mean[k] / (1 - 0.9**self.round), self.square[k] / (1 - 0.99**self.round)
            self.values[k] = self.values[k] - self.step * mean / (np.sqrt(square) + 1e-8)


def _excess(arrays: Arrays, firsts: Numbers, scores: Narrow) -> Narrow:
    """Return by how much each pair is likelier than it should be."""
    lengths = np.diff(np.r_[firsts, len(scores)])
    likely = np.exp(scores - np.repeat(np.maximum.reduceat(scores, firsts), lengths))
    likely /= np.repeat(np.add.reduceat(likely, firsts), lengths)
    wanted = likely * arrays.right
    wanted /= np.repeat(np.add.reduceat(wanted, firsts) + 1e-30, lengths)
    return np.asarray((likely - wanted) * arrays.counts, dtype=np.float32)


def fit_alone(arrays: Arrays, sizes: list[int], begin: list[Narrow] | None = None) -> list[Narrow]:
    """Return what each evidence weighs alone, by kind, going on from earlier values where there are some."""
    firsts = arrays.firsts()
    steps = Steps(begin or [np.zeros(size, dtype=np.float32) for size in sizes], STEP if begin is None else STEP / 4)
    for _ in range(ROUNDS if begin is None else ROUNDS_ON):
        excess = _excess(arrays, firsts, _alone(arrays, steps.values))
        slopes = [_by_party(arrays, k, excess) @ arrays.sides[k] for k in (0, 1)]
        slopes.append(np.bincount(arrays.names, excess[arrays.cells], sizes[2]).astype(np.float32))
        steps.go([slope + HELD * value for slope, value in zip(slopes, steps.values, strict=True)])
    return steps.values


def _alone(arrays: Arrays, weights: list[Narrow]) -> Narrow:
    gives, gets = ((arrays.sides[k] @ weights[k])[arrays.parties[k]] for k in (0, 1))
    pairs = np.bincount(arrays.cells, weights[2][arrays.names], len(arrays.cases))
    return np.asarray(gives + gets + pairs, dtype=np.float32)


def _by_party(arrays: Arrays, side: int, values: Narrow) -> Narrow:
    return np.bincount(arrays.parties[side], values, len(arrays.sides[side])).astype(np.float32)


def keep_likeliest(arrays: Arrays, weights: list[Narrow]) -> Arrays:
    """Return the arrays with the pairs of nobody and of the parties for which most speaks, taken alone."""
    kept = np.ones(len(arrays.cases), dtype=bool)
    for k in (0, 1):
        sums, rows = arrays.sides[k] @ weights[k], arrays.parties[k]
        for first, end in zip(arrays.firsts(), [*arrays.firsts()[1:], len(rows)], strict=True):
            low, high = int(rows[first:end].min()), int(rows[first:end].max()) + 1  # nobody is the first
            likeliest = np.argsort(-sums[low + 1 : high], kind="stable")[:LIKELY] + low + 1
            kept[first:end] &= np.isin(rows[first:end], [low, *likeliest])
    return _narrow(arrays, kept)


def _narrow(arrays: Arrays, kept: npt.NDArray[np.bool_]) -> Arrays:
    number = np.cumsum(kept) - 1
    told = kept[arrays.cells]
    used = [np.unique(rows[kept], return_inverse=True) for rows in arrays.parties]
    return Arrays(
        (arrays.sides[0][used[0][0]], arrays.sides[1][used[1][0]]), (used[0][1], used[1][1]),
        number[arrays.cells[told]], arrays.names[told], arrays.cases[kept], arrays.right[kept], arrays.counts[kept],
    )  # fmt: skip


def fit_units(arrays: Arrays, weights: list[Narrow], *, seed: int, begin: list[Narrow] | None = None) -> list[Narrow]:
    """Return what each evidence adds to each unit, by kind, the units' bias and what each weighs."""
    chance, firsts = np.random.default_rng(seed), arrays.firsts()
    pairs = np.zeros((len(arrays.cases), len(weights[2])), dtype=np.float32)
    pairs[arrays.cells, arrays.names] = 1
    told = (*arrays.sides, pairs)
    by_chance = [(chance.normal(size=(matrix.shape[1], UNITS)) * 0.1).astype(np.float32) for matrix in told]
    by_chance += [np.zeros(UNITS, dtype=np.float32), (chance.normal(size=UNITS) * 0.1).astype(np.float32)]
    steps = Steps(begin or by_chance, UNIT_STEP if begin is None else UNIT_STEP / 2)
    alone = _alone(arrays, weights)
    for _ in range(ROUNDS if begin is None else ROUNDS_ON):
        *adds, bias, out = steps.values
        sums = [matrix @ add for matrix, add in zip(told, adds, strict=True)]
        units = np.tanh(sums[0][arrays.parties[0]] + sums[1][arrays.parties[1]] + sums[2] + bias)
        left = ((chance.random(UNITS) >= LEFT_OUT) / (1 - LEFT_OUT)).astype(np.float32)
        excess = _excess(arrays, firsts, alone + units @ (out * left))
        back = excess[:, None] * (out * left) * (1 - units**2)
        slopes = [_turned(arrays, k, back).T @ told[k] for k in (0, 1)]
        slopes = [*(slope.T for slope in slopes), pairs.T @ back, back.sum(axis=0), (units.T @ excess) * left]
        held = (UNITS_HELD, UNITS_HELD, UNITS_HELD, 0.0, UNITS_HELD)
        steps.go([slope + hold * value for slope, hold, value in zip(slopes, held, steps.values, strict=True)])
    return steps.values


def _turned(arrays: Arrays, side: int, back: Narrow) -> Narrow:
    return np.stack([_by_party(arrays, side, column) for column in back.T], axis=1)


@dataclass
class Fitted:
    """What was fitted: the numbers of the evidence, what each weighs alone, and the members of the committee."""

    names: Names
    alone: list[Narrow]
    members: list[list[Narrow]]


def fit(cases: Sequence[Case], counts: Sequence[float] | None = None, *, before: Fitted | None = None) -> Fitted:
    """Return what makes the right pairs likeliest: a committee, gone on from an earlier one that knew the same evidence."""
    names = before.names if before else number_evidence(cases)
    arrays = make_arrays(cases, names, counts or [1.0] * len(cases))
    alone = fit_alone(arrays, [len(known) for known in names], list(before.alone) if before else None)
    arrays, kept = keep_likeliest(arrays, alone), [ALONE * weights for weights in alone]
    begun = [list(member) for member in before.members] if before else [None] * MEMBERS
    members = [fit_units(arrays, kept, seed=seed, begin=begin) for seed, begin in enumerate(begun)]
    return Fitted(names, alone, members)


def make_network(fitted: Fitted) -> Network:
    """Return the network of a committee, whose members' units stand side by side."""
    names, kept, members = fitted.names, [ALONE * weights for weights in fitted.alone], fitted.members
    tables = [np.hstack([weights[:, None], *(member[k] for member in members)]) for k, weights in enumerate(kept)]
    bias, out = np.concatenate([m[3] for m in members]), np.concatenate([m[4] for m in members]) / MEMBERS
    return Network(
        tuple(_as_written(known, table) for known, table in zip(names, tables, strict=True)),
        tuple(bias.astype(np.float64).round(3).tolist()), tuple(out.astype(np.float64).round(3).tolist()),
    )  # fmt: skip


def _as_written(names: dict[str, int], table: Narrow) -> dict[str, tuple[float, ...]]:
    rows = table.astype(np.float64).round(2).tolist()
    return {name: tuple(rows[n]) for name, n in names.items()}
