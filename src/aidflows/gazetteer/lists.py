"""Loads the gazetteer's own CSV files; nothing is interpreted here."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from sys import intern

Row = dict[str, str]


@cache
def load_list(name: str) -> tuple[Row, ...]:
    """Return the rows of one gazetteer file, in file order.

    >>> load_list("currencies")[0]["currency"]
    'USD'
    """
    text = files("aidflows.gazetteer").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return tuple({name: intern(cell) for name, cell in row.items()} for row in rows)  # cells repeat: each is kept once


@cache
def load_countries() -> dict[str, Row]:
    """Return countries by code (ISO 3166-1 alpha-3, -3 for former states, and a few project codes).

    >>> load_countries()["XKX"]["cow_code"]
    '347'
    """
    return {row["iso3"]: row for row in load_list("countries")}


@cache
def load_types() -> dict[str, Row]:
    """Return system types by name, with category, SIPRI category and UNROCA category."""
    return {row["system_type"]: row for row in load_list("system_types")}


@cache
def load_systems() -> dict[str, Row]:
    """Return systems by id.

    >>> load_systems()["bayraktar-tb2"]["origin_iso3"]
    'TUR'
    """
    return {row["system_id"]: row for row in load_list("systems")}


@cache
def load_makers() -> dict[str, frozenset[str]]:
    """Return by system who makes it: its origin, and every state of a joint programme; what has neither is left out.

    >>> sorted(load_makers()["fremm"]), sorted(load_makers()["bayraktar-tb2"])
    (['FRA', 'ITA'], ['TUR'])
    """
    made = {row["system_id"]: frozenset({row["origin_iso3"]}) for row in load_list("systems") if row["origin_iso3"]}
    return made | {row["system_id"]: frozenset(row["makers"].split("|")) for row in load_list("joint_makers")}


@cache
def load_organisations() -> dict[str, Row]:
    """Return organisations by id."""
    return {row["org_id"]: row for row in load_list("organisations")}


def spellings(word: str) -> set[str]:
    """Return the ways a common word is written at the start of a sentence and inside it.

    >>> sorted(spellings("military aid"))
    ['Military Aid', 'Military aid', 'military aid']
    """
    return {word, word[:1].upper() + word[1:], " ".join(w[:1].upper() + w[1:] for w in word.split(" "))}
