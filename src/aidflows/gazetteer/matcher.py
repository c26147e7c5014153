"""Multi-pattern matchers over raw text: leftmost-longest, word-bounded, no folded copy of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from aidflows.gazetteer.conjugation import agreeing, conjugated, load_verbs, of_us
from aidflows.gazetteer.currencies import currency_forms
from aidflows.gazetteer.inflection import EASTERN, all_case_forms, cyrillic_forms, declined, demonym_forms, name_forms
from aidflows.gazetteer.lists import load_list, spellings
from aidflows.gazetteer.plurals import more_forms
from aidflows.records import Cue

Entry = tuple[str, str, tuple[str, ...]]  # pattern, kind, value
Meaning = tuple[str, tuple[str, ...]]  # kind, value
Meanings = tuple[Meaning, ...]


# what follows a known designation in a variant's name: `Su-30MKI`, `AH-64Ev6`, `M109A6`; `F-160` is no F-16
VARIANT = re.compile(r"(?:[A-ZА-ЯІ]{1,4}\d{0,3}[A-Z]?|[A-Z]v\d|(?<=[A-Z])\d{1,2}[A-Z]?|[a-f]\d)s?(?![\w])")
# the rest of a designation whose beginning is known: `AN/TPQ-` and `36`, `9M` and `133`
REST = re.compile(r"(?:[A-Z]{0,4}[-–]?)?\d{1,4}(?:[-–]?[A-Z]{1,4}\d{0,3})*(?:[-–]\d{1,4}[A-Z]?)*s?(?![\w])(?!,\d)")


class Matcher:
    """Finds the patterns of a table; one pattern may carry several meanings, each given back."""

    __slots__ = ("_automaton", "_compound", "_loose", "_meanings", "_open", "_places", "_stems", "_suffixed")

    def __init__(self, entries: Iterable[Entry], loose: frozenset[str] = frozenset()) -> None:
        """`loose` patterns are given back wherever they stand, as kind `currency`: `kr` in `5kr`, `$` in `US$5`."""
        table: dict[str, Meanings] = {}
        shared: dict[Meanings, Meanings] = {}  # the names of one system mean the same: kept once
        for pattern, kind, value in entries:
            meanings = table.setdefault(pattern, ())
            if kind != "nobody" and (kind, value) not in meanings:
                meanings += ((kind, value),)
                table[pattern] = shared.setdefault(meanings, meanings)
        for pattern in [p for p in table if "+" + p in table]:
            table[f"+{pattern}"] += tuple(m for m in table.pop(pattern) if m not in table[f"+{pattern}"])
        names = {p.removesuffix("~").removeprefix("+") for p in table}
        for pattern in sorted(loose - names):
            table[pattern] = ()
        patterns = [p.removesuffix("~").removeprefix("+") for p in table]
        self._loose = bytes(p in loose for p in patterns)
        self._compound = bytes(p.startswith("+") for p in table)  # `+drohnen` also ends `Überwasserdrohnen`
        self._stems = bytes(p.endswith("~") for p in table)  # `satış~` also finds `satışının`
        self._meanings = list(table.values())
        self._suffixed = bytes(p.startswith("-") for p in patterns)
        self._open = [_how_open(p, m) for p, m in zip(patterns, self._meanings, strict=True)]
        self._places = {p: n for p, n in _beginnings(patterns).items() if self._meanings[n]}
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def _shorten(self, text: str, index: int, a: int, b: int) -> tuple[int, int]:
        """Return the pattern and end to use: where the longest ends inside a word, a shorter one that ends at its end.

        `Rafale M` stands in `Rafale Marine`, but the name there is `Rafale`.
        """
        for end in range(b - 1, a + 1, -1):
            shorter = self._places.get(text[a:end]) if not _is_cut(text, end) else None
            if shorter is not None:
                return shorter, end
        return index, b

    def _inside(self, text: str, a: int, b: int, size: int) -> Iterator[Cue]:
        """Yield what begins at a later word of a match that begins or ends inside a word: `cédés` in `a cédés`, where `a cédé` is known."""
        at = text.find(" ", a, b) + 1
        if at:
            yield from (cue for cue in self.find(text, at, min(size, b + OVERLAP)) if cue.start < b)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Cue]:
        """Yield what stands as whole words in text[start:end], offsets in `text`."""
        size = len(text) if end is None else end
        for index, a, b in scan(self._automaton, text, start, size):
            if self._loose[index]:
                yield Cue(a, b, "currency", ())
                if not self._meanings[index]:
                    continue
            is_cut = b < size and _is_cut(text, b)
            if is_cut and not self._stems[index] and self._open[index] is None:
                index, b = self._shorten(text, index, a, b)
                is_cut = b < size and _is_cut(text, b)
            if (
                a > start
                and (text[a - 1].isalnum() or text[a - 1] == "_")
                and not self._suffixed[index]
                and text[a].isalnum()
            ):
                if not self._compound[index]:
                    yield from self._inside(
                        text, a, b, size
                    )  # `fourniture` in `La fourniture`, where `a fourni` is known
                    continue
                a = _word_start(text, a, start)
            if self._open[index] is REST:
                rest = REST.match(text, b, size)
                if rest is None:
                    continue
                b = rest.end()
            elif is_cut and not self._stems[index]:
                more = VARIANT.match(text, b, size) if self._open[index] is VARIANT else None
                index, b = (index, more.end()) if more else self._shorten(text, index, a, b)
                if more is None and self._open[index] is REST and (rest := REST.match(text, b, size)):
                    b = rest.end()  # `CH-46`, where `CH-4` is known and `CH-` begins a designation
                if more is None and _is_cut(text, b):  # `54 Leopard 2026` is no Leopard 2, but a Leopard
                    yield from self._inside(text, a, b, size)
                    continue
            for kind, value in self._meanings[index]:
                yield Cue(a, b, kind, value)


STRETCH, OVERLAP = 1 << 16, 200  # characters searched at once; no pattern is longer than the overlap


def scan(automaton: AhoCorasick, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield pattern, start and end of the leftmost longest matches in text[start:end], a stretch at a time; a line may end inside a match.

    The automaton makes a table of offsets of what it is given: given a large text at once it would take eight bytes a character.
    """
    if end - start <= STRETCH:
        for index, a, b in automaton.find_matches_as_indexes(_on_one_line(text, start, end)):
            yield index, start + a, start + b
        return
    at = start
    while at < end:
        limit = at + STRETCH
        for index, a, b in automaton.find_matches_as_indexes(_on_one_line(text, at, min(end, limit + OVERLAP))):
            if a >= STRETCH:
                break
            yield index, at + a, at + b
            limit = max(limit, at + b)  # what begins inside a match is none
        at = limit


def _on_one_line(text: str, start: int, end: int) -> str:
    """Return text[start:end] with line breaks as spaces: `United States` is one name where its line ends in the middle.

    Two breaks are two spaces, which stand in no pattern: nothing is joined across paragraphs.
    """
    return text[start:end].replace("\n", " ")


def _beginnings(patterns: list[str]) -> dict[str, int]:
    """Return the patterns that others begin with, with their places: in order, a pattern stands right before one that goes on from it."""
    places = {p: n for n, p in enumerate(patterns)}
    ordered = sorted(places)
    return {p: places[p] for p, after in pairwise(ordered) if after.startswith(p)}


def _word_start(text: str, a: int, floor: int) -> int:
    while a > floor and (text[a - 1].isalpha() or text[a - 1] == "-"):
        a -= 1
    return a


def _is_cut(text: str, b: int) -> bool:
    return b < len(text) and (text[b].isalnum() or text[b] == "_") and text[b - 1].isalnum()


def _how_open(pattern: str, meanings: Meanings) -> re.Pattern[str] | None:
    """Return what may follow a pattern: a variant's letters after a designation, a number after a prefix."""
    kinds = {kind for kind, _ in meanings}
    if "designation" in kinds:
        return REST
    is_designation = "system" in kinds and any(c.isdigit() for c in pattern) and any(c.isupper() for c in pattern)
    return VARIANT if is_designation else None


def _item_entries(language: str) -> Iterator[Entry]:
    for row in load_list("systems"):
        aliases = row["aliases"].split("|")
        if row["origin_iso3"] in EASTERN:
            aliases += [form for alias in aliases for form in cyrillic_forms(alias)]
        for alias in aliases:
            printed = name_forms(alias) | set(declined(alias, language))
            yield from ((form, "system", (row["system_id"],)) for form in printed)
    for row in load_list("names_other"):
        names = [n for name in row["names"].split("|") for n in (name, *declined(name, row["lang"]))]
        yield from ((name, "system", (row["system_id"],)) for name in names if row["lang"] == language)
    for row in load_list("nicknames"):
        yield from ((name, "nickname", (row["system_type"],)) for name in row["names"].split("|"))
    for row in load_list("designations"):
        yield (row["prefix"], "designation", (row["system_type"],))
    for row in load_list("system_types"):
        for noun in row["nouns"].split("|"):
            yield from ((form, "type", (row["system_type"],)) for form in spellings(noun))
    for row in load_list("type_nouns"):
        if row["lang"] == language:
            stem = "~" if language == "tr" else ""
            nouns = row["nouns"].split("|")
            nouns += [form for noun in nouns for form in more_forms(noun, language)]  # `haubitsarna`, `танками`
            for noun in nouns:
                forms = [noun] if noun.startswith("+") else spellings(noun)
                yield from ((form + stem, "type", (row["system_type"],)) for form in forms)


def _people_entries() -> Iterator[Entry]:
    """`injured` and the like count nobody themselves; they mark a sentence where a count without a noun may stand."""
    yield from ((word, "hurt", (word,)) for word in ("injured", "wounded", "received injuries"))
    for row in load_list("counted"):
        yield from ((form, "people", (row["noun"],)) for form in spellings(row["noun"]) if "(" not in form)


def _actor_entries(language: str) -> Iterator[Entry]:
    # `BAE` is a firm, and in Turkish the Emirates
    others = {row["name"]: row for row in load_list("homonyms") if row["lang"] == language}
    yield from ((name, "actor", (row["iso3"], row["kind"], "")) for name, row in others.items())
    for row in load_list("country_names"):
        name = row["name"]
        yield (name, "actor", (row["iso3"], row["kind"], ""))
        yield from (
            (form, "actor", (row["iso3"], f"country:{mark}", "")) for form, mark in all_case_forms(name, row["lang"])
        )
        if row["lang"] == "en" and len(name) > 3:
            yield (name.upper(), "actor", (row["iso3"], row["kind"], ""))
    known = {row["name"] for row in load_list("country_names")}
    for row in load_list("demonyms"):
        forms = [
            v for form in demonym_forms(row["stem"], row["lang"]) for v in (form, form.capitalize()) if v not in known
        ]
        yield from ((form, "actor", (row["iso3"], "demonym", "")) for form in dict.fromkeys(forms))
    for row in load_list("organisations"):
        for alias in row["aliases"].split("|"):
            if alias not in others:
                yield (alias, "actor", (row["country_iso3"], row["org_type"], row["org_id"]))
    # firms that no release lists as organisations
    yield from ((row["name"], "actor", (row["iso3"], "company", "")) for row in load_list("firms"))
    # the `Paris` of the Paris Club is no France: found, and nobody
    yield from ((name, "nobody", ()) for row in load_list("no_parties") for name in row["names"].split("|"))


def _cue_entries(language: str) -> Iterator[Entry]:
    others = [row for row in load_list("cues_other") if row["lang"] == language]
    known = {(row["cue"], p) for row in (*load_list("cues"), *others) for p in row["phrases"].split("|")}
    # words of English that mean something else here: `les pays`, `alla fine`, `to jest`
    alike = {p for row in others if row["cue"] == "blank" for p in row["phrases"].split("|")}
    for row in (*load_list("cues"), *others):
        stem = "~" if row.get("lang") == "tr" else ""
        value = (row["stage"], row["flow_type"], row["assertion"])
        phrases = row["phrases"].split("|")
        if row["cue"] in ("give", "get"):
            lang = row.get("lang", "")
            phrases += [f for p in phrases for f in agreeing(p, lang) if (row["cue"], f) not in known]
            phrases += [f for p in phrases for f in of_us(p, lang) if (row["cue"], f) not in known]
        for phrase in phrases:
            if "lang" not in row and phrase in alike:
                continue
            yield from ((form + stem, row["cue"], value) for form in {phrase, phrase[:1].upper() + phrase[1:]})
    for row in load_verbs(language):
        value = (row["stage"], row["flow_type"], "")
        is_own = row["lang"] == language
        built = conjugated(row)
        built += [f for form in built for f in agreeing(form, row["lang"]) if f not in built]
        built += [f for form in built for f in of_us(form, row["lang"]) if f not in built]
        forms = [f for f in built if (row["cue"], f) not in known and (is_own or f not in alike)]
        yield from ((v, row["cue"], value) for f in forms for v in (f, f[:1].upper() + f[1:]))
    for row in load_list("descriptions"):
        parted = [form.partition(":") for form in row["forms"].split("|") if row["lang"] == language]
        yield from ((form, "described", (row["groups"], mark, "")) for form, _, mark in parted)
    # the `Arms Export` of the Arms Export Control Act is no export
    yield from ((row["law"], "blank", ("", "", "")) for row in load_list("laws"))


@cache
def item_matcher(language: str = "en") -> Matcher:
    """Return the matcher of system names, type nouns (English and one more language), nouns that count people, and currencies."""
    return Matcher(chain(_item_entries(language), _people_entries()), currency_forms())


def actor_matcher(language: str = "") -> Matcher:
    """Return the matcher of countries, demonyms, capitals, leaders and organisations; a language may read some names otherwise."""
    return _actors(language if language in {row["lang"] for row in load_list("homonyms")} else "")


@cache
def _actors(language: str) -> Matcher:
    return Matcher(_actor_entries(language))


@cache
def cue_matcher(language: str = "en") -> Matcher:
    """Return the matcher of verbs, nouns and prepositions that say who, to whom, what and how sure."""
    return Matcher(_cue_entries(language))
