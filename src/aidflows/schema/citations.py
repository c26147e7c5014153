"""The table `citations`: one row per work that a statement cites."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, column


class Citations(Table):
    """One row per work that a statement cites."""

    citation_id: Text = column("statement_id#number", required=True)
    statement_id: Text = column("statement", required=True)
    cited_as: Text = column("the work as cited", required=True)
    entry: Text = column("the bibliography entry it leads to")
    match: Text = column("whether the entry is the work cited", required=True, codes="match")
    reason: Text = column("why not")

    class Config:
        """Keys of the table."""

        name = "citations"
        unique = ["citation_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {
            "foreign_keys": [["statement_id", "statements", "statement_id"]]
        }
