"""A sentence with its actors, cues and dates, and what preposition or case each actor bears."""

from __future__ import annotations

import re
from typing import NamedTuple

from aidflows.bind.attitudes import is_attitude
from aidflows.bind.bygone import is_bygone
from aidflows.bind.coordination import CLAUSE, CLOSING, goes_on, is_coordinate
from aidflows.bind.described import find_described
from aidflows.bind.holders import find_holder
from aidflows.bind.makers import is_maker, makes
from aidflows.bind.marking import settle_marks
from aidflows.bind.prepositions import GENITIVE, find_mark
from aidflows.bind.seats import OWNED, find_seat
from aidflows.bind.verbs import settle_verbs
from aidflows.gazetteer.matcher import actor_matcher, cue_matcher
from aidflows.recognise.dates import find_dates
from aidflows.recognise.lookalikes import is_namesake
from aidflows.records import Actor, Cue, When

OWN_COUNT = re.compile(r"\s+\d{1,4}(?=[.;,]|\s*\Z)")  # `to Ukraine and the Netherlands 18`: not one of those before it
# `US$56` names nobody, nor does `Dakar-Klasse`, nor `Того ж дня` Togo
NO_NAME = re.compile(
    r"\$|(?<=egeringen)\si\s(?=[A-ZÅÄÖ])|(?<=Того)\sж?е?\s?(?:дня|року|года|місяця|месяца|самого|вечора|тижня)\b|[\s-](?:[Cc]lass|Klasse|klass|класс[а-я]*|класу)\b"
)
# `od Iraku i Pakistanu`: the case of both is the preposition's
PREPOSED = frozenset({"FROM", "TO", "BY", "WITH", "IN"})
VERBS = frozenset({"give", "get"})


class Sentence(NamedTuple):
    """One sentence's bounds with all that was recognised in it."""

    text: str
    start: int
    end: int
    actors: tuple[Actor, ...]
    cues: tuple[Cue, ...]
    dates: tuple[When, ...]
    language: str = "en"
    document_date: When | None = None
    present: frozenset[str] = frozenset()  # the kinds of its cues

    def kinds(self, *kinds: str) -> list[Cue]:
        """Return the cues of these kinds, left to right."""
        if self.present.isdisjoint(kinds):
            return []
        return [c for c in self.cues if c.kind in kinds]


def read_sentence(
    text: str, start: int, end: int, taken: tuple[tuple[int, int], ...] = (), *, language: str = "en"
) -> Sentence:
    """Return the sentence text[start:end] with its actors, cues and dates; `taken` spans (money, names of systems) hold no actor and no date.

    >>> s = read_sentence("Türkiye sold drones to Azerbaijan in 2020.", 0, 42)
    >>> [(a.code, a.mark) for a in s.actors], [d.year for d in s.dates]
    ([('TUR', ''), ('AZE', 'TO')], [2020])
    """
    named = (
        c
        for c in actor_matcher(language).find(text, start, end)
        if not NO_NAME.match(text, c.end)
        and not (c.value[1] == "company" and is_namesake(text, c))
        and not is_bygone(text, c, language)
    )
    told = list(cue_matcher(language).find(text, start, end))
    described = find_described(text, told, language)
    found = sorted([*named, *described])
    names = [
        c for c in found if not any(a <= c.start < b for a, b in taken) and not is_attitude(text, c, start, language)
    ]
    verbs = [c for c in told if c.kind in ("give", "get")]
    actors = _mark_actors(text, names, start, language=language, verbs=verbs)
    words = settle_verbs(
        text, (start, end), actors=actors, cues=[c for c in told if c.kind != "described"], language=language
    )
    cues = tuple(
        c
        for c in words
        if c.kind not in VERBS or (text[c.start - 1 : c.start] != "-" and not any(a <= c.start < b for a, b in taken))
    )  # `anti-ship` ships nothing
    dates = tuple(d for d in find_dates(text, start, end) if not any(a <= d.start < b for a, b in taken))
    settled = settle_marks(text, actors, cues, language)
    return Sentence(text, start, end, settled, cues, dates, language, None, frozenset(c.kind for c in cues))


def _closes_list(text: str, actors: list[Actor], gap: str) -> bool:
    """True where the last name of `to Estonia, Latvia, and Lithuania` follows: two before it are a list already."""
    if len(actors) < 2 or CLOSING.match(gap) is None:
        return False
    before, last = actors[-2:]
    return before.mark == last.mark and text[before.end : last.start].split() in ([","], [",", "the"])


def _is_listed(text: str, actors: list[Actor], cue: Cue, mark: str) -> bool:
    """True of a name that bears no mark of its own and stands in one list with the name before it."""
    last = actors[-1]
    gap = text[last.end : cue.start]
    # `in Paris, France pledges` is no list, nor is `to Riga, and Oslo paid`
    goes = "," not in gap or goes_on(text, cue.end) or _closes_list(text, actors, gap)
    if not goes or (cue.value[1] == "capital" and CLAUSE.match(gap)) or OWN_COUNT.match(text, cue.end):
        return False
    is_cased = ":" in cue.value[1] and (last.mark in PREPOSED or cue.value[1] == last.kind)
    is_owner = mark == "GEN" and last.kind == "company" and OWNED.match(text, cue.end) is not None
    return (mark in ("", "AND") or is_cased or is_owner) and is_coordinate(text, last.end, cue.start)


def _shared_mark(text: str, actors: list[Actor], cue: Cue, mark: str) -> str:
    """Return the mark of a name, which in a list, behind its country or behind an adjective is that of the name before."""
    last = actors[-1]
    gap = text[last.end : cue.start]
    if _is_listed(text, actors, cue, mark):
        mark = last.mark if last.mark != "GEN" or mark == "AND" else mark
    mark = "" if mark == "AND" else mark
    if mark or cue.value[1] != "company":
        return mark
    # `acordó con la surcoreana Hyundai Rotem`, `from France's Nexter`
    is_own = gap.count(" ") == 2 and last.code == cue.value[0]  # `beim norwegischen Konzern Kongsberg`
    is_told = ((gap == " " or is_own) and last.kind == "demonym") or (OWNED.fullmatch(gap) and last.mark in PREPOSED)
    return last.mark if is_told else mark


AUXILIARY = re.compile(r"\s(?:[^\W\d_]{1,5}\s)?")  # between a subject and its verb: `ha donato`, `sent`


def _acts_apart(text: str, last: Actor, cue: Cue, verbs: list[Cue]) -> bool:
    """True of Denmark in `sold 12 guns to Mali and Denmark sent six`: behind a verb and whom it is for, a verb of its own follows."""
    if not last.mark or not any(v.end <= last.start for v in verbs) or text.startswith(" by ", cue.end):
        return False
    return is_coordinate(text, last.end, cue.start) and _acts(text, cue, verbs)


MAKERS = frozenset({"BY", "FROM", "OF"})  # marks of who made a thing, where a verb of giving stands besides
CONJUNCTION = re.compile(r"\b(?:after|before|since|until|than|as|like)\s(?:the\s)?\Z")  # `after Denmark had given six`


def _acts(text: str, cue: Cue, verbs: list[Cue]) -> bool:
    """True of a name right before a verb of giving or getting."""
    behind = next((v for v in verbs if v.start > cue.end), None)
    return behind is not None and AUXILIARY.fullmatch(text, cue.end, behind.start) is not None


def _mark_actors(text: str, found: list[Cue], floor: int, *, language: str, verbs: list[Cue]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    adjectives = {(c.start, c.end) for c in found if c.value[1] == "demonym"} if language == "en" else set()
    placed = floor  # where the place of a firm ends
    for cue in found:
        if cue.start < placed:
            continue
        if ":" in cue.value[1] and (cue.start, cue.end) in adjectives:
            continue  # `Czech` is a genitive in Polish alone
        mark = find_mark(text, cue, floor, language)
        if mark == "IN":
            is_clause = CONJUNCTION.search(text, max(floor, cue.start - 12), cue.start) and _acts(text, cue, verbs)
            mark = "" if is_clause else find_holder(text, cue.start, floor, language) or mark
        if mark == "TO" and language == "de" and GENITIVE.search(text, max(floor, cue.start - 40), cue.start):
            mark = "TO" if out and text[out[-1].end : cue.start].split() == ["der"] else "OF"
        is_apart = bool(out) and mark in ("", "AND") and _acts_apart(text, out[-1], cue, verbs)
        mark = _shared_mark(text, out, cue, mark) if out and not is_apart else mark.replace("AND", "")
        if mark == "TO" and cue.value[1:2] == ("programme",):
            mark = "IN"  # `the budget for the USAI` gives the United States nothing
        code = cue.value[0]
        if cue.value[1] == "company":
            code, placed = find_seat(text, cue, out[-1] if out else None)
        out.append(Actor(cue.start, cue.end, code, cue.value[1], cue.value[2], mark))
    if any(not makes(text, v.start, language) for v in verbs):
        out = _set_makers_aside(text, out, floor, language=language)
    return tuple(_share_suffix(text, out) if language == "tr" else out)


def _set_makers_aside(text: str, actors: list[Actor], floor: int, *, language: str) -> list[Actor]:
    """Return the actors, who made a thing taking no part where another may have given it: `made by Nexter were delivered by Norway`."""
    made = {
        a.start for a in actors if a.mark in MAKERS and is_maker(text, a.start, a.end, floor=floor, language=language)
    }
    if not made or not any(a.mark in ("", "BY") and a.start not in made for a in actors):
        return actors
    return [a._replace(mark="IN") if a.start in made else a for a in actors]


TURKISH_AND = re.compile(r"\s(?:ve|ile|veya)\s")


def _share_suffix(text: str, actors: list[Actor]) -> list[Actor]:
    """Give the case of the last name to those before it: `Kenya, Gana ve Çad'a` is to all three.

    The first of them is the subject, where nobody else can be: `Türkiye, Kenya ve Gana'ya sattı`.
    """
    out = list(actors)
    for n in range(len(out) - 1, 0, -1):
        mark, gap = out[n].mark, text[out[n - 1].end : out[n].start]
        if out[n - 1].kind == "demonym" and gap == " " and out[n].code == out[n - 1].code:
            out[n - 1] = out[n - 1]._replace(
                mark=mark
            )  # `Güney Koreli Hanwha'dan`: the adjective bears no case of its own
        if mark not in ("TO", "FROM", "GEN") or out[n - 1].mark:
            continue
        others = [a for k, a in enumerate(out) if a.mark in ("", "GEN") and (k < n - 1 or a.start > out[n].end)]
        is_last = TURKISH_AND.fullmatch(gap) is not None
        if is_last or (
            gap.strip() == "," and n + 1 < len(out) and out[n + 1].mark == mark and (mark == "GEN" or others)
        ):
            out[n - 1] = out[n - 1]._replace(mark=mark)
    return out
