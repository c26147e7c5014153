"""Finds who sells, where a verb of buying has no `from`: by the ways of other languages, or as the one who lets another buy."""

from __future__ import annotations

import re

from aidflows.bind.permission import find_letting
from aidflows.bind.places import Pair, group, marked, subject_of
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import BEHIND_A
from aidflows.records import Actor, Cue


def made_by(sentence: Sentence, focus: int) -> tuple[Actor, ...]:
    """`will get $1.2 billion of Australian kit`, `$3 million in U.S. aid`: whose things a sum is of."""
    near = [
        a
        for a in sentence.actors
        if a.mark in (("OF", "IN", "TO") if sentence.language == "de" else ("OF", "IN", "", "GEN"))
        and (a.kind == "demonym" or a.end - a.start <= 4)
        and 0 < a.start - focus < 50
    ]
    return tuple(near[:1]) if near and OF_SUM.fullmatch(sentence.text, focus, near[0].start) else ()


OF_SUM = re.compile(
    r"[^,;.]{0,8}\d[\d.,]*(?:\s\w+){0,3}?\s(?:worth\s)?(?:of|in|on|an|i)\s(?:new\s|more\s|additional\s|further\s|annual\s|neuer\s)?\Z"
    r"|[^,;.]{0,8}\d[\d.,]*(?:\s\w+){0,2}l[ıiuü]k\s\Z"
)


def asked_of(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`asked Washington for 40 jets`, `will appeal to Oslo for $3 million`: of whom a thing is asked."""
    if cue.kind != "get" or not ASKS.match(sentence.text, cue.start):
        return ()
    near = (a for a in sentence.actors if 0 < a.start - cue.end <= 24 and a.mark in ("", "TO", "OBJ", "GEN"))
    own = {a.code for a in subject_of(sentence, cue)}  # `the Pentagon asked Congress`
    is_told = sentence.language in ("fr", "es", "it")  # `a demandé à Washington 40 jets`
    asked = next((group(sentence, a) for a in near if a.code not in own), ())
    return asked if asked and (is_told or FOR.match(sentence.text, asked[-1].end)) else ()


# `had approached two yards to supply frigates`: who asks others to give, gets
ASKED_TO = re.compile(
    r"\b(?:approached|asked|asking|urged|urging|pressed|pressing|invited|persuaded|begged|called\son|calling\son|appealed\sto|lobbied|lobbying)\s(?P<whom>[^,;.]{3,60}?)\sto\s(?:\w+ly\s|help\s)?\Z"
)


def asked_to_give(sentence: Sentence, cue: Cue) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
    """Return who is asked to give, as far as named, and who asks; None where nobody asks."""
    if sentence.text.rfind(" to ", max(sentence.start, cue.start - 16), cue.start) < 0:
        return None
    asked = ASKED_TO.search(sentence.text, max(sentence.start, cue.start - 90), cue.start)
    if asked is None:
        return None
    asking = subject_of(sentence, cue._replace(start=asked.start(), end=asked.start() + 5))
    whom = tuple(a for a in sentence.actors if asked.start("whom") <= a.start < asked.end("whom"))[:1]
    return (whom, asking) if asking and not any(a in whom for a in asking) else None


TELLS = re.compile(r"announc|unveil|welcom|confirm", re.IGNORECASE)
GIFT_FROM = re.compile(r"\b(?:grants?|loans?|aid|assistance|donations?|gifts?|packages?|credits?)\sfrom\s(?:the\s)?\Z")


def told_of(sentence: Sentence, cue: Cue) -> tuple[tuple[Actor, ...], tuple[Actor, ...]] | None:
    """Return giver and getter of `Manila announced a $5 million grant from Japan`: who tells of a gift gets it."""
    if not TELLS.match(sentence.text, cue.start):
        return None
    giver = next(
        (
            a
            for a in sentence.actors
            if a.mark == "FROM" and a.start >= cue.end and GIFT_FROM.search(sentence.text, cue.end, a.start)
        ),
        None,
    )
    if giver is None:
        return None
    return (giver,), tuple(a for a in subject_of(sentence, cue) if a.code != giver.code)


# who asks or thanks another gets of it
ASKS = re.compile(
    r"(?:(?:has|a|ha|har|ont|han|hanno|avait)\s)?(?:ask|appeal|thank|dank|bedank|remerci|agrade|ringrazi|tacka|dzięku|podzięk|благодар|поблаг|подяк|дяку|bat\b|bitte|erbat|ersuch|demand|sollicit|ped|pid|chie|bad\b|ber\b|bett\b|popros|prosi)"
)
FOR = re.compile(r"(?:\s[\w-]+){0,2}\s(?:for|um|om|o|für|pour|por|per|för|za|за)\s")


def source_elsewhere(sentence: Sentence, cue: Cue, after: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return who is bought from without `from`: `compró a`, `köper av`, `zamówiła w`, `STM'ye sipariş`, `bought in Norway`."""
    return _source_by_case(sentence, cue, after) or bought_in(sentence, cue)


def _source_by_case(sentence: Sentence, cue: Cue, after: tuple[Actor, ...]) -> tuple[Actor, ...]:
    language = sentence.language
    aside = after and re.search(r",\s", sentence.text[cue.end : after[0].start])
    again = bool(after) and any(cue.end <= c.start < after[0].start for c in sentence.kinds("give"))
    bought = after and not (aside or again or FOR_OTHERS.search(sentence.text, cue.end, after[0].start))
    if language in ("fr", "es", "it") and bought and follows_a(sentence, after[0]):
        return after  # `compró a Estados Unidos`, `commandé à Dassault`; not `a acquis ..., puis cédé à`
    by = marked(sentence, ("BY",), cue.end, after=True) if language in ("sv", "de") else ()
    if not by and language == "de":  # `hat von Schweden 12 Panzer gekauft`, in the active voice
        by = marked(sentence, ("BY",), cue.start, after=False)
    if by:
        return by  # `köper av Sverige`, `erhält von Deutschland`
    if language in ("es", "fr"):  # `recibirá de Estados Unidos`
        near = [a for a in sentence.actors if a.mark == "OF" and a.kind != "demonym" and 0 <= a.start - cue.end <= 60]
        near = near or [a for a in sentence.actors if _is_people_behind(sentence, cue, a)]
        first = next((a for a in near if "," not in sentence.text[cue.end : a.start]), None)
        return group(sentence, first) if first else ()
    if language == "tr":  # `STM'ye dört korvet sipariş etti`, `Türkiye'ye 2,6 milyar avro ödeyecek`
        turns_to = sentence.text.startswith(("öde", "teşekkür", "başvur"), cue.start)
        to = [a for a in sentence.actors if a.mark == "TO" and a.end <= cue.start and (turns_to or a.kind == "company")]
        return group(sentence, to[-1]) if to else ()
    if language in ("pl", "ru", "uk") and PAID_TO.search(sentence.text, cue.start, cue.end):
        return after  # `Сербия заплатила России 230 млн`
    places = marked(sentence, ("IN",), cue.end, after=True) if language in ("pl", "ru", "uk", "de") else ()
    return tuple(a for a in places if a.kind != "demonym")


def _is_people_behind(sentence: Sentence, cue: Cue, actor: Actor) -> bool:
    """True of `a reçu des Britanniques 14 chars`: a people in capitals, right behind the verb."""
    is_people = sentence.language == "fr" and actor.kind == "demonym" and sentence.text[actor.start].isupper()
    return is_people and sentence.text[cue.end : actor.start].split() == ["des"]


# `bought 54 tanks in Norway`, `in Norwegen bestellt`; not `bought 12 guns for its mission in Chad`
IN_BETWEEN = re.compile(r"\s(?:(?!for\b|para\b|pour\b|per\b|för\b|dla\b|для\b|während\b|during\b)[^\s,;:]+\s){1,5}\Z")


def bought_in(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return the country in which things are bought or ordered, right behind the verb or what is bought, or before a verb that comes last."""
    if cue.value[1] != "sale" and cue.value[0] != "ordered":
        return ()
    places = [a for a in sentence.actors if a.mark == "IN" and a.kind.startswith("country")]
    text = sentence.text
    behind = (a for a in places if a.start > cue.end and IN_BETWEEN.fullmatch(text, cue.end, a.start))
    before = (a for a in places if sentence.language == "de" and text[a.end : cue.start].isspace())
    return tuple(behind)[:1] or tuple(before)[:1]


def own_place(sentence: Sentence, cue: Cue, source: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return the place before a second verb of buying rather than the source of the first: `kupiła od Danii 14, a w Finlandii zamówiła 76`."""
    if not source or sentence.language not in ("pl", "ru", "uk", "de") or source[0].start > cue.start:
        return source
    earlier = any(c.end <= source[0].start for c in sentence.kinds("get"))
    gap = (a for a in sentence.actors if a.start > source[0].end and a.mark == "IN" and a.kind != "demonym")
    places = tuple(a for a in gap if sentence.text[a.end : cue.start].isspace())
    return places if earlier and places else source


PAID_TO = re.compile(r"плат|płac")


FOR_OTHERS = re.compile(r"\b(?:para|pour|per)\s(?!\d)")  # `compró 12 radares para cederlos a Chile`


def approver(sentence: Sentence, cue: Cue, subjects: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """`Washington approved that Sweden may buy missiles`: who lets another buy, sells."""
    buyers = {a.code for a in subjects}
    for verb in sentence.kinds("give"):
        if verb.end <= cue.start and verb.value[0] == "notified" and cue.start - verb.end < 60:
            return tuple(a for a in subject_of(sentence, verb) if buyers and a.code not in buyers)
    lets = find_letting(sentence.text, sentence.actors, cue, sentence.language)
    return (lets,) if lets is not None and buyers and lets.code not in buyers else ()


def follows_a(sentence: Sentence, actor: Actor) -> bool:
    return BEHIND_A.search(sentence.text, max(sentence.start, actor.start - 24), actor.start) is not None


def read_goes(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets where things go to somebody: they are the subject, not who gives them."""
    # `в Мали`: no ending tells where from whither
    marks = ("TO", "IN") if sentence.language in ("ru", "uk") else ("TO",)
    to = marked(sentence, marks, cue.end, after=True) or marked(sentence, marks, cue.start, after=False)
    givers = marked(sentence, ("BY", "FROM"), cue.end, after=True)
    return givers or marked(sentence, ("FROM",), cue.start, after=False), to


def read_bought(sentence: Sentence, cue: Cue, source: tuple[Actor, ...]) -> Pair:
    """Return who gives and who gets by a passive verb of getting: `wurden von Estland in Schweden gekauft`, `achetés par Tunis auprès de Paris`."""
    marks = ("BY", "TO", "WITH") if sentence.language in ("ru", "uk") else ("BY", "TO")
    sold = () if source else _sold_behind(sentence, cue)
    others = _without(sentence, sold)
    buyers = marked(others, marks, cue.end, after=True) or marked(others, marks[:1] + marks[2:], cue.start, after=False)
    return source or sold, tuple(a for a in buyers if a not in source)


def _sold_behind(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who things are bought from in a passive without `from`: `в Турции`, `in Schweden`, `à la Suède`."""
    if sentence.language in ("fr", "es", "it"):
        behind = tuple(a for a in marked(sentence, ("TO",), cue.end, after=True) if follows_a(sentence, a))
        return behind or tuple(a for a in sentence.actors if a.mark == "OF" and 0 < a.start - cue.end <= 8)[:1]
    if sentence.language in ("pl", "ru", "uk", "de"):
        places = marked(sentence, ("IN",), cue.end, after=True) or marked(sentence, ("IN",), cue.start, after=False)
        return tuple(a for a in places if a.kind != "demonym")
    return bought_in(sentence, cue)


def _without(sentence: Sentence, actors: tuple[Actor, ...]) -> Sentence:
    """Return the sentence without some of its actors."""
    return sentence._replace(actors=tuple(a for a in sentence.actors if a not in actors)) if actors else sentence


# `turned to Israel, from which it bought 12 radars`
FROM_WHICH = re.compile(
    r",\s(?:from\s(?:which|whom|where)|of\swhich|von\s(?:dem|der|denen)|auprès\s(?:duquel|de\slaquelle)|de\s(?:quien|la\sque)|del\sque|da\scui|dal\squale|dalla\squale|från\svilket|av\svilket|od\sktór\w+|у\sкотор\w+|у\sяк\w+|від\sяк\w+)\s"
)
UNDER_DEAL = re.compile(
    r"\b(?:[Uu]nder|[Ii]n|[Tt]hrough|[Aa]s\spart\sof)\s(?:an?|the|its|their|this)\s(?:[^\W_][\w$.,-]*\s){0,4}?(?:deal|contract|agreement|accord|pact|arrangement)\s(?:\w+ed\s)?with\s(?:the\s)?\Z"
)


def named_before(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who things are got from, told of before the verb: the partner of a deal, whom a relative clause goes on to, or a place."""
    before = [a for a in sentence.actors if a.end <= cue.start]
    for actor in reversed(before):
        if FROM_WHICH.match(sentence.text, actor.end):
            return (actor,)
        low = max(sentence.start, actor.start - 90)
        if actor.mark == "WITH" and UNDER_DEAL.search(sentence.text, low, actor.start):
            return (actor,)
    return _opening_place(sentence, before)


def _opening_place(sentence: Sentence, before: list[Actor]) -> tuple[Actor, ...]:
    """`In Brasilien kaufte Lima 12 Radare`, `У Польщі Естонія замовила 40 танків`: the place that opens a sentence, before who buys."""
    if sentence.language not in ("de", "pl", "ru", "uk") or not before or len({a.code for a in sentence.actors}) != 2:
        return ()
    first = before[0]
    is_place = first.mark == "IN" and first.start - sentence.start < 6 and first.kind.startswith("country")
    return (first,) if is_place else ()
