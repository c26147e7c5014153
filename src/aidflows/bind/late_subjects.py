"""Finds who acts in what opens a sentence without a subject of its own (openers.csv): behind its comma, `Après avoir vendu 12 obusiers au Mali, la Norvège ...`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor, Cue

NOUNS = ("noun_give", "noun_get")
VERBS = ("give", "get")
CONVERB = {"ru": re.compile(r"(?:[аяеиы]в(?:ши)?|[ая]я|яя|уя)\Z"), "uk": re.compile(r"(?:вши|чи)\Z"), "pl": re.compile(r"(?:wszy|łszy|jąc|iąc|ąc)\Z"),
    "es": re.compile(r"ndo\Z"), "it": re.compile(r"ndo\Z"), "en": re.compile(r"(?:ing|[Hh]aving\s\w+)\Z")}  # fmt: skip
# `Efter att ha skänkt 12 haubitsar till Mali beställde Norge`: in Swedish the subject stands behind the next verb
BEHIND_VERB = re.compile(r"\w\s\w+\s\Z")
BEHIND_COMMA = re.compile(r",\s(?:the\s|la\s|le\s|les\s|l['’]|el\s|il\s|lo\s|i\s|los\s)?\Z")
ARTICLE = re.compile(r"\s(?:(?:die|der|das)\s)?")
AUXILIARY = re.compile(
    r"\s(?:hat|haben|hatte|wird|werden|will|wollen|kann|konnte|soll|har|hade|ska|skall|kommer|vill|kan)\s(?:(?:die|der|das)\s)?\Z"
)


@cache
def _opener(language: str, column: str) -> re.Pattern[str]:
    """Return the pattern of a sentence's first words up to a verb or noun: `After its first `, `Après avoir `."""
    words = alternatives(listed_words("openers", language, column=column))
    return re.compile(
        rf"\W{{0,3}}(?:{words})(?:\s|(?<=['’]))(?:[^\s,;.\d]+?(?:\s|(?<=['’]))){{0,3}}" if words else NOTHING,
        re.IGNORECASE,
    )


def late_subject(sentence: Sentence, cue: Cue) -> Actor | None:
    """Return Norway in `Après avoir vendu 12 obusiers au Mali, la Norvège forme ses équipages`, `Продав Мали 12 гаубиц, Норвегия ...`."""
    if sentence.language == "tr":  # `Mali'ye 12 obüs verdikten sonra Norveç`: what opens is cut off behind who acts
        return next((a for a in sentence.actors if a.end == sentence.end and a.mark == ""), None)
    is_noun = cue.kind in NOUNS
    shape = CONVERB.get(sentence.language)
    is_converb = (
        cue.start - sentence.start < 12 and shape is not None and shape.search(sentence.text, cue.start, cue.end)
    )
    opener = _opener(sentence.language, "noun" if is_noun else "clause")
    if not (is_converb and not is_noun) and not opener.fullmatch(sentence.text, sentence.start, cue.start):
        return None
    behind = [a for a in sentence.actors if a.start > cue.end and a.mark == "" and a.kind != "demonym"]
    if behind and behind[-1].end == sentence.end:
        return behind[-1]  # an opening cut off ends with who acts
    if is_noun and sentence.language in ("de", "sv"):
        return next((a for a in behind if any(is_inverted(sentence, a, v) for v in sentence.kinds(*VERBS))), None)
    if not is_converb and sentence.language in ("pl", "ru", "uk"):
        return next((a for a in behind if any(0 < v.start - a.end <= NEAR for v in sentence.kinds(*VERBS))), None)
    follows = BEHIND_VERB if sentence.language == "sv" else BEHIND_COMMA
    return next((a for a in behind if follows.search(sentence.text, max(cue.end, a.start - 24), a.start)), None)


NEAR = 24  # characters between a subject and its verb: `Polska w 2023 r. zamówiła`


def is_inverted(sentence: Sentence, actor: Actor, verb: Cue) -> bool:
    """True of Norway in `Nach der Lieferung bestellte Norwegen`, `Efter köpet har Norge ... köpt`: it stands right behind the verb of its clause."""
    if verb.start > actor.end:
        return AUXILIARY.search(sentence.text, max(sentence.start, actor.start - 24), actor.start) is not None
    return ARTICLE.fullmatch(sentence.text, verb.end, actor.start) is not None
