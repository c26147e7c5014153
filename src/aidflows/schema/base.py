"""Column types and the base of all table models."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow
from pandera.typing import Series

Text = Series[Annotated[pd.ArrowDtype, pyarrow.string()]]
Whole = Series[Annotated[pd.ArrowDtype, pyarrow.int64()]]
Flag = Series[Annotated[pd.ArrowDtype, pyarrow.bool_()]]
Money = Series[Annotated[pd.ArrowDtype, pyarrow.decimal128(18, 2)]]
Rate = Series[Annotated[pd.ArrowDtype, pyarrow.decimal128(18, 8)]]


@cache
def load_codes() -> dict[str, dict[str, tuple[str, str]]]:
    """Return the closed lists: list name to code to (definition, example)."""
    out: dict[str, dict[str, tuple[str, str]]] = {}
    text = files("aidflows.schema").joinpath("data", "codes.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        out.setdefault(row["list"], {})[row["code"]] = (row["definition"], row["example"])
    return out


def column(description: str, *, required: bool = False, codes: str = "") -> Any:
    """Return a pandera field: its description, whether null is forbidden, and its closed list."""
    allowed = sorted(load_codes()[codes]) if codes else None
    return pa.Field(
        nullable=not required, description=description, isin=allowed, metadata={"codes": codes} if codes else None
    )


class Table(pa.DataFrameModel):
    """Base of all tables; columns are Arrow-backed, unknown is null."""
