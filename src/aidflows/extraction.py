"""Runs read text through recognise, bind and normalise; gives figures in order, and counts what was skipped."""

from __future__ import annotations

from pathlib import Path

from aidflows.bind.negation import is_denied
from aidflows.bind.parties import bind_parties
from aidflows.bind.places import is_object
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.errors import ReadError
from aidflows.normalise.again import add_totals
from aidflows.normalise.allotted import leave_allotted
from aidflows.normalise.asked import answer_questions
from aidflows.normalise.bracketed import add_bracketed
from aidflows.normalise.breakdown import read_breakdowns
from aidflows.normalise.carried import date_of_others, find_context_date, paragraph_before
from aidflows.normalise.counted import add_counts, add_counts_behind
from aidflows.normalise.customers import read_customers
from aidflows.normalise.divided import share_divided
from aidflows.normalise.docdate import find_document_date
from aidflows.normalise.ellipses import add_ellipses
from aidflows.normalise.figures import make_hardware, make_money, make_personnel
from aidflows.normalise.former import name_former
from aidflows.normalise.headline import read_headline
from aidflows.normalise.interposed import set_off_parts
from aidflows.normalise.labelled import read_labels
from aidflows.normalise.links import link_figures
from aidflows.normalise.listing import read_lists
from aidflows.normalise.partners import take_partner
from aidflows.normalise.passed import set_aside_losers
from aidflows.normalise.registers import read_registers
from aidflows.normalise.returned import return_before, turn_returned
from aidflows.normalise.signed import date_from_signing
from aidflows.normalise.speakers import add_house, add_speaker
from aidflows.normalise.tabled import read_tables
from aidflows.normalise.titled import complete_from_title
from aidflows.normalise.told import complete_short
from aidflows.normalise.topic import has_topic, name_topic
from aidflows.normalise.weighed import weigh_parties
from aidflows.pages import add_places
from aidflows.plain import make_plain, place_back
from aidflows.reading import SUFFIXES, guess_language, read_document
from aidflows.recognise.articles import is_article, is_single
from aidflows.recognise.candidates import NAMED, find_seeds, group_candidates
from aidflows.recognise.entries import find_entries
from aidflows.recognise.items import find_candidates, make_items
from aidflows.recognise.lookalikes import is_lookalike
from aidflows.recognise.money import find_money
from aidflows.recognise.people import make_people
from aidflows.recognise.quantities import has_count
from aidflows.recognise.sentences import Sentences
from aidflows.recognise.tables import find_rows
from aidflows.recognise.unlisted import find_unlisted, seek_unlisted
from aidflows.recognise.zones import Zones, find_zones
from aidflows.records import Cue, Document, Extraction, Figure, Item, Money, Span


def extract_figures(source: str | Path) -> Extraction:
    """Return the figures of a text (`str`) or of a file (`Path`), in order of their place.

    Offsets count code points of `Extraction.text`; amounts are nominal Decimals in the currency `unit`; unknown is None.
    Raises ReadError for a file that cannot be read, and for a one-line str that ends like a file name.

    >>> found = extract_figures("In 2006 Azerbaijan bought arms worth around $5,000,000 from Türkiye.")
    >>> [(f.surface, f.qualifier, f.supplier, f.recipient, f.year) for f in found.figures]
    [('$5,000,000', 'about', 'TUR', 'AZE', 2006)]
    """
    if isinstance(source, Path):
        return extract_document(read_document(source))
    if (
        "\n" not in source
        and len(source) < 300
        and Path(source.strip()).suffix.lower() in SUFFIXES
        and " " not in source.strip()
    ):
        raise ReadError(f"{source}: looks like a file name; give a pathlib.Path")
    return extract_document(Document("<text>", source, guess_language(source)))


def extract_document(document: Document, *, weighs: bool = True) -> Extraction:
    """Return the figures of a document already read; without `weighs`, their parties by the rules alone."""
    plain = make_plain(document.text)
    read = document._replace(text=plain.text) if plain else document
    figures, skipped = _find_figures(read)
    figures = name_former(leave_allotted(read, weigh_parties(read, figures) if weighs else figures))
    figures = place_back(document.text, plain, figures) if plain else figures
    return Extraction(document.text, tuple(add_places(document, figures)), (), skipped)


def _find_figures(document: Document) -> tuple[list[Figure], dict[str, int]]:
    """Return the figures, and how many names and amounts were left out with their reasons."""
    text, language = document.text, document.language
    currencies, items = find_candidates(text, language)
    items = sorted([*items, *seek_unlisted(text, items, language)], key=lambda cue: cue.start)
    amounts = list(find_money(text, language, currencies=currencies))
    seeds = find_seeds(text, items, language)
    rows = sorted(find_rows(text), key=lambda row: row.start)
    if not (amounts or seeds or rows):
        return [], {}  # prose: nothing to be read
    document = document._replace(date=find_document_date(document))
    zones = find_zones(text)
    money, cues, skipped = _on_evidence(zones, amounts, items)
    seeds = [start for start in seeds if zones.reason_at(start) is None]
    entries = list(find_entries(text))
    lines = sorted([*((row.start, row.end) for row in rows), *((entry.start, entry.end) for entry in entries)])
    alone = frozenset(lines)
    groups = group_candidates(text, money, cues, seeds=seeds, lines=lines)
    figures = [f for group in groups for f in _read_group(document, *group, stands_alone=group[0] in alone)]
    figures.sort(key=lambda f: (f.start, f.end))
    figures = read_breakdowns(document, add_counts_behind(document, add_ellipses(document, name_topic(figures))))
    figures = answer_questions(document, read_tables(document, figures, rows))
    figures = read_lists(document, read_labels(text, figures))
    figures = add_speaker(text, add_totals(document, read_registers(document, figures, entries)), language)
    figures = add_house(text, figures, among="P-ASKED")
    linked = link_figures(text, complete_from_title(document, figures), _topic(document), language=language)
    return complete_short(document, add_house(text, linked)), skipped


def _on_evidence(zones: Zones, amounts: list[Money], items: list[Cue]) -> tuple[list[Money], list[Cue], dict[str, int]]:
    """Return what stands outside references and addresses, and count what does not."""
    skipped: dict[str, int] = {}
    money: list[Money] = []
    for one in amounts:
        reason = zones.reason_at(one.start)
        if reason is None:
            money.append(one)
        else:
            skipped[f"money in {reason}"] = skipped.get(f"money in {reason}", 0) + 1
    cues: list[Cue] = []
    for cue in items:
        reason = zones.reason_at(cue.start)
        if reason is None:
            cues.append(cue)
        elif cue.kind in ("system", "designation", "nickname"):
            skipped[f"system in {reason}"] = skipped.get(f"system in {reason}", 0) + 1
    return money, cues, skipped


OPEN = frozenset({"P-PRONOUN", "P-CONTENTS", "P-GIVE", "P-GET", "P-AID", "P-DEAL", "P-RELATION"})


def _read_group(
    document: Document, bounds: Span, money: list[Money], cues: list[Cue], *, stands_alone: bool = False
) -> list[Figure]:
    text, name, language = document.text, document.name, document.language
    if (
        not money
        and not any(c.kind in NAMED for c in cues)
        and not has_count(text, bounds[0], bounds[1] + 40, language)
        and not any(is_single(text, c, language) for c in cues)
    ):
        return []  # nouns alone
    taken = [(m.start, m.end) for m in money]
    cues = [c for c in cues if not any(a <= c.start < b for a, b in taken) and not is_lookalike(text, c)]
    cues = sorted([*cues, *find_unlisted(text, bounds, cues, language)], key=lambda c: c.start)
    items = _make_things(text, cues, bounds, taken=taken, language=language)
    people = make_people(text, cues, *bounds)
    if not (money or items or people):
        return []
    taken += [(i.start, i.end) for i in items] + [
        (i.quantity_start, i.quantity_end) for i in items if i.quantity_start is not None and i.quantity_end is not None
    ]
    sentence = read_sentence(text, *bounds, tuple(taken), language=language)._replace(document_date=document.date)
    context = find_context_date(text, sentence)
    types = [c for c in cues if c.kind in ("type", "system", "designation", "nickname")]
    out = [make_money(sentence, m, types, context, name) for m in money]
    things = [_settle_single(text, make_hardware(sentence, i, context, name)) for i in items]
    out += [f for f in things if f is not None and not _is_stray(f)]
    out = set_aside_losers(sentence, read_headline(sentence, out))
    out = add_counts(
        sentence,
        read_customers(sentence, turn_returned(sentence, set_off_parts(sentence, share_divided(sentence, out)))),
    )
    out = add_bracketed(sentence, out)
    others = (
        read_sentence(text, *paragraph_before(text, sentence)).actors if people and sentence.kinds("training") else ()
    )
    out += [make_personnel(sentence, i, context, name, others=others) for i in people]
    is_dateline = context is not None and document.date is not None and context.start == document.date.start
    if context is not None and not is_dateline and any("D-CONTEXT" in f.rules for f in out):
        out = date_of_others(text, context, out, language)
    out = date_from_signing(text, out, sentence.end, language=language)
    return out if stands_alone or not any(_looks_back(f) for f in out) else _look_back(document, sentence, out)


def _look_back(document: Document, sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a sentence with the parties of the one before, for those that may take one over."""
    before = _read_before(document, sentence)
    parties, subject = _parties_before(before), _subject_before(before)
    out = return_before(sentence, [f._replace(context=parties, subject_before=subject) for f in figures])
    return take_partner(before, out)


def _is_doubtful(text: str, item: Item) -> bool:
    """True of a name that may be a word or a firm, letters alone with neither count nor type noun, and of one that no list knows."""
    if item.system_type == "aggregate" and item.system:
        return True
    return bool(item.system_id) and item.quantity_start is None and text[item.start : item.end].isalpha()


def _make_things(text: str, cues: list[Cue], bounds: Span, *, taken: list[Span], language: str) -> list[Item]:
    """Return the items of a sentence but for those that an amount only seems to count, and for doubtful names off the topic."""
    items = make_items(text, cues, *bounds, language=language)
    things = [one for i in items if (one := _beside_money(i, taken)) is not None]
    return [i for i in things if not _is_doubtful(text, i) or has_topic(text, i.start, i.end, language)]


def _beside_money(item: Item, taken: list[Span]) -> Item | None:
    """No amount counts things: `367 milyon dolarlık TB2 satışı` names them alone, and a noun behind an amount names none."""
    start = -1 if item.quantity_start is None else item.quantity_start
    if not any(a <= start < b for a, b in taken):
        return item
    return Item(item.start, item.end, item.system_id, item.system, item.system_type) if item.system else None


def _settle_single(text: str, figure: Figure) -> Figure | None:
    """An article counts one of what is moved, and nothing else: `A second Su-25 was seen`; a noun is none then: `A frigate collided`."""
    start, end = figure.quantity_start, figure.quantity_end
    if figure.role == "transfer" or figure.value != 1 or start is None or not is_article(text[start:end]):
        return figure
    blank = figure._replace(
        quantity_start=None, quantity_end=None, quantity_surface=None, value_low=None, value=None, value_high=None
    )
    return blank if figure.system_id else None


def _is_stray(figure: Figure) -> bool:
    """True of a name in letters alone that no list knows and nothing moves: `Two Emirs met` names no arms."""
    return figure.system_type == "aggregate" and figure.role != "transfer" and (figure.system or "").isalpha()


def _looks_back(figure: Figure) -> bool:
    """True of a figure that lacks a party and may take it from the sentence before: money, after a pronoun or a verb."""
    is_open = figure.kind == "money" or not OPEN.isdisjoint(figure.rules)
    return is_open and not (figure.suppliers and figure.recipients)


def _read_before(document: Document, sentence: Sentence) -> Sentence | None:
    """Return the sentence before, in the same paragraph, or None."""
    text, floor = document.text, paragraph_before(document.text, sentence)[0]
    if sentence.start - floor < 10:
        return None
    at = sentence.start - 1
    while at > floor + 1 and (text[at].isspace() or text[at].isdigit()):
        at -= 1  # over the number of a note behind the full stop: `rounds.12 The aid`
    bounds = Sentences(text).around(max(floor, at - 1))
    if bounds[0] < floor or bounds[1] > sentence.start:
        return None
    return read_sentence(text, *bounds, language=document.language)


def _parties_before(before: Sentence | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return suppliers and recipients of the sentence before."""
    if before is None:
        return (), ()
    parties = bind_parties(before, before.end, before.end)
    suppliers, recipients = ({a.code for a in group} for group in (parties.suppliers, parties.recipients))
    return tuple(suppliers) if len(suppliers) == 1 else (), tuple(recipients) if len(recipients) == 1 else ()


def _subject_before(before: Sentence | None) -> tuple[str, ...]:
    """Return the country that is the subject of the sentence before: the first without preposition, before any object."""
    # what a firm owns is no subject that goes on: `Hanwha's plant will build 30 guns`
    open_ = [a for a in before.actors if a.mark == "" or (a.mark == "GEN" and a.kind != "company")] if before else []
    first = next((a for a in open_ if before and not is_object(before, a)), None)
    return (first.code,) if first else ()


def _topic(document: Document) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the pair that the first sentences of a short text name, or None."""
    text = document.text
    if len(text) > 20_000:
        return None
    sentences, at = Sentences(text), 0
    for _ in range(3):
        bounds = sentences.around(at)
        sentence = read_sentence(text, *bounds, language=document.language)
        parties = bind_parties(sentence, bounds[1], bounds[1])
        suppliers, recipients = ({a.code for a in group} for group in (parties.suppliers, parties.recipients))
        is_open = not is_denied(
            sentence, parties.cue, bounds[1]
        )  # what was not handed over is not what the text is about
        if is_open and len(suppliers) == len(recipients) == 1:
            return tuple(suppliers), tuple(recipients)
        at = bounds[1] + 2
        if at >= len(text):
            break
    return None
