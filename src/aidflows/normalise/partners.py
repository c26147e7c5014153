"""Completes what one of two partners gets or gives, where the sentence before tells that the two signed (rule P-PARTNER)."""

from __future__ import annotations

from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import SIGNED
from aidflows.records import Figure

TOGETHER = frozenset({"", "WITH", "GEN", "BETWEEN"})


def take_partner(before: Sentence | None, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the other of the two parties that signed in the sentence before, where they name one of them alone.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norway and Kenya signed an arms agreement. Under it, Nairobi will receive 12 howitzers."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('NOR', 'KEN')]
    """
    if before is None:
        return figures
    signers = {a.code for a in before.actors if a.mark in TOGETHER and a.kind != "demonym"}
    if len(signers) != 2 or {a.code for a in before.actors} != signers:
        return figures
    if SIGNED.search(before.text, before.start, before.end) is None:
        return figures
    return [_with_partner(f, signers) for f in figures]


def _with_partner(figure: Figure, signers: set[str]) -> Figure:
    named = {*figure.suppliers, *figure.recipients}
    is_one = len(named) == 1 and named <= signers and set(figure.named) <= signers
    if figure.role != "transfer" or not is_one or (figure.kind == "money" and not figure.in_scope):
        return figure
    (other,) = signers - named
    rules = (*figure.rules, "P-PARTNER")
    if figure.suppliers:
        return figure._replace(recipients=(other,), recipient=other, rules=rules)
    return figure._replace(suppliers=(other,), supplier=other, rules=rules)
