"""Finds numbers in digits and in words, and reads their exact value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import Row, load_list
from aidflows.recognise.compounds import compound_marks, parse_compound

GAP = "\u00a0\u202f\u2009 "
NUMBER = re.compile(
    r"""\d{1,3}(?:[ ],[ ]\d{3})+(?![\d])               # OCR: 3 , 450 , 000
    |\d{1,3}(?:,[ ]\d{3}){2,}(?![\d])                  # OCR: 3, 450, 000; `type 90, 146 lorries` are two numbers
    |\d{1,3}(?:['’][0-9]{3})+(?:[.,]\d+)?              # 1'250'000
    |\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,]\d+)?  # 12 500 000
    |\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)          # lakh grouping 12,34,567
    |\d+(?:[.,]\d+)*                                   # 3,450,000  2.4  1.250.000  1,9
    """,
    re.VERBOSE,
)
# digits with full stops and commas; the group tells whether spaces or apostrophes join more of them
RUN = re.compile(r"\d+(?:[.,]\d+)*((?:[ ]?[,'’ \u00a0\u202f\u2009][ ]?\d+(?:[.,]\d+)*)*)")
COMMA_DECIMAL = frozenset({"tr", "de", "fr", "es", "it", "sv", "pl", "ru", "uk", "az"})


def has_digit(text: str) -> bool:
    """Tell whether a text holds a digit: ten plain searches, far quicker than a pattern where there is none.

    >>> has_digit("in 2020"), has_digit("last year")
    (True, False)
    """
    return any(digit in text for digit in "1203456789")  # the commonest first


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of digit runs with their separators in text[start:end], left to right.

    >>> text = "worth 3,450,000 in 1999"
    >>> [text[a:b] for a, b in find_numbers(text)]
    ['3,450,000', '1999']
    """
    for run in RUN.finditer(text, start, len(text) if end is None else end):
        if run.group(1):
            for match in NUMBER.finditer(text, *run.span()):
                yield match.span()
        else:
            yield run.span()


def parse_number(surface: str, language: str = "en") -> Decimal | None:
    """Return the value of a number in digits, or None where its separators make no number.

    A single separator before three digits groups thousands if the language writes it so (comma in English, full stop
    in Turkish, German, French, Spanish, Italian, Swedish, Polish, Russian, Ukrainian); otherwise it is a decimal sign.

    >>> parse_number("3,450,000"), parse_number("1.250.000"), parse_number("1,9", "tr")
    (Decimal('3450000'), Decimal('1250000'), Decimal('1.9'))
    >>> parse_number("12,34,567"), parse_number("1'250'000"), parse_number("1,2,3")
    (Decimal('1234567'), Decimal('1250000'), None)
    """
    if surface.isdecimal():
        return Decimal(surface)
    plain = re.sub(rf"[{GAP}'’]", "", surface)
    comma, point = plain.count(","), plain.count(".")
    if comma and point:
        mark = "," if plain.rfind(",") > plain.rfind(".") else "."
        group = "." if mark == "," else ","
        head = plain[: plain.rfind(mark)]
        if mark in head or not _is_grouped(head, group):
            return None
        return Decimal(plain.replace(group, "").replace(mark, "."))
    if comma or point:
        mark = "," if comma else "."
        if comma + point > 1:
            return _grouped_value(plain, mark)
        grouping = "." if language in COMMA_DECIMAL else ","
        head, tail = plain.split(mark)
        if mark == grouping and len(tail) == 3 and head != "0" and len(head) <= 3:
            return Decimal(head + tail)
        return Decimal(f"{head}.{tail}")
    return Decimal(plain)


def _grouped_value(plain: str, mark: str) -> Decimal | None:
    """Return the value of `1.250.000`; in `1.109.689.54` the last two digits can only be cents."""
    if _is_grouped(plain, mark):
        return Decimal(plain.replace(mark, ""))
    head, _, cents = plain.rpartition(mark)
    is_money = len(cents) == 2 and mark in head and all(len(part) == 3 for part in head.split(mark)[1:])
    return Decimal(head.replace(mark, "") + "." + cents) if is_money else None


def _is_grouped(text: str, mark: str) -> bool:
    first, *rest = text.split(mark)
    thousands = all(len(part) == 3 for part in rest)
    lakhs = len(rest) > 1 and len(rest[-1]) == 3 and all(len(part) == 2 for part in rest[:-1])
    return len(first) <= 3 and (thousands or lakhs)


@cache
def number_words(language: str = "en") -> dict[str, Decimal]:
    """Return the number words of English and one more language, in lower case, with their values."""
    return {r["word"]: Decimal(r["value"]) for r in _word_rows(language) if r["value"][0] not in "+*x"}


@cache
def _multipliers(language: str) -> dict[str, Decimal]:
    """Return the words that only multiply the number before them: `hundred`, which alone counts nothing."""
    return {r["word"]: Decimal(r["value"][1:]) for r in _word_rows(language) if r["value"][0] == "x"}


ARTICLES = frozenset(
    {"a", "an"}
)  # `a dozen`; elsewhere `a doce obuses`, `a dodici`, `a dwanaście` count no thing with `a`


def _word_rows(language: str) -> list[Row]:
    rows = (r for r in load_list("number_words") if r["lang"] in ("en", language))
    return [r for r in rows if language == "en" or r["lang"] != "en" or r["word"] not in ARTICLES]


@cache
def halves(language: str, mark: str) -> str:
    """Return the alternatives that add a half: `+` behind a number (`and a half`), `*` behind a magnitude (`et demi`)."""
    words = [re.escape(r["word"]).replace(r"\ ", r"[\s-]+") for r in _word_rows(language) if r["value"][0] == mark]
    return "|".join(words) or "(?!)"


# what a case of the count says in Turkish: `50'den fazla tank`, `elliyi aşkın tank`, `50'ye yakın tank`; not `50'den sonra`
TURKISH_CASE = r"['’]?(?:[dt][ae]n\s(?:fazla|çok)|[yn]?[iıuü]\s(?:aşkın|geçkin)|n?[iıuü]n\s(?:üzerinde|üstünde)|y?[ae]\s(?:yakın|kadar))\s"


@cache
def words_pattern(language: str = "en") -> re.Pattern[str]:
    """Return the pattern of a number in words, without its magnitude: `two and a half`, `twenty-five`."""
    one = "|".join(sorted((re.escape(w).replace("\\ ", r"\s") for w in number_words(language)), key=len, reverse=True))
    if marks := compound_marks(language):
        one += rf"|[^\W\d_]*(?:{'|'.join(marks)})[^\W\d_]*"
    more = "|".join((one, *_multipliers(language)))
    opens = r"(?<!\w['’])\b" if language == "tr" else r"\b"  # `İsveç'ten altı tank`: an ending, and no ten
    ends = rf"(?:\b|(?={TURKISH_CASE}))" if language == "tr" else r"\b"
    joined = r"[ -]|(?<=hundred)\sand\s|(?<=nta)\sy\s|(?<=ingt|ente|ante)\set\s(?=une?\b|onze\b)"
    return re.compile(
        rf"{opens}(?!(?:another|an\sadditional)\s(?:{one})\b)(?:{one})(?:(?:{joined})(?:{more})){{0,5}}(?:[\s-]+(?:{halves(language, '+')}))?{ends}(?!-(?:seat|engine|man|men|wheel|axle|barrel|year|month|day|ton|tube|cell|blade|crew)\w*)",
        re.IGNORECASE,
    )


@cache
def _half_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]+(?:{halves(language, '+')})\Z")


def parse_words(surface: str, language: str = "en") -> Decimal | None:
    """Return the value of a whole number in words, hundreds and thousands included, or None.

    >>> parse_words("twenty-five"), parse_words("two and a half"), parse_words("Half a"), parse_words("many")
    (Decimal('25'), Decimal('2.5'), Decimal('0.5'), None)
    >>> parse_words("dwadzieścia cztery", "pl"), parse_words("once", "es"), parse_words("once")
    (Decimal('24'), Decimal('11'), None)
    >>> parse_words("doscientos cincuenta", "es"), parse_words("dos mil", "es")
    (Decimal('250'), Decimal('2000'))
    """
    text = " ".join(surface.lower().split())
    words = number_words(language)
    extra = Decimal(0)
    if half := _half_behind(language).search(text):
        text, extra = text[: half.start()], Decimal("0.5")
    if text in words:
        return words[text] + extra
    if (compound := parse_compound(text, words, language)) is not None:
        return compound + extra
    parts = re.split(r"[ -]", JOINED.sub(" ", text))
    words = words | _multipliers(language)
    value = (
        _compose([words.get(p, parse_compound(p, words, language)) for p in parts], may_add_to_ten=language == "tr")
        if len(parts) > 1
        else None
    )
    return None if value is None else value + extra


JOINED = re.compile(r"(?<=hundred) and |(?<=nta) y |(?<=ingt|ente|ante) et ")  # `treinta y cinco`, `vingt et un`


def _compose(values: list[Decimal | None], *, may_add_to_ten: bool) -> Decimal | None:
    """Return the number that words stand for together: hundreds and thousands multiply, smaller ones are added behind larger."""
    total = current = Decimal(0)
    for value in values:
        if value is None or value != value.to_integral_value():
            return None
        if current and value in (100, 1000) and current < value:
            current *= value
        elif not current or (value < _last_place(current) and (may_add_to_ten or current != 10)):
            current += value
        else:
            return None
        if value == 1000:
            total, current = total + current, Decimal(0)
    return total + current


def _last_place(value: Decimal) -> Decimal:
    """Return the value of the last place that is not zero: 100 of 300."""
    digits = format(value.to_integral_value(), "f")
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def step_of(surface: str, scale: Decimal, language: str = "en") -> Decimal:
    """Return half a unit of the last digit that counts: the last decimal printed, else the last non-zero digit.

    >>> step_of("2,222,000", Decimal(1)), step_of("6.95", Decimal(10) ** 9), step_of("5,000,000", Decimal(1))
    (Decimal('500'), Decimal('5000000.00'), Decimal('500000'))
    """
    value = parse_number(surface, language)
    if value is None or value == 0:
        return Decimal(0)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent >= 0:
        digits = str(int(value))
        exponent = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** exponent * scale / 2
