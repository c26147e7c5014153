"""Settles verbs that go both ways by who stands beside them: `Peru leased 14 jets from Italy`, `Italy leased Peru 14 jets`."""

from __future__ import annotations

import re

from aidflows.bind.german import is_passive_in_german
from aidflows.bind.places import OBJECT, marked
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import AUXILIARIES
from aidflows.records import Cue

# verbs of lending and hiring, which name neither who lends nor who borrows
BOTH_WAYS = {
    language: re.compile(rf"{AUXILIARIES}(?:{stems})", re.IGNORECASE)
    for language, stems in {
        "en": r"leas|rent|loan(?:ed|ing)|charter",
        "de": r"leih|lieh|gelieh|miet|gemiet|leas|geleas|pacht|gepacht",
        "fr": r"lou",
        "it": r"noleggi|affitt",
        "sv": r"lån(?!ade sig)|hyr(?!\w*\sut)|leas",
        "pl": r"wypożycz|wydzierżaw|wynaj|pożycz|dzierżaw",
        "ru": r"одолж|арендов",
        "uk": r"позич|оренд",
        "tr": r"kirala|tedarik\s|temin\s",
    }.items()
}


def settle_way(sentence: Sentence, cue: Cue) -> Cue:
    """Return a verb of lending as one of giving, where somebody stands behind `to`, or of getting, where somebody behind `from`.

    >>> from aidflows.bind.sentence import read_sentence
    >>> for text in ("Peru leased 14 jets from Italy.", "Italy leased Peru 14 jets."):
    ...     sentence = read_sentence(text, 0, len(text))
    ...     print([settle_way(sentence, c).kind for c in sentence.cues if text[c.start :].startswith("leased")])
    ['get']
    ['give']
    """
    verbs = BOTH_WAYS.get(sentence.language)
    if cue.kind not in ("give", "get", "noun_give") or verbs is None or not verbs.match(sentence.text, cue.start):
        return cue
    is_noun = cue.kind == "noun_give" and not sentence.text.endswith(("ed", "ing"), cue.start, cue.end)
    if is_noun or sentence.text[cue.start - 1 : cue.start] == "-":
        return cue  # `the lease of 12 jets`, `Lend-Lease`
    is_given, is_got = _has_getter(sentence, cue), _has_source(sentence, cue)
    if is_given == is_got:
        return cue
    return cue._replace(kind="give" if is_given else "get", value=(cue.value[0] or "agreed", *cue.value[1:]))


def _has_source(sentence: Sentence, cue: Cue) -> bool:
    marks = ("FROM", "BY") if sentence.language in ("de", "sv") else ("FROM",)
    if sentence.language == "de" and is_passive_in_german(sentence, cue):
        marks = ("FROM",)
    sources = (a for a in sentence.actors if a.mark in marks)
    return any(";" not in sentence.text[min(a.start, cue.start) : max(a.start, cue.start)] for a in sources)


def _has_getter(sentence: Sentence, cue: Cue) -> bool:
    """True of who stands behind `to`, in the dative, or unmarked right behind the verb whose subject stands before."""
    if marked(sentence, ("TO",), cue.end, after=True) or marked(sentence, ("TO",), cue.start, after=False):
        return True
    plain = [a for a in sentence.actors if a.mark == "" and a.kind != "demonym"]
    before = [a for a in plain if a.end <= cue.start]
    behind = [a for a in plain if a.start >= cue.end and OBJECT.fullmatch(sentence.text, cue.end, a.start)]
    return bool(before and (behind or (sentence.language == "de" and len({a.code for a in before}) == 2)))
