"""Sets right what a preposition says of a party, by the verb before it: who is bought from stands behind `a` and `à`."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.bystanders import settle_bystanders
from aidflows.bind.coordination import is_coordinate
from aidflows.bind.permission import settle_permits
from aidflows.bind.wording import BEHIND_A
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives, word_pattern
from aidflows.records import Actor, Cue

BUYING = {
    "es": re.compile(r"(?:ha\s|han\s|había\s|habían\s)?(?:compr|adquir|encarg|contrat|arrend)", re.IGNORECASE),
    "fr": re.compile(r"(?:a\s|ont\s|avait\s|avaient\s)?(?:command|achet|achèt)", re.IGNORECASE),
    "it": re.compile(r"(?:ha\s|hanno\s|aveva\s|avevano\s)?(?:ordin|commission|acquist|compra)", re.IGNORECASE),
}
NOUN = re.compile(
    r"(?:compra|adquisición|commande|achat|acquisto)\sd[ei'’]"
)  # `la compra de 36 F-35 a ... costará a Suiza`
PARTED = re.compile(r"[;:]|\b(?:para|pour|per)\s(?!\d)")  # `compró 5 aviones para cederlos a Mali`


def settle_marks(text: str, actors: tuple[Actor, ...], cues: tuple[Cue, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with those behind `a` and a verb of buying marked as sellers: `compró a Israel 18 obuses`; who lets give is aloof.

    >>> text = "Chile compró a Francia dos radares"
    >>> who, whom = Actor(0, 5, "CHL", "country", "", ""), Actor(15, 22, "FRA", "country", "", "TO")
    >>> [a.mark for a in settle_marks(text, (who, whom), (Cue(6, 12, "get", ("", "", "")),), "es")]
    ['', 'FROM']
    """
    actors = settle_bystanders(text, _settle_topic(text, actors, language), language)
    if any(a.mark in PLACED for a in actors):
        actors = tuple(_resident(text, a, cues, language) for a in actors)
    actors = settle_permits(
        text, tuple(_of_source(text, a, cues, language) if a.mark in AIMED else a for a in actors), cues, language
    )
    if language in ("es", "fr"):
        actors = tuple(_received_of(text, a, cues) for a in actors)
    buying = BUYING.get(language)
    if buying is None or not any(a.mark == "TO" for a in actors):
        return actors
    out = [_sold_by(text, a, cues, buying) for a in actors]
    for n in range(1, len(out)):  # `a commandé des radars à Thales et Leonardo`
        before, one = out[n - 1 : n + 1]
        if before.mark == "FROM" and one.mark == "TO" and is_coordinate(text, before.end, one.start):
            out[n] = one._replace(mark="FROM")
    return tuple(out)


PLACED = frozenset({"IN", "FROM", "OF"})  # marks of where somebody may sit
ACTING = re.compile(r",?\s(?:(?:has|have|had|also|later|hat|haben|a|ont|ha|han|hanno|har)\s){0,2}")


@cache
def _residents(language: str) -> re.Pattern[str] | None:
    """Return what stands before the country where a firm sits that nobody names: `A company registered in`."""
    row = next((r for r in load_list("residents") if r["lang"] == language), None)
    if row is None:
        return None
    nouns, links = alternatives(row["nouns"].split("|")), alternatives(row["links"].split("|"))
    return re.compile(rf"(?<!\w)(?:{nouns})\s?(?:{links})\s(?:the\s|der\s|den\s)?\Z", re.IGNORECASE)


def _resident(text: str, actor: Actor, cues: tuple[Cue, ...], language: str) -> Actor:
    """Return the country of a firm without a name as who acts, right before a verb: `A company registered in Norway exported 12 guns`."""
    before = _residents(language)
    if actor.mark not in PLACED or before is None or not before.search(text, max(0, actor.start - 60), actor.start):
        return actor
    verb = next((c for c in cues if c.kind in ("give", "get") and c.start >= actor.end), None)
    acts = verb is not None and ACTING.fullmatch(text, actor.end, verb.start) is not None
    return actor._replace(mark="") if acts else actor


def _of_source(text: str, actor: Actor, cues: tuple[Cue, ...], language: str) -> Actor:
    """Return an actor whom another turns to (resorting.csv) as the source, and one behind `signed up for` as who makes the thing."""
    if actor.kind == "demonym" and PAYING_FOR.search(text, max(0, actor.start - NEAR), actor.start):
        return actor._replace(mark="")  # `to pay for American kit`: whose things they are
    low = max(0, actor.start - NEAR)
    turns = word_pattern("resorting", language).finditer(text, low, actor.start)
    if any(ARTICLE.fullmatch(text, m.end(), actor.start) for m in turns):
        return actor._replace(mark="FROM")
    is_object = any(
        c.kind == "get" and 0 < actor.start - c.end <= CLOSE and text.endswith(" for", c.start, c.end) for c in cues
    )
    return actor._replace(mark="GEN") if is_object and text.startswith(("'s ", "’s "), actor.end) else actor


AIMED = frozenset({"TO", "OF", "OBJ"})  # marks of whom something may be turned to
NEAR, CLOSE = 40, 5
PAYING_FOR = re.compile(r"\bpa(?:y|ys|id|ying|yment|yments)\sfor\s(?:the\s)?\Z")
ARTICLE = re.compile(r"\s?(?:(?:the|la|le|les|el|il|lo|die|den|das|der)\s|l['’])?")
OF_WHOM = re.compile(r"\s(?:de(?:\s(?:la|los|las|l['’]))?\s?|del\s|du\s|des\s|d['’])")


def _received_of(text: str, actor: Actor, cues: tuple[Cue, ...]) -> Actor:
    """Return an actor right behind a verb of getting as the source: `recibió de Venezuela`, `a reçu du Venezuela`."""
    is_source = actor.mark == "OF" and any(
        c.kind == "get" and OF_WHOM.fullmatch(text, c.end, actor.start) for c in cues
    )
    return actor._replace(mark="FROM") if is_source else actor


BEHIND_TOPIC = 8  # characters within which a subject of its own follows a topic


@cache
def _topical(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what stands before and behind a name that a sentence turns to (topicals.csv)."""
    row = next((r for r in load_list("topicals") if r["lang"] == language), None)
    if row is None:
        return None
    before, behind = (alternatives(row[side].split("|")) for side in ("before", "behind"))
    article = r"\s?(?:the\s|la\s|il\s|die\s|den\s)?\Z" if before else ""
    return re.compile(rf"(?<!\w)(?:{before}){article}"), re.compile(rf"['’]?\s?(?:{behind})(?!\w)" if behind else "")


def _settle_topic(text: str, actors: tuple[Actor, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with the first one without a mark where the sentence turns to it: `As for India, it shipped 92 trucks`."""
    beside = _topical(language) if actors and actors[0].mark else None
    if beside is None:
        return actors
    first, (before, behind) = actors[0], beside
    if any(not a.mark and a.start - first.end < BEHIND_TOPIC for a in actors[1:]):
        return actors  # `As for Togo, France has provided 12 trucks`: another acts
    is_topic = behind.match(text, first.end) and before.search(text, max(0, first.start - 40), first.start)
    return (first._replace(mark=""), *actors[1:]) if is_topic else actors


def _sold_by(text: str, actor: Actor, cues: tuple[Cue, ...], buying: re.Pattern[str]) -> Actor:
    verb = next(
        (c for c in reversed(cues) if c.kind in ("give", "get", "request", "interest") and c.end <= actor.start), None
    )
    is_bought = (
        actor.mark == "TO"
        and verb is not None
        and _is_buying(text, verb, buying)
        and not NOUN.match(text, verb.start)
        and BEHIND_A.search(text, verb.end, actor.start) is not None
        and PARTED.search(text, verb.end, actor.start) is None
    )
    return actor._replace(mark="FROM") if is_bought else actor


def _is_buying(text: str, verb: Cue, buying: re.Pattern[str]) -> bool:
    """True of `compró`, and of `planea comprar`, which wishes to."""
    if verb.kind == "interest":
        return buying.search(text, verb.start, verb.end) is not None
    return verb.kind == "get" and buying.match(text, verb.start) is not None
