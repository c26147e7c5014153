"""Adds counts that stand behind an item without their noun: `16 more`, `of which eight have been delivered` (ellipses.csv)."""

from __future__ import annotations

from bisect import bisect_left

from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.normalise.carried import find_context_date
from aidflows.normalise.figures import make_hardware
from aidflows.recognise.items import find_ellipses
from aidflows.recognise.sentences import Sentences
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Document, Figure, Item

REACH = 300  # characters behind an item
COUNT_REACH = 90  # that may stand between a count and its item
PARTS = ("alone", "part", "of")
SURE = ("count", "more", "of")  # how a count stands that no verb need tell of
MOVED = 30  # between a count without its noun and the verb that moves what is counted


def add_ellipses(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the counts that stand without their noun behind an item, up to the next item.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Chad bought 36 guns from Norway. Eight have been delivered, another 12 will follow."
    >>> [(int(f.value), f.supplier, f.recipient) for f in extract_figures(text).figures]
    [(36, 'NOR', 'TCD'), (8, 'NOR', 'TCD'), (12, 'NOR', 'TCD')]
    """
    extra: list[Figure] = []
    hardware = [f for f in figures if f.kind == "hardware"]
    starts = [f.start for f in figures]
    for n, figure in enumerate(hardware):
        if figure.role != "transfer":
            continue
        stop = min(figure.end + REACH, hardware[n + 1].start if n + 1 < len(hardware) else len(document.text))
        item = Item(figure.start, figure.end, figure.system_id, figure.system, figure.system_type or "aggregate")
        for found, how in find_ellipses(document.text, item, stop, document.language):
            near = figures[bisect_left(starts, figure.start) : bisect_left(starts, found.end + COUNT_REACH)]
            counted = None if _is_read(found, near) else _read(document, found, needs_verb=how not in SURE)
            if counted is not None:
                told = _as_part(_as_before(counted, figure, is_part=how in PARTS), figure, how)
                extra.append(told._replace(in_scope=told.in_scope or figure.in_scope))
    return sorted([*figures, *extra], key=lambda f: (f.start, f.end))


def _as_part(figure: Figure, item: Figure, how: str) -> Figure:
    """Hang `the first eight` under the 36 that were ordered: no sum has both."""
    is_less = figure.value is not None and item.value is not None and figure.value < item.value
    return figure._replace(part_of=item.start) if how in PARTS and is_less else figure


def _is_read(found: Item, near: list[Figure]) -> bool:
    """True of a count that a figure holds already."""
    return any((f.start < found.end and found.start < f.end) or f.quantity_start == found.quantity_start for f in near)


def _read(document: Document, found: Item, *, needs_verb: bool) -> Figure | None:
    bounds = Sentences(document.text).around(found.start)
    sentence = read_sentence(document.text, *bounds, language=document.language)
    if needs_verb and not _is_moved(sentence, found):
        return None
    dated = sentence._replace(document_date=document.date)
    return make_hardware(dated, found, find_context_date(document.text, dated), document.name)


def _is_moved(sentence: Sentence, count: Item) -> bool:
    """True of a count that a verb beside it moves: `Eight were delivered`, `The first two arrived`; not of `Eight were killed`."""
    stop = min(count.end + MOVED, sentence.end)
    verbs = [c.start for c in sentence.kinds("give", "get", "goes") if count.end <= c.start <= stop]
    arrival = word_pattern("arrivals", "en", sentence.language, column="verbs").search(sentence.text, count.end, stop)
    verbs += [arrival.start()] if arrival else []
    return any("," not in sentence.text[count.end : verb] for verb in verbs)


def _as_before(figure: Figure, item: Figure, *, is_part: bool) -> Figure:
    """A count without its noun, in the sentence of its item or a part of what it counts, has the item's parties, where it names none."""
    if (figure.sentence != item.sentence and not is_part) or not {*figure.suppliers, *figure.recipients} <= {
        *item.suppliers,
        *item.recipients,
    }:
        return figure
    return figure._replace(
        suppliers=figure.suppliers or item.suppliers, recipients=figure.recipients or item.recipients,
        supplier=figure.supplier or item.supplier, recipient=figure.recipient or item.recipient,
        context=item.context, subject_before=item.subject_before,
    )  # fmt: skip
