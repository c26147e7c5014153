"""Finds weapon systems and typed items, joins names with the nouns around them, and binds the count printed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from aidflows.gazetteer.lists import load_list, load_systems
from aidflows.gazetteer.matcher import item_matcher
from aidflows.recognise.articles import UNCOUNTED, find_article
from aidflows.recognise.behind import find_count_behind
from aidflows.recognise.numbers import number_words, parse_number, parse_words
from aidflows.recognise.quantities import find_quantity
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Cue, Item, Span

NEAR_TYPE = re.compile(
    r"(?:\s[A-Z])?(?:\sBlock\s\w+|\s(?:Mk|Mark)[-. ]?\w+)?[\s\u00a0-]+(?:\(?(?:light|utility|armed|main|battle|combat|strike|fighter|surface-to-air|air|defen[cs]e|missile|anti-aircraft|self-propelled|armoured|armored|attack|"
    r"reconnaissance-strike|tactical|long|endurance)[\s-]+){0,3}(?:(?:[A-Z][a-z]+(?:-(?:to-)?[A-Z]?[a-z]+)?[\s-]+){1,5})?"
)
NAME_AFTER_TYPE = re.compile(
    r"[\s\u00a0]+(?:(?!(?:et|de|des|du|à|au|aux|y|e|o|ou|con|avec|per|pour|para|por|da|di|and|or|for|from|to|of|with|by|in|und|och|oraz|und|mit|für|van|av|till)\s)[a-zà-ÿ-]{4,}[\s\u00a0]+){0,2}"
    r"(?:(?:systemu|systemów|zestawów|system|systems|систем[ыиау]?|комплекс\w*|ЗРК|ЗРС|ЗРПК|ОТРК|РСЗО|РСЗВ|système|systèmes|sistema|sistemi|sistemas)\s+)?(?:[Tt]ype\s+|typu\s+|типа\s+|типу\s+|(?:of|vom|des|de|du|di)\s+(?:the\s+)?[Tt]yp[eos]?\s+|tipo\s+|typu\s+|av\s+typ(?:en)?\s+)?[«\"“‘']?"
)
NICKNAME = re.compile(r"(?:/[A-Z]?\d?[A-Z]?\d?)?[\s\u00a0]+(?:\(?[\"“‘«']?)")
# a designation that no list knows: capitals and digits in one word, with a hyphen, a stroke or nothing between
_NAME = r"(?:[A-ZА-ЯІ][\w]{0,5}[-–/])?[A-ZА-ЯІ]{0,5}[-–]?\d{1,4}[A-Za-zА-ЯІ]{0,4}(?:[-–/][A-Z\d][\w]{0,4})?"
UNKNOWN_BEFORE = re.compile(
    rf"(?<![\w/.,$€£-])(?P<name>{_NAME})(?P<gap>[\s\u00a0]+(?:[A-Z][a-z]{{3,}}[\s\u00a0]+)?(?:[a-z][\w-]+[\s\u00a0]+){{0,2}}|-)\Z"
)
UNKNOWN_AFTER = re.compile(
    rf"[\s\u00a0]+(?:type\s+|typu\s+|типа\s+|типу\s+|of\s+(?:the\s+)?type\s+|vom\s+Typ\s+)?(?P<name>{_NAME})(?![\w-]|\s?(?:mm|km|%))"
)
NO_NAME = re.compile(
    r"(?:Mk|Mark|Block|Batch|Tranche|Lot)[-–.]?\d+[A-Z]?\Z|(?:COVID|COP|FY|UN|EU|UE|BRICS|No|SDG|Art|Sec|Phase|Level|Type|Mk)[-–]?\d+\Z|(?:[TH]|[RLCABDEIOPSVW])[-–]?\d+\Z|[GQ][-–]?\d{1,2}\Z|\d+\Z|\d{4}|\d+(?:st|nd|rd|th|s|mm|km|m|x|X)\Z"
)
# what goes on in a line, or in the next where a letter that opens no name begins it: a line that is only wrapped
REST = r"(?:[^.;:!?\n]|\r?\n(?:>\s)?(?=[^\W\d_A-Z]|\Z))"
LISTED = re.compile(
    rf"(?:{REST}{{0,40}}?(?:,|\band\b|\bas well as\b|\bplus\b|\bund\b|\bsowie\b|\bet\b|\bainsi que\b|\by\b|\bademás de\b|\be\b|\bve\b|\boch\b|\boraz\b|\bi\b|\bи\b|\bі\b|\bта\b)"
    rf"{REST}{{0,40}}|;\s+(?:and\s+)?{REST}{{0,30}})\Z"
)


SINGLE = re.compile(
    r"\b(?:an?|the|one|each|every|this|that|ein|eine|einen|der|die|das|une?|le|la|una?|uno|el|il|en|ett|bir)\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)


ROUNDS_OF = re.compile(
    r"\s+(?!(?:mit|with|avec|con|med|and|und|et|y|e|och|plus|inklusive|inkl|including|samt|z|oraz|i|и|с|та|з|ve|ile)\b)(?:of\s+)?(?:\d[\d.,x×]*[\s-]?(?:mm|millimetre|-?calib(?:er|re))?[\s-]+)?(?:[a-z-]+\s+){0,2}"
)


class Named(NamedTuple):
    """A name or type noun with its neighbours joined; the count is looked for before `counted`."""

    counted: int
    start: int
    end: int
    system_id: str | None
    system: str | None
    system_type: str


def find_items(text: str, language: str = "en") -> Iterator[Cue]:
    """Yield system names, designations, type nouns and nouns that count people, left to right.

    >>> [c.value[0] for c in find_items("Ten Bayraktar TB2 drones and 40 tanks")]
    ['bayraktar-tb2', 'UAV', 'tank']
    """
    yield from find_candidates(text, language)[1]


def find_candidates(text: str, language: str = "en") -> tuple[list[Span], list[Cue]]:
    """Return the spans of currencies, beside numbers or not, and what find_items yields: one pass over the text.

    >>> find_candidates("$5m for 40 tanks")
    ([(0, 1)], [Cue(start=11, end=16, kind='type', value=('tank',))])
    """
    currencies: list[Span] = []
    items: list[Cue] = []
    for cue in item_matcher(language).find(text):
        if cue.kind == "currency":
            currencies.append((cue.start, cue.end))
        else:
            items.append(cue)
    return currencies, items


def make_items(text: str, cues: list[Cue], start: int, end: int, *, language: str = "en") -> list[Item]:
    """Return the items of one sentence: names joined with the type nouns around them, quantities bound.

    A type noun alone, with neither number nor name, is no item, except in a list beside one that has a number.

    >>> text = "It sent 12 XQ-99 drones, mortars and radios."
    >>> [(text[i.start : i.end], i.value) for i in make_items(text, list(find_items(text)), 0, len(text))]
    [('XQ-99 drones', Decimal('12')), ('mortars', None), ('radios', None)]
    """
    items: list[Item] = []
    for one in _merge(text, cues, start):
        floor = max(start, items[-1].end) if items else start
        items.append(_count(text, one, floor, language))
    return _keep(text, items)


def name_items(text: str, cues: list[Cue], start: int) -> list[Item]:
    """Return the items of a cell of a table, type nouns alone among them, without counts.

    >>> text = "XQ-99 drones; boats"
    >>> [(text[i.start : i.end], i.system_type) for i in name_items(text, list(find_items(text)), 0)]
    [('XQ-99 drones', 'UAV'), ('boats', 'ship')]
    """
    return [Item(one.start, one.end, one.system_id, one.system, one.system_type) for one in _merge(text, cues, start)]


def _keep(text: str, items: list[Item]) -> list[Item]:
    """Drop bare type nouns, but for those that a list joins to an item with a count."""
    solid = [bool(i.system or i.quantity_start is not None) for i in items]
    has_counted = any(i.quantity_start is not None for i in items)
    kept = list(solid)
    for step in (range(1, len(items)), range(len(items) - 2, -1, -1)):
        for n in step:
            m = n - 1 if step.step > 0 else n + 1
            left, right = (items[m], items[n]) if m < n else (items[n], items[m])
            if kept[n] or not kept[m] or not has_counted or not LISTED.match(text[left.end : right.start]):
                continue
            kept[n] = SINGLE.search(text, max(0, items[n].start - 40), items[n].start) is None
    return [i for i, keep in zip(items, kept, strict=True) if keep]


def _merge(text: str, cues: list[Cue], start: int) -> list[Named]:
    """Join a name with the type noun beside it.

    `Bayraktar TB2 armed drone` is one surface; of `czołgów K2` the surface is the bare name and the count stands before the noun.
    """
    out: list[Named] = []
    for cue in cues:
        last = out[-1] if out else None
        gap = text[last.end : cue.start] if last else ""
        if cue.kind == "type" and last is not None and cue.start < last.end and last.system:
            continue  # `Stridsfordon 90` is a system, of which a type noun is a part
        if cue.kind == "type":
            near = last is not None and (
                NEAR_TYPE.fullmatch(gap) or (cue.value[0] == "ammunition" and ROUNDS_OF.fullmatch(gap))
            )
            if last and gap == " " and not last.system and UNIT_OF.fullmatch(text, last.start, last.end):
                out[-1] = last._replace(start=cue.start, end=cue.end, system_type=cue.value[0])
            elif last and near and (last.system or last.system_type == cue.value[0]):
                known = cue.value[0] if last.system_type == "aggregate" else last.system_type
                out[-1] = last._replace(end=cue.end, system_type=known)
            else:
                out.append(_typed(text, cue, max(start, last.end if last else start)))
        elif cue.kind in ("system", "designation", "nickname"):
            _add_name(text, cue, out, gap)
    return out


# nouns that count a unit of what follows: `пять батарей РСЗО`, `dwie baterie haubic`; not `установок ракет`, which launch them
UNIT_OF = re.compile(
    r"(?:батаре|дивизион|дивізіон|комплект|полк)\w*|bateri\w*|zestaw\w*|batteri\w*|Batterien?|baterías?"
)


def _typed(text: str, cue: Cue, floor: int) -> Named:
    """A type noun, with the designation that no list knows before or after it (`XQ-99 drones`, `radars of the type RX-7`)."""
    before = UNKNOWN_BEFORE.search(text, max(floor, cue.start - 45), cue.start)
    if before and _is_name(before["name"]):
        return Named(before.start("name"), before.start("name"), cue.end, None, before["name"], cue.value[0])
    after = UNKNOWN_AFTER.match(text, cue.end, cue.end + 40)
    if after and _is_name(after["name"]):
        return Named(cue.start, after.start("name"), after.end("name"), None, after["name"], cue.value[0])
    first = FIRST_PART.search(text, floor, cue.start) if text[cue.start - 1 : cue.start] == "-" else None
    start = first.start() if first else cue.start
    return Named(start, start, cue.end, None, None, cue.value[0])


FIRST_PART = re.compile(r"(?<!\w)(?:[^\W\d_]+-)+\Z")  # `Leopard-Panzer` is one name


def _is_name(word: str) -> bool:
    return any(c.isdigit() for c in word) and any(c.isupper() for c in word) and not NO_NAME.match(word)


def _add_name(text: str, cue: Cue, out: list[Named], gap: str) -> None:
    last = out[-1] if out else None
    if cue.kind != "system":
        new = Named(cue.start, cue.start, cue.end, None, text[cue.start : cue.end], cue.value[0])
    else:
        row = load_systems()[cue.value[0]]
        new = Named(cue.start, cue.start, cue.end, cue.value[0], row["name"], row["system_type"])
    if last and cue.start < last.end:  # a designation read beside a type noun turns out to be known
        out[-1] = last._replace(
            start=cue.start, end=cue.end, system_id=new.system_id, system=new.system, system_type=new.system_type
        )
    elif last and last.system is None and NAME_AFTER_TYPE.fullmatch(gap):
        out[-1] = new._replace(counted=last.counted)
    elif (
        last
        and last.system
        and NICKNAME.fullmatch(gap)
        and (last.system_id is None or last.system_type == new.system_type)
    ):
        first = text[last.start : last.end]
        is_whole = bool(new.system_id) and str(new.system).startswith(first) and first.isalpha()  # `Bayraktar AKINCI`
        known = last if last.system_id and not is_whole else new  # `AGM-114R2 Hellfire`, `Su-30MKI Flanker`
        out[-1] = last._replace(
            end=new.end, system_id=known.system_id, system=known.system, system_type=known.system_type
        )
    else:
        out.append(new)


def _count(text: str, one: Named, floor: int, language: str) -> Item:
    blank = Item(one.start, one.end, one.system_id, one.system, one.system_type)
    found = find_quantity(text, one.counted, floor, language) or find_count_behind(text, one.end, language)
    if found is None and one.system_type == "ammunition":
        found = _millions(text, one.counted, floor)
    if found is None and one.system_type not in UNCOUNTED:
        article = find_article(text, one.counted, one.end, language=language)
        found = (*article, ONE, ONE) if article and article[0] >= floor else None
    if found is None:
        return blank
    a, b, low, high = found
    middle = None if low is None or high is None else (low + high) / 2
    return Item(one.start, one.end, one.system_id, one.system, one.system_type, a, b, low, middle, high)


ONE = Decimal(1)
MILLIONS = re.compile(r"(?<![\w.,$€£])(?P<count>\d{1,3}(?:\.\d{1,2})?)m\s+(?:[\w-]+\s+){0,3}\Z")


def _millions(text: str, position: int, floor: int) -> tuple[int, int, Decimal | None, Decimal | None] | None:
    """`1.5m artillery shells`: of ammunition, `m` counts millions; of anything else it may be metres."""
    match = MILLIONS.search(text, max(floor, position - 40), position)
    value = Decimal(match["count"]) * 10**6 if match else None
    return None if match is None else (match.start(), match.end("count") + 1, value, value)


SMALL = 20  # the largest number that stands in words without its noun
# `12 units of the guard` are troops
NO_MORE = r"(?!\s+(?:of\s(?:the\s|its\s|their\s)?(?:army|guard|navy|police|forces?|air|national|armed|special|marines?|infantry|artillery)|than|[a-z]+(?:s|ers|men)\b|years|km|people|million|billion))"
DATED = r"(?<=\d)(?=\s+(?:in\s+(?:\d{4}\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|from\s+[A-Z]))"


@cache
def _ellipsis(language: str) -> re.Pattern[str]:
    """Return the pattern of counts without a noun: `16 more`, `another 16`, `ещё 16 поступят`, `and 8 in 2021`."""
    rows = [r for r in load_list("ellipses") if r["lang"] in ("en", language)]
    words = {r["side"]: "" for r in rows}
    for row in rows:
        words[row["side"]] += "|" * bool(words[row["side"]]) + row["words"].replace(" ", r"\s")
    small = sorted((w for w, n in number_words(language).items() if 2 <= n <= SMALL), key=len, reverse=True)
    count = rf"(?:\d{{1,3}}(?:[.,]\d{{3}})*(?![.,]?\d)|(?:{'|'.join(map(re.escape, small))}|a\sdozen)(?!\w))"
    behind = rf"(?<![\w.,$€£/-])(?P<count>{count})(?:\s+(?:{words['behind']})\b{NO_MORE}|{DATED})"
    before = rf"\b(?i:{words['before']})\s+(?P<more>{count})(?=\s*(?:[.,;)]|\Z)|\s+(?:{words['next']})\b)"
    alone = rf"(?:(?<=[.;!?]\s)|(?<=[.;!?]\d\s)|(?<=[.;!?]\d\d\s))(?P<alone>(?i:{count}))(?=\s(?:{words['alone']})\b)"
    done = rf"(?<![\w.,$€£/-])(?P<done>{count})(?=\s(?:{words['done']})\s)"
    part = rf"\b(?i:{words['part']}|{alternatives(listed_words('portions', language))})\s(?P<part>{count})(?=(?:['’]\w{{1,3}})?\s(?:{words['alone']})\b)"
    of = rf"(?<![\w.,$€£/-])(?P<of>{count})(?=\s(?:{words['of']})\b)"
    return re.compile(f"{behind}|{before}|{alone}|{part}|{done}|{of}")


def find_ellipses(text: str, item: Item, end: int, language: str = "en") -> list[tuple[Item, str]]:
    """Return the counts without their noun behind an item (`... 16 more`, `and 8 in 2021`), of the same system or type.

    Each comes with how it stands: beside a word like `more` (count, more), `alone`, as a `part`, of what is `done` already, or `of` them.

    >>> text = "It bought 20 TB2. Then it ordered 16 more."
    >>> found = find_ellipses(text, Item(13, 16, "bayraktar-tb2", "Bayraktar TB2", "UAV"), len(text))
    >>> [(one.start, int(one.value), one.system, how) for one, how in found]
    [(34, 16, 'Bayraktar TB2', 'count')]
    """
    out = []
    for match in _ellipsis(language).finditer(text, item.end, min(len(text), end)):
        name = next(n for n in ("count", "more", "alone", "part", "done", "of") if match[n])
        surface = match[name]
        value = parse_number(surface) if surface[0].isdigit() else parse_words(surface.lower(), language)
        if value is not None:
            span = (match.start(name), match.end() if name == "count" else match.end(name))
            counted = Item(*span, item.system_id, item.system, item.system_type, *match.span(name), value, value, value)
            out.append((counted, name))
    return out
