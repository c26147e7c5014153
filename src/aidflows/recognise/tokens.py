"""Reads the numbers that stand beside a currency or magnitude: one token each."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import parse_number, step_of
from aidflows.recognise.wordlists import alternatives, plain_word

SPACE = r"[ \t\u00a0\u202f\u2009]*(?:\n[ \t]*)?"
# Turkish case endings stay outside the surface: `1,9 milyon dolardan`
ENDING = "(?:l[ıi]k|luk)?(?:['’]?(?:dan|den|tan|ten|nın|nin|ın|in|ya|ye|yı|yi|da|de|la|le|yla|yle|nun|nün|un|ün|yu|yü|ken|[ıi]n[aıdi]|[ıi]n[ıi]n|[ıi]yla|[ıi]yle|[ıi]ndan|[ıi]nden|[ıi]nda|[ıi]nde|[ıi]d[ıi]r|s[ıu]|s[ıu]n[ıua]|s[ıu]yla|s[ıu]n[ıu]n|a|e|ı|i|u|dır|dir|dı|di|du|dü|tı|ti|lar|ler|lara|lere))?"


class Token(NamedTuple):
    """A number with what stands around it; currency None where there is none."""

    start: int
    end: int
    value: Decimal
    digits: str
    scale: Decimal | None
    currency: str | None
    number_end: int
    has_prefix: bool
    step: Decimal


@cache
def currencies() -> dict[str, str]:
    """Return ISO 4217 codes by sign, code or word."""
    table: dict[str, str] = {}
    for row in load_list("currencies"):
        table.setdefault(row["token"], row["currency"])
        table.setdefault(row["token"].lower(), row["currency"])
    return table


@cache
def magnitudes() -> dict[str, Decimal]:
    """Return powers of ten by word."""
    return {row["token"]: Decimal(10) ** int(row["exponent"]) for row in load_list("magnitudes")}


@cache
def _prefix() -> re.Pattern[str]:
    """A sign, code or word that stands before its number; letters must not continue a longer word."""
    words = [r["token"] for r in load_list("currencies") if r["side"] in ("before", "both")]
    signs = alternatives([w for w in words if not w[0].isalpha()])
    names = alternatives([w for w in words if w[0].isalpha()])
    return re.compile(rf"(?:(?<![\w$-])(?:{names})|(?:{signs})){SPACE}\Z")


@cache
def _suffix() -> re.Pattern[str]:
    """Magnitude and currency after a number; a glued letter (`5m`) must end the word."""
    mags = load_list("magnitudes")
    glued = alternatives([r["token"] for r in mags if r["lang"] == "glued"])
    words = alternatives([v for r in mags if r["lang"] != "glued" for v in (r["token"], r["token"].capitalize())])
    names = [r["token"] for r in load_list("currencies") if r["side"] in ("after", "both")]
    currency = alternatives(names + [n.capitalize() for n in names if n[0].isalpha() and not n.isupper()])
    codes = alternatives([n for n in names if len(n) == 3 and n.isupper() and n.isascii()])
    fused = alternatives([r["token"] for r in load_list("fused_units")])
    return re.compile(
        rf"""(?:{SPACE}(?P<fused>{fused})(?!\w))
        |(?:(?P<glued>{glued})(?=\W|\Z|(?:USD|EUR|GBP)\b) | [ \u00a0](?P<spaced>m|bn)(?=[ \u00a0](?:{codes})\b)
            | [\s\u00a0\u202f-]{{0,3}}(?P<mag>{words})(?!\w))?
         (?:[\s\u00a0\u202f-]{{0,3}}(?:of\s+|de\s+|di\s+|d['’]\s?)?(?P<cur>{currency})(?={ENDING}(?!\w)))?""",
        re.VERBOSE,
    )


@cache
def _fused() -> dict[str, tuple[Decimal, str]]:
    return {r["token"]: (Decimal(10) ** int(r["exponent"]), r["currency"]) for r in load_list("fused_units")}


@cache
def _prefix_ends() -> frozenset[str]:
    return frozenset(r["token"][-1] for r in load_list("currencies") if r["side"] in ("before", "both"))


@cache
def _need_scale() -> frozenset[str]:
    """Return words that are money only beside a magnitude: `R300 million`, not `R300`; `9 billion lei`, not `5 leva` nor `COP29.65`."""
    return frozenset(r["token"] for r in load_list("currencies") if r["needs"])


def _find_prefix(text: str, start: int, floor: int) -> re.Match[str] | None:
    at = start - 1
    while at >= floor and text[at] in " \u00a0\u202f\u2009\n\t":
        at -= 1
    if at < floor or text[at] not in _prefix_ends():
        return None
    return _prefix().search(text, max(floor, at - 12), start)


def read_token(text: str, span: tuple[int, int], floor: int, language: str) -> Token | None:
    """Return the token at a digit run, or None where it is no amount."""
    start, end = span
    value = parse_number(text[start:end], language)
    if value is None or (
        start and (text[start - 1].isalpha() or text[start - 1] in "_#/@") and not _glued_code(text, start)
    ):
        return None
    prefix = _find_prefix(text, start, floor)
    if not prefix and start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
        return None  # `video-3274064$` is an address, `Covid-19` a name
    match = _suffix().match(text, end)
    assert match is not None
    scale, currency, stop = _read_suffix(match, text, end)
    if currency and (match["cur"] or "").isupper() and DESIGNATED.match(text, stop):
        return None  # `40 BWP-1` are vehicles
    if match.group("mag") == "mil" and language != "es":
        scale = Decimal(10) ** 6  # English `2 mil`; Spanish `2 mil` is two thousand
    if currency and not scale and (behind := CODE_FIRST.match(text, stop)):
        scale, stop = magnitudes()[behind.group(1)], behind.end()  # `48.8 CAD million`
    begin, found, stop = _join_prefix(text, prefix, match, currency, stop) if prefix else (start, currency, stop)
    if prefix and scale is None and (spaced := SPACED_SCALE.match(text, end)):
        scale, stop = magnitudes()[spaced.group(1)], spaced.end()
    if found is None and scale is None:
        stop = end
    if prefix and scale is None and _is_other_word(plain_word(prefix.group()), value):
        return None
    digits = text[start:end]
    if found and scale is None and THOUSANDS.fullmatch(digits):
        digits = re.sub(r"[.,]", "", digits)  # `$500.000` in English, `500,000 Dollar` in German
        value = Decimal(digits)
    step = step_of(digits, scale or Decimal(1), language) if found or scale else NO_STEP
    return Token(begin, stop, value, digits, scale, found, end, prefix is not None, step)


def _join_prefix(
    text: str, prefix: re.Match[str], match: re.Match[str], currency: str | None, stop: int
) -> tuple[int, str | None, int]:
    """Return where an amount with a sign begins, its currency and where it ends; another currency behind is not its own.

    After a sign alone a code tells whose sign it is: `$25 million GYD`.
    """
    sign, begin = plain_word(prefix.group()), prefix.start()
    if begin and text[begin - 1] == "\\":
        begin -= 1
    own = currencies().get(sign) or currencies().get(sign.lower())
    if len(sign) == 1 and currency is not None and match["cur"] == currency:
        return begin, currency, stop
    if currency is not None and currency != currencies().get(sign) and text[match.start() : stop].strip():
        stop = match.end("mag") if match["mag"] else match.end("glued") if match["glued"] else match.start()
    return begin, own, stop


def _is_other_word(sign: str, value: Decimal) -> bool:
    """True of a letter or word that is money beside a magnitude alone, and of `Euro 2020`, a tournament."""
    return sign in _need_scale() or (sign in ("Euro", "euro") and 1900 <= value <= 2100)


DESIGNATED = re.compile(r"-\d")
NO_STEP = Decimal(0)
# `$1.085` stays an exchange rate, `$0.500` half a dollar
THOUSANDS = re.compile(r"[1-9]\d{1,2}[.,]\d{3}|[1-9][.,]000")
CODE_FIRST = re.compile(r"\s+(million|billion|trillion|bn|mln)(?!\w)")
SPACED_SCALE = re.compile(r"[ \u00a0](m|bn|b|MM|M)(?=[\s.,;)]|\Z)")


def _glued_code(text: str, start: int) -> bool:
    """True of `PLN2.5bn`: the letters before the digits are a currency, alone."""
    return text[start - 1] in _prefix_ends() and _prefix().search(text, max(0, start - 12), start) is not None


def _read_suffix(match: re.Match[str], text: str, end: int) -> tuple[Decimal | None, str | None, int]:
    if match.group("fused"):
        scale, currency = _fused()[plain_word(match.group("fused"))]
        return scale, currency, match.end()
    word = plain_word(match.group("glued") or match.group("spaced") or match.group("mag"))
    scale2 = None
    if word:
        scale2 = magnitudes().get(word) or magnitudes().get(word.lower())
    cur = plain_word(match.group("cur"))
    currency2 = (currencies().get(cur) or currencies().get(cur.lower())) if cur else None
    stop = match.end() if cur or word else end
    weighs = cur in ("pounds", "won", "marks", "crowns", "francs") and text[match.end() :][:4] in (" of ", "er ")
    if not word and (weighs or not _need_scale().isdisjoint((cur, cur.lower() if cur else cur))):  # nor `12 France`
        return None, None, end
    return scale2, currency2, stop
