"""Reads relative years and the years that a figure covers."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.dating import bind_date
from aidflows.bind.sentence import Sentence
from aidflows.bind.times import find_time_word
from aidflows.gazetteer.lists import load_list, spellings
from aidflows.gazetteer.matcher import Matcher
from aidflows.normalise.months import date_by_month
from aidflows.normalise.parallel import begins
from aidflows.recognise.dates import find_dates
from aidflows.recognise.numbers import parse_words
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Cue, Figure, When


@cache
def _relatives() -> Matcher:
    rows = [(phrase, r) for r in load_list("relatives") for phrase in r["phrases"].split("|")]
    return Matcher(
        [
            (form + "~", "relative", (r["offset"], r["anchor"]))
            for phrase, r in rows
            for form in spellings(phrase) | {phrase.upper()}
        ]
    )


SPREAD = re.compile(
    r"\b(?:over|for|across|during|in)\s+(?:the\s+)?(?:next\s+|coming\s+|a\s+period\s+of\s+)?(a\sdecade|an?\s(?:[\w]+-)?year|\w+\syears|\d+[- ]years?|a\s(?:five|four|three|two|ten)-year\speriod)",
    re.IGNORECASE,
)
# what stands for `years` in a language, and words behind it of the time before, after, and before the text's own day
YEARS = {
    "en": ("years?", "earlier|before|previously|later|after|afterwards|ago"),
    "de": ("Jahren?", "zuvor|früher|davor|später|danach"),
    "fr": ("ans", "plus\\stôt|auparavant|avant|plus\\stard|après"),
    "es": ("años", "antes|después|más\\starde|atrás"),
    "it": ("anni", "prima|dopo|più\\stardi|fa"),
    "sv": ("år", "tidigare|dessförinnan|senare|därefter|sedan"),
    "pl": ("(?:lata|lat|latach|laty)", "wcześniej|później|temu"),
    "ru": ("(?:года|лет)", "ранее|раньше|позже|спустя|назад"),
    "uk": ("(?:роки|років)", "раніше|пізніше|по\\sтому|тому"),
    "tr": ("yıl", "önce|sonra"),
}
BACK = {"de": "vor", "fr": r"il\sy\sa", "es": "hace", "pl": "przed"}  # `vor zwei Jahren`: before the text's own day
AHEAD = {"de": "nach", "es": "tras", "it": "dopo", "pl": "po", "ru": "через|спустя", "uk": "через"}  # `через три года`
LATER = ("later", "after", "später", "danach", "plus tard", "après", "después", "más tarde", "dopo", "più tardi", "senare", "därefter", "później", "позже", "спустя", "пізніше", "sonra")  # fmt: skip
AGO = frozenset(("ago", "atrás", "fa", "temu", "sedan", "назад", "тому"))


@cache
def _years_pattern(language: str) -> re.Pattern[str]:
    years, ways = YEARS[language]
    behind = rf"\b(?P<count>[^\W\d_]+|\d{{1,2}})\s{years}\s(?P<way>{ways})\b"
    ahead = rf"|\b(?P<after>{AHEAD[language]})\s(?P<more>[^\W\d_]+|\d{{1,2}})\s{years}\b" if language in AHEAD else ""
    back = rf"|\b(?P<back>{BACK[language]})\s(?P<past>[^\W\d_]+|\d{{1,2}})\s{years}\b" if language in BACK else ""
    return re.compile(back.lstrip("|") + "|" * bool(back) + behind + ahead, re.IGNORECASE)


AMOUNT = re.compile(
    r"[$€£¥₹₺]\s?\d|\d\s?(?:mi?l|bi?l|bn|m\b|mrd|mld|crore|lakh|mn|mkr|тыс|мл|трлн|тис|bin|tys|euro|dol|kr)",
    re.IGNORECASE,
)


LONGER = re.compile(r"lar|zehnt|\w{5}")  # `yıllarda`, `Jahrzehnt`


def find_relatives(text: str, start: int, end: int) -> list[Cue]:
    """Return the words for a year told by another; a case may stand at their end, another word may not."""
    return [m for m in _relatives().find(text, start, end) if not LONGER.match(text, m.end)]


OPENS = re.compile(
    r"(?:[.;:!?\n]|\b(?:and|e|y|et|und|och|a|i|и|та))\s*(?:[Ii]n\s|[Ee]n\s|W\s|В\s|У\s)?\Z"
)  # not `less than the year before`


def shift_date(text: str, date: When, until: int) -> When:
    """Return a date moved on by the last `a year later` told between it and a place of the text."""
    told = (m for m in find_relatives(text, date.end, until) if m.value[1] == "text" and int(m.value[0]) > 0)
    moved = [m for m in told if OPENS.search(text, date.end, m.start)]
    if not moved or date.year is None:
        return date
    year = date.year + int(moved[-1].value[0])
    return When(date.start, date.end, f"{year}-01-01", f"{year + 1}-01-01", year)


REACH, HEAD, FULL = (
    600,
    60,
    7,
)  # characters: back to the last year, where a dateline stands, and more than a year or month takes
NO_DATE = When(0, 0, "", "", None)
# another part of the sentence: with an amount of its own, or what was done at that other time
# `€400 million, and the year after thirty jets`: a time behind the amount that begins the next part
ITS_OWN = re.compile(r",\s|\s(?:and|e|y|et|und|och|oraz|i|и|та|ve)\s\Z")
CLOSES = re.compile(r"\s*(?:[.;)]|\Z)")
PARTED = re.compile(r";|,[^,;]*\d|,\s(?:and|but|while)\s")


def _count(word: str, language: str = "en") -> int:
    """Return a count of years in digits or words, 0 for what is none: `12`, `five`, `decade`."""
    value = 10 if word == "decade" else int(word) if word.isdigit() else parse_words(word, language)
    return int(value) if value is not None and value == int(value) else 0


def _is_ago(match: re.Match[str]) -> bool:
    """True of years that count back from the text's own day: `two years ago`, `vor zwei Jahren`."""
    return (match["way"] or "").lower() in AGO or bool(match.groupdict().get("back"))


def _years_off(sentence: Sentence, figure: Figure, base: When | None, document: When | None) -> When | None:
    """`three years earlier` counts from the nearest date of the text before it, `three years ago` from the document's."""
    low, high = max(sentence.start, figure.start - 90), min(sentence.end, figure.end + 60)
    first = begins(figure)
    language = sentence.language if sentence.language in YEARS else "en"
    is_told = language != "en" or " year" in sentence.text[low:high].lower()
    match = _years_pattern(language).search(sentence.text, low, high) if is_told else None
    start = None if match is None else document if _is_ago(match) else (base or _last_date(sentence) or document)
    if (
        match is None
        or start is None
        or start.year is None
        or _parts(sentence.text[min(figure.end, match.start()) : max(first, match.start())], figure)
        or ITS_OWN.search(sentence.text, figure.end, max(figure.end, match.start() + 1))
    ):
        return None
    told = match.groupdict()
    count = _count((told.get("past") or told["count"] or told["more"]).lower(), language)
    if not count:
        return None  # `some years earlier`
    is_later = (not match["way"] and not told.get("back")) or (match["way"] or "").lower().startswith(LATER)
    if match["way"] in ("after", "before") and match.end() <= figure.start and sentence.text[match.end()] == " ":
        is_later = not is_later  # `in 2021, three years after it had paid 5 million`
    year = start.year + (count if is_later else -count)
    return When(match.start(), match.end(), f"{year}-01-01", f"{year + 1}-01-01", year)


def _parts(gap: str, figure: Figure) -> bool:
    """True of what keeps a time from a figure: another clause, or another amount: `$3 million in 2020 and $2 million a year later`."""
    return PARTED.search(gap) is not None or (figure.kind == "money" and AMOUNT.search(gap) is not None)


def _relative_date(sentence: Sentence, figure: Figure, base: When | None, document: When | None = None) -> When | None:
    """Return the year that `last year`, `bir önceki yıl` or `im Vorjahr` near a figure means, or None.

    `last year` counts from the document's date, `a year earlier` from the nearest date of the text; what stands nearer
    than any printed date wins. Rule D-RELATIVE; the phrases are rows of relatives.csv.
    """
    if off := _years_off(sentence, figure, base, document):
        return off
    low, high = max(sentence.start, figure.start - 90), min(sentence.end, figure.end + 50)
    found = find_relatives(sentence.text, low, high)
    if not found:
        return None
    between = [sentence.text[min(m.end, figure.end) : max(m.start, figure.start)] for m in found]
    found = [m for m, gap in zip(found, between, strict=True) if not AMOUNT.search(gap)]  # no other amount between
    found = [m for m in found if not _is_of_next(sentence, figure, m) and not _is_measure(sentence, figure, m)]
    if not found:
        return None
    match = min(found, key=lambda m: figure.start - m.end if m.end <= figure.start else (m.start - figure.end) * 2)
    offset, anchor = int(match.value[0]), match.value[1]
    own = base is not None and base.start >= sentence.start and base.end > 0
    start = (document or _dateline(base)) if anchor == "document" else (_told_before(sentence, base) or document)
    if start is None:
        return None
    if own and base is not None and _away(base, figure) < _away(match, figure):
        return None
    if start.year is None and own and not offset:
        return None  # `a contract of 16 May 2024 grants $3 billion this year`
    if start.year is None:
        return NO_DATE  # `last year` in a text that bears no date: no year of the text holds
    year = start.year + offset
    return When(match.start, match.end, f"{year}-01-01", f"{year + 1}-01-01", year)


def _away(told: When | Cue, figure: Figure) -> int:
    """Return how many characters stand between a time and a figure."""
    return figure.start - told.end if told.end <= figure.start else told.start - figure.end


def _told_before(sentence: Sentence, base: When | None) -> When | None:
    """Return the year that `a year later` counts from: the figure's own, or the last one told before its sentence."""
    own = base is not None and base.start >= sentence.start and base.end > 0
    return base if own else _last_date(sentence) or base


def _last_date(sentence: Sentence) -> When | None:
    """Return the last year that is told before a sentence in its paragraph: what `the same year` means."""
    floor = max(0, sentence.start - REACH, sentence.text.rfind("\n\n", 0, sentence.start))
    dates = [d for d in find_dates(sentence.text, floor, sentence.start) if d.year and not d.is_period]
    return dates[-1] if dates else None


def _dateline(base: When | None) -> When:
    """Return a full date that a text begins with; otherwise none: `last year` counts from no other date."""
    return base if base is not None and base.start < HEAD and base.end - base.start > FULL else NO_DATE


def _is_of_next(sentence: Sentence, figure: Figure, told: Cue) -> bool:
    """True of `a year later` behind a comma or `and`, where more follows, and behind a semicolon: it dates what comes next."""
    if ";" in sentence.text[figure.end : told.start]:
        return True
    parted = ITS_OWN.search(sentence.text, figure.end, max(figure.end, told.start + 1)) is not None
    parted = parted or sentence.text.endswith("(", figure.end, told.start)
    return parted and CLOSES.match(sentence.text, told.end) is None


MEASURE = re.compile(
    r"\b(?:than|as(?:\sin)?|wie|als|que|qu['’](?:en)?|che|di|rispetto\sa|än|som|niż|co|чем|ніж|ніж\sу|göre|oranla)\s(?:in\s|en\s|w\s|в\s|у\s)?\Z"
)


def _is_measure(sentence: Sentence, figure: Figure, told: Cue) -> bool:
    """True of `326 million, ten times as much as the year before`, `6.4 against 4.7 the year before`: what an amount is measured by."""
    if figure.end > told.start:
        return False
    compared = word_pattern("comparing", sentence.language).search(sentence.text, figure.end, told.start)
    is_other = compared is not None and any(c.isdigit() for c in sentence.text[compared.end() : told.start])
    return is_other or MEASURE.search(sentence.text, figure.end, told.start) is not None


def date_figure(sentence: Sentence, figure: Figure, context: When | None) -> tuple[When | None, str]:
    """Return a figure's date and the rule that set it; a word of time without a year (`so far`) keeps off dates told before it."""
    document = sentence.document_date
    own, word = bind_date(sentence, figure.start, figure.end), find_time_word(sentence, figure.start, figure.end)
    relative = _relative_date(sentence, figure, own or context, document)
    if word and (own is None or own.end <= word.start < figure.start or figure.end <= word.start < own.start):
        own, context, document = None, None, document if word.kind == "now" else None
    if relative is NO_DATE:
        return None, ""
    dateline = document if context is None or (document and context.start == document.start) else None
    if relative is None and own is None and (monthly := date_by_month(sentence, figure, dateline)):
        return monthly, "D-MONTH"
    rule = "D-RELATIVE" if relative else "D-OWN" if own else "D-CONTEXT" if context else "D-DOCUMENT"
    return relative or own or context or document, rule


def covered_period(sentence: Sentence, figure: Figure, when: When | None) -> tuple[str | None, str | None]:
    """Return the first day covered and the day after the last (`over a decade` from the date), or None twice."""
    if when is None or when.year is None:
        return None, None
    if when.is_period:
        return when.date_start, when.date_end
    if figure.kind != "money":
        return None, None
    match = SPREAD.search(sentence.text, figure.end, min(sentence.end, figure.end + 60))
    if not match:
        return None, None
    phrase = match.group(1).lower()
    word = re.split(r"[\s-]", phrase.removeprefix("a ").removeprefix("an "))[0]
    years = _count(word)
    if years < 2 or years > 50:
        return None, None
    return f"{when.year}-01-01", f"{when.year + years}-01-01"
