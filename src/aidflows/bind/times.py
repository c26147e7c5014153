"""Words of time that name no year: `so far` and `on Monday` mean the day of the text, `previously` some day before."""

from __future__ import annotations

import re

from aidflows.bind.clauses import find_clause
from aidflows.bind.dating import is_beside
from aidflows.bind.sentence import Sentence
from aidflows.records import Cue

BEHIND = 60  # characters behind a figure in which its word of time may stand
PARTED = re.compile(r"[;\d]|,\s(?:and|but|while|und|aber|et|mais|y|pero|e|ma|och|men|i|ale|и|но|та|але)\s")


def find_time_word(sentence: Sentence, start: int, end: int) -> Cue | None:
    """Return the word of time in the clause of the figure at text[start:end], of kind `now` or `past`, or None.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Oslo had previously paid 5 million dollars."
    >>> find_time_word(read_sentence(text, 0, len(text)), 25, 42).kind
    'past'
    """
    words = sentence.kinds("now", "past")
    if not words:
        return None
    low, high = find_clause(sentence, start)
    ahead = [w for w in words if low <= w.start and w.end <= start and not is_beside(sentence, w, start)]
    if ahead:
        return ahead[-1]
    behind = next((w for w in words if end <= w.start < min(high, end + BEHIND)), None)
    return behind if behind and not PARTED.search(sentence.text, end, behind.start) else None
