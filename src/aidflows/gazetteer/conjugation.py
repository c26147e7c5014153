"""Forms of verbs of giving and getting, built from stems and the endings of each language."""

from __future__ import annotations

import re
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


# what `he` or `they` do -> what `we` do: endings of a word, the longer first; a past in two words by its auxiliary
OURS = {
    "fr": (("ra", "rons"),),
    "es": (("rá", "remos"), ("ió", "imos"), ("ó", "amos")),
    "it": (("rà", "remo"),),
    "pl": (("li", "liśmy"), ("że", "żemy"), ("śle", "ślemy"), ("je", "jemy"), ("czy", "czymy"), ("pi", "pimy"), ("mi", "mimy"), ("da", "damy"), ("ma", "mamy"), ("ska", "skamy")),
    "ru": (("даст", "дадим"), ("ит", "им"), ("ёт", "ём"), ("ет", "ем")),
    "uk": (("дасть", "дамо"), ("ить", "имо"), ("є", "ємо"), ("шле", "шлемо")),
    "tr": (("ecek", "eceğiz"), ("acak", "acağız"), ("iyor", "iyoruz"), ("ıyor", "ıyoruz"), ("üyor", "üyoruz"), ("uyor", "uyoruz"), ("ti", "tik"), ("di", "dik"), ("dı", "dık"), ("tı", "tık")),
}  # fmt: skip
HAVING = {
    "fr": {"a": "avons", "ont": "avons"},
    "es": {"ha": "hemos", "han": "hemos"},
    "it": {"ha": "abbiamo", "hanno": "abbiamo"},
}


def of_us(phrase: str, language: str) -> list[str]:
    """Return a phrase whose verb tells what another does or did, as `we` say it; [] of any other phrase.

    >>> of_us("livrera", "fr"), of_us("ha donato", "it"), of_us("przekaże", "pl"), of_us("satın alacak", "tr"), of_us("sold", "en")
    (['livrerons'], ['abbiamo donato'], ['przekażemy'], ['satın alacağız'], [])
    """
    words = phrase.split(" ")
    if len(words) > 1 and words[0] in HAVING.get(language, ()):
        return [" ".join([HAVING[language][words[0]], *words[1:]])]
    at = len(words) - 1 if language == "tr" else 0
    for ending, ours in OURS.get(language, ()):
        if words[at].endswith(ending) and len(words[at]) > len(ending) + 1:
            return [" ".join([*words[:at], words[at].removesuffix(ending) + ours, *words[at + 1 :]])]
    return []


WE_DO = {
    "fr": r"(?:rons|avons)", "es": r"(?:[aei]mos|hemos)", "it": r"(?:remo|abbiamo)", "pl": r"(?:[eyia]my|liśmy)", "ru": r"(?:дадим|[иеё]м)", "uk": r"(?:амо|имо|ємо|емо)",
    "tr": r"(?:eceğiz|acağız|[ıiuü]yoruz|[dt][ıi]k)",
}  # fmt: skip


@cache
def says_we(verb: str, language: str) -> bool:
    """Tell whether the form of a verb says that `we` do it.

    >>> says_we("przekażemy", "pl"), says_we("abbiamo donato", "it"), says_we("ha donato", "it")
    (True, True, False)
    """
    ending = WE_DO.get(language)
    return ending is not None and re.search(rf"{ending}(?!\w)", verb) is not None
