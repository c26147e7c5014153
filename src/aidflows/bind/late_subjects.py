"""Finds who acts in a clause that opens a sentence without a subject of its own: behind its comma, `Après avoir vendu 12 obusiers au Mali, la Norvège ...`."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Cue

# a clause without a subject of its own opens the sentence: who acts stands behind its comma
CLAUSE_OPENS = re.compile(
    r"\W{0,3}(?:[Hh]aving|[Aa]fter|[Bb]efore|[Bb]y|[Ww]hile|[Aa]près|[Aa]vant\sd[e’']|[Aa]yant|[Ee]n|[Tt]ras|[Dd]espués\sde|[Aa]ntes\sde|[Hh]abiendo|[Aa]l|[Dd]opo|[Pp]rima\sdi|[Aa]vendo|[Ee]fter\satt|[Gg]enom\satt)(?:\s|(?<=['’]))(?:[^\s,;.]+\s){0,2}"
)
CONVERB = {"ru": re.compile(r"(?:[аяеиы]в(?:ши)?|[ая]я|яя|уя)\Z"), "uk": re.compile(r"(?:вши|чи)\Z"), "pl": re.compile(r"(?:wszy|łszy|jąc|iąc|ąc)\Z"),
    "es": re.compile(r"ndo\Z"), "it": re.compile(r"ndo\Z"), "en": re.compile(r"(?:ing|[Hh]aving\s\w+)\Z")}  # fmt: skip
# `Efter att ha skänkt 12 haubitsar till Mali beställde Norge`: in Swedish the subject stands behind the next verb
BEHIND_VERB = re.compile(r"\w\s\w+\s\Z")
BEHIND_COMMA = re.compile(r",\s(?:the\s|la\s|le\s|les\s|l['’]|el\s|il\s|lo\s|i\s|los\s)?\Z")


def late_subject(sentence: Sentence, cue: Cue) -> Actor | None:
    """Return Norway in `Après avoir vendu 12 obusiers au Mali, la Norvège forme ses équipages`, `Продав Мали 12 гаубиц, Норвегия ...`."""
    text = sentence.text
    shape = CONVERB.get(sentence.language)
    is_converb = cue.start - sentence.start < 12 and shape is not None and shape.search(text, cue.start, cue.end)
    if not is_converb and not CLAUSE_OPENS.fullmatch(text, sentence.start, cue.start):
        return None
    shape = BEHIND_VERB if sentence.language == "sv" else BEHIND_COMMA
    behind = (a for a in sentence.actors if a.start > cue.end and a.mark == "")
    return next((a for a in behind if shape.search(text, max(cue.end, a.start - 24), a.start)), None)
