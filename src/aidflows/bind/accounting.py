"""Reads whose exports an amount is a share of, and who got it: `Kenya accounted for $9 million of Norway's arms exports` (accounting.csv)."""

from __future__ import annotations

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Cue, Span

NEAR = 44  # characters between a word of exports and whose they are
REACH = 90  # characters between an amount, the verb and the word of exports


def read_accounting(sentence: Sentence, start: int, end: int) -> Parties:
    """Return exporter and buyer of an amount that one of two countries takes of the other's exports (rule P-ACCOUNTS).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Kenya accounted for $9 million of Norway's arms exports."
    >>> p = read_accounting(read_sentence(text, 0, len(text)), 20, 30)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['NOR'], ['KEN'], 'P-ACCOUNTS')
    """
    actors = [a for a in sentence.actors if a.kind != "company"]
    if len({a.code for a in actors}) != 2:
        return Parties()
    verb = _near(sentence, "verbs", (start, end))
    exports = _near(sentence, "exports", (start, end)) if verb else None
    if verb is None or exports is None:
        return Parties()
    owner = min(actors, key=lambda a: max(a.start - exports[1], exports[0] - a.end))
    buyer = next(a for a in actors if a.code != owner.code)
    is_owned = max(owner.start - exports[1], exports[0] - owner.end) <= NEAR
    is_aside = exports[0] < buyer.start < owner.start or owner.start < buyer.start < exports[0]
    if not is_owned or is_aside or buyer.kind == "demonym" or owner.mark == "TO":
        return Parties()
    return Parties((owner,), (buyer,), (), Cue(*verb, "noun_give", ("", "sale", "")), "P-ACCOUNTS")


def _near(sentence: Sentence, column: str, figure: Span) -> Span | None:
    """Return the word of a column that stands nearest a figure, in reach of it."""
    words = word_pattern("accounting", sentence.language, column=column, folds=True)
    found = (m.span() for m in words.finditer(sentence.text, sentence.start, sentence.end))
    gaps = {span: max(span[0] - figure[1], figure[0] - span[1]) for span in found}
    best = min(gaps, key=lambda span: gaps[span], default=None)
    return best if best is not None and gaps[best] <= REACH else None
