"""Makes figures of money, hardware and people from what was bound in one sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from aidflows.bind.listed import Parties
from aidflows.bind.own_clauses import without_partners
from aidflows.bind.parties import bind_parties
from aidflows.bind.scope import Setting, bind_setting, is_replaced, nearest
from aidflows.bind.sentence import Sentence
from aidflows.bind.signers import bind_signers
from aidflows.bind.unsaid import is_unsaid
from aidflows.gazetteer.conjugation import says_we
from aidflows.gazetteer.lists import load_systems, load_types
from aidflows.normalise.bounds import is_collective, make_bounds, parse_qualifier
from aidflows.normalise.periods import covered_period, date_figure
from aidflows.normalise.placed import given_in, spent_in
from aidflows.normalise.scope import buys_own_make, find_outside, is_own_procurement
from aidflows.normalise.topic import has_topic
from aidflows.recognise.between import told_between
from aidflows.records import Actor, Cue, Figure, Item, Money, When

PRONOUN = re.compile(
    r"(?:It|They|Its|Their|This|These|The\s(?:package|deal|contract|aid|assistance|sale|new|money|country|government|order|company))\b"
)
PER_UNIT = re.compile(
    r"[\s,]*(?:each\b|apiece|a\sunit\b|a\scopy\b|per\s(?:unit|piece|item|aircraft|missile|shot|round|tank|drone|vehicle|system|shell|copy)|a\spiece\b|pro\sStück|je\sStück|pro\sExemplar|par\sunité|par\sexemplaire|por\sunidad|cada\suno|cada\suna|l'unité|l’unité|ciascuno|ciascuna|l'uno|per\sstuk|per\sstyck|styck\b|za\ssztukę|każdy\b|за\sштуку|за\sединицу|каждый\b|за\sодиницю|кожен\b|adet\sbaşına|tanesi\b|birim)"
)
# `por uno de esos aparatos pagó 55 millones`, `for each of them it paid`
PER_ONE = re.compile(
    r"\b(?:for|per|por|pour|für|za|за)\s+(?:(?:one|each|uno|una|cada\suno|chacun|chacune|chaque|einen|jeden|jede|każdy|каждый|кожен)\s+(?:of|de|d’|d'|von|der|z|из|з)\s*)[^.,;]{0,50}\Z|\b(?:unit\sprice|unit\scost|birim\sfiyatı|prix\sunitaire|coût\sunitaire|costo\sunitario|coste\sunitario|prezzo\sunitario|Stückkosten|Stückkosten\sdes|koszt\sjednostkowy|styckpris|precio\sunitario|Stückpreis|cena\sjednostkowa)\b[^.;]{0,30}\Z"
    r"|\b(?:[Ee]ach|[Ee]very|[Oo]ne|[Aa]\ssingle)\s+[^.;,]{1,40}\s(?:costs?|cost|is\spriced\sat|sells\sfor|goes\sfor|runs\sto)\s+(?:\w+\s+){0,2}\Z"
    r"|\b(?:chaque|jeder|jede|jedes|cada|ogni|varje|każdy|każda|her\sbir)\s[^.;,]{1,40}\s(?:vaut|coûte|kostet|cuesta|vale|costa|kostar|kosztuje)\s+(?:\w+\s+){0,2}\Z"
    r"|(?:стоимость|цена|вартість|ціна)\s(?:одного|одной|однієї|каждого|кожного)\s[^.;]{1,50}\Z",
    re.IGNORECASE,
)


UNIT_COST = re.compile(
    r"\b(?:[Ee]ach|[Ee]very|[Oo]ne|[Aa]\ssingle)\s+[^.;,]{1,40}\s(?:costs?|is\spriced\sat|sells\sfor|goes\sfor|runs\sto)\s+(?:\w+\s+){0,2}\Z"
    r"|\b(?:cost|price)\sof\s(?:a|an|one|each|every)(?:\ssingle)?\s[^.;,]{1,40}\s(?:is|was|runs\sto|comes\sto)\s+(?:\w+\s+){0,2}\Z|\bsells?\sfor\s+(?:\w+\s+){0,2}\Z"
)
EXPORTS = re.compile(
    r"\bexports\b|\bRüstungsexporte\b|\bAusfuhr(?:en)?\b|\bEinzelgenehmigungen\b|genehmigungen\b|\bexportations\b|\bprises\sde\scommandes\b|\bexportaciones\b|\besportazion[ei]\b|\bihracat|экспорт|експорт|\beksport|\bvapenexport|materielexport",
    re.IGNORECASE,
)


def make_money(sentence: Sentence, money: Money, types: list[Cue], context: When | None, name: str) -> Figure:
    """Return the figure of a money surface with what its sentence says about it."""
    text = sentence.text
    before = text[max(sentence.start, money.start - 70) : money.start]
    after = text[money.end : min(sentence.end, money.end + 60)]
    told = parse_qualifier(before, after, sentence.language)
    if told[0] == "exact" and is_collective(text[money.start : money.end], sentence.language):
        told = ("about", "")
    qualifier, low, best, high = _money_bounds(money, *told)
    makers = {load_systems()[c.value[0]]["origin_iso3"] for c in types if c.kind == "system"}
    parties = bind_parties(sentence, money.start, money.end)
    maker = makers.pop() if len(makers) == 1 else ""
    parties = bind_signers(sentence, parties, maker) if maker else parties
    setting = bind_setting(sentence, money.start, money.end, parties.cue)
    figure = Figure(
        document=name, kind="money", surface=text[money.start : money.end], start=money.start, end=money.end,
        value_low=low, value=best, value_high=high, unit=money.currency, qualifier=qualifier,
        is_per_unit=bool(PER_UNIT.match(after) or PER_ONE.search(before)), sentence=(sentence.start, sentence.end),
    )  # fmt: skip
    figure = _place(figure, sentence, parties, setting, context)
    if figure.flow_type == "lease" and not types:
        figure = figure._replace(flow_type="loan")  # money lent is a loan; jets lent are a lease
    figure = spent_in(_money_content(figure, sentence, types), sentence)
    at_home = buys_own_make(parties.cue, figure.suppliers, figure.recipients, maker)
    own = "O-OWN-PROCUREMENT" if at_home or is_own_procurement(sentence, money.start, parties.cue) else None
    outside = (
        own or find_outside(figure, sentence, setting, types) or ("O-UNIT-PRICE" if UNIT_COST.search(before) else None)
    )
    alone = figure.is_per_unit and parties.cue is None
    outside = (
        outside
        or ("O-UNIT-PRICE" if alone else None)
        or ("O-REFUSED" if figure.stage == "refused" or "R-DENIED" in figure.rules else None)
    )
    if outside:
        role = figure.role if figure.role in ("loss", "inventory") else "context"
        return figure._replace(in_scope=False, role=role, rules=(*figure.rules, outside))
    return _money_role(figure, sentence)


def _money_bounds(
    money: Money, qualifier: str, bound: str
) -> tuple[str, Decimal | None, Decimal | None, Decimal | None]:
    if money.shape == "vague" or money.low is None or money.high is None:
        return "about", money.low, money.low, money.high
    if money.shape == "single":
        return qualifier, *make_bounds(money.low, qualifier, bound, money.step)
    return money.shape, money.low, (money.low + money.high) / 2 if money.shape == "range" else None, money.high


def _money_role(figure: Figure, sentence: Sentence) -> Figure:
    special = figure.stage in ("interest", "requested", "refused")
    is_transfer = figure.role == "inventory" or (figure.role == "context" and not special)
    total = nearest(sentence, figure.start, figure.end, "exporter_total")
    exports = nearest(sentence, figure.start, figure.end, "noun_give")
    is_export = bool(exports and exports[0] < 90 and EXPORTS.search(sentence.text, exports[1].start, exports[1].end))
    is_total = bool(total and total[0] < 80) or is_export  # a firm's or a country's exports, to nobody named
    level = "exporter_total" if is_total and not figure.recipients else figure.level
    rules = (*figure.rules, "L-REMAINDER") if sentence.kinds("remainder") else figure.rules
    return figure._replace(role="transfer" if is_transfer else figure.role, level=level, rules=rules)


def _money_content(figure: Figure, sentence: Sentence, types: list[Cue]) -> Figure:
    far = ((abs(t.start - figure.start) if t.start >= figure.end else figure.start - t.end, t.start, t) for t in types)
    near = sorted(far, key=lambda n: n[:2])
    near = [n for n in near if n[0] <= 90 and not _between(sentence, n[2], figure)]
    text = sentence.text[sentence.start : sentence.end].lower()
    head = sentence.text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 80)].lower()
    modality = "cash" if "cash" in head else "unknown"
    if near:
        system_type = near[0][2].value[0] if near[0][2].kind == "type" else ""
        category = load_types()[system_type]["category"] if system_type else figure.category
        item = plain_item(system_type) if system_type else None
        return figure._replace(
            content="hardware",
            category=category or "not_itemised",
            item=item,
            modality="in_kind",
            system_type=system_type or None,
        )
    if figure.flow_type in ("grant", "loan", "guarantee"):
        financial = modality == "cash" or "financial" in text or figure.flow_type != "grant"
        category = "money" if financial else "not_itemised"
        return figure._replace(
            content="money" if financial else "mixed", category=category, item="military aid", modality=modality
        )
    return figure._replace(
        content="hardware", category="not_itemised", item="arms and military equipment", modality="in_kind"
    )


def _between(sentence: Sentence, cue: Cue, figure: Figure) -> bool:
    """True where another amount or a break stands between the item and the money."""
    a, b = (cue.end, figure.start) if cue.end <= figure.start else (figure.end, cue.start)
    gap = sentence.text[a:b]
    return bool(re.search(r"[$€£]\s?\d|;|\)\s*,|\),\s|\sand\s.*\d", gap))


def plain_item(system_type: str) -> str:
    """Return what a system type is called in plain English, in the plural.

    >>> plain_item("radio"), plain_item("MLRS")
    ('radios', 'multiple rocket launchers')
    """
    nouns = load_types()[system_type]["nouns"].split("|")
    mass = nouns[0].endswith(("equipment", "ammunition", "arms", "weapons"))
    return nouns[0] if mass or len(nouns) == 1 else nouns[1]


def make_hardware(sentence: Sentence, item: Item, context: When | None, name: str) -> Figure:
    """Return the figure of a system or typed item with its quantity and what its sentence says about it."""
    text = sentence.text
    origin = load_systems()[item.system_id]["origin_iso3"] if item.system_id else ""
    parties = bind_signers(sentence, bind_parties(sentence, item.start, item.end), origin)
    setting = bind_setting(sentence, item.start, item.end, parties.cue)
    if is_replaced(sentence, item.start if item.quantity_start is None else item.quantity_start, item.end):
        parties, setting = Parties(), Setting("inventory", None, None, setting.assertion, None, ("R-REPLACED",))
    low, best, high, qualifier = _quantity_bounds(sentence, item)
    row = load_types()[item.system_type]
    has_quantity = item.quantity_start is not None
    figure = Figure(
        document=name, kind="hardware", surface=text[item.start : item.end], start=item.start, end=item.end,
        value_low=low, value=best, value_high=high, unit="items", qualifier=qualifier,
        quantity_surface=text[item.quantity_start : item.quantity_end] if has_quantity else None,
        quantity_start=item.quantity_start, quantity_end=item.quantity_end, content="hardware", category=row["category"],
        item=item.system or plain_item(item.system_type), system_id=item.system_id, system=item.system or plain_item(item.system_type),
        system_type=item.system_type, sipri_category=row["sipri_category"] or None, modality="in_kind", sentence=(sentence.start, sentence.end),
    )  # fmt: skip
    figure = _place(figure, sentence, parties, setting, context)
    at_home = buys_own_make(parties.cue, figure.suppliers, figure.recipients, origin)
    if at_home or is_own_procurement(sentence, item.start, parties.cue):
        return figure._replace(role="context", in_scope=False, rules=(*figure.rules, "O-OWN-PROCUREMENT"))
    if not (item.system or figure.recipients or has_topic(text, sentence.start, sentence.end, sentence.language)):
        return figure._replace(role="context", in_scope=False, rules=(*figure.rules, "O-OFF-TOPIC"))
    scope = figure.role == "transfer" and bool(figure.suppliers or figure.recipients)
    return figure._replace(in_scope=scope or figure.role == "context")


WORD_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?\s\Z")


def _quantity_bounds(sentence: Sentence, item: Item) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    if item.quantity_start is None or item.quantity_end is None or item.low is None or item.high is None:
        return None, None, None, "exact" if item.quantity_start is None else "about"  # `dozens of` tanks
    if item.low != item.high:
        return item.low, item.value, item.high, "range"
    before = sentence.text[max(sentence.start, item.quantity_start - 40) : item.quantity_start]
    if sentence.text.startswith("(", item.quantity_start):  # `up to fifty (50)`
        before = WORD_BEFORE.sub("", before)
    after = told_between(sentence.text, item.quantity_end, item.start, language=sentence.language)
    qualifier, bound = parse_qualifier(before, after, sentence.language)
    if sentence.text.startswith("+", item.quantity_end - 1):
        qualifier = "at_least"  # `10,000+ missiles`
    low, best, high = make_bounds(item.low, qualifier, bound, half_unit(item.low))
    return _whole(low), best, _whole(high), qualifier


def half_unit(count: Decimal) -> Decimal:
    """Return half a unit of the last non-zero digit of a whole count, 0 for counts below ten.

    >>> half_unit(Decimal(2500)), half_unit(Decimal(1_000_000)), half_unit(Decimal(7))
    (Decimal('50.0'), Decimal('500000.0'), Decimal('0'))
    """
    digits = format(count.to_integral_value(), "f")
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros * Decimal("0.5") if zeros else Decimal(0)


def _whole(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.to_integral_value()


def make_personnel(
    sentence: Sentence, item: Item, context: When | None, name: str, *, others: tuple[Actor, ...] = ()
) -> Figure:
    """Return the figure of a count of people; training given by one party to another is a transfer."""
    text = sentence.text
    low, best, high, qualifier = _quantity_bounds(sentence, item)
    parties = _trained(sentence, item, bind_parties(sentence, item.start, item.end), others)
    setting = bind_setting(sentence, item.start, item.end, parties.cue)
    training = nearest(sentence, item.start, item.end, "training")
    is_training = bool(training and training[0] < 120) and setting.assertion == "stated"
    figure = Figure(
        document=name, kind="personnel", surface=text[item.start : item.end], start=item.start, end=item.end,
        value_low=low, value=best, value_high=high, unit="persons", qualifier=qualifier,
        quantity_surface=text[item.quantity_start : item.quantity_end], quantity_start=item.quantity_start, quantity_end=item.quantity_end,
        content="training" if is_training else None, category="training" if is_training else None,
        item="training of personnel" if is_training else None, modality="in_kind" if is_training else None, sentence=(sentence.start, sentence.end),
    )  # fmt: skip
    figure = _place(figure, sentence, parties, setting, context)
    hurt = nearest(sentence, item.start, item.end, "casualty")
    moved = nearest(sentence, item.start, item.end, "displaced")
    is_loss = figure.role == "loss" or bool(hurt and hurt[0] < 60 and not (moved and moved[0] < hurt[0]))
    role = "transfer" if is_training else "loss" if is_loss else "context"
    return figure._replace(role=role, in_scope=is_training, flow_type="grant" if is_training else figure.flow_type)


def _trained(sentence: Sentence, item: Item, parties: Parties, others: tuple[Actor, ...]) -> Parties:
    """The nation whose people are counted is the recipient; the other party named, here or before, trains them."""
    first = item.quantity_start or item.start
    own = [a for a in sentence.actors if first <= a.start < item.end + 40 and a.kind != "company"]
    if not own or not nearest(sentence, item.start, item.end, "training"):
        return parties
    host = [a for a in (*sentence.actors, *reversed(others)) if a.code != own[0].code]
    return parties._replace(recipients=(own[0],), suppliers=tuple(host[:1]))


def _codes(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.code for a in actors))


def _org(actors: tuple[Actor, ...]) -> str | None:
    orgs = {a.org_id for a in actors if a.org_id}
    return orgs.pop() if len(orgs) == 1 else None


def _is_said_by_us(sentence: Sentence, cue: Cue) -> bool:
    """True of `verdik`, not of `verdikten sonra`."""
    return (
        says_we(sentence.text[cue.start : cue.end], sentence.language)
        and not sentence.text[cue.end : cue.end + 1].isalpha()
    )


def _place(figure: Figure, sentence: Sentence, parties: Parties, setting: Setting, context: When | None) -> Figure:
    """Put parties, date, stage and assertion on a figure."""
    when, told = date_figure(sentence, figure, context)
    suppliers, recipients = _codes(parties.suppliers), _codes(parties.recipients)
    rules = [r for r in (parties.rule, *setting.rules) if r]
    if PRONOUN.match(sentence.text, sentence.start):
        rules.append("P-PRONOUN")
    if is_unsaid(sentence, parties.cue, bool(suppliers), bool(recipients)):
        rules.append("P-UNSAID")
    if parties.cue is not None and _is_said_by_us(sentence, parties.cue):
        rules.append("P-WE")
    if when is not None:
        rules.append(told)
    spread = covered_period(sentence, figure, when)
    placed = figure._replace(
        supplier=suppliers[0] if len(suppliers) == 1 else None,
        recipient=recipients[0] if len(recipients) == 1 else None,
        suppliers=suppliers, recipients=recipients, funders=_codes(parties.funders),
        date_start=when.date_start if when else None, date_end=when.date_end if when else None, year=when.year if when else None,
        fiscal_year=when.fiscal if when else None, period_start=spread[0], period_end=spread[1],
        flow_type=setting.flow_type, purpose="military", stage=setting.stage, assertion=setting.assertion, role=setting.role,
        claimed_by=setting.claimed_by if setting.assertion == "claimed" else None,
        named=tuple(dict.fromkeys(a.code for a in without_partners(sentence, figure.start).actors if a.mark not in ("IN", "AGAINST") and a.kind != "programme")),
        supplier_org=_org(parties.suppliers), recipient_org=_org(parties.recipients), rules=tuple(rules),
    )  # fmt: skip
    return given_in(placed, sentence)
