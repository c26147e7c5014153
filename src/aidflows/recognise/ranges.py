"""Tells whether two amounts with a word between them are the ends of a range, a choice, or what something was and became."""

from __future__ import annotations

import re

from aidflows.records import Span

# verbs of change, up to the first of the two amounts between which something changed: `rose from 3 to 4 million`, `est passé de 3 à 4`
CHANGED = re.compile(
    r"\b(?:r[io]se[sn]?|f[ae]ll(?:en|s)?|gr[eo]wn?|increas\w+|decreas\w+|up|down|climb\w*|cut|rais\w+|dropp?\w*|jump\w*|soar\w*|surg\w*|swell\w*|sh?r[aiu]nk\w*|slipp?\w*|went|go|gone|mov\w+|doubl\w+|tripl\w+|revis\w+|reduc\w+|declin\w+|plung\w+|expand\w+|balloon\w*|shot)\b[^.;\d]{0,30}\bfrom\s(?:\w+\s)?\Z"
    r"|\b(?:pass\w+|augment\w+|hauss\w*|chut\w+|tomb\w+|recul\w+|baiss\w+|progress\w+|bondi\w*|grimp\w+|port[ée]\w*|réduit\w*|ramen\w+)\s[^.;\d]{0,48}?d[e’']\s?(?:\w+\s)?\Z"
    r"|\b(?:pas[óaó]\w*|sub[ie]\w*|crec\w+|baj\w+|cay\w+|aument\w+|disminu\w+|redu\w+|increment\w+|salt\w+|elev\w+|ampli\w+|recort\w+|dobl\w+)\s[^.;\d]{0,48}?de\s(?:\w+\s)?\Z"
    r"|\b(?:passat\w|passano|sal[iì]t?\w*|sces[aoie]|aument\w+|calat\w|cresciut\w|ridott\w|diminuit\w|portat\w)\s[^.;\d]{0,48}?da(?:i|gli)?\s(?:\w+\s)?\Z"
    r"|\b(?:ök\w+|minsk\w+|steg|stigit|sjönk|sjunkit|höj\w+|sänk\w+|väx\w+|föll|fallit|gick|gått)\s[^.;\d]{0,48}?från\s(?:\w+\s)?\Z"
    r"|\b(?:wzr\w+|spad\w+|zwiększ\w+|zmniejsz\w+|podni\w+|obniż\w+|urosł\w+)\s[^.;\d]{0,48}?z\s(?:\w+\s)?\Z"
    r"|\b(?:вырос\w*|возрос\w*|увелич\w+|сниз\w+|упал\w*|сократ\w+|подня\w+|уменьш\w+|зрос\w*|збільш\w+|зниз\w+|впал\w*|скорот\w+|підви\w+|зменш\w+)\s[^.;\d]{0,48}?(?:с|со|з|із|від)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)


def range_shape(text: str, left: Span, right: Span) -> str | None:
    """Return how the amounts at two spans belong together: `range`, `either`, or None where they are two.

    >>> range_shape("from $3 to $4 million", (5, 7), (11, 21)), range_shape("it rose from $3 to $4 million", (13, 15), (19, 29))
    ('range', None)
    """
    gap = text[left[1] : right[0]].strip()
    before = text[max(0, left[0] - 24) : left[0]].lower()
    if gap in ("to", "à", "a", "до", "till", "do") and CHANGED.search(text, max(0, left[0] - 80), left[0]):
        return None  # two amounts: what it was, and what it became
    if gap in ("-", "–", "—", "bis", "à", "ila", "до", "till", "do"):
        return "range"
    if gap == "a" and re.search(r"\b(?:de|da|entre|dai|dal)\s*(?:\w+\s)?\Z", before):
        return "range"
    if gap == "to" and not re.search(r"contribut\w+\s*\Z", before):
        return "range"
    if gap in ("and", "und", "et", "y", "e", "ve", "och", "i", "и", "і", "та", "й", "a") and re.search(
        r"(?:between|zwischen|entre|tra|fra|arasında|mellan|między|между|між)\s*(?:\w+\s)?\Z", before
    ):
        return "range"
    if gap == "or":
        return "either"
    return None
