"""Takes the country that aid is spent in for its recipient, where no other is told (rule P-PLACE)."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Figure


def spent_in(figure: Figure, sentence: Sentence) -> Figure:
    """`aid for reconstruction in Ukraine` is aid to Ukraine (rule P-PLACE); `in Paris, Italy pledged` names a venue."""
    if figure.recipients or not (figure.flow_type == "grant" or _is_given(figure)):
        return figure
    named = [a for a in sentence.actors if _is_place(sentence, a) and a.code not in figure.suppliers]
    is_grant = figure.flow_type == "grant"
    places = [
        a.code
        for a in named
        if (a.start >= figure.end or is_grant or _is_of_people(sentence, a))
        and (a.kind != "capital" or (is_grant and a.start >= figure.end))
    ]
    if not places:
        return figure
    return figure._replace(recipients=(places[0],), recipient=places[0], rules=(*figure.rules, "P-PLACE"))


WHERE = re.compile(
    r"\b(?:in|inside|within|across|throughout|around|near|into|on)\s(?:the\s)?(?:[\w-]+\s)?\Z|,\s\Z", re.IGNORECASE
)


def _is_place(sentence: Sentence, actor: Actor) -> bool:
    if actor.mark != "IN" or actor.kind in ("programme", "demonym"):
        return False
    if BOUGHT_IN.search(sentence.text, max(sentence.start, actor.start - 30), actor.start):
        return False
    return (
        sentence.language != "en"
        or WHERE.search(sentence.text, max(sentence.start, actor.start - 30), actor.start) is not None
    )


# `will finance the purchase in Czechia of shells`: where things are bought is nobody's gift
BOUGHT_IN = re.compile(
    r"\b(?:purchases?|procurement|bought|orders?|built|made|produced|production|Kauf|Ankauf|Beschaffung|Produktion|achats?|production|compra|producción|acquisto|produzione|köp|produktion|zakup\w*|produkcj\w*|закупк\w*|закупівл\w*|покупк\w*|купівл\w*|производств\w*|виробництв\w*)\s(?:in|en|w|we|в|у|i|au|aux)\s(?:the\s|la\s|der\s|den\s)?\Z",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\b(?:rebels|fighters|forces|insurgents|guerrillas|militias|groups?|victims|families|households|refugees|people|farmers|civilians|communities)\sin\s(?:the\s)?\Z"
)


def _is_of_people(sentence: Sentence, actor: Actor) -> bool:
    """True of `gave the rebels in Angola $15 million`."""
    return PEOPLE.search(sentence.text, max(sentence.start, actor.start - 30), actor.start) is not None


def _is_given(figure: Figure) -> bool:
    kinds = ("loan", "guarantee") if "P-AID" in figure.rules else ("unknown", "loan", "guarantee")
    return bool(figure.suppliers) and not {"P-GIVE", "P-AID"}.isdisjoint(figure.rules) and figure.flow_type in kinds
