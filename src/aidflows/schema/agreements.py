"""The table `agreements`: one row per treaty, protocol, declaration or memorandum."""

from __future__ import annotations

from typing import ClassVar

from aidflows.schema.base import Table, Text, Whole, column


class Agreements(Table):
    """One row per treaty, protocol, declaration or memorandum."""

    agreement_id: Text = column("figure_id that first names it", required=True)
    title: Text = column("title as the note gives it", required=True)
    agreement_kind: Text = column("kind", required=True, codes="agreement_kind")
    parties: Text = column("parties, separated by semicolons; null where not stated")
    date_start: Text = column("first possible day (ISO)")
    date_end: Text = column("day after the last possible (ISO)")
    year: Whole = column("year")
    n_mentions: Whole = column("figures that name it", required=True)

    class Config:
        """Keys of the table."""

        name = "agreements"
        unique = ["agreement_id"]
        strict = True
        ordered = True
        metadata: ClassVar[dict[str, list[list[str]]]] = {"foreign_keys": []}
