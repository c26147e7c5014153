"""Settles words that are a noun or a verb (`China grants Mali 3 million`, `Chinese grants to Mali`) by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidflows.bind.separable import find_split_verbs, is_got
from aidflows.bind.things import is_beside_thing
from aidflows.bind.wording import AUXILIARIES, WON
from aidflows.records import Actor, Cue, Span

SPLIT = frozenset({"give", "get", "cancel"})  # what a verb in two parts stands for: `kündigte an` cancels nothing
# what stands before a verb: a name, a pronoun, a body that acts; not an adjective (`Chinese grants`), not `China's grants`
BEFORE = re.compile(
    r"(?:(?<![\w-])[A-Z][\w.&)-]*|['’](?:ve|s)|\b(?:it|which|who|that|also|now|and|since|then|later|far|date|already|just|yet|again|recently|previously|has|have|government|parliament|lawmakers|assembly|cabinet|ministry|embassy|bank|company|state|republic|party|fund)|\)|\d)\s+\Z"
)
# what stands behind one: an object; `grants 2022` is a heading
BEHIND = re.compile(
    r"\s+(?:an?|the|its|their|his|another|more|additional|further|up\sto|about|around|over|nearly|some)\s|\s+(?!(?:19|20)\d\d\b)(?:[A-Z]{0,3}[$€£¥]|\d)|\s+[A-Z](?!\w*s?\s*:)"
)
AMOUNT = re.compile(r"\s+(?:an?other|some|about|around|more\sthan|up\sto|over|nearly)?\s*(?:[A-Z]{0,3}[$€£¥]|\d)")
# `will grant Mali`, `is granting Mali`: a verb behind its auxiliary
MODAL = re.compile(r"\b(?:to|will|would|may|might|can|could|should|must|shall|[’']ll)\s(?:\w+ly\s|also\s|soon\s)?\Z")
PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|be|been)\s(?:\w+ly\s|also\s|now\s)?\Z")
# `tanks that Oslo dispatched to Kyiv`, `were released by Oslo`
SENT_AWAY, WHITHER = ("dispatched", "released"), re.compile(r"\s(?:to|by)\s(?:the\s)?[A-Z]")
# `joined with 3 million`, not `joined with Oslo`; not `added the minister`
SUMS_ALONE = ("voted", "votes", "with", "added", "adds", "in", "released", "releases", "put up", "puts up")
AWARDED = re.compile(r"(?:[^.;]|\.(?=\d)){0,70}?\b(?:contracts?|orders?|tenders?|deals?|licen[cs]es?|options?)\b")
# `sought to balance its ties` asks for nothing; `sought to buy` does
SOUGHT_TO = re.compile(r"\s+to\s(?!buy|purchase|acquire|procure|obtain|borrow|receive|get\b|be\s)[a-z]")
DOWN_TO = re.compile(r"declined\sto\s[A-Z]{0,3}[$€£\d]")  # `receipts declined to $5 billion`
# `vier von 12 bestellten Hubschraubern`: an adjective, which buys nothing
COUNTED_PARTICIPLE = re.compile(r"(?<=\d\s)(?:bestellt|gekauft|geordert|beschafft|erworben)e[nrms]?\s[A-ZÄÖÜ]")
OWED = re.compile(
    r"\b(?:debts?|outstanding\s(?:loans?|obligations)|arrears|dettes?|deudas?|debit[oi]|Schulden|skulder|dług\w*|долг\w*|борг\w*|borc\w*|borç\w*)\b"
)
DEBT = re.compile(rf"(?:[^.;]|\.(?=\d)){{0,90}}{OWED.pattern}")
CHOSEN = re.compile(r"(?:picked|selected|chose)\s+to\b")


def settle_verbs(
    text: str, bounds: Span, *, actors: tuple[Actor, ...], cues: Iterable[Cue], language: str = "en"
) -> list[Cue]:
    """Return the cues of a sentence with every `noun_or_give` read as a verb of giving or left out, and `chose to act` taken for no purchase.

    >>> cue = Cue(6, 12, "noun_or_give", ("delivered", "grant", ""))
    >>> [c.kind for c in settle_verbs("China grants Mali $3m", (0, 21), actors=(), cues=[cue])]
    ['give']
    >>> settle_verbs("China's grants to Mali", (0, 22), actors=(), cues=[cue._replace(start=8, end=14)])
    []
    """
    found = _with_parted(text, bounds, cues, language)
    doubtful = [c for c in found if c.kind == "noun_or_give"]
    verbs = {c.start for c in doubtful if _is_verb(text, bounds[0], actors, c)}
    nouns = {c.start for c in found if c.kind == "noun_get"}
    kept = []
    for cue in found:
        if cue.kind == "wins":  # a war is won as well
            is_award = text.startswith("award", max(0, cue.end - 7))
            kept += [cue._replace(kind="get")] if is_award or WON.match(text, cue.end, bounds[1]) else []
        elif (turned := _turned(text, cue, bounds[1], actors, language)) is not None:
            kept.append(turned)
        elif cue.kind == "get" and MONEY_PAYS.search(text, max(bounds[0], cue.start - 40), cue.end):
            continue  # `some of which paid for eight helicopters`
        elif cue.kind == "spends":  # `spent $15 billion on Russian arms`, not on defence
            kept += [cue._replace(kind="get")] if _is_spent_abroad(text, bounds, actors, cue, language) else []
        elif cue.kind == "noun_or_give":
            kept += [cue._replace(kind="give")] if cue.start in verbs else []
        elif (
            _asks_nothing(text, cue)
            or _builds_at_home(text, actors, cue)
            or (cue.kind == "get" and _buys_nothing(text, cue, bounds[0], is_noun=cue.start in nouns))
            or (language == "de" and cue.kind == "give" and _spends_at_home(text, actors, cue, bounds[1]))
            or (cue.kind == "goes" and _is_of_a_deal(text, found, cue))
            or (language == "de" and is_got(text, cue, found))
        ):
            continue
        elif cue.kind == "forgive":
            kept += [cue._replace(kind="give")] if OWED.search(text, *bounds) else []  # tanks written off go to nobody
        elif cue.kind == "cancel" and DEBT.match(text, cue.end, bounds[1]):
            kept.append(cue._replace(kind="give", value=("delivered", "grant", "")))  # who cancels a debt gives
        elif not (cue.kind == "noun_give" and cue.start in verbs) and not (
            cue.kind == "get" and CHOSEN.match(text, cue.start)
        ):
            kept.append(cue)
    return kept


def _with_parted(text: str, bounds: Span, cues: Iterable[Cue], language: str) -> list[Cue]:
    """Return the cues with the verbs that stand in several parts; the second part is no verb of its own: `ließ zwölf Boote bauen`."""
    parted = find_split_verbs(text, *bounds, language)
    split, starts, ends = [c for c, _ in parted], {c.start for c, _ in parted}, {end for _, end in parted}
    whole = [c for c in cues if c.kind not in SPLIT or (c.start not in starts and c.end not in ends)]
    added = [*_made_available(text, *bounds), *_signed_for(text, *bounds)]
    return sorted([*whole, *split, *added], key=lambda cue: cue.start)


def _spends_at_home(text: str, actors: tuple[Actor, ...], cue: Cue, end: int) -> bool:
    """True of `Riga gab 600 Millionen für IRIS-T aus`: one alone is named, and what it spends goes to nobody."""
    return len({a.code for a in actors}) <= 1 and GERMAN_OUT.match(text, cue.start, end) is not None


def _buys_nothing(text: str, cue: Cue, floor: int, *, is_noun: bool) -> bool:
    """True of the participle in a count of things ordered, and of an order that somebody receives."""
    return bool(COUNTED_PARTICIPLE.match(text, cue.start) or (is_noun and AS_NOUN.search(text, floor, cue.start)))


# `won orders from Oslo`, `a reçu une commande du Mali`: who receives an order does not place it
AS_NOUN = re.compile(
    r"\b(?:w[io]ns?|received?s?|books?|booked|secured?s?|landed|announced|reçu|reçoit|obtenu|obtient|décroché|remporté|enregistré)\s(?:[^\W\d_]+\s){0,2}\Z"
)


def _turned(text: str, cue: Cue, end: int, actors: tuple[Actor, ...], language: str) -> Cue | None:
    """Return a cue that its words turn to another kind: money invested in an army is given, an order given is a purchase."""
    if cue.kind == "turnover" and INVESTED.match(text, cue.start, end):
        return cue._replace(kind="give", value=("delivered", "grant", ""))
    if cue.kind == "spends" and ARMING.match(text, cue.end, end):
        return cue._replace(kind="give", value=("delivered", "grant", ""))
    if cue.kind == "give" and PRICE_PAID.match(text, cue.start, end):
        return cue._replace(kind="get", value=("ordered", "sale", ""))
    is_order = language == "tr" and cue.kind == "give" and _places_order(text, cue)
    if is_order or (language == "de" and cue.kind == "give" and _is_spent_in_german(text, cue, actors, end)):
        return cue._replace(kind="get", value=("ordered", "sale", ""))
    return None


# `has invested $1 billion in Tunisia's security`; money put into firms and plants is none
INVESTED = re.compile(
    r"invest(?:ed|s)\s(?:[^.;]|\.(?=\d)){0,60}?\bin\s(?:[^.;]|\.(?=\d)){0,40}?\b(?:security|defen[cs]e|military|assistance|armed\sforces|army|navy|training)\b"
)
# `spent $90 million arming Peru`
ARMING = re.compile(
    r"\s(?:[^.;,\d]{0,30})\d(?:[^.;,]|[.,](?=\d)){0,30}?\s(?:on\s)?(?:re)?(?:arming|equipping|training|supplying|supporting|helping)\s(?:the\s)?[A-Z]"
)
# `выплатила России 80% стоимости контракта`: who pays a price buys
PRICE_PAID = re.compile(
    r"(?:за|вы|о|с)плати\w*\s(?:[^.;,]|[.,](?=\d)){0,60}?\b(?:стоимост|цен[аыуе]\b|контракт|вартост|цін[аиуі]\b)"
)
ON = re.compile(r"\bon\s(?:new\s|more\s|advanced\s|modern\s)?\Z")
# `will spend 3 billion on 24 jets`: a sum, then for how many; behind the verb, or before it where the verb comes last
NUMBER = r"(?:(?!(?:19|20)\d\d\b)\d[\d.,]*(?!\s?(?:years?|anni|Jahr|ans|años|lat|лет|år|yıl|months?))|two|three|four|five|six|seven|eight|nine|ten|twelve|dos|tres|cuatro|cinco|seis|ocho|diez|doce|deux|trois|quatre|cinq|dix|douze|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|due|tre|quattro|cinque|sei|otto|två|fyra|fem|sex|åtta|tio|tolv|dwa|dwie|trzy|cztery|pięć|sześć|osiem|два|две|три|четыре|пять|шесть|дві|чотири|шість|iki|üç|dört|beş|altı|sekiz|on)"
SPENT_ON = re.compile(
    rf"[^.;\d]{{0,24}}\d(?:[^.;]|[.,](?=\d)){{0,40}}?\s(?:on|for|en|dans|pour|für|på|na|на|per|in)\s(?:[^\W\d]+\s){{0,2}}?{NUMBER}\b", re.IGNORECASE
)  # fmt: skip
SPENT_LAST = re.compile(
    rf"(?:\b(?:für)\s(?:[^\W\d]+\s){{0,2}}?{NUMBER}[^.;]{{0,60}}|{NUMBER}[^.;]{{0,40}}\siçin\s[^.;]{{0,40}})\Z"
)
GERMAN_OUT = re.compile(r"(?:gibt|gab|geben|gaben)\s[^;]{0,120}?\saus(?:[.,;]|\s(?:und|sowie|oder)\s|\Z)")


MONEY_PAYS = re.compile(
    r"\b(?:of\swhich|money|aid|funds?|funding|grants?|package|tranche|millions?|loans?)\s(?:[a-z]+\s)?(?:paid|pays|paying|pay)\Z"
)
ORDER_GIVEN = re.compile(r"\s(?:\w+\s)?sipariş")


def _places_order(text: str, cue: Cue) -> bool:
    """True of `Katmerciler'e verdiği sipariş`, `sipariş verdi`: who gives an order buys."""
    is_behind = text.endswith(("sipariş ", "siparişi ", "siparişini "), 0, cue.start)
    return (
        text.startswith("ver", cue.start)
        and not text.startswith("veril", cue.start)
        and (is_behind or ORDER_GIVEN.match(text, cue.end) is not None)
    )


def _is_spent_abroad(text: str, bounds: Span, actors: tuple[Actor, ...], cue: Cue, language: str) -> bool:
    if SPENT_ON.match(text, cue.end) or SPENT_LAST.search(text, max(0, cue.start - 120), cue.start):
        return True
    near = [a for a in actors if -60 < a.start - cue.end < 60 and {b.code for b in actors} != {a.code}]
    return any(
        (a.kind == "demonym" and a.start > cue.end and ON.search(text, cue.end, a.start))
        or is_beside_thing(text, bounds, a, language)
        for a in near
    )


def _is_spent_in_german(text: str, cue: Cue, actors: tuple[Actor, ...], end: int) -> bool:
    """True of `gibt 3 Milliarden für 24 Jets aus`, `gibt 3 Milliarden für russische Jets aus`: the verb stands in two parts."""
    if GERMAN_OUT.match(text, cue.start, end) is None:
        return False
    bought = any(is_beside_thing(text, (actors[0].start, end), a, "de") for a in actors)
    return bought or SPENT_ON.match(text, cue.end) is not None


# `is making 40 million euros available`: the verb stands in two parts, a sum between them
MADE = re.compile(r"\b(?:make|makes|made|making)\s(?:[^.;\d]|\.(?=\d)){0,30}\d(?:[^.;]|\.(?=\d)){0,50}\savailable\b")


def _is_of_a_deal(text: str, found: list[Cue], cue: Cue) -> bool:
    """True of `a contract worth A$50 billion that went to France`: it went to who sells."""
    before = [c for c in found if c.kind in ("noun_get", "get") and c.start < cue.start]
    return any(";" not in text[c.end : cue.start] for c in before)


# `gave no price`, `whose cost he would not give`: words are given, no arms
WORDS_GIVEN = re.compile(
    r"\s(?:(?:no|any|the|a|an|its|further|more|exact|few|out)\s){0,2}(?:[a-z]+\s)?(?:details?|prices?|figures?|costs?|numbers?|reasons?|dates?|timetable|timeline|breakdown|values?|comment|explanation|interview|speech|warning|assurances?|evidence|notice|totals?|estimates?)\b"
)
WORDS_BEFORE = re.compile(r"\b(?:whose|which|what|the)\s(?:cost|price|number|value|name|total)s?\s[^.;,]{0,30}\Z")


def _asks_nothing(text: str, cue: Cue) -> bool:
    """True of `has always sought to balance its ties`, of `receipts declined to $5 billion` and of `gave no price`."""
    if cue.kind == "give" and text.startswith(("gave", "give", "giving"), cue.start) and cue.end - cue.start < 7:
        told = WORDS_GIVEN.match(text, cue.end) or WORDS_BEFORE.search(text, max(0, cue.start - 60), cue.start)
        return told is not None
    if cue.kind == "request":
        return text.startswith(("sought", "seek"), cue.start) and SOUGHT_TO.match(text, cue.end) is not None
    return cue.kind == "refuse" and DOWN_TO.match(text, cue.start) is not None


def _made_available(text: str, start: int, end: int) -> list[Cue]:
    found = MADE.search(text, start, end) if text.find("available", start, end) >= 0 else None
    return [Cue(found.start(), found.start() + 4, "give", ("pledged", "grant", ""))] if found else []


# `signed with Rome in 2020 for two frigates`: what is signed for is bought
SIGNED_FOR = re.compile(
    r"\b(?P<verb>sign(?:s|ed))\s(?:(?:up|a\s(?:contract|deal)|contracts|deals)\s)?(?P<when>(?:(?:with|in|last|this|on)\s(?!for\b)[^.;,]{2,30}?\s){1,2})for\s(?:the\s|another\s|some\s|up\sto\s)?(?:\d|[a-z]+\s)"
)


# `firmó con Moscú 24 Su-30`
SIGNED_WITH = re.compile(
    r"\b(?P<verb>firm(?:ó|aron|ado|an?)|signé|firmato|siglato|unterzeichnete|undertecknade|podpisał[aoi]?|подписал[аи]?|підписал[аи]|підписав)\s(?:con|avec|mit|med|z|с|із|з)\s[^.;,\d]{2,30}?\s(?=\d)"
)


SIGNING = ("sign", "firm", "podpis", "подпис", "підпис", "teckn", "unterzeichn", "siglat")


def _signed_for(text: str, start: int, end: int) -> list[Cue]:
    if not any(text.find(stem, start, end) >= 0 for stem in SIGNING):
        return []  # most sentences: sought faster than by the patterns
    found = SIGNED_FOR.search(text, start, end) or SIGNED_WITH.search(text, start, end)
    return [Cue(found.start("verb"), found.end("verb"), "get", ("ordered", "sale", ""))] if found else []


def _is_verb(text: str, floor: int, actors: tuple[Actor, ...], cue: Cue) -> bool:
    if any(a.kind == "demonym" and a.end == cue.start - 1 for a in actors):
        return False
    if text.startswith("award", cue.start) and AWARDED.match(text, cue.end):
        return False  # who awards a contract buys
    head = max(floor, cue.start - 40)
    word = text[cue.start : cue.end].lower()
    turned = next((a for a in actors if TURNED.fullmatch(text, a.end, cue.start)), None)
    if turned is not None and HAS.search(text, max(floor, turned.start - 10), turned.start):
        return True
    if word in SENT_AWAY and WHITHER.match(text, cue.end):
        return True
    auxiliary = PROGRESSIVE if word.endswith("ing") else None if word.endswith(("s", "ed")) else MODAL
    if auxiliary is not None and auxiliary.search(text, head, cue.start):
        return word == "ship" or BEHIND.match(text, cue.end) is not None  # `a landing ship` ships nothing
    behind = AMOUNT if text.endswith(SUMS_ALONE, cue.start, cue.end) else BEHIND
    return bool(BEFORE.search(text, head, cue.start) and behind.match(text, cue.end))


# a question turns subject and auxiliary round: `how much has Norway so far given`
HAS = re.compile(r"\b(?:has|have|had)\s(?:the\s)?\Z", re.IGNORECASE)
TURNED = re.compile(r"\s(?:(?:already|also|so\sfar|ever|since)\s)?")

BUILDS = re.compile(
    rf"{AUXILIARIES}(?:buil[dt]|construct|constru|baut|baue|gebaut|bygg|costrui|zbudu|budu|wybudu|постро|стро[ия]т|збуду|буду)",
    re.IGNORECASE,
)


def _builds_at_home(text: str, actors: tuple[Actor, ...], cue: Cue) -> bool:
    """True of `Estonia will build a barracks in Tapa for $40 million`: a state that is the only party builds for itself; a firm builds for others."""
    if cue.kind != "give" or BUILDS.match(text, cue.start) is None:
        return False
    return len({a.code for a in actors}) == 1 and all(a.kind != "company" for a in actors)
