"""Reads one statement (a training programme, a joint production, a sale without a number) from the sentences at its span."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aidflows.bind.dating import bind_date, in_citation
from aidflows.bind.parties import bind_parties
from aidflows.bind.scope import bind_setting
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.gazetteer.lists import load_types
from aidflows.normalise.carried import find_context_date
from aidflows.normalise.figures import plain_item
from aidflows.recognise.items import find_items
from aidflows.recognise.sentences import Sentences
from aidflows.recognise.titles import find_titles
from aidflows.records import Figure, When

CONTENT = {
    "training": "training", "services": "services", "technology": "technology", "coproduction": "coproduction", "transfer": "hardware",
    "deployment": "deployment", "exercise": "exercise", "interest": "hardware",
}  # fmt: skip
ITEMS = {
    "training": "military training", "services": "support and services", "technology": "military technology and know-how",
    "coproduction": "joint production", "deployment": "deployment of forces", "exercise": "joint exercise", "interest": "arms and military equipment",
    "transfer": "arms and military equipment",
}  # fmt: skip
STAGES = {"training": "delivered", "services": "delivered", "technology": "delivered", "coproduction": "agreed", "deployment": "delivered", "exercise": "delivered", "transfer": "delivered", "interest": "interest"}  # fmt: skip


def read_statement(text: str, span: tuple[int, int], kind: str, name: str) -> Figure:
    """Return what the sentence at a span says: parties, date, item, stage; kind `statement`, surface ''."""
    start, end = span
    bounds = _bounds(text, start, end)
    sentence = read_sentence(text, *bounds)
    focus = _focus(sentence, start, end)
    parties = bind_parties(sentence, *focus)
    setting = bind_setting(sentence, *focus, parties.cue)
    inside = [d for d in sentence.dates if d.year and not in_citation(sentence, d)]
    own = bind_date(sentence, *focus) or (inside[0] if inside else None)
    when: When | None = own or find_context_date(text, sentence)
    suppliers = tuple(dict.fromkeys(a.code for a in parties.suppliers))
    recipients = tuple(dict.fromkeys(a.code for a in parties.recipients if a.code not in suppliers))
    system_type = _type(text, start, end) if kind in ("transfer", "coproduction", "training") else None
    if kind == "deployment":
        suppliers, recipients = _deployed(sentence, start, end)
    figure = Figure(
        document=name, kind="statement", surface="", start=start, end=end, suppliers=suppliers, recipients=recipients,
        content=CONTENT.get(kind), item=_item(text, span, kind, system_type), category=_category(kind, system_type), system_type=system_type,
        sipri_category=(load_types()[system_type]["sipri_category"] or None) if system_type else None,
        date_start=when.date_start if when else None, date_end=when.date_end if when else None, year=when.year if when else None,
        stage=STAGES.get(kind), flow_type=_flow_type(kind, setting.flow_type), purpose="military", assertion="stated", modality="in_kind",
        role="transfer" if kind in CONTENT else "context", in_scope=True, sentence=bounds, rules=(parties.rule or "P-NONE",),
        named=tuple(dict.fromkeys(a.code for a in sentence.actors if start <= a.start < end)),
    )  # fmt: skip
    if when and when.is_period:
        figure = figure._replace(period_start=when.date_start, period_end=when.date_end)
    return figure


def read_agreement(text: str, span: tuple[int, int], name: str) -> Figure:
    """Return the agreement named at a span: title, parties (both lists hold all of them), date."""
    bounds = _bounds(text, *span)
    titles = [t for t in find_titles(text, *bounds)] or [span]
    inside = [t for t in titles if t[0] < span[1] and span[0] < t[1]] or titles[:1]
    title = max(inside, key=lambda t: t[1] - t[0])
    sentence = read_sentence(text, *bounds)
    parties = tuple(dict.fromkeys(a.code for a in sentence.actors if a.kind != "media"))
    when = bind_date(sentence, *title) or find_context_date(text, sentence)
    inner = next((d for d in sentence.dates if title[0] <= d.start < title[1] and d.year), None)
    when = when or inner
    return Figure(
        document=name, kind="agreement", surface=text[title[0] : title[1]], start=span[0], end=span[1], suppliers=parties, recipients=parties,
        date_start=when.date_start if when else None, date_end=when.date_end if when else None, year=when.year if when else None,
        role="context", in_scope=True, sentence=bounds,
    )  # fmt: skip


def fill_parties(figures: Iterable[Figure], about: tuple[str, str]) -> list[Figure]:
    """Complete statements by the pair that the source is about, named in its source.yml (rule P-DOCUMENT-PAIR).

    Only what names no party outside the pair is completed; joint work (exercises, joint production) has no direction of
    its own and takes the pair's.
    """
    supplier, recipient = about
    out = []
    for figure in figures:
        known = set(figure.suppliers + figure.recipients)
        lacking = not figure.suppliers or not figure.recipients or figure.content in ("exercise", "coproduction")
        unsupplied = figure.content == "hardware" and supplier not in known | set(
            figure.named
        )  # who sold it is never supplied
        if (
            figure.kind == "statement"
            and figure.role == "transfer"
            and lacking
            and not unsupplied
            and known | set(figure.named) <= {supplier, recipient}
        ):
            figure = figure._replace(
                suppliers=(supplier,), recipients=(recipient,), rules=(*figure.rules, "P-DOCUMENT-PAIR")
            )
        out.append(figure)
    return out


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    sentences = Sentences(text)
    first = sentences.around(start)
    last = sentences.around(max(start, end - 1))
    return first[0], max(last[1], end)


def _focus(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Read from the first verb or noun of giving or getting within the span, else from the span's end."""
    inside = [c for c in sentence.kinds("give", "get", "noun_give", "noun_get") if start <= c.start < end]
    return (inside[0].end, inside[0].end) if inside else (end, end)


def _deployed(sentence: Sentence, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who sends forces, and where to: the first party named, and the first other one in a place or direction."""
    inside = [a for a in sentence.actors if start <= a.start < end] or list(sentence.actors)
    senders = [a.code for a in inside if a.mark in ("", "GEN", "BY", "OF")][:1]
    places = [a.code for a in inside if a.code not in senders and a.mark in ("IN", "TO", "OF", "FROM", "GEN", "")][:1]
    return tuple(senders), tuple(places)


def _type(text: str, start: int, end: int) -> str | None:
    inside = [c for c in find_items(text[start:end]) if c.kind == "type"]
    return inside[0].value[0] if inside else None


def _item(text: str, span: tuple[int, int], kind: str, system_type: str | None) -> str | None:
    if kind not in ITEMS:
        return None
    if kind == "exercise":
        quoted = re.search(r'"([^"]+?),?"', text[max(0, span[0] - 1) : span[1] + 2])
        return f"{ITEMS[kind]}: {quoted.group(1)}" if quoted else ITEMS[kind]
    if system_type is None:
        return ITEMS[kind]
    base = plain_item(system_type)
    calibre = re.search(r"(\d{2,3}(?:(?:,| and) \d{2,3})*)\s*mm\b", text[span[0] : span[1]])
    base = f"{base}, {calibre.group(1)} mm" if calibre else base
    return (
        f"joint production of {base}"
        if kind == "coproduction"
        else f"training on {base}"
        if kind == "training"
        else base
    )


def _category(kind: str, system_type: str | None) -> str:
    if kind == "training":
        return "training"
    if kind in ("transfer", "coproduction") and system_type:
        return load_types()[system_type]["category"]
    return "not_itemised"


def _flow_type(kind: str, found: str | None) -> str:
    if kind in ("training", "deployment", "exercise"):
        return "grant" if kind == "training" else "unknown"
    return found if kind == "transfer" and found else "unknown"
