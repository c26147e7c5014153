"""Which date a figure bears: the nearest in its sentence, else the last one before it in the paragraph."""

from __future__ import annotations

import re

from aidflows.bind.clauses import find_clause
from aidflows.bind.sentence import Sentence
from aidflows.records import When


def bind_date(sentence: Sentence, start: int, end: int) -> When | None:
    """Return the date of the figure at text[start:end] from its own sentence; years of citations do not count.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "In 2006 it bought 6 boats (Oz, 2011)."
    >>> bind_date(read_sentence(text, 0, len(text)), 18, 25).year
    2006
    """
    usable = _usable(sentence, start, end)
    before = [d for d in usable if d.end <= start and d.year]
    after = [d for d in usable if d.start >= end and d.year]
    if before and after and _is_nearer_behind(sentence, start, end, (before[-1], after[0])):
        return after[0]
    if len(before) > 1 and ";" in sentence.text[before[-1].end : start] and ":" in sentence.text[before[0].end : start]:
        return before[0]  # items of a list, each with a date of its own: the one before the list holds for the others
    pick = before[-1] if before else after[0] if after else None
    return pick if pick or not any(d.year for d in usable) else None


def _usable(sentence: Sentence, start: int, end: int) -> list[When]:
    """Return the dates of the figure's clause and of those before it that may be the deal's: no citation, deadline or date of delivery."""
    text, high = sentence.text, find_clause(sentence, start)[1]
    usable = [
        d for d in sentence.dates if d.start < high and not in_citation(sentence, d) and not _is_since(sentence, d)
    ]
    usable = [d for d in usable if not _is_of_bracket(text, d, start)]
    ordered = [d for d in usable if not DELIVERED.search(text, max(sentence.start, d.start - 14), d.start)]
    if any(ORDERED.search(text, max(sentence.start, d.start - 14), d.start) for d in ordered):
        usable = ordered
    usable = [d for d in usable if not _is_of_total(sentence, d, end)]
    usable = [d for d in usable if not is_compared(sentence, d)]
    usable = [d for d in usable if not _is_coming(sentence, d)]
    return [d for d in usable if not _is_deadline(sentence, d)] or usable


def _is_of_bracket(text: str, date: When, start: int) -> bool:
    """True of the year in `46 million euros (2021: 4.3 billion)` for what stands outside the bracket that it opens."""
    if text[max(0, date.start - 1) : date.start] != "(" or not text.startswith(":", date.end):
        return False
    closed = text.find(")", date.end, date.end + 200)
    return start < date.start or -1 < closed < start


def _is_coming(sentence: Sentence, date: When) -> bool:
    return COMING.search(sentence.text[max(sentence.start, date.start - 110) : date.start]) is not None


def _is_deadline(sentence: Sentence, date: When) -> bool:
    return DEADLINE.search(sentence.text[max(sentence.start, date.start - 24) : date.start]) is not None


def carries_over(sentence: Sentence, date: When) -> bool:
    """Tell whether a date of a sentence may hold for those after it: no citation, comparison, deadline or date of delivery."""
    head = sentence.text[max(sentence.start, date.start - 24) : date.start]
    ends = in_citation(sentence, date) or is_compared(sentence, date) or BY.search(head) is not None
    return not (date.is_period or ends or _is_coming(sentence, date))


def _is_nearer_behind(sentence: Sentence, start: int, end: int, dates: tuple[When, When]) -> bool:
    """True where the date behind the figure is its own: nearer with no break between, in its clause, or the other in an aside."""
    before, after = dates
    head, tail = sentence.text[before.end : start], sentence.text[end : after.start]
    if after.start - end < start - before.end and not re.search(r"[,;]|\band\s+(?:in|on|by|since)\b", tail):
        return True
    if (";" in head and ";" not in tail) or RIGHT_BEHIND.fullmatch(tail):
        return True  # another clause; `from $7 billion in 2021 to $17 billion in 2022`
    return _is_in_aside(sentence, before) and not re.search(r"[,;]", tail)


RIGHT_BEHIND = re.compile(r"\s(?:in|en|im\sJahr|im|i|nel|w|в|у)\s")


def _is_in_aside(sentence: Sentence, date: When) -> bool:
    """True of the year in `Serbia, at war in 1999, bought 6 drones in 2020`."""
    head = sentence.text[sentence.start : date.start]
    return "," in head and sentence.text.startswith(",", date.end) and len(head) - head.rindex(",") < 30


# `20% more than in 2021`: the year of what is compared with
COMPARED = re.compile(
    r"(?:\b(?:than|compared\s(?:with|to)|up\sfrom|down\sfrom|(?:más|menos|mayor|superior)(?:\s\w+)?\s(?:que|a)|(?:plus|moins|supérieure?s?)(?:\s\w+)?\s(?:que|qu['’]|à)|(?:mehr|weniger|höher|niedriger|Prozent|%)\sals|gegenüber|im\sVergleich\szu"
    r"|rispetto\sal|niż|w\sporównaniu\sz|jämfört\smed|(?:mer|mindre|högre|lägre)\sän|чем|по\sсравнению\sс|ніж|порівняно\sз)\s*(?:in\s|en\s|im\sJahr\s|im\s|w\s|в\s|у\s|i\s|nel\s|the\s|year\s|el\s|del\s)*)\Z",
    re.IGNORECASE,
)
# a year by which something will be there is not the deal's, where another year stands in the sentence
DEADLINE = re.compile(
    r"\b(?:by|until|through|before|d['’]ici(?:\sà)?|jusqu['’]en|avant|bis|hasta|antes\sde|entro(?:\sil)?|fino\sal|до|к|do|przed|senast|före)\s+(?:the\send\sof\s+|fin\s+|Ende\s+|końca\s+|конца\s+|кінця\s+|finales\sde\s+)?\Z",
    re.IGNORECASE,
)
# when things will be delivered is not when the deal was made
COMING = re.compile(
    r"\b(?:[Dd]eliver(?:y|ies)\b(?:[^.;]|\.(?=\d)){0,90}\b(?:begins?|starts?|will\sbegin|will\sstart|to\sbegin|to\sstart)|will\s(?:come|arrive|be\sdelivered|be\sready|be\shanded\sover|follow|begin|start|enter\sservice)|to\sbe\sdelivered|due(?=\s(?:in|for|from|by|on|between))|scheduled|(?:expected|planned|set)\s(?:to\s(?:arrive|begin|start|follow|be\sdelivered)|for\sdelivery)|deliver(?:y|ies)\s(?:is|are)\s(?:expected|planned|scheduled|due)(?:\sto\s(?:begin|start|end))?"
    r"|for\sdelivery|sollen\s(?:ab|bis)|(?:livraisons?|entregas?|consegn[ae])\s(?:est\s|sont\s|está\s|están\s|è\s|sono\s)?prév?[uvi]\w*|leveranserna?\s(?:sker|beräknas|väntas))\s+(?:in|for|from|between|by|on|en|im|ab|från|w|в|till|nel|à\spartir\sde|a\spartir\sde)?\s*\Z",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:[Bb]y|[Bb]is|d['’]ici(?:\sà)?|entro(?:\sil)?)\s+(?:the\send\sof\s+|mid-|early\s+|late\s+)?\Z")
ORDERED, DELIVERED = re.compile(r"\b(?:[Oo]rdered|signed)(?:\sin)?\s\Z"), re.compile(r"\b[Dd]elivered(?:\sin)?\s\Z")
TOTAL_SINCE = re.compile(
    r"\btotal\b[^;]*\bsince\s\Z|[$€£]\s?\d[^;]*\bsince\s\Z|\b(?:million|billion)\b[^;]*\bsince\s\Z"
)


def _is_of_total(sentence: Sentence, date: When, end: int) -> bool:
    """True of the year in `the gift, worth $5 million, brings aid to $400 million since 2010`, which dates the total alone."""
    return date.start > end and TOTAL_SINCE.search(sentence.text[end : date.start]) is not None


def is_compared(sentence: Sentence, date: When) -> bool:
    """True of the year that an amount is compared with: `20% more than in 2021`."""
    return COMPARED.search(sentence.text, max(sentence.start, date.start - 40), date.start) is not None


SINCE = re.compile(
    r"\b(?:(?<!has\s)(?<!have\s)(?<!had\s)since|ever\ssince|for\sthe\sfirst\stime\ssince|unlike\sin|not\sseen\ssince)\s+(?:[\w'’-]+\s+){2,12}(?:in\s+|of\s+)?\Z",
    re.IGNORECASE,
)


def _is_since(sentence: Sentence, date: When) -> bool:
    """True of the year in `the first sale since the rules were loosened in 2014`; not of `since 2014`."""
    return bool(SINCE.search(sentence.text, max(sentence.start, date.start - 90), date.start))


def in_citation(sentence: Sentence, date: When) -> bool:
    """True of a year inside `(Author, 2015, p. 3)`: a bracket that opens with words and closes after pages."""
    head = sentence.text[sentence.start : date.start]
    tail = sentence.text[date.end : sentence.end]
    opened = head.rfind("(")
    if opened < 0 or ")" in head[opened:]:
        return False
    if re.fullmatch(r"\s*", head[opened + 1 :]) and re.match(r"[a-z]?\s*(?:,\s*p|\))", tail):
        stands = sentence.start + len(head[:opened].rstrip())
        return not any(
            a.end == stands for a in sentence.actors
        )  # `Oz (2002, p. 488)`; `from China (2020)` is no author
    inside = head[opened + 1 :] + sentence.text[date.start : date.end] + tail.split(")")[0]
    return (
        bool(re.search(r"[^\W\d_]{2,}[^()]*\d{4}[a-c]?", inside))
        and bool(re.match(r"\s*[^\W\d_]", inside))
        and not re.match(r"\s*(?:in|from|until|since|by|as\sof|over|during|between)\b", inside)
    )
