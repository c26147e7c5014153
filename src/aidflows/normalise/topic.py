"""Tells whether a text is about arms or aid where a figure stands: shares sold and cars built are out of scope."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list

LONG, NEAR = 30_000, 300  # in a text longer than this only what stands near tells
REACH = 800  # characters on either side that tell what a passage is about
# characters at the head of a document that tell what all of it is about; a text no longer may leave it unsaid
TITLE = 400


@cache
def _topics(language: str) -> re.Pattern[str]:
    """Return the words of a language and of English; a star stands for any ending or beginning."""
    words = {w for row in load_list("topics") if row["lang"] in ("en", language) for w in row["words"].split("|")}
    forms = (re.escape(w).replace(r"\*", r"\w*") for w in sorted(words))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def has_topic(text: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether a word of arms or aid stands within 800 characters of text[start:end], or at the head of the text.

    A text of up to 400 characters is taken to be of the topic, since it may be a sentence out of another.

    >>> text = "The bank sold its unit for $5 million." + 400 * " It went on."
    >>> has_topic(text, 27, 37), has_topic("The army paid $5 million." + text, 14, 24)
    (False, True)
    """
    if len(text) <= TITLE:
        return True
    search = _topics(language).search
    if len(text) > LONG:  # a speech or a yearbook tells of many things
        return search(text, max(0, start - NEAR), end + NEAR) is not None
    return bool(search(text, max(0, start - REACH), end + REACH) or search(text, 0, TITLE))
