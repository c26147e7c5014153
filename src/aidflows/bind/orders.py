"""Reads who receives an order: it sells, and who orders stands before or behind the order."""

from __future__ import annotations

import re

from aidflows.bind.places import Pair, group, marked, subject_of
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import ORDERED_BY, ORDERED_FROM, SIGNED, WINS, WON
from aidflows.records import Actor, Cue

# `hat von der Ukraine einen Auftrag über Munition erhalten`: the verb comes last
ORDER_BEFORE = re.compile(r"\b(?:Auftrag|Aufträge|Bestellung|Bestellungen|[A-Z]\w+auftrag)\b")
# `orders for 4 radars came from Mali`: from whom orders come, buys
ORDERS_CAME = re.compile(r"\b(?:[Oo]rders?|[Cc]ontracts?|[Bb]ookings)\s(?:[^.;,]{0,60}\s)?\Z")
SIPARIS = ("siparişi ", "sipariş ", "siparişini ", "sözleşme ", "sözleşmesi ", "sözleşmesini ")


def order_received(sentence: Sentence, cue: Cue, source: tuple[Actor, ...]) -> Pair | None:
    """`Saab received an order from Poland`: who gets an order sells."""
    if (turkish := _ordered_of(sentence, cue)) and not source:
        return turkish, tuple(a for a in subject_of(sentence, cue) if a not in turkish)
    head = max(sentence.start, cue.start - 140)
    if sentence.text.endswith(" from", cue.start, cue.end) and ORDERS_CAME.search(sentence.text, head, cue.start):
        return (), source or marked(sentence, ("", "GEN"), cue.end, after=True)
    is_before = sentence.language == "de" and ORDER_BEFORE.search(sentence.text, head, cue.start) is not None
    is_before = is_before or (sentence.language == "tr" and sentence.text.endswith(SIPARIS, head, cue.start))
    is_ordered = any(p.match(sentence.text, cue.end) for p in (ORDERED_FROM, ORDERED_BY))
    is_ordered = is_ordered and not SIGNED.match(
        sentence.text, cue.start
    )  # `podpisała z Francją kontrakt`: who signs buys
    is_won = WINS.match(sentence.text, cue.start) is not None and _is_order(sentence, cue)
    if not is_before and not is_ordered and not is_won:
        return None if source else _built_for(sentence, cue)
    buyer = source or (marked(sentence, ("BY",), cue.start, after=False) if is_before else ())
    near = tuple(a for a in sentence.actors if a.mark in ("OF", "GEN") and 0 < a.start - cue.end <= 34)[:1]
    if is_won and not near:  # `won the Dutch tender`, `a remporté le marché aux Pays-Bas`, `won a contract from Mali`
        near = _buyer_behind(sentence, cue)
    return tuple(a for a in subject_of(sentence, cue) if a not in buyer), buyer or near


ORDERS = ("sipariş e", "sipariş v", "siparişi", "ısmarla")


def _ordered_of(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`Norveç firmasına 12 obüs sipariş etti`: a Turkish order goes to who sells."""
    is_order = sentence.language == "tr" and cue.value[0] == "ordered" and sentence.text.startswith(ORDERS, cue.start)
    return marked(sentence, ("TO",), cue.start, after=False) if is_order else ()


def _built_for(sentence: Sentence, cue: Cue) -> Pair | None:
    """`Navantia received 154 million to build corvettes for Oman`: a firm that gets something for a state sells to it."""
    subjects, to = subject_of(sentence, cue), marked(sentence, ("TO",), cue.end, after=True)
    is_firm = bool(subjects) and all(a.kind == "company" for a in subjects)
    return (subjects, to) if is_firm and to and not any(a.kind == "company" for a in to) else None


def _buyer_behind(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return for whom an order won is, else the first party named behind it."""
    behind = [a for a in sentence.actors if 0 < a.start - cue.end <= 160 and a.mark not in ("WITH", "AGAINST", "IN")]
    first = next((a for a in behind if a.mark == "TO"), behind[0] if behind else None)
    return group(sentence, first) if first else ()


def _is_order(sentence: Sentence, cue: Cue) -> bool:
    """True of an order or tender behind the verb, and of whatever a firm is awarded."""
    subjects = subject_of(sentence, cue)
    is_firm = bool(subjects) and all(a.kind == "company" for a in subjects)
    return WON.match(sentence.text, cue.end) is not None or is_firm


def into(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`ha esportato in Marocco`, `экспортировала в Марокко`: no ending tells whither from where."""
    if sentence.language not in ("it", "ru", "uk") or not SENT.match(sentence.text, cue.start):
        return ()
    near = marked(sentence, ("IN",), cue.end, after=True)
    return tuple(a for a in near if a.start - cue.end <= 30)[:1]


SENT = re.compile(
    r"(?:ha\s|hanno\s|был[аио]?\s|були\s)?(?:esport|invi|sped|экспорт|отправ|постав|експорт|відправ)", re.IGNORECASE
)
