"""Reads who makes good what another gave a third: `Norway reimbursed Kenya $90 million for the 12 howitzers it had given Mali` (repaying.csv)."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue, Span

RULE = "P-REPAID"
# what opens the things that were given on
FOR = re.compile(r"\b(?:for|für|pour|por|per|för|za|за|için)\b")
MONEY = re.compile(r"[$€£¥₹₺₽]|\d\s?(?:mil|bil|mrd|mld|mln|млн|млрд|Mio|Mrd|bn\b)", re.IGNORECASE)


def read_repaid(sentence: Sentence, start: int, end: int) -> Parties:
    """Return who repays and who is repaid, and of the things behind `for` who gave them to the third; nothing elsewhere (rule P-REPAID).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Norway reimbursed Kenya $90 million for the 12 howitzers it had given Mali."
    >>> sentence = read_sentence(text, 0, len(text))
    >>> [[a.code for a in (*p.suppliers, *p.recipients)] for p in (read_repaid(sentence, 24, 35), read_repaid(sentence, 47, 56))]
    [['NOR', 'KEN'], ['KEN', 'MLI']]
    """
    actors = [a for a in sentence.actors if a.kind != "demonym" and a.mark != "IN"]
    if len({a.code for a in actors}) != 3:
        return Parties()
    verb, sides = _sides(sentence, actors)
    things = FOR.search(sentence.text, sentence.start, sentence.end)
    given = [c for c in sentence.kinds("give") if verb and (c.end <= verb[0] or c.start >= verb[1])]
    if verb is None or sides is None or things is None or not given:
        return Parties()
    payer, paid = sides
    third = next(a for a in actors if a.code not in (payer.code, paid.code))
    is_money = MONEY.search(sentence.text, start, end) is not None
    is_given_on = start < things.start() if sentence.language == "tr" else start > things.start()
    gives, gets = (paid, third) if is_given_on and not is_money else (payer, paid)
    return Parties((gives,), (gets,), (), Cue(*verb, "give", ("delivered", "grant", "")), RULE)


def _sides(sentence: Sentence, actors: list[Actor]) -> tuple[Span | None, tuple[Actor, Actor] | None]:
    """Return the verb, and who pays and who is paid: subject and object, turned round where the verb is passive."""
    for column in ("passive", "active"):
        pattern = word_pattern("repaying", sentence.language, column=column)
        verb = pattern.search(sentence.text, sentence.start, sentence.end)
        if verb is None:
            continue
        before, behind = ([a for a in actors if (a.end <= verb.start()) is is_first] for is_first in (True, False))
        if sentence.language == "tr":
            subject = next((a for a in before if a.mark in ("", "GEN")), None)
            other = before[-1] if before and before[-1] is not subject else None
        else:
            subject = before[-1] if before and before[-1].mark in ("", "GEN") else None
            other = next((a for a in behind if column == "active" or a.mark == "BY"), None)
        if subject is None or other is None:
            return verb.span(), None
        return verb.span(), (subject, other) if column == "active" else (other, subject)
    return None, None
