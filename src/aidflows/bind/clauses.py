"""Cuts a sentence where a second party acts: `Abuja paid ..., while Pakistan supplied ...` tells two things."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.coordination import is_coordinate
from aidflows.bind.german import WILL
from aidflows.bind.sentence import Sentence
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Actor

# words behind the second party that join its clause: `Vilnius zaś chose tanks`
TURNING = "zaś|natomiast|же|ж|hingegen|dagegen|däremot|invece"
# what may stand between a party and its verb
ACTING = re.compile(
    rf"\s+(?:(?:has|have|had|will|would|also|then|later|hat|haben|wird|werden|a|ont|ha|han|hanno|har|ska|kommer\satt|już|także|le|gli|lui|lo|les|leur|ihm|ihr|ihnen|mu|jej|им|ему|ей|їй|йому|также|уже|також|вже|{TURNING})\s+){{0,2}}"
)
# what joins two clauses, right before the second party
JOINTS = (
    r"(?:;|,?\s+(?:while|whereas|although|but|after|before|when|as|though|because|since|once|if|während|obwohl|aber|nachdem|weil|da|sobald|wenn|tandis\sque|alors\sque|mais|après\sque|parce\sque|puisque|car|quand|lorsque"
    r"|mientras(?:\sque)?|pero|aunque|porque|ya\sque|cuando|después\sde\sque|mentre|ma|perché|poiché|quando|dopo\sche|medan|men|efter\satt|eftersom|när|sedan|podczas\sgdy|natomiast|ale|zaś|ponieważ|bo|gdy|kiedy|po\stym,?\sjak"
    r"|тогда\sкак|в\sто\sвремя\sкак|но|а|потому\sчто|поскольку|когда|после\sтого,?\sкак|тоді\sяк|але|бо|оскільки|коли|після\sтого,?\sяк|ise|ancak)|,\s+(?:and|und|et|y|e|och|i|a|oraz|и|і|та|ve))\s+"
)
JOINING = re.compile(JOINTS)
JOINT = re.compile(JOINTS + r"(?:the\s+|die\s+|der\s+|das\s+|la\s+|le\s+|les\s+|el\s+|los\s+|il\s+|gli\s+|l['’])?\Z")
ALSO = re.compile(
    r"\s(?:and|und|et|y|e|och|i|oraz|и|і|та)\s(?:(?:the|die|der|das|la|le|les|el|los|il|gli)\s|l['’])?\Z"
)  # two clauses without a comma, where a party acts in each


def acts(sentence: Sentence, actor: Actor) -> bool:
    """Tell whether a party stands directly before a verb of giving or getting of its own."""
    verb = next((c for c in sentence.kinds("give", "goes", "get", "interest", "request") if c.start >= actor.end), None)
    return actor.mark == "" and verb is not None and ACTING.fullmatch(sentence.text, actor.end, verb.start) is not None


TURN = re.compile(rf"\s(?:{TURNING})\s")


def _turns(text: str, actor: Actor) -> bool:
    """True of `Riga bought 42 vehicles, Vilnius zaś chose tanks`: a word behind the second party joins the clauses."""
    return text.endswith((", ", "; "), 0, actor.start) and TURN.match(text, actor.end) is not None


BARE = re.compile(r"\w,\s(?:the\s|die\s|der\s|das\s|la\s|le\s|les\s|el\s|il\s|l['’])?\Z")


def _follows_on(sentence: Sentence, actor: Actor) -> bool:
    """True of `Norway gave 12 tanks, Finland sent guns`: a comma alone parts two clauses, each with a party before its verb."""
    if actor.mark or not BARE.search(sentence.text, max(sentence.start, actor.start - 8), actor.start):
        return False
    if not acts(sentence, actor):
        return False
    return any(
        a.end < actor.start and (acts(sentence, a) or _acts_late(sentence, a, actor.start)) for a in sentence.actors
    )


def _goes_along(sentence: Sentence, actor: Actor, head: int) -> bool:
    """True of `Norway paid into the fund and Denmark sent 12 guns`, not of `the guns that Norway and Denmark sent`."""
    if not ALSO.search(sentence.text, head, actor.start) or not acts(sentence, actor):
        return False
    before = [a for a in sentence.actors if a.end <= actor.start]
    is_listed = not before[-1].mark and is_coordinate(sentence.text, before[-1].end, actor.start)
    return not is_listed and any(acts(sentence, a) for a in before)


def _acts_late(sentence: Sentence, actor: Actor, end: int) -> bool:
    """True of the Netherlands in `Die Niederlande wollen Kiew zwei Milliarden bereitstellen, Finnland ...`: the verb comes last."""
    is_late = sentence.language == "de" and WILL.match(sentence.text, actor.end + 1) is not None
    return is_late and any(c.kind in ("give", "get") and c.end == end - 2 for c in sentence.cues)


OWN_FIRM = re.compile(r"['’]s\s(?:[A-Z][\w&.-]*\s){1,4}")


def _firm_acts(sentence: Sentence, owner: Actor) -> bool:
    """True of `, and Seoul's Hyundai will supply two corvettes`: a firm stands behind its country and before a verb."""
    firm = OWN_FIRM.match(sentence.text, owner.end, sentence.end)
    return firm is not None and acts(sentence, owner._replace(mark="", end=firm.end() - 1))


@cache
def _own_things() -> re.Pattern[str]:
    return re.compile(rf"['’]s?\s(?:\d|(?:{alternatives([*number_words()])})\b)")


def _owns(sentence: Sentence, owner: Actor) -> bool:
    """True of `Mali waits for 12 jets, and Chad's six guns are late`: behind a clause with its verb, whose things are counted."""
    told = any(c.start < owner.start for c in sentence.kinds("give", "get"))
    return told and _own_things().match(sentence.text, owner.end) is not None


def find_part(sentence: Sentence, position: int) -> tuple[int, int]:
    """Return the part between semicolons that holds a position, where it has a verb of its own; else the whole sentence."""
    low = sentence.text.rfind(";", sentence.start, position) + 1 or sentence.start
    if sentence.language == "tr" and any(sentence.start == a.start and a.end == low - 1 for a in sentence.actors):
        low = sentence.start  # `Norveç; Kenya ve Çad'a obüs sattı`: the mark stands behind the subject
    high = sentence.text.find(";", position, sentence.end)
    high = sentence.end if high < 0 else high
    has_verb = any(low <= c.start < high for c in sentence.kinds("give", "get"))
    has_party = any(low <= a.start < high for a in sentence.actors)
    return (low, high) if has_verb and has_party else (sentence.start, sentence.end)


def find_clause(sentence: Sentence, position: int) -> tuple[int, int]:
    """Return the bounds of the clause at a position: the sentence's own where only one party acts.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Serbia paid 3 million for tanks, while Russia supplied six jets."
    >>> [text[slice(*find_clause(read_sentence(text, 0, len(text)), n))] for n in (12, 60)]
    ['Serbia paid 3 million for tanks, while ', 'Russia supplied six jets.']
    """
    low, high = sentence.start, sentence.end
    if (main := _main_verb(sentence)) is not None:
        return (main, high) if position >= main else (low, main)
    for actor in sentence.actors[1:]:
        head = max(sentence.start, actor.start - 24)
        is_joined = (
            JOINT.search(sentence.text, head, actor.start)
            or _turns(sentence.text, actor)
            or _follows_on(sentence, actor)
            or _goes_along(sentence, actor, head)
        )
        if actor.mark not in ("", "GEN") or not is_joined or _is_of_subject(sentence, actor):
            continue
        is_owner = actor.mark == "GEN" and (_firm_acts(sentence, actor) or _owns(sentence, actor))
        if not acts(sentence, actor) and not is_owner:
            continue
        if actor.start <= position:
            low = actor.start
        elif actor.start < high:
            high = actor.start
    return max(low, _unnamed_subject(sentence, position)), min(high, _next_pronoun(sentence, position))


def _unnamed_subject(sentence: Sentence, position: int) -> int:
    """Return where, before a position, `, while the government asked Norway for` begins, where nobody acts by name before it."""
    if sentence.language != "en":
        return sentence.start
    joint = next((j for j in AND_IT.finditer(sentence.text, sentence.start, position) if " the " in j[0]), None)
    is_named = joint is None or any(
        a.end <= joint.start() and not a.mark and a.kind != "demonym" for a in sentence.actors
    )
    return sentence.start if is_named or joint is None else joint.start()


def _is_of_subject(sentence: Sentence, actor: Actor) -> bool:
    """True of Lithuania in `Estonia, Latvia, and Lithuania gave 12 guns`: a list of names that no verb stands before."""
    before = [a for a in sentence.actors if a.end <= actor.start]
    if len(before) < 2 or not is_coordinate(sentence.text, before[-1].end, actor.start):
        return False
    is_listed = is_coordinate(sentence.text, before[-2].end, before[-1].start)
    return is_listed and not any(c.start < before[-1].start for c in sentence.kinds("give", "goes", "get"))


# what opens a sentence whose main clause begins with its verb: `Als Oslo zwölf Boote verkaufte, schenkte Riga Mali sechs`
OPENS = re.compile(
    r"\W*(?:Als|Während|Nachdem|Wenn|Obwohl|Weil|Da|Sobald|Bevor|När|Medan|Sedan|Innan|Efter\satt|Eftersom|Om|Fast)\s"
)
BEHIND = re.compile(r"\s(?:(?:die|der|das)\s)?")


def _main_verb(sentence: Sentence) -> int | None:
    """Return where the main clause behind an opening subordinate clause begins with its verb, in German and Swedish."""
    if sentence.language not in ("de", "sv") or not OPENS.match(sentence.text, sentence.start):
        return None
    subjects = [a for a in sentence.actors[1:] if not a.mark]
    verbs = sorted(sentence.kinds("give", "get"), key=lambda cue: cue.start)[
        1:
    ]  # the first is the subordinate clause's own
    return next((v.start for v in verbs for a in subjects if BEHIND.fullmatch(sentence.text, v.end, a.start)), None)


AND_IT = re.compile(
    r",\s(?:and|but|while|whereas)\s(?:it|they|he|she|the\s(?:government|ministry|country|kingdom|army|navy|air\sforce))\s(?:(?:has|have|had|will|would|also|then|later)\s){0,2}"
)


def _next_pronoun(sentence: Sentence, position: int) -> int:
    """Return where, behind a position, the same party acts again: `..., and it will lend another 27 billion to Mali`."""
    for joint in AND_IT.finditer(sentence.text, position, sentence.end):
        if any(joint.start() < c.start <= joint.end() for c in sentence.kinds("give", "get", "request")):
            return joint.start()  # a verb begins among its words (`will lend`) or right behind them
    return sentence.end


def cut(sentence: Sentence, low: int, high: int) -> Sentence:
    """Return the sentence with no more than the actors, cues and dates of a clause."""
    cues = tuple(c for c in sentence.cues if low <= c.start < high)
    return sentence._replace(
        start=low,
        end=high,
        actors=tuple(a for a in sentence.actors if low <= a.start < high),
        cues=cues,
        dates=tuple(d for d in sentence.dates if low <= d.start < high),
        present=frozenset(c.kind for c in cues),
    )
