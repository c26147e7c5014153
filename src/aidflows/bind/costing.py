"""Reads who buys by whom a thing costs its price: `The 12 Rafales will cost Serbia €2.7 billion`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.adjectives import seller_of_thing
from aidflows.bind.listed import Parties
from aidflows.bind.movement import OTHERWISE
from aidflows.bind.owing import THINGS
from aidflows.bind.purchases import COSTS
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.matcher import item_matcher
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Actor, Cue

RULE = "P-COSTS"
AMOUNT = re.compile(r"[^.;:,\d]{0,40}\d")
# between the thing and the verb: words that help the verb, and an aside with how many they are
HELPED = re.compile(
    r"(?:,\s[^,]{1,30},)?(?:\s(?:will|would|are|is|was|were|has|have|had|expected|said|set|likely|reportedly|together|to|werden|wird|sollen|dürften|ont|han|hanno|har))*\s\Z"
)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Return what may stand before the thing that a sentence opens with: articles, counts and names, and no noun or gerund (`the upkeep of`, `Intercepting the`)."""
    words = "the|these|those|all|both|its|their|new|used|second-hand|die|der|diese|les|ces|los|las|estos|i|gli|le|de"
    count = alternatives([*number_words(language)])
    return re.compile(rf"\W*(?:(?i:{words}|{count})\s|\d[\d.,]*\s|(?!\w+ing\s)[A-ZÀ-ŽА-Я][\w'’-]*\s){{0,4}}\Z")


def read_cost(sentence: Sentence, start: int) -> Parties:
    """Return whom the things that a sentence opens with cost their price as the buyer (rule P-COSTS); nothing elsewhere.

    >>> from aidflows.bind.sentence import read_sentence
    >>> texts = ("The 12 radars will cost Mali $9 million.", "The upkeep of 12 radars will cost Mali $9 million.")
    >>> [[a.code for a in read_cost(read_sentence(t, 0, len(t)), 7).recipients] for t in texts]
    [['MLI'], []]
    """
    if sentence.kinds("give", "get", *OTHERWISE):
        return Parties()
    payer = next((a for a in sentence.actors if _is_charged(sentence, a)), None)
    if payer is None or not AMOUNT.match(sentence.text, payer.end, sentence.end):
        return Parties()
    verb = COSTS.search(sentence.text, max(sentence.start, payer.start - 70), payer.start)
    if verb is None or not _opens_with_thing(sentence, verb.start()):
        return Parties()
    cue = Cue(verb.start(), verb.start() + 4, "get", ("ordered", "sale", ""))
    return Parties(seller_of_thing(sentence, start, (payer,)), (payer,), (), cue, RULE)


def _is_charged(sentence: Sentence, actor: Actor) -> bool:
    return COSTS.search(sentence.text, max(sentence.start, actor.start - 70), actor.start) is not None


def _opens_with_thing(sentence: Sentence, verb: int) -> bool:
    """True where a thing is the subject: right before the verb, and nothing but its article, count and maker before it."""
    text = sentence.text
    things = [c for c in item_matcher(sentence.language).find(text, sentence.start, verb) if c.kind in THINGS]
    if not things or not _opening(sentence.language).fullmatch(text, sentence.start, things[0].start):
        return False
    return HELPED.fullmatch(text, things[-1].end, verb) is not None
