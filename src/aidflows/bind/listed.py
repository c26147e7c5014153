"""Who gets which amount where a sentence lists several: the name beside an amount, before a bracket, after a gap."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aidflows.bind.places import group
from aidflows.bind.sentence import Sentence
from aidflows.recognise.portions import is_of_part
from aidflows.recognise.tokens import magnitudes
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Actor, Cue


class Parties(NamedTuple):
    """The parties of one figure and the cue that bound them."""

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    funders: tuple[Actor, ...] = ()
    cue: Cue | None = None
    rule: str = ""


# between a name and its amount: `Qatar ($131 million`, `Ägypten war 2021 mit`, `Azerbaijan with about`
OPENED = re.compile(
    r"(?:\s+(?:was|were|war|waren|ist|is|era|était|fue|był|była|была|было)\b)?(?:\s+(?:in\s+|en\s+|im\s+Jahr\s+)?\d{4}\b)?"
    r"(?:\s*\(\s*|\s+(?:with|at|of|,|mit|avec|con|med|z|с|із|з|за)\s+)(?:(?:about|around|some|worth|over|nearly|with|rund|knapp|environ|unos|circa|около)\s+)?"
)
RIGHT_BEHIND = re.compile(
    r"\s+to\s(?:support|help|assist|equip|aid)\s(?:the\s)?(?:[\w]+\s){0,3}(?:of\s)?(?:the\s)?|\s+(?:for|to|für|auf|pour|para|per|do|dla|для|till)\s+(?:the\s+|la\s+|die\s+|l['’])?(?:(?:grants?|assistance|loans?|aid|support|military\said)(?:\s+only)?\s+(?:for|to)\s+(?:the\s+)?)?"
    r"|\s(?:destined|intended|meant|earmarked|bound|destinée?s?|destinad[oa]s?|destinat[oaie]|avsedda?|przeznaczon\w+|предназначен\w+|призначен\w+)\s(?:for\s|to\s|al\s|alla\s|ai\s|all['’]|a\s|au\s|aux\s|à\s|para\s|för\s|dla\s|для\s)(?:the\s|la\s|le\s|l['’])?"
)
LEFT_BEHIND = re.compile(
    r"(?:['’]\w+(?:\s+d[ea])?(?:\s+\d{4}['’]\w+)?)?\s+(?:(?:another|some|about|over|around|nearly)\s+)?(?:(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens\sof|several)\s(?:[\w'’/-]+\s+){0,4})?"
)
OWN_AMOUNT = re.compile(
    r"['’]s?\s(?:US)?[$€£]\s?\d"
)  # `Poland's $6 billion of tanks and Kuwait's $1 billion of munitions`
IN_LIST = re.compile(r"[^\W\d_]{3,}:?\s(?:US)?[$€£]\s?\d")
GAP_BEFORE = re.compile(
    r"(?:(?:,|;)?\s+(?:and|while|but|und|sowie|et|tandis\sque|y|mientras\sque|e|mentre|och|medan|oraz|zaś|natomiast|i|и|та|а|й|ve|ise)|,\s+a|[,;])\s+(?:l['’]|(?:the|la|die|der|le|les|el|los|il|lo|gli)\s+)?\Z"
)
GAP_AFTER = re.compile(
    r"(?:,\s(?:through|until|by|over|in|for|bis|hasta|entro)\s[^,;$€£]{2,20}(?=,))?(?:\s+[-–—]|,)?\s+(?:with\s+|mit\s+|avec\s+|con\s+|med\s+|с\s+|із\s+|z\s+|for\s+|für\s+|pour\s+|por\s+|per\s+|för\s+|za\s+|на\s+|за\s+)?(?:the\s(?:first|second|third|fourth|fifth|last)\sof\s)?"
    r"(?:(?:ще|ещё|еще|weitere[nr]?|zusätzlich|encore|otr[oa]s|altr[ei]|ytterligare|kolejne|dalsze|rund|etwa|über|environ|quelque|unos|unas|circa|omkring|około|około|около|близько|понад|более|ponad|oltre|jusqu['’]à|bis\szu)\s+){0,2}(?:\d|[$€£]|a\s|an\s|another\s|some\s|about\s|around\s|more\s+than\s"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|deux|trois|quatre|cinq|dix|douze|dos|tres|cuatro|cinco|seis|ocho|diez|due|tre|quattro"
    r"|två|fyra|dwa|trzy|cztery|pięć|sześć|два|две|три|четыре|пять|шесть|дві|чотири|п['’]ять|шість|iki|üç|dört|beş|altı)\s)"
)


def adjacent(sentence: Sentence, parties: Parties, start: int, end: int) -> Parties:
    """`$3 billion for Israel, $1.3 billion for Egypt`: of several recipients each amount takes the one right behind it."""
    parties = _of_the_part(sentence, parties, end)
    listed = [a for a in sentence.actors if sentence.text[a.end : start] in (" ", ": ") and a.mark != "OF"]
    if listed and _gives_too(sentence, parties, listed[0]):
        return parties
    if listed and parties.cue is not None and len(IN_LIST.findall(sentence.text, sentence.start, sentence.end)) > 1:
        givers = tuple(a for a in parties.suppliers if a.code != listed[0].code)
        return parties._replace(suppliers=givers, recipients=(listed[0],))  # `Egypt $1.3 billion, Jordan $425 million`
    owners = [a for a in sentence.actors if OWN_AMOUNT.match(sentence.text, a.end)]
    if len(owners) > 1 and parties.cue is not None and not any(a.mark == "TO" for a in sentence.actors):
        mine = tuple(a for a in owners if sentence.text[a.end : start].strip("'’s ") == "")[:1]
        taken = {a.code for a in owners}
        givers = tuple(a for a in parties.suppliers if a.code not in taken)
        return parties._replace(suppliers=givers, recipients=mine) if mine else parties
    before = [
        a
        for a in sentence.actors
        if (a.mark == "TO" or _is_next_object(sentence, a, parties)) and a.end < start
        and LEFT_BEHIND.fullmatch(sentence.text, a.end, start)
    ]  # fmt: skip
    if before and parties.cue is not None and _has_others(sentence, before[-1]):
        return parties._replace(
            recipients=group(sentence, before[-1])
        )  # `to Hungary 12 tanks, to Ukraine 14 howitzers`
    parties = _of_others(sentence, parties, end)
    after = [a for a in sentence.actors if a.mark == "TO" and 0 < a.start - end <= 40]
    others = [a for a in sentence.actors if a.mark == "TO" and a.code != (after[0].code if after else "")]
    if (
        after and not others and parties.cue is not None and parties.cue.kind == "give"
    ):  # `gave Mali $9m, and $3m to Chad`
        objects = (a for a in sentence.actors if 0 <= a.start - parties.cue.end <= 5 and not a.mark)
        others = [a for a in objects if a.code != after[0].code and a.end < start]
    if after and others and parties.cue is not None and RIGHT_BEHIND.fullmatch(sentence.text, end, after[0].start):
        return parties._replace(recipients=group(sentence, after[0]))
    return _in_segment(sentence, parties, start)


def _in_segment(sentence: Sentence, parties: Parties, start: int) -> Parties:
    """`An Ungarn gingen 1,03 Mrd., an Israel 326 Mio.`: of several recipients the one between the last comma and the amount."""
    segment = [
        a
        for a in sentence.actors
        if a.mark == "TO" and a.end <= start and not re.search(r"[,;]", sentence.text[a.end : start])
    ]
    if (
        segment
        and parties.cue is not None
        and len({a.code for a in sentence.actors if a.mark == "TO"}) > 1
        and sentence.language != "en"
    ):
        return parties._replace(
            recipients=group(sentence, segment[-1])
        )  # `An Ungarn gingen 1,03 Mrd., an Israel 326 Mio.`
    return parties


def _gives_too(sentence: Sentence, parties: Parties, actor: Actor) -> bool:
    """True of Germany in `Britain has provided $10 billion, Germany $15 billion`; not where who gets stands right behind the verb."""
    cue = parties.cue
    if cue is None or cue.kind != "give" or actor.code not in {a.code for a in parties.suppliers}:
        return False
    return not any(0 <= a.start - cue.end <= 5 for a in sentence.actors)


def _is_next_object(sentence: Sentence, actor: Actor, parties: Parties) -> bool:
    """True of Niger in `sold Chad two drones and Niger six`: a second pair of objects of one verb."""
    cue = parties.cue
    if cue is None or cue.kind != "give" or actor.mark or actor.start < cue.end:
        return False
    has_first = any(0 <= a.start - cue.end <= 5 and a.start < actor.start and not a.mark for a in sentence.actors)
    return has_first and NEXT_OBJECT.search(sentence.text, cue.end, actor.start) is not None


NEXT_OBJECT = re.compile(
    r"(?:\s(?:and|und|et|y|e|och|i|oraz|и|і|та))\s(?:(?:a\syear\slater|the\s(?:following|next)\syear|later|in\s\d{4}|last\s\w+)\s)?(?:the\s)?\Z"
)


def _has_others(sentence: Sentence, actor: Actor) -> bool:
    """True where several parties are given to: one `to` alone holds for all amounts of the sentence."""
    return actor.mark != "TO" or len({a.code for a in sentence.actors if a.mark == "TO"}) > 1


def each_bracketed(sentence: Sentence, parties: Parties, start: int) -> Parties | None:
    """`led by Hungary (1.78 billion), Egypt (802 million)`: in a list of names with brackets each amount is of its name."""
    named = [a for a in sentence.actors if _bracketed().match(sentence.text, a.end)]
    opened = sentence.text.rfind("(", sentence.start, start)
    is_inside = opened >= 0 and ")" not in sentence.text[opened:start]
    mine = tuple(a for a in named if is_inside and sentence.text[a.end : opened] in (" ", "\n"))[:1]
    if parties.cue is None or len({a.code for a in named}) < 2 or not mine:
        return None
    listed = {a.code for a in named}
    is_source = named[0].mark == "FROM" and sentence.language == "en"  # `with licences from Germany (€4.34 billion)`
    # in `Germany (1.5 billion), France (602 million) and Chad, which bought parts` the verb is of the last alone
    if is_source or (parties.cue.kind in ("get", "noun_get") and parties.cue.start < opened):
        return parties._replace(suppliers=mine, recipients=tuple(a for a in parties.recipients if a.code not in listed))
    return parties._replace(recipients=mine, suppliers=tuple(a for a in parties.suppliers if a.code not in listed))


@cache
def _bracketed() -> re.Pattern[str]:
    """Return the pattern of an amount in brackets behind a name: ` (€1.78 billion`."""
    return re.compile(
        rf"\s\((?:[^()\d$€£]{{0,40}},\s)?(?:US)?[$€£]?\s?\d[\d.,]*\s?(?:{alternatives(list(magnitudes()))})?\b"
    )


def _of_the_part(sentence: Sentence, parties: Parties, end: int) -> Parties:
    """`12 Milliarden Euro, davon 4 Milliarden für die Ukraine`: who gets the part is not who gets the whole."""
    kept = tuple(a for a in parties.recipients if a.start < end or not is_of_part(sentence.text, end, a.start, a.end))
    return parties if len(kept) == len(parties.recipients) else parties._replace(recipients=kept)


TO_OTHERS = re.compile(
    r"\s(?:in\s(?:[a-z-]+\s){1,3})?(?:for|to)\s(?:[\w'’-]+\s){0,5}?(?:states|countries|nations|governments|rebels|allies|partners|neighbou?rs|groups|forces|refugees|families|victims)\b(?:[^,;.$€£\d]{0,40})(?:,|;|\sand)\s(?:another\s|a\sfurther\s|about\s)?(?:[A-Z]{0,3}[$€£]\s?)?\d"
)


def _of_others(sentence: Sentence, parties: Parties, end: int) -> Parties:
    """`$120 million for three states and $60 million for Mali`: whom nobody names is not who gets the next amount."""
    others = TO_OTHERS.match(sentence.text, end, sentence.end)
    if others is None or any(end <= a.start < others.end() and a.mark == "TO" for a in sentence.actors):
        return parties
    return parties._replace(recipients=tuple(a for a in parties.recipients if a.start < end), rule="P-OTHERS")


LIST_OF = re.compile(r"(?P<side>\s(?:by|to)\b)[^.;()]{0,40}:")


def _before_bracket(sentence: Sentence, start: int, named: list[Actor]) -> Parties | None:
    """`Pledged by others: Poland (240 T-72M1, 18 Krab), Czechia (40 T-72M1)`: who stands before the bracket that holds the item."""
    text = sentence.text
    opened = text.rfind("(", sentence.start, start)
    if opened < 0 or ")" in text[opened:start]:
        return None
    holder = next((a for a in reversed(named) if text[a.end : opened] in (" ", "\n")), None)
    cue = next((c for c in sentence.kinds("give") if LIST_OF.match(text, c.end, start)), None)
    head = LIST_OF.match(text, cue.end, start) if cue else None
    if holder is None or head is None:
        return None
    others = tuple(a for a in sentence.actors if a.end <= head.end() and a.code != holder.code)[:1]
    if head["side"].strip() == "by":
        return Parties((holder,), others, (), cue, "P-LISTED")
    return Parties(others, (holder,), (), cue, "P-LISTED")


def bracketed(sentence: Sentence, start: int) -> Parties | None:
    """`the top buyer, followed by Qatar ($131 million)`: the name before the bracket, in a list of buyers or of donors."""
    named = [a for a in sentence.actors if a.end <= start]
    if in_brackets := _before_bracket(sentence, start, named):
        return in_brackets
    # `followed by` ranks buyers, unless the sentence speaks of donors or sellers
    lists = sentence.kinds("recipient_word", "supplier_word") or sentence.kinds("rank_word")
    if not named or not lists:
        return None
    near = min(lists, key=lambda c: abs(c.start - start))
    anchor = max(
        named[-1].end, near.end if near.end <= start else 0
    )  # `Qatar ($131 million)`, `the top buyer with $213 million`
    if not OPENED.fullmatch(sentence.text, anchor, start):
        return None
    if near.kind == "supplier_word":
        told = [a for a in named if a.end <= near.start]
        if named[-1].mark == "TO" and told:  # `Germany is the largest donor to Ukraine with`
            return Parties((told[-1],), (named[-1],), (), near, "P-LISTED")
        return Parties((named[-1],), (), (), near, "P-LISTED")
    of = [
        a for a in sentence.actors if 0 <= a.start - near.end <= 30 and a.kind == "demonym" and a.code != named[-1].code
    ]
    return Parties(tuple(of[:1]), (named[-1],), (), near, "P-LISTED")


def gapped(sentence: Sentence, parties: Parties, start: int) -> Parties:
    """`China supplied 17 jets, and Russia six`: the second subject has its own things, and is no recipient of the first's."""
    if parties.cue is None or parties.cue.kind not in ("give", "get"):
        return parties
    behind = [a for a in sentence.actors if a.start > parties.cue.end and a.mark == ""]
    # `Zudem liefern Norwegen, Dänemark und Schweden zwölf Haubitzen`: all of them are the subject
    is_next = behind and RIGHT_AT.fullmatch(sentence.text, parties.cue.end, behind[0].start)
    listed = group(sentence, behind[0]) if is_next else ()
    cuts = [a for a in behind if a not in listed and _is_gapped(sentence, a)]
    cut = next((a for a in reversed(cuts) if a.end < start), cuts[0] if cuts else None)
    if cut is None:
        return parties
    mine = (cut,) if start > cut.end else ()
    is_subject = sentence.text.startswith(", ", cut.end) and sentence.text.rfind(";", parties.cue.end, cut.start) > 0
    if parties.cue.kind == "give" and _is_given(parties) and not is_subject:
        return parties._replace(recipients=mine or parties.recipients)  # `gave Riga 75 million, Oslo 60`
    if parties.cue.kind == "give":
        others = tuple(a for a in parties.recipients if a.code != cut.code)
        return parties._replace(suppliers=mine or parties.suppliers, recipients=others)
    own = tuple(a for a in sentence.actors if a.mark == "FROM" and a.start >= start)[:1] if mine else ()
    others = own or tuple(a for a in parties.suppliers if a.code != cut.code)
    return parties._replace(recipients=mine or parties.recipients, suppliers=others)


RIGHT_AT = re.compile(r"\s(?:[a-zäöå]+\s)?")  # a space, or `both`, and no comma


def _is_given(parties: Parties) -> bool:
    """True where the first who gets stands right behind the verb without a preposition: those that follow bare get too."""
    if parties.cue is None or not parties.recipients:
        return False
    first = parties.recipients[0]
    return first.mark == "" and 0 < first.start - parties.cue.end <= NEXT


NEXT = 5  # characters between a verb and its object: a space and an article
DASH = re.compile(r"\s[–—]\s")  # `а Латвія – дронів на 20 млн`: a dash for the verb


def _is_gapped(sentence: Sentence, actor: Actor) -> bool:
    head = sentence.text[max(sentence.start, actor.start - 14) : actor.start]
    is_dashed = sentence.language in ("ru", "uk", "pl") and DASH.match(sentence.text, actor.end) is not None
    ends = [actor.end, *(a.end for a in sentence.actors if a.mark == "FROM" and 0 < a.start - actor.end < SOURCE)]
    return bool(GAP_BEFORE.search(head) and (is_dashed or any(GAP_AFTER.match(sentence.text, end) for end in ends)))


SOURCE = 14  # characters between a second party and from whom it gets: `, Niger dall'Italia quattro obici`
