"""Reads who sold where a sentence ranks the buyers of a country's arms: `Among the buyers of Spanish arms, Oman came first with` (rule P-CUSTOMER)."""

from __future__ import annotations

from aidflows.bind.customers import is_of_arms
from aidflows.bind.sentence import Sentence
from aidflows.normalise.parallel import begins
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Figure

NEAR = 30  # characters between the word for buyers and whose arms they buy
OUT = frozenset({"O-NO-TRANSFER", "R-NO-TRANSFER", "P-LISTED"})


def read_customers(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence, each amount with the buyer beside it, of the country whose arms the buyers are said to buy.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Among the buyers of Spanish arms, Oman came first with 3 million euros, ahead of Chad with 2 million."
    >>> [(f.supplier, f.recipient, f.in_scope) for f in extract_figures(text).figures]
    [('ESP', 'OMN', True), ('ESP', 'TCD', True)]
    """
    if not any(f.kind == "money" for f in figures):
        return figures
    seller = find_seller(sentence)
    return [_sold(sentence, f, figures, seller) if f.kind == "money" else f for f in figures] if seller else figures


def find_seller(sentence: Sentence) -> Actor | None:
    """Return whose arms a sentence names buyers of, or None."""
    customers = word_pattern("customers", sentence.language, column="customers", folds=True)
    if customers is None:
        return None
    text = sentence.text
    for word in customers.finditer(text, sentence.start, sentence.end):
        for actor in sentence.actors:
            low, high = max(sentence.start, word.start() - NEAR), min(sentence.end, word.end() + NEAR)
            is_near = word.end() <= actor.start < high or (
                sentence.language == "tr" and low <= actor.start < word.start()
            )
            if is_near and actor.kind == "demonym" and is_of_arms(sentence, actor):
                return actor
    return None


def _sold(sentence: Sentence, figure: Figure, figures: list[Figure], seller: Actor) -> Figure:
    last = max((f.end for f in figures if f.end <= begins(figure)), default=sentence.start)
    stop = min((begins(f) for f in figures if begins(f) > figure.end), default=sentence.end)
    others = [a for a in sentence.actors if a.code != seller.code and a.kind not in ("company", "media")]
    before = [a for a in others if last <= a.start < figure.start]
    beside = before[-1:] or [a for a in others if figure.end <= a.start < stop][:1]
    if not beside or figure.role not in ("transfer", "context"):
        return figure
    return figure._replace(
        role="transfer", in_scope=True, suppliers=(seller.code,), supplier=seller.code, recipients=(beside[0].code,), recipient=beside[0].code,
        supplier_org=None, recipient_org=None, rules=(*(r for r in figure.rules if r not in OUT), "P-CUSTOMER"),
    )  # fmt: skip
