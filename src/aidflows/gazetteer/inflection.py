"""Forms of names: designations in Cyrillic, case forms of countries, adjectives of countries in ten languages."""

from __future__ import annotations

import re

EASTERN = frozenset({"RUS", "SUN", "UKR", "BLR"})
CYRILLIC = (
    ("MiG-", ("МиГ-", "МіГ-")), ("Su-", ("Су-",)), ("Mi-", ("Ми-", "Мі-")), ("Ka-", ("Ка-",)), ("Tu-", ("Ту-",)), ("Il-", ("Ил-", "Іл-")), ("An-", ("Ан-",)),
    ("Yak-", ("Як-",)), ("BTR-", ("БТР-",)), ("BMP-", ("БМП-",)), ("BMD-", ("БМД-",)), ("BRDM-", ("БРДМ-",)), ("BM-", ("БМ-",)), ("T-", ("Т-",)), ("S-", ("С-",)),
    ("Kh-", ("Х-",)), ("2S", ("2С",)), ("9K", ("9К",)), ("9M", ("9М",)), ("D-", ("Д-",)), ("RPG-", ("РПГ-",)), ("AK-", ("АК-",)), ("TOS-", ("ТОС-",)), ("MT-", ("МТ-",)),
    ("Pantsir", ("Панцирь", "Панцир")), ("Buk", ("Бук",)), ("Tor", ("Тор",)), ("Osa", ("Оса",)), ("Igla", ("Игла", "Ігла")), ("Strela", ("Стрела", "Стріла")),
    ("Iskander", ("Искандер", "Іскандер")), ("Kornet", ("Корнет",)), ("Konkurs", ("Конкурс",)), ("Grad", ("Град",)), ("Smerch", ("Смерч",)), ("Uragan", ("Ураган",)),
    ("Tochka", ("Точка",)), ("Bastion", ("Бастион", "Бастіон")), ("Kalibr", ("Калибр", "Калібр")), ("Metis", ("Метис",)), ("Fagot", ("Фагот",)),
)  # fmt: skip
LATIN_TAILS = str.maketrans(
    {
        "M": "М",
        "A": "А",
        "B": "В",
        "K": "К",
        "T": "Т",
        "C": "С",
        "S": "С",
        "V": "В",
        "E": "Е",
        "P": "П",
        "I": "И",
        "D": "Д",
        "U": "У",
    }
)


def cyrillic_forms(name: str) -> list[str]:
    """Return how a designation of the former Soviet makers is written in Russian and Ukrainian; [] where no rule holds.

    >>> cyrillic_forms("Su-30MKI"), cyrillic_forms("Pantsir-S1"), cyrillic_forms("Leopard 2")
    (['Су-30МКИ'], ['Панцирь-С1', 'Панцир-С1'], [])
    """
    for latin, forms in CYRILLIC:
        tail = name.removeprefix(latin)
        if tail != name and (not tail or not tail[0].islower()) and len(tail) <= 8:
            return [form + tail.translate(LATIN_TAILS) for form in forms]
    return []


# endings of names of countries: nominative ending -> (ending, what the case says without a preposition)
CASES = {
    "ru": (("ей", ("ея", "GEN"), ("ею", "TO"), ("еем", "WITH")), ("ий", ("ия", "GEN"), ("ию", "TO"), ("ием", "WITH"), ("ии", "IN")), ("во", ("ва", "GEN"), ("ву", "TO"), ("вом", "WITH"), ("ве", "IN")), ("ия", ("ии", "TO"), ("ию", "OBJ"), ("ией", "WITH")), ("ай", ("ая", "GEN"), ("аю", "TO"), ("аем", "WITH"), ("ае", "IN")), ("ь", ("я", "GEN"), ("ю", "TO"), ("ем", "WITH"), ("е", "IN")), ("га", ("ги", "GEN"), ("ге", "TO"), ("гу", "OBJ"), ("гой", "WITH")), ("ка", ("ки", "GEN"), ("ке", "TO"), ("ку", "OBJ"), ("кой", "WITH")), ("ха", ("хи", "GEN"), ("хе", "TO"), ("ху", "OBJ"), ("хой", "WITH")), ("а", ("ы", "GEN"), ("е", "TO"), ("у", "OBJ"), ("ой", "WITH")), ("я", ("и", "GEN"), ("е", "TO"), ("ю", "OBJ")), ("ины", ("ин", "GEN"), ("инам", "TO"), ("инами", "WITH"))),
    "uk": (("во", ("ва", "GEN"), ("ву", "TO"), ("вом", "WITH"), ("ві", "IN")), ("га", ("ги", "GEN"), ("зі", "TO"), ("гу", "OBJ"), ("гою", "WITH")), ("ща", ("щі", "TO"), ("щу", "OBJ"), ("щею", "WITH")), ("ка", ("ки", "GEN"), ("ці", "TO"), ("ку", "OBJ"), ("кою", "WITH")), ("іни", ("ін", "GEN"), ("інам", "TO"), ("інами", "WITH")), ("ія", ("ії", "TO"), ("ію", "OBJ"), ("ією", "WITH")), ("ай", ("аю", "TO"), ("аєм", "WITH")), ("а", ("и", "GEN"), ("і", "TO"), ("у", "OBJ"), ("ою", "WITH"))),
    "pl": (("wo", ("wa", "GEN"), ("wu", "TO"), ("wem", "WITH"), ("wie", "IN")), ("no", ("na", "GEN"), ("nu", "TO"), ("nem", "WITH"), ("nie", "IN")), ("eb", ("ebia", "GEN"), ("ebiowi", "TO"), ("ebiem", "WITH"), ("ebiu", "IN")), ("ra", ("ry", "GEN"), ("rze", "TO"), ("rę", "OBJ"), ("rą", "WITH")), ("la", ("li", "GEN"), ("li", "TO"), ("lę", "OBJ"), ("lą", "WITH")), ("ż", ("ża", "GEN"), ("żowi", "TO"), ("żem", "WITH")), ("da", ("dy", "GEN"), ("dzie", "TO"), ("dę", "OBJ"), ("dą", "WITH")), ("ta", ("ty", "GEN"), ("cie", "TO"), ("tę", "OBJ"), ("tą", "WITH")), ("ga", ("gi", "GEN"), ("dze", "TO"), ("gę", "OBJ"), ("gą", "WITH")), ("k", ("ku", "GEN"), ("kowi", "TO"), ("kiem", "WITH")), ("ko", ("ka", "GEN"), ("ku", "TO"), ("kiem", "WITH")), ("go", ("ga", "GEN"), ("gu", "TO"), ("giem", "WITH")), ("ka", ("ce", "TO"), ("ki", "GEN"), ("kę", "OBJ"), ("ką", "WITH")), ("ja", ("ji", "TO"), ("ję", "OBJ"), ("ją", "WITH")), ("ia", ("ii", "TO"), ("ię", "OBJ"), ("ią", "WITH")), ("a", ("y", "GEN"), ("ie", "TO"), ("ę", "OBJ"), ("ą", "WITH"))),
}  # fmt: skip
IRREGULAR = {
    "Київ": (("Києва", "GEN"), ("Києву", "TO"), ("Києвом", "WITH"), ("Києві", "IN")), "Kijów": (("Kijowa", "GEN"), ("Kijowowi", "TO"), ("Kijowem", "WITH")),
    "Niger": (("Nigru", "GEN"), ("Nigrowi", "TO"), ("Nigrem", "WITH"), ("Nigrze", "IN")), "Chiny": (("Chin", "GEN"), ("Chinom", "TO"), ("Chinami", "WITH"), ("Chinach", "IN")), "Włochy": (("Włoch", "GEN"), ("Włochom", "TO"), ("Włochami", "WITH"), ("Włoszech", "IN")), "Węgry": (("Węgier", "GEN"), ("Węgrom", "TO"), ("Węgrami", "WITH"), ("Węgrzech", "IN")),
    "Czechy": (("Czech", "GEN"), ("Czechom", "TO"), ("Czechami", "WITH"), ("Czechach", "IN")), "Filipiny": (("Filipin", "GEN"), ("Filipinom", "TO"), ("Filipinach", "IN")), "Indie": (("Indii", "GEN"), ("Indiom", "TO"), ("Indiami", "WITH"), ("Indiach", "IN")),
    "Wielka Brytania": (("Wielkiej Brytanii", "TO"), ("Wielką Brytanią", "WITH"), ("Wielką Brytanię", "OBJ")), "Arabia Saudyjska": (("Arabii Saudyjskiej", "TO"), ("Arabią Saudyjską", "WITH")),
    "Izrael": (("Izraela", "GEN"), ("Izraelowi", "TO"), ("Izraelem", "WITH"), ("Izraelu", "IN")), "Białoruś": (("Białorusi", "TO"), ("Białorusią", "WITH")), "Kanada": (("Kanady", "GEN"), ("Kanadzie", "TO"), ("Kanadę", "OBJ"), ("Kanadą", "WITH")),
    "Нидерланды": (("Нидерландов", "GEN"), ("Нидерландам", "TO"), ("Нидерландами", "WITH")), "Филиппины": (("Филиппин", "GEN"), ("Филиппинам", "TO")), "Саудовская Аравия": (("Саудовской Аравии", "TO"), ("Саудовскую Аравию", "OBJ"), ("Саудовской Аравией", "WITH")),
    "Южная Корея": (("Южной Кореи", "GEN"), ("Южной Корее", "TO"), ("Южную Корею", "OBJ"), ("Южной Кореей", "WITH")), "Египет": (("Египта", "GEN"), ("Египту", "TO"), ("Египтом", "WITH"), ("Египте", "IN")),
    "Польша": (("Польши", "GEN"), ("Польше", "TO"), ("Польшу", "OBJ"), ("Польшей", "WITH")), "Нідерланди": (("Нідерландів", "GEN"), ("Нідерландам", "TO"), ("Нідерландами", "WITH")),
    "Велика Британія": (("Великої Британії", "GEN"), ("Великій Британії", "TO"), ("Велику Британію", "OBJ"), ("Великою Британією", "WITH")), "Південна Корея": (("Південної Кореї", "GEN"), ("Південній Кореї", "TO"), ("Південну Корею", "OBJ"), ("Південною Кореєю", "WITH")),
    "Саудівська Аравія": (("Саудівської Аравії", "GEN"), ("Саудівській Аравії", "TO"), ("Саудівську Аравію", "OBJ")), "Єгипет": (("Єгипту", "TO"), ("Єгиптом", "WITH"), ("Єгипті", "IN")), "Ізраїль": (("Ізраїлю", "TO"), ("Ізраїля", "GEN"), ("Ізраїлем", "WITH"), ("Ізраїлі", "IN"), ("Ізраїлеві", "TO")),
    "Польща": (("Польщі", "TO"), ("Польщу", "OBJ"), ("Польщею", "WITH")), "Корея": (("Кореи", "GEN"), ("Корее", "TO"), ("Корею", "OBJ"), ("Кореей", "WITH"), ("Кореї", "TO"), ("Кореєю", "WITH")), "Korea": (("Korei", "TO"), ("Koreą", "WITH"), ("Koreę", "OBJ")), "Korea Południowa": (("Korei Południowej", "TO"), ("Koreą Południową", "WITH")),
    "Południowa Korea": (("Korei Południowej", "TO"),), "Stany Zjednoczone": (("Stanów Zjednoczonych", "GEN"), ("Stanom Zjednoczonym", "TO"), ("Stanami Zjednoczonymi", "WITH"), ("Stanach Zjednoczonych", "IN")), "Ukraina": (("Ukrainie", "TO"), ("Ukrainy", "GEN"), ("Ukrainę", "OBJ"), ("Ukrainą", "WITH")),
    "Niemcy": (("Niemiec", "GEN"), ("Niemcom", "TO"), ("Niemcami", "WITH"), ("Niemczech", "IN")), "Соединенные Штаты": (), "Сполучені Штати": (), "Türkei": (), "Vereinigte Staaten": (),
}  # fmt: skip
CONSONANT = {
    "ru": (("а", "GEN"), ("у", "TO"), ("ом", "WITH"), ("е", "IN")),
    "uk": (("у", "TO"), ("ом", "WITH"), ("і", "IN"), ("ові", "TO")),
    "pl": (("u", "GEN"), ("owi", "TO"), ("em", "WITH")),
}

# how a Polish name that ends in a consonant ends behind `w`: `w Iranie`, `w Kuwejcie`, `w Katarze`
LOCATIVE = {"n": "nie", "m": "mie", "t": "cie", "r": "rze", "d": "dzie", "s": "sie", "w": "wie", "l": "lu"}


def case_forms(name: str, language: str) -> list[tuple[str, str]]:
    """Return the case forms of a country's name in Russian, Ukrainian and Polish with what each says.

    >>> case_forms("Украина", "ru")
    [('Украины', 'GEN'), ('Украине', 'TO'), ('Украину', 'OBJ'), ('Украиной', 'WITH')]
    """
    if name in IRREGULAR and (language not in ("de", "sv") or not IRREGULAR[name]):
        return list(IRREGULAR[name])
    if language in ("de", "sv") and name[-1] not in "sxzß" and name[-1].isalpha():
        return [(name + "s", "GEN")]  # `Polens Käufe in den USA`
    if language in ADJECTIVE_CASES and name.count(" ") == 1:
        return _forms_of_two(name, language)
    if language not in CASES or " " in name or "-" in name or len(name) < 4:
        return []
    for ending, *forms in CASES[language]:
        if name.endswith(ending):
            return [(name.removesuffix(ending) + new, mark) for new, mark in forms]
    last = name[-1]
    soft = [(name[:-1] + LOCATIVE[last], "IN")] if language == "pl" and last in LOCATIVE else []
    return (
        [(name + new, mark) for new, mark in CONSONANT.get(language, ())] + soft
        if last in "нткрпдгмлсзвжбшntkrpdgmlszwż"
        else []
    )


RUSSIAN_ALONE = frozenset("ыэёъЫЭЁЪ")


def all_case_forms(name: str, language: str) -> list[tuple[str, str]]:
    """Return the case forms of a name, those in Ukrainian besides where it is spelt alike in Russian: `в Пакистані`.

    >>> [form for form, mark in all_case_forms("Пакистан", "ru") if mark == "IN"]
    ['Пакистане', 'Пакистані']
    """
    forms = case_forms(name, language)
    if language != "ru" or not RUSSIAN_ALONE.isdisjoint(name):
        return forms
    known = {form for form, _ in forms}
    return forms + [(form, mark) for form, mark in case_forms(name, "uk") if form not in known]


# endings of an adjective in a country's name, by case
ADJECTIVE_CASES = {
    "ru": {"ая": {"GEN": "ой", "TO": "ой", "OBJ": "ую", "WITH": "ой"}, "ый": {"GEN": "ого", "TO": "ому", "WITH": "ым"}},
    "uk": {"а": {"GEN": "ої", "TO": "ій", "OBJ": "у", "WITH": "ою"}, "ий": {"GEN": "ого", "TO": "ому", "WITH": "им"}},
    "pl": {"wa": {"GEN": "wej", "TO": "wej", "OBJ": "wą", "WITH": "wą"}, "na": {"GEN": "nej", "TO": "nej", "OBJ": "ną", "WITH": "ną"}, "wy": {"GEN": "wego", "TO": "wemu", "WITH": "wym"}},
}  # fmt: skip


def _forms_of_two(name: str, language: str) -> list[tuple[str, str]]:
    """`Северная Корея` has `Северной Корее`, `Macedonia Północna` has `Macedonii Północnej`: both words take the case."""
    first, second = name.split(" ")
    for adjective, noun, order in ((first, second, "{0} {1}"), (second, first, "{1} {0}")):
        for ending, cases in ADJECTIVE_CASES[language].items():
            forms = case_forms(noun, language)
            if adjective.endswith(ending) and forms and (order == "{0} {1}" or language == "pl"):
                stem = adjective.removesuffix(ending)
                return [(order.format(stem + cases[mark], form), mark) for form, mark in forms if mark in cases]
    return []


ENDINGS = {
    "de": ("e", "en", "er", "es", "em"), "sv": ("", "a", "t"), "tr": ("",),
    "pl": ("i", "iego", "iemu", "im", "a", "iej", "ą", "ie", "ich", "imi"),
    "ru": ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими"),
    "uk": ("ий", "ого", "ому", "им", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими"),
}  # fmt: skip
# endings of the masculine in Spanish and Italian -> those of feminine and plurals
ROMANCE = {
    "es": (("és", ("és", "esa", "eses", "esas")), ("án", ("án", "ana", "anes", "anas")), ("ón", ("ón", "ona", "ones", "onas")), ("o", ("o", "a", "os", "as")), ("l", ("l", "la", "les", "las")), ("í", ("í", "íes", "ís"))),
    "it": (("co", ("co", "ca", "chi", "ci", "che")), ("o", ("o", "a", "i", "e")), ("e", ("e", "i")), ("a", ("a", "i", "e"))),
}  # fmt: skip


def demonym_forms(stem: str, language: str) -> list[str]:
    """Return the forms of an adjective of a country: `polnisch` has `polnische`, `polnischen`, ...

    >>> demonym_forms("svensk", "sv"), demonym_forms("danés", "es"), demonym_forms("grec/grecque", "fr")
    (['svensk', 'svenska', 'svenskt'], ['danés', 'danesa', 'daneses', 'danesas'], ['grec', 'grecs', 'grecque', 'grecques'])
    """
    if language in ENDINGS:
        return [stem + ending for ending in ENDINGS[language]]
    if language == "fr":
        return [form for word in stem.split("/") for form in (word, word + ("" if word[-1] in "sx" else "s"))]
    for ending, forms in ROMANCE[language]:
        if stem.endswith(ending):
            return [stem.removesuffix(ending) + form for form in forms]
    return [stem, stem + "s"]


# endings of a system's name that ends in a consonant: `14 Leopardów`, `31 «Абрамсов»`, `die Leoparden`
NAME_ENDINGS = {
    "pl": ("ów", "y", "i", "a", "u", "em", "ami", "ach", "om", "owi"), "ru": ("ов", "ы", "и", "а", "у", "ом", "ами", "ах", "ам"),
    "uk": ("ів", "и", "и", "а", "у", "ом", "ами", "ах", "ам"), "de": ("e", "en", "n"), "sv": ("ar", "er", "arna"),
}  # fmt: skip
OPEN_ENDS = frozenset("aeiouyąęóAEIOUYаеиоуыэюяіїєь")


def declined(name: str, language: str) -> list[str]:
    """Return the forms that a system's name of one word takes in a language that declines it; [] where no rule holds.

    >>> declined("Leopard", "pl")[:3], declined("Leopard", "en"), declined("TB2", "pl"), declined("Wisła", "pl")
    (['Leopardów', 'Leopardy', 'Leopardi'], [], [], [])
    """
    if language == "ru" and name.endswith("ль") and name.isalpha():
        return [name[:-1] + ending for ending in ("я", "ю", "ем", "и", "ей", "ям", "ями", "ях")]  # `36 «Рафалей»`
    if not (
        len(name) > 3 and name.isalpha() and name[0].isupper() and name[1:].islower() and name[-1] not in OPEN_ENDS
    ):
        return []
    is_cyrillic = name[0] > "Ѐ"
    if is_cyrillic != (language in ("ru", "uk")):
        return []
    return [name + ending for ending in NAME_ENDINGS.get(language, ())]


SPACED = re.compile(r"([A-Z][A-Za-z]{0,4})([ -])(\d{2,4}[A-Z]{0,3})\Z")
ROADS = frozenset("ABEMNPR")  # `A-10` is an aircraft, `A10` a motorway; `P-18` is a radar, `P18 billion` money


def _spacings(name: str) -> set[str]:
    """`MD 500` is also printed `MD-500`, and `TB-2`, `F-16` also `TB2`, `F16`."""
    match = SPACED.match(name)
    if match is None:
        return set()
    letters, _, digits = match.groups()
    forms = {f"{letters}-{digits}"} | (set() if letters in ROADS else {letters + digits})
    if letters.lower() == "mk":
        forms |= {f"{mark} {digits}" for mark in ("Mk", "MK")} | {f"{mark}-{digits}" for mark in ("Mk", "MK")}
    return {f for form in forms for f in (form, form + "s")} - {name}


def name_forms(name: str) -> set[str]:
    """Return the ways a system's name is printed: its plural, and its hyphen as a no-break hyphen.

    >>> sorted(name_forms("TB-2"))
    ['TB-2', 'TB-2s', 'TB‑2', 'TB‑2s']
    >>> sorted(name_forms("MD 500"))
    ['MD 500', 'MD 500s', 'MD-500', 'MD-500s', 'MD500', 'MD500s', 'MD‑500', 'MD‑500s']
    """
    plural = set() if name.endswith("s") else {name + "s"}
    loose = _spacings(name)
    upper = {name.upper()} if len(name) > 4 and name.replace(" ", "").isalnum() else set()
    return {form for n in {name} | plural | upper | loose for form in (n, n.replace("-", "\u2011"))}
