"""Reads the matrices of plain sentences (tests/matrix): every verb of a language in every pattern it can stand in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parent / "matrix"


class Plain(NamedTuple):
    """A sentence that says who gives a thing to whom."""

    group: str
    text: str
    giver: str
    getter: str


def load_matrix(path: Path) -> dict[str, Any]:
    """Return a language's names by case, things, and groups of verbs with their patterns."""
    matrix: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return matrix


def build_sentences(matrix: dict[str, Any]) -> Iterator[Plain]:
    """Yield each verb in each pattern for which it has the form, pairs of parties and things taken in turn.

    In a pattern `Gn` is the giver in its form `n` of the names, `Rd` the receiver in its form `d`, `T` the thing.
    """
    turn = 0
    for group in matrix["groups"]:
        for verb in group["verbs"]:
            for pattern in group["patterns"]:
                giver, getter = group["pairs"][turn % len(group["pairs"])]
                forms = {**verb, **matrix["things"][turn % len(matrix["things"])]}
                forms |= {f"G{case}": form for case, form in matrix["names"][giver].items()}
                forms |= {f"R{case}": form for case, form in matrix["names"][getter].items()}
                if not {field for _, field, _, _ in Formatter().parse(pattern) if field} <= set(forms):
                    continue  # a verb without this form
                turn += 1
                text = pattern.format(**forms)
                yield Plain(group["label"], text[0].upper() + text[1:], giver, getter)
