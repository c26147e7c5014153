"""Tells what may stand between a count and the noun it counts: adjectives, names, calibres and sizes (between.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.recognise.attributes import find_attribute_ends
from aidflows.recognise.numbers import TURKISH_CASE
from aidflows.recognise.wordlists import alternatives, listed_words

CALIBRE = re.compile(
    r"(?P<list>\d{2,3}(?:\.\d+)?(?:\s*(?:and|,|/|&|or)\s*\d{2,3}(?:\.\d+)?)*)[\s-]?(?:mm|millimet(?:er|re))\b",
    re.IGNORECASE,
)
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# adjectives that stand before the noun in other languages, by what they look like
ADJECTIVES = {
    "en": r"(?!(?:including|during|according|using|having|being|following|killed|wounded|injured|displaced|hundred)\b)[a-z]{2,}(?:ed|al|ic|ive|able|ible|ous|ary|ful|ern|ing|ory|ile)|(?!(?:only|early|nearly|roughly)\b)[a-z]{2,}ly(?=\s[a-z-]+(?:ed|en|ilt|ght|ble)\b)|previously",
    # plural adjectives before a noun; no nouns of time, people and units
    "fr": r"(?!(?:ans|mois|jours|heures|semaines|années|pays|fois|soldats|hommes|femmes|personnes|morts|blessés|bataillons|brigades|régiments|compagnies|escadrons|firmes|entreprises|kilomètres|mètres|minutes|dans|sous|sans|vers|plus|après|depuis|mais|puis|alors|avions|jusque|tandis|hors)\b)[a-zàâçéèêëîïôûùüÿœ]{3,}[sx]",
    "es": r"(?!(?:años|meses|días|horas|semanas|países|millones|miles|veces|soldados|hombres|mujeres|personas|muertos|heridos|batallones|brigadas|regimientos|compañías|empresas|kilómetros|metros|minutos|entonces|después|antes|apenas)\b)[a-záéíóúñü]{3,}(?:os|as|es)",
    "it": r"(?!(?:anni|mesi|giorni|ore|settimane|paesi|milioni|miliardi|volte|soldati|uomini|donne|persone|morti|feriti|battaglioni|brigate|reggimenti|compagnie|aziende|chilometri|metri|minuti|come|dove|oltre|anche|oppure|mentre|nelle|dalle|alle|delle|sulle|degli|negli|dagli|agli|sugli|prime|pure|cioè|quindi)\b)[a-zàèéìòù]{3,}[ie]",
    "de": r"(?!(?:von|der|die|das|und|mit|für|bis|im|in|am|an|auf|nach|zu|aus|bei|um|sind|wurden|waren)\b)[a-zäöüß-]{3,}",
    "sv": r"(?!(?:och|för|med|av|till|från|som|att|är|var)\b)[a-zåäö-]{3,}[ea]",
    "ru": r"[а-яё-]+(?:ых|их|ые|ие|ого|его|ой|ей|ный|ная|ную|ую)", "uk": r"[а-яіїєґ'’-]+(?:их|іх|і|ого|ої|ний|на|ну)",
    "pl": r"[a-ząćęłńóśźż-]+(?:ych|ich|e|y|ie|owe|owych)", "tr": r"(?!(?:ve|ile|için|olan|bir|ülke\w*|firma\w*|şirket\w*|yıl\w*|gün\w*|kişi\w*|ordu\w*)\b)[a-zçğıöşü]{3,}",
}  # fmt: skip


# a noun or adjective that no list has (`6 mobile decontamination vehicles`); no plural, no verb form, no word of grammar, time or measure
UNLISTED = (
    r"(?<=[\s\u00a0])(?!(?:with|from|that|this|these|those|when|where|which|what|over|into|onto|near|against|about|after|before|behind|during|since|until|while|than|then|them|they|there|have|been|will|would|could|should|might|must|also|both|each|every|only|just|even|once|many|much|most|some|year|month|week|hour|minute|second|percent|people|crew|staff|personnel"
    r"|dollar|euro|pound|crown|metre|meter|kilometre|kilometer|mile|inch|foot|tonne|barrel|gallon|litre|liter|acre|degree|megawatt|horsepower|calib\w+|warhead|million|billion|thousand|under|between|through|without|within|across|along|around|toward|upon|were|came|went|gave|sold|sent|made|took|drove|flew|said|told|because|although|though|however|unlike|apart|away|back|down|here|abroad|home|dead)\b)"
    r"[a-z]{4,}(?<!s)(?<!ed)(?<!ing)(?<!ly)(?<!th)(?=\s(?!of\b))"
)


@cache
def _or_more(language: str) -> str:
    """Return what qualifies a count behind it in any language's own words: `50 or more tanks`, `50 ou plus`."""
    words = listed_words("qualifiers", "en", language, column="phrase", side="after", qualifier="at_least")
    return rf"(?:or\sso|{alternatives(words)})"


def told_between(text: str, start: int, end: int, *, language: str) -> str:
    """Return what qualifies a count between it and its thing, and nothing of any other words: `50'den fazla tank`, `50 or more tanks`.

    >>> told_between("50 or more tanks", 2, 11, language="en"), told_between("50 more tanks", 2, 8, language="en")
    (' or more ', '')
    """
    told = text[start:end]
    return told if language == "tr" or re.match(rf"\s{_or_more(language)}\s", told) else ""


@cache
def between_pattern(language: str = "en") -> re.Pattern[str]:
    """Return the pattern of what may stand between a count and its item: listed words, names, calibres, sizes.

    A capital opens a maker's name or a demonym (`20 Swedish Bofors guns`); a month does not, or dates would count.
    """
    words = alternatives(listed_words("between"))
    names = rf"(?!{MONTH}\b)(?:[A-ZÀ-ÞĆČĎĐĞİŁŃŌŐŘŚŞŠŤŪŮŹŻŽ][\w'’.&/-]*|[А-ЯІЇЄ][\w'’-]*)"
    sizes = r"[4-8]\s?[x×]\s?[4-8]|(?:\d{1,3}(?:[.,]\d+)?[\s-]?(?:mm|мм)(?:['’]l[iı]k)?)|[a-z]+-[a-z-]+|\d+-?(?:metre|meter|foot|ton|tonne)|\([0-9,]+\)|[\w-]+-(?:class|type|series|made|built)"
    sizes += rf"|{UNLISTED}" if language == "en" else ""
    joined = r"[A-Z]{2,4}\sand" + (f"|{ADJECTIVES[language]}" if language in ADJECTIVES else "")
    more = rf"|{TURKISH_CASE}" if language == "tr" else ""
    of = r"(?:d[e']\s*|d’|di\s+)?" if language in ("fr", "es", "it") else ""
    return re.compile(
        rf"^(?P<sep>\s?[x×]\s?|[\s\u00a0]+|-{more}){of}(?:{_or_more(language)}\s)?(?:(?:{words}|{joined}|{sizes}|{names}),?[\s\u00a0]+(?:(?:and|or|und|et|y|e|och|i|и|та)\s(?=[\w-]+\s|\Z))?){{0,6}}[«\"“„'(]?\Z"
    )


def leads_on(rest: str, language: str) -> bool:
    """True of what may stand between a count and its noun: words that are listed, or an attribute and such words."""
    pattern = between_pattern(language)
    return bool(pattern.match(rest)) or any(pattern.match(rest[end:]) for end in find_attribute_ends(rest, language))
