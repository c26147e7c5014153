"""Tells names that stand in one list: `Kenya, Ghana and Chad`, `sia al Kenya sia al Ghana`, `Кении, так и Гане` (coordinators.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.recognise.tokens import magnitudes
from aidflows.recognise.wordlists import alternatives, listed_words

BODY = r"(?:\s(?:Navy|Army|Air\sForce|Armed\sForces|Marines|government|military|navy|army|air\sforce))?"
ARTICLE = r"(?:(?:the|die|der|den|dem|les|le|la|los|las|el|il|gli|i)\s+|l['’])?(?:then\s+)?"
CLAUSE = re.compile(r",\s(?:der|die|das|den|dem)\s")  # before a city, which bears no article, a clause begins
CLOSING = re.compile(r",\s(?:and|or)\s")  # the last name of an English list may have a comma before its conjunction


@cache
def joints() -> str:
    """Return a pattern of the words of all languages that join names or counts in a list.

    >>> bool(re.fullmatch(joints(), "as well as")), bool(re.fullmatch(joints(), "than"))
    (True, False)
    """
    words = alternatives(listed_words("coordinators", column="joints"))
    return rf"(?:{words})(?:(?!\w)|(?<=['’]))"


@cache
def _aside() -> str:
    """Return the pattern of a count in brackets behind a name: `to Mali (24), Oman (19 units) and Chad (3)`; sums are told apart elsewhere."""
    return rf"(?:\s\(\d{{1,4}}(?:\s(?!(?:{alternatives(list(magnitudes()))})\b)[^\W\d_]+)?\))?"


@cache
def _coordinate() -> re.Pattern[str]:
    return re.compile(rf"{BODY}{_aside()}(?:\s*[,/&]|,?\s+{joints()})\s*{ARTICLE}")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"{_aside()}\s*(?:[,)&]|\Z|{joints()})")


@cache
def _preposed(language: str) -> re.Pattern[str]:
    words = [
        row["word"] for row in load_list("prepositions") if row["lang"] in ("", "en", language) and row["mark"] != "AND"
    ]
    elided = r"|d['’]|all['’]|dall['’]"
    suffix = r"(?:['’][a-zçğıöşü]{1,4})?" if language == "tr" else ""  # `hem Kenya'ya hem de Gana'ya`
    words += [""] if language == "tr" else []
    return re.compile(rf"{suffix}{_aside()}(?:,|,?\s{joints()})\s?(?:(?:{alternatives(words)})\s{ARTICLE}{elided})")


def is_coordinate(text: str, start: int, end: int) -> bool:
    """True where nothing but a comma or a conjunction of any language, and an article, stands between two names.

    >>> [is_coordinate(text, 5, len(text) - 4) for text in ("Kenya and Chad", "Kenia als auch Chad", "Kenya gave Chad")]
    [True, True, False]
    """
    return _coordinate().fullmatch(text, start, end) is not None


def goes_on(text: str, end: int) -> bool:
    """True where a list may go on, or end, behind a name.

    >>> goes_on("to Kenya, Ghana and Chad", 15), goes_on("In Paris, France pledges", 16)
    (True, False)
    """
    return _goes_on().match(text, end) is not None


def is_preposed_again(text: str, start: int, end: int, language: str) -> bool:
    """True where a preposition stands before each name: `au Kenya, au Ghana et au Tchad`.

    >>> is_preposed_again("au Kenya, au Ghana", 8, 13, "fr"), is_preposed_again("au Kenya pour le Ghana", 8, 17, "fr")
    (True, False)
    """
    return _preposed(language).fullmatch(text, start, end) is not None


def is_together(text: str, start: int, end: int, language: str) -> bool:
    """True of a name behind `together with`, before `ile birlikte` in Turkish: it acts with the subject.

    >>> is_together("Together with Norway", 14, 20, "en"), is_together("a deal with Norway", 12, 18, "en")
    (True, False)
    """
    if language == "tr":
        return _together("tr").match(text, end) is not None
    return _together(language).search(text, max(0, start - TOGETHER_REACH), start) is not None


TOGETHER_REACH = 40  # characters of the longest phrase and an article


@cache
def _together(language: str) -> re.Pattern[str]:
    rows = {row["lang"]: row["together"] for row in load_list("coordinators")}
    words = alternatives([w for lang in ("en", language) for w in rows.get(lang, "").split("|") if w])
    if language == "tr":
        return re.compile(rf"(?:\sile|['’]?[yl][ae])\s(?:{words})\b")
    return re.compile(rf"(?<!\w)(?i:{words})\s?{ARTICLE}\Z")
