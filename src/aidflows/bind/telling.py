"""Tells apart who announces a deal and what the deal is: `hat angekündigt, 12 Panzer von Wien zu kaufen` is a purchase."""

from __future__ import annotations

import re

from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import AUXILIARIES
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Cue

# verbs of announcing, and of approving, in ten languages
ANNOUNCES = re.compile(
    rf"{AUXILIARIES}(?:announc|unveil|confirm|kündig|angekündig|ankündig|anunci|annonc|annunci|zapowi|ogłos|ogłasz|объяв|анонс|заяв|оголо|tillkännag|meddel|aviser|açıkla|duyur)",
    re.IGNORECASE,
)
APPROVES = re.compile(
    rf"{AUXILIARIES}(?:approv|clear|authori|genehmig|gebillig|billig|freigegeb|apro[bv]|autori|approuv|zatwierdz|одобр|утвер|схвал|затвер|godkän|onayla|pledg|promis|commit|verpflicht|versprach|versproch|zugesagt|comprom|promet|promes|engag|s['’]est|impegn|zobowiąz|обяз|зобов|åt|taahhüt)",
    re.IGNORECASE,
)
JOINS = re.compile(
    r"[^.;\d]{0,30}?(?:\b(?:to|that|que|de|di|che|dass|att|że|что|що|a|plans|the|its|an?|la|le|el|il|lo|un|une|una|den|die|das|eine?n?|su|sa|son|suo|sua|los|las|les)\s|\b(?:l|d|qu|un)['’])(?:[^.;\d]{0,24}\s)?\Z",
    re.IGNORECASE,
)
BARE = re.compile(r"\s(?:[^\W\d_]+\s)?\Z")  # `godkände importen`, `zapowiedział zakup`: no article between
BOUGHT = re.compile(
    r"purchas|acqui|import|procure|achat|compra|adquisi|kauf|ankauf|erwerb|beschaff|köp|anskaff|zakup|nabyc|закуп|покуп|приобрет|импорт|купів|придбан|імпорт|alım",
    re.IGNORECASE,
)
NOUNS = frozenset({"order", "orders", "purchase", "purchases"})
ZU = re.compile(r"(?:\bzu\s|\w+zu\w+\Z)")


def tells_of_purchase(sentence: Sentence, cue: Cue) -> bool:
    """True of a verb of announcing or approving behind which the purchase stands that it tells of."""
    is_announced = ANNOUNCES.match(sentence.text, cue.start) is not None
    if cue.kind != "give" or not (is_announced or APPROVES.match(sentence.text, cue.start)):
        return False
    bought = sentence.kinds("get", "noun_get")
    return any(_is_told_of(sentence, cue, c, is_announced) or _is_subject(sentence, cue, c) for c in bought)


def _is_subject(sentence: Sentence, cue: Cue, noun: Cue) -> bool:
    """True of `Der Kauf von zwölf Booten durch Peru wurde gebilligt`: a purchase is approved, and nobody who approves is named."""
    if noun.kind != "noun_get" or noun.end > cue.start or not BOUGHT.match(sentence.text, noun.start):
        return False
    acting = [a for a in sentence.actors if a.end <= cue.start and a.mark == "" and a.kind != "demonym"]
    return not acting and not any(a.mark == "BY" and a.start > cue.end for a in sentence.actors)


# `..., the government announced on Friday`, `..., a annoncé le ministre`: who tells, behind all that is told; not `, which Oslo announced`
ASIDE = re.compile(
    r",\s(?!and\b|but\b|which\b|that\b|who\b|as\b|und\b|die\b|das\b|den\b|der\b|et\b|y\b|e\b|que\b|qui\b|che\b|som\b|och\b|który|która|które|które|i\b|a\b(?!\s(?:annonc|confirm|anunci|dévoil))|что|котор|и\b|а\b|які|який|яка|яке|й\b|та\b)(?:[^\s,;.\d]+\s){0,7}\Z"
)


ADDS = re.compile(r"(?:ajout|añad|aggiung|dokłada|dołoż|добав|дода|ekl)", re.IGNORECASE)
SAYS = re.compile(r"\s(?:que|qu['’]|che)\b|,\s(?:że|что|що)\b")  # `añade que`


def tells_aside(sentence: Sentence, cue: Cue, end: int) -> bool:
    """True of a verb of announcing that stands behind a deal told of in full and behind its figure, which ends at `end`; of `adds that` too."""
    if ADDS.match(sentence.text, cue.start) and SAYS.match(sentence.text, cue.end):
        return True
    if cue.kind != "give" or cue.start < end or not ANNOUNCES.match(sentence.text, cue.start):
        return False
    comma = ASIDE.search(sentence.text, end, cue.start)
    if comma is None:
        return False
    return any(c.kind in ("give", "get") and c.end <= comma.start() for c in sentence.cues)


def tells_of_replaced(sentence: Sentence, cue: Cue, end: int) -> bool:
    """True of `bought` in `17 jets, which will replace the Kfirs bought from Israel`, for the jets, which end at `end`."""
    replaces = word_pattern("replacing", sentence.language, folds=True)
    if cue.start <= end or "," not in sentence.text[end : cue.start]:
        return False
    return replaces.search(sentence.text, end, cue.start) is not None


def _is_told_of(sentence: Sentence, cue: Cue, other: Cue, is_announced: bool) -> bool:
    if other.start < cue.end:
        return False
    text = sentence.text
    if sentence.language == "de" and other.kind == "get":
        gap = text[cue.end : other.start]
        is_zu = ZU.search(text, max(cue.end, other.start - 3), other.end) is not None
        return is_zu and gap.startswith((", ", " ")) and len(gap) < 140 and ";" not in gap
    is_noun = other.kind == "noun_get" or text[other.start : other.end].lower() in NOUNS
    if is_noun and not _is_bought(sentence, other):
        return False
    is_named = any(cue.end <= a.start < other.start for a in sentence.actors)
    if is_named and (is_noun or not is_announced):
        return False  # `approved Sweden's purchase`: who approves sells
    joins = JOINS.match(text, cue.end, other.start) or (is_noun and BARE.fullmatch(text, cue.end, other.start))
    return joins is not None


def _is_bought(sentence: Sentence, noun: Cue) -> bool:
    """True of a purchase, and of an order or contract behind which stands from whom; `a contract for shells for Kyiv` may be aid."""
    is_sourced = any(a.mark == "FROM" and a.start > noun.end for a in sentence.actors)
    return is_sourced or BOUGHT.match(sentence.text, noun.start) is not None
