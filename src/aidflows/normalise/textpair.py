"""Completes transfers from the pair of supplier and recipient that their paragraph, or the text, is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from aidflows.recognise.portions import REACH, portion_words
from aidflows.records import Figure

BREAK = re.compile(r"\n\n")
Pair = tuple[tuple[str, ...], tuple[str, ...]]


def take_pair(text: str, out: list[Figure], topic: Pair | None) -> list[Figure]:
    """Complete transfers from the pair that most figures have, where they name nobody outside it (rules P-TEXT-PAIR, P-SAME-SYSTEM).

    The pair of the paragraph goes before that of the text; what names neither party takes a
    pair only from what stands before it, unless the text tells of no other party.
    """
    paired = [
        f for f in out if f.role == "transfer" and f.kind != "personnel" and len(f.suppliers) == len(f.recipients) == 1
    ]
    everywhere = Counter((f.suppliers, f.recipients) for f in paired)
    only_sold = set(everywhere) - {(f.suppliers, f.recipients) for f in paired if f.flow_type != "sale"}
    if topic:
        everywhere[topic] += 1
    if not everywhere:
        return out
    first: dict[Pair, int] = {} if topic is None else {topic: -1}
    near: dict[int, Counter[Pair]] = {}
    breaks = [gap.start() for gap in BREAK.finditer(text)]
    for f in paired:
        first.setdefault((f.suppliers, f.recipients), f.start)
        near.setdefault(bisect_left(breaks, f.start), Counter())[f.suppliers, f.recipients] += 1
    makers: dict[str, set[tuple[str, ...]]] = {}
    for f in out:
        if f.system_id and f.suppliers and f.role == "transfer":
            makers.setdefault(f.system_id, set()).add(f.suppliers)
    parties = {code for f in out if f.role == "transfer" for code in (*f.suppliers, *f.recipients)}
    places: dict[Pair, list[int]] = {} if topic is None else {topic: [0]}
    for f in paired:
        places.setdefault((f.suppliers, f.recipients), []).append(f.start)
    done = []
    for f in out:
        pair = _choose(f, near.get(bisect_left(breaks, f.start), Counter()), everywhere)
        if pair is not None and f.flow_type == "grant" and pair in only_sold and not f.recipients:
            pair = None  # aid goes not to who only buys
        if pair is not None and len(text) > 2 * FAR and _distance(f, places[pair]) > FAR:
            pair = None
        if pair is not None and _is_of_parts(text, f, places[pair]):
            pair = None
        is_all = pair is not None and parties <= {*pair[0], *pair[1]}
        is_told = pair is not None and (is_all or f.suppliers or f.recipients or first[pair] < f.start)
        done.append(_complete(f, pair, is_topic=pair == topic) if pair and is_told else f)
    return [_same_system(f, makers.get(f.system_id or "", set())) for f in done]


def _is_of_parts(text: str, figure: Figure, places: list[int]) -> bool:
    """True where a pair is told of the parts of a figure alone: `sold arms for 12 million, of which 4 million to Kenya`."""
    opening = portion_words().search(text, figure.end, figure.end + REACH)
    if opening is None or "\n\n" in text[figure.end : opening.start()]:
        return False
    stop = figure.sentence[1] if opening.start() < figure.sentence[1] else opening.end() + PARTS
    told = [place for place in places if place or figure.sentence[0]]  # the title at 0 is the first sentence itself
    return all(opening.end() < place < stop for place in told)


PARTS = 160  # characters of a sentence that opens with `Of these` and tells of parts
FAR = 6000  # characters over which a pair told once still holds; a longer text tells of more than one thing


def _distance(figure: Figure, places: list[int]) -> int:
    """Return how many characters stand between a figure and the nearest of these places, in order."""
    at = bisect_left(places, figure.start)
    return min(abs(place - figure.start) for place in places[max(0, at - 1) : at + 1])


def _choose(figure: Figure, near: Counter[Pair], everywhere: Counter[Pair]) -> Pair | None:
    """Return the pair to complete a figure from; a figure without any party takes none from a list of many pairs."""
    fitting = [pair for pair in near if _fits(figure, pair)]
    if figure.suppliers or figure.recipients:
        if len(fitting) == 1:
            return fitting[0]
        return min(everywhere.items(), key=lambda p: (-p[1], p[0]))[0]
    for counted in (near, everywhere):
        pair, count = min(counted.items(), key=lambda p: (-p[1], p[0]), default=(None, 0))
        if pair is not None and (len(counted) == 1 or 2 * count > counted.total()):
            return pair
    return None


def _fits(figure: Figure, pair: Pair) -> bool:
    return figure.suppliers in ((), pair[0]) and figure.recipients in ((), pair[1])


def _same_system(figure: Figure, sellers: set[tuple[str, ...]]) -> Figure:
    """A system that one party alone sells in this text is sold by it again."""
    if figure.role != "transfer" or figure.suppliers or not figure.recipients or len(sellers) != 1:
        return figure
    (suppliers,) = sellers
    if set(suppliers) & set(figure.recipients):
        return figure
    return figure._replace(
        suppliers=suppliers,
        supplier=suppliers[0] if len(suppliers) == 1 else None,
        rules=(*figure.rules, "P-SAME-SYSTEM"),
    )


def _complete(figure: Figure, pair: Pair, *, is_topic: bool) -> Figure:
    suppliers, recipients = pair
    lacking = not figure.suppliers or not figure.recipients
    named = set(figure.named) | set(figure.suppliers) | set(figure.recipients)
    is_open = bool(figure.suppliers or figure.recipients) or bool(
        {"P-CONTENTS", "P-PRONOUN", "P-GIVE", "P-AID", "P-DEAL", "R-COPRODUCTION"} & set(figure.rules)
    )
    is_open = is_open or figure.kind == "money" or (is_topic and "P-GET" in figure.rules)
    if figure.role != "transfer" or not lacking or not is_open or not named <= {*suppliers, *recipients}:
        return figure
    if (
        {"P-OTHERS", "L-WHOLE", "P-INTERPOSED"} & set(figure.rules)
        or (figure.kind == "money" and not figure.in_scope)
        or figure.level == "exporter_total"
    ):
        return figure
    if (figure.suppliers and figure.suppliers != suppliers) or (figure.recipients and figure.recipients != recipients):
        return figure
    return figure._replace(
        suppliers=suppliers, recipients=recipients, supplier=suppliers[0], recipient=recipients[0], in_scope=True, rules=(*figure.rules, "P-TEXT-PAIR")
    )  # fmt: skip
