"""Finds the actors of a sentence by where they stand: with a mark, as subject, coordinated, in apposition."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.adjectives import is_kind_of_thing, is_of_thing
from aidflows.bind.coordination import CLAUSE, is_coordinate, is_preposed_again, is_together, joints
from aidflows.bind.late_subjects import late_subject
from aidflows.bind.seats import OWNED
from aidflows.bind.sentence import OWN_COUNT, Sentence
from aidflows.bind.wording import TURKISH_FOR
from aidflows.records import Actor, Cue

GIVING, GETTING = ("give", "goes", "noun_give"), ("get", "noun_get")
Pair = tuple[tuple[Actor, ...], tuple[Actor, ...]]


def _is_joined(sentence: Sentence, left: Actor, right: Actor) -> bool:
    """True of `Israel and Türkiye`; not of `by Russia, and Belgrade paid`, whose marks differ."""
    gap = sentence.text[left.end : right.start]
    if gap.strip() == "," and sentence.language == "tr" and not TURKISH_LIST.match(sentence.text, right.end):
        return False  # `Türkiye, Azerbaycan ordusunu donattı`: the comma behind a subject
    if left.kind == "demonym" != right.kind and "," in gap:
        return False  # `outre douze obusiers norvégiens, le Mali`: whose things, and who acts
    if left.mark != right.mark or (right.kind == "capital" and CLAUSE.match(gap)):
        return False  # `an Ankara, den London verhandelt`: a city bears no article
    if left.code == right.code and OWNED.fullmatch(gap) and left.mark not in ("", "GEN"):
        return True  # `from France's Nexter and Germany's Rheinmetall`
    if is_coordinate(sentence.text, left.end, right.start):
        return True
    is_again = is_preposed_again(sentence.text, left.end, right.start, sentence.language)
    return is_again and not OWN_COUNT.match(sentence.text, right.end)


TURKISH_LIST = re.compile(r"\s*,|\s(?:ve|ile)\s")


def group(sentence: Sentence, actor: Actor) -> tuple[Actor, ...]:
    """Return the actor with those coordinated with it (`Israel, Türkiye and Russia`), one per code."""
    actors = list(sentence.actors)
    at = actors.index(actor)
    low = high = at
    while low > 0 and _is_joined(sentence, actors[low - 1], actors[low]):
        low -= 1
    while high + 1 < len(actors) and _is_joined(sentence, actors[high], actors[high + 1]):
        high += 1
    out: dict[str, Actor] = {}
    for one in actors[low : high + 1]:
        out.setdefault(one.code, one)
    return tuple(out.values())


def with_partners(sentence: Sentence, subjects: tuple[Actor, ...], cue: Cue) -> tuple[Actor, ...]:
    """Return the subjects with who acts together with them, before the verb or right behind it: `Denmark, together with Sweden, gives 15 guns`."""
    if not subjects or subjects[-1].mark:
        return subjects
    codes = {a.code for a in subjects}
    others = [a for a in sentence.actors if a.code not in codes and a.start <= cue.end + PHRASE]
    together = [a for a in others if is_together(sentence.text, a.start, a.end, sentence.language)]
    return subjects + tuple(a for a in together if _stands_by(sentence, a, subjects))[:1]


def _stands_by(sentence: Sentence, actor: Actor, subjects: tuple[Actor, ...]) -> bool:
    """True where no count and no end of a clause stands between a partner and the subject, on whichever side."""
    low, high = sorted(
        (actor, subjects[-1] if actor.start > subjects[-1].start else subjects[0]), key=lambda a: a.start
    )
    return BESIDE.fullmatch(sentence.text, low.end, high.start) is not None


PHRASE = 26  # characters of `together with the` right behind the verb; behind what is given it tells of the thing
BESIDE = re.compile(r"[^.;\d]{0,48}")


def marked(sentence: Sentence, marks: tuple[str, ...], near: int, *, after: bool) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.mark in marks and (a.start >= near if after else a.end <= near)]
    if after and "FROM" in marks:  # `a sale, an order from Kuwait`: from belongs to the noun nearest before it
        rivals = [c.start for c in sentence.kinds(*GIVING, *GETTING) if c.start > near]
        pool = [a for a in pool if not any(near < r < a.start for r in rivals)]
    if not pool:
        return ()
    return group(sentence, pool[0] if after else pool[-1])


def subject_of(sentence: Sentence, cue: Cue, taken: set[str] | None = None) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.end <= cue.start and a.mark in ("", "GEN") and a.code not in (taken or ())]
    if sentence.language == "tr" and (owner := _turkish_owner(sentence, cue)):
        return group(sentence, owner)
    colon = sentence.text.rfind(": ", sentence.start, cue.start)
    if colon >= 0 and ANOTHER.match(
        sentence.text, colon + 2, cue.start
    ):  # `Saab's second order: in 2024 the army bought 12`
        pool = [a for a in pool if a.start > colon or a.kind != "company"]
    if sentence.language in ("fr", "es", "it"):  # `sus Kfir israelíes`: an adjective acts only where no name does
        pool = [
            a for a in pool if a.kind != "demonym" or not NAMED.search(sentence.text, sentence.start, a.start)
        ] or pool
    pool = [a for a in pool if not is_of_thing(sentence, a)] or pool
    pool = [a for a in pool if not is_kind_of_thing(sentence, a)] or ([] if _acts_behind(sentence, cue) else pool)
    plain = without_objects(sentence, [a for a in pool if a.mark == ""], cue)
    opened = [a for a in sentence.actors if sentence.text[a.end : cue.start] == " ("]
    if opened:
        return (opened[0],)  # `with Norway (contributing 4 million)`
    related = [a for a in sentence.actors if a.end <= cue.start and _is_related(sentence, a, cue)]
    if related:
        return group(sentence, related[-1])
    for actor in reversed(sentence.actors):  # `a protocol for Türkiye to supply radios`
        if actor.end <= cue.start and actor.mark == "TO" and TO_ACT.fullmatch(sentence.text, actor.end, cue.start):
            return (actor,)
    if len(plain) > 1 and _is_apposed(sentence, plain[-2], plain[-1], cue):
        plain = plain[:-1]
    if not pool and (late := late_subject(sentence, cue)):
        return group(sentence, late)
    gerund = sentence.text[cue.start : cue.end].endswith("ing")  # `Russia helped Armenia by providing ...`
    pick = [] if not pool else (plain or pool)[:1] if gerund else (plain or pool)[-1:]
    return group(sentence, pick[0]) if pick else ()


DIGI = re.compile(r"\w*(?:d[ıiuü]ğ[ıiuü]|t[ıiuü]ğ[ıiuü]|acağ[ıi]|eceğ[ıi])\w*\Z")


GENITIVE_BEFORE = re.compile(r"['’]n?[ıiuü]n\s")


def _turkish_owner(sentence: Sentence, cue: Cue) -> Actor | None:
    """Return Norway in `Norveç'in sağladığı 12 obüs`: the genitive right before the participle is who acts."""
    if cue.kind != "give" or not DIGI.search(sentence.text, cue.start, cue.end):
        return None
    before = (a for a in sentence.actors if a.end <= cue.start)
    return next((a for a in before if GENITIVE_BEFORE.fullmatch(sentence.text, a.end, cue.start)), None)


def _acts_behind(sentence: Sentence, cue: Cue) -> bool:
    """True of `Szwedzkie haubice kupiła Norwegia`: who acts stands right behind the verb."""
    if sentence.language not in ("pl", "ru", "uk"):
        return False
    near = (a for a in sentence.actors if a.mark == "" and a.kind != "demonym")
    return any(0 < a.start - cue.end <= 5 for a in near)


# behind a colon a subject of its own that is no name
ANOTHER = re.compile(
    r"[^:;]*\b(?:army|navy|air\sforce|government|ministry|country|kingdom|emirate|Heer|Armee|Marine|Luftwaffe|Regierung|Land|armée|marine|gouvernement|pays|[Ee]jército|Armada|[Gg]obierno|país|esercito|marina|governo|Paese|armén|marinen|flygvapnet|regeringen|landet"
    r"|armia|marynarka|rząd|kraj|армия|флот|правительство|страна|армія|уряд|країна|ordu|donanma|hükümet|ülke)\b"
)
NAMED = re.compile(r"\s(?:[A-ZÀ-Ž][\w-]*|\S*\d\S*)\s\Z")  # the name of a thing, before its adjective
TO_ACT = re.compile(r"\s*to\s(?:\w+ly\s)?\s*")  # `for Ukraine to (directly) buy`


def _is_apposed(sentence: Sentence, first: Actor, second: Actor, cue: Cue) -> bool:
    """True of NATO in `Poland, the first NATO buyer, ordered 24`."""
    text = sentence.text
    aside = text[first.end : second.start]
    return (
        aside.startswith((", the ", ", a ", ", an ", ", its ", ", one ", ", then "))
        and "," in text[second.end : cue.start]
    )


RELATIVE = re.compile(
    r",\s(?:who|which|das|die|der|welche[sr]?|qui|que|che|som|który|która|które|который|которая|которое|який|яка|яке)\s"
)
COMMA = re.compile(r",\s")


def _is_related(sentence: Sentence, actor: Actor, cue: Cue) -> bool:
    """True of Qatar in `after Qatar, which bought 62 tanks in 2013, Hungary is ...`: the clause behind a name has it for a subject."""
    pronoun = RELATIVE.match(sentence.text, actor.end)
    if pronoun is None or COMMA.search(sentence.text, pronoun.end(), cue.start):
        return False
    # `Oman, which Britain sold 9 jets`: the subject stands behind the pronoun
    return not any(a.start - pronoun.end() in (0, 4) and 0 < cue.start - a.end < 16 for a in sentence.actors)


PAYS = re.compile(
    r"(?:ha[tsr]?\s|a\s)?(?:paid|pays?\b|paying|pag[aóh]|pay[ée]|zahlt|bezahlt|betal|zapłac|заплат|сплат)"
)
OBJECT = re.compile(r"\s(?:(?:19|20)\d\d\s)?(?:(?:the|die|der|den|la|le|el|il)\s|l['’])?")


def without_objects(sentence: Sentence, actors: list[Actor], cue: Cue) -> list[Actor]:
    """Leave out who stands right behind an earlier verb of giving or paying: `Berlin supports Kyiv with deliveries`."""
    gives = (c for c in sentence.kinds("give", "get") if c.kind == "give" or PAYS.match(sentence.text, c.start))
    verbs = [c for c in gives if c.end < cue.start and any(a.end <= c.start for a in sentence.actors)]
    if not verbs:
        return actors
    return [a for a in actors if not any(OBJECT.fullmatch(sentence.text, v.end, a.start) for v in verbs)]


def is_object(sentence: Sentence, actor: Actor) -> bool:
    """True of Italy in `the emirate signed for 28 jets, paying Italy 8 billion`: it stands right behind a verb."""
    verbs = sentence.kinds("give", "get")
    return any(OBJECT.fullmatch(sentence.text, v.end, actor.start) for v in verbs if v.end <= actor.start)


def nearest_source(sentence: Sentence, focus: int) -> tuple[Actor, ...]:
    pool = [a for a in sentence.actors if a.mark == "FROM"]
    if len(pool) > 1 and pool[0].start - sentence.start < 16:  # `From China it got 36 guns, from Oslo 12 radars`
        before = [a for a in pool if a.start < focus]
        return group(sentence, before[-1]) if before else ()
    return group(sentence, min(pool, key=lambda a: _reach(sentence, a, focus))) if pool else ()


AND_ANOTHER = re.compile(
    r",\s(?:and|as\swell\sas|along\swith|plus|а|и|y|et|ainsi\sque|und|sowie|e|och|samt|oraz|a|і|та|а\sтакже|а\sтакож)\s"
)  # `у Китая ЗРК, а у Франции 12 Rafale`


AND_FROM = re.compile(
    r"\s(?:and|y|e|et|und|och|oraz|i|и|і|та)\s(?:from|a|à|au|aux|da|dal|dalla|dagli|dai|dall['’]|von|aus|från|av|od|z|w|из|у|від|з)\s?(?:the\s|los\s|las\s|la\s|les\s|den\s|der\s)?\Z"
)
COUNTS = re.compile(
    r"(?:,\s(?:en|in|im|nel|w|в|у)\s\d{4},)?\s(?:\d|[$€£]|(?:des|unos|unas|dei|delle|degli|some|two|three|four|five|six|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro|cinque)\s)"
)


def _opens_item(sentence: Sentence, actor: Actor) -> bool:
    """True of the United States in `bought 18 guns from Israel and from the United States 55 vehicles`: of what stands behind it."""
    head = AND_FROM.search(sentence.text, max(sentence.start, actor.start - 24), actor.start)
    return head is not None and COUNTS.match(sentence.text, actor.end) is not None


@cache
def _and_verb() -> re.Pattern[str]:
    """Return the pattern of what joins a second verb, with an adverb before it: `and later `, `y `."""
    return re.compile(rf"\s{joints()}\s(?:[^\W\d_]+\s)?\Z")


def _is_of_second(sentence: Sentence, actor: Actor, focus: int) -> bool:
    """True of South Africa in `recibió de Lima seis cazas y compró a Sudáfrica 12`: it stands behind the second verb."""
    verbs = (c.start for c in sentence.kinds("get") if focus < c.start < actor.start)
    return any(_and_verb().search(sentence.text, focus, verb) for verb in verbs)


def _reach(sentence: Sentence, actor: Actor, focus: int) -> int:
    """How far an actor stands from the figure; behind it is nearer, another clause further off than any distance."""
    gap = sentence.text[min(actor.end, focus) : max(actor.start, focus)]
    of_next = actor.start > focus and (
        AND_ANOTHER.search(gap) or _opens_item(sentence, actor) or _is_of_second(sentence, actor, focus)
    )
    parted = 1000 if ";" in gap else 300 if of_next else 0
    return (len(gap) if actor.start < focus else len(gap) // 3) + parted


def is_for(sentence: Sentence, actor: Actor) -> bool:
    """True of `for Ukraine`; `for Israeli weapons` names what is bought."""
    if sentence.language == "tr" and TURKISH_FOR.match(sentence.text, actor.end):
        return True
    before = FOR_HIM.search(sentence.text, max(0, actor.start - 12), actor.start)
    return actor.kind != "demonym" and before is not None and (before[1] != "till" or sentence.language == "sv")


FOR_HIM = re.compile(
    r"\b(for|für|pour|para|per|för|åt|till|dla|для)\s+(?:(?:the|die|das|den|la|le|les|el|los|il|lo|i|gli)\s+|l[’'])?\Z"
)
