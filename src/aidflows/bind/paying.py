"""Reads who is paid: for goods, then it sells; for nothing in return, then it is given to."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.places import marked
from aidflows.bind.prepositions import TITLED
from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import alternatives, listed_words
from aidflows.records import Actor, Cue

PAY = re.compile(
    r"(?:agreed\sto\s|will\s|would\s|has\s|have\s|had\s|to\s)?(?:pay|pays|paid|paying|betal(?:ar|ade|at)|zahlte?n?|zahlt|bezahlte?n?|bezahlt)\b"
)
WAGES = re.compile(
    r"[^.;,]{0,24}?\b(?:stipends?|salar\w+|wages?|allowances|pensions?|rents?|Gehälter|Löhne|Sold|soldes?|salaires?|sueldos?|salarios?|stipendi|salari|löner\w*|żołd\w*|pensj\w+|зарплат\w*|жалован\w+|maaş\w*)\b"
)


def is_wage(sentence: Sentence, cue: Cue) -> bool:
    """True of `paid the stipends of the brigade`, told beside another verb: that buys nothing of those who gave."""
    is_paid = cue.kind == "get" and PAY.match(sentence.text, cue.start) is not None
    return is_paid and WAGES.match(sentence.text, cue.end, sentence.end) is not None


@cache
def _funds(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a fund that something is paid into (funds.csv): `into the International Fund`, `in den Hilfsfonds`."""
    row = next((r for r in load_list("funds") if r["lang"] == language), None)
    if row is None:
        return None
    into = rf"(?:{alternatives(row['into'].split('|'))})\s(?:[^\W\d]+\s){{0,3}}?" if row["into"] else ""
    return re.compile(rf"(?<!\w){into}(?:{alternatives(row['funds'].split('|'))})(?!\w)")


@cache
def _into_which(language: str) -> re.Pattern[str] | None:
    """Return the pattern of a fund, a name and the pronoun that goes on from it: `the Fund for Ukraine, to which`."""
    row = next((r for r in load_list("funds") if r["lang"] == language), None)
    pronouns = listed_words("relative_pronouns", language, column="to")
    if row is None or not pronouns:
        return None
    words = alternatives(row["funds"].split("|"))
    which = "(?:into|in)\\swhich|" if language == "en" else ""
    return re.compile(
        rf"(?i:\b(?:{words}))(?:\s[^,;.]{{1,40}})?,\s(?:{which}{alternatives(pronouns)})\s[^,;.]{{1,40}}\Z"
    )


def is_fund_before(text: str, at: int, language: str) -> bool:
    """True right behind `the Fund for Ukraine, to which Norway`: what is paid goes into the fund.

    >>> is_fund_before("the Fund for Ukraine, to which Norway paid", 37, "en")
    True
    """
    found = _into_which(language)
    return found is not None and found.search(text, max(0, at - 110), at) is not None


PAYS = re.compile(
    r"\b(?:paid|pay(?:s|ing)?|(?:ein|be)?(?:ge)?zahl\w+|pay(?:é|a)|paie\w*|vers(?:é\w*|e|ent|era|ato|ano|a|erà)|pag(?:ó|a|ará|aron|ato|ano)"
    r"|betal\w+|[wz]apłaci\w*|(?:за|с|ви)плати\w*|öde\w+|yatır\w+)\Z"
)


def is_into_fund(sentence: Sentence, cue: Cue) -> bool:
    """True of a payment into a fund: who pays gives, and nobody sells."""
    funds = _funds(sentence.language)
    if funds is None or PAYS.search(sentence.text, cue.start, cue.end) is None:
        return False
    start = sentence.start if sentence.language == "tr" else cue.end
    if is_fund_before(sentence.text, cue.start, sentence.language):
        return True
    return funds.search(sentence.text, start, sentence.end) is not None


WITHOUT_RETURN = re.compile(
    r"['’]s\s(?!Navy|Army|Air|[Ff]irm|[Cc]ompan)|\s?[.,;]|\s(?:in|by|this|last|each|every)\s|\Z"
)


def paid_as_gift(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """`paid 5 million into the Moldova Energy Fund`, `is paying £12 million to Malawi's farmers`: nothing is bought."""
    to = [a for a in sentence.actors if a.start >= cue.end and a.mark == "TO" and a.kind != "company"]
    fund = [a for a in to if TITLED.match(sentence.text, a.end)]
    if fund or not to or " for " in sentence.text[sentence.start : sentence.end] or sentence.kinds("noun_get"):
        return tuple(fund[:1])
    is_sum = re.search(r"\d[\w.,\s]*\sto\s(?:the\s)?\Z", sentence.text[cue.end : to[0].start])
    return (to[0],) if is_sum and WITHOUT_RETURN.match(sentence.text, to[0].end) else ()


def paid(sentence: Sentence, cue: Cue, source: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return who is paid: right behind the verb, or behind `to` (`paid $468 million to Thales`)."""
    paid = [a for a in sentence.actors if a.start >= cue.end and a.start - cue.end < 14 and a.mark in ("", "GEN")]
    if sentence.language in ("de", "sv") and not any(a.end <= cue.start and a.mark == "" for a in sentence.actors):
        paid = []  # `Für die Haubitzen zahlte Wilna 58 Millionen`: who pays stands behind the verb
    to = marked(sentence, ("TO",), cue.end, after=True)[:1]
    paid = paid or [a for a in to if a.start - cue.end < 60 and "," not in sentence.text[cue.end : a.start]]
    return (paid[0],) if paid and (not source or paid[0].start - cue.end < 14) else source


LETS_OFF = re.compile(
    r"forg[ai]v|wr(?:ote|ites?|itten)\soff|cancel|rescind|scrap|a\sannulé|annul|ha\scancel|skr(?:ev|iver)\sav|efterskänk|avskr|borc",
    re.IGNORECASE,
)
OWES = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}(?:debts?|loans?|obligations|arrears|skulder)\b")


def find_debtor(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return whose debt is let off: `forgave $7 billion of Egypt's military debt`."""
    if not LETS_OFF.match(sentence.text, cue.start):
        return ()
    owing = (
        a
        for a in sentence.actors
        if a.start >= cue.end and a.mark in ("GEN", "OF", "", "BY") and OWES.match(sentence.text, a.end)
    )
    return tuple(owing)[:1]
