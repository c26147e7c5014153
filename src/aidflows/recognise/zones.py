"""Finds the stretches of a text that are not evidence: web addresses, reference lists, citation footnotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from aidflows.records import Span

URL = re.compile(r"(?:https?[:/]|www\.|doi\.org)\S+")
REFERENCES = re.compile(
    r"^[ \t#*_]*(?:references|bibliography|works cited|literature|sources cited|kaynakça|kaynaklar|bibliographie|literatur|"
    r"bibliografía|литература|список литературы)[ \t*_:]*$",
    re.IGNORECASE | re.MULTILINE,
)
AFTER = re.compile(
    r"^[ \t#*_]*(?:acknowledge?ments?|notes on contributors?|author contributions?|appendix.*|annex.*|about the authors?)[ \t*_:]*$",
    re.IGNORECASE | re.MULTILINE,
)
FOOTNOTE = re.compile(r"^[ \t]*(?:\^?\{?\[?(?:[¹²³⁰⁴-⁹]+|\^\d+)\}?\]?)[ \t]+[^\n]*$", re.MULTILINE)
CITED = re.compile(r"\b(?:pp?\.\s*\d|accessed|\(\d{4}\)|\d+/\d+|ibid\.|doi)|\b\d{1,4}\.\s*$", re.IGNORECASE)
# a title in quotation marks with a page, a year or an address behind it: `"A $1bn question", p. 23`
TITLED = re.compile(
    r"[\"“«][^\"”»\n]{6,160}[\"”»],?\s*(?=pp?\.\s?\d|\(\d{4}\)|\d{4}[.,;)]|[A-Z][\w .&-]{2,40},\s\d{1,2}\s\w+\s\d{4}|accessed\b|retrieved\b|available at\b|https?://)"
)


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


def find_zones(text: str) -> Zones:
    """Return what is no evidence in a text: `url`, `reference` (list or citation footnote).

    >>> zones = find_zones("Paid $1m (https://x.org/$2m).\\n\\nReferences\\n\\nOz (2020). $3m. Press.")
    >>> [zones.reason_at(n) for n in (5, 24, 50)]
    [None, 'url', 'reference']
    """
    found: list[tuple[Span, str]] = [(m.span(), "url") for m in URL.finditer(text)]
    for match in REFERENCES.finditer(text):
        if match.start() < len(text) * 0.3 and len(text) > 4000:
            continue
        after = AFTER.search(text, match.end())
        found.append(((match.start(), after.start() if after else len(text)), "reference"))
    for match in FOOTNOTE.finditer(text):
        if CITED.search(match.group()):
            found.append((match.span(), "reference"))
    if "p. " in text or "http" in text or "accessed" in text or "(20" in text or "(19" in text:
        found += [(m.span(), "reference") for m in TITLED.finditer(text)]
    found = _outermost(found)
    return Zones(tuple(s for (s, _), _ in found), tuple(e for (_, e), _ in found), tuple(r for _, r in found))
