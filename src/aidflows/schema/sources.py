"""The table `sources`: one row per source document or register vintage, with its licence."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, Whole, column


class Sources(Table):
    """One row per source document or register vintage, with its licence."""

    source_id: Text = column("id, the folder under raw/", required=True)
    title: Text = column("title", required=True)
    authors: Text = column("authors, separated by semicolons", required=True)
    publisher: Text = column("publisher or journal")
    date: Text = column("date of publication as ISO year, month or day")
    language: Text = column("language, ISO 639-1", required=True)
    url: Text = column("web address")
    doi: Text = column("DOI")
    licence: Text = column("licence of the source itself", required=True)
    kind: Text = column("kind of document", required=True)
    original_sha256: Text = column("sha256 of the original file's bytes", required=True)
    original_characters: Whole = column("length of the original in code points", required=True)
    covers_from: Whole = column("first year that the source looks at", required=True)
    covers_to: Whole = column("last year that the source looks at (inclusive)", required=True)

    class Config:
        """Keys of the table."""

        name = "sources"
        unique = ["source_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": []}
