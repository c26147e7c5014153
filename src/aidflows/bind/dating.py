"""Which date a figure bears: the nearest in its sentence, else the last one before it in the paragraph."""

from __future__ import annotations

import re

from aidflows.bind.clauses import find_clause
from aidflows.bind.sentence import Sentence
from aidflows.records import Cue, When


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
    usable = [d for d in usable if not is_of_bracket(text, d, start) and not _is_elsewhere(sentence, d, start, end)]
    ordered = [d for d in usable if not DELIVERED.search(text, max(sentence.start, d.start - 14), d.start)]
    if any(ORDERED.search(text, max(sentence.start, d.start - 30), d.start) for d in ordered):
        usable = ordered
    usable = [d for d in usable if not _is_of_total(sentence, d, end)]
    usable = [d for d in usable if not is_compared(sentence, d)]
    usable = [d for d in usable if not _is_coming(sentence, d)]
    return [d for d in usable if not _is_deadline(sentence, d)] or usable


def is_of_bracket(text: str, date: When, start: int) -> bool:
    """True of a year in a bracket for what stands outside: `46 million euros (2021: 4.3 billion)`, `12 tanks (bought in 2021) and guns`."""
    opened = text.rfind("(", max(0, date.start - 90), date.start)
    if opened < 0 or ")" in text[opened : date.start]:
        return False
    closed = text.find(")", date.end, date.end + 200)
    if opened == date.start - 1 == closed - 5:
        return date.end <= start and COUNTED.search(text, max(0, date.start - 60), date.start) is not None
    is_head = opened == date.start - 1 and text.startswith(":", date.end)
    return (is_head and start < date.start) or (date.end <= start and -1 < closed < start)


COUNTED = re.compile(r"\d[^();,]{0,40}\(\Z")  # `12 tanks (`


def opens(sentence: Sentence, date: When) -> bool:
    """True of the date that a sentence begins with, which holds for all of it: `In April 2016 it signed ...`, `Ottawa, 3 July 2024.`"""
    reach = 50 if _is_whole_year(sentence, date) else 20
    return date.start - sentence.start < reach and not any(a.end < date.start - 3 for a in sentence.actors)


RELATIVES = r"which|who|whose|whom|where|qui|que|dont|où|der|die|das|den|dem|dessen|deren|che|cui|som|vars|któr\w+|котор\w+|який|яка|яке|які|яких"
AFTER = r"[Aa]fter|[Ff]ollowing|[Aa]près|[Nn]ach|[Tt]ras|[Dd]opo|[Ee]fter|[Pp]o|[Пп]осле|[Пп]ісля"
# behind these a sentence tells of another thing, up to the next comma: `, which it had armed since 1963 with 250 tanks,`
TOLD_BESIDE = re.compile(rf"(?:,\s(?:{RELATIVES})|(?:\A|,\s)(?:{AFTER}))\s[^,;]*\Z")
TOLD_AFTER = re.compile(rf",\s(?:{AFTER})\s[^,;.]*\Z")
# the first, second since a year: `a grant, the second since 2023`
COUNTED_SINCE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|largest|biggest|latest|erste|zweite|dritte|größte|première?|deuxième|troisième|primer[ao]?|segund[ao]|prim[ao]|second[ao]|första|andra|största)\s(?:\w+\s){0,3}(?:since|seit|depuis|desde|dal|sedan)\s\Z"
)
# what begins another part behind the figure: `$5 million, and 26 planes under a contract of 2013`
BEGINS = re.compile(
    rf";\s(?:an?|another|one|eine?|une?|una|ett?|inny|inna|другой|інший)\s|,\s(?:and|und|et|y|e|och|i|oraz|и|та|а|{AFTER})\s"
)


# `303 million so far, in all of 2022 it was 32 million`: the year of the amount behind it
NEXT_SUM = re.compile(
    r"\s(?:(?:it|they|the\stotal|the\sfigure)\s)?(?:was|were|had\sbeen|stood|came|waren|war|lag|lagen|fueron|fue|furono|erano|était|étaient|avait\sété|var|hade\svarit|było|był[aoy]?|было|составил\w*|було|становил\w*)\s"
)
WHEN = re.compile(
    r",?\s(?:when|als|lorsque|quand|cuando|quando|när|kiedy|gdy|когда|коли)\s"
)  # `since 2023, when it gave`


def _is_elsewhere(sentence: Sentence, date: When, start: int, end: int) -> bool:
    """True of a date of another clause than the figure's, or of an aside: what is told there has a time of its own."""
    text = sentence.text
    if date.start >= end:
        is_since = COUNTED_SINCE.search(text, max(end, date.start - 60), date.start)
        is_next = text.find(",", end, date.start) >= 0 and NEXT_SUM.match(text, date.end) is not None
        return bool(is_since or is_next or BEGINS.search(text, end, date.start))
    if date.end > start or opens(sentence, date) or WHEN.match(text, date.end):
        return False
    if find_clause(sentence, start)[0] > date.end:
        return True
    return is_beside(sentence, date, start)


def is_beside(sentence: Sentence, word: When | Cue, start: int) -> bool:
    """True of a date or word of time in an aside that ends before a place: `Mogadishu, which it had armed since 1963, paid`."""
    text = sentence.text
    return ", " in text[word.end : start] and TOLD_BESIDE.search(text[sentence.start : word.start]) is not None


def _is_coming(sentence: Sentence, date: When) -> bool:
    return COMING.search(sentence.text[max(sentence.start, date.start - 110) : date.start]) is not None


def _is_deadline(sentence: Sentence, date: When) -> bool:
    if PAID_BY.search(sentence.text, max(sentence.start, date.start - 70), date.start):
        return False
    return DEADLINE.search(sentence.text[max(sentence.start, date.start - 24) : date.start]) is not None


# `for which it had paid $1.17 billion by June 2018`: it was done by then
PAID_BY = re.compile(r"\b(?:had|avait|avaient|había|habían|aveva|hatte|hade)\s[^.;,]*\Z")


def carries_over(sentence: Sentence, date: When) -> bool:
    """Tell whether a date of a sentence may hold for those after it: no citation, comparison, deadline or date of delivery."""
    head = sentence.text[max(sentence.start, date.start - 24) : date.start]
    if _is_whole_year(sentence, date):
        return True
    ends = in_citation(sentence, date) or is_compared(sentence, date) or BY.search(head)
    ends = ends or TOLD_AFTER.search(sentence.text[sentence.start : date.start])
    return not (date.is_period or ends or _is_coming(sentence, date))


FIRST_OF_JANUARY = re.compile(
    r"\b1\W{1,3}(?:de\s)?[Jj]an[^\W\d_]*\W+(?:\w+\W+){1,3}\Z|\b1(?:er|º|-го)?\s(?:janvier|enero|gennaio|stycznia|января|січня|ocak)\W+(?:\w+\W+){1,3}\Z"
)


def _is_whole_year(sentence: Sentence, date: When) -> bool:
    """True of the end of `1 January to 31 December 2022`."""
    return date.date_start.endswith("-12-31") and bool(
        FIRST_OF_JANUARY.search(sentence.text, max(sentence.start, date.start - 40), date.start)
    )


def _is_nearer_behind(sentence: Sentence, start: int, end: int, dates: tuple[When, When]) -> bool:
    """True where the date behind the figure is its own: nearer with no break between, in its clause, or the other in an aside."""
    before, after = dates
    head, tail = sentence.text[before.end : start], sentence.text[end : after.start]
    if after.start - end < start - before.end and not re.search(r"[,;]|\band\s+(?:in|on|by|since)\b", tail):
        return True
    if (
        (";" in head and ";" not in tail)
        or RIGHT_BEHIND.fullmatch(tail)
        or (", " in head and PERIOD_BEHIND.fullmatch(tail))
    ):
        return True  # another clause; `from $7 billion in 2021 to $17 billion in 2022`
    return _is_in_aside(sentence, before) and not re.search(r"[,;]", tail)


# `5 million in the first half of 2022, against 3 million in the same period of 2021`
PERIOD_BEHIND = re.compile(
    r"\s(?:in|over|for|during|im|en|au|à|nel|nello|w|за|в|у|i|under)\s(?:the|der|dem|le|la|los|el|il|lo|tym|тот|той|samma)?\s?(?:[^\W\d]+\s){0,3}(?:period|half|quarter|months?|months\sof|Zeitraum|Halbjahr|Quartal|période|semestre|trimestre|periodo|período|period(?:en|a)?|okres\w*|półrocz\w*|период\w*|півріччі|полугодии|період\w*)\s(?:of\s|de\s|del\s|av\s)?"
)
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
    r"|for\sdelivery|(?:que\s)?se\s(?:entregar[áa]n?|recibir[áa]n?|suministrar[áa]n?)|(?:seront|sera)\s(?:livrée?s?|remise?s?)|livrables?|saranno\sconsegnat[ie]|sarà\sconsegnat[oa]|(?:ska|kommer\satt)\slevereras|levereras|(?:zostaną|będą)\sdostarczone|mają\strafić|будут\sпоставлены|поступят|будуть\sпоставлені|надійдуть|sollen\s(?:ab|bis)|(?:livraisons?|entregas?|consegn[ae])\s(?:est\s|sont\s|está\s|están\s|è\s|sono\s)?prév?[uvi]\w*|leveranserna?\s(?:sker|beräknas|väntas))\s+(?:in|for|from|between|by|on|en|im|ab|från|w|в|у|till|nel|entre|tra|fra|mellan|między|между|між|a\spartir\sde|à\spartir\sde|a\spartir\sde)?\s*(?:the\s(?:first|second)\s(?:half|quarter)\sof\s|(?:early|late|mid)[\s-])?\Z",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:[Bb]y|[Bb]is|d['’]ici(?:\sà)?|entro(?:\sil)?)\s+(?:the\send\sof\s+|mid-|early\s+|late\s+)?\Z")
ORDERED = re.compile(
    r"\b(?:[Oo]rdered|signed|concluded|signée?s?|conclue?s?|commandée?s?|firmad[oa]s?|suscrit[oa]s?|firmat[oaie]|siglat[oaie]|unterzeichnete?n?|geschlossene?n?|bestellte?n?|undertecknade?s?|tecknade?s?|podpisan\w+|zamówion\w+|подписанн\w+|заключ[её]нн\w+|заказанн\w+|підписан\w+|укладен\w+|замовлен\w+)(?:\s(?:in|en|im|nel|i|w|в|у))?(?:\s(?:[^\W\d_]+))?\s\Z"
)
DELIVERED = re.compile(r"\b[Dd]elivered(?:\sin)?\s\Z")
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


NOTES = r"(?:see(?:\salso)?|cf|e\.g|vgl|siehe|voir|véase|ver|vedi|zob|см|див|bkz|quoted\sin|cited\sin|zit|source|para|art|ibid|p|pp)\b[.:]?\s"
# what a bracket begins with that cites: a name, after `see` or not, without an amount between it and the year
CITES = re.compile(rf"\s*(?:{NOTES})?(?:\(|[“\"«])?(?=[^\W\d_])(?P<first>[^\W\d_]+)[^()\d]*\Z", re.IGNORECASE)
YEAR_ALONE = 4  # characters: who cites prints no month


def in_citation(sentence: Sentence, date: When) -> bool:
    """True of a year inside `(Author, 2015, p. 3)`, and alone behind an author's name: `Oz (2002, p. 488)`; not of `12 tanks (2002)`."""
    head, tail = sentence.text[sentence.start : date.start], sentence.text[date.end : sentence.end]
    opened = head.rfind("(")
    if opened < 0 or ")" in head[opened:] or date.end - date.start > YEAR_ALONE:
        return False
    inside = head[opened + 1 :].rsplit(";", 1)[-1]  # the last of several: `(Oz, 2011; Ak, 2015, p. 3)`
    if not head[opened + 1 :].strip():
        return bool(re.match(r"[a-z]?\s*(?:,\s*p|\))", tail)) and _is_author(sentence, head[:opened].rstrip())
    cites = CITES.fullmatch(inside)
    if cites is None:
        return False
    is_noted = re.match(rf"\s*{NOTES}", inside, re.IGNORECASE) is not None
    return is_noted or cites["first"][0].isupper()


def _is_author(sentence: Sentence, head: str) -> bool:
    """True of a head that ends with a name which is no party's: `from China (2020)` is no author."""
    stands, last = sentence.start + len(head), head.rsplit(None, 1)[-1] if head else ""
    return last[:1].isupper() and last.isalpha() and not any(a.end == stands for a in sentence.actors)
