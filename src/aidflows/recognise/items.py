"""Finds weapon systems and typed items with the quantity printed beside them, and counts of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from aidflows.gazetteer.lists import load_systems
from aidflows.gazetteer.matcher import item_matcher
from aidflows.recognise.numbers import NUMBER, parse_number, parse_words, words_pattern
from aidflows.records import Cue, Item

CALIBRE = re.compile(
    r"(?P<list>\d{2,3}(?:\.\d+)?(?:\s*(?:and|,|/|&|or)\s*\d{2,3}(?:\.\d+)?)*)[\s-]?(?:mm|millimet(?:er|re))\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"""^(?P<sep>[\s\u00a0]+|-)(?:(?:of|the|its|their|our|his|new|used|more|additional|further|advanced|old|older|modern|modernised|modernized|refurbished|
    second-hand|such|other|extra|brand-new|different|separate|sets|pieces|units|examples|copies|adet|Stück|of\sthese|of\sthe|Turkish|Russian|Russian-made|Soviet|Soviet-era|Soviet-made|American|
    US|U\.S\.|[A-Z][a-z]+(?:an|ian|ish|ese|ch|i)|Israeli|British|German|French|Ukrainian|Azerbaijani|Armenian|Chinese|Swedish|Polish|Czech|Turkish-made|Israeli-made|US-made|American-made|Swedish-built|combat|military|armed|
    [A-Z]{2,4}\sand|upgraded|long-range|short-range|medium-range|heavy|light|self-propelled|wheeled|tracked|multi-role|multirole|tactical|unmanned|civilian|precision|artillery|
    (?:\d{2,3}(?:\.\d+)?[\s-]?mm)|\d+-?(?:metre|meter|foot|ton|tonne)|\([0-9,]+\)|[A-Z][\w/-]*\d[\w/-]*|armored|armoured|protected|stealth|anti-tank|anti-aircraft|surplus|fast|coastal|diesel|
    Bayraktar|Kamov|Sukhoi|Patriot|Leopard|Javelin|Stinger|naval|utility|transport|attack|reconnaissance|high-tech|type|class|[\w-]+-class)[\s\u00a0]+){0,5}$""",
    re.VERBOSE,
)
VAGUE = re.compile(
    r"\b((?:several |some |many |a few |tens |hundreds |dozens )?(?:hundreds|dozens|thousands|scores|tens|several|a number|a battery|a squadron|various types|several types|a batch|batteries)(?:\s+more)?(?:\s+of)?)\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
NOT_COUNT = re.compile(
    r"(?:[$€£¥₺₹]|US\$|\bNo\.?|\bnumber|\bArticle|\bpp?\.|\bchapter|\bgeneration|\bversion|\bphase|\bblock|\bMk|\bclass|\btype|\bvol\.|[A-Za-z]-)\s*$",
    re.IGNORECASE,
)


NEAR_TYPE = re.compile(
    r"[\s\u00a0-]+(?:\(?(?:light|utility|armed|main|battle|combat|strike|fighter|surface-to-air|air|defen[cs]e|missile|anti-aircraft|self-propelled|armoured|armored|attack|"
    r"reconnaissance-strike|tactical|long|endurance)[\s-]+){0,3}"
)
NAME_AFTER_TYPE = re.compile(r"[\s\u00a0]+(?:type\s+|typu\s+|типа\s+)?")


def find_items(text: str, language: str = "en") -> Iterator[Cue]:
    """Yield system names, type nouns and nouns that count people, left to right.

    >>> [c.value[0] for c in find_items("Ten Bayraktar TB2 drones and 40 tanks")]
    ['bayraktar-tb2', 'UAV', 'tank']
    """
    yield from item_matcher(language).find(text)


def make_items(text: str, cues: list[Cue], start: int, end: int, *, language: str = "en") -> list[Item]:
    """Return the items of one sentence: names joined with the type nouns around them, quantities bound.

    A type noun alone, with neither number nor name, is no item.
    """
    merged = _merge(text, cues)
    items: list[Item] = []
    for counted, first, last, system_id, system_type in merged:
        floor = max(start, items[-1].end) if items else start
        items.append(_count(text, (counted, first, last), floor, (system_id, system_type), language=language))
    return [i for i in items if i.system_id or i.quantity_start is not None]


def _merge(text: str, cues: list[Cue]) -> list[tuple[int, int, int, str | None, str]]:
    """Join a name with the type noun beside it; gives count place, start, end, system, type.

    `Bayraktar TB2 armed drone` is one surface; of `czołgów K2` the surface is the bare name and the count stands before the noun.
    """
    out: list[tuple[int, int, int, str | None, str]] = []
    for cue in cues:
        gap = text[out[-1][2] : cue.start] if out else ""
        last = out[-1] if out else None
        if cue.kind == "type" and last and NEAR_TYPE.fullmatch(gap) and (last[3] or last[4] == cue.value[0]):
            out[-1] = (last[0], last[1], cue.end, last[3], last[4])
        elif cue.kind == "system":
            kind = load_systems()[cue.value[0]]["system_type"]
            joined = last is not None and last[3] is None and NAME_AFTER_TYPE.fullmatch(gap)
            if joined and last:
                out[-1] = (last[0], cue.start, cue.end, cue.value[0], kind)
            else:
                out.append((cue.start, cue.start, cue.end, cue.value[0], kind))
        elif cue.kind == "type":
            out.append((cue.start, cue.start, cue.end, None, cue.value[0]))
    return out


def _count(text: str, span: tuple[int, int, int], floor: int, what: tuple[str | None, str], *, language: str) -> Item:
    counted, start, end = span
    system_id, system_type = what
    system = load_systems()[system_id]["name"] if system_id else None
    blank = Item(start, end, system_id, system, system_type)
    found = find_quantity(text, counted, floor, language)
    if found is None:
        return blank
    a, b, low, high = found
    return Item(
        start,
        end,
        system_id,
        system,
        system_type,
        a,
        b,
        low,
        None if low is None or high is None else (low + high) / 2,
        high,
    )


def find_quantity(
    text: str, position: int, floor: int, language: str = "en"
) -> tuple[int, int, Decimal | None, Decimal | None] | None:
    """Return span and bounds of the count that stands before `position`, or None.

    Calibres, money, years, model and page numbers are no counts; `dozens of` is a count whose bounds are not known.

    >>> find_quantity("bought 80 military vehicles", 19, 0)
    (7, 9, Decimal('80'), Decimal('80'))
    >>> find_quantity("107 and 122 mm launchers", 15, 0) is None
    True
    """
    floor = max(floor, position - 90)
    window = text[floor:position]
    numbers = _candidates(window, language)
    for a, b, low, high in reversed(numbers):
        rest = window[b:]
        if not BETWEEN.match(rest) or (CALIBRE.search(window[a:] + "x") and CALIBRE.match(window, a)):
            continue
        if NOT_COUNT.search(window[:a]) or (
            re.match(r"\s?(?:mm|km|%|percent|per cent|million|billion)\b", rest) and low is not None and low < 1000
        ):
            continue
        return floor + a, floor + b, low, high
    vague = VAGUE.search(window)
    return (floor + vague.start(1), floor + vague.end(1), None, None) if vague else None


def _candidates(window: str, language: str = "en") -> list[tuple[int, int, Decimal | None, Decimal | None]]:
    out: list[tuple[int, int, Decimal | None, Decimal | None]] = []
    for match in NUMBER.finditer(window):
        a, b = match.span()
        if a and (window[a - 1].isalnum() or (window[a - 1] in "-/.‑" and a > 1 and window[a - 2].isalpha())):
            continue
        value = parse_number(match.group(), language)
        if value is None or value != value.to_integral_value() or (1900 <= value <= 2100 and "," not in match.group()):
            continue
        scale = re.match(r"\s+(million|thousand|hundred)\b", window[b:])
        if scale:
            value *= {"million": 10**6, "thousand": 1000, "hundred": 100}[scale.group(1)]
            b += scale.end()
        if a and window[a - 1] == "(" and window[b : b + 1] == ")":
            a, b = a - 1, b + 1  # `six hundred forty-four (644)` is one quantity
        if (
            out
            and re.fullmatch(r"\s*(?:-|–|—|to)\s*", window[out[-1][1] : a])
            and out[-1][2] is not None
            and out[-1][2] < value
        ):
            out[-1] = (out[-1][0], b, out[-1][2], value)
        else:
            out.append((a, b, value, value))
    for match in words_pattern().finditer(window):
        low = match.group().lower()
        value = parse_words(match.group())
        scale = re.match(r"\s+(million|thousand|hundred)\b", window[match.end() :])
        if scale and value is not None:
            value *= {"million": 10**6, "thousand": 1000, "hundred": 100}[scale.group(1)]
        if re.match(r"\s+of\s+(?:the|its|these|our)\b", window[match.end() :]):
            continue
        if (
            value is not None
            and low not in ("half", "half a", "on", "sei", "un", "une")
            and (low not in ("a", "an") or scale)
            and not re.search(r"[\w-]$", window[: match.start()])
        ):
            out.append((match.start(), match.end() + (scale.end() if scale else 0), value, value))
    return sorted(out)


PEOPLE_BETWEEN = re.compile(r"^[\s\u00a0]+(?:[\w'’-]+[\s\u00a0]+){0,4}$")


def make_people(text: str, cues: list[Cue], start: int, end: int) -> list[Item]:
    """Return counts of people in one sentence; the surface is the counted noun, or the count where the noun is left out."""
    out: list[Item] = []
    for cue in cues:
        if cue.kind == "people":
            floor = max(start, cue.start - 70, out[-1].end if out else 0)
            item = _count_people(text, cue, floor)
            out += [item] if item else []
    if out:
        out += find_more_people(text, out[-1], end)
    hurt = find_hurt(text, start, end) if any(c.kind == "hurt" for c in cues) else []
    return out + [h for h in hurt if all(h.quantity_start != o.quantity_start for o in out)]


def find_more_people(text: str, item: Item, end: int) -> list[Item]:
    """Return a second count of the people just counted: `40 officers from Oman and over 60 from Qatar`."""
    match = MORE_PEOPLE.search(text, item.end, end)
    value = parse_number(match["count"]) if match else None
    if match is None or value is None:
        return []
    return [
        Item(*match.span("count"), None, None, "people", *match.span("count"), value, value, value, "exact", "persons")
    ]


def _count_people(text: str, cue: Cue, floor: int) -> Item | None:
    window = text[floor : cue.start]
    for a, b, low, high in reversed(_candidates(window)):
        rest = window[b:]
        if not PEOPLE_BETWEEN.match(rest) or NOT_COUNT.search(window[:a]) or re.search(r",\s|\band\b\s", rest):
            continue
        mid = None if low is None or high is None else (low + high) / 2
        span = (floor + a, floor + b)
        return Item(cue.start, cue.end, None, None, "people", *span, low, mid, high, "exact", "persons")
    vague = VAGUE.search(window)
    if vague and MANY.match(vague.group(1)):
        span = (floor + vague.start(1), floor + vague.end(1))
        return Item(cue.start, cue.end, None, None, "people", *span, unit="persons")
    return None


MORE_PEOPLE = re.compile(
    r"\band\s+(?:over\s+|about\s+|around\s+|nearly\s+|almost\s+|some\s+|more\s+than\s+|approximately\s+)?(?P<count>\d{1,3}(?:,\d{3})*)(?=\s+from\s+(?:the\s+)?[A-Z])"
)
MANY = re.compile(r"(?:dozens|hundreds|thousands|scores|tens|several hundred)", re.IGNORECASE)
ELLIPSIS = re.compile(
    r"(?<![\w.,$€£/-])(?P<count>\d{1,3}(?:[.,]\d{3})*|two|three|four|five|six|seven|eight|nine|ten|twelve|a dozen|twenty)"
    r"(?:\s+(?:more|others|additional|further|extra|adet|Stück|unités|unidades|unità|sztuk|единиц|одиниць|ytterligare|weitere)\b(?!\s+(?:than|[a-z]+(?:s|ers|men)\b|years|km|people|million|billion))"
    r"|(?<=\d)(?=\s+(?:in\s+(?:\d{4}\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|from\s+[A-Z])))"
)
HURT = re.compile(
    r"(?<![\w.,$€£/-])(?P<count>\d{1,3}(?:,\d{3})*)\s+(?:others?\s+|more\s+)?(?:were\s+|was\s+)?(?:injured|wounded|received\s+injuries)\b"
)


def find_hurt(text: str, start: int, end: int) -> list[Item]:
    """Return counts of injured people whose noun is left out: `and 55 received injuries`, never `2 attacks injured`.

    >>> [(i.start, int(i.value or 0)) for i in find_hurt("12 people died and 55 were injured.", 0, 35)]
    [(19, 55)]
    """
    out = []
    for match in HURT.finditer(text, start, end):
        value = parse_number(match["count"])
        out.append(
            Item(*match.span(), None, None, "people", *match.span("count"), value, value, value, "exact", "persons")
        )
    return out


def find_ellipsis(text: str, item: Item, end: int) -> Item | None:
    """Return a count without its noun behind an item (`... 16 more`, `16 adet daha`), of the same system or type.

    >>> text = "It bought 20 TB2. Then it ordered 16 more."
    >>> found = find_ellipsis(text, Item(13, 16, "bayraktar-tb2", "Bayraktar TB2", "UAV"), len(text))
    >>> (found.start, int(found.value), found.system) if found else None
    (34, 16, 'Bayraktar TB2')
    """
    match = ELLIPSIS.search(text, item.end, min(len(text), end))
    if match is None:
        return None
    surface = match["count"]
    value = parse_number(surface) if surface[0].isdigit() else parse_words(surface)
    if value is None:
        return None
    return Item(
        match.start(),
        match.end(),
        item.system_id,
        item.system,
        item.system_type,
        *match.span("count"),
        value,
        value,
        value,
    )
