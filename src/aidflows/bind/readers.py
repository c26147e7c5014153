"""Reads one verb of giving or getting: who stands where beside it, by preposition, case and order."""

from __future__ import annotations

import re

from aidflows.bind.adjectives import seller_of_thing
from aidflows.bind.beneficiaries import bought_for, for_whom
from aidflows.bind.german import before_verb, verb_second
from aidflows.bind.orders import into, order_received
from aidflows.bind.paying import PAY, find_debtor, is_into_fund, paid, paid_as_gift
from aidflows.bind.places import Pair, group, is_for, marked, nearest_source, subject_of, with_partners
from aidflows.bind.sellers import (
    approver,
    asked_of,
    asked_to_give,
    made_by,
    named_before,
    own_place,
    read_bought,
    source_elsewhere,
    told_of,
)
from aidflows.bind.sentence import Sentence
from aidflows.bind.voice import is_passive
from aidflows.bind.wording import NO_OBJECT, OWN_SIDE, PRONOUN_SIGNS, SHARED, SIGNED
from aidflows.records import Actor, Cue


def read_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a verb of giving."""
    dative = _right_behind(sentence, cue)
    to = _getters(sentence, cue, dative)
    pair = before_verb(sentence, cue) if sentence.language == "de" and not to else None
    if pair is not None:
        return pair
    asked = asked_to_give(sentence, cue) or told_of(sentence, cue)
    if asked is not None:
        return asked[0], to or asked[1]
    if SHARED.match(sentence.text, cue.start):  # `to be shared by the Philippines and Indonesia`: they get it
        return (), marked(sentence, ("BY", "BETWEEN", "IN"), cue.end, after=True)
    if is_passive(sentence, cue):
        by = _agents(sentence, cue)
        if by and not to:  # `Ukraine has been given 10 tanks by Sweden`
            to = tuple(a for a in subject_of(sentence, cue) if a.code not in {b.code for b in by})
        return by, to
    if sentence.text[cue.start : cue.end].lower().startswith("shar"):
        to = marked(sentence, ("WITH",), cue.end, after=True) or to
    if dative and sentence.language in ("de", "sv") and not subject_of(sentence, cue):
        return verb_second(sentence, cue, dative[0])
    to = _without_giver(sentence, cue, to)
    subjects = subject_of(sentence, cue, {a.code for a in to}) or tuple(
        a
        for a in marked(sentence, ("BY", "FROM"), cue.end, after=True)
        if not _pays(sentence, a) and (a.mark == "BY" or ";" not in sentence.text[cue.end : a.start])
    )
    if not subjects and dative and dative[0] not in to:
        subjects = (dative[0],)  # `¿Qué vende España a ...?`
    source = subjects or marked(sentence, ("FROM",), cue.start, after=False)  # `aus Norwegen gingen`
    return with_partners(sentence, tuple(a for a in source if a not in to), cue), to


def _getters(sentence: Sentence, cue: Cue, dative: list[Actor]) -> tuple[Actor, ...]:
    """Return who gets by a verb of giving: behind `to`, right behind the verb, or as the sentence says otherwise."""
    to = marked(sentence, ("TO",), cue.end, after=True)
    if to and _is_of_next(sentence, cue, to[0]):
        to = ()
    to = to or marked(sentence, ("TO",), cue.start, after=False)
    told = sentence.text[cue.start : cue.end].lower().startswith(NO_OBJECT)  # `notified Congress of a sale to Taiwan`
    if dative and sentence.language in ("en", "de", "sv") and not told and not is_passive(sentence, cue):
        to = group(sentence, dative[0])
    to = (
        _to_whom(sentence, cue)
        or to
        or into(sentence, cue)
        or _agreed_with(sentence, cue)
        or find_debtor(sentence, cue)
    )
    return to or _supported(sentence, cue)


def _supported(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`İsveç, Estonya'yı destekliyor`: who is supported or equipped stands in the accusative, before the verb."""
    return marked(sentence, ("OBJ",), cue.start, after=False) if sentence.language == "tr" else ()


AND_SUM = re.compile(r"(?:,|;)\s(?:and\s)?[^,;]{0,40}\d")


def _is_of_next(sentence: Sentence, cue: Cue, actor: Actor) -> bool:
    """True of Egypt in `5 million shall be available for guns, and 9 million shall be available for Egypt`: of the second verb."""
    between = [c for c in sentence.kinds("give") if cue.end < c.start < actor.start]
    return bool(between) and AND_SUM.search(sentence.text, cue.end, between[-1].start) is not None


NEXT_TO = re.compile(
    r"\s(?:[A-Z][\w-]+\s|government\s|ministry\s){0,3}(?:(?:has|have|had|will|would|also|is|to)\s){0,3}"
)


def _without_giver(sentence: Sentence, cue: Cue, to: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """`China provides 3 million for the China-Mali bridge`: who stands right before the verb does not give to itself."""
    own = next((a for a in reversed(sentence.actors) if a.end <= cue.start), None)
    if own is None or not to or own.mark or own.code not in {a.code for a in to} or to[0].start < cue.end:
        return to
    if not NEXT_TO.fullmatch(sentence.text, own.end, cue.start):
        return to
    others = [a for a in sentence.actors if a.code != own.code and _is_hyphened(sentence.text, to[0], a)]
    return tuple(a for a in to if a.code != own.code) or tuple(others[:1])


def _is_hyphened(text: str, one: Actor, other: Actor) -> bool:
    low, high = sorted((one, other), key=lambda a: a.start)
    return text[low.end : high.start] in ("-", "–", "-, ")


def _right_behind(sentence: Sentence, cue: Cue) -> list[Actor]:
    """Return who stands right behind a verb, an article at most between: `gave Ukraine 10 tanks`, `gab Schweden`."""
    return [
        a
        for a in sentence.actors
        if a.start >= cue.end
        and a.mark in ("", "GEN")
        and a.start - cue.end < 16
        and len((gap := sentence.text[cue.end : a.start]).split()) <= 1
        and "that" not in gap
        and "," not in gap
        and not any(c.isdigit() for c in gap)  # `transferred 12 KADDB vehicles`
    ]


def _agents(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return by whom: behind the verb, before it, or in the instrumental (`поставлены Швецией`)."""
    marks = ("BY", "FROM")
    by = marked(sentence, marks, cue.end, after=True) or marked(sentence, marks, cue.start, after=False)
    if not by and sentence.language in ("ru", "uk"):
        return marked(sentence, ("WITH",), cue.end, after=True)
    return by


def _agreed_with(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`Sweden agreed with Hungary to sell four jets`: who one agrees with gets."""
    near = tuple(a for a in sentence.actors if a.mark == "WITH" and a.end <= cue.start)[-1:]
    is_agreed = near and AGREED.search(sentence.text, max(sentence.start, near[0].start - 60), near[0].start)
    return near if is_agreed else ()


# `Riad, país al que Navantia vendió cinco corbetas`: who is spoken of right before gets
TO_WHOM = re.compile(
    r"(?:\s\([^()]{1,40}\))?,\s(?:[^\W\d_]+\s)?(?:cui|al\sque|a\sla\sque|to\s(?:which|whom)|à\s(?:qui|laquelle)|auquel|an\s(?:das|die|den)|a\scui|al\squale|alla\squale|till\svilke[nt]|któremu|której|которому|которой|якому|якій)\s"
)


def _to_whom(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    near = [a for a in sentence.actors if a.end <= cue.start and cue.start - a.end < 60]
    to = tuple(a for a in near if TO_WHOM.match(sentence.text, a.end))[-1:]
    # `Mogadishu, which the Soviets had armed`: who acts stands behind the pronoun
    acted = near[-2:-1] if len(near) > 1 and sentence.language == "en" else []
    return to or tuple(a for a in acted if WHICH.fullmatch(sentence.text, a.end, near[-1].start))


WHICH = re.compile(r",\s(?:which|whom|that)\s(?:the\s)?")


AGREED = re.compile(
    r"\b(?:agreed|signed|contracted|concluded|settled|in\s(?:\w+\s)?talks|negotiat\w+|discuss\w+|haggling)\s(?:(?:an?|the|its|new)\s)?(?:[\w-]+\s){0,2}with\s(?:the\s)?\Z"
    r"|\b(?:negoci[aóo]\w*|verhandel\w+|négoci\w+|tratta\w*|förhandla\w*|negocj\w+|переговор\w+)\s(?:[^\W\d_]+\s)?(?:con|mit|avec|med|z|ze|с|з|із)\s(?:la\s|el\s|il\s|l['’]|le\s|les\s|der\s)?\Z"
)


def _pays(sentence: Sentence, actor: Actor) -> bool:
    """True of `dont douze financés par le Danemark`: who pays does not supply."""
    return PAID_BY.search(sentence.text, max(sentence.start, actor.start - 30), actor.start) is not None


PAID_BY = re.compile(
    r"\b(?:financ\w+|funded|paid\sfor|payés?|payées?|bezahlt|finanziert|pagad\w+|pagat\w+|finansowan\w+|opłacon\w+|финансир\w+|оплачен\w+)\s+(?:by|par|von|por|da|dal|dalla|przez)?\s*(?:the\s|le\s|la\s|l['’]|die\s|el\s)?\Z"
)


# passives whose subject gets: `Niamey was given`, `has been promised`
GIVEN_TO = re.compile(
    r"s['’]est\s(?:vue?|fait)|se\s(?:voi(?:t|ent)|voyait|verr\w+|vit|sont\svus?|fait)|si\s(?:ved\w+|è\svist[oa]|sono\svisti|vide)|given|reimbursed|compensated|allotted|(?:was|were|been|being)\s"
)


def _tells_of_thing(sentence: Sentence, cue: Cue, focus: int) -> bool:
    """True of `40 missiles were handed to Mali`, `another 40 million was promised`: the thing is the subject, and who gets comes behind."""
    if marked(sentence, ("TO",), cue.end, after=True):
        return True
    return focus < cue.start and not any(focus < a.start < cue.start for a in sentence.actors)


def read_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a verb of getting."""
    source = own_place(sentence, cue, nearest_source(sentence, focus))
    if order := order_received(sentence, cue, source):
        return order
    is_given = GIVEN_TO.search(sentence.text, cue.start, cue.end) is not None
    if is_given and _tells_of_thing(sentence, cue, focus):
        return read_give(sentence, cue, focus)
    if is_given:  # `Niamey was given two C-130s by the Americans`
        source = source or marked(sentence, ("BY",), cue.end, after=True)
    partner = marked(sentence, ("WITH",), cue.end, after=True)
    if partner and SIGNED.match(sentence.text, cue.start):
        owner = subject_of(sentence, cue)
        return (partner, ()) if not owner and _signs(sentence, cue) else with_partner(sentence, owner, partner)
    if is_passive(sentence, cue) and not is_given:
        return _read_passive(sentence, cue, focus, source)
    # `asked Washington for 40 jets`, `turned to Seoul, from which it bought 40`, `Under a deal with Seoul, Lima will get 40`
    source = source or asked_of(sentence, cue) or _agreed_with(sentence, cue) or named_before(sentence, cue)
    subjects = tuple(a for a in subject_of(sentence, cue) or _inverted(sentence, cue) if a not in source)
    if is_into_fund(sentence, cue):
        return subjects, marked(sentence, ("TO",), cue.start, after=sentence.language != "tr")
    firms = tuple(a for a in subjects if a.kind == "company")
    if firms and not source and SIGNED.match(sentence.text, cue.start):
        return firms, tuple(a for a in subjects if a.kind != "company")  # `Saab and Poland signed`; a firm alone sells
    if PAY.match(sentence.text, cue.start):  # `Serbia paid Russia $230 million`: who is paid sells
        if gift := paid_as_gift(sentence, cue):
            return subjects, gift
        source = paid(sentence, cue, source)
        subjects = tuple(a for a in subjects if a not in source)
    after = marked(sentence, ("TO",), cue.end, after=True)
    source = source or source_elsewhere(sentence, cue, after) or approver(sentence, cue, subjects)
    source = source or made_by(sentence, focus)
    whose = after or marked(sentence, ("TO",), cue.start, after=False)
    if not subjects and whose and sentence.language not in ("tr", "ru", "uk", "pl") and is_for(sentence, whose[0]):
        subjects = whose  # `das Bundesamt hat für die Bundeswehr 35 Chinook bestellt`
    source = source or seller_of_thing(sentence, focus, subjects)
    subjects = with_partners(sentence, tuple(a for a in subjects if a not in source), cue)
    if cue.value[0] == "delivered" and _are_firms(subjects) and source and not _are_firms(source):
        return subjects, source  # a firm receives no arms from a state: it is paid for them
    if subjects and (heirs := _passed_on(sentence, cue)):
        return subjects, heirs
    return bought_for(sentence, cue, (source, subjects), after or for_whom(sentence, cue))


def _read_passive(sentence: Sentence, cue: Cue, focus: int, source: tuple[Actor, ...]) -> Pair:
    """Return who gives and who gets by a passive verb of getting; whose thing is bought sells it where nobody else is named."""
    sold, bought = read_bought(sentence, cue, source)
    made = seller_of_thing(sentence, focus, bought or sold)
    if made and sold and not bought and sentence.language == "it":
        return made, sold  # `dodici obici norvegesi sono stati ordinati dal Mali`: `da` is by whom
    return sold or made, bought


def _signs(sentence: Sentence, cue: Cue) -> bool:
    """True of `it signed with Italy` and `the ministry signed with Italy`: who signs is not named, and buys of its partner."""
    is_pronoun = PRONOUN_SIGNS.search(sentence.text, max(sentence.start, cue.start - 20), cue.start) is not None
    return is_pronoun or OWN_SIDE.search(sentence.text, sentence.start, cue.start) is not None


def _are_firms(actors: tuple[Actor, ...]) -> bool:
    return bool(actors) and all(a.kind == "company" for a in actors)


# `buy rockets and donate them to Ukraine`, `bought shells to give Ukraine`
PASSING = re.compile(r"\b(?:to|and|then|will)\s\Z")
OBJECTS = re.compile(r"\s(?:them|it|these|the\s(?:tanks|weapons|vehicles|equipment|ammunition|systems))\b|\s(?:to\s)?(?:the\s)?[A-Z]")  # fmt: skip


def _passed_on(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who gets at once what is bought: the buyer gives it on."""
    for verb in sentence.kinds("give"):
        if verb.start < cue.end or not PASSING.search(sentence.text, cue.end, verb.start):
            continue
        if OBJECTS.match(sentence.text, verb.end):
            near = _right_behind(sentence, verb) or list(marked(sentence, ("TO",), verb.end, after=True))
            return group(sentence, near[0]) if near and near[0].start - verb.end < 60 else ()
    return ()


def _inverted(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`Samtidigt köper Ungern fyra Gripen`: the subject right behind the verb."""
    if sentence.language == "en":
        return ()
    near = (a for a in sentence.actors if a.mark == "" and 0 < a.start - cue.end <= 5 and a.kind != "demonym")
    return next((group(sentence, a) for a in near), ())


def with_partner(sentence: Sentence, owner: tuple[Actor, ...], other: tuple[Actor, ...]) -> Pair:
    """A contract with somebody: a firm sells, and otherwise who signs buys."""
    if not owner and not any(a.kind == "company" or _owns_firm(sentence, a) for a in other):
        return (), other
    firm = any(a.kind == "company" for a in owner) and not any(a.kind == "company" for a in other)
    return (owner, other) if firm else (other, tuple(a for a in owner if a not in other))


def _owns_firm(sentence: Sentence, actor: Actor) -> bool:
    """True of `South Korea's Hanwha`, for which its country stands."""
    own = sentence.text.startswith(("'s ", "’s "), actor.end)
    return own and any(
        a.kind == "company" and a.start == actor.end + 3 and a.code == actor.code for a in sentence.actors
    )
