"""The public functions that need pandas or DuckDB; each is one call into the library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from aidflows.query.explain import Explanation, explain_flows
from aidflows.query.store import find_release, open_release
from aidflows.query.totals import Question, make_question, sum_flows
from aidflows.release.compare import Difference, compare_folders

DECIMALS = ("low", "best", "high", "at_risk")


def totals(  # one keyword for each choice that the definition of a number holds: the names are the public interface
    *,
    supplier: str | None = None,
    recipient: str | None = None,
    years: int | tuple[int, int] | Iterable[int] | None = None,
    by: str | Iterable[str] | None = ("year", "flow_type"),
    measure: str = "committed",
    prices: str = "nominal",
    year_rule: str = "booked",
    overlaps: str = "keep",
    purpose: str = "military",
    version: str | None = None,
) -> pd.DataFrame:
    """Return sums of flows by group, each with low, best and high, and counts of what has no price or is only claimed.

    Amounts are Decimals in `currency`, nominal unless `prices="constant:YEAR"`; `years` is one year, a (first, last) pair
    or a list, ends inclusive; a null high is open. `measure` is committed or delivered, never both added. The definition
    stands in `frame.attrs["definition"]`. Raises QuestionError for an unknown choice or country.

    >>> frame = totals(supplier="TUR", recipient="AZE", years=2010, by="flow_type")
    >>> [str(v) for v in frame["best"].dropna()]
    ['300000000.00']
    """
    question = make_question(
        years,
        by,
        supplier=supplier,
        recipient=recipient,
        measure=measure,
        prices=prices,
        year_rule=year_rule,
        overlaps=overlaps,
        purpose=purpose,
    )
    with open_release(version, with_comments=False) as connection:
        rows = sum_flows(connection, question)
    frame: pd.DataFrame = pa.Table.from_pylist(rows, schema=_schema(question)).to_pandas(types_mapper=pd.ArrowDtype)
    frame.attrs["definition"] = question.options()
    return frame


def _schema(question: Question) -> pa.Schema:
    groups = [(g, pa.int64() if g == "year" else pa.string()) for g in question.by]
    sums = [(n, pa.decimal128(18, 2)) for n in ("low", "best", "high")]
    counts = [(n, pa.int64()) for n in ("flows_priced", "flows_unpriced", "claims_excluded")]
    return pa.schema([*groups, ("currency", pa.string()), *sums, *counts, ("at_risk", pa.decimal128(18, 2))])


def connect(version: str | Path | None = None) -> duckdb.DuckDBPyConnection:
    """Return a DuckDB connection with all tables and views of a release; it can neither write files nor reach the network.

    >>> connect().execute("select count(*) from flows where amount_best is not null and parent_flow_id is null").fetchone()
    (9,)
    """
    return open_release(version)


def explain(
    supplier: str, recipient: str | None = None, year: int | None = None, *, version: str | None = None
) -> Explanation:
    """Return the tree, rests and receipts of a pair and year, or of one flow by its id; `print` it to read it.

    >>> print(explain("TUR", "AZE", 2006).text.splitlines()[0])
    arms and military equipment, Türkiye to Azerbaijan, 2006 (sale): USD 5,000,000 (4,500,000 to 5,500,000), delivered
    """
    with open_release(version, with_comments=False) as connection:
        return explain_flows(connection, supplier, recipient, year)


def diff(old: str | Path, new: str | Path) -> Difference:
    """Return what differs between two releases (versions or folders), and why each total moved; falsy where nothing does.

    >>> bool(diff("1.0.0", "1.0.0"))
    False
    """
    return compare_folders(find_release(old), find_release(new))
