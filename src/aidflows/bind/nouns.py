"""Reads one noun of giving or getting: whose aid, whose purchase, to whom and from whom."""

from __future__ import annotations

import re

from aidflows.bind.adjectives import seller_of_thing
from aidflows.bind.orders import into
from aidflows.bind.places import Pair, group, is_for, marked, subject_of, without_objects
from aidflows.bind.purchases import PURCHASES, bought_by, of_whom, who_pays
from aidflows.bind.readers import read_give, with_partner
from aidflows.bind.sellers import follows_a
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import ATTITUDE, EXPORT_CASE, EXPORT_OF, EXPORTS_DE, ORDERS, SIGNED, US_PROGRAMMES, WENT_TO
from aidflows.records import Actor, Cue

DATIVE = re.compile(r"\s(?:an?|the|some|another)\s")  # `has extended Hanoi a $500 million credit line`
VERBED = re.compile(r"\s[a-z]+ed\s")  # `Italy revoked licences`: a verb, not `the Ukraine aid package`
IN_TITLE = re.compile(r"\s(?:[A-Z][\w-]+\s){0,4}")  # `to the Ukraine Energy Support Fund`
# verbs alone: `a record order` and `order books` book nothing
BOOKED = re.compile(
    r"\b(?:booked|recorded|registered|logged|enregistr\w+|décroch\w+|engrang\w+|verbuch\w+|verzeichne\w+|registr[oóò]\w*|zarejestr\w+|odnotow\w+)\b"
)
NEGOTIATES = re.compile(
    r"\b(?:negotiat|in\stalks|verhandel|négoci|negoci|tratta\b|trattano|sta\strattando|förhandl|negocj|ведёт\sпереговор|ведет\sпереговор|веде\sперемовин|веде\sпереговор)"
)
EXPORTED = re.compile(
    r"sales?\b|exports?|vente|exportation|venta|exportaci|vendita|esportazion|Verkauf|Ausfuhr|Export|försäljning|export|sprzeda|eksport|продаж|экспорт|поставк|експорт|постач|satış|ihraca|deliver|Lieferung|livraison|entrega|consegn|leverans|dostaw",
    re.IGNORECASE,
)
FMS = re.compile(r"FMS|Foreign\sMilitary\sSale")
OWNED = re.compile(r"\s(?:\w+\s)?")
# letters that stand for a country, and adjectives up to what it gives: `U.S. military aid`, not `spent 5 million on Ukraine aid`
ATTRIBUTE = re.compile(
    r"(?:[A-Z]\.?){2,4}\s(?:(?!(?:of|for|to|from|in|on|and|or|with|the|an?|by|as|that|which|its)\b)[A-Za-z-]+\s){0,3}"
)


def owner_of(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return who stands directly before the noun: `Turkish arms exports`, `Azerbaijan's purchases`."""
    pool = [a for a in sentence.actors if a.end <= cue.start and cue.start - a.end <= 28]
    if pool and (pool[-1].mark == "WITH" or ";" in sentence.text[pool[-1].end : cue.start]):
        return ()  # `is negotiating with Morocco the sale`
    if pool and any(pool[-1].end <= c.start < cue.start for c in sentence.kinds("give", "get")):
        return ()  # `Denmark announced a package`: a verb stands between
    if pool and not without_objects(sentence, pool[-1:], cue) and len({a.code for a in sentence.actors}) > 1:
        return ()  # `har Sverige gett Ukraina militärt stöd`: who is given to gives nothing
    behind = [a for a in sentence.actors if a.kind == "demonym" and OWNED.fullmatch(sentence.text, cue.end, a.start)]
    if behind and sentence.language in ("fr", "es", "it"):
        return (behind[0],)  # `l'aide militaire américaine`, `le contrat égyptien`
    if behind and sentence.language in ("pl", "ru", "uk") and EXPORT_CASE.match(sentence.text, cue.start):
        return (behind[0],)  # `eksport polskiego uzbrojenia`
    is_placed = bool(pool) and pool[-1].mark == "IN" and cue.kind == "noun_give" and sentence.language == "en"
    if is_placed and (pool[-1].kind == "demonym" or ATTRIBUTE.fullmatch(sentence.text, pool[-1].start, cue.start)):
        return (pool[-1],)  # `$152 million in American military aid`, `a report on U.S. military aid`
    if pool and pool[-1].mark in ("", "GEN", "OF", "BY") and "," not in sentence.text[pool[-1].end : cue.start]:
        return group(sentence, pool[-1]) if pool[-1].mark != "OF" else ()
    return ()


def read_noun_give(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a noun of giving (`aid`, `sale`)."""
    word = LINE.sub(" ", sentence.text[cue.start : cue.end])  # a name that goes on in the next line
    if (pair := _two_cases(sentence, cue)) is not None:
        return pair
    to = marked(sentence, ("TO",), cue.end, after=True)
    to = to or into(sentence, cue)
    if not to and sentence.language in ("tr", "de"):  # the verb comes last, or the dative before the noun
        to = marked(sentence, ("TO",), cue.start, after=False)
    to = to or tuple(
        a
        for a in sentence.actors
        if a.mark == "TO" and a.end < cue.start and IN_TITLE.fullmatch(sentence.text, a.end, cue.start)
    )
    if word in US_PROGRAMMES or FMS.match(word):
        return _read_programme(sentence, cue, to)
    owner = owner_of(sentence, cue)
    if _is_for_owner(sentence, owner, cue) or (word.startswith("supplier") and owner and owner[0].mark == "GEN"):
        to, owner = to or owner, ()  # `Egypt's first supplier` gives to Egypt
    if word.lower().endswith("cooperation") and owner and not to:
        to = marked(sentence, ("WITH",), cue.end, after=True)  # `U.S. Security Cooperation with Ukraine`
    source = marked(sentence, ("FROM",), cue.end, after=True)
    if owner and source and not to:  # `Hungary's lease of 14 fighters from Sweden`
        return source, tuple(a for a in owner if a not in source)
    if to and EXPORT_CASE.fullmatch(word) and (to[0].start - cue.end == 1 or _is_own_export(sentence, cue, to[0])):
        return to[:1], ()  # `экспорта России`: of Russia, though the dative looks the same
    giver = owner or marked(sentence, ("BY", "FROM"), cue.end, after=True) or _genitive(sentence, cue, to)
    if not giver and sentence.language in ("ru", "uk"):  # `поставка Эстонии 12 гаубиц Швецией`
        giver = marked(sentence, ("WITH",), cue.end, after=True)
    if not giver and to and EXPORTED.match(word):
        giver = seller_of_thing(sentence, focus, to)  # `la vente de 12 obusiers norvégiens au Pérou`
    if not giver and not sentence.kinds("get", "request"):
        return _by_subject(sentence, cue, to)
    return tuple(a for a in giver if a not in to), to


OF_ARMS = re.compile(r"\s(?:оружия|вооружений|вооружения|озброєнь|озброєння|зброї|broni|uzbrojenia)\s")


def _is_own_export(sentence: Sentence, cue: Cue, actor: Actor) -> bool:
    """True of Norway in the heading `Экспорт вооружений Норвегии 2023`, where nobody else is named."""
    alone = len({a.code for a in sentence.actors}) == 1
    return alone and OF_ARMS.fullmatch(sentence.text, cue.end, actor.start) is not None


def _by_subject(sentence: Sentence, cue: Cue, to: tuple[Actor, ...]) -> Pair:
    """Return who gives as the subject of the sentence of a noun, unless it only speaks of what another gives."""
    giver = subject_of(sentence, cue)
    if not giver:
        return (), to
    partner = [a for a in sentence.actors if a.mark == "WITH"]
    if partner and not to and NEGOTIATES.search(sentence.text, giver[-1].end, partner[0].start):
        return giver, group(sentence, partner[0])  # `Fincantieri tratta con Atene la vendita di quattro corvette`
    if partner and not to and SIGNED.search(sentence.text, giver[-1].end, partner[0].start):
        return with_partner(sentence, giver, group(sentence, partner[0]))  # `Iraq signed it with Russia`
    is_told_of = ATTITUDE.search(sentence.text, giver[-1].end, cue.start) is not None
    if is_told_of and not _declares(sentence, giver[-1], cue):
        return (), to
    return tuple(a for a in giver if a not in to), to


def _two_cases(sentence: Sentence, cue: Cue) -> Pair | None:
    """`Помощь Швеции Украине`, `Pomoc Szwecji dla Ukrainy`: the first name is a genitive, though its dative looks the same."""
    if sentence.language not in ("pl", "ru", "uk"):
        return None
    behind = [a for a in sentence.actors if a.start > cue.end]
    if len(behind) < 2 or behind[0].start - cue.end != 1 or behind[0].mark not in ("TO", "GEN"):
        return None
    first, second = behind[:2]
    is_next = second.start - first.end <= CLOSE and second.mark == "TO"
    return (group(sentence, first)[:1], group(sentence, second)) if is_next else None


CLOSE = 6  # characters between two names: a space, or a preposition


def _is_for_owner(sentence: Sentence, owner: tuple[Actor, ...], cue: Cue) -> bool:
    """True of `the Ukraine aid package`: in English a country's name before the noun gets, an adjective gives."""
    if sentence.language != "en" or len(owner) != 1 or owner[0].mark != "" or owner[0].end - owner[0].start <= 4:
        return False
    is_dative = owner[0].kind == "capital" and DATIVE.match(sentence.text, owner[0].end) is not None
    return (owner[0].kind == "country" or is_dative) and not VERBED.fullmatch(sentence.text, owner[0].end, cue.start)


def _declares(sentence: Sentence, actor: Actor, cue: Cue) -> bool:
    """True of a state's return to a register: `Türkiye reported exports of 101 vehicles`."""
    return DECLARED.fullmatch(sentence.text, actor.end, cue.start) is not None


DECLARED = re.compile(
    r"\s(?:has\s|also\s)?(?:reported|reports|declared|declares|notified|notifies|registered|registers)\s(?:the\s|its\s)?"
)


def _genitive(sentence: Sentence, cue: Cue, to: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """`Военная помощь США Израилю`, `l'aide des États-Unis à Israël`, `exports of Turkish defence firms`."""
    if not to and EXPORTS_DE.match(sentence.text, cue.start) and sentence.language in ("fr", "es", "it"):
        near = [a for a in sentence.actors if 0 < a.start - cue.end <= 36]  # `exportations d'armement de la France`
        return tuple(a for a in near if a.mark == "OF" or a.kind == "demonym")[:1]
    if not to and not EXPORT_OF.fullmatch(sentence.text, cue.start, cue.end):
        return ()
    near = [a for a in sentence.actors if 0 <= a.start - cue.end <= 10 and a.mark in ("OF", "GEN", "")]
    if not near and to:  # `las exportaciones de material de defensa de España a Italia`
        near = [a for a in sentence.actors if cue.end <= a.start < to[0].start and a.mark == "OF"]
    return tuple(a for a in near if a not in to)[:1]


LINE = re.compile(r"[\s>]*\n[\s>]*")


def _read_programme(sentence: Sentence, cue: Cue, to: tuple[Actor, ...]) -> Pair:
    """Return the United States and who gets by one of its programmes."""
    before = marked(sentence, ("TO",), cue.start, after=False)
    word = LINE.sub(" ", sentence.text[cue.start : cue.end])
    if word not in US_PROGRAMMES:
        return (_programme(cue),), to or before
    label = tuple(a for a in sentence.actors if sentence.text[a.end : a.end + 1] == ":")[:1]
    whose = US_PROGRAMMES[word]
    ours = (Actor(cue.start, cue.end, whose, "country", "", "TO"),) if whose else ()
    getting = ours or to or label or before or owner_of(sentence, cue)
    return (_programme(cue),), tuple(a for a in getting if a.code != "USA")


def _programme(cue: Cue) -> Actor:
    return Actor(cue.start, cue.end, "USA", "country", "", "")


def _sources(sentence: Sentence, cue: Cue, focus: int) -> tuple[Actor, ...]:
    """Return who an order goes to: of several the nearest behind the figure (`170 tanks from Germany and 28 jets from the US`)."""
    source = marked(sentence, ("FROM",), cue.end, after=True)
    every = [a for a in sentence.actors if a.mark == "FROM" and a.start >= cue.end]
    if source and len({a.code for a in every}) > len(source):
        behind = [a for a in every if a.start >= focus]
        return group(sentence, behind[0] if behind else every[-1])
    if not source and sentence.language == "tr":  # the verb comes last
        return marked(sentence, ("FROM",), cue.start, after=False)
    if not source and sentence.language in ("pl", "ru", "uk", "de"):  # `zakup 36 F-35 w USA`
        places = marked(sentence, ("IN",), cue.end, after=True)
        return tuple(a for a in places if not SIGNED_THERE.search(sentence.text, cue.end, a.start))
    if not source and sentence.language in (
        "fr",
        "es",
        "it",
    ):  # `commandes à la France`, `la compra de 16 cazas a Saab`
        return tuple(a for a in marked(sentence, ("TO",), cue.end, after=True) if follows_a(sentence, a))
    return source


# `umowa podpisana we wtorek w Limie`: where, and not with whom
SIGNED_THERE = re.compile(r"(?:podpis|zawart|подпис|заключ|підпис|укладен|unterzeich|geschloss)\w*[^.;]{0,40}\Z")
TELLING = frozenset({"pledged", "notified", "licensed", "allocated"})  # stages of verbs that tell of a purchase to come


def _tells_of_purchase(sentence: Sentence, cue: Cue, verb: Cue) -> bool:
    """True of `Lima announced the purchase of 24 jets`, which it gets itself; not of a purchase for another."""
    is_purchase = PURCHASES.match(sentence.text, cue.start) is not None and verb.value[0] in TELLING
    return is_purchase and not any(is_for(sentence, a) for a in marked(sentence, ("TO",), cue.end, after=True))


def _is_received(word: str, owner: tuple[Actor, ...]) -> bool:
    """True of `orders from Mali`, and of a firm's order from somebody: from whom it comes, buys."""
    is_firms = bool(owner) and all(a.kind == "company" for a in owner)
    return (word.startswith("order") and "placed" not in word) or (ORDERS.match(word) is not None and is_firms)


def read_noun_get(sentence: Sentence, cue: Cue, focus: int) -> Pair:
    """Return who gives and who gets by a noun of getting (`contract`, `order`)."""
    word = sentence.text[cue.start : cue.end].lower()
    source = _sources(sentence, cue, focus)
    owner = owner_of(sentence, cue)
    if not owner and (owner := subject_of(sentence, cue)):
        given = [c for c in sentence.kinds("give") if owner[-1].end <= c.start < cue.start]
        if (
            given and not source and not _tells_of_purchase(sentence, cue, given[-1])
        ):  # `Korea sold Poland 672 launchers; the first contract is worth 3 billion`
            return read_give(sentence, given[-1], focus)
    if owner and not source and BOOKED.search(sentence.text, owner[-1].end, cue.start):
        return owner, ()  # `a enregistré 8,2 milliards d'euros de commandes`: who books orders sells
    buyer = bought_by(sentence, cue)
    owner = buyer or owner or who_pays(sentence, cue) or of_whom(sentence, cue)
    if not owner and not source:  # `ein Vertrag über 105 Panzer für Litauen`
        owner = tuple(a for a in marked(sentence, ("TO",), cue.end, after=True) if is_for(sentence, a))
    if not owner and sentence.language == "tr":  # `Polonya'ya 24 TB2 için sözleşme`: the dative gets
        owner = marked(sentence, ("TO",), cue.start, after=False)
    firms = tuple(a for a in owner if a.kind == "company")
    if firms and len(firms) < len(owner) and not source:  # `Saab and Poland signed a contract`
        return firms, tuple(a for a in owner if a.kind != "company")
    other = marked(sentence, ("WITH",), cue.end, after=True)
    if not other and sentence.language != "en":
        other = marked(sentence, ("WITH",), cue.start, after=False)
    if not source and other and other[0] not in owner:
        return with_partner(sentence, owner, other)
    went = WENT_TO.search(sentence.text, cue.end, min(sentence.end, cue.end + 90))
    winner = [a for a in sentence.actors if went and a.start >= went.end() - 1 and a.mark == "TO"]
    if winner and not source:  # `a contract worth A$50 billion that went to France`
        return group(sentence, winner[0]), tuple(a for a in owner if a.code != winner[0].code)
    if source and not buyer and _is_received(word, owner):
        return tuple(a for a in owner if a not in source), source
    if owner and not source and all(a.kind == "company" for a in owner):
        states = [a for a in sentence.actors if a.end <= owner[0].start and a.mark == "" and a.kind != "company"]
        after = tuple(a for a in marked(sentence, ("TO",), cue.end, after=True) if is_for(sentence, a))
        # a firm's contract is one that it sells under; `Ukraine awarded Saab a contract`, `Saab's contract to build jets for Mali`
        return owner, tuple(states[-1:]) or after
    source = source or seller_of_thing(sentence, focus, owner)
    return source, tuple(a for a in owner if a not in source)
