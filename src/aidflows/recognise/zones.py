"""Finds the stretches of a text that are not evidence: web addresses, reference lists, citation footnotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from aidflows.records import Span

ADDRESSES = ("http", "www.", "doi.org")
URL = re.compile(r"(?:https?[:/]|www\.|doi\.org)\S+")
# every pattern of a whole line begins with the line break before it, so that the engine skips from line to line
REFERENCES = re.compile(
    r"\n[ \t#*_]*(?:references|bibliography|works cited|literature|sources cited|kaynakça|kaynaklar|bibliographie|literatur|"
    r"bibliografía|литература|список литературы)[ \t*_:]*(?=\n|\Z)",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\n[ \t#*_]*(?:acknowledge?ments?|notes on contributors?|author contributions?|appendix.*|annex.*|about the authors?)[ \t*_:]*(?=\n|\Z)",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
# what an entry of a reference list bears: a year in brackets or between stops, pages, an address, a volume
ENTRY = re.compile(
    r"\(\d{4}[a-z]?[,)]|[.,] \d{4}[a-z]?[.,;]|\bpp?\. ?\d|https?:|www\.|\bdoi\b|\bVol\.|\d\(\d+\)|[Aa]ccessed|[Rr]etrieved|[Aa]vailable at|\bPress\b|\bed[s.]"
)
PROSE = 240  # characters; a longer paragraph with hardly a mark of an entry is no part of a reference list
FOOTNOTE = re.compile(r"\n[ \t]*(?:\^?\{?\[?(?:[¹²³⁰⁴-⁹]+|\^\d+)\}?\]?)[ \t]+[^\n]*")
CITED = re.compile(r"\b(?:pp?\.\s*\d|accessed|\(\d{4}\)|\d+/\d+|ibid\.|doi)|\b\d{1,4}\.\s*\Z", re.IGNORECASE)
# what stands behind a title in quotation marks: a page, a year or an address, as in `"A $1bn question", p. 23`
TITLED = re.compile(
    r"[\"”»],?\s*(?=pp?\.\s?\d|\(\d{4}\)|\d{4}[.,;)]|[A-Z][\w .&-]{2,40},\s\d{1,2}\s\w+\s\d{4}|accessed\b|retrieved\b|available at\b|https?://)"
)
TITLE = re.compile(r"[\"“«][^\"”»\n]{6,160}\Z")
QUOTES, BEHIND_TITLES = ('"', "“", "«"), ("p. ", "http", "accessed", "(20", "(19")


@dataclass(frozen=True, slots=True)
class Zones:
    """Spans that are not evidence, with the reason of each, sorted."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    reasons: tuple[str, ...]

    def reason_at(self, position: int) -> str | None:
        """Return why a position is not evidence, or None where it is."""
        at = bisect_right(self.starts, position) - 1
        return self.reasons[at] if at >= 0 and position < self.ends[at] else None


def _outermost(found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Drop what lies inside another zone, so that one look-up to the left is enough."""
    kept: list[tuple[Span, str]] = []
    for span, reason in sorted(found, key=lambda f: (f[0][0], -f[0][1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, reason))
    return kept


def _addresses(text: str) -> Iterator[Span]:
    for word in ADDRESSES:
        at = text.find(word)
        while at >= 0:
            match = URL.match(text, at)
            if match:
                yield match.span()
            at = text.find(word, match.end() if match else at + 1)


def _lines(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Yield the spans of the lines that a pattern finds, the first line of the text included."""
    if match := pattern.match("\n" + text[:400].split("\n")[0]):
        yield 0, match.end() - 1
    for match in pattern.finditer(text):
        yield match.span()


def _titles(text: str) -> Iterator[Span]:
    """Yield quoted titles with a page, a year or an address behind them: the closing mark is looked for first, being rarer."""
    for behind in TITLED.finditer(text):
        stop = behind.start()
        start = max(text.rfind(mark, max(0, stop - 161), stop) for mark in QUOTES)
        if start >= 0 and TITLE.match(text, start, stop):
            yield start, behind.end()


def _end_of_references(text: str, start: int) -> int:
    """Return where a reference list ends: a heading of what follows, or a paragraph that is prose."""
    at, stop = start, len(text)
    for gap in PARAGRAPH.finditer(text, start):
        if gap.start() - at > PROSE and not ENTRY.search(text, at, min(gap.start(), at + 2 * PROSE)):
            stop = at
            break
        at = gap.end()
    after = AFTER.search(text, start, stop)
    return after.start() if after else stop


def find_zones(text: str) -> Zones:
    """Return what is no evidence in a text: `url`, `reference` (list or citation footnote).

    >>> zones = find_zones("Paid $1m (https://x.org/$2m).\\n\\nReferences\\n\\nOz (2020). $3m. Press.")
    >>> [zones.reason_at(n) for n in (5, 24, 50)]
    [None, 'url', 'reference']
    """
    found: list[tuple[Span, str]] = [(span, "url") for span in _addresses(text)]
    done = 0
    for a, b in _lines(REFERENCES, text):
        if a >= done and (a >= len(text) * 0.3 or len(text) <= 4000):  # a heading inside a list begins no other
            done = _end_of_references(text, b)
            found.append(((a, done), "reference"))
    if any(mark in text for mark in "¹²³⁰⁴⁵⁶⁷⁸⁹^"):
        found += [((a, b), "reference") for a, b in _lines(FOOTNOTE, text) if CITED.search(text, a, b)]
    if any(mark in text for mark in QUOTES) and any(mark in text for mark in BEHIND_TITLES):
        found += [(span, "reference") for span in _titles(text)]
    found = _outermost(found)
    return Zones(tuple(s for (s, _), _ in found), tuple(e for (_, e), _ in found), tuple(r for _, r in found))
