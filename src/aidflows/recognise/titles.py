"""Finds the titles of agreements, protocols, declarations and memoranda, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

HEADS = "Agreement|Treaty|Protocol|Declaration|Memorandum|Accord|Pact|Convention|Statement|Committee|Law|Decision"
SMALL = "agreements?|treaty|treaties|protocols?|declarations?|memorand(?:um|a)|accords?|pacts?|ceasefire|documents?|resolution|armistice"
_WORD = r"(?:\d{4}\s+)?[A-ZÀ-Þİ][\w'’()/-]*"
_LINK = r"(?:\s+(?:of|on|and|for|the|in|with|between|to|concerning)){0,2}"
TITLE = re.compile(
    rf"(?:\b{_WORD}(?:{_LINK}\s+{_WORD}){{0,8}}{_LINK}\s+)?\b(?:{HEADS})\b(?:{_LINK}\s+{_WORD}){{0,14}}"
    rf"|(?:\b[a-zé-]+\s+){{0,3}}?\b(?:{SMALL})\b(?:\s+(?:on|of|concerning)\s+(?:the\s+)?[a-z]+(?:\s+[a-z]+){{0,2}})?"
)
KINDS = {
    "treaty": "treaty", "protocol": "protocol", "declaration": "declaration", "memorand": "memorandum", "convention": "treaty", "pact": "treaty",
    "ceasefire": "ceasefire", "armistice": "ceasefire", "statement": "declaration", "agreement": "agreement", "accord": "agreement",
    "committee": "institution", "law": "law", "decision": "decision", "resolution": "decision", "document": "documents",
}  # fmt: skip


def find_titles(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of agreement titles in text[start:end].

    >>> text = "They signed the Treaty of Kars in 1921."
    >>> [text[a:b] for a, b in find_titles(text)]
    ['Treaty of Kars']
    """
    for match in TITLE.finditer(text, start, len(text) if end is None else end):
        if re.match(r"[A-Z]", match.group()) and not re.search(rf"\b(?:{HEADS})\b", match.group()):
            continue
        yield match.span()


def parse_agreement_kind(title: str) -> str:
    """Return the kind of an agreement from its title.

    >>> parse_agreement_kind("Shusha Declaration")
    'declaration'
    """
    low = title.lower()
    places = [(low.find(word), kind) for word, kind in KINDS.items() if word in low]
    return min(places)[1] if places else "agreement"
