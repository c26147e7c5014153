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
    return _to(figure, places[0]) if places else figure


def given_in(figure: Figure, sentence: Sentence) -> Figure:
    """`In Senegal, France delivered two boats`: what is delivered in the country that a sentence opens with is for it."""
    is_open = not figure.recipients and figure.stage == "delivered" and "P-GIVE" in figure.rules
    return _to(figure, sentence.actors[0].code) if is_open and _opens(figure, sentence) else figure


def _to(figure: Figure, code: str) -> Figure:
    return figure._replace(recipients=(code,), recipient=code, rules=(*figure.rules, "P-PLACE"))


OPENING = 12  # characters before the country that a sentence opens with: `Meanwhile in`


def _opens(figure: Figure, sentence: Sentence) -> bool:
    """True where a country opens the sentence as a place and who gives follows; a capital, `in Dakar`, is a venue."""
    if len(sentence.actors) < 2:
        return False
    place, giver = sentence.actors[:2]
    is_first = place.mark == "IN" and place.kind.startswith("country") and place.start - sentence.start <= OPENING
    return is_first and place.code != giver.code and figure.suppliers == (giver.code,) and not giver.mark


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
