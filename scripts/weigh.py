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
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from aidflows.extraction import extract_document
from aidflows.normalise.evidence import SIDES, Evidence, find_evidence, read_told
from aidflows.normalise.weighed import SURE
from aidflows.reading import guess_language
from aidflows.records import Document, Figure

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from rowfile import Row, find_wanted, load_rows  # noqa: E402

READINGS = ROOT / "tests" / "first_readings.jsonl"
WEIGHTS = ROOT / "src" / "aidflows" / "gazetteer" / "data" / "weights.csv"
FIELDS = (
    "start",
    "end",
    "kind",
    "unit",
    "suppliers",
    "recipients",
    "rules",
    "role",
    "in_scope",
    "level",
    "flow_type",
    "system_id",
)
PARTS, ROUNDS, STEP, KEPT = 8, 250, 0.05, 0.05
Floats = npt.NDArray[np.float64]
Record = dict[str, Any]


class Case:
    """One side of one figure: its candidates, what speaks for each, the rules' answer and the right one."""

    def __init__(self, text: int, side: int, told: dict[str, Evidence], *, answer: str, truth: str) -> None:
        self.text, self.side, self.told, self.answer, self.truth = text, side, told, answer, truth


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
    """Return readings of the rows of tests/rows whose texts are not among these."""
    files = sorted((ROOT / "tests" / "rows").glob("*.txt"))
    return [read_row(row, file.stem) for file in files for row in load_rows(file) if row.text not in texts]


def make_cases(records: list[Record], first: int = 0) -> list[Case]:
    """Return a case for each side that is known of each figure; texts are numbered from `first` on."""
    cases = []
    for number, record in enumerate(records, first):
        text = record["text"]
        figures = [_figure(text, dict(zip(FIELDS, values, strict=True))) for values in record["figures"]]
        told = read_told(Document("first", text, record["language"]), figures)
        for i, side, truth in record["truth"]:
            answer = "+".join(getattr(figures[i], SIDES[side]))
            cases.append(Case(number, side, find_evidence(told, i, side), answer=answer, truth=truth))
    return cases


def _figure(text: str, values: dict[str, object]) -> Figure:
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    start, end = values["start"], values["end"]
    assert isinstance(start, int) and isinstance(end, int)
    return Figure(document="first", surface=text[start:end], **{**values, **lists})  # type: ignore[arg-type]


def fit(cases: list[Case], side: int) -> dict[str, float]:
    """Return weights under which the right answers are likeliest: a softmax over candidates, squared weights held against it."""
    known = [c for c in cases if c.side == side and c.truth in c.told]
    names = {name: n for n, name in enumerate(sorted({n for c in known for e in c.told.values() for n in e}))}
    rows: list[Floats] = []
    right: list[bool] = []
    starts: list[int] = []
    for case in known:
        starts.append(len(rows))
        for code, evidence in case.told.items():
            row = np.zeros(len(names))
            row[[names[n] for n in evidence]] = list(evidence.values())
            rows.append(row)
            right.append(code == case.truth)
    matrix, wanted, first = np.array(rows), np.array(right, dtype=float), np.array(starts)
    part = np.repeat(np.arange(len(known)), np.diff([*starts, len(rows)]))
    weights = _descend(matrix, wanted, first, part)
    return {name: float(weights[n]) for name, n in names.items()}


def _descend(matrix: Floats, wanted: Floats, first: npt.NDArray[np.int64], part: npt.NDArray[np.int64]) -> Floats:
    """Return the weights after Adam's steps (Kingma and Ba 2015) down the penalised likelihood."""
    weights, mean, square = (np.zeros(matrix.shape[1]) for _ in range(3))
    for n in range(1, ROUNDS + 1):
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, first)[part])
        likely /= np.add.reduceat(likely, first)[part]
        slope = weights + matrix.T @ (likely - wanted)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights - STEP * (mean / (1 - 0.9**n)) / (np.sqrt(square / (1 - 0.99**n)) + 1e-8)
    return weights


def decide(case: Case, weights: dict[str, float]) -> str:
    """Return the likeliest candidate where it is likely enough, otherwise the rules' answer."""
    scores = np.array([sum(weights.get(n, 0.0) * v for n, v in told.items()) for told in case.told.values()])
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    best = int(likely.argmax())
    return list(case.told)[best] if likely[best] >= SURE and "+" not in case.answer else case.answer


def cross_validate(cases: list[Case], settled: list[Case]) -> Counter[tuple[str, str]]:
    """Return counts by side and outcome, each text read with weights fitted to the settled rows and the texts of the other parts."""
    counts: Counter[tuple[str, str]] = Counter()
    for part in range(PARTS):
        for side, name in enumerate(SIDES):
            weights = fit([*settled, *(c for c in cases if c.text % PARTS != part)], side)
            for case in cases:
                if case.side == side and case.text % PARTS == part:
                    _count(counts, name, case, decide(case, weights))
    return counts


def _count(counts: Counter[tuple[str, str]], side: str, case: Case, answer: str) -> None:
    stated = "stated" if case.truth else "not stated"
    counts[side, stated] += 1
    for who, given in (("rules", case.answer), ("weighed", answer)):
        counts[side, f"{stated}, {who} right"] += given == case.truth
        counts[side, f"{stated}, {who} wrong"] += bool(given) and given != case.truth


def write_weights(cases: list[Case]) -> int:
    """Write weights.csv, ordered by side and evidence, and return how many rows it has."""
    found = [
        (name, evidence, weight) for side, name in enumerate(SIDES) for evidence, weight in fit(cases, side).items()
    ]
    rows = [(name, evidence, f"{weight:.2f}") for name, evidence, weight in sorted(found) if abs(weight) >= KEPT]
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("side", "evidence", "weight"), *rows])
    return len(rows)


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
        return print(
            f"{write_weights([*cases, *settled])} weights from {len(cases)} sides and {len(settled)} settled ones"
        )
    for (side, outcome), count in sorted(cross_validate(cases, settled).items()):
        print(f"{side:<12} {outcome:<28} {count}")


if __name__ == "__main__":
    main(sys.argv[1:])
