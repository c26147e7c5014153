"""Reads the order of German clauses: two names before a verb that comes last, and the passive beside `von`."""

from __future__ import annotations

import re

from aidflows.bind.places import Pair, group, marked
from aidflows.bind.sentence import Sentence
from aidflows.recognise.numbers import number_words
from aidflows.records import Actor, Cue

AUXILIARY = re.compile(r"\b(?:wird|werden)\b")
PAST_AUXILIARY = re.compile(r"\b(?:wurden?|worden)\b")
WERDEN = re.compile(r"\s(?:werden|wird)\b")  # `sollen von Norwegen geliefert werden`
PARTICIPLE = re.compile(r"\bge\w+(?:t|en)\Z|(?:ab|an|aus|ein|bei|zu|weiter|entgegen|wieder)ge\w+(?:t|en)\Z|\w+t\Z")
ATTRIBUTE = re.compile(r"(?:ge|ver|be|er|über|ent|ex|im)\w*(?:te[nr]?|ene[nr]?)\Z")
VON = re.compile(
    r"(?:\b(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]em|[Dd]as|[Ee]ine?[rnms]?|[a-zäöü]+e[nr]?)|\d|,|(?P<word>\b[^\W\d_]+))\s(?:von|durch)\s(?:der\s|den\s|dem\s)?\Z"
)
RECEIVES = ("erhalten", "bekommen")
WILL = re.compile(
    r"(?:hat|haben|habe|hatten?|hätten?|soll|sollen|sollte|will|wollen|wolle|wollte|wird|werden|werde|kann|können|könnte|muss|müssen|darf|möchte|würde)\s"
)
WILL_BEFORE = re.compile(rf"\b{WILL.pattern}(?:die\s)?\Z")
# `40 Panzer, die Frankreich Athen geliefert hat`: the verb of a clause behind a conjunction or pronoun comes last
CLAUSE_OPENS = re.compile(
    r"(?:,\s(?:die|das|der|den|dass|weil|wie|nachdem|obwohl|welche[ns]?)|\b(?:[Dd]ass|[Nn]achdem|[Ww]eil|[Oo]bwohl))\s(?:die\s|der\s)?\Z"
)


def is_passive_in_german(sentence: Sentence, cue: Cue) -> bool:
    """True of `wurden von Schweden geliefert` and `die von Schweden gelieferten Panzer`; not of `will von Schweden 12 Panzer kaufen`."""
    text = sentence.text
    if text.startswith(RECEIVES, cue.start):
        return False  # `wird von Kanada 12 Panzer erhalten`: who receives is the subject
    agent = marked(sentence, ("BY",), cue.start, after=False)
    if not agent:
        return False
    low = max(sentence.start, agent[0].start - 24)
    if ATTRIBUTE.search(text, cue.start, cue.end) and _is_attribute(VON.search(text, low, agent[0].start)):
        return True
    if PAST_AUXILIARY.search(text, sentence.start, min(sentence.end, cue.end + 8)) or WERDEN.search(
        text, cue.start, cue.end + 7
    ):
        return True
    if not AUXILIARY.search(text, sentence.start, cue.start):
        return False
    return cue.kind == "give" or PARTICIPLE.search(text, cue.start, cue.end) is not None


def _is_attribute(found: re.Match[str] | None) -> bool:
    """True where an article, an adjective, a count or a comma stands before `von`: `zwölf von Norwegen gelieferte Haubitzen`."""
    return found is not None and (not found["word"] or found["word"].lower() in number_words("de"))


def before_verb(sentence: Sentence, cue: Cue) -> Pair | None:
    """`Berlin hat Kiew 18 Panzer übergeben`: of two names before a verb at the end the first gives and the second gets."""
    plain = [a for a in sentence.actors if a.end <= cue.start and a.mark == "" and sentence.text[a.start].isupper()]
    if not plain or plain[-1].kind == "company":
        return None
    first, last = group(sentence, plain[0]), group(sentence, plain[-1])
    if {a.code for a in plain} != {a.code for a in (*first, *last)} or {a.code for a in first} & {a.code for a in last}:
        return None
    head = max(sentence.start, first[0].start - 20)
    if (
        not WILL.match(sentence.text, first[-1].end + 1)
        and not WILL_BEFORE.search(sentence.text, head, first[0].start)
        and not CLAUSE_OPENS.search(sentence.text, head, first[0].start)
        and not _is_infinitive(sentence, cue, last[0])
    ):
        return None  # `Berlin hat Kiew`, `2022 hat Berlin Kiew`, `die Berlin Kiew geliefert hat`
    return first, last


INFINITIVE = re.compile(r"zu\s(?:\w+\s)?\Z")


def _is_infinitive(sentence: Sentence, cue: Cue, last: Actor) -> bool:
    """True of `Oslo versprach, Lima zwölf Haubitzen zu liefern`: who gets opens the clause behind the comma."""
    text = sentence.text
    is_zu = INFINITIVE.search(text, last.end, cue.start) is not None or text.startswith("zu ", cue.start)
    return is_zu and text[: last.start].rstrip().endswith(",")


def verb_second(sentence: Sentence, cue: Cue, giver: Actor) -> Pair:
    """Return who gives and gets in `2019 lieferte Schweden Estland zwölf Haubitzen`: the verb comes second, in Swedish too, and who gives right behind it."""
    givers = group(sentence, giver)
    rest = tuple(a for a in sentence.actors if a.start >= givers[-1].end and a.mark in ("", "TO"))
    to = marked(sentence, ("TO",), cue.end, after=True) or marked(sentence, ("TO",), cue.start, after=False)
    return givers, to or rest[:1]
