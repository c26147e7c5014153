"""Fits the weights of `normalise/weighed.py`, and prints what they mend on texts left out.

    python scripts/weigh.py                     # eight parts, each read with weights fitted to the other seven
    python scripts/weigh.py --write             # fits to all of them and writes weights.csv
    python scripts/weigh.py --add 32 FILE       # reads the rows of a file by the rules alone, and adds them to the first readings

First readings (tests/first_readings.jsonl) are texts as the rules of their day read them before any rule was mended for them, with the
right answers. The rows of tests/rows, which the rules were mended for, are fitted to besides, so that what is right stays right.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aidflows.extraction import extract_document
from aidflows.normalise.evidence import SIDES, Evidence, find_evidence, read_told
from aidflows.normalise.pairing import Pair, find_pairs
from aidflows.normalise.weighed import settle_pair, share_pairs
from aidflows.reading import guess_language
from aidflows.records import Document, Figure

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
# the reader of rows is the tests' own and no part of the package, so its folder must be on the path first
from rowfile import Row, find_wanted, load_rows  # noqa: E402

READINGS = ROOT / "tests" / "first_readings.jsonl"
WEIGHTS = ROOT / "src" / "aidflows" / "gazetteer" / "data" / "weights.csv"
FIELDS = ("start", "end", "kind", "unit", "suppliers", "recipients", "rules", "role", "in_scope", "level", "flow_type", "system_id")  # fmt: skip
PARTS, ROUNDS, STEP, KEPT = 8, 200, 0.08, 0.03
HELD = 0.3  # how much squared weights count against the likelihood
TIMES = 7  # how often a row that the last weights lose is counted
AGAIN = 5  # how often weights are fitted again at most
Floats = npt.NDArray[np.float64]
Record = dict[str, Any]


@dataclass
class Case:
    """One figure: what speaks for each party on each side and for each pair, the rules' answers and the right ones that are known."""

    text: int
    givers: dict[str, Evidence]
    getters: dict[str, Evidence]
    pairs: dict[Pair, list[str]]
    answers: tuple[str, str]
    truth: dict[int, str]


def load_records() -> list[Record]:
    """Return the first readings in file order."""
    return [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]


def read_row(row: Row, name: str) -> Record:
    """Return what the rules alone read of a row's text, with the right parties as far as the row tells them."""
    language = guess_language(row.text)
    figures = list(extract_document(Document("row", row.text, language), weighs=False).figures)
    truth = []
    for i, keys in find_wanted(figures, row):
        told = dict(key.partition("=")[::2] for key in keys.split())
        for side, key in enumerate(("sup", "rec")):
            if key in told and "+" not in told[key]:
                truth.append((i, side, told[key].strip("-")))
    values = [[getattr(figure, field) for field in FIELDS] for figure in figures]
    return {"set": name, "language": language, "text": row.text, "figures": values, "truth": truth}


def read_settled(texts: set[str]) -> list[Record]:
    """Return readings of the rows of tests/rows whose texts are not among these, by their beginnings: some were mended later."""
    files = sorted((ROOT / "tests" / "rows").glob("*.txt"))
    known = {text[:60] for text in texts}
    return [read_row(row, file.stem) for file in files for row in load_rows(file) if row.text[:60] not in known]


def make_cases(records: list[Record], first: int = 0) -> list[Case]:
    """Return a case for each figure of which a side is known; texts are numbered from `first` on."""
    cases = []
    for number, record in enumerate(records, first):
        text = record["text"]
        figures = [_figure(text, dict(zip(FIELDS, values, strict=True))) for values in record["figures"]]
        told = read_told(Document("first", text, record["language"]), figures)
        truths: dict[int, dict[int, str]] = {}
        for i, side, truth in record["truth"]:
            truths.setdefault(i, {})[side] = truth
        for i, truth in truths.items():
            givers, getters = find_evidence(told, i, 0), find_evidence(told, i, 1)
            answers = ("+".join(figures[i].suppliers), "+".join(figures[i].recipients))
            cases.append(
                Case(number, givers, getters, find_pairs(told, i, list(givers), list(getters)), answers, truth)
            )
    return cases


def _figure(text: str, values: Record) -> Figure:
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    figure = Figure("first", "money", "", 0, 0)._replace(**{**values, **lists})
    return figure._replace(surface=text[figure.start : figure.end])


class Names(dict[str, int]):
    """Numbers of evidence, given as it comes."""

    def of(self, name: str) -> int:
        """Return the number of an evidence, a new one where it is new."""
        return self.setdefault(name, len(self))


@dataclass
class Table:
    """A case as arrays: evidence of both sides, of the pairs that may be, and the pairs that are right."""

    givers: Floats
    getters: Floats
    cells: npt.NDArray[np.int64]
    names: npt.NDArray[np.int64]
    barred: Floats
    right: Floats


def make_table(case: Case, names: tuple[Names, Names, Names]) -> Table | None:
    """Return a case as arrays, or None where the right party is nowhere named."""
    sides = (list(case.givers), list(case.getters))
    barred, right = np.full((len(sides[0]), len(sides[1])), -1e9), np.zeros((len(sides[0]), len(sides[1])))
    cells, numbers = [], []
    for (giver, getter), told in case.pairs.items():
        row, column = sides[0].index(giver), sides[1].index(getter)
        barred[row, column] = 0
        right[row, column] = case.truth.get(0, giver) == giver and case.truth.get(1, getter) == getter
        cells += [row * len(sides[1]) + column] * len(told)
        numbers += [names[2][name] for name in told if name in names[2]]
    if not right.any():
        return None
    givers, getters = _matrix(case.givers, names[0]), _matrix(case.getters, names[1])
    return Table(givers, getters, np.array(cells, dtype=np.int64), np.array(numbers, dtype=np.int64), barred, right)


def _matrix(evidence: dict[str, Evidence], names: Names) -> Floats:
    matrix = np.zeros((len(evidence), len(names)))
    for row, told in enumerate(evidence.values()):
        for name, value in told.items():
            matrix[row, names[name]] = value
    return matrix


def fit(cases: list[Case]) -> tuple[dict[str, float], ...]:
    """Return weights of givers, getters and pairs under which the right pairs are likeliest; squared weights are held against it."""
    names = (Names(), Names(), Names())
    for case in cases:
        for n, told in enumerate((case.givers.values(), case.getters.values(), case.pairs.values())):
            for evidence in told:
                for name in evidence:
                    names[n].of(name)
    tables = [table for case in cases if (table := make_table(case, names))]
    weights = _descend(tables, [len(n) for n in names])
    return tuple(
        {name: float(values[n]) for name, n in known.items()} for known, values in zip(names, weights, strict=True)
    )


def _descend(tables: list[Table], sizes: list[int]) -> list[Floats]:
    """Return the weights after Adam's steps (Kingma and Ba 2015) down the penalised likelihood."""
    weights, mean, square = ([np.zeros(size) for size in sizes] for _ in range(3))
    for n in range(1, ROUNDS + 1):
        slopes = [HELD * values for values in weights]
        for table in tables:
            likely = _likely(table, weights)
            wanted = likely * table.right
            over = likely - wanted / wanted.sum()
            slopes[0] += over.sum(axis=1) @ table.givers
            slopes[1] += over.sum(axis=0) @ table.getters
            slopes[2] += np.bincount(table.names, over.ravel()[table.cells], sizes[2])
        for k, slope in enumerate(slopes):
            mean[k] = 0.9 * mean[k] + 0.1 * slope
            square[k] = 0.99 * square[k] + 0.01 * slope**2
            weights[k] -= STEP * (mean[k] / (1 - 0.9**n)) / (np.sqrt(square[k] / (1 - 0.99**n)) + 1e-8)
    return weights


def _likely(table: Table, weights: list[Floats]) -> Floats:
    pairs = np.bincount(table.cells, weights[2][table.names], table.barred.size).reshape(table.barred.shape)
    scores = (table.givers @ weights[0])[:, None] + (table.getters @ weights[1])[None, :] + pairs + table.barred
    likely = np.exp(scores - scores.max())
    return np.asarray(likely / likely.sum() + 1e-300)


def decide(case: Case, weights: tuple[dict[str, float], ...]) -> tuple[str, str]:
    """Return the parties of the likeliest pair that are likely enough, otherwise the rules' answers."""
    shares = share_pairs((case.givers, case.getters), case.pairs, weights)
    suppliers, recipients = (tuple(filter(None, answer.split("+"))) for answer in case.answers)
    if len(suppliers) > 1 or len(recipients) > 1:
        return case.answers
    found = settle_pair(shares, suppliers, recipients)
    return "+".join(found[0]), "+".join(found[1])


def cross_validate(cases: list[Case], settled: list[Case], parts: int = PARTS) -> Counter[tuple[str, str]]:
    """Return counts by side and outcome, each text read with weights fitted to the settled rows and the texts of the other parts."""
    counts: Counter[tuple[str, str]] = Counter()
    for part in range(parts):
        weights = fit([*settled, *(c for c in cases if c.text % parts != part)])
        for case in cases:
            if case.text % parts == part:
                _count(counts, case, decide(case, weights))
    return counts


def _count(counts: Counter[tuple[str, str]], case: Case, decided: tuple[str, str]) -> None:
    for side, truth in case.truth.items():
        stated = "stated" if truth else "not stated"
        counts[SIDES[side], stated] += 1
        for who, given in (("rules", case.answers[side]), ("weighed", decided[side])):
            counts[SIDES[side], f"{stated}, {who} right"] += given == truth
            counts[SIDES[side], f"{stated}, {who} wrong"] += bool(given) and given != truth


def fit_again(cases: list[Case], rows: list[Case]) -> tuple[dict[str, float], ...]:
    """Return weights, as they are written, fitted again until they lose none of the rows that hold, or five times: what is lost counts more in the next."""
    weights, held = _as_written(fit(cases)), list[Case]()
    for _ in range(AGAIN):
        lost = [row for row in rows if any(decide(row, weights)[side] != truth for side, truth in row.truth.items())]
        if not lost:
            break
        held += lost * TIMES
        weights = _as_written(fit([*cases, *held]))
    return weights


def _as_written(weights: tuple[dict[str, float], ...]) -> tuple[dict[str, float], ...]:
    return tuple({name: round(value, 2) for name, value in side.items() if abs(value) >= KEPT} for side in weights)


def write_weights(cases: list[Case], rows: list[Case]) -> int:
    """Write weights.csv, ordered by side and evidence, and return how many rows it has."""
    found = [
        (side, name, weight)
        for side, told in zip((*SIDES, "pair"), fit_again(cases, rows), strict=True)
        for name, weight in told.items()
    ]
    lines = [(name, evidence, f"{weight:.2f}") for name, evidence, weight in sorted(found)]
    written = WEIGHTS.with_suffix(".new")
    with written.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("side", "evidence", "weight"), *lines])
    written.replace(WEIGHTS)  # whole or not at all
    return len(lines)


def main(arguments: list[str]) -> None:
    """Add rows, fit and write, or cross-validate."""
    if arguments[:1] == ["--add"]:
        lines = [json.dumps(read_row(row, arguments[1]), ensure_ascii=False) for row in load_rows(Path(arguments[2]))]
        with READINGS.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        return print(f"{len(lines)} texts added")
    records = load_records()
    cases = make_cases(records)
    settled = make_cases(read_settled({record["text"] for record in records}), first=len(records))
    if arguments == ["--write"]:
        count = write_weights([*cases, *settled], make_cases(read_settled(set())))
        return print(f"{count} weights from {len(cases)} figures and {len(settled)} settled ones")
    for (side, outcome), count in sorted(cross_validate(cases, settled).items()):
        print(f"{side:<12} {outcome:<28} {count}")


if __name__ == "__main__":
    main(sys.argv[1:])
