"""Who supplies whom: a verb or noun of giving or getting beside the figure, read with the marks of the actors."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aidflows.bind.sentence import COORDINATE, Actor, Sentence
from aidflows.records import Cue

PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got)\s+(?:(?:\w+ly|also|then|subsequently|not|now|so)\s+){0,2}$"
)
NOUN = re.compile(
    r"(?:\b(?:a|an|the|its|their|this|that|of|first|new|second|biggest|largest|major|big|military|arms|any|no)\s+(?:[\w$.,-]+\s+)?|\)\s*|\b(?:million|billion)[\s-])$"
)
NOUN_OR_VERB = frozenset(
    [
        "order",
        "purchase",
        "supply",
        "export",
        "transfer",
        "support",
        "grant",
        "ship",
        "deal",
        "contract",
        "orders",
        "purchases",
        "exports",
        "transfers",
        "pledge",
        "pledges",
    ]
)
WENT_TO = re.compile(r"\b(?:went|goes|gone|awarded|was given|fell|lost out) to\s")
SHARED = re.compile(r"shared (?:by|among|amongst|between|with)\s")
DEAL_BEFORE = re.compile(r"\b(?:deals?|contracts?|orders?|agreements?|packages?|sales?|purchases?)\s+$")
SUBJECT = re.compile(
    r"\b(?:it|they|he|she|we|which|who|that|and|has|have|had)\s+(?:also\s+)?$|[A-Z][\w'’]+\s+(?:also\s+|has\s+|have\s+)?$"
)
BREAK = re.compile(r";|\bwhile\b|\bwhereas\b|\bbut\b|: ")
GIVING, GETTING = ("give", "noun_give"), ("get", "noun_get")


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one figure and the cue that bound them."""

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    funders: tuple[Actor, ...] = ()
    cue: Cue | None = None
    rule: str = ""


def bind_parties(sentence: Sentence, start: int, end: int) -> Parties:
    """Return suppliers and recipients of the figure at text[start:end], as far as the sentence states them.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Azerbaijan purchased 12 launchers from Türkiye."
    >>> p = bind_parties(read_sentence(text, 0, len(text)), 21, 33)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['TUR'], ['AZE'], 'P-GET')
    """
    best = Parties()
    near = [c for c in sentence.kinds("contents") if c.end <= start]
    for cue in _ranked(sentence, start, end):
        found = _read_cue(sentence, cue, start)
        best = _merge(best, found, sentence)
        if best.suppliers and best.recipients:
            break
    if best.cue is None and near:  # the list of a package: the parties stand before it
        return Parties((), (), (), near[-1], "P-CONTENTS")
    return _finish(sentence, best, start)


def _ranked(sentence: Sentence, start: int, end: int) -> list[Cue]:
    scored = []
    for cue in sentence.kinds(*GIVING, *GETTING):
        word = sentence.text[cue.start : cue.end].lower()
        if (
            word in NOUN_OR_VERB
            and cue.kind in ("give", "get")
            and NOUN.search(sentence.text, max(sentence.start, cue.start - 40), cue.start)
        ):
            continue  # `a $370 million order`, `the supply of`: nouns, read as such
        if word.startswith("announc") and DEAL_BEFORE.search(
            sentence.text, max(sentence.start, cue.start - 24), cue.start
        ):
            continue  # `a deal announced in May` pledges nothing
        if _is_aside(sentence, cue, start, end):
            continue
        gap = sentence.text[cue.end : start] if cue.end <= start else sentence.text[end : cue.start]
        cost = len(gap) * (1.0 if cue.end <= start else 1.4)
        cost += 120 if BREAK.search(gap) else 0
        cost += 70 if cue.kind.startswith("noun") else 0
        scored.append((cost, cue.start, cue))
    return [cue for _, _, cue in sorted(scored, key=lambda s: s[:2])]


def _is_aside(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """True of a participle behind the figure that only says where a thing given came from: `28 guns purchased from a firm`."""
    if cue.kind != "get" or cue.start < end or not sentence.text[cue.start : cue.end].endswith(("ed", "ght")):
        return False
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    if PASSIVE.search(head) or SUBJECT.search(head):
        return False
    return any(c.end <= start and c.kind == "give" for c in sentence.cues)


def _merge(best: Parties, found: Parties, sentence: Sentence) -> Parties:
    if best.cue is None:
        return found
    taken = {a.code for a in best.suppliers + best.recipients}
    new_s = tuple(a for a in found.suppliers if a.code not in taken)
    new_r = tuple(a for a in found.recipients if a.code not in taken)
    cue = best.cue if best.cue.value[0] or not found.cue or not found.cue.value[0] else found.cue
    return replace(best, suppliers=best.suppliers or new_s, recipients=best.recipients or new_r, cue=cue)


def _is_joined(sentence: Sentence, left: Actor, right: Actor) -> bool:
    """True of `Israel and Türkiye`; not of `by Russia, and Belgrade paid`, whose marks differ."""
    return left.mark == right.mark and bool(COORDINATE.fullmatch(sentence.text[left.end : right.start]))


def _group(sentence: Sentence, actor: Actor) -> tuple[Actor, ...]:
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
    return _group(sentence, pool[0] if after else pool[-1])


def _subject(sentence: Sentence, cue: Cue, taken: set[str] | None = None) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.end <= cue.start and a.mark in ("", "GEN") and a.code not in (taken or ())]
    plain = [a for a in pool if a.mark == ""]
    for actor in reversed(sentence.actors):  # `a protocol for Türkiye to supply radios`
        if actor.end <= cue.start and actor.mark == "TO" and sentence.text[actor.end : cue.start].strip() == "to":
            return (actor,)
    gerund = sentence.text[cue.start : cue.end].endswith("ing")  # `Russia helped Armenia by providing ...`
    pick = [] if not pool else (plain or pool)[:1] if gerund else (plain or pool)[-1:]
    return _group(sentence, pick[0]) if pick else ()


def _read_cue(sentence: Sentence, cue: Cue, focus: int) -> Parties:
    readers = {"give": _read_give, "get": _read_get, "noun_give": _read_noun_give, "noun_get": _read_noun_get}
    suppliers, recipients = readers[cue.kind](sentence, cue, focus)
    gone = {a.code for a in recipients}
    if len(gone) < len({a.code for a in suppliers} | gone):
        suppliers = tuple(a for a in suppliers if a.code not in gone) or suppliers
    rule = {"give": "P-GIVE", "get": "P-GET", "noun_give": "P-AID", "noun_get": "P-DEAL"}[cue.kind]
    return Parties(suppliers, recipients, (), cue, rule)


def _nearest_source(sentence: Sentence, focus: int) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.mark == "FROM"]
    return _group(sentence, min(pool, key=lambda a: abs(a.start - focus))) if pool else ()


Pair = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def _is_passive(sentence: Sentence, cue: Cue) -> bool:
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    tail = sentence.text[cue.end : cue.end + 40]
    return (
        bool(PASSIVE.search(head))
        or bool(re.match(r"\s+(?:\w+\s+){0,3}by\s", tail))
        or bool(re.match(r"\s+to\s+\w+\s+by\s", tail))
    )


def _read_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
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
    if dative and sentence.language in ("en", "de", "sv") and not _is_passive(sentence, cue):
        to = _group(sentence, dative[0])
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


def _read_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    source = _nearest_source(sentence, focus)
    if _is_passive(sentence, cue):
        return source, _marked(sentence, ("BY", "TO"), cue.end, after=True)
    subject = tuple(a for a in _subject(sentence, cue) if a not in source)
    after = _marked(sentence, ("TO",), cue.end, after=True)
    if sentence.language in ("fr", "es", "it") and not source and after and _follows_a(sentence, after[0]):
        return after, tuple(a for a in subject if a not in after)  # `compró a Estados Unidos`, `commandé à Dassault`
    if sentence.language == "pl" and not source:  # `zamówiła w Korei`
        source = _marked(sentence, ("IN",), cue.end, after=True)
    given = {a.code for a in after} - {a.code for a in subject}
    if given and subject and cue.value[0] != "delivered" and not source and _is_for(sentence, after[0]):
        return subject, after  # `Canada buys a battery for Ukraine`
    return source, tuple(a for a in subject if a not in source)


def _follows_a(sentence: Sentence, actor: Actor) -> bool:
    return bool(
        re.search(
            r"(?:\bà|\bau|\baux|\ba|\bal|\balla|\ball[’']|\bai|\bagli)\s*(?:la\s+|los\s+|las\s+|les\s+|l[’'])?$",
            sentence.text[max(0, actor.start - 12) : actor.start],
        )
    )


def _is_for(sentence: Sentence, actor: Actor) -> bool:
    return bool(
        re.search(
            r"\b(?:for|für|pour|para|per|för|dla|для)\s+(?:the\s+|die\s+|l[’']|la\s+)?$",
            sentence.text[max(0, actor.start - 12) : actor.start],
        )
    )


def _owner(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who stands directly before the noun: `Turkish arms exports`, `Azerbaijan's purchases`."""
    pool = [a for a in sentence.actors if a.end <= cue.start and cue.start - a.end <= 28]
    if pool and pool[-1].mark in ("", "GEN", "OF", "BY") and "," not in sentence.text[pool[-1].end : cue.start]:
        return _group(sentence, pool[-1]) if pool[-1].mark != "OF" else ()
    return ()


def _read_noun_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    to = _marked(sentence, ("TO",), cue.end, after=True)
    if "Foreign Military Sale" in sentence.text[cue.start : cue.end]:
        return (Actor(cue.start, cue.end, "USA", "country", "", ""),), to
    owner = _owner(sentence, cue)
    if len(owner) == 1 and owner[0].kind == "country" and owner[0].mark == "" and owner[0].end - owner[0].start > 4:
        to, owner = (
            to or owner,
            (),
        )  # `the Ukraine aid package`: a country's name before the noun gets, an adjective gives
    giver = owner or _marked(sentence, ("BY", "FROM"), cue.end, after=True)
    if not giver and not sentence.kinds("get"):
        giver = _subject(sentence, cue)
    return tuple(a for a in giver if a not in to), to


def _read_noun_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    word = sentence.text[cue.start : cue.end].lower()
    source = _marked(sentence, ("FROM",), cue.end, after=True)
    if not source and sentence.language == "tr":  # the verb comes last
        source = _marked(sentence, ("FROM",), cue.start, after=False)
    owner = _owner(sentence, cue) or _subject(sentence, cue)
    other = _marked(sentence, ("WITH",), cue.end, after=True)
    if not other and sentence.language != "en":
        other = _marked(sentence, ("WITH",), cue.start, after=False)
    if not source and other:
        return _with(sentence, owner, other)
    went = WENT_TO.search(sentence.text, cue.end, min(sentence.end, cue.end + 90))
    winner = [a for a in sentence.actors if went and a.start >= went.end() - 1 and a.mark == "TO"]
    if winner and not source:  # `a contract worth A$50 billion that went to France`
        return _group(sentence, winner[0]), tuple(a for a in owner if a.code != winner[0].code)
    if word.startswith("order") and source:
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


def _called_recipient(sentence: Sentence, suppliers: set[str]) -> tuple[Actor, ...]:
    """`the largest recipient was Egypt`, `Saudi Arabia was the first customer`: who is called a recipient."""
    for cue in sentence.kinds("recipient_word"):
        named = [a for a in sentence.actors if a.mark == "" and a.code not in suppliers]
        if named:
            return _group(
                sentence, min(named, key=lambda a: a.start - cue.end if a.start >= cue.end else (cue.start - a.end) * 2)
            )
    return ()


def _finish(sentence: Sentence, parties: Parties, focus: int) -> Parties:
    """Fill what is missing from a firm (firms sell) and read who pays."""
    suppliers, recipients = parties.suppliers, parties.recipients
    taken = {a.code for a in recipients}
    if not suppliers:
        firms = [a for a in sentence.actors if a.kind in ("company", "programme") and a.code not in taken]
        if firms:
            suppliers = (min(firms, key=lambda a: abs(a.start - focus)),)
    recipients = recipients or _called_recipient(sentence, {a.code for a in suppliers})
    if suppliers and not recipients and parties.cue is not None and parties.cue.kind == "give":
        givers = {a.code for a in suppliers}
        others = {
            a.code: a for a in sentence.actors if a.code not in givers and a.mark not in ("IN", "AGAINST", "BY", "WITH")
        }
        if len(others) == 1:  # the only other party named
            recipients = tuple(others.values())
    funders: tuple[Actor, ...] = ()
    for cue in sentence.kinds("funder"):
        after = [a for a in sentence.actors if a.start >= cue.end]
        funders = _group(sentence, after[0]) if after else ()
    paying = {a.code for a in funders}
    if paying and {a.code for a in suppliers} <= paying and {a.code for a in sentence.actors} - paying:
        suppliers = tuple(a for a in suppliers if a.code not in paying)
    return replace(parties, suppliers=suppliers, recipients=recipients, funders=funders)
