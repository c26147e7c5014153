"""Completes short texts from whom they tell of outside their figures: the firm that reports, the only other party, whom a sale is for."""

from __future__ import annotations

import re

from aidflows.bind.attitudes import is_attitude
from aidflows.bind.prepositions import is_own_idea
from aidflows.gazetteer.lists import load_countries
from aidflows.gazetteer.matcher import actor_matcher, cue_matcher
from aidflows.normalise.speakers import SEVERAL
from aidflows.recognise.lookalikes import is_namesake
from aidflows.recognise.sentences import Sentences
from aidflows.records import Cue, Document, Figure

NOTE = 400  # characters of a note
SHORT = 8000  # characters of a text that is about one thing
OPENING = 300  # characters in which a firm that reports of itself is named
SALES = frozenset({"P-GET", "P-DEAL", "P-GIVE", "P-LISTED"})
GIFTS = frozenset({"P-GIVE", "P-AID"})
# `This contract involves Foreign Military Sales to Taiwan.`: whom the contract of the sentence before is for
INVOLVES = re.compile(
    r"\b(?:contract|modification|order|award|effort|buy|action)\s(?:involves|includes|combines|supports|benefits|is\sfor|provides\sfor)\s(?:[^.;]{0,40}\s)?(?:[Ff]oreign\s[Mm]ilitary\s[Ss]ales?|FMS)\b[^.;]{0,60}?\b(?:to|for)\s(?:the\s)?(?:[Gg]overnments?\sof\s(?:the\s)?)?"
)


def complete_short(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a short text with what it tells of outside them.

    >>> from aidflows.extraction import extract_figures
    >>> text = "We stand with Mali. Norway has provided 12 trucks. Norway has also given 3 million kroner."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('NOR', 'MLI'), ('NOR', 'MLI')]
    """
    text = document.text
    figures = [_by_fund(_in_own_money(text, f)) for f in figures]
    if len(text) > SHORT or not (any(_lacks(f) for f in figures) or INVOLVES.search(text)):
        return figures
    named = (c for c in actor_matcher().find(text) if not is_namesake(text, c))
    actors = [c for c in named if not is_attitude(text, c, 0, document.language)]
    figures = _of_the_getter(document, _of_the_firm(text, figures, actors), actors)
    parties = [c for c in actors if not is_own_idea(text, c, 0)]
    return _for_whom(text, _other_party(figures, parties, is_note=len(text) <= NOTE), actors)


AID = re.compile(r"\b(?:[Aa]id|[Aa]ssistance|[Gg]rants?|[Ll]oans?|[Yy]en\sloan)\b")


def _in_own_money(text: str, figure: Figure) -> Figure:
    """Aid agreed between two parties comes from the one whose money it is in: `Japan signed with Mali aid of 5 billion yen` (rule P-CURRENCY)."""
    is_agreed = bool({"P-AID", "P-DEAL"} & set(figure.rules)) and figure.kind == "money" and figure.supplier
    if not is_agreed or figure.recipient is None or figure.unit in SEVERAL:
        return figure
    is_aid = figure.flow_type in ("grant", "loan") or AID.search(text, *figure.sentence)
    if not is_aid or load_countries()[figure.recipient]["iso2"] != figure.unit[:2]:
        return figure
    return figure._replace(
        supplier=figure.recipient, recipient=figure.supplier, suppliers=figure.recipients, recipients=figure.suppliers,
        flow_type="grant" if figure.flow_type == "sale" else figure.flow_type, rules=(*figure.rules, "P-CURRENCY"),
    )  # fmt: skip


def _by_fund(figure: Figure) -> Figure:
    """What the European Union pays is given, whatever the verb: it buys no arms for itself (rule P-FUND)."""
    if figure.recipients != ("EUU",) or figure.kind != "money" or not {"P-GET", "P-DEAL"} & set(figure.rules):
        return figure
    return figure._replace(
        suppliers=figure.recipients, recipients=figure.suppliers, supplier="EUU", recipient=figure.supplier,
        flow_type="grant", rules=(*figure.rules, "P-FUND"),
    )  # fmt: skip


def _lacks(figure: Figure) -> bool:
    return figure.role == "transfer" and not (figure.suppliers and figure.recipients)


def _of_the_firm(text: str, figures: list[Figure], actors: list[Cue]) -> list[Figure]:
    """What a text that opens with a firm tells of as ordered by others is sold by it (rule P-FIRM), where no other seller is named."""
    # what no release lists has no id: it is told apart by its name
    firms = {c.value[2] or text[c.start : c.end]: c.value[0] for c in actors if c.value[1] == "company"}
    opens = any(c.value[1] == "company" and c.start < OPENING for c in actors)
    sellers = {code for f in figures for code in f.suppliers}
    if len(firms) != 1 or not opens or not sellers <= set(firms.values()):
        return figures
    (code,) = firms.values()
    return [
        f._replace(suppliers=(code,), supplier=code, rules=(*f.rules, "P-FIRM"))
        if f.role == "transfer" and f.recipients and not f.suppliers and SALES & set(f.rules) and code not in f.recipients
        else f
        for f in figures
    ]  # fmt: skip


def _of_the_getter(document: Document, figures: list[Figure], actors: list[Cue]) -> list[Figure]:
    """What is sold or given in a text that opens with one party called importer or recipient goes to it (rule P-TEXT-GETTER)."""
    end = Sentences(document.text).around(0)[1]
    called = any(c.kind == "recipient_word" for c in cue_matcher(document.language).find(document.text, 0, end))
    named = {c.value[0] for c in actors if c.start < end and c.kind == "actor"}
    if not called or len(named) != 1:
        return figures
    (code,) = named
    return [
        f._replace(recipients=(code,), recipient=code, in_scope=True, rules=(*f.rules, "P-TEXT-GETTER"))
        if f.role == "transfer" and f.suppliers and not f.recipients and code not in f.suppliers
        and SALES & set(f.rules) and f.level != "exporter_total" else f
        for f in figures
    ]  # fmt: skip


def _other_party(figures: list[Figure], actors: list[Cue], *, is_note: bool) -> list[Figure]:
    """What one party gives, or several give together, in a text that names one other party, and nobody as getting, goes to that one (rule P-TEXT-OTHER)."""
    told = {f.suppliers for f in figures if f.role == "transfer" and f.suppliers}
    givers = {code for several in told for code in several}
    named = {c.value[0] for c in actors if c.kind == "actor" and c.value[1] != "company"}
    if len(told) != 1 or any(f.recipients for f in figures) or len(named - givers) != 1:
        return figures
    (code,) = named - givers
    # an adjective alone names a party only where it is among few words
    is_place = is_note or any(c.value[0] == code and c.value[1] != "demonym" for c in actors)
    return [
        f._replace(recipients=(code,), recipient=code, in_scope=True, rules=(*f.rules, "P-TEXT-OTHER"))
        if is_place and f.role == "transfer" and f.suppliers and GIFTS & set(f.rules) and f.level != "exporter_total" else f
        for f in figures
    ]  # fmt: skip


def _for_whom(text: str, figures: list[Figure], actors: list[Cue]) -> list[Figure]:
    """What a contract is told to involve, behind it, is whom it sells to (rule P-FMS)."""
    out = list(figures)
    for told in INVOLVES.finditer(text):
        buyers = tuple(dict.fromkeys(c.value[0] for c in actors if told.end() - 1 <= c.start < _stop(text, told.end())))
        before = [
            i
            for i, f in enumerate(out)
            if 0 <= told.start() - f.end <= 600 and "\n\n" not in text[f.end : told.start()]
        ]
        for i in before if buyers else ():
            f = out[i]
            if f.recipients in ((), ("USA",)) and "O-UNIT-PRICE" not in f.rules and f.role != "loss":
                out[i] = f._replace(
                    role="transfer", in_scope=True, suppliers=("USA",), supplier="USA", recipients=buyers, flow_type="sale",
                    recipient=buyers[0] if len(buyers) == 1 else None, rules=(*(r for r in f.rules if not r.startswith("O-")), "P-FMS"),
                )  # fmt: skip
    return out


def _stop(text: str, start: int) -> int:
    end = text.find(".", start)
    return len(text) if end < 0 else end
