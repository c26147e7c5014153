"""Reads `we` and `our` as the country whose parliament or government speaks."""

from __future__ import annotations

import re

from aidflows.bind.sentence import read_sentence
from aidflows.gazetteer.lists import load_countries, load_list
from aidflows.records import Figure, Span

WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|I|[Ww]ir|[Uu]nsere?|[Nn]ous|[Nn]otre|[Nn]os|[Nn]osotros|[Hh]emos|[Aa]bbiamo|[Vv]i|[Vv]åra?|[A-Za-zł]+aliśmy|[Bb]iz|[Мм]и|[Мм]ы|[Нн]аш\w{0,3})\b"
)
SAID = re.compile(
    r"[\"”“»’],?\s[^.]{0,60}\b(?:said|says|told|added|announced|sagte|erklärte|dijo|afirmó|declaró|señaló|ha\sdetto|ha\sdichiarato|ha\saffermato|a\saffirmé|a\sindiqué|betonte|oznajmi|mówi|повідомив|зазначив|сообщил|отметил|a\sdéclaré|a\sdit|sade|powiedział|сказал|заявил|сказав|заявив|dedi)\w*"
)
OPENING = 400  # characters in which a text says which house speaks: `Antwort der Bundesregierung`
HEAD = 100_000  # characters in which a parliament's forms of address are looked for
SPOKEN_AT = {"pl": "POL", "tr": "TUR", "it": "ITA", "uk": "UKR", "sv": "SWE"}  # languages in which `we` are one state
GIVES = frozenset({"P-GIVE", "P-AID"})


def add_speaker(text: str, figures: list[Figure], language: str = "en") -> list[Figure]:
    """Return the figures with the speaker's country as supplier where `we` give and nobody else is named (rule P-WE).

    >>> from aidflows.extraction import extract_figures
    >>> text = "Mr Speaker, Ukraine fights on. We have given Ukraine 20 howitzers."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('GBR', 'UKR')]
    """
    speaking = [_may_speak(text, f) for f in figures]
    getting = [_may_get(text, f) for f in figures]
    asked = [_is_of_us(text, f) for f in figures]
    if not any(speaking) and not any(getting) and not any(asked):
        return figures
    house = find_home(text[:HEAD]) or _asked(text, language)
    weak = _by_currency(figures) or SPOKEN_AT.get(language)
    home = house or weak
    told = _getting(figures)
    out = [
        _add(f, house or _quoted(text, f, told[f.sentence]) or weak) if speaks else f
        for f, speaks in zip(figures, speaking, strict=True)
    ]
    out = [_get(f, home) if gets and home else f for f, gets in zip(out, getting, strict=True)]
    return [_add(f, home) if of_us and home else f for f, of_us in zip(out, asked, strict=True)]


def find_speaker(text: str, figures: list[Figure], language: str = "en") -> str | None:
    """Return whose house opens a text, whom the first question of an interview is put to, or whose own money all of several amounts are in.

    One amount alone tells nothing: what China grants Djibouti is counted in francs of Djibouti.
    """
    several = sum(f.kind == "money" and f.unit not in SEVERAL for f in figures) > 1
    return find_home(text[:OPENING]) or _asked(text, language) or (_by_currency(figures) if several else None)


QUESTION = re.compile(
    r"(?<!\w)(?:Q|Question|Frage|Pregunta|Domanda|Pytanie|Вопрос|Питання|Soru|Fråga)\s?[:.]\s?(?:[^?\n]|\n(?!\n)){5,200}\?|(?:\A|\n)\s*[—–]\s(?:[^?\n]|\n(?!\n)){5,200}\?(?=\s*[—–]\s)"
)


def _asked(text: str, language: str = "en") -> str | None:
    """Return the one country that the first question of an interview names, or its subject: `Q: What has Estonia given Ukraine?`"""
    question = QUESTION.search(text[:1000])
    actors = read_sentence(text, *question.span(), language=language).actors if question else ()
    named = {a.code for a in actors if a.mark != "TO"}
    acting = {a.code for a in actors if ACTS.match(text, a.end)}
    return (acting if len(named) > 1 else named).pop() if len(named) == 1 or len(acting) == 1 else None


ACTS = re.compile(
    r"\s(?:spen[dt]|give[ns]?|gave|provide[ds]?|sen[dt]|done|do|offer(?:ed)?|suppl\w+|deliver\w*|contribut\w+|plan\w*|buy|bought|want)\b"
)


OF_US = re.compile(
    r"\b(?:from\sus|u\snas|od\snas|у\sнас|от\sнас|від\sнас|bei\suns|von\suns|chez\snous|à\snous|a\snosotros|da\snoi|av\soss|hos\soss|bizden)\b"
)


def _is_of_us(text: str, figure: Figure) -> bool:
    """True of what another buys of `us`: `Ukraina zamówiła u nas 100 wozów`."""
    is_open = figure.role == "transfer" and not figure.suppliers and "P-GET" in figure.rules
    return is_open and OF_US.search(text, *figure.sentence) is not None


# what is given to `us`, who are no party by name: `Естонія вже віддала нам зброї на 250 млн євро`
TO_US = re.compile(
    r"\b(?:нам|uns|nam|oss|bize|ci\sha(?:nno)?|nous\s(?:a|ont|avait)|nos\s(?:ha|han|dio|dieron)|gave\sus|given\sus|sent\sus)\b"
)


def _may_get(text: str, figure: Figure) -> bool:
    """True of what `we` buy, or are given, with no other recipient named."""
    if figure.role != "transfer" or figure.recipients:
        return False
    if "P-GIVE" in figure.rules and figure.suppliers:
        return TO_US.search(text, *figure.sentence) is not None
    says_we = "P-WE" in figure.rules or WE.search(text, figure.sentence[0], figure.start) is not None
    return "P-GET" in figure.rules and says_we


def _get(figure: Figure, home: str, rule: str = "P-WE") -> Figure:
    if home in figure.suppliers:
        return figure
    return figure._replace(recipients=(home,), recipient=home, in_scope=True, rules=(*figure.rules, rule))


def add_house(text: str, figures: list[Figure], *, among: str | None = None) -> list[Figure]:
    """Return the figures with the state whose house opens the text as supplier of what nobody named gives or licenses (rule P-HOUSE).

    Nobody but who gets may be named in the sentence; asked last, when whatever else tells the supplier was read, and before
    that `among` the figures of one rule, as those by which a question of a house is answered.

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Antwort der Bundesregierung: Der Ukraine wurden 20 Lastwagen überlassen.").figures
    >>> [(f.supplier, f.recipient) for f in found]
    [('DEU', 'UKR')]
    """
    house = find_home(text[:OPENING])
    if house is None:
        return figures
    if among is not None:
        filled = add_house(text, figures)
        return [new if among in old.rules else old for old, new in zip(figures, filled, strict=True)]
    getting = _getting(figures)
    out = [_add(f, house, "P-HOUSE") if _lacks_giver(f, getting[f.sentence] | {house}) else f for f in figures]
    return [_get(f, house, "P-HOUSE") if _lacks_getter(f, house) else f for f in out]


def _getting(figures: list[Figure]) -> dict[Span, set[str]]:
    """Return by sentence who gets anything in it."""
    getting: dict[Span, set[str]] = {}
    for figure in figures:
        getting.setdefault(figure.sentence, set()).update(figure.recipients)
    return getting


def _lacks_getter(figure: Figure, house: str) -> bool:
    """True of what is bought from another state by nobody named: `Agencja Uzbrojenia podpisała umowę z Hanwha`."""
    is_open = figure.role == "transfer" and bool(figure.suppliers) and not figure.recipients
    is_bought = bool({"P-GET", "P-DEAL"} & set(figure.rules)) and figure.level != "exporter_total"
    return is_open and is_bought and set(figure.named) <= {*figure.suppliers, house}


def _lacks_giver(figure: Figure, told: set[str]) -> bool:
    is_open = figure.role == "transfer" and not figure.suppliers and bool(GIVES & set(figure.rules))
    return is_open and set(figure.named) <= told


SEVERAL = frozenset({"USD", "EUR", "SEK", "NOK", "DKK", "ISK", "CZK"})  # of several countries, or written alike


def _by_currency(figures: list[Figure]) -> str | None:
    """Return whose money the amounts are in, where it is one country's own: `we` count in pounds, not in dollars or euros."""
    units = {f.unit for f in figures if f.kind == "money"} - SEVERAL
    homes = [row["iso3"] for row in load_countries().values() if units and row["iso2"] == min(units)[:2]]
    return homes[0] if len(units) == len(homes) == 1 else None


def _may_speak(text: str, figure: Figure) -> bool:
    """True of what `we` give, with nobody else named as giver."""
    is_open = figure.role == "transfer" and not figure.suppliers and bool(GIVES & set(figure.rules))
    return is_open and ("P-WE" in figure.rules or WE.search(text, figure.sentence[0], figure.start) is not None)


def _quoted(text: str, figure: Figure, getting: set[str]) -> str | None:
    """Return who speaks in the figure's sentence, and gets nothing in it: `"We approve $250 million for Ukraine," the Pentagon said`."""
    others = set(figure.named) - set(figure.recipients)
    is_told = SAID.search(text, figure.end, figure.sentence[1]) is not None
    return others.pop() if is_told and len(others) == 1 and not others & getting else None


def find_home(text: str) -> str | None:
    """Return the country whose parliament the text is spoken in, by its forms of address; None where it is none or two."""
    found = {r["iso3"] for r in load_list("houses") for words in r["words"].split("|") if words in text}
    return found.pop() if len(found) == 1 else None


def _add(figure: Figure, home: str | None, rule: str = "P-WE") -> Figure:
    if home is None or home in figure.recipients:
        return figure
    rules = figure.rules if rule in figure.rules else (*figure.rules, rule)
    return figure._replace(suppliers=(home,), supplier=home, in_scope=True, rules=rules)
