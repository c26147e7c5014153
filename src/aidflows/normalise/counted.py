"""Adds counts that stand beside a party without their noun: `The Netherlands gave Kyiv 24 F-16s, Denmark 19 and Norway 22` (rule P-COUNTED)."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from functools import cache

from aidflows.bind.coordination import joints
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.bind.wording import SIGNED
from aidflows.normalise.parallel import begins
from aidflows.normalise.respective import RESPECTIVELY
from aidflows.recognise.numbers import number_words, parse_number, parse_words
from aidflows.recognise.quantities import has_count
from aidflows.recognise.sentences import Sentences
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Document, Figure, Span

SMALL = 100  # the largest number that stands in words without its noun
NO_PARTY = frozenset({"media", "programme", "demonym", "company"})
# a preposition and an article; what the name then bears tells whether it gives or gets
PREPOSED = r"(?:[^\W\d_]{1,7}\s(?:[^\W\d_]{2,3}\s|l['’])?|(?:all|dall|dell|d|de\sl)['’])"
ALSO = r"(?:another|also|each|ebenfalls|auch|weitere|noch|aussi|également|también|otros|altri|också|ytterligare|też|także|kolejne|ещё|также|ще|також|ise|da|de)"

CASED = frozenset({"pl", "ru", "uk"})  # `двенадцать гаубиц Кении, десять Гане`


@cache
def count_pattern(language: str) -> str:
    small = (w for w, n in number_words(language).items() if 2 <= n <= SMALL and n == n.to_integral_value())
    words = alternatives(list(small))
    return rf"(?P<count>(?!(?:19|20)\d\d\b)\d{{1,3}}(?:[.,]\d{{3}})*(?![\w.,]*\d)|(?:{words})(?:\s(?:{words}))?(?!\w))"


@cache
def _behind(language: str) -> re.Pattern[str]:
    """What stands right behind a name: a dash, a count, and the end of its part."""
    ends = r"(?=\s*(?:[,;.)]|\Z)|\s(?:and|und|sowie|et|y|e|och|i|oraz|a|zaś|и|а|та|й|ve|verdi|gönderdi|aldı)\s?)"
    return re.compile(rf"(?:\s[—–-])?\s(?:{ALSO}\s)?{count_pattern(language)}{ends}")


@cache
def _after_verb(language: str) -> re.Pattern[str]:
    """What stands right behind a verb whose object is a count alone: `Switzerland ordered 36 the same year`."""
    words = listed_words("ellipses", language, side="next")
    ends = rf"(?=\s*(?:[,;.)]|\Z)|\s(?:{alternatives(words)})(?!\w))" if words else r"(?=\s*(?:[,;.)]|\Z))"
    return re.compile(
        rf"\s(?:for\s|für\s|pour\s|por\s|per\s|för\s|na\s|на\s)?(?:{ALSO}\s)?{count_pattern(language)}{ends}"
    )


VERB = 12  # characters between a party and its verb at most: `en a commandé`, `ne ha ordinati`


@cache
def _ahead(language: str) -> re.Pattern[str]:
    """What stands right behind a name where the noun follows with the last count: `İspanya'dan 20, İtalya'dan 30 obüs`."""
    return re.compile(rf"(?:['’]\w{{1,4}})?\s{count_pattern(language)}(?=,|\s(?:ve|and|und|et|y|e|och|i|и|та|і)\s)")


@cache
def _before(language: str) -> re.Pattern[str]:
    """What stands right before a name: a count, and a preposition, which a dative needs not."""
    preposed = f"(?:{PREPOSED})?" if language in CASED else PREPOSED
    return re.compile(
        rf"(?:[,;:]|\b(?:and|und|et|y|e|och|i|oraz|a|и|а|та|і|й))\s(?:{ALSO}\s)?{count_pattern(language)}\s{preposed}\Z"
    )


def add_counts(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence with the counts of its items that other parties give or get.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norway gave Mali 24 howitzers, Oman 19 and Chad three."
    >>> [(int(f.value), f.supplier, f.recipient) for f in extract_figures(text).figures]
    [(24, 'NOR', 'MLI'), (19, 'OMN', 'MLI'), (3, 'TCD', 'MLI')]
    """
    items = [f for f in figures if f.kind == "hardware" and f.value is not None and f.role == "transfer"]
    out = list(figures)
    for item in items:
        stop = min((begins(f) for f in figures if begins(f) > item.end), default=sentence.end)
        start = max((f.end for f in figures if f.end <= begins(item)), default=sentence.start)
        others = [a for a in sentence.actors if start <= a.start < stop and a.kind not in NO_PARTY]
        out += [found for a in others if (found := _read(sentence, item, a, stop)) is not None]
        out += _shared_noun(sentence, item, out)
    return sorted(out, key=lambda f: (f.start, f.end))


@cache
def _listed(language: str) -> re.Pattern[str]:
    """What stands before the count of an item whose noun it shares: `12 and 20 howitzers`."""
    return re.compile(rf"(?<![\w.,]){count_pattern(language)}(?:,|,?\s{joints()})\s\Z")


def _shared_noun(sentence: Sentence, item: Figure, known: list[Figure]) -> list[Figure]:
    """Return the counts that share the noun of an item, where each is of another party: `gave 12 and 20 howitzers respectively`."""
    out: list[Figure] = []
    start = begins(item)
    several = RESPECTIVELY.search(sentence.text, sentence.start, sentence.end)
    while several is not None and (match := _listed(sentence.language).search(sentence.text, sentence.start, start)):
        start, end = match.span("count")
        value = parse_count(match["count"], sentence.language)
        if value is None or any(f.start < end and start < f.end for f in known):
            break
        out.append(with_count(item, sentence.text, (start, end), value))
    return out


def with_count(item: Figure, text: str, span: Span, value: Decimal) -> Figure:
    """Return an item with another count, which is all that is printed of it."""
    start, end = span
    return item._replace(
        surface=text[start:end], start=start, end=end, value_low=value, value=value, value_high=value, qualifier="exact",
        quantity_surface=text[start:end], quantity_start=start, quantity_end=end, rules=(*item.rules, "P-COUNTED"),
    )  # fmt: skip


def add_counts_behind(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the counts that the sentence right behind an item leaves without their noun.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Oman ordered 64 howitzers from Spain. Chad ordered 36 the same year."
    >>> [(int(f.value), f.supplier, f.recipient) for f in extract_figures(text).figures]
    [(64, 'ESP', 'OMN'), (36, 'ESP', 'TCD')]
    """
    out, starts = list(figures), [f.start for f in figures]
    items = {f.sentence: f for f in figures if f.kind == "hardware" and f.value is not None and f.role == "transfer"}
    told = {f.sentence[0] for f in figures if f.kind == "hardware"}
    for (_, end), item in items.items():
        bounds = _next_sentence(document, end)
        if bounds is None or bounds[0] in told:
            continue
        sentence = read_sentence(document.text, *bounds, language=document.language)
        others = [a for a in sentence.actors if a.kind not in NO_PARTY]
        found = [_read(sentence, item, a, bounds[1]) for a in others]
        there = figures[bisect_left(starts, bounds[0]) : bisect_left(starts, bounds[1])]
        taken = [(f.start, f.end) for f in there]
        out += [
            f._replace(sentence=bounds, year=None, date_start=None, date_end=None, rules=_undated(f))
            for f in found
            if f is not None and not any(low <= f.start < high for low, high in taken)
        ]
    return sorted(out, key=lambda f: (f.start, f.end))


def _next_sentence(document: Document, end: int) -> Span | None:
    """Return the bounds of the sentence behind, in the same paragraph, where anything counts in it."""
    text, at = document.text, end
    while at < len(text) and text[at] in " \u00a0\n":
        at += 1
    if at >= len(text) or "\n\n" in text[end:at]:
        return None
    bounds = Sentences(text).around(at)
    return bounds if bounds[0] >= end and has_count(text, *bounds, document.language) else None


def _undated(figure: Figure) -> tuple[str, ...]:
    return tuple(r for r in figure.rules if not r.startswith("D-"))


def _read(sentence: Sentence, item: Figure, actor: Actor, stop: int) -> Figure | None:
    text, language = sentence.text, sentence.language
    is_ahead = actor.end <= begins(item)
    pattern = _ahead(language) if is_ahead else _behind(language)
    is_beside = actor.mark != "IN" if is_ahead else not actor.mark
    match = pattern.match(text, actor.end, begins(item) if is_ahead else stop) if is_beside else None
    gets = actor.mark == "TO" if actor.mark else "P-GET" in item.rules or "P-DEAL" in item.rules
    if match is None and not is_ahead and actor.mark in ("TO", "FROM", "BY", "OF"):
        match = _before(language).search(text, max(item.end, sentence.start), actor.start)
        gets = actor.mark == "TO"
    if match is None and not is_ahead and not actor.mark:
        match, gets = _count_of_verb(sentence, actor, stop, gets=gets)
    value = parse_count(match["count"], language) if match else None
    if match is None or value is None or actor.code in (item.suppliers if gets else item.recipients):
        return None
    side = ((actor.code,), item.recipients) if not gets else (item.suppliers, (actor.code,))
    return with_count(item, text, match.span("count"), value)._replace(
        suppliers=side[0], recipients=side[1], supplier=side[0][0] if len(side[0]) == 1 else None,
        recipient=side[1][0] if len(side[1]) == 1 else None, supplier_org=None, recipient_org=None,
    )  # fmt: skip


def _count_of_verb(sentence: Sentence, actor: Actor, stop: int, *, gets: bool) -> tuple[re.Match[str] | None, bool]:
    """Return the count alone behind the verb of a party, `la Suisse en a commandé 36`, and whether it gets them."""
    verb = next((c for c in sentence.kinds("give", "get") if c.start > actor.end), None)
    if verb is not None and verb.start - actor.end <= VERB:
        return _after_verb(sentence.language).match(sentence.text, verb.end, stop), verb.kind == "get"
    signed = SIGNED.search(sentence.text, actor.end, min(stop, actor.end + 2 * VERB))
    return _after_verb(sentence.language).match(sentence.text, signed.end(), stop) if signed else None, gets


def parse_count(surface: str, language: str) -> Decimal | None:
    return parse_number(surface, language) if surface[0].isdigit() else parse_words(surface, language)
