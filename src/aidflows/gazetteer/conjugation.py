"""Forms of verbs of giving and getting, built from stems and the endings of each language."""

from __future__ import annotations

from functools import cache

from aidflows.gazetteer.lists import Row, load_list


@cache
def _endings() -> dict[tuple[str, str], list[str]]:
    return {(row["lang"], row["pattern"]): row["endings"].split("|") for row in load_list("conjugations")}


def load_verbs(language: str) -> list[Row]:
    """Return the verbs of English and one more language, in file order.

    >>> sorted({row["lang"] for row in load_verbs("pl")})
    ['en', 'pl']
    """
    return [row for row in load_list("verbs") if row["lang"] in ("en", language)]


def conjugated(verb: Row) -> list[str]:
    """Return the forms of a row of verbs: each of its stems in each of the endings of its pattern, `~` the stem.

    >>> conjugated({"lang": "en", "pattern": "past", "stems": "rent|hand"})
    ['rented', 'renting', 'handed', 'handing']
    """
    endings = _endings()[verb["lang"], verb["pattern"]]
    return [ending.replace("~", stem) for stem in verb["stems"].split("|") for ending in endings]


# endings of the past in the feminine -> those of the masculine, neuter and plurals
AGREEING = {
    "ru": (("лась", ("лся", "лось", "лись")), ("ла", ("л", "ло", "ли"))),
    "uk": (("лася", ("вся", "лося", "лися")), ("ла", ("в", "ло", "ли"))),
    "pl": (("ęła", ("ął", "ęło", "ęły", "ęli")), ("ła", ("ł", "ło", "ły", "li"))),
}


def agreeing(phrase: str, language: str) -> list[str]:
    """Return a phrase whose verb is a past feminine with the other genders and numbers; [] of any other phrase.

    >>> agreeing("подписала контракт", "ru"), agreeing("przyjęła", "pl"), agreeing("sold", "en")
    (['подписал контракт', 'подписало контракт', 'подписали контракт'], ['przyjął', 'przyjęło', 'przyjęły', 'przyjęli'], [])
    """
    words = phrase.split(" ")
    for n, word in enumerate(words):
        for ending, others in AGREEING.get(language, ()):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return [" ".join([*words[:n], word.removesuffix(ending) + new, *words[n + 1 :]]) for new in others]
    return []
