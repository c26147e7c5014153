"""Reads what preposition, case or form each name of a sentence bears."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.coordination import is_together
from aidflows.bind.groups import ends_of_including, mark_of_group
from aidflows.bind.wording import (
    ASIDE,
    BACKED,
    BEHALF,
    BELONGS,
    BENEFIT,
    BODY,
    BOUGHT_OF,
    DATELINE,
    DATIVE,
    GOVERNS_IN,
    IDEA_OF,
    LED,
    MASCULINE,
    MEMBERSHIP,
    NEIGHBOUR,
    NO_SOURCE,
    ON_THE_PART,
    OWN_IDEA,
    PLACE,
    PLACED,
    SIGNED_AT,
    SOURCED,
    SUFFIX,
    TURKISH,
    TURKISH_AID,
    TURKISH_BODY,
    TURKISH_FIRM,
    TURKISH_FOR,
    TURKISH_MADE,
    TURKISH_WITH,
    UNDER_WHICH,
)
from aidflows.gazetteer.lists import load_list
from aidflows.records import Cue

# what may stand between a preposition and a name; `an` and `a` are articles in English and prepositions elsewhere
BETWEEN = (
    "the|its|their|neighbouring|die|der|den|das|dem|des|la|le|les|l['’]|el|los|las|il|lo|gli|both|government of|governments of|"
    "government of the|Government of|Republic of|armed forces of|Armed Forces of|Armed Forces of the Republic of|Ministry of Defense of|Ministry of Defen[cs]e of the|"
    "army of|president|President|former|then|several|other|two|the Armed Forces of|navy of|Royal|royal|Hellenic|state of|people of|military of|forces of|countries like|"
    "countries such as|such as|various|både|sowohl|tant|tanto|sia|zarówno|как|як"
)
BEFORE, BEFORE_SWEDISH, BEFORE_OTHER = (
    re.compile(rf"(?:(?:^|[\s(])(?P<prep>[^\W\d_]+))?\s+(?:(?:{words}|[a-z]+-[a-z]+)\s+)*(?:[ldLD]['’])?\Z")
    for words in (f"{BETWEEN}|a|an", f"{BETWEEN}|en|ett", f"{BETWEEN}|ein|eine|einen|einem|einer")
)
# the last words of what BEFORE leaves out; any other single word before a name is its preposition
LEFT_OUT = frozenset([
    "the", "its", "their", "a", "an", "neighbouring", "die", "der", "den", "das", "dem", "des", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "both", "of", "president", "President", "former", "then", "several", "other", "two", "Forces", "Royal", "royal", "Hellenic", "like", "as", "various", "både", "sowohl", "tant", "tanto", "sia", "zarówno", "как", "як", "l", "d", "L", "D",
])  # fmt: skip
LEFT_OUT_OTHER = (LEFT_OUT - {"a", "an"}) | {"ein", "eine", "einen", "einem", "einer"}
ARTICLES = {
    "en": (LEFT_OUT, BEFORE),
    "fr": (LEFT_OUT_OTHER - {"des"}, BEFORE_OTHER),
    "sv": (LEFT_OUT_OTHER | {"en", "ett"}, BEFORE_SWEDISH),
}  # `en` is a preposition elsewhere
WORD_BEFORE = re.compile(r"[\s('’]([^\W\d_]+)\s+\Z")
ELISIONS = {"all": "TO", "dall": "FROM", "dell": "OF", "nell": "IN", "sull": "IN"}
ELIDED = re.compile(r"\b(all|dall|dell|nell|sull)['’]\Z", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:[Mm]inist(?:ry|er|ries)\sof\s(?:the\s)?[A-Z]\w+(?:(?:,|\sand|,\sand)\s(?:the\s)?[A-Z]\w+){0,3}|[Mm]inister|[Pp]resident|[Gg]overnments?|[Mm]inistry|[Pp]arliament|[Cc]abinet|[Cc]hancellor|[Ss]ecretary|Forces|Army|Republic|Kingdom|Council|Bank|Ministry\sof\sDefen[cs]e)\sof\s(?:the\s)?\Z"
    r"|(?:[Mm]inisterio|[Gg]obiernos?|[Ee]jército|Armada|Fuerza\sAérea|Fuerzas\sArmadas|[Mm]inistères?|[Gg]ouvernements?|armée|marine|forces\sarmées|[Gg]overn[oi]|[Mm]inister[oi]|[Ee]sercito|[Rr]egierung(?:en)?|[Rr]epública|[Rr]épublique)"
    r"(?:\sde\s(?:la\s)?(?:Defensa|Défense)|\sdella\sDifesa)?\s(?:de\sla\s|de\sl['’]|de\s|del\s|du\s|d['’]|della\s|dell['’]|dello\s|di\s|des\s|von\s)\Z"
)
# `Lieferungen der Bundesregierung`; after a verb it is a dative (`hat der Ukraine geliefert`)
GENITIVE = re.compile(r"(?<![^\W_])(?!Land\s)[A-ZÄÖÜ][\wäöüß-]{3,}\sder\s\Z")
# the preposition of an office, words like `military and other security forces` left out
FORCES = frozenset(["security", "armed", "military", "defense", "defence", "national", "other", "forces", "army", "navy", "force"])  # fmt: skip
LEADING = re.compile(
    r"\b(to|for|from|by|with|between)\s+(?:(?:the|a|its|military|and|other|security|national|armed|defen[cs]e|interior|federal|forces|of|for|units|members|elements|navy|army|air|force|government|governments|ministry|republic)\s+){0,10}\Z",
    re.IGNORECASE,
)
# the rest of an office's name: `to the Infrastructural Development` before `Bank of Zimbabwe`
NAMED = re.compile(r"\b(to|for|from|by|with)\s(?:the\s)?(?:[A-Z][\w'’-]+\s){1,4}\Z")
CASED_OFFICE = {
    "ru": re.compile(r"(?:[Пп]равительств[оа]|[Мм]инистерств[оа]|[Пп]резидент|[Пп]арламент|[Мм]инобороны|[Мм]инистр\w*|[Пп]ремьер\w*|[Вв]ласти|[Аа]рмия|[Гг]лава)(?:\sобороны|\sМИД)?\s\Z"),
    "uk": re.compile(r"(?:[Уу]ряди?|[Мм]іністерств[оа]|[Пп]резидент|[Пп]арламент|[Мм]іноборони|[Мм]іністр\w*|[Пп]рем['’]єр\w*|[Вв]лада|[Аа]рмія|[Гг]лава)(?:\sоборони)?\s\Z"),
    "pl": re.compile(r"(?:[Rr]ząd[y]?|[Mm]inisterstw[oa]|[Pp]rezydent|[Pp]arlament|[Pp]remier|[Mm]inister|[Aa]rmia|[Ww]ładze)(?:\s[Oo]brony)?(?:\s[Nn]arodowej)?\s\Z"),
}  # fmt: skip
# `the Ukraine Supplemental Appropriations Act`: a country in a title is whom the act is for
TITLED = re.compile(r"(?:\s(?:and\s)?[A-Z][\w-]+){0,5}\s(?:Act|Fund|Facility|Initiative|Package|Plan|Project)\b")
GENITIVES = frozenset({"de", "del", "della", "dello", "di", "dei", "degli", "du", "des", "da", "dal", "dalla", "dall"})
TOGETHER = frozenset({"with", "mit", "de", "du", "con", "a", "alla", "al", "ai", "agli", "med", "jämte", "alongside"})
AIDING = frozenset({"of", "aid", "support", "help", "assist", "benefit"})
ARTICLE = re.compile(r"\b(?:[Tt]he|an?|this|its|new|additional|Additional)\s\Z")
FORERUNNERS = re.compile(
    r"(?:(?:,|\sund)\s[A-ZÄÖÜ][\w-]+)*\s(?:ebenfalls|auch|nun\sauch|jetzt\sauch|als\s(?:zweit|dritt|viert|fünft)\w+)\b"
)
FALLS_ON = re.compile(r"\b(?:entfiel|entfall)\w*")
WHITHER = re.compile(r"\b(?:in\s(?:die|den)|ins)\s\Z")  # `schickte Radare in den Tschad`; `in den USA` is where
PLURALS = ("USA", "Staaten", "Niederlanden", "Emiraten", "Philippinen", "Ländern", "Malediven", "VAE")
ADJECTIVE = re.compile(r"[A-ZÄÖÜ][\wäöüß]{3,}\s[a-zäöü]\w+er\Z")
TOLD = frozenset({"Congress", "Parliament", "parliament", "Senate"})


@cache
def prepositions(language: str) -> dict[str, str]:
    """Return the marks of prepositions and of `and`, of English and one more language: the article `a` is no Spanish `a`."""
    rows = load_list("prepositions")
    return {r["word"]: r["mark"] for lang in ("", "en", language) for r in rows if r["lang"] == lang}


def _preposition(text: str, start: int, floor: int, language: str) -> str:
    """Return the word before a name, articles and words like `government of` left out."""
    if language in ("fr", "it") and text.endswith(("d'", "d’", "D'", "D’"), floor, start):
        return "de" if language == "fr" else "di"
    near = WORD_BEFORE.search(text, max(floor, start - 20), start)
    left_out, pattern = ARTICLES.get(language, (LEFT_OUT_OTHER, BEFORE_OTHER))
    if near is not None and language == "tr" and text[near.start()] in "'’":
        return ""  # `Norveç'in İsveç obüsleri`: an ending, no preposition
    if near is not None and near.group(1) not in left_out:
        return near.group(1).lower()  # by far the commonest: no need to look further
    for reach in (24, 90):  # a match that begins at the edge of what is looked at may begin before it
        low = max(floor, start - reach)
        before = pattern.search(text[low:start])
        if before is None or before.start() or low == floor:
            break
    return (before.group("prep") or "").lower() if before else ""


def is_own_idea(text: str, cue: Cue, floor: int) -> bool:
    """True of `the Czech ammunition initiative`, `a Czech-led drive`: it neither gives nor gets.

    >>> is_own_idea("the Czech initiative", Cue(4, 9, "actor", ("CZE", "demonym", "")), 0)
    True
    >>> is_own_idea("the Czech army", Cue(4, 9, "actor", ("CZE", "demonym", "")), 0)
    False
    """
    if LED.match(text, cue.end):
        return True
    named = OWN_IDEA.match(text, cue.end) or IDEA_OF.search(text, max(floor, cue.start - 16), cue.start)
    return named is not None and cue.value[1] == "demonym"


def _form(text: str, cue: Cue, floor: int, language: str) -> str | None:
    """Return what the form of a name or the words right beside it say, before any preposition is looked for."""
    if is_own_idea(text, cue, floor) or BACKED.match(text, cue.end):
        return "IN"  # `Czech-led purchases` are not Czech ones
    if MEMBERSHIP.match(text, cue.end):
        return "IN"  # `cleared the way for NATO entry`
    if cue.value[1] == "company" and BELONGS.search(text, max(floor, cue.start - 40), cue.start):
        return "IN"
    if cue.start == floor and DATELINE.match(text, cue.end):
        return "IN"  # `QUITO.- El embajador`, `ROME, 9 November – Leonardo`
    if language == "tr" and TURKISH_WITH.match(text, cue.end):
        return "WITH"
    if language == "tr" and TURKISH_FOR.match(text, cue.end):
        return "TO"  # `Ukrayna için mühimmat`
    if language == "tr" and text.startswith((" üzerinden", " aracılığıyla"), cue.end):
        return "IN"  # by way of whom
    if language == "tr" and TURKISH_MADE.match(text, cue.end):
        return "IN"  # `Alman yapımı`: whose make a thing is
    if language == "tr" and TURKISH_AID.match(text, cue.end):
        return "GEN"  # `28 milyon dolarlık ABD yardımı`
    if language == "tr" and (firm := TURKISH_FIRM.match(text, cue.end)):
        return "FROM" if firm["source"] else "TO"
    if language == "tr" and (body := TURKISH_BODY.match(text, cue.end)):
        return "FROM" if body.group(1) in ("ndan", "nden") else "TO"
    suffix = SUFFIX.match(text, cue.end)
    if suffix and suffix.group("tr") in TURKISH:
        return TURKISH[suffix.group("tr")]
    if language in ("es", "it") and text.endswith((" a ", " A "), max(floor, cue.start - 3), cue.start):
        is_place = SIGNED_AT.search(text, max(floor, cue.start - 40), cue.start)
        is_bought = BOUGHT_OF.search(text, max(floor, cue.start - 40), cue.start)
        mark = "IN" if is_place else "FROM" if is_bought else "TO"  # in English `a` is an article
        return "WITH" if is_together(text, cue.start, cue.end, language) else mark  # `junto a París`
    if language == "it" and ON_THE_PART.search(text, max(floor, cue.start - 24), cue.start):
        return "BY"  # `da parte dell'Estonia`, before the elided preposition alone is read
    if language == "it" and (elided := ELIDED.search(text, max(floor, cue.start - 7), cue.start)):
        return ELISIONS[elided.group(1).lower()]
    return None


def _phrase(text: str, cue: Cue, floor: int, prep: str, language: str) -> str | None:
    """Return what a phrase of several words before a name, or a title behind it, says; `prep` tells which may stand there."""
    head = max(floor, cue.start - 60)
    is_titled = cue.value[1] == "country" and text[cue.end + 1 : cue.end + 2].isupper() and TITLED.match(text, cue.end)
    if is_titled and ARTICLE.search(text, head, cue.start):
        return "TO"
    if prep in TOGETHER and is_together(text, cue.start, cue.end, language):
        return "WITH"
    if prep in AIDING and BENEFIT.search(text, head, cue.start):
        return "TO"
    if prep in GENITIVES and ON_THE_PART.search(text, head, cue.start):
        return "BY"
    if prep in GENITIVES and SOURCED.search(text, head, cue.start):
        return "FROM"
    if prep == "in" and WHITHER.search(text, head, cue.start) and not text.endswith(PLURALS, cue.start, cue.end):
        return "TO"
    if prep in ("in", "i") and GOVERNS_IN.search(text, head, cue.start):
        return ""
    if prep in ("of", "and") and BEHALF.search(text, head, cue.start):
        return "BY"
    if prep in ("neighbouring", "neighboring", "bordering", "around") and NEIGHBOUR.search(text, head, cue.start):
        return "IN"
    if prep == "from" and NO_SOURCE.search(text, head, cue.start):
        return "IN"
    if prep in ("à", "au", "aux") and BOUGHT_OF.search(text, head, cue.start):
        return "FROM"
    if prep in ("a", "à", "en", "in", "w", "в", "у", "i") and SIGNED_AT.search(text, head, cue.start):
        return "IN"
    is_behind_comma = text.endswith(",", floor, cue.start - 1)
    return "IN" if is_behind_comma and PLACED.match(text, cue.end) and PLACE.search(text, head, cue.start) else None


def _body(text: str, cue: Cue, floor: int, language: str) -> str | None:
    """Return what the preposition of a force says, before its country's adjective: `consegnerà alla Marina indonesiana`."""
    if cue.value[1] != "demonym" or language not in ("fr", "es", "it"):
        return None
    body = BODY.search(text, max(floor, cue.start - 60), cue.start)
    return prepositions(language).get(body.group("prep").lower(), "") if body else None


def _by_case(case: str, prep: str, mark: str) -> str | None:
    """Return what the case of a name says, alone or with its preposition; None where the preposition alone tells."""
    if prep in ("z", "ze", "з", "із", "зі", "с", "со") and case == "WITH":
        return "WITH"  # `umowę ze Szwecją`: with; `ze Szwecji` is from
    if prep in ("на", "в", "у", "na") and case == "OBJ":
        return "TO"  # `на Украину`: into, where the other case says in
    if case == "GEN" and prep in ("gegen", "mot"):
        return "GEN"  # `gegen Norwegens Verkauf`
    if mark in ("", "AND"):
        return mark if case == "OBJ" and mark else case
    return None


def _of_office(text: str, start: int, floor: int, language: str) -> str:
    """`the government of Canada` acts as Canada: what stands before the office counts."""
    if language != "en":  # `ha firmato con il ministero della Difesa della Malesia`
        mark = prepositions(language).get(_preposition(text, start, floor, language), "")
        return mark if mark == "WITH" else ""
    led = LEADING.search(text, max(floor, start - 70), start) or NAMED.search(text, max(floor, start - 70), start)
    if led is not None:
        return prepositions("en")[led.group(1).lower()]
    return "TO" if BENEFIT.search(text, max(floor, start - 60), start) else ""


def _german_case(text: str, cue: Cue, floor: int) -> str | None:
    """Return what a German article or adjective right before a name says; a city bears no article: `Ankara, den London warnt`."""
    if ADJECTIVE.search(text, max(floor, cue.start - 24), cue.end):
        return "OF"  # `zur Ausbildung ukrainischer Soldaten`
    if text.endswith((" dem ", "Dem "), 0, cue.start):
        is_dative = text.endswith(MASCULINE, cue.start, cue.end)  # `dem Tschad`; `mit dem Schweden` goes on
        return "TO" if is_dative else ""
    if cue.value[1] != "capital" and DATIVE.search(text, max(0, cue.start - 4), cue.start):
        return "" if text.endswith(MASCULINE, cue.start, cue.end) else "TO"
    return None


def find_mark(text: str, cue: Cue, floor: int, language: str) -> str:
    """Return what the preposition, case or form of a name says: TO, FROM, BY, WITH, OF, IN, AGAINST, GEN, AND, or nothing."""
    form = _form(text, cue, floor, language)
    if form is not None:
        return form
    prep = _preposition(text, cue.start, floor, language)
    if prep in ends_of_including(language):
        grouped = mark_of_group(text, cue.start, floor, language, marks=prepositions(language))
        if grouped is not None:
            return grouped
    form = _phrase(text, cue, floor, prep, language)
    form = _body(text, cue, floor, language) if form is None else form
    if form is not None:
        return form
    mark = prepositions(language).get(prep, "")
    if mark in ("OF", "BY") and prep not in ("by", "par", "por", "av"):
        office = OFFICE.search(text, max(floor, cue.start - 40), cue.start)
        if office:
            return _of_office(text, office.start(), floor, language)
    if prep == "to" and ASIDE.search(text[max(floor, cue.start - 40) : cue.start]):
        return "IN"  # `according to the Bulgarian ministry` gets nothing
    if prep == "auf" and language == "de":  # `auf Mali entfielen 1,3 Milliarden`, `der Angriff auf die Ukraine`
        return "TO" if FALLS_ON.search(text, floor, cue.end + 12) else "AGAINST"
    if prep == "nach" and UNDER_WHICH.search(text, max(floor, cue.start - 16), cue.start):
        return ""  # `ein Abkommen, nach dem Lima zwölf Boote erhält`: the subject of a clause
    if prep == "nach" and FORERUNNERS.match(text, cue.end):
        return "AGAINST"  # `kauft nach Oslo und Riga ebenfalls`: who did it before, no source either
    if prep == "to" and text[cue.start : cue.end] in TOLD:
        return "IN"  # `was notified to Congress`: who is told gets nothing
    if not mark and language == "en" and prep in FORCES:  # `to military and other forces of the Government of X`
        led = LEADING.search(text, max(floor, cue.start - 110), cue.start)
        mark = prepositions("en")[led.group(1).lower()] if led else ""
    if language in CASED_OFFICE and CASED_OFFICE[language].search(text, max(floor, cue.start - 40), cue.start):
        return ""  # `Уряд Японії` acts as Japan
    if ":" in cue.value[1] and (cased := _by_case(cue.value[1].split(":")[1], prep, mark)) is not None:
        return cased
    if mark == "" and language == "de" and (form := _german_case(text, cue, floor)) is not None:
        return form
    is_at = language == "en" and prep in ("at", "against", "over", "about", "on")  # `protested at Norway's sale`
    return "GEN" if (mark in ("", "AND") or is_at) and SUFFIX.match(text, cue.end) else mark
