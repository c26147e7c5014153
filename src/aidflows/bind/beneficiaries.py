"""Reads for whom another buys: `Canada is buying a battery from the United States for Ukraine`."""

from __future__ import annotations

from aidflows.bind.places import Pair, is_for, marked
from aidflows.bind.sentence import Sentence
from aidflows.records import Actor, Cue


def bought_for(sentence: Sentence, cue: Cue, pair: Pair, after: tuple[Actor, ...]) -> Pair:
    """Return who sells and for whom is bought; who buys gives where no source is told: `Canada buys a battery (from Oslo) for Ukraine`.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Canada buys a battery for Ukraine."
    >>> sentence = read_sentence(text, 0, len(text))
    >>> canada, ukraine = sentence.actors
    >>> [a.code for side in bought_for(sentence, sentence.kinds("get")[0], ((), (canada,)), (ukraine,)) for a in side]
    ['CAN', 'UKR']
    """
    source, subjects = pair
    given = {a.code for a in after} - {a.code for a in subjects}
    is_parted = sentence.language == "sv" and ", " in sentence.text[cue.end : after[0].start] if after else True
    if given and subjects and cue.value[0] != "delivered" and not is_parted and is_for(sentence, after[0]):
        return tuple(a for a in source if a.code not in given) or subjects, after
    return source, subjects


def for_whom(sentence: Sentence, cue: Cue) -> tuple[Actor, ...]:
    """Return for whom is bought where that stands before the verb, as in Turkish: `Riga, Lima için Oslo'dan 12 obüs aldı`.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Kanada, Kenya için 12 obüs aldı."
    >>> sentence = read_sentence(text, 0, len(text), language="tr")
    >>> [a.code for a in for_whom(sentence, sentence.kinds("get")[0])]
    ['KEN']
    """
    whose = marked(sentence, ("TO",), cue.start, after=False) if sentence.language == "tr" else ()
    return whose if whose and is_for(sentence, whose[0]) else ()
