"""Tables as pandas frames with Arrow types: decimals stay decimals, unknown stays null."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from aidflows.errors import QuestionError
from aidflows.query.store import find_release
from aidflows.schema.registry import TABLES


def load_table(table: str, version: str | Path | None = None) -> pd.DataFrame:
    """Return one table of a release as an Arrow-backed DataFrame.

    Amounts are Decimals, nominal, in the row's currency; dates are ISO text, ends exclusive; unknown is null.
    Raises QuestionError for an unknown table and ReleaseError for an unknown version.

    >>> flows = load_table("flows")
    >>> str(flows["amount_best"].dtype)
    'decimal128(18, 2)[pyarrow]'
    """
    if table not in TABLES:
        raise QuestionError(f"tables: no such table (there are {', '.join(TABLES)}): {table!r}")
    path = find_release(version) / f"{table}.parquet"
    frame: pd.DataFrame = pq.read_table(path).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def list_tables() -> list[str]:
    """Return the names of all tables.

    >>> list_tables()[:3]
    ['sources', 'statements', 'citations']
    """
    return list(TABLES)
