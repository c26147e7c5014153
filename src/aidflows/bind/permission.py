"""Tells apart who lets give and who gives: `Riga allowed Oslo to send Lima 12 guns` is a gift of Oslo's (permissions.csv, consents.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor, Cue

NEAR = 16  # characters between a verb of letting and whom it lets
CLOSE = 90  # characters between whom it lets and what it then does
ALOOF = "IN"  # the mark of who neither gives nor gets
# what stands between whom it lets and what it does: an infinitive's `to`, or in German and Turkish the object
TO_DO = re.compile(r"(?:['’]s)?\s(?:to|à|a|ad|att|de|di|o|not\sto)?\s?(?:\w+ly\s)?")
LATE = ("de", "tr")  # languages whose infinitive comes last
GENITIVE = re.compile(r"['’](?:n[ıiuü]n|[ıiuü]n)\s")


@cache
def _verbs(language: str) -> re.Pattern[str]:
    verbs, asks = (alternatives(listed_words("permissions", language, column=c)) or NOTHING for c in ("verbs", "asks"))
    return re.compile(rf"\b(?:{verbs}|(?P<asks>{asks}))(?!\w)")


def settle_permits(text: str, actors: tuple[Actor, ...], cues: tuple[Cue, ...], language: str) -> tuple[Actor, ...]:
    """Return the actors with who is let or asked to give marked as one who acts, and who lets, asks or consents as aloof.

    >>> text = "Riga allowed Oslo to send guns"
    >>> riga, oslo = Actor(0, 4, "LVA", "capital", "", ""), Actor(13, 17, "NOR", "capital", "", "TO")
    >>> [a.mark for a in settle_permits(text, (riga, oslo), (Cue(21, 25, "give", ("", "", "")),), "en")]
    ['IN', '']
    """
    kinds = {c.kind for c in cues} & {"give", "goes", "get"} if len(actors) > 1 else set()
    if not kinds:
        return actors
    given = [c for c in cues if c.kind in ("give", "goes")]
    let = next((found for c in given if (found := _find_permitted(text, actors, c, language))), None)
    if "get" in kinds:
        let = let or _let_buy(text, actors, cues, language)
    if let is None and not given:
        return actors
    if let is not None:
        who, verb = let
        lets = [a for a in actors if a.end <= verb and a.mark in ("", "GEN") and a is not who][-1:]
        actors = tuple(a._replace(mark="") if a is who else a._replace(mark=ALOOF) if a in lets else a for a in actors)
    backer = _find_backer(text, actors, cues)
    return tuple(a._replace(mark=ALOOF) if a is backer or _consents(text, a, language) else a for a in actors)


def _let_buy(text: str, actors: tuple[Actor, ...], cues: tuple[Cue, ...], language: str) -> tuple[Actor, int] | None:
    """Return who is let buy, and where the verb of letting stands: Kuwait in `authorised Kuwait to buy 12 radars`; or None."""
    bought = (c for c in cues if c.kind == "get" and find_letting(text, actors, c, language) is not None)
    return next((_find_permitted(text, actors, c, language) for c in bought), None)


def find_letting(text: str, actors: tuple[Actor, ...], cue: Cue, language: str) -> Actor | None:
    """Return who lets another do what a cue tells: the United States in `Washington let Kuwait buy 12 radars`; or None.

    >>> usa, kuwait = Actor(0, 10, "USA", "capital", "", ""), Actor(15, 21, "KWT", "country", "", "OBJ")
    >>> find_letting("Washington let Kuwait buy radars", (usa, kuwait), Cue(22, 25, "get", ("", "", "")), "en").code
    'USA'
    """
    if len(actors) < 2 or _verbs(language).search(text, actors[0].start, cue.start) is None:
        return None
    permitted = _find_permitted(text, actors, cue, language)
    if permitted is None or _is_asked(text, permitted[1], language):
        return None
    who, verb = permitted
    lets = [a for a in actors if a.end <= verb and a.mark in ("", "GEN", ALOOF) and a.code != who.code]
    return lets[-1] if lets else None


def _is_asked(text: str, verb: int, language: str) -> bool:
    found = _verbs(language).match(text, verb)
    return found is not None and found["asks"] is not None


def _find_permitted(text: str, actors: tuple[Actor, ...], cue: Cue, language: str) -> tuple[Actor, int] | None:
    """Return who is let give by the verb of giving `cue`, and where the verb of letting stands; or None."""
    verbs = _verbs(language)
    if language == "tr":
        return _permitted_in_turkish(text, actors, cue, verbs)
    for verb in verbs.finditer(text, actors[0].start, cue.start):
        let = next((a for a in actors if verb.end() <= a.start <= verb.end() + NEAR and a.end <= cue.start), None)
        if let is None or let.mark == "BY":
            continue
        if verb["asks"] and not any(a.mark == "TO" and a is not let and a.code != let.code for a in actors):
            continue  # who asks gets, where nobody else does
        gap = text[let.end : cue.start]
        is_late = language in LATE and gap.startswith(",") and len(gap) < CLOSE
        if is_late or TO_DO.fullmatch(gap):
            return let, verb.start()
    return None


def _permitted_in_turkish(
    text: str, actors: tuple[Actor, ...], cue: Cue, verbs: re.Pattern[str]
) -> tuple[Actor, int] | None:
    """`Peru'nun Şili'ye 12 obüs vermesine izin verdi`: who is let stands in the genitive before the verbal noun."""
    verb = verbs.search(text, max(actors[0].start, cue.start - NEAR), cue.end + CLOSE)  # `vermesine izin verdi`
    if verb is None:
        return None
    owners = [a for a in actors if a.end < verb.start() and GENITIVE.match(text, a.end)]
    return (owners[-1], owners[-1].start) if owners else None


THE = re.compile(
    r"\s(?:the|an?|la|el|le|il|lo|die|den|das|der|en|ett)?\s?(?:l['’]|all['’])?(?:\w+\s)?"
)  # between a verb and its object
FINANCES = re.compile(
    r"(?:\w+\s){0,2}(?:financ|fund|finanz|finans|bankroll|pa(?:id|ys?)\sfor|bezahl|opłac|sfinans|профинанс|оплат)"
)


def _find_backer(text: str, actors: tuple[Actor, ...], cues: tuple[Cue, ...]) -> Actor | None:
    """Return who approves or pays for what another gives: `Berlin approved the transfer of 12 guns by Riga`, `Oslo financed the delivery of 12 guns from Riga`."""
    for verb in cues:
        if verb.kind != "give" or not (verb.value[0] in ("licensed", "notified") or FINANCES.match(text, verb.start)):
            continue
        nouns = (c for c in cues if c.kind in ("noun_give", "give") and verb.end < c.start)
        noun = next((c for c in nouns if THE.fullmatch(text, verb.end, c.start)), None)
        if noun is None:
            continue
        agent = next((a for a in actors if a.start >= noun.end and a.mark in ("BY", "FROM")), None)
        is_parted = agent is None or any(noun.end <= c.start < agent.start and c.kind in ACTS for c in cues)
        if agent is not None and not is_parted and agent.kind != "company":
            return next((a for a in reversed(actors) if a.end <= verb.start and a.mark in ("", "GEN")), None)
    return None


ACTS = ("give", "get", "goes", "origin")


@cache
def _consent_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """Return what stands before a name that consents (`with permission from`), or before and behind it (`with` ... `'s blessing`)."""
    row = next((r for r in load_list("consents") if r["lang"] == language), None)
    if row is None:
        return None
    nouns = alternatives(row["nouns"].split("|"))
    links = f"(?:(?:{alternatives(row['links'].split('|'))})\\s?)?" if row["links"] else ""
    intros = rf"(?i:\b(?:{alternatives(row['intros'].split('|'))})\s)" if row["intros"] else r"\s"
    few = r"(?:[^\W\d_]+\s|[ldLD]['’]){0,2}"
    return (
        re.compile(rf"{intros}{few}(?:{nouns})\s{links}(?:the\s)?\Z" if row["links"] else r"(?!)"),
        re.compile(rf"{intros}{few}\Z" if row["intros"] else r"\Z"),
        re.compile(rf"(?:[:'’][^\W\d_]{{1,3}}|['’])?\s(?:[^\W\d_]+\s)?(?:{nouns})(?!\w)"),
    )


def _consents(text: str, actor: Actor, language: str) -> bool:
    """True of Riga in `with permission from Riga`, `with Riga's blessing`, `con permiso de Riga`, `Riga'nın onayıyla`."""
    patterns = _consent_patterns(language)
    if patterns is None:
        return False
    before, intro, behind = patterns
    low = max(0, actor.start - 60)
    if before.search(text, low, actor.start):
        return True
    return behind.match(text, actor.end) is not None and intro.search(text, low, actor.start) is not None
