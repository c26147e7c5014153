"""Takes money that a state sets aside, in a text that tells of nobody who gets anything, for money spent at home (rule O-ALLOTTED)."""

from __future__ import annotations

from aidflows.bind.sentence import read_sentence
from aidflows.records import Document, Figure

ALLOTTED = frozenset({"allocated"})
AID = ("noun_give", "grant_word", "loan_word", "training")


def leave_allotted(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures; what is set aside for no one and is called no aid is context, where no figure of the text has a recipient.

    >>> from aidflows.extraction import extract_figures
    >>> texts = ("Congress appropriated $40 million for barracks.", "Congress appropriated $40 million in aid.")
    >>> [extract_figures(text).figures[0].in_scope for text in texts]
    [False, True]
    """
    if any(f.recipients for f in figures):
        return figures
    return [_leave(f) if _is_allotted(document, f) else f for f in figures]


def _is_allotted(document: Document, figure: Figure) -> bool:
    if not figure.in_scope or figure.stage not in ALLOTTED or "P-GIVE" not in figure.rules:
        return False
    return not read_sentence(document.text, *figure.sentence, language=document.language).kinds(*AID)


def _leave(figure: Figure) -> Figure:
    return figure._replace(in_scope=False, role="context", rules=(*figure.rules, "O-ALLOTTED"))
