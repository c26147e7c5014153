"""What kind of statement a figure stands in: transfer, inventory, loss, context; in scope or not; stage; assertion."""

from __future__ import annotations

import re
from typing import NamedTuple

from aidflows.bind.negation import is_denied
from aidflows.bind.sentence import Sentence
from aidflows.recognise.headings import find_heading
from aidflows.records import Cue

MEANS = re.compile(r"\s+(?:by|with|using)\s+(?:(?!and\b)[\w'’-]+\s+){0,4}\Z")
STAGES = ("interest", "request", "refuse", "cancel", "suspend")


class Setting(NamedTuple):
    """The reading of one figure's surroundings."""

    role: str
    stage: str | None
    flow_type: str | None
    assertion: str
    claimed_by: str | None
    rules: tuple[str, ...]


def _distance(cue: Cue, start: int, end: int) -> int:
    return start - cue.end if cue.end <= start else max(0, cue.start - end)


def nearest(sentence: Sentence, start: int, end: int, *kinds: str) -> tuple[int, Cue] | None:
    """Return the nearest cue of these kinds with its distance in characters, or None."""
    found = [(_distance(c, start, end), c) for c in sentence.kinds(*kinds)]
    return min(found, key=lambda f: f[0]) if found else None


def bind_heading(sentence: Sentence) -> str | None:
    """Return the flow type that the heading above the sentence names (`Military equipment sales`), or None."""
    found = find_heading(sentence.text, sentence.start, 6000)
    if found is None:
        return None
    words = found.group(1).lower()
    return (
        "sale"
        if re.search(r"\bsales?\b|\bexports?\b", words)
        else "grant"
        if re.search(r"\baid\b|\bassistance\b|\bdonations?\b", words)
        else None
    )


def bind_setting(sentence: Sentence, start: int, end: int, transfer_cue: Cue | None) -> Setting:
    """Return role, stage, flow type and assertion of the figure at text[start:end].

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Armenia operates 12 tanks."
    >>> bind_setting(read_sentence(text, 0, len(text)), 17, 25, None).role
    'inventory'
    """
    rules: list[str] = []
    role = _role(sentence, start, end, transfer_cue, rules)
    transfer_cue = _governing(sentence, transfer_cue)
    stage = transfer_cue.value[0] if transfer_cue and transfer_cue.value[0] else None
    if stage == "agreed" and _has_order(sentence, start, end):
        stage = "ordered"
    special = nearest(sentence, start, end, *STAGES)
    if special and special[1].start >= end and sentence.text.startswith("option", special[1].start):
        special = None  # `three frigates for 3 billion, with an option for a fourth`
    if special and special[1].start >= end and _is_aside(sentence, start, end, special[1].start):
        special = None
    if special and special[0] < 110 and _overrides(sentence, special, transfer_cue, start, end):
        stage = special[1].value[0]
        rules.append("S-" + special[1].kind.upper())
        if special[1].kind in ("interest", "request", "refuse"):
            role = "context"
    flow_type = _flow_type(sentence, start, end, transfer_cue)
    assertion, claimed_by = _assertion(sentence, start, rules)
    return Setting(role, stage, flow_type, assertion, claimed_by, tuple(rules))


# what opens an aside: `, which bought`, `, купившая`, `, die 2017 kaufte`
ASIDE = re.compile(
    r",\s(?:which|who|having|qui|que|la\s?quelle|lequel|ayant|die|der|das|som|któr\w+|котор\w+|як(?:ий|а|е|і|у)|che|[а-яіїє]+(?:вш|ущ|ющ|ащ|ящ)\w+)\s[^,;]*\Z"
)


def _is_aside(sentence: Sentence, start: int, end: int, verb: int) -> bool:
    """True of what stands in `Turkey, which bought four batteries, has refused a fifth`: the second verb is of the clause around it."""
    return "," in sentence.text[end:verb] and ASIDE.search(sentence.text, sentence.start, start) is not None


def _governing(sentence: Sentence, cue: Cue | None) -> Cue | None:
    """`has committed to providing` is a pledge, not a delivery."""
    if cue is None:
        return None
    for other in sentence.kinds("give"):
        if other.value[0] in ("pledged", "allocated") and re.fullmatch(
            r"\s+to\s+", sentence.text[other.end : cue.start]
        ):
            return other
    return cue


def _has_order(sentence: Sentence, start: int, end: int) -> bool:
    near = nearest(sentence, start, end, "get")
    return bool(near and near[0] < 60 and near[1].value[0] == "ordered")


def _overrides(sentence: Sentence, special: tuple[int, Cue], cue: Cue | None, start: int, end: int) -> bool:
    if cue is None:
        return True
    gap = sentence.text[min(special[1].end, cue.end) : max(special[1].start, cue.start)]
    parted = re.search(r";|\bbut\b|\band\b.*\band\b|\band\s(?:the\s)?(?:[A-Z][\w'’]+\s){1,3}\Z", gap)
    return special[0] <= _distance(cue, start, end) + 25 and not parted  # `asked for help, and Norway gave 12 radars`


def _role(sentence: Sentence, start: int, end: int, cue: Cue | None, rules: list[str]) -> str:
    losses = [c for c in sentence.kinds("loss") if not _is_weapon_of_loss(sentence, c, start, end)]
    loss = min(((_distance(c, start, end), c) for c in losses), key=lambda found: found[0], default=None)
    held = nearest(sentence, start, end, "inventory")
    if held and held[1].end < start <= held[1].end + 2 and sentence.text[held[1].start : held[1].end] == "used":
        held = None  # `116 used Abrams tanks`
    if held and sentence.text.endswith((" a ", " A "), sentence.start, held[1].start) and cue is not None:
        held = None  # `gave 600 missiles and a fleet of old vehicles`
    moved = _distance(cue, start, end) if cue else 10_000
    if cue and cue.kind.startswith("noun"):
        moved += 15
    if loss and loss[0] < moved and loss[0] < 120:
        rules.append("R-LOSS")
        return "loss"
    if held and held[0] < moved and held[0] < 120:
        rules.append("R-INVENTORY")
        return "inventory"
    if nearest(sentence, start, end, "deployment") and not cue:
        rules.append("R-DEPLOYED")
        return "context"
    built = nearest(sentence, start, end, "coproduction")
    if cue is None and built and built[0] < 100:
        rules.append("R-COPRODUCTION")
        return "transfer"
    if cue is not None and is_denied(sentence, cue, start):
        rules.append("R-DENIED")
        return "context"
    if cue is None:
        origin = nearest(sentence, start, end, "origin")
        rules.append("R-ORIGIN" if origin else "R-NO-TRANSFER")
        return "inventory" if origin else "context"
    return "transfer"


def _is_weapon_of_loss(sentence: Sentence, loss: Cue, start: int, end: int) -> bool:
    """The means of destruction is not what was destroyed: `drones destroyed tanks`, `tanks destroyed by drones`."""
    if loss.end <= start:
        return bool(MEANS.match(sentence.text[loss.end : start]))
    return loss.start >= end and not re.search(r"\b(?:was|were|been|being)\s*\Z", sentence.text[end : loss.start])


def _flow_type(sentence: Sentence, start: int, end: int, cue: Cue | None) -> str | None:
    strong = cue.value[1] if cue and cue.value[1] != "unknown" else ""
    loan = nearest(sentence, start, end, "loan_word")
    if strong == "sale" and cue and cue.value[0] == "notified" and loan and loan[0] < 45:
        strong = ""  # `approved two loans to Mali`: who approves a loan sells nothing
    if loan and ((loan[0] < 45 and strong != "sale") or (loan[1].start >= end and loan[0] < 8)):
        return "guarantee" if "guarantee" in sentence.text[loan[1].start : loan[1].end] else "loan"
    given = [c for c in sentence.kinds("grant_word") if cue and cue.end <= c.start and c.end <= start]
    if strong == "sale" and given and cue and cue.value[0] in ("notified", "licensed"):
        return "grant"  # `autorizó la donación de 10 carros`
    if strong:
        return strong
    words = nearest(sentence, start, end, "grant_word", "sale_word")
    if words:
        return words[1].value[1]
    return (bind_heading(sentence) or "unknown") if cue else None


def _assertion(sentence: Sentence, start: int, rules: list[str]) -> tuple[str, str | None]:
    claims = sentence.kinds("claim")
    if not claims:
        return "stated", None
    claim = claims[0]
    if claim.start > start and re.search(r"[,;]", sentence.text[start : claim.start]):
        return "stated", None
    speakers = [a for a in sentence.actors if a.end <= claim.start]
    rules.append("A-CLAIM")
    return "claimed", speakers[0].code if speakers else None


# `to replace its ageing Kfirs`; `to replace the tanks given to Mali` tells of a gift all the same
REPLACED = re.compile(
    r"\b(?:replac(?:e|es|ed|ing)|remplacer|remplacement|remplacera|remplaceront|reemplazar\w*|sustituir\w*|sostituir\w*|sostituisce|rimpiazz\w+|ersätta|ersätter|ersetzen|ersetzt|ablösen|ablöst|zastąpi\w*|zastąpić|заменить|заменит|заменят|замінити|замінить)"
    r"\s(?:(?:a|an?|its|their|his|some|all|the|of|those|old|older|ses|les|leurs?|de|des|vieux|anciens|sus|los|las|viejos|i|gli|le|sue|suoi|vecchi|sina|gamla|seine|ihre|die|alten?|veralteten|swoje|stare|starych|свои|устаревшие|старые|свої|старі|ageing|aging|obsolete|outdated|Soviet-era|\d+)\s){0,4}(?:[A-Z]\w+(?:-\w+)?\s){0,2}\Z"
)


def is_replaced(sentence: Sentence, start: int, end: int) -> bool:
    """True of what new things stand in for, unless it is told of as given or got itself."""
    if REPLACED.search(sentence.text, max(sentence.start, start - 90), start) is None:
        return False
    return not any(0 < c.start - end < 40 for c in sentence.kinds("give", "get", "goes"))
