"""Finds money: number, currency and magnitude, in any order a language writes them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from aidflows.recognise.items import find_candidates
from aidflows.recognise.marks import AHEAD, find_marks, windows
from aidflows.recognise.numbers import find_numbers, step_of
from aidflows.recognise.ranges import range_shape
from aidflows.recognise.shared import has_own_dollars, read_shared
from aidflows.recognise.tokens import SPACED_SCALE, Token, magnitudes, read_token
from aidflows.recognise.worded import find_vague, find_worded
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Money, Span

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _merge_compound(tokens: list[Token], text: str) -> list[Token]:
    """Join `2 milyar 150 milyon dolar`: a larger magnitude, then a smaller one, one currency."""
    merged: list[Token] = []
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
            merged[-1] = last._replace(
                end=token.end,
                value=value,
                scale=Decimal(1),
                currency=token.currency or last.currency,
                step=token.step,
            )
        else:
            merged.append(token)
    return merged


JOIN = re.compile(r"\s*(?:-|–|—|to|and|or|bis|à|a|ile|ila|til|do|до|until)\s*")
# what joins amounts of one magnitude; `sowie` and `samt` join other things
JOINTS = (
    r"and|or|und|oder|beziehungsweise|bzw\.|et|ou|y|e|ed|o|och|eller|respektive|i|oraz|lub|и|или|і|й|та|або|ve|veya"
)
LIST = re.compile(rf"\s*(?:,|,?\s*(?:{JOINTS}))\s*")


def _amount(token: Token) -> Decimal:
    return token.value * (token.scale or Decimal(1))


JOINED = 20  # characters of the longest word between two amounts, with its spaces
NAMED = re.compile(
    r"(?<![.!?:] )(?<!\A)\b[A-ZÅÄÖ][a-zåäö]{2,}\s\Z"
)  # `Robot 70 och 1 miljard kronor`: the first is a name


def _share(tokens: list[Token], text: str) -> list[Token]:
    """Give a bare number its neighbour's magnitude and currency: `$3 and $4.5 billion`, `20, 35 and 50 million euros`."""
    out = list(tokens)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        if right.currency is None or left.end > right.start or right.start - left.end > JOINED:
            continue
        gap = text[left.end : right.start]
        joined = JOIN.fullmatch(gap)
        if not (joined or LIST.fullmatch(gap)):
            continue
        scaled = left.scale is None and right.scale is not None and left.value < 1000
        if scaled and left.value > right.value and NAMED.search(text, max(0, left.start - 24), left.start):
            continue
        if left.currency is None and (left.scale is not None or scaled) and not right.has_prefix:
            out[i] = left._replace(currency=right.currency, scale=left.scale or right.scale)
        elif (
            left.currency == right.currency
            and left.has_prefix
            and scaled
            and ((joined and gap.strip() != "or") or "-" in gap)
        ):
            out[i] = left._replace(scale=right.scale)
        elif left.has_prefix and left.currency and right.currency is None:
            out[i + 1] = right._replace(currency=left.currency)
    return _share_forward(out, text)


def _share_forward(tokens: list[Token], text: str) -> list[Token]:
    """Currency printed once in front of a range: `€200-240 m`, `US$3–5 million`."""
    out = list(tokens)
    for i in range(len(out) - 1):
        left, right = out[i], out[i + 1]
        gap = text[left.end : right.start]
        if (
            left.currency
            and left.has_prefix
            and right.currency is None
            and re.fullmatch(r"\s*(?:-|–|—|to|bis|à)\s*", gap)
        ):
            if right.scale is None and (spaced := SPACED_SCALE.match(text, right.end)):  # `$700-1000 m`
                right = right._replace(end=spaced.end(), scale=magnitudes()[spaced.group(1)])
                out[i + 1] = right
            scale = left.scale or (right.scale if left.value < 1000 else None)
            out[i] = left._replace(scale=scale)
            out[i + 1] = right._replace(currency=left.currency)
    return out


def find_money(text: str, language: str = "en", *, currencies: list[Span] | None = None) -> Iterator[Money]:
    """Yield money surfaces left to right, ranges joined, with currency as ISO 4217; `currencies` saves looking for them again.

    >>> text = "between $3 and $4.5 billion, then 240,000 dollars"
    >>> [(text[m.start:m.end], int(m.low), int(m.high), m.currency) for m in find_money(text)]
    [('$3 and $4.5 billion', 3000000000, 4500000000, 'USD'), ('240,000 dollars', 240000, 240000, 'USD')]
    """
    marks = list(find_marks(text, find_candidates(text, language)[0] if currencies is None else currencies))
    if not marks:
        return
    own = has_own_dollars(text, [(a, b) for a, b, _ in marks])
    tokens: list[Token] = []
    for start, end in windows([(a, b) for a, b, _ in marks], text, AHEAD if language == "en" else FARTHER):
        tokens += _read_tokens(text, start, end, language)
    worded = [(a, b) for a, b, is_worded in marks if is_worded]
    tokens += find_worded(text, worded, language)
    tokens = sorted((t for t in tokens if not _is_weight(t, text)), key=lambda t: t.start)
    tokens = _share(_merge_compound(_drop_overlaps(tokens), text), text)
    found = _join_ranges(tokens, text)
    starts = [m.start for m in found]
    vague = [v for v in find_vague(text, worded, language) if not _overlaps(v, found, starts)]
    for money in sorted([*found, *_implied(found, tokens, text, language), *vague], key=lambda m: m.start):
        yield read_shared(money, text, own_dollars=own)


# `1,800 bombs of 2,000 pounds`, `warheads weighing 500 pounds`; not `a grant of 2,000 pounds`
WEIGHED = re.compile(
    r"(?:\b(?:bomb|shell|warhead|charge|mine|torpedo|payload|load|missile)(?:e?s)?\sof|\bweigh(?:s|ing|ed)?)\s(?:[\d,]+\spounds\s(?:and|or|to)\s)?(?:about\s|up\sto\s|some\s|over\s)?\Z"
)


def _is_weight(token: Token, text: str) -> bool:
    """True of pounds that a thing weighs."""
    if token.currency != "GBP" or token.scale is not None or not text.endswith("pounds", token.start, token.end):
        return False
    return WEIGHED.search(text, max(0, token.start - 48), token.start) is not None


def _overlaps(one: Money, found: list[Money], starts: list[int]) -> bool:
    at = bisect_right(starts, one.end - 1) - 1
    return at >= 0 and found[at].end > one.start


def _read_tokens(text: str, start: int, end: int, language: str) -> Iterator[Token]:
    floor = start
    for span in find_numbers(text, start, end):
        token = read_token(text, span, floor, language)
        floor = span[1]
        if token is not None:
            yield token
            floor = max(floor, token.end)


def _drop_overlaps(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def _join_ranges(tokens: list[Token], text: str) -> list[Money]:
    out: list[Money] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        right = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.currency and right and right.currency == token.currency and _amount(token) < _amount(right):
            shape = range_shape(text, (token.start, token.end), (right.start, right.end))
            if shape:
                bounds = (token.start, right.end, _amount(token), _amount(right))
                out.append(Money(*bounds, token.currency, shape, Decimal(0)))
                i += 2
                continue
        if token.currency:
            value = _amount(token)
            if value != 0:
                step = token.step or _step(token)
                out.append(Money(token.start, token.end, value, value, token.currency, "single", step))
        i += 1
    return out


def _step(token: Token) -> Decimal:
    """Return the step of a token that took its magnitude from a neighbour."""
    return step_of(token.digits, token.scale or Decimal(1)) if token.digits[:1].isdigit() else Decimal(0)


# characters behind an amount in which a number may take its currency over; in English a sign stands before nearly all
FAR, FARTHER = 400, 1500
IMPLIED = re.compile(
    r"\s*(?:[.,;:)]|\Z|in\b|for\b|to\b|this\b|of (?:aid|assistance|military|support)\b|by\b|from\b|over\b|was\b|were\b|is\b|and\b|had\b|has\b|went\b|followed\b|more\b|last\b|on\b|a year\b)"
)


def _implied(found: list[Money], tokens: list[Token], text: str, language: str) -> Iterator[Money]:
    """Yield big bare numbers (`another 40 billion`) that follow money in the same sentence, or lead to it in a list."""
    starts = [m.start for m in found]
    for token in tokens:
        if re.match(r"0\d", token.digits):
            continue  # `boats of type 039B`
        if token.currency or ((token.scale is None or token.scale < 1000) and not _is_elliptic(token, text)):
            continue
        at = bisect_right(starts, token.start) - 1
        before = found[at] if at >= 0 else None
        behind = found[at + 1] if at + 1 < len(found) else None
        if token.scale and behind and 0 < behind.start - token.end <= 120 and _lists(text, token.end, behind.start):
            # `Deutschland mit 168,5 Mio., Dänemark mit 78,3 Mio. und die USA mit 75,5 Mio. Franken`
            value = _amount(token)
            yield Money(token.start, token.end, value, value, behind.currency, "single", token.step)
            continue
        if (
            before is None
            or token.start < before.end
            or token.start - before.end >= (FAR if language == "en" else FARTHER)
        ):
            continue
        broken = BREAK.search(text, before.end, token.start)
        if (not broken and _may_be_money(text, token)) or (broken and _is_listed_amount(text, token)):
            value = _amount(token)
            yield Money(token.start, token.end, value, value, before.currency, "single", token.step)


NOT_MONEY = re.compile(
    r"[\s\u00a0-]*(?:of\s+|de\s+|di\s+|d['’])?(?:[\w-]+\s+)?(?:people|inhabitants|rounds|shells|bullets|barrels|tonnes|tons|hectares|refugees|troops|soldiers|citizens|users|cartridges|men|women|children|doses|litres|liters|square|cubic|miles|acres"
    r"|visitors|voters|jobs|households|items|pieces|units|votes|euro-?\w+|Schuss|Menschen|Stück|Einwohner|Tonnen|Patronen|Granaten|Personen|Bürger|habitantes|personas|cartuchos|proyectiles|toneladas|habitants|personnes|obus|tonnes|cartouches|munitions|persone|abitanti|colpi"
    r"|munizioni|tonnellate|proiettili|osób|mieszkańców|sztuk|pocisków|naboi|ton|amunicji|ludzi|человек|людей|чоловік|снарядов|снарядів|патронов|патронів|набоїв|штук|тонн|жителей|жителів|мин|мін|выстрелов|пострілів|kişi|adet|mermi|ton|insan|personer|människor|skott|granater|patroner|invånare)\b",
    re.IGNORECASE,
)


def _may_be_money(text: str, token: Token) -> bool:
    """True of a big bare number behind money in its sentence, where no noun says that it counts something else."""
    if IMPLIED.match(text, token.end):
        return True
    return token.scale is not None and token.scale >= 10**6 and not NOT_MONEY.match(text, token.end)


WHICH = re.compile(rf"\b(?:{alternatives(listed_words('portions'))})\s+(?:[\w.]+\s+){{0,2}}\Z")
# what may stand behind a price; a noun says that the number counts something else
GOES_ON = re.compile(
    r"\s*(?:[.,;:)]|\Z|(?:según|selon|laut|gemäß|enligt|według|y|e|et|und|och|i|и|і|та|a|à|an|para|pour|für|för|dla|для|en|in|im|w|we|у|в|till|fino|hasta|bis|jusqu['’]|do|до|per|por|par|von|av|przez|from|by|for|to|in|and|under|as)\s|\s(?:del|dal|du|della|dell['’]|des|vom)\s?(?=[A-ZÀ-Ž]))"
)
# a verb that comes last, the year of a contract, a clause on what was bought: `bei 743 Millionen gelegen.`, `da 7,3 miliardi del 2016`
ENDS = re.compile(
    r"\s(?:ge[a-zäöüß]+(?:t|en)|beziffert|betragen|erreicht|überwiesen|bewilligt)(?=[.,;)])|\s(?:del|de|von|aus|från|z|от|від)\s(?:19|20)\d\d\b|\s(?:que|che|qui|som|kt[óo]r\w+)\s"
    r"|\s(?:grazie|gracias|grâce|thanks|dank|tack\svare|dzięki|благодаря|завдяки|mainly|chiefly|vor\sallem|surtout|sobre\stodo|soprattutto|głównie|främst)\s"
)
# a number of inhabitants, viewers or voters: `a country of 83 million`
PEOPLED = re.compile(
    r"\b(?:popula\w+|poblaci\w+|popolazione|Bevölkerung|befolkning\w*|ludnoś\w+|насел\w+|nüfus\w*|people|inhabitants|habitants|habitantes|abitanti|Einwohner\w*|invånare|mieszkańc\w+|жител\w+|refugees|viewers|voters|readers|followers)\b[^.;]{0,40}\Z"
    r"|\b(?:country|nation|state|city|pays|país|paese|Land|kraj|land|страна|країна)\s(?:of|de|di|von|mit|with|med|z|с|із)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)


def _is_listed_amount(text: str, token: Token) -> bool:
    """True of `la Turchia con 598 milioni, gli Stati Uniti con 532 milioni` under a total in euros."""
    if token.scale is None or token.scale < 10**6 or NOT_MONEY.match(text, token.end):
        return False
    if WHICH.search(text, max(0, token.start - 40), token.start):
        return True
    goes_on = GOES_ON.match(text, token.end) or IMPLIED.match(text, token.end) or ENDS.match(text, token.end)
    return goes_on is not None and not PEOPLED.search(text, max(0, token.start - 60), token.start)


BREAK = re.compile(r"[.!?]\s+[A-Z]|(?<=[^\W\d]\.)\d{1,2}\s+[A-Z]|\n\n")


LISTED = re.compile(rf"^\.?(?:,|\s+(?:{JOINTS})\s)")


def _lists(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return bool(LISTED.match(gap)) and ";" not in gap and not BREAK.search(text, start + 1, end)


def _is_elliptic(token: Token, text: str) -> bool:
    """True of `380,000 in June` after `435,000 euros in May and`: grouped digits, a joining word, a date."""
    if "," not in token.digits or not text.endswith(("and ", ", "), 0, token.start):
        return False
    return re.match(rf"\s+in\s+(?:{MONTHS}|\d{{4}})", text[token.end : token.end + 24]) is not None
