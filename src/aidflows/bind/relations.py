"""Reads what one party is called of another: `Mali's biggest supplier was Norway`, `turned down Norway's offer of 12 guns` (relations.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives, word_pattern
from aidflows.records import Actor, Cue, Span

RULE = "P-RELATION"
# what may stand between an owner and the word, and between the word and an owner behind it
BEFORE = re.compile(r"(?:['’]\w{0,3})?\s(?:[^\s,;:.]+\s){0,3}")
BEHIND_TO = re.compile(r"\s(?:to|of|for)\s(?:the\s)?")
BEHIND = re.compile(r"\s(?:[^\s,;:.]+\s){0,2}(?:d['’]|del|dell['’]|l['’])?")
BUYS = re.compile(r"\s(?:to\s(?:buy|purchase|acquire)|zum\sKauf|d['’]achat|de\scompra|d['’]acquisto)")
# `Peru's customer for fish`
OTHER_GOODS = re.compile(r"\s(?:for|of)\s(?!arms|weapon|military|defen[cs]e|its|the\s)[a-z]")
OWNING = frozenset({"GEN", "OF", "BY"})
SLAVIC = ("pl", "ru", "uk")


@cache
def _nouns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [r for r in load_list("relations") if r["lang"] == language]
    return tuple(
        (r["kind"], re.compile(rf"(?<!\w)(?:{alternatives(r['nouns'].split('|'))})(?!\w)", re.IGNORECASE)) for r in rows
    )


def bind_relation(sentence: Sentence, parties: Parties, start: int = 0) -> Parties:
    """Return who gives and who gets by what one of a sentence's two countries is called of the other; other parties as they are.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Mali's biggest supplier was Norway, with $9 million."
    >>> found = bind_relation(read_sentence(text, 0, len(text)), Parties())
    >>> [a.code for a in found.suppliers], [a.code for a in found.recipients]
    (['NOR'], ['MLI'])
    """
    actors = [a for a in sentence.actors if a.mark != "AGAINST"]
    if len({a.code for a in actors}) == 1:
        return _of_pronoun(sentence, parties, actors[0])
    if len({a.code for a in actors}) != 2:
        return _listed(sentence, parties, actors, start)
    for kind, pattern in _nouns(sentence.language):
        for noun in pattern.finditer(sentence.text, sentence.start, sentence.end):
            owner = _owner(
                sentence, noun.span(), actors if kind == "offer" else [a for a in actors if a.kind != "demonym"]
            )
            elsewhere = BUYS if kind == "offer" else OTHER_GOODS
            if owner is None or elsewhere.match(sentence.text, noun.end()):
                continue
            other = next(a for a in actors if a.code != owner.code)
            if kind == "offer" and other.kind == "company":
                continue  # `Boeing's offer of 12 jets was passed over for Thales radars`
            gives, gets = (other, owner) if kind == "supplier" else (owner, other)
            cue = parties.cue or Cue(*noun.span(), "noun_give", ("", "sale", ""))
            return parties._replace(suppliers=(gives,), recipients=(gets,), cue=cue, rule=RULE)
    return parties


def _of_pronoun(sentence: Sentence, parties: Parties, actor: Actor) -> Parties:
    """Return who supplies or buys of a party that a pronoun means: `Norway remains its main supplier: 12 howitzers`."""
    if parties.cue is not None or actor.mark or actor.kind == "demonym":
        return parties
    own = word_pattern("possessives", sentence.language)
    for kind, pattern in _nouns(sentence.language):
        noun = pattern.search(sentence.text, actor.end, sentence.end) if kind != "offer" else None
        owner = own.search(sentence.text, actor.end, noun.start()) if noun else None
        if noun is None or owner is None or not BEFORE.fullmatch(sentence.text, owner.end(), noun.start()):
            continue
        cue = Cue(*noun.span(), "noun_give", ("", "sale", ""))
        side = {"suppliers": (actor,)} if kind == "supplier" else {"recipients": (actor,)}
        return parties._replace(**side, cue=cue, rule=RULE)
    return parties


# between the name of one of several and its own amount: `Norway ($90 million)`, `Norway $90 million`, `Norway with $90 million`
OWN_SUM = re.compile(r"\s?\(|\s|:\s|,?\s(?:with|mit|avec|con|med|z|с|з|із)\s")


def _listed(sentence: Sentence, parties: Parties, actors: list[Actor], start: int) -> Parties:
    """Return the parties of one amount of several: `Mali's donors were Norway ($9 million) and Denmark ($3 million)`."""
    own = next((a for a in actors if OWN_SUM.fullmatch(sentence.text, a.end, start) and a.kind != "demonym"), None)
    if own is None or parties.suppliers:
        return parties
    for kind, pattern in _nouns(sentence.language):
        noun = pattern.search(sentence.text, sentence.start, own.start) if kind != "offer" else None
        owner = _owner(sentence, noun.span(), [a for a in actors if a.kind != "demonym"]) if noun else None
        if noun is None or owner is None or owner.code == own.code or OTHER_GOODS.match(sentence.text, noun.end()):
            continue
        gives, gets = (own, owner) if kind == "supplier" else (owner, own)
        cue = Cue(*noun.span(), "noun_give", ("", "sale" if kind == "customer" else "", ""))
        return parties._replace(suppliers=(gives,), recipients=(gets,), cue=cue, rule=RULE)
    return parties


def _owner(sentence: Sentence, noun: Span, actors: list[Actor]) -> Actor | None:
    """Return whose customer, supplier or offer it is: a genitive or adjective before the word, or a name of whom behind it."""
    text = sentence.text
    for actor in actors:
        if actor.end <= noun[0] and BEFORE.fullmatch(text, actor.end, noun[0]):
            if actor.mark in OWNING or actor.kind == "demonym":
                return actor
        elif actor.mark == "TO" and BEHIND_TO.fullmatch(text, noun[1], actor.start):
            return actor  # `donors to Mali`
        elif actor.start >= noun[1] and BEHIND.fullmatch(text, noun[1], actor.start):
            is_next = text[noun[1] : actor.start].isspace()
            is_cased = sentence.language in SLAVIC and actor.kind != "demonym" and is_next
            if (
                actor.mark in OWNING
                or is_cased
                or (actor.kind == "demonym" and sentence.language in ("fr", "es", "it"))
            ):
                return actor
    return None
