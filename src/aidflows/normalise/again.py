"""Reads one measure told again of another year or party: `The year before, the total had been 4 billion`, `Second was Ghana with 4 million` (again.csv)."""

from __future__ import annotations

import re
from functools import cache

from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.normalise.periods import find_relatives
from aidflows.recognise.wordlists import NOTHING, alternatives, listed_words
from aidflows.records import Actor, Document, Figure

NEAR = 400  # characters back to the amount told first
FAR = 1500  # characters back to the total of all, over what broke it down
# `the total cost of the railways` is no total of exports, `the figure of 4 million` none that is told again
NO_MEASURE = r"(?!\s(?:cost|price|bill|budget|debt|number|of|coût|coste|costo|prix|prezzo|precio|koszt|maliyet)\w*)"
KINDS = ("measure", "comes", "rank", "adds", "source")
OTHER = "O-NO-TRANSFER"
NO_PARTY = frozenset({"media", "programme", "company"})
# between `added` and an amount: no clause of what was said
CLAUSE = r"(?:that|which|who|dass|die|das|que|qui|che|cui|att|som|że|któr\w+|что|котор\w+|що|як\w+)\b"
ADDED = re.compile(rf"\s(?:(?!{CLAUSE})[^\W\d_]+\s){{0,2}}[^\W\d]{{0,3}}\s?\Z")
ASIDE = re.compile(rf"(?:['’]s\s(?!share)|,\s{CLAUSE})")  # `Next came Ghana's elections, which cost 4 million`


# `the year before, the total was 16.3 billion`: of all exports, whoever was told of last
TOTAL = re.compile(r"\b(?:total|[Gg]esamt|łączn|общ|загальн|toplam)", re.IGNORECASE)
LISTED = re.compile(r"(?:,|;|,?\s[^\W\d_]{1,4})?\s(?:[^\W\d_]+\s){0,2}")  # `, third Togo with 3 million`
BESIDE = 20  # characters between a name and its amount


@cache
def _words(language: str, kind: str) -> re.Pattern[str]:
    """Return the pattern of the words of one kind; totals are told in English words in any language's tables."""
    both = ("en", language) if kind == "measure" else (language,)
    words = alternatives(listed_words("again", *both, kind=kind)) or NOTHING
    ends = NO_MEASURE if kind == "measure" else r"\s(?:[^\W\d_]{1,3}[\s'’])?\Z" if kind == "case" else ""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w){ends}", re.IGNORECASE)


def add_totals(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with a measure told again as the one before it: of another year, or of another party (rule L-TOTAL-AGAIN).

    >>> from aidflows.extraction import extract_figures
    >>> told = "Swedish arms exports came to $2 billion in 2020. In the previous year the total had stood at $1 billion."
    >>> [(f.in_scope, f.supplier, f.year) for f in extract_figures(told).figures]
    [(True, 'SWE', 2020), (True, 'SWE', 2019)]
    >>> told = "Sweden sold Mali arms for $2 billion. Second was Chad with $1 billion."
    >>> [(f.in_scope, f.supplier, f.recipient) for f in extract_figures(told).figures]
    [(True, 'SWE', 'MLI'), (True, 'SWE', 'TCD')]
    """
    last: Figure | None = None
    whole: Figure | None = None
    out: list[Figure] = []
    at = 0  # where the last stands
    for figure in figures:
        if last is not None and _is_open(document.text, figure, last):
            figure = _read_again(document, figure, _meant(document.text, figure, last, whole))
            if figure.suppliers and not last.suppliers and "L-TOTAL-AGAIN" in figure.rules:
                # `Ukraine received 10 million; 4 million came from Oslo`: the whole is of nobody alone
                out[at] = out[at]._replace(rules=(*out[at].rules, "L-WHOLE"))
        if figure.kind == "money" and figure.in_scope:
            if figure.suppliers or figure.recipients:
                last, at = figure, len(out)
            whole = whole if figure.recipients else figure._replace(level="exporter_total")
        out.append(figure)
    return out


def _meant(text: str, figure: Figure, last: Figure, whole: Figure | None) -> Figure:
    """Return which amount an amount points back to: the total of all, where words like `the total` stand beside it, else the last."""
    is_near = whole is not None and figure.start - whole.end < FAR and "\n\n" not in text[whole.end : figure.start]
    is_whole = is_near and TOTAL.search(text, *figure.sentence) is not None
    return whole if whole is not None and is_whole and whole.unit == figure.unit else last


def _is_open(text: str, figure: Figure, last: Figure) -> bool:
    """True of an amount that no verb moves, behind another of its currency that goes between parties, in the same paragraph."""
    is_open = figure.kind == "money" and figure.unit == last.unit
    is_bare = figure.in_scope and "R-NO-TRANSFER" in figure.rules and not (figure.suppliers or figure.recipients)
    # `a further 4 million came from Oslo`
    is_sourced = "P-GET" in figure.rules and bool(figure.suppliers) and not figure.recipients
    is_unread = OTHER in figure.rules or is_bare or is_sourced
    is_next = figure.sentence != last.sentence or "L-TOTAL-AGAIN" in last.rules
    is_near = figure.start - last.end < NEAR and "\n\n" not in text[last.end : figure.start]
    return is_open and is_unread and is_next and is_near


def _read_again(document: Document, figure: Figure, last: Figure) -> Figure:
    text, language = document.text, document.language
    kinds = {k for k in KINDS if _words(language, k).search(text, *figure.sentence)}
    if not kinds or (figure.suppliers and "source" not in kinds):
        return figure
    known = {*last.suppliers, *last.recipients}
    sentence = read_sentence(text, *figure.sentence, language=language)
    actor = _turned_to(sentence, figure, last)
    if actor is not None and actor.code not in known:
        side = _side(document, sentence, figure, last, actor)
        return _as_before(figure, last, actor.code, side) if side else figure
    is_other_year = figure.year not in (None, last.year)
    is_other_year |= figure.year is None and bool(
        find_relatives(text, *figure.sentence)
    )  # `last year`, in a text without a date
    is_same = "measure" in kinds and is_other_year and set(figure.named) <= known
    return _as_before(figure, last, "", "") if is_same else figure


def _turned_to(sentence: Sentence, figure: Figure, last: Figure) -> Actor | None:
    """Return the one party named between the amount told before and this one, or in the rest of the sentence."""
    low = max(sentence.start, last.end)
    actors = [a for a in sentence.actors if low <= a.start and a.kind not in NO_PARTY]
    before = [a for a in actors if a.end <= figure.start]
    return next(iter(before or actors), None) if len({a.code for a in before or actors}) == 1 else None


def _side(document: Document, sentence: Sentence, figure: Figure, last: Figure, actor: Actor) -> str:
    """Return on which side the other party stands, or nothing where no words tell."""
    text, language = sentence.text, sentence.language
    low = max(sentence.start, last.end)
    has = {k: _words(language, k).search(text, low, sentence.end) for k in KINDS}
    is_case = _words(language, "case").search(text, max(low, actor.start - 24), actor.start) is not None
    if (has["measure"] or "L-TOTAL-AGAIN" in last.rules) and (is_case or (language == "tr" and actor.mark == "TO")):
        return "recipients"
    if has["comes"] and actor.mark in ("TO", "FROM"):
        return "recipients" if actor.mark == "TO" else "suppliers"
    added = has["adds"]
    if added and actor.end < added.start() and not actor.mark and last.flow_type != "sale":
        is_object = ADDED.match(text, added.end(), figure.start) or language == "tr"
        return "suppliers" if is_object and "," not in text[actor.end : figure.start] else ""
    if (
        "L-TOTAL-AGAIN" in last.rules
        and LISTED.fullmatch(text, last.end, actor.start)
        and figure.start - actor.end < BESIDE
    ):
        return _ranked(document, last)
    if has["source"] and actor.mark in ("FROM", "OF", ""):
        return "suppliers"
    is_ranked = (
        has["rank"]
        and actor.mark not in ("FROM", "BY", "WITH")
        and not ASIDE.search(text, actor.end, max(actor.end, figure.start))
    )
    return _ranked(document, last) if is_ranked else ""


def _ranked(document: Document, last: Figure) -> str:
    """Return who is ranked: buyers of what is sold; of what is given, donors or recipients as the words before tell."""
    if last.flow_type == "sale" or "P-AID" in last.rules:  # `aid to Egypt was 1.3 billion`
        return "recipients"
    told = read_sentence(document.text, *last.sentence, language=document.language)
    if told.kinds("supplier_word"):
        return "suppliers"
    return "recipients" if told.kinds("recipient_word", "exporter_total") else ""


def _as_before(figure: Figure, last: Figure, code: str, side: str) -> Figure:
    """Return an amount between the parties of the one before, one of them another."""
    rules = (*(r for r in figure.rules if r not in (OTHER, "R-NO-TRANSFER")), "L-TOTAL-AGAIN")
    suppliers = (code,) if side == "suppliers" else last.suppliers
    recipients = (code,) if side == "recipients" else last.recipients
    return figure._replace(
        in_scope=True, role=last.role, supplier=next(iter(suppliers), None) if len(suppliers) == 1 else None, suppliers=suppliers,
        supplier_org=None if side == "suppliers" else last.supplier_org,
        recipient=next(iter(recipients), None) if len(recipients) == 1 else None, recipients=recipients,
        recipient_org=None if side == "recipients" else last.recipient_org,
        flow_type=last.flow_type, stage=last.stage, level=last.level if not side else None, rules=rules,
    )  # fmt: skip
