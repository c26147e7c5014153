"""Finds round counts that stand without a number, `a million` shells, `tre tusen`, and joins counts that are one: hundreds, ranges."""

from __future__ import annotations

import re
from decimal import Decimal

from aidflows.recognise.numbers import parse_words

Count = tuple[int, int, Decimal | None, Decimal | None]
# the powers of ten that such words stand for
ROUND = {
    "millón": 6, "milione": 6, "miljon": 6, "milion": 6, "milionem": 6, "миллион": 6, "миллиона": 6, "миллионом": 6, "мільйон": 6, "мільйона": 6,
    "tysiąc": 3, "тысяча": 3, "тысячу": 3, "тысячи": 3, "тисяча": 3, "тисячу": 3, "тисячі": 3, "mille": 3, "tusen": 3, "tausend": 3,
}  # fmt: skip
ROUND_COUNT = re.compile(
    rf"(?<![\w.,-])(?:(?P<number>[^\W\d]+)\s)?(?P<word>{'|'.join(ROUND)})(?P<half>\s(?:y\smedio|e\smezzo|i\spół|och\sen\shalv))?(?!\w)",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"[\d.,]\s\Z")


def find_round_counts(window: str, known: list[Count], language: str = "en") -> list[Count]:
    """Return span and value of the magnitudes that count alone, or with a number word, where no other count holds them.

    >>> [(a, b, int(value)) for a, b, value, _ in find_round_counts("en miljon skott", [], "sv")]
    [(0, 9, 1000000)]
    """
    out: list[Count] = []
    for match in ROUND_COUNT.finditer(window):
        a, b = match.span("word")
        if NUMBERED.search(window, 0, match.start()) or any((x < b and a < y) or y + 1 == a for x, y, *_ in known):
            continue
        number = parse_words(match["number"], language) if match["number"] else None
        unit = Decimal(10) ** ROUND[match["word"].lower()]
        value = unit * (number or 1) + (unit / 2 if match["half"] else 0)
        out.append((match.start() if number else a, match.end(), value, value))
    return out


AFTER_HUNDRED = re.compile(r"\b(?:hundred|thousand|тысяч[аиу]?|тисяч[аіу]?|tysiąc|tysiące)\Z", re.IGNORECASE)
BETWEEN = re.compile(r"\s(?:and\s)?")


def join_hundreds(window: str, counts: list[Count]) -> list[Count]:
    """Return the counts with what follows a hundred or a thousand added to it: `two hundred and fifty`.

    >>> [(int(low), int(high)) for _, _, low, high in join_hundreds("two hundred and fifty", [(0, 11, Decimal(200), Decimal(200)), (16, 21, Decimal(50), Decimal(50))])]
    [(250, 250)]
    """
    out: list[Count] = []
    for count in counts:
        last = out[-1] if out else None
        if (
            last
            and last[2]
            and count[2]
            and last[2] == last[3]
            and count[2] == count[3]
            and count[2] < min(last[2], Decimal(1000))
        ):
            is_hundred = AFTER_HUNDRED.search(window, last[0], last[1]) is not None
            if is_hundred and BETWEEN.fullmatch(window, last[1], count[0]) and window[count[0]].isalpha():
                out[-1] = (last[0], count[1], last[2] + count[2], last[2] + count[2])
                continue
        out.append(count)
    return out


JOIN = re.compile(r"\s*(?:-|–|—|to|bis|à|a|do|до|ila)\s*")
ENDS = re.compile(r"(?:between|zwischen|entre|tra|fra|mellan|między|между|між)\s*\Z", re.IGNORECASE)
OR = re.compile(r"\s+(?:or|oder|ou|o|eller|lub|albo|или|або|veya)\s+")
AND = re.compile(r"\s+(?:and|und|et|y|e|och|a|i|и|та|й)\s+")


def join_ranges(window: str, counts: list[Count]) -> list[Count]:
    """Return the counts with `10–12`, `between six and eight` and `20 or 30` joined to one."""
    out: list[Count] = []
    for count in counts:
        if out and _is_range(window, out[-1], count):
            out[-1] = (out[-1][0], count[1], out[-1][2], count[3])
        else:
            out.append(count)
    return out


def _is_range(window: str, last: Count, count: Count) -> bool:
    if last[2] is None or count[2] is None or last[2] >= count[2]:
        return False
    gap = window[last[1] : count[0]]
    if OR.fullmatch(gap):
        return count[2] <= 3 * last[2]
    return bool(JOIN.fullmatch(gap)) or bool(AND.fullmatch(gap) and ENDS.search(window, 0, last[0]))
