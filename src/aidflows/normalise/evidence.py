"""Collects what speaks for each party named in a text as supplier or recipient of a figure: the rules' answers, places, marks, other figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from aidflows.bind.own_clauses import without_partners
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.bind.wording import LED
from aidflows.gazetteer.lists import load_countries, load_makers
from aidflows.normalise.speakers import WE, find_speaker
from aidflows.normalise.surroundings import find_surroundings, is_beside, look_around, reach, split_paragraphs
from aidflows.normalise.traders import find_traders
from aidflows.recognise.sentences import Sentences
from aidflows.records import Actor, Cue, Document, Figure

Evidence = dict[str, float]
SIDES = ("suppliers", "recipients")
# the rule that bound a figure first; other rules of parties (P-) and links (L-) completed it
BOUND = frozenset({"P-GIVE", "P-GET", "P-DEAL", "P-AID", "P-LISTED", "P-MOVES", "R-NO-TRANSFER", "P-CONTENTS"})
CUES = frozenset({
    "give", "get", "noun_give", "noun_get", "noun_or_give", "wins", "spends", "goes", "request", "interest", "grant_word", "loan_word",
    "sale_word", "funder", "exporter_total", "recipient_word", "supplier_word", "use", "training",
})  # fmt: skip
PLACED = frozenset({"IN", "AGAINST"})  # where something happens, and whom it is used on
HEADS = re.compile(r"\s?:\s")  # `Then the Koreans: two frigates`
CANDIDATES = 12  # parties of a text, the first named first


class Told(NamedTuple):
    """A short text with its figures, its sentences and who is named where."""

    figures: list[Figure]  # by place
    starts: list[int]
    sentences: list[Sentence]
    places: list[int]  # of each figure, the sentence it stands in
    last: list[int | None]  # of each figure, the one before that goes between parties
    next: list[int | None]
    made: dict[int, set[str]]  # the makers of the systems of each sentence
    order: list[str]  # who is named, the first named first
    mentions: Counter[str]
    most: str  # who is named most
    firms: frozenset[str]
    makers: frozenset[str]
    marked: tuple[frozenset[str], frozenset[str]]  # who stands anywhere behind from or by, and behind to
    traders: tuple[frozenset[str], frozenset[str]]  # who is called exporter anywhere, and who importer
    votes: tuple[Counter[str], Counter[str]]  # how often each is supplier, recipient of a transfer
    voted: tuple[tuple[str, ...], tuple[str, ...]]  # whom most figures call supplier, or recipient
    pairs: Counter[tuple[str, str]]
    home: str  # whose parliament, government or minister speaks
    speaking: frozenset[int]  # sentences in which `we` speak
    paragraphs: list[int]  # of each sentence
    leading: frozenset[str]  # who is named as leading a fund alone (`the Latvian-led coalition`) takes no part


def makers(figure: Figure) -> frozenset[str]:
    """Return who makes a figure's system, as far as the gazetteer knows."""
    return load_makers().get(figure.system_id or "", frozenset())


def read_told(document: Document, figures: list[Figure]) -> Told:
    """Return a document's sentences, who is named in it, and what the rules made of its figures."""
    starts = [f.start for f in figures]
    sentences = _read_sentences(document, figures, starts)
    opening = [s.start for s in sentences]
    places = [max(0, bisect_right(opening, start) - 1) for start in starts]
    made: dict[int, set[str]] = {}
    for figure, place in zip(figures, places, strict=True):
        made.setdefault(place, set()).update(makers(figure))
    actors = [a for s in sentences for a in s.actors]
    mentions = Counter(a.code for a in actors)
    moved = [f for f in figures if f.role == "transfer"]
    votes = (Counter(c for f in moved for c in f.suppliers), Counter(c for f in moved for c in f.recipients))
    indices = range(len(figures))
    return Told(
        figures, starts, sentences, places, _partied(figures, indices), _partied(figures, reversed(indices))[::-1], made,
        list(dict.fromkeys(a.code for a in actors)), mentions, max(mentions, key=lambda code: mentions[code], default=""),
        frozenset(a.code for a in actors if a.kind == "company"), frozenset().union(*map(makers, figures)),
        (frozenset(a.code for a in actors if a.mark in ("FROM", "BY")), frozenset(a.code for a in actors if a.mark == "TO")),
        find_traders(document.text, actors), votes, (_most(votes[0]), _most(votes[1])), Counter((s, r) for f in moved for s in f.suppliers for r in f.recipients),
        find_speaker(document.text, figures, document.language) or "", frozenset(n for n, s in enumerate(sentences) if WE.search(s.text, s.start, s.end)),
        split_paragraphs(sentences), frozenset(mentions).difference(a.code for a in actors if not LED.match(document.text, a.end)),
    )  # fmt: skip


def _most(votes: Counter[str]) -> tuple[str, ...]:
    return tuple(code for code, _ in votes.most_common(3))


def _read_sentences(document: Document, figures: list[Figure], starts: list[int]) -> list[Sentence]:
    text, bounds, sentences, at = document.text, Sentences(document.text), [], 0
    while at < len(text):
        start, end = bounds.around(at)
        held = figures[bisect_left(starts, start) : bisect_left(starts, end)]
        taken = tuple((f.start, f.end) for f in held)
        sentences.append(read_sentence(text, start, end, taken, language=document.language))
        at = max(end, at + 1)
        while at < len(text) and text[at].isspace():
            at += 1
    return sentences


def _partied(figures: list[Figure], order: Iterable[int]) -> list[int | None]:
    """Return for each figure, in this order, the last one before it that goes between parties."""
    found: list[int | None] = []
    last = None
    for i in order:
        found.append(last)
        if figures[i].role == "transfer" and (figures[i].suppliers or figures[i].recipients):
            last = i
    return found


def find_evidence(told: Told, i: int, side: int) -> dict[str, Evidence]:
    """Return what speaks for each party, and under "" for nobody, as supplier (side 0) or recipient (side 1) of the i-th figure."""
    figure = told.figures[i]
    sentence = without_partners(told.sentences[told.places[i]], figure.start)
    mine, other = getattr(figure, SIDES[side]), getattr(figure, SIDES[1 - side])
    before = told.sentences[told.places[i] - 1].actors if told.places[i] else ()
    named = [*mine, *other, *(a.code for a in sentence.actors), *(a.code for a in before)]
    home = [told.home] if told.home else []
    every = [*named, *told.voted[side], *told.voted[1 - side][:2], *told.order[:CANDIDATES], *home]
    candidates = dict.fromkeys(code for code in every if code not in told.leading)
    bound = next((r for r in figure.rules if r in BOUND), "none")
    cue = nearest_cue(sentence, figure)
    near = _near(told, i, side)
    scene = look_around((told.sentences, told.paragraphs, told.places[i]), figure, CUES)
    found = {"": _for_nobody(told, i, side, bound)}
    for code in candidates:
        evidence = _by_rule(figure, code, side, bound)
        evidence |= _by_place(told, i, code, cue)
        evidence |= _around(sentence.actors, before, code, other)
        evidence |= _by_votes(told, figure, code, side)
        evidence |= {name: 1.0 for name, codes in near if code in codes}
        evidence |= _by_make(told, i, code, candidates)
        evidence |= _by_money(figure, code, bound)
        evidence |= dict.fromkeys(find_surroundings(scene, code), 1.0)
        evidence |= _at_home(told, i, bound) if code == told.home else {}
        found[code] = evidence
    return found


def _for_nobody(told: Told, i: int, side: int, bound: str) -> Evidence:
    figure = told.figures[i]
    mine, other = getattr(figure, SIDES[side]), getattr(figure, SIDES[1 - side])
    sentence = told.sentences[told.places[i]]
    named = len({a.code for a in sentence.actors})
    told_by = ["nobody", f"nobody {bound}", f"nobody {figure.kind}"]
    told_by += [f"nobody, {nearest_cue(sentence, figure)}", f"nobody, {min(named, 3)} named"]
    told_by += [] if mine else ["nobody by rule", f"nobody by rule {bound}"]
    told_by += [] if other else ["nobody on either side"]
    told_by += ["nobody buys a total"] if figure.level == "exporter_total" else []
    told_by += ["nobody of a gift"] if figure.flow_type == "grant" else []
    told_by += ["nobody else's"] if told.votes[side].total() <= len(mine) else []
    return dict.fromkeys(told_by, 1.0)


def _by_rule(figure: Figure, code: str, side: int, bound: str) -> Evidence:
    """What the rules answered: this party, on this side or the other, and by which rule."""
    mine, other = getattr(figure, SIDES[side]), getattr(figure, SIDES[1 - side])
    names = []
    if code in mine:
        names = ["rule", f"rule {bound}", *(f"rule {r}" for r in _completing(figure))]
        names += ["rule of several"] if len(mine) > 1 else []
        names += ["rule of a total"] if figure.level == "exporter_total" else []
    if code in other:
        names += ["other side", f"other side {bound}"]
    return dict.fromkeys(names, 1.0)


def _completing(figure: Figure) -> set[str]:
    return {r for r in figure.rules if r[:2] in ("P-", "L-")} - BOUND


def nearest_cue(sentence: Sentence, figure: Figure) -> str:
    """Return the kind of the word of giving or getting that stands nearest a figure."""

    cues = (c for c in sentence.cues if c.kind in CUES)
    return min(cues, key=lambda cue: reach(cue, figure), default=Cue(0, 0, "no cue", ())).kind


def _by_place(told: Told, i: int, code: str, cue: str) -> Evidence:
    """Where the party stands in the figure's sentence: before or behind, how far, in which case, beside which verb."""
    figure, actors = told.figures[i], told.sentences[told.places[i]].actors
    here = [a for a in actors if a.code == code]
    if not here:
        return {"not here": 1.0}
    nearest = min(here, key=lambda actor: reach(actor, figure))
    is_before = nearest.end <= figure.start
    low, high = (nearest.end, figure.start) if is_before else (figure.end, nearest.start)
    between = min(bisect_left(told.starts, high) - bisect_left(told.starts, low), 2)
    side, mark = "before" if is_before else "behind", nearest.mark or "no mark"
    far = next((n for n, most in enumerate((12, 40, 100)) if high - low < most), 3)
    names = [
        "here", f"{side}, {between} between", f"reach {far}", f"{mark}, {cue}", f"{side}, {cue}", f"{mark}, {side}",
        *(f"mark {a.mark or 'none'}" for a in here[:3]), *(f"kind {a.kind.split(':')[0]}" for a in here[:3]),
    ]  # fmt: skip
    names += [f"first, {cue}"] if nearest is actors[0] else []
    names += [f"attribute {nearest.kind.split(':')[0]}"] if is_before and high - low < 2 else []  # `12 Boeing CH-47s`
    names += (
        ["heads a list"]
        if any(a.end <= figure.start and HEADS.match(told.sentences[0].text, a.end) for a in here)
        else []
    )
    return dict.fromkeys(names, 1.0)


def _around(actors: tuple[Actor, ...], before: tuple[Actor, ...], code: str, other: tuple[str, ...]) -> Evidence:
    """Whether the party is the first or only one of its sentence, or of the one before."""
    named = list(dict.fromkeys(a.code for a in actors if a.mark not in PLACED))
    others = [c for c in named if c not in other]
    names = []
    if code in named:
        names += ["first here"] if named[0] == code else []
        names += ["alone here"] if len(named) == 1 else []
        names += ["alone left"] if others == [code] else []
    elif others:
        names += ["others here"]
    if any(a.code == code for a in before):
        names += ["before", "first before"] if before[0].code == code else ["before"]
    return dict.fromkeys(names, 1.0)


def _by_votes(told: Told, figure: Figure, code: str, side: int) -> Evidence:
    """What the text's other figures say of the party, on this side, on the other, and with the party opposite."""
    mine, other = getattr(figure, SIDES[side]), getattr(figure, SIDES[1 - side])
    own = figure.role == "transfer"
    same = told.votes[side][code] - (own and code in mine)
    against = told.votes[1 - side][code] - (own and code in other)
    total = told.votes[side].total() - len(mine)
    found = {"votes": same / (same + against + 1), "votes against": against / (same + against + 1)}
    found |= {"share": same / total} if total > 0 else {}
    found |= (
        {"only this side": 1.0} if same and not against else {"only other side": 1.0} if against and not same else {}
    )
    for opposite in other[:1]:
        pair = (code, opposite) if side == 0 else (opposite, code)
        count, turned = told.pairs[pair] - (own and code in mine), told.pairs[pair[::-1]]
        names = {
            "pair": count > 0,
            "pair turned": turned > 0,
            "pair often": count > turned + 1,
            "pair turned often": turned > count + 1,
        }
        found |= {name: 1.0 for name, holds in names.items() if holds}
    return found


def _near(told: Told, i: int, side: int) -> list[tuple[str, tuple[str, ...]]]:
    """Return the parties of the transfers before and behind, and the nearest names, each with what they are called."""
    figure, actors = told.figures[i], told.sentences[told.places[i]].actors
    ahead = [a for a in actors if a.end <= figure.start][-1:]
    behind = [a for a in actors if a.start >= figure.end][:1]
    found = [("nearest before", tuple(a.code for a in ahead)), ("nearest behind", tuple(a.code for a in behind))]
    for name, j in (("last", told.last[i]), ("next", told.next[i])):
        if j is not None:
            mine, other = getattr(told.figures[j], SIDES[side]), getattr(told.figures[j], SIDES[1 - side])
            found += [(name, mine), (f"{name} turned", other)]
            if told.places[j] == told.places[i]:
                found.append((f"{name} here", mine))
                is_near = is_beside(told.figures[j], figure, actors)
                found += [(f"{name} beside", mine), (f"{name} beside turned", other)] if is_near else []
    return found


def _at_home(told: Told, i: int, bound: str) -> Evidence:
    """What the state of the house that speaks does: `The Committee notes that 36 aircraft were bought from Dassault`."""
    figure = told.figures[i]
    names = ["home", f"home {bound}", f"home {figure.flow_type or 'no flow'}"]
    names += ["home says we"] if told.places[i] in told.speaking else []
    names += ["home's own answer"] if told.home in (*figure.suppliers, *figure.recipients) else []
    return dict.fromkeys(names, 1.0)


def _by_money(figure: Figure, code: str, bound: str) -> Evidence:
    """Whose money an amount is in: what is told of in the buyer's money is a deal, in the seller's a licence or a gift."""
    row = load_countries().get(code)
    is_own = row is not None and figure.kind == "money" and row["iso2"] == figure.unit[:2]
    return {"own money": 1.0, f"own money {bound}": 1.0} if is_own else {}


def _by_make(told: Told, i: int, code: str, candidates: dict[str, None]) -> Evidence:
    """What is known of the party: maker of this system or of others, whose money it is, a firm, how often and where it is named."""
    figure = told.figures[i]
    made = makers(figure)
    names = {
        "maker": code in made, "not the maker": code not in made and not made.isdisjoint(candidates), "maker here": code in told.made[told.places[i]],
        "maker in the text": code in told.makers,
        "firm": code in told.firms, "from somewhere": code in told.marked[0], "to somewhere": code in told.marked[1],
        "exporter": code in told.traders[0], "importer": code in told.traders[1],
        "first named": told.order[:1] == [code], "second named": told.order[1:2] == [code],
        "named most": told.most == code,
    }  # fmt: skip
    return {"mentions": min(told.mentions[code], 6) / 6} | {name: 1.0 for name, holds in names.items() if holds}
