"""Finds money: number, currency and magnitude, in any order a language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.numbers import find_numbers, number_words, parse_number, parse_words, step_of, words_pattern
from aidflows.records import Money

SPACE = r"[ \t\u00a0\u202f\u2009]*(?:\n[ \t]*)?"
# Turkish case endings stay outside the surface: `1,9 milyon dolardan`
ENDING = "(?:l[ıi]k|luk)?(?:['’]?(?:dan|den|tan|ten|nın|nin|ın|in|ya|ye|yı|yi|da|de|la|le|a|e|ı|i|u|dır|dir))?"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


@dataclass(frozen=True, slots=True)
class _Token:
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


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True))


@cache
def _currencies() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in load_list("currencies"):
        table.setdefault(row["token"], row["currency"])
        table.setdefault(row["token"].lower(), row["currency"])
    return table


@cache
def _magnitudes() -> dict[str, Decimal]:
    return {row["token"]: Decimal(10) ** int(row["exponent"]) for row in load_list("magnitudes")}


@cache
def _prefix() -> re.Pattern[str]:
    """A sign, code or word that stands before its number; letters must not continue a longer word."""
    words = [r["token"] for r in load_list("currencies") if r["side"] in ("before", "both")]
    signs = _alternatives([w for w in words if not w[0].isalpha()])
    names = _alternatives([w for w in words if w[0].isalpha()])
    return re.compile(rf"(?:(?<![\w$])(?:{names})|(?:{signs})){SPACE}$")


@cache
def _suffix() -> re.Pattern[str]:
    """Magnitude and currency after a number; a glued letter (`5m`) must end the word."""
    mags = load_list("magnitudes")
    glued = _alternatives([r["token"] for r in mags if r["lang"] == "glued"])
    words = _alternatives([v for r in mags if r["lang"] != "glued" for v in (r["token"], r["token"].capitalize())])
    names = [r["token"] for r in load_list("currencies") if r["side"] in ("after", "both")]
    currency = _alternatives(names + [n.capitalize() for n in names if n[0].isalpha()])
    fused = _alternatives([r["token"] for r in load_list("fused_units")])
    return re.compile(
        rf"""(?:{SPACE}(?P<fused>{fused})(?!\w))
        |(?:(?P<glued>{glued})(?=\W|$|(?:USD|EUR|GBP)\b) | [\s\u00a0\u202f-]{{0,3}}(?P<mag>{words})(?!\w))?
         (?:[\s\u00a0\u202f-]{{0,3}}(?:of\s+)?(?P<cur>{currency})(?={ENDING}(?!\w)))?""",
        re.VERBOSE,
    )


@cache
def _fused() -> dict[str, tuple[Decimal, str]]:
    return {r["token"]: (Decimal(10) ** int(r["exponent"]), r["currency"]) for r in load_list("fused_units")}


_PREFIX_ENDS = frozenset("$€£¥₺₹₩₪₴₽₼₱DRLSYPKFNEsMorB.MmCGI")


def _find_prefix(text: str, start: int, floor: int) -> re.Match[str] | None:
    at = start - 1
    while at >= floor and text[at] in " \u00a0\u202f\u2009\n\t":
        at -= 1
    if at < floor or text[at] not in _PREFIX_ENDS:
        return None
    return _prefix().search(text, max(floor, at - 12), start)


def _read_token(text: str, span: tuple[int, int], floor: int, language: str) -> _Token | None:
    start, end = span
    value = parse_number(text[start:end], language)
    if value is None or (start and (text[start - 1].isalpha() or text[start - 1] in "_#/@") and not _glued_code(text, start)):
        return None
    prefix = _find_prefix(text, start, floor)
    if not prefix and start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
        return None  # `video-3274064$` is an address, `Covid-19` a name
    match = _suffix().match(text, end)
    assert match is not None
    scale, currency, stop = _read_suffix(match, text, end)
    if prefix:
        sign = prefix.group().strip()
        begin = prefix.start()
        if begin and text[begin - 1] == "\\":
            begin -= 1
        if text[end:stop].strip() and currency is not None and currency != _currencies().get(sign):
            stop = match.end("mag") if match.group("mag") else match.end("glued") if match.group("glued") else end
        found = _currencies().get(sign) or _currencies().get(sign.lower())
    else:
        begin, found = start, currency
    if prefix and scale is None and (spaced := SPACED_SCALE.match(text, end)):
        scale, stop = _magnitudes()[spaced.group(1)], spaced.end()
    if found is None and scale is None:
        stop = end
    if prefix and scale is None and sign.isalpha() and 1900 <= value <= 2100:
        return None  # `Euro 2020` is a tournament
    step = step_of(text[start:end], scale or Decimal(1), language)
    return _Token(begin, stop, value, text[start:end], scale, found, end, prefix is not None, step)


SPACED_SCALE = re.compile(r"[ \u00a0](m|bn|b|M)(?=[\s.,;)]|$)")


def _glued_code(text: str, start: int) -> bool:
    return bool(re.search(r"(?<![A-Za-z])(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|TL|Rs|RM|US)\$?$", text[max(0, start - 4) : start]))


def _read_suffix(match: re.Match[str], text: str, end: int) -> tuple[Decimal | None, str | None, int]:
    if match.group("fused"):
        scale, currency = _fused()[match.group("fused")]
        return scale, currency, match.end()
    word = match.group("glued") or match.group("mag")
    scale2 = None
    if word:
        scale2 = _magnitudes().get(word) or _magnitudes().get(word.lower())
    cur = match.group("cur")
    currency2 = (_currencies().get(cur) or _currencies().get(cur.lower())) if cur else None
    stop = match.end() if cur or word else end
    if cur and not word and cur.lower() in ("pounds", "won", "marks", "crowns", "francs") and text[match.end() :][:4] in (" of ", "er "):
        return None, None, end
    return scale2, currency2, stop


def _merge_compound(tokens: list[_Token], text: str) -> list[_Token]:
    """Join `2 milyar 150 milyon dolar`: a larger magnitude, then a smaller one, one currency."""
    merged: list[_Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if (
            last
            and last.scale
            and token.scale
            and token.scale < last.scale
            and not token.has_prefix
            and (last.currency is None or last.has_prefix)
            and re.fullmatch(r"\s+(?:and\s+)?", text[last.end : token.start])
        ):
            value = last.value * last.scale + token.value * token.scale
            merged[-1] = replace(
                last, end=token.end, value=value, scale=Decimal(1), currency=token.currency or last.currency, step=token.step
            )
        else:
            merged.append(token)
    return merged


JOIN = re.compile(r"\s*(?:-|–|—|to|and|or|bis|à|a|ile|ila|til|do|до|until)\s*")
LIST = re.compile(r"\s*(?:,|and|or|,\s*and|und|et|y|e|ve|och|i|и)\s*")


def _amount(token: _Token) -> Decimal:
    return token.value * (token.scale or Decimal(1))


def _share(tokens: list[_Token], text: str) -> list[_Token]:
    """Give a bare number its neighbour's magnitude and currency: `$3 and $4.5 billion`, `20, 35 and 50 million euros`."""
    out = list(tokens)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        if right.currency is None or left.end > right.start or right.start - left.end > 8:
            continue
        gap = text[left.end : right.start]
        joined = JOIN.fullmatch(gap)
        if not (joined or LIST.fullmatch(gap)):
            continue
        scaled = left.scale is None and right.scale is not None and left.value < 1000 and left.value == left.value.normalize()
        if left.currency is None and (left.scale is not None or scaled) and not right.has_prefix:
            out[i] = replace(left, currency=right.currency, scale=left.scale or right.scale)
        elif left.currency == right.currency and left.has_prefix and scaled and (joined and gap.strip() != "or" or "-" in gap):
            out[i] = replace(left, scale=right.scale)
        elif left.has_prefix and left.currency and right.currency is None:
            out[i + 1] = replace(right, currency=left.currency)
    return _share_forward(out, text)


def _share_forward(tokens: list[_Token], text: str) -> list[_Token]:
    """Currency printed once in front of a range: `€200-240 m`, `US$3–5 million`."""
    out = list(tokens)
    for i in range(len(out) - 1):
        left, right = out[i], out[i + 1]
        gap = text[left.end : right.start]
        if left.currency and left.has_prefix and right.currency is None and re.fullmatch(r"\s*(?:-|–|—|to|bis|à)\s*", gap):
            scale = left.scale or (right.scale if left.value < 1000 else None)
            out[i] = replace(left, scale=scale)
            out[i + 1] = replace(right, currency=left.currency)
    return out


def find_money(text: str, language: str = "en") -> Iterator[Money]:
    """Yield money surfaces left to right, ranges joined, with currency as ISO 4217.

    >>> text = "between $3 and $4.5 billion, then 240,000 dollars"
    >>> [(text[m.start:m.end], int(m.low), int(m.high), m.currency) for m in find_money(text)]
    [('$3 and $4.5 billion', 3000000000, 4500000000, 'USD'), ('240,000 dollars', 240000, 240000, 'USD')]
    """
    tokens: list[_Token] = []
    floor = 0
    for span in find_numbers(text):
        token = _read_token(text, span, floor, language)
        floor = span[1]
        if token is not None:
            tokens.append(token)
            floor = max(floor, token.end)
    tokens += _find_worded(text)
    tokens.sort(key=lambda t: t.start)
    tokens = _share(_merge_compound(_drop_overlaps(tokens), text), text)
    yield from _supply_currency(_join_ranges(tokens, text), tokens, text)


def _drop_overlaps(tokens: list[_Token]) -> list[_Token]:
    kept: list[_Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def _join_ranges(tokens: list[_Token], text: str) -> list[Money]:
    out: list[Money] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        right = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.currency and right and right.currency == token.currency and _amount(token) < _amount(right):
            shape = _range_shape(text, token, right)
            if shape:
                out.append(Money(token.start, right.end, _amount(token), _amount(right), token.currency, shape, Decimal(0)))
                i += 2
                continue
        if token.currency:
            value = _amount(token)
            if value != 0:
                out.append(Money(token.start, token.end, value, value, token.currency, "single", token.step))
        i += 1
    return out


def _range_shape(text: str, left: _Token, right: _Token) -> str | None:
    gap = text[left.end : right.start].strip()
    before = text[max(0, left.start - 24) : left.start].lower()
    if gap in ("-", "–", "—", "bis", "à", "ila", "до", "till"):
        return "range"
    if gap == "to" and not re.search(r"(?:rose|rise|fell|grew|increased?|up|down|climbed|cut|raised|dropped)\b[^.]{0,20}from\s*$", before):
        return "range"
    if gap in ("and", "und", "et", "y", "ve", "och", "i", "и") and re.search(r"(?:between|zwischen|entre|arasında|mellan|między|между)\s*(?:\w+\s)?$", before):
        return "range"
    if gap == "or":
        return "either"
    return None


IMPLIED = re.compile(r"\s*(?:[.,;:)]|$|in\b|for\b|to\b|this\b|of (?:aid|assistance|military|support)\b|by\b|from\b|over\b|was\b|were\b|is\b|and\b|had\b|has\b|went\b|more\b|last\b|on\b|a year\b)")


def _supply_currency(found: list[Money], tokens: list[_Token], text: str) -> Iterator[Money]:
    """Yield money, and big bare numbers (`another 40 billion`) that follow money in the same sentence."""
    covered = [(m.start, m.end) for m in found]
    extra: list[Money] = []
    for token in tokens:
        if token.currency or any(a <= token.start < b for a, b in covered):
            continue
        if (token.scale is None or token.scale < 1000) and not _is_elliptic(token, text):
            continue
        before = [m for m in found if m.end <= token.start and token.start - m.end < 240]
        if before and not re.search(r"[.!?]\s+[A-Z]|\n\n", text[before[-1].end : token.start]) and IMPLIED.match(text, token.end):
            value = _amount(token)
            extra.append(Money(token.start, token.end, value, value, before[-1].currency, "single", token.step, True))
    yield from sorted(found + extra + _find_vague(text), key=lambda m: m.start)


def _is_elliptic(token: _Token, text: str) -> bool:
    """True of `380,000 in June` after `435,000 euros in May and`: grouped digits, a joining word, a date."""
    before = text[max(0, token.start - 5) : token.start]
    joined = before.endswith((" and ", "and ", ", "))
    return joined and "," in token.digits and bool(re.match(rf"\s+in\s+(?:{MONTHS}|\d{{4}})", text[token.end : token.end + 24]))


@cache
def _worded_pattern() -> re.Pattern[str]:
    mags = _alternatives([r["token"] for r in load_list("magnitudes") if r["lang"] not in ("glued",) and len(r["token"]) > 2])
    names = [r["token"] for r in load_list("currencies") if r["side"] in ("after", "both") and r["token"][0].isalpha() and len(r["token"]) > 2]
    return re.compile(rf"[\s-]+(?P<mag>{mags})[\s-]+(?P<cur>{_alternatives(names)})(?!\w)")


def _find_worded(text: str) -> list[_Token]:
    """Numbers in words before a magnitude and a currency: `two and a half billion dollars`."""
    out = []
    for match in _worded_pattern().finditer(text):
        head = text[max(0, match.start() - 40) : match.start()]
        for word in words_pattern().finditer(head):
            if word.end() != len(head):
                continue
            value = parse_words(word.group())
            scale = _magnitudes()[match.group("mag")]
            if value is None:
                continue
            start = match.start() - len(word.group())
            if word.group().lower() in ("on", "sei", "un", "a", "an") and word.group().lower() not in number_words():
                continue
            currency = _currencies()[match.group("cur")]
            out.append(_Token(start, match.end(), value, word.group(), scale, currency, match.start(), False, scale / 2))
    return out


@cache
def _vague_pattern() -> re.Pattern[str]:
    names = [r["token"] for r in load_list("currencies") if r["side"] == "after" and r["lang"] in ("en", "") and len(r["token"]) > 2]
    return re.compile(
        rf"\b(?:(?:tens|hundreds|dozens|several)\s+(?:of\s+)?)?(?:hundreds|thousands|millions|billions|trillions)\s+(?:of\s+)?(?:{_alternatives(names)})(?!\w)",
        re.IGNORECASE,
    )


def _find_vague(text: str) -> list[Money]:
    out = []
    for match in _vague_pattern().finditer(text):
        word = re.split(r"\s+", match.group())[-1]
        currency = _currencies().get(word) or _currencies().get(word.lower()) or "USD"
        out.append(Money(match.start(), match.end(), None, None, currency, "vague", Decimal(0)))
    return out
