"""The extractors that aidflows is compared with: each gives the amounts of money it finds in a line of text."""

from __future__ import annotations

import importlib
import json
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from aidflows.reading import guess_language
from aidflows.recognise.money import find_money

Amounts = list[Decimal]
Reader = Callable[[str], Amounts]
WITHIN = Decimal("0.000001")  # relative; some peers give binary floats


def _recognizers(module: Any) -> Reader:
    def read(text: str) -> Amounts:
        found = [
            r.resolution.get("value") for line in text.splitlines() for r in module.recognize_currency(line, "en-us")
        ]
        return [Decimal(value) for value in found if value not in (None, "null")]

    return read


def _quantulum(module: Any) -> Reader:
    def read(text: str) -> Amounts:
        found = [q for line in text.splitlines() for q in module.parse(line)]
        return [Decimal(str(q.value)) for q in found if q.unit.entity.name == "currency"]

    return read


def _price_parser(module: Any) -> Reader:
    def read(text: str) -> Amounts:
        found = [module.parse_price(line) for line in text.splitlines()]
        return [p.amount for p in found if p.amount is not None and p.currency]

    return read


def _spacy(module: Any) -> Reader:
    model = module.load("en_core_web_sm")  # raises OSError where the model is not installed

    def read(text: str) -> Amounts:
        return [
            Decimal(0) for line in text.splitlines() for e in model(line).ents if e.label_ == "MONEY"
        ]  # spans alone

    return read


def _cqe(module: Any) -> Reader:
    parser = module.NumParser()

    def read(text: str) -> Amounts:
        found = [q for line in text.splitlines() for q in parser.parse(line)]
        return [Decimal(str(q.value.value)) for q in found if q.unit.category == "currency"]

    return read


PEERS: tuple[tuple[str, str, Callable[[Any], Reader]], ...] = (
    ("quantulum3", "quantulum3.parser", _quantulum),
    ("price-parser (one price a line)", "price_parser", _price_parser),
    ("Recognizers-Text", "recognizers_number_with_unit", _recognizers),
    ("spaCy (spans, no amounts)", "spacy", _spacy),
    ("CQE", "CQE.CQE", _cqe),
)


def load_peers() -> Iterator[tuple[str, Reader | str]]:
    """Yield each peer's name with its reader, or with why it is skipped."""
    warnings.simplefilter("ignore")
    for name, module, make in PEERS:
        try:
            yield name, make(importlib.import_module(module))
        except (ImportError, OSError) as error:
            yield name, f"skipped: {str(error).splitlines()[0]}"


def read_own(text: str) -> Amounts:
    """Return the amounts that aidflows finds, the higher end of a range last."""
    return [
        amount
        for m in find_money(text, guess_language(text))
        for amount in dict.fromkeys((m.low, m.high))
        if amount is not None
    ]


def score_amounts(folder: Path, read: Reader) -> tuple[int, int, int]:
    """Return how many amounts of the English texts are found, how many are expected, and how many are given back that nobody expects.

    An amount counts whatever its currency, and either end of a range: what every peer can give. They all read English.
    """
    expected: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        if row["kind"] == "money" and row["value_low"] is not None:
            expected.setdefault(row["document"], []).append(row)
    hits = cases = extra = 0
    for name, rows in sorted(expected.items()):
        text = (folder / name).read_text(encoding="utf-8")
        if guess_language(text) != "en":
            continue
        left = Counter(read(text))
        for row in rows:
            wanted = {v for v in (row["value_low"], row["value"], row["value_high"]) if v is not None}
            near = [a for a in left if left[a] and any(abs(a - v) <= v * WITHIN for v in wanted)]
            hits += bool(near)
            for amount in near:
                left[amount] -= 1
        cases += len(rows)
        extra += sum(left.values())
    return hits, cases, extra
