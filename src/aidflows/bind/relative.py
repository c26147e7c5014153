"""Reads clauses about a party or a thing that another clause holds: `Chad, which gave Peru 12 howitzers, sold ...` (relative_pronouns.csv)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aidflows.bind.clauses import acts
from aidflows.bind.coordination import is_coordinate, joints
from aidflows.bind.paying import is_fund_before
from aidflows.bind.places import group
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import number_words
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor, Cue

ROLES = {"subject": "", "to": "TO", "from": "FROM", "whose": "GEN"}
VERBS = ("give", "goes", "get")


class Aside(NamedTuple):
    """A clause about parties named right before it: where its comma and its words begin, where it ends, and what the parties do in it."""

    start: int
    first: int
    end: int
    parties: tuple[Actor, ...]
    role: str


@cache
def _pronouns(language: str) -> re.Pattern[str] | None:
    row = next((row for row in load_list("relative_pronouns") if row["lang"] == language), None)
    if row is None:
        return None
    words = "|".join(
        f"(?P<{role}>{alternatives(row[role].split('|'))})" for role in ("to", "from", "whose", "subject") if row[role]
    )
    return re.compile(rf"(?:\s\([^()]{{1,40}}\))?,\s(?:{words.replace('P<from>', 'P<from_>')})\s")


@cache
def _phrase(language: str) -> re.Pattern[str]:
    """Return what opens a phrase behind a comma inside such a clause: `, in 2019, has`."""
    words = [r["word"] for r in load_list("prepositions") if r["lang"] in ("", language) and r["mark"] != "AND"]
    return re.compile(rf",\s(?:{alternatives(words)})\b", re.IGNORECASE)


@cache
def _count(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<joint>{joints()}\s)?(?:\d|(?:{alternatives([*number_words(language)])})\b)", re.IGNORECASE)


def _find_end(sentence: Sentence, first: int, pronouns: re.Pattern[str]) -> int:
    """Return where a clause ends: at its first comma that joins no list and opens no phrase, otherwise with the sentence."""
    text, count, commas = sentence.text, _count(sentence.language), 0
    at = text.find(",", first, sentence.end)
    while at >= 0:
        another = count.match(text, at + 2)
        # `which gave Peru 12 guns, six mortars, and 40 trucks`: a conjunction behind a comma closes a list that commas join
        is_list = (
            another is not None and (not another["joint"] or commas > 0) and count.search(text, first, at) is not None
        )
        if not is_list and not _phrase(sentence.language).match(text, at) and not _joins(sentence, first, at, pronouns):
            return at
        commas += is_list
        at = text.find(",", at + 1, sentence.end)
    semicolon = text.find(";", first, sentence.end)
    return sentence.end if semicolon < 0 else semicolon


def _joins(sentence: Sentence, first: int, comma: int, pronouns: re.Pattern[str]) -> bool:
    """True of a comma between two names of a list, of which the second has no clause of its own."""
    before = [a for a in sentence.actors if first <= a.start and a.end <= comma][-1:]
    behind = [a for a in sentence.actors if a.start > comma and not pronouns.match(sentence.text, a.end)][:1]
    return bool(before and behind) and is_coordinate(sentence.text, before[0].end, behind[0].start)


def find_asides(sentence: Sentence) -> list[Aside]:
    """Return the clauses about a party, left to right."""
    if (pronouns := _pronouns(sentence.language)) is None:
        return []
    out: list[Aside] = []
    for actor in sentence.actors:
        found = pronouns.match(sentence.text, actor.end, sentence.end)
        last = out[-1].end if out else sentence.start
        if found is None or actor.start < last:
            continue
        first, end = found.end(), _find_end(sentence, found.end(), pronouns)
        parties = tuple(a for a in group(sentence, actor) if last <= a.start <= actor.start)
        out.append(Aside(actor.end, first, end, parties, _role(sentence, found, end)))
    return out


FOR = ("for", "für", "pour", "para", "per", "dla", "для")


def _role(sentence: Sentence, pronoun: re.Match[str], end: int) -> str:
    """Return what the party does in its clause; `Mali, which France gave 12 guns` is given them, `à laquelle on a acheté` sells."""
    first, kind = pronoun.end(), (pronoun.lastgroup or "subject").strip("_")
    behind = next((a for a in sentence.actors if a.start >= first), None)
    is_other = kind == "subject" and sentence.language == "en" and behind is not None and behind.start - first <= 4
    if is_other and behind is not None and acts(sentence, behind):
        return "TO"
    verb = next((c for c in sentence.kinds(*VERBS) if first <= c.start < end), None)
    gets = verb is not None and verb.kind == "get" and not is_fund_before(sentence.text, verb.start, sentence.language)
    if kind == "to" and gets and not pronoun[kind].startswith(FOR):
        return "FROM"
    return ROLES[kind]


def see_from(sentence: Sentence, start: int) -> Sentence:
    """Return the sentence as a figure at a position sees it: inside a clause about a party that clause alone, outside without it.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Chad, which gave Peru 12 howitzers, sold 40 mortars to Kenya."
    >>> [[a.code for a in see_from(read_sentence(text, 0, len(text)), n).actors] for n in (22, 41)]
    [['TCD', 'PER'], ['TCD', 'KEN']]
    """
    asides = find_asides(sentence)
    if not asides:
        return sentence
    inside = next((a for a in asides if a.first <= start < a.end), None)
    if inside is not None:
        parties = tuple(p._replace(mark=inside.role) for p in inside.parties)
        within = _keep(sentence, [(inside.first, inside.end)])
        if not within.actors and (inside.role or len(sentence.actors) == 1):
            return sentence  # `turned to Mali, from which it bought 12 guns`: who acts stands before it, or nobody else is named
        others = tuple(_settle_case(sentence, a, inside) for a in within.actors)
        him = () if inside.role else _him(_main(sentence, asides), within, inside)
        return within._replace(start=parties[0].start, end=inside.end, actors=tuple(sorted((*parties, *others, *him))))
    bounds = [sentence.start, *(b for a in asides for b in (a.start, a.end)), sentence.end]
    spans = list(zip(bounds[::2], bounds[1::2], strict=True))
    kept = _keep(sentence, spans)
    low, high = next(((low, high) for low, high in spans if low <= start < high), (start, start))
    if start < asides[0].start and len({a.code for a in kept.actors}) < 2:
        return sentence  # `12 million for its agency, which will give Peru radars`
    if start >= asides[-1].end and not kept.kinds(*VERBS) and len({a.code for a in kept.actors}) > 1:
        return kept  # `turned to Chad, which gave it 12 guns, and to Mali for six`: the verb of giving is of the clause alone
    return kept if any(low <= v.start < high or _is_of(kept, start, v) for v in kept.kinds(*VERBS)) else sentence


@cache
def _pronoun_him(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’])(?:{alternatives(listed_words('relative_pronouns', language, column='him')) or NOTHING})(?!\w)"
    )


def _main(sentence: Sentence, asides: list[Aside]) -> Actor | None:
    """Return who acts in the main clause, unless that party has a clause of its own: of two such either may be meant by `it`."""
    first = next((a for a in sentence.actors if a.mark == "" and a.kind != "demonym"), None)
    return None if any(first in aside.parties for aside in asides) else first


def _him(subject: Actor | None, within: Sentence, aside: Aside) -> tuple[Actor, ...]:
    """Return Peru at `it` in `Peru turned to Chad, which gave it 12 guns`: before a verb of giving in its clause, or right behind it."""
    verb = next(iter(within.kinds("give")), None)
    if subject is None or verb is None or subject.start >= aside.parties[0].start:
        return ()
    for found in _pronoun_him(within.language).finditer(within.text, aside.first, aside.end):
        is_before = found.start() < verb.start and within.language not in ("en", "sv")
        if is_before or found.start() == verb.end + 1:
            return (subject._replace(start=found.start(), end=found.end(), mark="TO"),)
    return ()


def _is_of(sentence: Sentence, start: int, verb: Cue) -> bool:
    """True of a verb behind such a clause that tells of the figure before it: no other count stands right before the verb."""
    head = sentence.text[max(start, verb.start - 24) : verb.start]
    return verb.start < start or not _count(sentence.language).search(head.rpartition(",")[2])


def _settle_case(sentence: Sentence, actor: Actor, aside: Aside) -> Actor:
    """Return a name right behind a German pronoun with the case that the pronoun leaves it: `Peru, dem Mali Boote gab`, `das Mali Boote gab`."""
    if sentence.language != "de" or actor.start != aside.first:
        return actor
    return actor._replace(mark="" if aside.role else "TO")


def _keep(sentence: Sentence, spans: list[tuple[int, int]]) -> Sentence:
    def is_kept(at: int) -> bool:
        return any(low <= at < high for low, high in spans)

    cues = tuple(c for c in sentence.cues if is_kept(c.start))
    return sentence._replace(
        actors=tuple(a for a in sentence.actors if is_kept(a.start)),
        cues=cues,
        dates=tuple(d for d in sentence.dates if is_kept(d.start)),
        present=frozenset(c.kind for c in cues),
    )
