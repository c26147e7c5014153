"""Narrows a sentence to the clause of its own that tells of a thing."""

from __future__ import annotations

import re

from aidflows.bind.attached import see_attached
from aidflows.bind.clauses import acts, cut
from aidflows.bind.late_subjects import is_inverted
from aidflows.bind.opening import see_opening
from aidflows.bind.relative import see_from
from aidflows.bind.sentence import Sentence
from aidflows.recognise.portions import portion_words
from aidflows.records import Actor


def see_own_clause(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return what of a sentence tells of the thing at text[start:end]: a clause about a party or about the thing, or what opens the sentence.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Peru, which sold Mali 12 howitzers, thanked Chad."
    >>> [a.code for a in see_own_clause(read_sentence(text, 0, len(text)), 22, 34).actors]
    ['PER', 'MLI']
    """
    sentence = _without_second_verb(_without_gerund(without_partners(sentence, start), end), end)
    return see_attached(see_opening(_without_part(see_from(sentence, start), end), start), start, end)


GERUND = re.compile(r",\s(?:\w+ly\s)?(?=(?P<verb>\w+ing)\s[^,;.]*\d)")


def _without_gerund(sentence: Sentence, end: int) -> Sentence:
    """Return the sentence up to `, redirecting $5 million to Chad` behind a figure: what that goes on to give goes to whom it names."""
    if sentence.language != "en" or len(sentence.actors) < 2:
        return sentence
    for found in GERUND.finditer(sentence.text, end, sentence.end):
        gives = any(c.start == found.start("verb") for c in sentence.kinds("give"))
        kept = cut(sentence, sentence.start, found.start())
        gets = any(a.mark == "TO" and a.start > found.end("verb") for a in sentence.actors)
        if gives and gets and kept.actors and kept.cues:
            return kept
    return sentence


AND = re.compile(
    r",?\s(?:and|und|et|y|e|och|i|oraz|и|і|та|ve)\s(?:(?:also|then|later|has|have|had|auch|a|ha|har|także|też|также|також|ayrıca)\s){0,2}"
)


def _without_second_verb(sentence: Sentence, end: int) -> Sentence:
    """Return the sentence up to `and ordered 12 tanks from Chad` behind a figure whose own clause names two parties, from whom it comes among them."""
    verbs = [c for c in sentence.kinds("get") if c.start > end]
    if len({a.code for a in sentence.actors}) < 3 or not verbs:
        return sentence
    for found in AND.finditer(sentence.text, end, verbs[-1].start):
        if not any(found.start() < c.start <= found.end() for c in verbs):
            continue
        kept = cut(sentence, sentence.start, found.start())
        sold = any(a.mark == "FROM" or a.kind == "demonym" for a in kept.actors)
        later = any(a.mark in ("FROM", "OF", "BY") and a.start > found.end() for a in sentence.actors)
        if sold and later and len({a.code for a in kept.actors}) == 2 and kept.kinds("get"):
            return kept
    return sentence


# `45 tanks (with Czechia and Denmark), 24 jets`: who shares in one thing of a list is told in brackets
PARTNERS = re.compile(
    r"\((?:(?:together|jointly|gemeinsam|zusammen|conjointement|junto|insieme|tillsammans|wspólnie|razem|совместно|спільно)\s)?(?:with|mit|avec|con|med|z|ze|с|со|з|із)\s[^()]{3,90}\)"
)


def without_partners(sentence: Sentence, start: int) -> Sentence:
    """Return the sentence without the parties that a bracket names as partners in one thing, for figures outside it.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Mali got 45 tanks (with Chad and Peru) and 24 jets."
    >>> [a.code for a in without_partners(read_sentence(text, 0, len(text)), 43).actors]
    ['MLI']
    """
    if sentence.text.find("(", sentence.start, sentence.end) < 0:
        return sentence
    held = [m.span() for m in PARTNERS.finditer(sentence.text, sentence.start, sentence.end)]
    if not held or any(low < start < high for low, high in held):
        return sentence
    actors = tuple(a for a in sentence.actors if not any(low < a.start < high for low, high in held))
    cues = tuple(c for c in sentence.cues if not any(low < c.start < high for low, high in held))
    return sentence._replace(actors=actors, cues=cues, present=frozenset(c.kind for c in cues))


ARTICLE = 5  # characters between `of which` and who pays a part


def _without_part(sentence: Sentence, end: int) -> Sentence:
    """Return the sentence up to `of which Chad paid 4 million` behind a figure: who pays or gets a part is no party of the whole."""
    if len(sentence.actors) < 3:
        return sentence
    part = portion_words().search(sentence.text, end, sentence.end)
    if part is None:
        return sentence
    whole = cut(sentence, sentence.start, part.start())
    is_told = whole.actors == sentence.actors and any(c.start < end for c in whole.kinds("give", "get"))
    is_paid = any(_pays(sentence, part.end(), a) for a in sentence.actors)
    return whole if is_told or is_paid else sentence


def _pays(sentence: Sentence, at: int, actor: Actor) -> bool:
    """True of Chad in `of which Chad paid`, in German `davon zahlte der Tschad`."""
    verb = next((v for v in sentence.kinds("give", "get") if v.start - at == 1), None)
    if verb is not None and sentence.language in ("de", "sv"):
        return is_inverted(sentence, actor, verb)
    return 0 < actor.start - at <= ARTICLE and acts(sentence, actor)
