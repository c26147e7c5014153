"""Reads lists whose lines open with a party, under a line that says what they give or get: `Aid to Mali:`, then `- Oslo: 19 guns`."""

from __future__ import annotations

import re
from typing import NamedTuple

from aidflows.bind.parties import bind_parties
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Document, Figure

BULLET = re.compile(
    r"[ \t>]*(?:[-*•–‣▪◦·]|\(?\d{1,3}[.)])?[ \t]*(?:\*\*|__)?(?:[Tt]he[ ]|[Ll]a[ ]|[Dd]ie[ ]|[Ll]es[ ]|[Ll]['’])?"
)
ITEM = re.compile(r"[ \t]+\S|(?:[-•–‣▪◦·]|\*(?!\*)|\(?\d{1,3}[.)])[ \t]|\d[\d.,]*[ ][^\W\d]")
BEHIND = re.compile(r"(?:\*\*|__)?(?:[ ]\([^)\n]{1,30}\))?(?:\*\*|__)?[ ]?(?::|[ ][–—-][ ]|—)(?:\*\*|__)?")
REACH = 6000  # characters above a line in which its heading is looked for
LONGEST = 240  # characters of a heading
NO_PARTY = frozenset({"company", "person", "programme"})
GIVERS = ("supplier_word",)
GETTERS = ("recipient_word", "exporter_total")
DONORS = re.compile(
    r"\b(?:donors?|pledges|contributions|contributors|suppliers|Geber|donateurs|donantes|donatori|givare|darczyńc\w*|доноры|донори)\b",
    re.IGNORECASE,
)
Codes = tuple[str, ...]
Sides = tuple[Codes, Codes, bool]  # suppliers, recipients, and whether the lines are the givers
Above = tuple[int, str | None]  # a line and the party whose name it holds


class Seen(NamedTuple):
    """What was read of the lines of a text: the name above each item, the heading above each line, the sides of each heading."""

    names: dict[int, Above]
    heads: dict[int, int]
    sides: dict[int, Sides | None]


def read_lists(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the party that opens their line, and the one that the line above the list names (rule P-LISTED).

    A figure that has a party of its own keeps it. In a list under a title that names who gives, the lines are who gets,
    and the other way round; under a title that names nobody they give, if it speaks of donors or pledges.

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Aid to Mali:\\n- Norway: 19 howitzers\\n- Chad: 3 radars\\n").figures
    >>> [(f.supplier, f.recipient) for f in found]
    [('NOR', 'MLI'), ('TCD', 'MLI')]
    """
    seen = Seen({}, {}, {})
    return [_read(document, f, seen) if _is_open(f) else f for f in figures]


def _is_open(figure: Figure) -> bool:
    is_outside = any(r.startswith("O-") and r not in ("O-NO-TRANSFER", "O-OFF-TOPIC") for r in figure.rules)
    return not (is_outside or figure.suppliers or figure.recipients) and figure.role in ("context", "transfer")


def _read(document: Document, figure: Figure, seen: Seen) -> Figure:
    text = document.text
    start = text.rfind("\n", max(0, figure.start - 400), figure.start) + 1
    label = _label_at(text, start)
    if label is None:
        start, label = _name_above(text, start, seen.names)
    if label is None:
        return figure
    at = _head(text, start, seen.heads)
    if at not in seen.sides:
        seen.sides[at] = _read_head(document, at)
    sides = seen.sides[at]
    if sides is None or label in sides[0] + sides[1]:
        return figure
    suppliers, recipients, gives = sides
    suppliers, recipients = ((label,), recipients) if gives else (suppliers, (label,))
    return figure._replace(
        role="transfer", in_scope=True, suppliers=suppliers, recipients=recipients, supplier=suppliers[0] if len(suppliers) == 1 else None,
        recipient=recipients[0] if len(recipients) == 1 else None, flow_type=figure.flow_type or "unknown",
        rules=(*(r for r in figure.rules if not r.startswith(("R-NO", "O-NO"))), "P-LISTED"),
    )  # fmt: skip


def _label_at(text: str, start: int) -> str | None:
    """Return the party that opens a line and is parted from what follows by a colon or a dash."""
    bullet = BULLET.match(text, start)
    at = bullet.end() if bullet else start
    found = next(actor_matcher().find(text, at, min(len(text), at + 60)), None)
    if found is None or found.start != at or found.value[1] in NO_PARTY or not BEHIND.match(text, found.end):
        return None
    return found.value[0]


def _name_above(text: str, start: int, known: dict[int, Above]) -> Above:
    """Return the line that holds a party's name alone above the items of a list, and the party; `known` lines are not read again."""
    at, passed = start, []
    found: Above = (-1, None)
    while at > 0 and ITEM.match(text, at) and start - at < REACH:
        if at in known:
            found = known[at]
            break
        passed.append(at)
        above = text.rfind("\n", 0, at - 1) + 1
        if code := _name_alone(text, above, at - 1):
            found = (above, code)
            break
        at = above
    known.update(dict.fromkeys(passed, found))
    return found


def _name_alone(text: str, start: int, end: int) -> str | None:
    """Return the party whose name is all that a line holds."""
    name = text[start:end].strip(" \t#*_:\r")
    found = next(actor_matcher().find(name), None) if 2 < len(name) < 40 else None
    if found is None or found.value[1] in NO_PARTY or (found.start, found.end) != (0, len(name)):
        return None
    return found.value[0]


def _head(text: str, start: int, known: dict[int, int]) -> int:
    """Return where the nearest line above begins that is no line of the list, -1 where none is near; `known` lines are not read again."""
    at, passed, found = start, [], -1
    while at > max(0, start - REACH):
        if at in known:
            found = known[at]
            break
        passed.append(at)
        above = text.rfind("\n", 0, at - 1) + 1
        is_of_list = ITEM.match(text, above) or _label_at(text, above) or _name_alone(text, above, at - 1)
        if text[above : at - 1].strip() and not is_of_list:
            found = above
            break
        at = above
    known.update(dict.fromkeys(passed, found))
    return found


def _read_head(document: Document, at: int) -> Sides | None:
    """Return who gives and who gets by the line above a list, one of them open; None where it tells neither."""
    text = document.text
    if at < 0:
        return None
    end = text.find("\n", at)
    stop = text.rfind(". ", at, end - 1)
    at = stop + 2 if stop >= 0 else at
    if end - at > LONGEST:
        return None
    sentence = read_sentence(text, at, end, language=document.language)
    parties = bind_parties(sentence, end, end)
    suppliers, recipients = (
        tuple(dict.fromkeys(a.code for a in side)) for side in (parties.suppliers, parties.recipients)
    )
    return _sides(sentence, suppliers, recipients)


def _sides(sentence: Sentence, suppliers: Codes, recipients: Codes) -> Sides | None:
    if len(suppliers) == 1 and len(recipients) == 1:
        return None  # both are told: the lines are parts of something else
    if sentence.kinds(*GETTERS) and not recipients:
        return suppliers or _only(sentence), (), False
    if (
        sentence.kinds(*GIVERS)
        or DONORS.search(sentence.text, sentence.start, sentence.end)
        or (sentence.kinds("give") and not sentence.actors)
    ):
        return (), recipients or _only(sentence), True
    if len(suppliers) + len(recipients) == 1:
        return suppliers, recipients, not suppliers
    return None


def _only(sentence: Sentence) -> Codes:
    codes = tuple(dict.fromkeys(a.code for a in sentence.actors))
    return codes if len(codes) == 1 else ()
