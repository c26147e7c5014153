"""Gives each part of a sentence its own party where one verb governs several: `12 guns to Mali and six radars to Chad` (rule P-PARALLEL)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aidflows.bind.coordination import is_together
from aidflows.bind.relative import find_asides
from aidflows.bind.sentence import Sentence
from aidflows.normalise.respective import RESPECTIVELY
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue, Figure

NO_PARTY = frozenset({"media", "programme", "demonym"})
TOLD = {"P-GIVE": "give", "P-GET": "get", "P-DEAL": "get"}
BOUGHT_OF = ("fr", "es", "it")  # `acheter à`: of whom one buys stands where others have who is given
DOUBLE = ("en", "de", "sv")  # languages whose object of giving bears no mark


@cache
def _joins(language: str, marks: str = "[,;]") -> re.Pattern[str]:
    """Return what parts a sentence: marks, and the conjunctions of its language; `a` joins in Polish and is an article in English."""
    words = listed_words("coordinators", language, column="joints") or listed_words("coordinators", column="joints")
    turning = listed_words("coordinators", language, column="turning")
    return re.compile(rf"{marks}|\s(?:{alternatives((*words, *turning))})\s")


class Part(NamedTuple):
    """A stretch of a sentence with one party, or several joined, and its figures."""

    party: Actor | None
    figures: list[int]
    codes: tuple[str, ...] = ()


def share_parts(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the party of their part, where each part of the sentence has one and all hang on one verb.

    >>> from aidflows.extraction import extract_figures
    >>> [f.recipient for f in extract_figures("Norway gave 12 howitzers to Mali and six radars to Chad.").figures]
    ['MLI', 'TCD']
    """
    told = {TOLD[r] for f in figures for r in f.rules if r in TOLD}
    verbs = [c for c in sentence.kinds("give", "get", "goes") if c.kind != "goes"]
    if len(figures) < 2 or len(told) != 1 or len(verbs) > 1:
        return figures
    if any(aside.first <= f.start < aside.end for aside in find_asides(sentence) for f in figures):
        return figures  # `turned to Chad, which sold it 12 guns, and to Mali, whose radars cost it 4 million`
    (way,) = told
    for side, actors in _candidates(sentence, figures, way):
        parts = _split(sentence, actors, figures)
        if parts and (side == "recipients" or way == "get" or _open_parts(sentence.text, parts, figures)):
            return _assign(figures, parts, side)
    return figures


def _candidates(sentence: Sentence, figures: list[Figure], way: str) -> list[tuple[str, list[Actor]]]:
    """Return which parties may differ from part to part, and on which side they stand."""
    actors = [a for a in sentence.actors if a.kind not in NO_PARTY or (a.kind == "demonym" and a.mark == "FROM")]
    named = {f.start for f in figures}  # `12 Iveco trucks`: whose make a thing is of takes no part
    actors = [a for a in actors if a.end + 1 not in named and not _is_partner(sentence, a)]
    if way == "get":
        marks = ["FROM", "IN", "WITH", *(("OF", "BY") if sentence.language != "en" else ())]
        marks += ["TO"] if sentence.language in BOUGHT_OF else []
        owners = {a.end: a.code for a in actors}
        actors = [
            a for a in actors if a.kind != "company" or owners.get(a.start - 3) != a.code
        ]  # `Italy's Leonardo` is one
        sources = [("suppliers", [a for a in actors if a.mark == mark]) for mark in marks]
        if sentence.language in BOUGHT_OF:  # `des États-Unis`, `de l'Allemagne`: no ending tells from where from whose
            sources.insert(0, ("suppliers", [a for a in actors if a.mark in ("FROM", "OF")]))
        return sources
    to, objects = [a for a in actors if a.mark == "TO"], _objects(sentence, actors)
    subjects = [a for a in actors if not a.mark and a not in objects]
    if sentence.language == "en" and objects and not _are_firms(subjects[1:]):
        subjects = []  # `gave Fiji ten trucks, and a year later Mali two boats` may go on with either
    return [("recipients", to), ("recipients", sorted([*objects, *to])), ("suppliers", subjects)]


def _are_firms(later: list[Actor]) -> bool:
    """True where a firm is among those behind the first subject: `Germany sold Mali two frigates, Italy's Fincantieri six helicopters`."""
    return bool(later) and any(a.kind == "company" for a in later)


def _is_partner(sentence: Sentence, actor: Actor) -> bool:
    """True of who acts with the subject: `insieme alla Francia`."""
    return is_together(sentence.text, actor.start, actor.end, sentence.language)


def _objects(sentence: Sentence, actors: list[Actor]) -> list[Actor]:
    """Return who gets without a mark: right behind the verb, and behind a bare `and`: `gave Mali 12 guns and Chad six radars`."""
    verb = next(iter(sentence.kinds("give")), None)
    own = [a for a in actors if verb and not a.mark and _is_behind(sentence, verb, a)]
    if not own or sentence.language not in DOUBLE:
        return own
    more = (a for a in actors if not a.mark and a.start > own[0].end)
    return [*own, *(a for a in more if BARE.search(sentence.text, sentence.start, a.start))]


def _open_parts(text: str, parts: list[Part], figures: list[Figure]) -> bool:
    """True where each later subject stands right before its figure: `, Sweden six radars`."""
    later = [(p.party, figures[p.figures[0]]) for p in parts[1:]]
    return all(p is not None and OPENED.fullmatch(text, p.end, max(p.end, begins(f))) for p, f in later)


OPENED = re.compile(r"(?:\s[—–-])?\s(?:(?!\d)\w+\s){0,1}")  # `, Sweden also six radars`, `Швеция — шесть радаров`


def _is_behind(sentence: Sentence, verb: Cue, actor: Actor) -> bool:
    head = sentence.text[max(sentence.start, actor.start - 16) : actor.start]
    return 0 < actor.start - verb.end <= 5 or HELPING.search(head) is not None


BARE = re.compile(r"(?<![,;])\s(?:and|und|och)\s(?:(?:the|dem|der|den)\s)?\Z")
HELPING = re.compile(r"\b(?:hat|haben|hatte|hatten|wird|werden|will|wollen|har|ska)\s(?:der\s|dem\s|den\s)?\Z")
# between two who share a part: `from Germany and Poland`, `de l'Allemagne et de la Pologne`
PARTNER = re.compile(
    r"(?:,|\s(?:and|und|et|y|e|och|i|oraz|и|і|й|та|ve))\s(?:(?:from|to|the|aus|an|den|dem|der|de\s?la|du|de|à\sla|au|à|del|a|al|alla|dalla|dal|från|till|od|do|от|від)\s|d['’]|de\sl['’]|dell['’]|dall['’]|à\sl['’])?"
)
CLOSE = 12  # characters between the last figure and the party that closes its part
Token = tuple[int, int, Actor | None, int]


def _split(sentence: Sentence, actors: list[Actor], figures: list[Figure]) -> list[Part]:
    """Return the parts, each with one party and at least one figure, or nothing where the sentence is not so built."""
    if len({a.code for a in actors}) < 2:
        return []
    named: list[Token] = [(a.start, a.end, a, -1) for a in actors]
    counted: list[Token] = [(begins(f), f.end, None, i) for i, f in enumerate(figures)]
    tokens = sorted([*named, *counted], key=lambda t: t[0])
    parts = _led(sentence, tokens) if tokens[0][2] else _followed(sentence, tokens, figures)
    codes = [p.party.code for p in parts if p.party]
    named_once = sum(len(p.codes or "1") for p in parts) == len({a.code for a in actors})
    whole = len(codes) == len(parts) == len(set(codes)) > 1 and named_once and all(p.figures for p in parts)
    return parts if whole else []


def _led(sentence: Sentence, tokens: list[Token]) -> list[Part]:
    """Parts that open with their party; the last may close with it: `to Mali 12 guns and 3 radars, and 6 boats to Chad`."""
    parts: list[Part] = []
    before, since, joins = tokens[0][0], 0, _joins(sentence.language)
    for start, end, actor, i in tokens:
        is_joined = joins.search(sentence.text, before, start) is not None
        if actor is not None:
            if parts and not is_joined and (actor.start, end) != tokens[-1][:2]:
                return []
            parts.append(Part(actor, []))
        else:
            since = len(parts[-1].figures) if is_joined or not parts[-1].figures else since
            parts[-1].figures.append(i)
        before = end
    if len(parts) > 1 and not parts[-1].figures and 0 < tokens[-1][0] - tokens[-2][1] <= CLOSE:
        parts[-1].figures.extend(parts[-2].figures[since:])
        del parts[-2].figures[since:]
    return parts


def _followed(sentence: Sentence, tokens: list[Token], figures: list[Figure]) -> list[Part]:
    """Parts that open with a figure: `12 guns to Mali for $4 million and six radars to Chad`."""
    parts: list[Part] = [Part(None, [])]
    text, before = sentence.text, tokens[0][0]
    for start, end, actor, i in tokens:
        if actor is not None and parts[-1].party is not None and not PARTNER.fullmatch(text, before, start):
            return []
        if actor is not None:
            codes = dict.fromkeys((*parts[-1].codes, actor.code))
            parts[-1] = Part(parts[-1].party or actor, parts[-1].figures, tuple(codes))
        else:
            is_price = figures[i].kind == "money" and any(figures[j].kind == "hardware" for j in parts[-1].figures)
            # `two boats for Mali, priced at $42 million, and six radars for Chad`
            joins = _joins(sentence.language, ";" if is_price else "[,;]")
            is_told_apart = is_price and RESPECTIVELY.search(
                text, end, end + CLOSE + 14
            )  # `$9 million and $5 million respectively`
            if parts[-1].party is not None and not is_told_apart and joins.search(text, before, start):
                parts.append(Part(None, []))
            parts[-1].figures.append(i)
        before = end
    return parts


def begins(figure: Figure) -> int:
    """Return where a figure with its count begins."""
    return figure.start if figure.quantity_start is None else min(figure.start, figure.quantity_start)


def _assign(figures: list[Figure], parts: list[Part], side: str) -> list[Figure]:
    other = "recipients" if side == "suppliers" else "suppliers"
    varying = {code for p in parts if p.party for code in (p.codes or (p.party.code,))}
    constant = next((v for f in figures if (v := getattr(f, other)) and not set(v) & varying), ())
    out = list(figures)
    for part in parts:
        codes = part.codes or (part.party.code if part.party else "",)
        for i in part.figures:
            fixed = (
                constant
                if set(getattr(out[i], other)) & varying or not getattr(out[i], other)
                else getattr(out[i], other)
            )
            if side == "recipients" and getattr(out[i], side) == codes and getattr(out[i], other) == fixed:
                continue
            out[i] = with_parties(out[i], side, codes, fixed)
    return out


def with_parties(figure: Figure, side: str, own: tuple[str, ...], other: tuple[str, ...]) -> Figure:
    """Return a figure with the parties of its part on this side, and these on the other."""
    suppliers, recipients = (own, other) if side == "suppliers" else (other, own)
    return figure._replace(
        suppliers=suppliers, recipients=recipients, supplier=suppliers[0] if len(suppliers) == 1 else None,
        recipient=recipients[0] if len(recipients) == 1 else None, supplier_org=None, recipient_org=None,
        rules=figure.rules if "P-PARALLEL" in figure.rules else (*figure.rules, "P-PARALLEL"),
    )  # fmt: skip
