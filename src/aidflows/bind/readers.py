"""Reads one verb or noun of giving or getting: who stands where beside it, by preposition, case and order."""

from __future__ import annotations

import re

from aidflows.bind.sentence import COORDINATE, Actor, Sentence
from aidflows.bind.wording import (
    AGENTS,
    ATTITUDE,
    EXPORT_OF,
    NO_OBJECT,
    ORDERED_FROM,
    ORDERS,
    PASSIVE,
    PAY,
    SHARED,
    SIGNED,
    US_PROGRAMMES,
    WENT_TO,
)
from aidflows.records import Cue

GIVING, GETTING = ("give", "noun_give"), ("get", "noun_get")
Pair = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def _is_joined(sentence: Sentence, left: Actor, right: Actor) -> bool:
    """True of `Israel and Türkiye`; not of `by Russia, and Belgrade paid`, whose marks differ."""
    return left.mark == right.mark and bool(COORDINATE.fullmatch(sentence.text[left.end : right.start]))


def group(sentence: Sentence, actor: Actor) -> tuple[Actor, ...]:
    """Return the actor with those coordinated with it (`Israel, Türkiye and Russia`), one per code."""
    actors = list(sentence.actors)
    at = actors.index(actor)
    low = high = at
    while low > 0 and _is_joined(sentence, actors[low - 1], actors[low]):
        low -= 1
    while high + 1 < len(actors) and _is_joined(sentence, actors[high], actors[high + 1]):
        high += 1
    out: dict[str, Actor] = {}
    for one in actors[low : high + 1]:
        out.setdefault(one.code, one)
    return tuple(out.values())


def _marked(sentence: Sentence, marks: tuple[str, ...], near: int, *, after: bool) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.mark in marks and (a.start >= near if after else a.end <= near)]
    if after and "FROM" in marks:  # `a sale, an order from Kuwait`: from belongs to the noun nearest before it
        rivals = [c.start for c in sentence.kinds(*GIVING, *GETTING) if c.start > near]
        pool = [a for a in pool if not any(near < r < a.start for r in rivals)]
    if not pool:
        return ()
    return group(sentence, pool[0] if after else pool[-1])


def _subject(sentence: Sentence, cue: Cue, taken: set[str] | None = None) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.end <= cue.start and a.mark in ("", "GEN") and a.code not in (taken or ())]
    plain = [a for a in pool if a.mark == ""]
    for actor in reversed(sentence.actors):  # `a protocol for Türkiye to supply radios`
        if actor.end <= cue.start and actor.mark == "TO" and sentence.text[actor.end : cue.start].strip() == "to":
            return (actor,)
    gerund = sentence.text[cue.start : cue.end].endswith("ing")  # `Russia helped Armenia by providing ...`
    pick = [] if not pool else (plain or pool)[:1] if gerund else (plain or pool)[-1:]
    return group(sentence, pick[0]) if pick else ()


def _nearest_source(sentence: Sentence, focus: int) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.mark == "FROM"]
    return group(sentence, min(pool, key=lambda a: _reach(sentence, a, focus))) if pool else ()


def _reach(sentence: Sentence, actor: Actor, focus: int) -> int:
    """How far an actor stands from the figure; behind it is nearer, another clause further off than any distance."""
    gap = sentence.text[min(actor.end, focus) : max(actor.start, focus)]
    return (len(gap) if actor.start < focus else len(gap) // 3) + (1000 if ";" in gap else 0)


def _is_passive(sentence: Sentence, cue: Cue) -> bool:
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    tail = sentence.text[cue.end : cue.end + 40]
    return (
        bool(PASSIVE.search(head))
        or bool(re.match(r"\s+(?:\w+\s+){0,3}by\s", tail))
        or bool(re.match(r"\s+to\s+\w+\s+by\s", tail))
        or bool(_may_be_passive(sentence, cue) and re.match(rf"\s+(?:\w+\s+){{0,2}}{AGENTS[sentence.language]}", tail))
    )


PARTICIPLE = {
    "es": re.compile(r"[ai]d[oa]s?$"), "fr": re.compile(r"(?:ée?s?|ise?s?|i|ue?s?|te?s?)$"), "it": re.compile(r"t[oaie]$"), "pl": re.compile(r"(?:ne|no|ny|nych|te|to|tych)$"),
    "sv": re.compile(r"s$"), "de": re.compile(r"(?:^|\b|über|aus|ab|zu)ge\w+(?:t|en)$"),
}  # fmt: skip
ACTIVE = re.compile(r"(?:ha|han|había|habían|hanno|aveva|a|ont|avait|avaient|aura|hat|haben|hatte)\s")


def _may_be_passive(sentence: Sentence, cue: Cue) -> bool:
    """True of a bare participle: `donati da`, `köpts av`; not of `ha ricevuto da`, `comprerà da`, `köper av`."""
    word = sentence.text[cue.start : cue.end]
    shape = PARTICIPLE.get(sentence.language)
    return bool(shape and shape.search(word) and not ACTIVE.match(word))


def read_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a verb of giving."""
    to = _marked(sentence, ("TO",), cue.end, after=True) or _marked(sentence, ("TO",), cue.start, after=False)
    dative = [
        a
        for a in sentence.actors
        if a.start >= cue.end
        and "that" not in sentence.text[cue.end : a.start]
        and a.mark in ("", "GEN")
        and len(sentence.text[cue.end : a.start].split()) <= 1
        and a.start - cue.end < 16
    ]
    told = sentence.text[cue.start : cue.end].lower().startswith(NO_OBJECT)  # `notified Congress of a sale to Taiwan`
    if dative and sentence.language in ("en", "de", "sv") and not told and not _is_passive(sentence, cue):
        to = group(sentence, dative[0])
    if SHARED.match(sentence.text, cue.start):  # `to be shared by the Philippines and Indonesia`: they get it
        return (), _marked(sentence, ("BY", "BETWEEN", "IN"), cue.end, after=True)
    if _is_passive(sentence, cue):
        by = _marked(sentence, ("BY", "FROM"), cue.end, after=True) or _marked(
            sentence, ("BY", "FROM"), cue.start, after=False
        )
        return by, to
    if sentence.text[cue.start : cue.end].lower().startswith("shar"):
        to = _marked(sentence, ("WITH",), cue.end, after=True) or to
    if dative and sentence.language in ("de", "sv") and not _subject(sentence, cue):  # the verb comes second
        rest = tuple(a for a in sentence.actors if a.start >= dative[0].end and a.mark in ("", "TO"))
        return (dative[0],), _marked(sentence, ("TO",), cue.end, after=True) or rest[:1]
    subject = _subject(sentence, cue, {a.code for a in to}) or _marked(sentence, ("BY", "FROM"), cue.end, after=True)
    if not subject and dative and dative[0] not in to:
        subject = (dative[0],)  # `¿Qué vende España a ...?`
    return tuple(a for a in subject if a not in to), to


def read_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a verb of getting."""
    source = _nearest_source(sentence, focus)
    if ORDERED_FROM.match(sentence.text, cue.end):  # `Saab received an order from Poland`: who gets an order sells
        return tuple(a for a in _subject(sentence, cue) if a not in source), source
    partner = _marked(sentence, ("WITH",), cue.end, after=True)
    if partner and SIGNED.match(sentence.text, cue.start):
        return _with(sentence, _subject(sentence, cue), partner)
    if _is_passive(sentence, cue):
        return source, _marked(sentence, ("BY", "TO"), cue.end, after=True)
    subject = tuple(a for a in _subject(sentence, cue) or _inverted(sentence, cue) if a not in source)
    if PAY.match(sentence.text, cue.start):  # `Serbia paid Russia $230 million`: who is paid sells
        paid = [a for a in sentence.actors if a.start >= cue.end and a.start - cue.end < 14 and a.mark in ("", "GEN")]
        paid = paid or list(_marked(sentence, ("TO",), cue.end, after=True))[:1]  # `paid $468 million to Thales`
        source = (paid[0],) if paid and not source else source
        subject = tuple(a for a in subject if a not in source)
    after = _marked(sentence, ("TO",), cue.end, after=True)
    if sentence.language in ("fr", "es", "it") and not source and after and _follows_a(sentence, after[0]):
        return after, tuple(a for a in subject if a not in after)  # `compró a Estados Unidos`, `commandé à Dassault`
    if sentence.language in ("sv", "de") and not source:  # `köper av Sverige`, `erhält von Deutschland`
        source = _marked(sentence, ("BY",), cue.end, after=True)
    if sentence.language in ("es", "fr") and not source:  # `recibirá de Estados Unidos`
        source = tuple(a for a in sentence.actors if a.mark == "OF" and 0 <= a.start - cue.end <= 9)[:1]
        subject = tuple(a for a in subject if a not in source)
    if sentence.language in ("pl", "ru", "uk", "de") and not source:  # `zamówiła w Korei`, `купила в Україні`
        source = _marked(sentence, ("IN",), cue.end, after=True)
    given = {a.code for a in after} - {a.code for a in subject}
    if given and subject and cue.value[0] != "delivered" and not source and _is_for(sentence, after[0]):
        return subject, after  # `Canada buys a battery for Ukraine`
    return source, tuple(a for a in subject if a not in source)


def _inverted(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`Samtidigt köper Ungern fyra Gripen`: the subject right behind the verb."""
    if sentence.language == "en":
        return ()
    return tuple(a for a in sentence.actors if a.mark == "" and 0 < a.start - cue.end <= 5 and a.kind != "demonym")[:1]


def _follows_a(sentence: Sentence, actor: Actor) -> bool:
    return bool(
        re.search(
            r"(?:\bà|\bau|\baux|\ba|\bal|\balla|\ball[’']|\bai|\bagli)\s*(?:la\s+|los\s+|las\s+|les\s+|l[’'])?$",
            sentence.text[max(0, actor.start - 12) : actor.start],
        )
    )


def _is_for(sentence: Sentence, actor: Actor) -> bool:
    """True of `for Ukraine`; `for Israeli weapons` names what is bought."""
    return actor.kind != "demonym" and bool(
        re.search(
            r"\b(?:for|für|pour|para|per|för|dla|для)\s+(?:the\s+|die\s+|l[’']|la\s+)?$",
            sentence.text[max(0, actor.start - 12) : actor.start],
        )
    )


def _owner(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who stands directly before the noun: `Turkish arms exports`, `Azerbaijan's purchases`."""
    pool = [a for a in sentence.actors if a.end <= cue.start and cue.start - a.end <= 28]
    if pool and any(pool[-1].end <= c.start < cue.start for c in sentence.kinds("give", "get")):
        return ()  # `Denmark announced a package`: a verb stands between
    if pool and pool[-1].mark in ("", "GEN", "OF", "BY") and "," not in sentence.text[pool[-1].end : cue.start]:
        return group(sentence, pool[-1]) if pool[-1].mark != "OF" else ()
    return ()


def read_noun_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a noun of giving (`aid`, `sale`)."""
    to = _marked(sentence, ("TO",), cue.end, after=True)
    if not to and sentence.language == "tr":  # the verb comes last
        to = _marked(sentence, ("TO",), cue.start, after=False)
    if sentence.text[cue.start : cue.end] in US_PROGRAMMES:
        label = tuple(a for a in sentence.actors if sentence.text[a.end : a.end + 1] == ":")[:1]
        whose = US_PROGRAMMES[sentence.text[cue.start : cue.end]]
        ours = (Actor(cue.start, cue.end, whose, "country", "", "TO"),) if whose else ()
        getting = ours or to or label or _marked(sentence, ("TO",), cue.start, after=False) or _owner(sentence, cue)
        return (_programme(cue),), tuple(a for a in getting if a.code != "USA")
    if "Foreign Military Sale" in sentence.text[cue.start : cue.end]:
        return (_programme(cue),), to or _marked(sentence, ("TO",), cue.start, after=False)
    owner = _owner(sentence, cue)
    if len(owner) == 1 and owner[0].kind == "country" and owner[0].mark == "" and owner[0].end - owner[0].start > 4:
        to, owner = (
            to or owner,
            (),
        )  # `the Ukraine aid package`: a country's name before the noun gets, an adjective gives
    source = _marked(sentence, ("FROM",), cue.end, after=True)
    if owner and source and not to:  # `Hungary's lease of 14 fighters from Sweden`
        return source, tuple(a for a in owner if a not in source)
    giver = owner or _marked(sentence, ("BY", "FROM"), cue.end, after=True)
    if not giver and to:  # `Военная помощь США Израилю`, `l'aide des États-Unis à Israël`
        giver = tuple(
            a for a in sentence.actors if 0 <= a.start - cue.end <= 10 and a.mark in ("OF", "GEN", "") and a not in to
        )[:1]
    if not giver and EXPORT_OF.fullmatch(sentence.text, cue.start, cue.end):  # `exports of Turkish defence firms`
        giver = tuple(
            a for a in sentence.actors if 0 <= a.start - cue.end <= 8 and a.mark in ("OF", "GEN", "") and a not in to
        )[:1]
    if not giver and not sentence.kinds("get"):
        giver = _subject(sentence, cue)
        partner = [a for a in sentence.actors if a.mark == "WITH"]
        if giver and partner and not to and SIGNED.search(sentence.text, giver[-1].end, partner[0].start):
            return _with(
                sentence, giver, group(sentence, partner[0])
            )  # `Iraq signed it with Russia as part of a package`
        if giver and ATTITUDE.search(sentence.text, giver[-1].end, cue.start):
            giver = ()
    return tuple(a for a in giver if a not in to), to


def _programme(cue: Cue) -> Actor:
    return Actor(cue.start, cue.end, "USA", "country", "", "")


def read_noun_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a noun of getting (`contract`, `order`)."""
    word = sentence.text[cue.start : cue.end].lower()
    source = _marked(sentence, ("FROM",), cue.end, after=True)
    if not source and sentence.language == "tr":  # the verb comes last
        source = _marked(sentence, ("FROM",), cue.start, after=False)
    if not source and sentence.language in (
        "fr",
        "es",
        "it",
    ):  # `commandes à la France`, `la compra de 16 cazas a Saab`
        source = tuple(a for a in _marked(sentence, ("TO",), cue.end, after=True) if _follows_a(sentence, a))
    owner = _owner(sentence, cue) or _subject(sentence, cue)
    other = _marked(sentence, ("WITH",), cue.end, after=True)
    if not other and sentence.language != "en":
        other = _marked(sentence, ("WITH",), cue.start, after=False)
    if not source and other:
        return _with(sentence, owner, other)
    went = WENT_TO.search(sentence.text, cue.end, min(sentence.end, cue.end + 90))
    winner = [a for a in sentence.actors if went and a.start >= went.end() - 1 and a.mark == "TO"]
    if winner and not source:  # `a contract worth A$50 billion that went to France`
        return group(sentence, winner[0]), tuple(a for a in owner if a.code != winner[0].code)
    if source and (
        word.startswith("order") or (ORDERS.match(word) and owner and all(a.kind == "company" for a in owner))
    ):
        return tuple(a for a in owner if a not in source), source
    if owner and not source and all(a.kind == "company" for a in owner):
        return owner, ()  # a firm's contract is one that it sells under
    return source, tuple(a for a in owner if a not in source)


def _with(sentence: Sentence, owner: tuple[Actor, ...], other: tuple[Actor, ...]) -> Pair:
    """A contract with somebody: a firm sells, and otherwise who signs buys."""
    if not owner and not any(a.kind == "company" for a in other):
        return (), other
    firm = any(a.kind == "company" for a in owner) and not any(a.kind == "company" for a in other)
    return (owner, other) if firm else (other, tuple(a for a in owner if a not in other))
