"""Takes an amount told as a price, without a verb of giving, for the price of the deal told just before (rule L-COST)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.normalise.pairs import NEAR, before_within
from aidflows.normalise.textpair import Pair
from aidflows.recognise.wordlists import alternatives
from aidflows.records import Figure

OTHER = "O-NO-TRANSFER"
REACH = 140  # characters before the amount in which its price is told


@cache
def _lists(language: str) -> dict[str, str]:
    """Return the words of prices.csv by kind, as alternatives of a pattern, longest first."""
    rows = (r for r in load_list("prices") if r["lang"] == language)
    return {r["kind"]: alternatives(r["words"].split("|")) for r in rows}


@cache
def _bounds(language: str) -> str:
    """Return what may stand between a price's verb and the amount: `it came to just over`, `to the tune of some`."""
    rows = (r for r in load_list("qualifiers") if r["lang"] == language and r["side"] == "before")
    known = alternatives([r["phrase"] for r in rows])
    return rf"(?:\s(?:{known}|{_lists(language)['small']})){{0,3}}"


@cache
def _nouns(language: str) -> re.Pattern[str]:
    """`Its overall price, put by the press at`: a noun of price, of a deal or of nothing told, up to the amount."""
    words = _lists(language)
    whose = gap = ""
    opening = rf"(?:\A\W*|[,;]\s|(?<!\w)(?:{words['det']})\s?)"
    if language == "tr":  # the verb stands behind the amount, and what it is the price of before the noun
        opening, gap = rf"(?:\A\W*|\b(?:{words['det']}|{words['deal']})\s(?:[^\W\d]+\s)?)", _bounds(language)
    else:
        whose = rf"(?:(?:\s(?:[dl]['’])?[^\W\d]+){{0,2}}[\s'’](?:{words['deal']})\b(?:\s\([^)]*\))?(?:\s\w+)?)?"
        put = rf"\s(?:{words['at']}){_bounds(language)}"  # `put the value of the cargo at about`
        gap = rf"(?:\s?\([^)]*\))?(?:\s?[:—–]|,\s[^.;:\d]{{0,50}}|\s(?:{words['is']})\b[^.;:\d]{{0,60}}|{put}|)"
    return re.compile(rf"{opening}(?:{words['noun']}){whose}{gap}\s*\Z", re.IGNORECASE)


@cache
def _subjects(language: str) -> re.Pattern[str]:
    """`It amounts to`, `Il s'agit de`: what goes on from the sentence before, up to the amount."""
    words = _lists(language)
    said = rf"(?<!\w)(?:{words['said']})"
    it = rf"(?:\A\W*|[,;]\s(?:\w{{1,3}}\s)?)(?:{words['it']})\s(?:{words['verb']})" if "it" in words else r"(?!)"
    return re.compile(rf"(?:{said}|{it}){_bounds(language)}\s*\Z")


@cache
def _around(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """`ist ... wert`: words on both sides of an amount."""
    rows = [r for r in load_list("prices") if r["lang"] == language and r["kind"] == "said"]
    pairs = [w.split(" … ") for r in rows for w in r["words"].split("|") if " … " in w]
    return tuple(
        (re.compile(rf"\b{alternatives([a])}{_bounds(language)}\s*\Z"), re.compile(rf"\S?\s*{alternatives([b])}\b"))
        for a, b in pairs
    )


def price_deals(text: str, out: list[Figure], topic: Pair | None, language: str) -> None:
    """Give an amount told as a price the parties of the deal before it: `Mali got two boats from Italy. They cost $5 million.`

    The words are rows of prices.csv; a noun of price looks back 1,200 characters, a pronoun only to the sentence before.

    >>> from aidflows.extraction import extract_figures
    >>> [(f.in_scope, f.supplier) for f in extract_figures("Mali got two boats from Italy. It came to $5 million.").figures if f.kind == "money"]
    [(True, 'ITA')]
    """
    for i, figure in enumerate(out):
        if figure.kind != "money":
            continue
        is_alone = "R-NO-TRANSFER" in figure.rules and not (figure.suppliers or figure.recipients)
        named = _deal_named(out, i, _head(text, figure), language) if is_alone else None
        if named is not None:
            out[i] = _priced(figure, named)
        elif figure.role == "context" and OTHER in figure.rules:
            out[i] = _price(text, out, i, topic, language)


def _price(text: str, out: list[Figure], i: int, topic: Pair | None, language: str) -> Figure:
    """Return an amount without a verb of giving with the parties of the deal that it is told to be the price of."""
    figure, head = out[i], _head(text, out[i])
    told = _told(text, figure, head, language)
    deal = _deal_before(out, i, is_near=told == "it") if told else None
    if deal is not None:
        return _priced(figure, _whole(out, i, deal) if _sums(language).search(head) else deal)
    is_topic = told == "noun" and topic is not None and i == 0
    pair = (topic if is_topic else _pair_before(figure)) if told else None
    return _priced(figure, figure._replace(suppliers=pair[0], recipients=pair[1])) if pair else figure


def _head(text: str, figure: Figure) -> str:
    low = max(figure.sentence[0], figure.start - REACH)
    return ("" if low == figure.sentence[0] else "…x") + text[low : figure.start]  # what is cut off begins nothing


def _told(text: str, figure: Figure, head: str, language: str) -> str:
    """Return how a price is told: by a `noun`, by what goes on (`it`), or not at all."""
    if not _lists(language):
        return ""
    tail = text[figure.end : min(figure.sentence[1], figure.end + 40)]
    if _subjects(language).search(head):
        return "it"
    if any(a.search(head) and b.match(tail) for a, b in _around(language)):
        return "it"
    return "noun" if _nouns(language).search(head) else ""


def _deal_before(out: list[Figure], i: int, *, is_near: bool) -> Figure | None:
    """Return the last transfer told of before a price; `is_near` asks for one of the sentence before it, or of its own."""
    deal = next((f for f in before_within(out, i, 2 * NEAR) if f.role == "transfer"), None)
    if deal is None:
        return None
    is_next = out[i].sentence[0] - deal.sentence[1] < 4
    if not is_next and (is_near or _pair_before(out[i])):
        return None
    return deal


@cache
def _sums(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_lists(language).get('whole', '(?!)')})\b", re.IGNORECASE)


@cache
def _costs(language: str) -> re.Pattern[str]:
    """`The radars cost`: a thing and a verb of price, up to the amount."""
    verbs = _lists(language).get("verb", "(?!)")
    bounds = _bounds(language) if _lists(language) else ""
    return re.compile(rf"\A\W*(?:[^\W\d]+['’\s]){{0,3}}?(?P<thing>[^\W\d]+)\s(?:{verbs}){bounds}\s*\Z")


STEM = 4  # letters that forms of one noun share: `радары`, `радаров`


def _deal_named(out: list[Figure], i: int, head: str, language: str) -> Figure | None:
    """Return the transfer of the thing whose price is told, of the sentence before: `The radars cost`."""
    told = _costs(language).match(head)
    if told is None or len(told["thing"]) < STEM:
        return None
    stem = told["thing"][: max(STEM, len(told["thing"]) - 2)].casefold()
    moved = (f for f in before_within(out, i, NEAR) if f.role == "transfer" and f.kind == "hardware")
    return next((f for f in moved if f.surface.split()[-1].casefold().startswith(stem)), None)


def _whole(out: list[Figure], i: int, deal: Figure) -> Figure:
    """Return a deal with all who sell or buy in its sentence, where one side is the same: `The total came to` adds them up."""
    near = [f for f in before_within(out, i, 2 * NEAR) if f.sentence == deal.sentence][::-1]
    moved = [f for f in near if f.role == "transfer" and f.suppliers and f.recipients]
    sides = [tuple(dict.fromkeys(code for f in moved for code in side(f))) for side in (_sellers, _buyers)]
    return deal._replace(suppliers=sides[0], recipients=sides[1]) if sum(len(s) == 1 for s in sides) == 1 else deal


def _sellers(figure: Figure) -> tuple[str, ...]:
    return figure.suppliers


def _buyers(figure: Figure) -> tuple[str, ...]:
    return figure.recipients


def _pair_before(figure: Figure) -> Pair | None:
    """Return the parties of the sentence before, if it names both."""
    return figure.context if figure.context and all(figure.context) else None


def _priced(figure: Figure, deal: Figure) -> Figure:
    one = (deal.suppliers, deal.recipients)
    return figure._replace(
        in_scope=True, role="transfer", suppliers=one[0], recipients=one[1], supplier=one[0][0] if len(one[0]) == 1 else None,
        recipient=one[1][0] if len(one[1]) == 1 else None, stage=deal.stage, flow_type=deal.flow_type, year=figure.year or deal.year,
        rules=(*(r for r in figure.rules if r != OTHER), "L-COST"),
    )  # fmt: skip
