"""Fits the network that `normalise/weighed.py` asks, and prints what it mends on texts left out.

    python scripts/weigh.py                     # eight parts, each read with weights fitted to the other seven
    python scripts/weigh.py --write             # fits to all of them and writes weights.csv and units.csv
    python scripts/weigh.py --add 32 FILE       # reads the rows of a file by the rules alone, and adds them to the first readings

First readings (tests/first_readings.jsonl) are texts as the rules of their day read them before any rule was mended for them, with the
right answers. The rows of tests/rows, which the rules were mended for, are fitted to besides, so that what is right stays right.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fitting import Case, fit, make_network

from aidflows.extraction import extract_document
from aidflows.normalise.evidence import SIDES, find_evidence, read_told
from aidflows.normalise.network import KINDS, Network, share_pairs, sum_likeliest
from aidflows.normalise.pairing import find_pairs
from aidflows.normalise.weighed import are_several, settle_pair
from aidflows.reading import guess_language
from aidflows.records import Document, Figure

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
# the reader of rows is the tests' own and no part of the package, so its folder must be on the path first
from rowfile import Row, find_wanted, load_rows  # noqa: E402

READINGS = ROOT / "tests" / "first_readings.jsonl"
DATA = ROOT / "src" / "aidflows" / "gazetteer" / "data"
FIELDS = ("start", "end", "kind", "unit", "suppliers", "recipients", "rules", "role", "in_scope", "level", "flow_type", "system_id")  # fmt: skip
PARTS = 8
TIMES = 7  # how often a row that the last weights lose is counted
UNHEARD = 1e-6  # what a row counts that was never lost: its evidence is known, and nothing else of it
AGAIN = 40  # how often weights are fitted again at most
Record = dict[str, Any]


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


def decide(case: Case, network: Network) -> tuple[str, str]:
    """Return the parties of the likeliest pair that are likely enough, otherwise the rules' answers."""
    suppliers, recipients = (tuple(filter(None, answer.split("+"))) for answer in case.answers)
    if are_several(suppliers, recipients):
        return case.answers
    sides = tuple(sum_likeliest(network, side, told) for side, told in enumerate((case.givers, case.getters)))
    pairs = {pair: told for pair, told in case.pairs.items() if pair[0] in sides[0] and pair[1] in sides[1]}
    found = settle_pair(share_pairs(network, sides, pairs), suppliers, recipients)
    return "+".join(found[0]), "+".join(found[1])


def cross_validate(cases: list[Case], settled: list[Case], parts: int = PARTS) -> Counter[tuple[str, str]]:
    """Return counts by side and outcome, each text read with a network fitted to the settled rows and the texts of the other parts."""
    counts: Counter[tuple[str, str]] = Counter()
    for part in range(parts):
        network = make_network(fit([*settled, *(c for c in cases if c.text % parts != part)]))
        for case in cases:
            if case.text % parts == part:
                _count(counts, case, decide(case, network))
    return counts


def _count(counts: Counter[tuple[str, str]], case: Case, decided: tuple[str, str]) -> None:
    for side, truth in case.truth.items():
        stated = "stated" if truth else "not stated"
        counts[SIDES[side], stated] += 1
        for who, given in (("rules", case.answers[side]), ("weighed", decided[side])):
            counts[SIDES[side], f"{stated}, {who} right"] += given == truth
            counts[SIDES[side], f"{stated}, {who} wrong"] += bool(given) and given != truth


def fit_again(cases: list[Case], rows: list[Case]) -> Network:
    """Return a network fitted on until it loses none of the rows that hold, or forty times: what is lost counts more in the next."""
    every = [*cases, *rows]
    counts = [1.0] * len(cases) + [0.0] * len(rows)
    fitted = fit(every, [count or UNHEARD for count in counts])
    for _ in range(AGAIN):
        network = make_network(fitted)
        lost = [
            n for n, row in enumerate(rows) if any(decide(row, network)[k] != truth for k, truth in row.truth.items())
        ]
        print(f"{len(lost)} rows lost", file=sys.stderr, flush=True)
        if not lost:
            break
        for n in lost:
            counts[len(cases) + n] += TIMES
        told = [(case, count) for case, count in zip(every, counts, strict=True) if count]
        fitted = fit([c for c, _ in told], [c for _, c in told], before=fitted)
    return make_network(fitted)


def write_network(network: Network) -> int:
    """Write weights.csv, ordered by side and evidence, and units.csv, and return how many weights there are."""
    units = [f"unit_{n}" for n in range(1, len(network.bias) + 1)]
    rows = [
        (kind, name, *(f"{value:.2f}" for value in row))
        for kind, table in zip(KINDS, network.weights, strict=True)
        for name, row in table.items()
        if any(row)
    ]
    told = [
        (unit, f"{bias:.3f}", f"{out:.3f}") for unit, bias, out in zip(units, network.bias, network.out, strict=True)
    ]
    _write("weights", ("side", "evidence", "weight", *units), sorted(rows))
    _write("units", ("unit", "bias", "out"), told)
    return len(rows)


def _write(name: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    written = DATA / f"{name}.new"
    with written.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])
    written.replace(DATA / f"{name}.csv")  # whole or not at all


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
        count = write_network(fit_again([*cases, *settled], make_cases(read_settled(set()))))
        return print(f"{count} weights from {len(cases)} figures and {len(settled)} settled ones")
    for (side, outcome), count in sorted(cross_validate(cases, settled).items()):
        print(f"{side:<12} {outcome:<28} {count}")


if __name__ == "__main__":
    main(sys.argv[1:])
