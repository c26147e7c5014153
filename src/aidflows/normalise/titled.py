"""Completes figures from the title of a text that names one party: `French arms exports in 2022`, `Military aid to Ukraine`."""

from __future__ import annotations

from aidflows.bind.listed import Parties
from aidflows.bind.parties import bind_parties
from aidflows.bind.sentence import read_sentence
from aidflows.normalise.links import BULLET
from aidflows.records import Document, Figure, Span

LONGEST = 140  # characters of a title: the first line of a text, without a full stop
NOUNS = frozenset({"P-AID", "P-DEAL"})


def complete_from_title(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the party that the title names, where they name nobody but the other side (rule P-TITLE).

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Swedish arms exports in 2021\\n\\nBrazil received 20 RBS-70 launchers.\\n").figures
    >>> [(f.supplier, f.recipient) for f in found]
    [('SWE', 'BRA')]
    """
    parties = _read_title(document)
    if parties is None:
        return figures
    suppliers, recipients = ({a.code for a in group} for group in (parties.suppliers, parties.recipients))
    if len(suppliers) == len(recipients) == 1:
        return [_take_both(f, suppliers.copy().pop(), recipients.copy().pop()) for f in figures]
    if len(suppliers) + len(recipients) != 1:
        return figures
    named: dict[Span, set[str]] = {}
    for figure in figures:
        named.setdefault(figure.sentence, set()).update(figure.recipients if suppliers else figure.suppliers)
    if suppliers:
        return [_give_supplier(f, suppliers.copy().pop(), named[f.sentence]) for f in figures]
    (code,) = recipients
    return [_list_item(document.text, _give_recipient(f, code, named[f.sentence]), code) for f in figures]


def _read_title(document: Document) -> Parties | None:
    text = document.text
    start = len(text) - len(text.lstrip("\ufeff \n\t#*"))
    end = text.find("\n", start)
    line = text[start:end].rstrip(" *") if 0 <= end - start <= LONGEST else ""
    if not line or line.endswith((".", "!", ";", ",")) or text[end:].isspace():
        return None
    parties = bind_parties(read_sentence(text, start, end, language=document.language), end, end)
    return parties if parties.rule in NOUNS else None


def _take_both(figure: Figure, supplier: str, recipient: str) -> Figure:
    """`Dutch support to Ukraine`: what the Netherlands gives, or Ukraine gets, in a sentence that names nobody else."""
    gives, gets = (
        (figure.suppliers, figure.recipients) == ((supplier,), ()),
        (figure.suppliers, figure.recipients) == ((), (recipient,)),
    )
    is_own = gives and figure.role == "transfer" and figure.in_scope  # `since Russia invaded` names nobody who gets
    is_gotten = gets and _fits(figure, supplier, {recipient} - {supplier})
    if figure.level == "exporter_total" or not (is_own or is_gotten):
        return figure
    return figure._replace(
        suppliers=(supplier,), supplier=supplier, recipients=(recipient,), recipient=recipient, rules=(*figure.rules, "P-TITLE")
    )  # fmt: skip


def _give_supplier(figure: Figure, code: str, told: set[str]) -> Figure:
    is_told = bool(figure.recipients) or figure.level == "exporter_total"
    if figure.suppliers or not is_told or not _fits(figure, code, told):
        return figure
    return figure._replace(suppliers=(code,), supplier=code, rules=(*figure.rules, "P-TITLE"))


def _list_item(text: str, figure: Figure, code: str) -> Figure:
    """An item of a list that names nobody, in a text whose title names who gets, goes there."""
    is_bare = (
        figure.kind == "hardware"
        and not figure.suppliers
        and not figure.recipients
        and figure.role in ("context", "transfer")
    )
    line = text.rfind("\n", max(0, figure.start - 160), figure.start) + 1
    if not is_bare or set(figure.named) - {code} or not line or not BULLET.match(text, line):
        return figure
    return figure._replace(
        role="transfer", in_scope=True, recipients=(code,), recipient=code, rules=(*figure.rules, "P-TITLE")
    )


def _give_recipient(figure: Figure, code: str, told: set[str]) -> Figure:
    is_open = bool(figure.suppliers) or ("P-AID" in figure.rules and figure.kind == "money" and not figure.named)
    if figure.recipients or not is_open or figure.level == "exporter_total" or not _fits(figure, code, told):
        return figure
    return figure._replace(recipients=(code,), recipient=code, rules=(*figure.rules, "P-TITLE"))


def _fits(figure: Figure, code: str, told: set[str]) -> bool:
    """True of a transfer whose sentence names nobody but the title's party and those on the other side."""
    return figure.role == "transfer" and figure.in_scope and code not in told and set(figure.named) <= told | {code}
