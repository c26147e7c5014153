"""Tells whether a sentence denies the verb or the item of a figure: what was never delivered is no transfer."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence
from aidflows.gazetteer.lists import load_list
from aidflows.recognise.wordlists import listed_words
from aidflows.records import Cue

# `not only delivered`, `not just sent`: those deny nothing
FALSE = r"(?!\s+(?:only|just|merely|nur|seulement|solo|sólo|soltanto|bara|endast|tylko|только|лише|тільки)\b)"

ADVERBS = r"(?:yet|been|be|have|has|had|even|ever|to|\w+ly|a|ha|han|été|encore|todavía|aún|ancora|jeszcze|ещё|еще|ще|ännu|noch|har|hat|haben)"


@cache
def _pattern(language: str, side: str) -> re.Pattern[str] | None:
    rows = [r for r in load_list("negations") if (r["side"], r["lang"]) == (side, language)]
    words = "|".join(sorted((re.escape(w) for r in rows for w in r["words"].split("|")), key=len, reverse=True))
    if not words:
        return None
    # `bought like never before` denies nothing
    like = "".join(rf"(?<!\b{re.escape(w)}\s)" for w in listed_words("negations", language, side="like"))
    if side == "behind":  # anywhere behind the verb in its clause
        return re.compile(rf"[^,;:.()]{{0,60}}?\b{like}(?:{words})\b{FALSE}")
    between = rf"(?:{ADVERBS}\s+){{0,3}}" if side == "before" else r"(?:[\w'’-]+\s+)?"
    return re.compile(rf"(?:(?<!\w)|(?=n['’]t)){like}(?:{words}){FALSE}\s+{between}\Z", re.IGNORECASE)


def is_denied(sentence: Sentence, cue: Cue | None, start: int) -> bool:
    """Tell whether the verb `cue`, or the item at `start`, is denied.

    >>> from aidflows.bind.sentence import read_sentence
    >>> def told(text): sentence = read_sentence(text, 0, len(text)); return is_denied(sentence, sentence.kinds("give")[0], 40)
    >>> told("Britain never delivered the Typhoons ..."), told("Britain not only delivered the Typhoons")
    (True, False)
    """
    text, language = sentence.text, sentence.language
    item = _pattern(language, "item")
    if item and item.search(text, max(sentence.start, start - 30), start):
        return True
    if cue is None or cue.kind not in ("give", "goes", "get"):
        return False
    before, behind = _pattern(language, "before"), _pattern(language, "behind")
    if before and before.search(text, max(sentence.start, cue.start - 36), cue.start):
        return True
    return behind is not None and behind.match(text, cue.end, sentence.end) is not None
