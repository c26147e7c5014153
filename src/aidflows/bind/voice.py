"""Tells whether a verb of giving or getting stands in the passive, in ten languages."""

from __future__ import annotations

import re

from aidflows.bind.german import is_passive_in_german
from aidflows.bind.sentence import Sentence
from aidflows.bind.wording import AGENTS, PASSIVE
from aidflows.records import Cue


def is_passive(sentence: Sentence, cue: Cue) -> bool:
    """True of a verb whose subject is what is given, or who gets: `were given by`, `wurden von Schweden geliefert`."""
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    tail = sentence.text[cue.end : cue.end + 40]
    if _is_passive_elsewhere(sentence, cue) or sentence.text.startswith(("been ", "been\n"), cue.start):
        return True
    if cue.kind == "get" and BOUGHT_AT.match(sentence.text, max(sentence.start, cue.start - 2), cue.end + 6):
        return True
    return (
        bool(PASSIVE.search(head) and not GERUND.match(sentence.text, cue.start, cue.end))
        or bool(re.match(r"\s+(?:\w+\s+){0,3}by\s", tail))
        or bool(re.match(r"\s+to\s+\w+\s+by\s", tail))
        or bool(_may_be_passive(sentence, cue) and re.match(rf"\s+(?:\w+\s+){{0,2}}{AGENTS[sentence.language]}", tail))
    )


# `delivered 13 drones, bought for $70 million`: a participle that tells of the thing
BOUGHT_AT = re.compile(r",\s(?:bought|purchased|acquired|ordered|procured)\s(?:for|at|in|under|with)\s")
GERUND = re.compile(r"\w+ing\b")
SHORT_PARTICIPLE = re.compile(r"(?:ен|ена|ено|ены|ан|ана|ано|аны|ені|ані)\Z")
LONG_PARTICIPLE = re.compile(
    r"(?:[еёая]нн|[еа]н|т)(?:ый|ая|ое|ые|ого|ой|ому|ым|ых|ыми|ую|ом|ий|а|е|і|ої|им|их|ими|у|ою)\Z"
)
AGENT_REACH = 16  # characters, for a word between: `переданных Киеву Норвегией`


def _is_passive_elsewhere(sentence: Sentence, cue: Cue) -> bool:
    """`wurden von Schweden an die Ukraine geliefert`, `были поставлены Швецией`: the agent before the verb, or in a case."""
    if sentence.language == "de":
        return is_passive_in_german(sentence, cue)
    if sentence.language not in ("ru", "uk"):
        return False
    is_long = LONG_PARTICIPLE.search(sentence.text, cue.start, cue.end) is not None
    if is_long and any(a.mark == "WITH" and 0 < a.start - cue.end <= AGENT_REACH for a in sentence.actors):
        return True  # `12 гаубиц, переданных Норвегией`
    return SHORT_PARTICIPLE.search(sentence.text, cue.start, cue.end) is not None


PARTICIPLE = {
    "es": re.compile(r"[ai]d[oa]s?\Z"), "fr": re.compile(r"(?:ée?s?|ise?s?|i|ue?s?|te?s?)\Z"), "it": re.compile(r"(?:(?<!quis)(?<!por)(?<!pres)(?<!vet)(?<!det)t|ss)[oaie]\Z"), "pl": re.compile(r"(?:ne|no|ny|nych|te|to|tych)\Z"),
    "sv": re.compile(r"s\Z"), "de": re.compile(r"(?:^|\b|über|aus|ab|zu)ge\w+(?:t|en)\Z"),
}  # fmt: skip
ACTIVE = re.compile(r"(?:ha|han|había|habían|hanno|aveva|a|ont|avait|avaient|aura|hat|haben|hatte)\s")


def is_bare_participle(sentence: Sentence, cue: Cue) -> bool:
    """True of `promesso` in `il SAMP/T promesso a giugno`: a participle without its agent, in a Romance language."""
    if sentence.language not in ("fr", "es", "it") or not _may_be_passive(sentence, cue):
        return False
    return re.match(rf"\s+(?:\w+\s+){{0,2}}{AGENTS[sentence.language]}", sentence.text[cue.end : cue.end + 40]) is None


ACTIVE_BEFORE = re.compile(
    r"\b(?:ha|han|hanno|a|ont|hat|haben|har)\s(?!été|sido|stat[oaie])[^\W\d_]+\s\Z"
    r"|\b(?:ha|han|hanno|a|ont|avait|avaient|había|habían|aveva|avevano|avere?|avendo|avoir|ayant|haber|habiendo)\s\Z"
)  # `ha invece ottenuto`


def _may_be_passive(sentence: Sentence, cue: Cue) -> bool:
    """True of a bare participle: `donati da`, `köpts av`; not of `ha ricevuto da`, `comprerà da`, `köper av`."""
    word = sentence.text[cue.start : cue.end]
    shape = PARTICIPLE.get(sentence.language)
    head = sentence.text[max(sentence.start, cue.start - 24) : cue.start]
    if COORDINATED.search(sentence.text, sentence.start, cue.start) and AGREELESS.search(word):
        return False
    return bool(shape and shape.search(word) and not ACTIVE.match(word) and not ACTIVE_BEFORE.search(head))


# `ha donato 28 carri e acquistato 40 camion`: the auxiliary of the first participle is that of the second too
COORDINATED = re.compile(
    r"\b(?:ha|han|hanno|a|ont|aveva|avevano|avait|avaient|había|habían)\s(?:[^\W\d_]+\s)?[^\W\d_]+(?:[oéiu]|is)\b[^;:]*\s(?:e|ed|et|y)\s\Z"
)
AGREELESS = re.compile(r"(?:[ts]o|do|[éiu]|is)\Z")


# participles of getting that stand behind a noun and tell of it: `obus achetés à`, `снарядів, куплених спільно з`
OF_NOUN = {
    "en": re.compile(r"(?:ed|ght|paid|taken|drawn)\Z"), "fr": re.compile(r"(?:é|ée|és|ées|is|ise|ises|us|ue|ues)\Z"), "es": re.compile(r"[ai]d[oa]s?\Z"),
    "it": re.compile(r"(?:t|ss)[oaie]\Z"), "sv": re.compile(r"(?:ta|da|pt|lld|ld)\Z"), "pl": re.compile(r"(?:n|t)(?:ych|ymi|e|y|ego|ą|ej)\Z"),
    "ru": re.compile(r"(?:нн|т)(?:ых|ые|ый|ую|ого|ая|ой|ыми|ом)\Z"), "uk": re.compile(r"(?:н|т)(?:их|і|ий|у|ого|а|ої|ими)\Z"),
}  # fmt: skip
HAVING = re.compile(
    r"\b(?:ha|han|har|hade|hanno|a|ont|avait|avaient|aura|est|sont|es|son|è|sono|fue|fueron|été|sido|stat[oaie]|zosta\w+|był[aoy]?|są|has|have|had|was|were|is|are|been|be|being|blev|blivit|är)\s(?:[^\W\d_]+\s)?\Z"
)


def tells_of_noun(sentence: Sentence, cue: Cue) -> bool:
    """True of a participle of getting that tells where a thing came from, without an auxiliary before it."""
    shape = OF_NOUN.get(sentence.language)
    head = sentence.text[max(sentence.start, cue.start - 24) : cue.start]
    word = sentence.text[cue.start : cue.end]
    return bool(
        cue.kind == "get"
        and shape
        and shape.search(word.removesuffix(" for"))
        and " " not in word.removesuffix(" for")
        and not HAVING.search(head)
    )
