"""Ranks the verbs and nouns of a sentence by how likely each tells of a figure."""

from __future__ import annotations

import re

from aidflows.bind.lending import settle_way
from aidflows.bind.permission import ALOOF
from aidflows.bind.places import GETTING, GIVING
from aidflows.bind.sentence import Sentence
from aidflows.bind.telling import tells_aside, tells_of_purchase, tells_of_replaced
from aidflows.bind.voice import OF_NOUN, is_bare_participle, tells_of_noun
from aidflows.bind.wording import PASSIVE
from aidflows.recognise.numbers import number_words
from aidflows.records import Cue, Span

NOUN = re.compile(
    r"(?:\b(?:a|an|the|its|their|this|that|of|first|new|second|biggest|largest|major|big|military|arms|any|no)\s+(?:[\w$.,-]+\s+)?|\)\s*|\b(?:million|billion)[\s-])\Z",
    re.IGNORECASE,
)
NOUN_OR_VERB = frozenset({
    "order", "purchase", "supply", "export", "transfer", "support", "grant", "ship", "deal", "contract", "orders", "purchases", "exports", "transfers", "pledge", "pledges",
})  # fmt: skip
SELLS = re.compile(r"sell|vend|verkauf|sälj|sprzeda|прода|sat(?:ma|may)", re.IGNORECASE)
WISH = re.compile(
    rf"{SELLS.pattern}|buy|purchas|acqui|order|request|compr|adquir|encarg|achet|command|kauf|erwerb|bestell|beschaff|acquist|ordin|köp|beställ|kup|nab(?:y|ę)|zamów|pozysk|куп|приобр|заказ|придб|замов|al(?:mak|may|ım)",
    re.IGNORECASE,
)
DEAL_BEFORE = re.compile(r"\b(?:deals?|contracts?|orders?|agreements?|packages?|sales?|purchases?)\s+\Z")
SUBJECT = re.compile(
    r"\b(?:it|they|he|she|we|which|who|that|and|has|have|had)\s+(?:also\s+)?\Z|[A-Z][\w'’]+\s+(?:also\s+|has\s+|have\s+)?\Z"
)
AND_THEN = re.compile(
    r"(?:\s(?:and|e|ed|y|et|und|och|i|oraz|и|і|та)|,\s(?:a|ale|aber|mais|pero|ma|men|но|а|але|ancak|fakat))\s(?:\w+\s){0,3}\Z"
)  # `28 jets to Qatar and signed`: a predicate of its own
PURPOSE = re.compile(
    r"\s(?:para|pour|per|um|zum|för\satt|aby|чтобы|щоб)\s\Z"
)  # `prestó 4.000 millones para comprar`: what the loan is for
JUST_BEHIND = re.compile(r"\s|(?:\s[^\W\d_]+){0,5},\s(?:già|déjà|ya)\s")
BREAK = re.compile(r"\b(?:while|whereas|but)\b")


LEADS = frozenset({"give", "contents"})  # `gave`, `the aid comprises`: what a participle behind it does not govern
# what stands between a participle and the next item of the list that its noun is of: `bought from Spain and 60 tanks`
LISTED = re.compile(r",\s|\s(?:and|et|y|e|ed|i|oraz|и|та|й|och)\s")
MONEY = re.compile(
    r"[$€£₺₽₴]|mill|bill|miljo|miljard|mld|mln|млн|млрд|milyon|milyar|crore|\b(?:euro|dollar|kron|rubl|zł)|доллар|долар|рубл|євро|евро",
    re.IGNORECASE,
)


def rank_cues(sentence: Sentence, start: int, end: int) -> list[Cue]:
    """Return the verbs and nouns of giving and getting of a sentence, the one that most likely tells of a figure first."""
    scored = []
    wishes = [
        c._replace(kind=_wished(sentence, c))
        for c in sentence.kinds("interest", "request")
        if (c.kind == "request" or WISH.search(sentence.text, c.start, c.end)) and not _asks_others(sentence, c)
    ]
    for cue in [*(settle_way(sentence, c) for c in sentence.kinds(*GIVING, *GETTING)), *wishes]:
        word = sentence.text[cue.start : cue.end].lower()
        if (
            word in NOUN_OR_VERB
            and cue.kind in ("give", "get")
            and (
                sentence.language != "en" or NOUN.search(sentence.text, max(sentence.start, cue.start - 40), cue.start)
            )
        ):
            if word != "purchase" or sentence.kinds("noun_get"):
                continue  # `a $370 million order`, `the supply of`: nouns, read as such
            cue = cue._replace(kind="noun_get")  # `the purchase by Estonia of 12 tanks`
        if word.startswith("announc") and DEAL_BEFORE.search(
            sentence.text, max(sentence.start, cue.start - 24), cue.start
        ):
            continue  # `a deal announced in May` pledges nothing
        if _is_of_another(sentence, cue, start, end):
            continue
        if cue.kind == "noun_give" and any(0 <= cue.start - f.end <= 24 for f in sentence.kinds("funder")):
            continue  # `financed by a French loan`
        gap = sentence.text[cue.end : start] if cue.end <= start else sentence.text[end : cue.start]
        cost = len(gap) * (1.0 if cue.end <= start else 1.4)
        cost += (
            120 if _has_break(gap) else 80 if cue.start >= end and (AND_THEN.search(gap) or PURPOSE.search(gap)) else 0
        )
        cost += 70 if cue.kind.startswith("noun") else 0
        cost = 0 if sentence.text.startswith(("Foreign Military Sale", "FMS"), cue.start) else cost
        scored.append((cost, cue.start, cue))
    return [cue for _, _, cue in sorted(scored, key=lambda s: s[:2])]


def _is_of_another(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """True of a word that tells of another figure than text[start:end], or only of who tells."""
    return (
        _is_between(sentence, cue, start, end)
        or _is_aside(sentence, cue, start, end)
        or tells_of_purchase(sentence, cue)
        or tells_aside(sentence, cue, end)
        or tells_of_replaced(sentence, cue, end)
    )


def _asks_others(sentence: Sentence, cue: Cue) -> bool:
    """True of `Berlin bat Chile, 30 Gepard an Kiew abzugeben`: who stands aloof before a request wants nothing itself."""
    before = [a for a in sentence.actors if a.end <= cue.start][-1:]
    return bool(before) and before[0].mark == ALOOF and cue.start - before[0].end < 16


def _wished(sentence: Sentence, cue: Cue) -> str:
    """Return what a request or an interest is read as: `asked for 12 tanks` as a purchase, `Kyiv's request` as a noun."""
    word = sentence.text[cue.start : cue.end]
    if word.startswith("request") and any(0 < cue.start - a.end <= 16 and a.mark == "GEN" for a in sentence.actors):
        return "noun_get"
    return "give" if SELLS.search(word) else "get"


def _has_break(gap: str) -> bool:
    return (
        ";" in gap
        or ": " in gap
        or (("while" in gap or "but" in gap or "whereas" in gap) and BREAK.search(gap) is not None)
    )


def _leads(sentence: Sentence, cue: Cue, start: int) -> bool:
    """True of what governs a list, whatever participle stands in it: `gave`, `comprises`, `l'aide :`."""
    return cue.kind in LEADS or (cue.kind == "noun_give" and ":" in sentence.text[cue.end : start])


COUNT = re.compile(r"(?!(?:19|20)\d\d\Z)\d[\d.,]*")  # no year: `and in 2022 promised tanks`


def _is_between(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """True of `promised` in `received 12 promised tanks`: a participle between a count and its noun, where another verb tells of the thing."""
    text, shape = sentence.text, ATTRIBUTES.get(sentence.language)
    is_attribute = shape is not None and shape.search(text, cue.start, cue.end) is not None
    is_late = sentence.language == "tr" and is_attribute  # `aldığı 18 obüsü`: its count stands behind it
    if not (FEW if is_attribute else NONE).fullmatch(text, cue.end, start):
        return False
    before = NO_COMMA.split(text[max(sentence.start, cue.start - 60) : cue.start])[-1]
    words = before.split()[-6 if is_attribute else -2 :]  # `12 previously promised tanks`, `18 in Finnland gekaufte`
    is_counted = any(COUNT.fullmatch(w) or w.lower() in number_words(sentence.language) for w in words)
    others = [c for c in sentence.kinds("give", "get") if c.end < cue.start or (c.start >= end and is_attribute)]
    return (is_counted or is_late) and bool(others)


NONE, FEW = re.compile(r"\s"), re.compile(r"(?:\s[^\s,;:]+){0,4}\s")
NO_COMMA = re.compile(r"[,;:]\s")
# participles that stand before a noun with all that belongs to them
ATTRIBUTES = {
    "de": re.compile(r"(?:ge|ver|be|er|über|ent|ex|im)\w*(?:te[nrs]?|ene[nrs]?)\Z"), "sv": re.compile(r"(?:[tds]t?a|na)\Z"), "tr": re.compile(r"[dt][ıiuü]ğ[ıiuü]\Z"),
    **{language: OF_NOUN[language] for language in ("pl", "ru", "uk")},
}  # fmt: skip


def _floor(sentence: Sentence, cue: Cue, figure: Span) -> int:
    """Return from where a participle's subject may stand: behind the thing, whose name is none, where one verb alone leads and no buyer follows."""
    lead = next((c for c in sentence.cues if c.kind in LEADS and c.end <= figure[0]), None)
    is_led = lead is not None and not LISTED.search(sentence.text, lead.end, figure[0])
    is_bought_by = BY_WHOM.match(sentence.text, cue.end)
    return max(sentence.start, cue.start - 30, figure[1] if is_led and not is_bought_by else 0)


BY_WHOM = re.compile(r"\s(?:by|par|por|von|av|przez|tarafından)\s")


# `gave Kyiv 14 tanks it had bought from Berlin`: a clause of the thing's own, without a pronoun
CONTACT = re.compile(
    r"(?:,?\s(?:which|that))?\s(?:it|they|he|she)\s(?:(?:had|has|have)\s)?(?:(?:once|earlier|previously|recently|originally)\s)?"
)


def _is_aside(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """True of a participle behind the figure that only says where a thing given came from: `28 guns purchased from a firm`."""
    if (
        cue.kind == "give"
        and JUST_BEHIND.fullmatch(sentence.text, end, max(end, cue.start))
        and is_bare_participle(sentence, cue)
    ):
        return any(c.end <= start and c.kind in ("give", "get") for c in sentence.cues)  # `riceverà il SAMP/T promesso`
    if tells_of_noun(sentence, cue) and any(
        _leads(sentence, c, start) for c in sentence.cues if c.end <= min(start, cue.start)
    ):
        if cue.start >= end:
            return not SUBJECT.search(sentence.text[_floor(sentence, cue, (start, end)) : cue.start])
        gap = sentence.text[cue.end : start]
        return LISTED.search(gap) is not None and not MONEY.search(sentence.text, start, end)
    if cue.kind != "get" or cue.start < end or not sentence.text[cue.start : cue.end].endswith(("ed", "ght", "paid")):
        return False
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    is_its_own = CONTACT.fullmatch(sentence.text, end, cue.start) is not None
    if PASSIVE.search(head) or (SUBJECT.search(head) and not is_its_own):
        return False
    return any(c.end <= start and c.kind == "give" for c in sentence.cues)
