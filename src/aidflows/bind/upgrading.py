"""Reads what a firm of one country upgrades of another's: `Elbit modernised 110 Romanian MiG-21s for $300 million` (upgrading.csv)."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.making import OTHERWISE
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue

REACH = 120  # characters between the verb and what is upgraded, or its price
# `a Norwegian firm`: a company without its name
FIRM = re.compile(
    r"\s(?:firm|company|shipyard|yard|group|contractor|Firma|Konzern|Werft|Unternehmen|företaget|bolaget|firma|spółka|фирма|компания|фірма|компанія|firması|şirketi)\b"
)
FIRM_OF = re.compile(r"\b(?:entreprise|société|empresa|azienda|società|impresa)\s\Z")


def read_upgrade(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the firm that upgrades and whose things it upgrades, where two countries alone are named (rule P-UPGRADED).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Elbit modernised 110 Romanian MiG-21s for $300 million."
    >>> p = read_upgrade(read_sentence(text, 0, len(text)), 17, 37)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['ISR'], ['ROU'], 'P-UPGRADED')
    """
    actors = [a for a in sentence.actors if a.mark != "AGAINST"]
    if len({a.code for a in actors}) != 2 or sentence.kinds(*OTHERWISE):
        return Parties()
    firms = [a for a in actors if _is_firm(sentence, a)]
    owners = [a for a in actors if firms and a.code != firms[0].code]
    if not owners or len({a.code for a in firms}) != 1:
        return Parties()
    verb = word_pattern("upgrading", sentence.language, column="verbs").search(
        sentence.text, sentence.start, sentence.end
    )
    if verb is None or verb.start() - end > REACH or start - verb.end() > REACH:
        return Parties()
    cue = Cue(verb.start(), verb.end(), "give", ("ordered", "sale", ""))
    return Parties((firms[0],), (owners[0],), (), cue, "P-UPGRADED")


def _is_firm(sentence: Sentence, actor: Actor) -> bool:
    if actor.kind == "company":
        return True
    is_told = FIRM.match(sentence.text, actor.end) or FIRM_OF.search(sentence.text, sentence.start, actor.start)
    return is_told is not None and actor.kind == "demonym"
