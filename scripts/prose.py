"""Scores the reading of real sentences whose parties a register tells: `prose.py FILE ...`, each in the layout of its publisher.

AidData's titles of Chinese loans and grants (.csv with `;`), the notices of US sales to Congress (.json), Kiel's explanations of aid to
Ukraine (.csv). A party counts only where the words name it: a donor named in another sentence is not looked for.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from aidflows.extraction import extract_document
from aidflows.gazetteer.lists import load_list
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Document, Figure

CLOSE = Decimal("0.06")  # titles round their amounts


class Told(NamedTuple):
    """A text with what its register says of it; None where it says nothing."""

    text: str
    supplier: str | None
    recipient: str | None
    amount: Decimal | None = None
    currency: str | None = None


def _codes() -> dict[str, str]:
    return {row["name"]: row["iso3"] for row in load_list("country_names")}


def read_titles(path: Path) -> Iterator[Told]:
    """Yield AidData's titles that print an amount; references to other projects are cut off."""
    codes = _codes()
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            text = re.sub(r"\s*\((?:[Ll]inked|Umbrella).*$", "", row["Title"]).strip()
            if not re.search(
                r"\d[\d.,]* ?(?:million|billion)|[$€£]\s?\d|(?:USD|RMB|EUR|CNY) ?\$?\d|\d (?:USD|RMB|CNY)", text
            ):
                continue
            amount = row["Amount (Original Currency)"]
            yield Told(
                text,
                "CHN",
                codes.get(row["Recipient"]),
                Decimal(amount) if amount else None,
                row["Original Currency"] or None,
            )


def read_notices(path: Path) -> Iterator[Told]:
    """Yield the notices, each once, with the value in dollars; they sell, the country named buys."""
    codes = {row["iso2"]: row["iso3"] for row in load_list("countries") if row["iso2"]}
    rows = {r["description"]: r for r in json.loads(path.read_text(encoding="utf-8"))["signals"] if r["description"]}
    for text, row in rows.items():
        value = Decimal(str(row["value_usd"])) if row["value_usd"] else None
        yield Told(text, "USA", codes.get(row["iso"]), value, "USD")


def read_explanations(path: Path) -> Iterator[Told]:
    """Yield the explanations, each once: a country gives, Ukraine gets."""
    codes = _codes() | {"EU (Commission and Council)": "EUU"}
    with path.open(encoding="utf-8", newline="") as file:
        rows = {
            re.sub(r"\s+", " ", r["Explanation"]).strip(): r["Countries"]
            for r in csv.DictReader(file)
            if r["Explanation"]
        }
    yield from (Told(text, codes[donor], "UKR") for text, donor in rows.items() if len(text) >= 40 and donor in codes)


def read(path: Path) -> Iterator[Told]:
    """Yield the texts of a file by its layout."""
    if path.suffix == ".json":
        return read_notices(path)
    head = path.read_text(encoding="utf-8-sig")[:400]
    return read_titles(path) if ";" in head else read_explanations(path)


def _score_amounts(told: Told, money: list[Figure]) -> Counter[str]:
    """Count whether any amount of the text is the one that the register has, rounded as titles round."""
    if told.amount is None:
        return Counter()
    near = any(f.value is not None and abs(f.value - told.amount) <= CLOSE * told.amount for f in money)
    return Counter(
        {"amount of": 1, "amount": near, "currency of": 1, "currency": any(f.unit == told.currency for f in money)}
    )


def _score_parties(told: Told, figure: Figure, text: str) -> Counter[str]:
    """Count the parties of one figure that its own sentence names."""
    named = {c.value[0] for c in actor_matcher().find(text, *figure.sentence) if c.value[1] != "programme"}
    scores: Counter[str] = Counter()
    for field, code, got in (
        ("supplier", told.supplier, figure.suppliers),
        ("recipient", told.recipient, figure.recipients),
    ):
        if code in named and figure.in_scope:
            scores += Counter({f"{field} of": 1, field: code in got})
    return scores


def score(texts: Iterator[Told]) -> Counter[str]:
    """Return how many texts, amounts, suppliers and recipients there are, and how many are read right."""
    scores: Counter[str] = Counter()
    for told in texts:
        text = told.text + "\n"
        figures = [
            f
            for f in extract_document(Document("text", text)).figures
            if f.kind in ("money", "hardware") and f.role == "transfer"
        ]
        money = [f for f in figures if f.kind == "money"]
        scores += Counter({"text": 1}) + _score_amounts(told, money)
        for figure in figures:
            scores += _score_parties(told, figure, text)
    return scores


def main(names: list[str]) -> int:
    """Print the scores of each file."""
    for name in names:
        try:
            scores = score(read(Path(name)))
        except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
            print(f"{name}: not a file of a layout read here: {error}", file=sys.stderr)
            return 2
        print(f"{Path(name).name}: {scores['text']:,} texts")
        for field in ("amount", "currency", "supplier", "recipient"):
            if of := scores[f"{field} of"]:
                print(f"  {field:10} {scores[field]:6,} of {of:6,}  {scores[field] / of:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
