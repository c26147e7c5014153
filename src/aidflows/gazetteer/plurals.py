"""Further forms of type nouns: the cases of a plural in Russian, Ukrainian and Polish, the definite plural in Swedish."""

from __future__ import annotations

import re

PLURAL_SV = ("ar", "er", "or")
# endings of a noun in the nominative plural, with those of its instrumental, dative and prepositional
NOUNS = {
    "ru": (("ги", "г"), ("ки", "к"), ("хи", "х"), ("жи", "ж"), ("чи", "ч"), ("щи", "щ"), ("ы", ""), ("а", "")),
    "uk": (("и", ""), ("а", "")),
    "pl": (("ki", "k"), ("gi", "g"), ("ce", "c"), ("że", "ż"), ("sze", "sz"), ("cze", "cz"), ("y", ""), ("a", "")),
}
SOFT = {
    "ru": (("и", ""), ("я", "")),
    "uk": (("і", ""), ("ї", ""), ("я", "")),
    "pl": (("nie", "ni"), ("ie", "i"), ("le", "l")),
}
HARD_CASES = {"ru": ("ами", "ам", "ах"), "uk": ("ами", "ам", "ах"), "pl": ("ami", "om", "ach")}
SOFT_CASES = {"ru": ("ями", "ям", "ях"), "uk": ("ями", "ям", "ях"), "pl": ("ami", "om", "ach")}
# endings of a feminine singular, with its further cases: `korweta`, `korwetę`; `гаубица`, `гаубицу`
ONE: dict[str, dict[str, tuple[str, ...]]] = {
    "pl": {"ta": ("tę", "tą", "cie"), "ca": ("cę", "cą"), "na": ("nę", "ną"), "ka": ("kę", "ką"), "ga": ("gę", "gą")},
    "ru": {"ца": ("цу", "цей", "це"), "та": ("ту", "той", "те"), "ка": ("ку", "кой", "ке"), "на": ("ну", "ной", "не")},
    "uk": {"ця": ("цю", "цею", "ці"), "та": ("ту", "тою", "ті"), "ка": ("ку", "кою", "ці"), "на": ("ну", "ною", "ні")},
}
# a singular, or a case already: no plural is made of it
OTHER = re.compile(r"(?:ая|яя|ами|ями|ой|ої|owy|[nw]y)\Z")
SINGULAR = re.compile(r"\w(?:на|ва|ька|na|wa|ska|cza|ąca)(?:\s|\Z)")  # `пускова установка`, `haubica samobieżna`
# an adjective in the nominative plural, and its endings in the same three cases
ADJECTIVES = {
    "ru": ((re.compile(r"ые\Z"), ("ыми", "ым", "ых")), (re.compile(r"ие\Z"), ("ими", "им", "их"))),
    "uk": ((re.compile(r"(?<=[нвчсткл])і\Z"), ("ими", "им", "их")),),
    "pl": ((re.compile(r"(?<=sk)ie\Z"), ("imi", "im", "ich")), (re.compile(r"(?:(?<=[nwt])|(?<=ąc)|(?<=cz))e\Z"), ("ymi", "ym", "ych"))),
}  # fmt: skip


def more_forms(noun: str, language: str) -> list[str]:
    """Return the forms of a plural that the lists leave to rule; [] of a singular, an abbreviation or where no rule holds.

    The rules are those of the school grammars: a noun in the nominative plural and the adjectives before it (in Polish
    also behind it) take one case; what hangs on the noun in the genitive stays.

    >>> more_forms("боевые машины пехоты", "ru")
    ['боевыми машинами пехоты', 'боевым машинам пехоты', 'боевых машинах пехоты']
    >>> more_forms("haubice samobieżne", "pl")[0], more_forms("бойові машини", "uk")[0], more_forms("haubitsar", "sv")
    ('haubicami samobieżnymi', 'бойовими машинами', ['haubitsarna'])
    >>> more_forms("korweta", "pl")[:2], more_forms("гаубица", "ru")[:2]
    (['korwetę', 'korwetą'], ['гаубицу', 'гаубицей'])
    >>> more_forms("танков", "ru"), more_forms("РСЗО", "ru"), more_forms("tanks", "en")
    ([], [], [])
    """
    if language == "sv" and noun.endswith(PLURAL_SV):
        return [noun + "na"]
    if language in ONE and " " not in noun and len(noun) > 4 and noun.endswith(tuple(ONE[language])):
        ending = next(e for e in ONE[language] if noun.endswith(e))
        return [noun.removesuffix(ending) + case for case in ONE[language][ending]] + _plural(noun, language)
    return _plural(noun, language)


def _plural(noun: str, language: str) -> list[str]:
    if language not in NOUNS or not noun.replace(" ", "").isalpha() or noun.isupper():
        return []
    words = noun.split()
    shapes = [_adjective(word, language) if len(words) > 1 else None for word in words]
    head = next((n for n, shape in enumerate(shapes) if shape is None), len(words))
    cases = _noun(words[head], language) if head < len(words) else None
    if cases is None or OTHER.search(words[head]) or (len(words) > 1 and SINGULAR.search(noun)):
        return []
    shapes[head] = cases
    return [
        " ".join(word if shape is None else shape[n] for word, shape in zip(words, shapes, strict=True))
        for n in range(3)
    ]


def _adjective(word: str, language: str) -> tuple[str, ...] | None:
    for pattern, endings in ADJECTIVES[language]:
        if pattern.search(word):
            return tuple(pattern.sub(ending, word) for ending in endings)
    return None


def _noun(word: str, language: str) -> tuple[str, ...] | None:
    for table, cases in ((NOUNS, HARD_CASES), (SOFT, SOFT_CASES)):
        for ending, stem in table[language]:
            if word.endswith(ending) and len(word) > 4:
                return tuple(word.removesuffix(ending) + stem + case for case in cases[language])
    return None
