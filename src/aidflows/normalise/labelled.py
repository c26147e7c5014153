"""Reads parties that stand behind labels: `Exporter: Bulgaria. Importer: Romania.`"""

from __future__ import annotations

import re

from aidflows.gazetteer.matcher import actor_matcher
from aidflows.records import Figure

GIVER = re.compile(
    r"\b(?:Exporter|Exporting\s(?:state|country)|Supplier|Contractor|Vendor|Manufacturer|Supplying\scountry|Seller|Donor|Country\sof\sexport|Exportador|Exportateur|Fournisseur|Lieferant|Lieferland|Fornitore|Proveedor|Поставщик|Постачальник|Tedarikçi|Dostawca|Leverantör)\s*:\s*",
    re.IGNORECASE,
)
GETTER = re.compile(
    r"\b(?:(?:Final\s)?Importer|Importing\s(?:state|country)|Recipient|Recipient\scountry|Beneficiary|Buyer|Purchaser|Customer|End[- ]user|Destination|Country\sof\sdestination|Importador|Importateur|Destinataire|Bénéficiaire|Empfänger"
    r"|Empfängerland|Käufer|Destinatario|Beneficiario|Comprador|Получатель|Покупатель|Одержувач|Alıcı|Odbiorca|Mottagare)\s*:\s*",
    re.IGNORECASE,
)
NAMED_FIRM = re.compile(r"[^\n.;:]{2,40},\s")  # `Contractor: NFM Group, Norway`
REACH = 500  # characters before the figure, in the same paragraph


def read_labels(text: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the parties that labels before them name; what has both parties stays (rule L-LABEL).

    >>> from aidflows.extraction import extract_figures
    >>> figure = extract_figures("Exporter: Bulgaria. Importer: Romania. 150 mortars. ").figures[0]
    >>> figure.supplier, figure.recipient
    ('BGR', 'ROU')
    """
    return [_label(text, f) if _may_lack(text, f) else f for f in figures]


def _reach(text: str, figure: Figure) -> tuple[int, int]:
    floor = max(0, figure.start - REACH)
    gap = text.rfind("\n\n", floor, figure.start)
    return (gap + 2 if gap >= 0 else floor), figure.start


def _may_lack(text: str, figure: Figure) -> bool:
    """True of a figure without a party, with a colon before it; told first, since few figures have labels."""
    lacks = figure.role in ("context", "transfer") and not (figure.suppliers and figure.recipients)
    return lacks and text.find(":", *_reach(text, figure)) >= 0


def _label(text: str, figure: Figure) -> Figure:
    givers = _named(text, *_reach(text, figure), GIVER)
    if not givers:
        return figure
    getters = _named(text, *_reach(text, figure), GETTER) or figure.recipients[:1] or _heading_name(text, figure)
    if not getters or givers == getters:
        return figure
    return figure._replace(
        role="transfer", in_scope=True, suppliers=givers, recipients=getters, supplier=givers[0], recipient=getters[0],
        stage=figure.stage or "delivered", rules=(*(r for r in figure.rules if not r.startswith(("R-NO", "O-NO"))), "L-LABEL"),
    )  # fmt: skip


def _heading_name(text: str, figure: Figure) -> tuple[str, ...]:
    """Return the party that opens the figure's line: `Azerbaijan: Supplier: Israel. ...`"""
    line = text.rfind("\n", max(0, figure.start - REACH), figure.start) + 1
    found = next(actor_matcher().find(text, line, min(len(text), line + 60)), None)
    return (found.value[0],) if found and found.start == line and text.startswith(":", found.end) else ()


def _named(text: str, start: int, end: int, label: re.Pattern[str]) -> tuple[str, ...]:
    """Return the party right behind the last label of its kind."""
    labels = list(label.finditer(text, start, end))
    if not labels:
        return ()
    last = labels[-1]
    found = next(actor_matcher().find(text, last.end(), min(len(text), last.end() + 60)), None)
    gap = text[last.end() : found.start] if found else "\n"
    return (found.value[0],) if found and (len(gap) <= 4 or NAMED_FIRM.fullmatch(gap)) else ()
