"""Takes a system that lost against another for one that goes to nobody: `chose the Gripen over the Rafale` (rule R-PASSED-OVER)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.normalise.parallel import begins
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Figure

RULE = "R-PASSED-OVER"


class Words(NamedTuple):
    """What is said of the system that lost, and the verbs of choosing."""

    lost: re.Pattern[str]
    place: str  # before the system, or behind it
    chosen: re.Pattern[str]


@cache
def _words(language: str) -> Words | None:
    row = next((r for r in load_list("passed_over") if r["lang"] == language), None)
    if row is None:
        return None
    lost, chosen = (alternatives(row[column].split("|")) for column in ("words", "chosen"))
    article = r"\s(?:(?:the|der|die|das|dem|den|des|le|la|les|el|los|il|lo|i|un|a)\s|l['’])?(?:[^\W\d_]+\s)?[«\"“„]?"
    pattern = rf"\b(?:{lost}){article}\Z" if row["place"] == "before" else rf"(?:['’]\w+)?\s(?:{lost})\b"
    return Words(re.compile(pattern), row["place"], re.compile(rf"\b(?:{chosen})(?!\w)"))


def set_aside_losers(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence; of the systems in it, those passed over for another are context and have no parties.

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Oman chose Sweden's Gripen over the Rafale and the F-16, and ordered 12 aircraft.").figures
    >>> [(f.surface, f.role) for f in found]
    [('Gripen', 'transfer'), ('Rafale', 'context'), ('F-16', 'context'), ('aircraft', 'transfer')]
    """
    words = _words(sentence.language)
    if words is None or not any(f.kind == "hardware" and f.value is None for f in figures):
        return figures
    if words.chosen.search(sentence.text, sentence.start, sentence.end) is None:
        return figures
    out: list[Figure] = []
    for figure in figures:
        is_second = words.place == "behind" or any(f.kind == "hardware" for f in out)  # the first is the one chosen
        is_open = is_second and figure.kind == "hardware" and figure.value is None and figure.system is not None
        last = out[-1] if out else None
        goes_on = last is not None and RULE in last.rules and AND.fullmatch(sentence.text, last.end, figure.start)
        is_lost = is_open and (goes_on or _is_lost(sentence, figure, words))
        out.append(_set_aside(figure) if is_lost else figure)
    return out


AND = re.compile(r"\s?(?:,|and|und|et|y|e|och|i|и|та|і|ve)\s(?:(?:the|der|die|le|la|el|il)\s)?")


# `instead of the F-16, which it sold to Chad`: something is told of it
WHICH = re.compile(
    r",\s(?:[^\W\d_]+\s)?(?:which|that|die|der|das|den|qui|que|che|cui|som|któr\w+|котор\w+|як(?:ий|а|е|і|ого|у|их))\s"
)


def _is_lost(sentence: Sentence, figure: Figure, words: Words) -> bool:
    text, start = sentence.text, begins(figure)
    if WHICH.match(text, figure.end):
        return False
    if words.place == "behind":
        return words.lost.match(text, figure.end) is not None
    return words.lost.search(text, sentence.start, start) is not None


def _set_aside(figure: Figure) -> Figure:
    return figure._replace(
        role="context", suppliers=(), recipients=(), supplier=None, recipient=None, supplier_org=None, recipient_org=None,
        rules=(*(r for r in figure.rules if not r.startswith("P-")), RULE),
    )  # fmt: skip
