"""Finds whose a purchase is: behind the noun, by whom, whom it costs, or who acts behind one that opens the sentence."""

from __future__ import annotations

import re

from aidflows.bind.adjectives import is_kind_of_thing, is_of_thing
from aidflows.bind.places import marked
from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Cue

PURCHASES = re.compile(
    r"(?:\w*käufe?|\w*kauf\b|\w*importe?|\w*[Ee]rwerb|\w*[Bb]eschaffung|achats?|acquisitions?|importations?|commandes?|compras?|adquisición|adquisiciones|importación|importaciones|pedidos?|arrendamiento|acquist[io]|acquisizion[ei]|importazion[ei]|ordin[ei]|noleggi\w*|\w*köp\b|köpet|zakup|nabyci|zamówieni|import|закуп|покуп|купів|заказ|замовл|импорт|імпорт|purchases?|imports?|orders?|acquisitions?|procurement|leases?)",
    re.IGNORECASE,
)


def of_whom(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`die Waffenkäufe Indiens`, `les achats d'armes de l'Inde`, `закупки оружия Индией`: whose purchases, behind the noun."""
    if not PURCHASES.match(sentence.text, cue.start):
        return ()
    marks = ("GEN", "OF", "WITH") if sentence.language in ("ru", "uk") else ("GEN", "OF")
    near = (a for a in sentence.actors if a.mark in marks and 0 < a.start - cue.end <= 26)
    return tuple(a for a in near if not is_of_thing(sentence, a) and not is_kind_of_thing(sentence, a))[
        :1
    ] or _late_buyer(sentence, cue)


WITH_THE = re.compile(
    r"(?:[Ww]ith|[Bb]y|[Tt]hrough|[Mm]it|[Dd]urch|[Aa]vec|[Pp]ar|[Cc]on|[Mm]ed|[Gg]enom|[Ww]raz\sz|[Dd]zięki|[СсCc]|[Зз]|[Зз]авдяки|[Бб]лагодаря|[Вв]місте\sс|[Рр]азом\s[зі]з?)\s(?:[^\s,;.]+\s){0,2}(?:l['’])?\Z"
)


def _late_buyer(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`With the purchase of 12 Norwegian boats, Peru has doubled its fleet`: who acts behind a purchase that opens the sentence."""
    if cue.start - sentence.start > 24 and sentence.language != "tr":
        return ()
    opens = WITH_THE.fullmatch(sentence.text, sentence.start, cue.start) is not None
    if not opens and not (sentence.language == "tr" and BY_BUYING.match(sentence.text, cue.start)):
        return ()
    return tuple(a for a in sentence.actors if a.start > cue.end and a.mark == "" and a.kind != "demonym")[:1]


BY_BUYING = re.compile(r"(?:alım|satın\salım)\w*yla")


BOUGHT_BY = re.compile(
    r"\b(?:by|durch|par|por|przez|da\sparte|por\sparte|de\sla\spart)\s(?:[^\W\d_]+\s|[dl]['’]|dell['’])?\Z"
)


def bought_by(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`the purchase of 12 tanks from Norway by Peru`, `der Kauf durch Estland`, `закупка Эстонией`: by whom, behind a noun of buying."""
    if not PURCHASES.match(sentence.text, cue.start):
        return ()
    by = marked(sentence, ("BY",), cue.end, after=True)
    return tuple(a for a in by if BOUGHT_BY.search(sentence.text, max(cue.end, a.start - 20), a.start))


# `the purchase will cost Switzerland 6 billion`: whom a purchase costs buys
COSTS = re.compile(
    r"\b(?:cost(?:s|ing|ará|arán|aría|ó|erà|ava)?|coûte(?:ra|rait)?|coûté|kostete?n?|kosten|kostade?|kostar|kosztuje|kosztował\w*|kosztować|обойд[её]тся|обойдутся|обошл\w+|стоить|коштуватиме|обійдеться|mal\solacak)(?:\s(?:about\s|unos\s|environ\s|circa\s)?\d[\d.,]*\s[^\d.;,]{3,34}?)?\s(?:to\s|a\s|à\s|al\s|alla\s|all['’]|au\s)?(?:the\s|la\s|die\s|l['’])?\Z"
)


def who_pays(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`The purchase of 36 jets will cost Switzerland about 6 billion`: whom it costs buys."""
    paying = (a for a in sentence.actors if a.start > cue.end)
    return tuple(a for a in paying if COSTS.search(sentence.text, max(cue.end, a.start - 70), a.start))[:1]
