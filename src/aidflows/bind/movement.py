"""Who moves what to whom where no verb of giving or getting is known: told by order, prepositions and cases alone."""

from __future__ import annotations

import re

from aidflows.bind.listed import Parties
from aidflows.bind.places import group
from aidflows.bind.sentence import Sentence
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Actor, Cue

# what one does with arms of one's own, or has done to one: `fired 40 missiles towards Israel` gives nothing
OTHERWISE = (
    "use", "loss", "inventory", "deployment", "exercise", "casualty", "displaced", "coproduction", "refuse", "cancel", "suspend", "training",
    "between", "interest", "request", "own_use", "budget", "turnover", "deny",
)  # fmt: skip
# a verb, at most three words before it: `the Oslo government quietly slipped`
VERB = re.compile(r"\s(?:[^\W\d_]+\s){1,4}")
REACH = 60
PARTING = re.compile(r"[:;]|, |\b(?:and|but|while|that)\b")


def read_movement(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the parties of `Oslo slipped twelve guns to Kyiv`, where nothing tells more than who stands where.

    Only one party may stand before the figure without a preposition, and the other must be marked as one that something goes to
    or comes from, near the figure; words of losing, holding, firing and refusing forbid the guess.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Norway spirited twelve guns to Mali."
    >>> p = read_movement(read_sentence(text, 0, len(text)), 16, 27)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['NOR'], ['MLI'], 'P-MOVES')
    """
    plain = [a for a in sentence.actors if a.end < start and a.mark == "" and a.kind != "demonym"]
    verb = VERB.match(sentence.text, plain[0].end, start) if plain else None
    if verb is None or sentence.kinds(*OTHERWISE) or len({a.code for a in plain}) != 1:
        return Parties()
    subject = group(sentence, plain[0])
    cue = Cue(verb.start() + 1, verb.end() - 1, "give", ("delivered", "unknown", ""))
    other = _marked_near(sentence, "TO", (start, end), subject)
    if other:
        return Parties(subject, other, (), cue, "P-MOVES")
    source = _marked_near(sentence, "FROM", (end, end), subject)
    return Parties(source, subject, (), cue, "P-MOVES") if source else Parties()


def read_turning(sentence: Sentence, start: int) -> Parties:
    """Return the parties of `Mali turned to Norway for 12 howitzers`: whom one turns to for things sells them (resorting.csv).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Mali turned to Norway for 12 howitzers."
    >>> p = read_turning(read_sentence(text, 0, len(text)), 26)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients]
    (['NOR'], ['MLI'])
    """
    turns = word_pattern("resorting", sentence.language).search(sentence.text, sentence.start, start)
    if turns is None:
        return Parties()
    buyer = [a for a in sentence.actors if a.end < turns.start() and a.mark == "" and a.kind != "demonym"]
    asked = [a for a in sentence.actors if turns.end() < a.start < start and a.mark in ("FROM", "TO")]
    if not buyer or not asked or not FOR_THINGS.search(sentence.text, asked[-1].end, start):
        return Parties()
    cue = Cue(*turns.span(), "get", ("ordered", "sale", ""))
    return Parties(group(sentence, asked[-1]), group(sentence, buyer[-1]), (), cue, "P-TURNS")


FOR_THINGS = re.compile(r"['’]?\s(?:for|per|pour|para|für|för|za|за)\s(?:[^\s,;:.]+\s){0,2}\Z")

# `$95 million is for Mali`: what a sum or a thing is meant for, right behind it
MEANT = re.compile(
    r"\s(?:is|are|was|were|will\sbe|would\sbe|ist|sind|war|waren|est|sont|es|son|è|sono|är|jest|są)\s(?:meant\s|intended\s)?(?:for|für|pour|para|per|till|dla)\s(?:(?:the|die|den|la|le|il|el)\s|l['’])?"
)


def read_meant(sentence: Sentence, end: int) -> Parties:
    """Return who gets what is told right behind it to be for somebody, where no verb of giving or getting is known.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Of this, $95 million is for Mali."
    >>> [a.code for a in read_meant(read_sentence(text, 0, len(text)), 20).recipients]
    ['MLI']
    """
    meant = MEANT.match(sentence.text, end, sentence.end)
    actor = next((a for a in sentence.actors if meant and a.start == meant.end() and a.kind != "demonym"), None)
    if meant is None or actor is None or sentence.kinds(*OTHERWISE):
        return Parties()
    return Parties((), group(sentence, actor), (), Cue(*meant.span(), "give", ("allocated", "grant", "")), "P-MEANT")


# who calls at a port brings nothing to stay
VISIT = re.compile(
    r"\b(?:visits?|visiting|port\scall|stopover|Besuch\w*|visites?|visitas?|visita|escala|escale|besök\w*|wizyt\w*|визит\w*|візит\w*|ziyaret\w*)\b"
)


def read_arrival(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the parties of `12 guns arrived in Mali from Norway`: two places, one that things come from and one that they come to."""
    verb = word_pattern("arrivals", "en", sentence.language, column="verbs").search(sentence.text, *sentence[1:3])
    is_visit = VISIT.search(sentence.text, sentence.start, sentence.end) is not None
    if verb is None or is_visit or sentence.kinds(*OTHERWISE):
        return Parties()
    # `en route des États-Unis vers`, `camino de Estados Unidos a`
    source = [a for a in sentence.actors if a.mark == "FROM" or (a.mark == "OF" and 0 < a.start - verb.end() <= 5)]
    place = [a for a in sentence.actors if a.mark in ("TO", "IN", "OBJ", "GEN") and a.kind != "demonym"]
    if not source or not place:
        return Parties()
    givers, getters = group(sentence, source[0]), group(sentence, place[0])
    codes = [a.code for a in (*givers, *getters)]
    if len(codes) != len(set(codes)) or {a.code for a in sentence.actors} != set(codes):
        return Parties()  # nobody besides, who may do something else
    cue = Cue(verb.start(), verb.end(), "give", ("delivered", "unknown", ""))
    return Parties(givers, getters, (), cue, "P-MOVES")


# `dalla Spagna sono arrivati tre C295`: words between a source and what comes from it
COMING = re.compile(
    r"(?:[-\s](?:Beständen|Lagern|Depots|Vorräten))?\s(?:(?:sono|è|sont|est|han|ha|are|were|was|have|has|är|har|zijn|sind|są)\s)?(?:arrivat[oaie]|arrivano|giunt[oaie]|arrivées?|arrivés?|arrivent|venus|venues|llegaron|llegan|llegado|vinieron|came|come|arrived|arrive|kamen|kommen|kam|gehen|gingen|geht|ging|kommer|kom|anlände|przyszł[yoa]|przybył[yoa]|trafił[yoa]|поступил[иао]|прибыл[иао]|пришл[иао]|надійшл[иао]|прибул[иао]|geldi|geliyor)\s"
)
FIRST = 14  # characters: a count and no more between a source and what comes from it


def read_coming(sentence: Sentence, start: int) -> Actor | None:
    """Return from whom a figure comes where its source opens its clause: `while from Spain came three C295s, and from Oman six guns`."""
    sources = [a for a in sentence.actors if a.mark == "FROM" and a.end <= start]
    if not sources or any(a.start > sources[-1].end and a.end <= start for a in sentence.actors):
        return None
    source = sources[-1]
    if COMING.match(sentence.text, source.end, start):
        return source
    came = any(COMING.match(sentence.text, a.end, start) for a in sources[:-1])
    return source if came and start - source.end <= FIRST else None


def _marked_near(
    sentence: Sentence, mark: str, figure: tuple[int, int], subject: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Return the first with a mark, near the figure and behind the subject, who is not the subject."""
    start, end = figure
    own = {a.code for a in subject}
    for actor in sentence.actors:
        is_behind = actor.start >= end
        gap = sentence.text[end : actor.start] if is_behind else sentence.text[actor.end : start]
        is_other = actor.mark == mark and actor.code not in own and actor.start > subject[0].end
        if is_other and len(gap) < REACH and not PARTING.search(gap) and (is_behind or sentence.language != "en"):
            return group(sentence, actor)
    return ()
