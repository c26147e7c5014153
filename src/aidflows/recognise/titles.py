"""Finds the titles of agreements, protocols, declarations and memoranda, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

HEADS = "Agreement|Treaty|Protocol|Declaration|Memorandum|Accord|Pact|Convention|Statement|Committee|Law|Decision"
SMALL = "agreements?|treaty|treaties|protocols?|declarations?|memorand(?:um|a)|accords?|pacts?|ceasefire|documents?|resolution|armistice"
_WORD = r"(?:\d{4}\s+)?(?!(?:The|In|On|A|An|This|That|By|After|Under|Both)\b)[A-ZÀ-Þİ][\w'’()/-]*"
_LINK = r"(?:,?\s+(?:of|on|and|for|the|in|with|between|to|concerning)){0,2},?"
# A title's own adjectives may stand before a small head; articles, verbs and pronouns may not, or "signed a protocol" becomes one.
_NOT_BEFORE = r"(?:an?|the|their|its|his|this|that|these|made|was|were|has|have|had|is|are|under|by|in|on|of|and|to|with|from|for|into|reached|struck|new|another|such|\w+(?:ed|ing))\b"
_NOT_AFTER = r"(?:was|were|is|are|has|have|had|which|that|who|by|from|at|under|signed|made|foresaw|joined|came|entered|in|on\s+\d|between|with)\b"
_PLAIN = r"(?:[^\W\d_][\w'’-]*)"
TITLE = re.compile(
    rf"(?:\b{_WORD}(?:{_LINK}\s+{_WORD}){{0,8}}{_LINK}\s+)?\b(?:{HEADS})\b(?:{_LINK}\s+{_WORD}){{0,14}}"
    rf"|(?:\b(?!{_NOT_BEFORE})[a-zé-]+\s+){{0,3}}\b(?:{SMALL})\b"
    rf"(?:\s+(?:on|of|concerning|for)(?:\s+(?!{_NOT_AFTER}){_PLAIN}){{1,14}})?"
)
_TAIL = re.compile(
    r"(?:\s+(?:on|of|and|the|for|in|to|with|between|January|February|March|April|May|June|July|August|September|October|November|December))+\Z"
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
    >>> text = "Both signed a draft accord on joint air defence in May."
    >>> [text[a:b] for a, b in find_titles(text)]
    ['draft accord on joint air defence']
    """
    for match in TITLE.finditer(text, start, len(text) if end is None else end):
        if re.match(r"[A-Z]", match.group()) and not re.search(rf"\b(?:{HEADS})\b", match.group()):
            continue
        tail = _TAIL.search(match.group())
        yield match.start(), match.start() + tail.start() if tail else match.end()


def parse_agreement_kind(title: str) -> str:
    """Return the kind of an agreement from its title.

    >>> parse_agreement_kind("Shusha Declaration")
    'declaration'
    """
    low = title.lower()
    places = [(low.find(word), kind) for word, kind in KINDS.items() if word in low]
    return min(places)[1] if places else "agreement"
