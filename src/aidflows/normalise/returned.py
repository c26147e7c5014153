"""Turns the parties round for what a sentence says is given in return: `gave Oslo 12 guns in exchange for $5 million` (rule P-RETURN)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.normalise.parallel import begins
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor, Figure

REACH = 30  # characters between the words and what they tell of
FAR = 60  # characters between an adverb and what came back
GIVEN = frozenset({"P-GIVE", "P-MOVES"})
TURNED = "P-RETURN"
ENDING = re.compile(r"(?:['’]?\w{1,6})?\s")  # of a Turkish noun, behind its surface
SOURCES = frozenset({"FROM", "BY", "OF"})


@cache
def _words(language: str, place: str) -> re.Pattern[str]:
    words = alternatives(listed_words("exchanges", language, place=place)) or NOTHING
    return re.compile(rf"(?<!\w)(?:{words})(?:(?<=['’])|(?!\w))", re.IGNORECASE)


def turn_returned(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence; what comes back for a gift goes to the giver, from whom is told or from who got the gift.

    The price of a sale stays with the sale.

    >>> from aidflows.extraction import extract_figures
    >>> [(f.supplier, f.recipient) for f in extract_figures("Peru gave Chile 12 howitzers in exchange for 40 trucks from Spain.").figures]
    [('PER', 'CHL'), ('ESP', 'PER')]
    """
    out = list(figures)
    for i, figure in enumerate(figures):
        at = _told_at(sentence, figure, figures)
        if at is not None:
            out[i] = _turn(sentence, figure, figures, at)
    return out


def return_before(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence that goes on with what comes back for the gift of the sentence before.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Peru gave Chile 12 howitzers. In return it received 40 trucks."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('PER', 'CHL'), ('CHL', 'PER')]
    """
    adverb, got = _words(sentence.language, "adverb"), sentence.kinds("get")
    if sentence.actors or not got or not adverb.search(sentence.text, sentence.start, sentence.end):
        return figures
    return [_back(f) if "P-GET" in f.rules and len(f.context[0]) == len(f.context[1]) == 1 else f for f in figures]


def _back(figure: Figure) -> Figure:
    (giver,), (getter,) = figure.context
    return figure._replace(
        suppliers=(getter,), recipients=(giver,), supplier=getter, recipient=giver, rules=(*figure.rules, TURNED)
    )


def _told_at(sentence: Sentence, figure: Figure, figures: list[Figure]) -> int | None:
    """Return from where on the source of what is given in return may be named; None of what is not."""
    text, start, last = sentence.text, begins(figure), _end_before(sentence, figure, figures)
    found = _words(sentence.language, "before").search(text, max(last, start - REACH - 24), start)
    if found and start - found.end() <= REACH:
        return found.end()
    behind = _words(sentence.language, "behind")
    rest = ENDING.match(text, figure.end)
    if figure.kind != "money" and rest and behind.match(text, rest.end(), sentence.end):
        return last  # of money it would be the price
    return _taken_back(sentence, figure, figures)


def _end_before(sentence: Sentence, figure: Figure, figures: list[Figure]) -> int:
    return max((f.end for f in figures if f.end <= begins(figure)), default=sentence.start)


def _taken_back(sentence: Sentence, figure: Figure, figures: list[Figure]) -> int | None:
    """Return where a verb of getting stands behind a gift, with an adverb that says what for: `and received 40 trucks in return`."""
    low, adverb = _end_before(sentence, figure, figures), _words(sentence.language, "adverb")
    if low == sentence.start:
        return None
    verb = next((c for c in sentence.kinds("get") if low <= c.start), None)
    high = min((begins(f) for f in figures if begins(f) > figure.end), default=sentence.end)
    if (
        verb is None
        or verb.start > high
        or not adverb.search(sentence.text, max(low, verb.start - FAR), min(high, verb.end + FAR))
    ):
        return None
    return None if _has_own_subject(sentence, figure, figures, low) else low


def _has_own_subject(sentence: Sentence, figure: Figure, figures: list[Figure], low: int) -> bool:
    """True of `Norway gave Mali 12 guns, while Chad received six boats in return`: another than the giver gets them."""
    givers = {code for f in figures if f is not figure for code in f.suppliers}
    named = [a for a in sentence.actors if low <= a.start < begins(figure) and a.mark == "" and a.kind != "demonym"]
    return any(a.code not in givers for a in named)


def _turn(sentence: Sentence, figure: Figure, figures: list[Figure], at: int) -> Figure:
    if (passed := _passed_on(sentence, figure, figures, at)) is not None:
        return passed
    gifts = [f for f in figures if f is not figure and not GIVEN.isdisjoint(f.rules) and f.suppliers and f.recipients]
    gift = min(gifts, key=lambda f: abs(f.start - figure.start), default=figure)
    if GIVEN.isdisjoint(gift.rules) or len(gift.suppliers) != 1 or not gift.recipients:
        return figure
    if figure.kind == "money" and gift.flow_type == "sale":
        return figure  # a price
    stop = min((begins(f) for f in figures if begins(f) > figure.end), default=sentence.end)
    near = [a for a in sentence.actors if at <= a.start < stop and a.code not in gift.suppliers]
    named = [a for a in near if _is_source(sentence, figure, a)]
    suppliers = (named[0].code,) if named else gift.recipients
    return figure._replace(
        suppliers=suppliers, recipients=gift.suppliers, supplier=suppliers[0] if len(suppliers) == 1 else None, recipient=gift.suppliers[0],
        supplier_org=None, recipient_org=None, rules=(*figure.rules, TURNED),
    )  # fmt: skip


def _passed_on(sentence: Sentence, figure: Figure, figures: list[Figure], at: int) -> Figure | None:
    """What was given to a third was given by who is paid for it: `In return for 12 guns handed to Chad, Peru received 40 trucks from Spain`."""
    paid = [f for f in figures if f is not figure and "P-GET" in f.rules and len(f.recipients) == 1]
    if not paid:
        return None
    gift = min(paid, key=lambda f: abs(f.start - figure.start))
    stop = min((begins(f) for f in figures if begins(f) > figure.end), default=sentence.end)
    third = next((a for a in sentence.actors if a.mark == "TO" and at <= a.start < stop), None)
    is_given = any(at <= c.start < stop for c in sentence.kinds("give"))
    if third is None or not is_given or third.code in gift.recipients + gift.suppliers:
        return None
    return figure._replace(
        suppliers=gift.recipients, recipients=(third.code,), supplier=gift.recipient, recipient=third.code, role="transfer",
        supplier_org=None, recipient_org=None, rules=(*figure.rules, TURNED),
    )  # fmt: skip


def _is_source(sentence: Sentence, figure: Figure, actor: Actor) -> bool:
    """True of who stands behind from, or as an adjective right beside what comes: `40 Marder allemands`."""
    if actor.kind == "demonym":
        return actor.start - figure.end in (0, 1) or actor.end + 1 == figure.start
    return actor.mark in SOURCES or (actor.code in figure.suppliers and "P-GET" in figure.rules)
