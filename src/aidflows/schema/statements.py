"""The table `statements`: one row per note of ours, with the span of the original it rests on."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, Whole, column


class Statements(Table):
    """One row per note of ours, with the span of the original it rests on."""

    statement_id: Text = column("source_id:block id", required=True)
    source_id: Text = column("source", required=True)
    kind: Text = column("kind of statement", required=True)
    span_start: Whole = column("start of the span in the original, code points", required=True)
    span_end: Whole = column("end of the span in the original (exclusive)", required=True)
    text: Text = column("the note, in our own words", required=True)
    text_sha256: Text = column("sha256 of the note's text, UTF-8", required=True)
    cites: Text = column("works that the source cites there, as cited")
    outcome: Text = column("what became of it: flow, corroborates, figure, or set_aside", required=True)
    outcome_reason: Text = column("reason where set aside")

    class Config:
        """Keys of the table."""

        name = "statements"
        unique = ["statement_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": [["source_id", "sources", "source_id"]]}
