"""Weighs all that speaks for each party of a short text, and sets right or completes what the rules left wrong or open."""

from __future__ import annotations

import re

from aidflows.normalise.evidence import SIDES, Told, find_evidence, read_told
from aidflows.normalise.links import with_conversions
from aidflows.normalise.network import load_network, share_pairs, sum_likeliest
from aidflows.normalise.pairing import Pair, find_pairs
from aidflows.normalise.plain import find_plain
from aidflows.normalise.topic import find_systems, has_topic, is_near
from aidflows.records import Document, Figure

SHORT = 8000  # characters; what a longer text says at its head no longer tells of all its figures
CLEAR = frozenset(
    {
        "T-COLUMN",
        "L-REGISTER",
        "L-WHOLE",
        "P-SAME-SYSTEM",
        "P-RETURN",
        "P-CUSTOMER",
        "R-DENIED",
        "R-DEPLOYED",
        "R-PASSED-OVER",
    }
)  # read from columns, or moved by nobody
# what goes on from a deal told before: where both its parties are known, nothing is left to weigh
LINKED = frozenset(
    {
        "L-COST",
        "L-BREAKDOWN",
        "P-BRACKETED",
        "L-TOTAL-AGAIN",
        "P-PURPOSE",
        "P-MUTUAL",
        "P-RELATION",
        "P-OWES",
        "P-PAYMENT",
        "P-PAID-FOR",
        "P-CONTEST",
        "P-TURNS",
        "P-ACCOUNTS",
        "P-UPGRADED",
        "P-ASKED",
        "P-BOUGHT-FOR",
        "P-REPAID",
        "P-AWARDED",
        "L-LIST",
    }
)
OWN = frozenset({"O-OWN-PROCUREMENT", "O-OWN-INDUSTRY"})  # bought at home, unless it goes from one party to another
SURE = 0.7  # of one, that a party must reach before it stands where the rules found nobody
LIKELIER = 0.5  # before it stands for one that the rules found
AWAY = 0.6  # that a pair must reach before what was bought at home goes from one to the other


def weigh_parties(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a short text with the parties for which most speaks (rule P-WEIGHED).

    The weights (weights.csv, units.csv) are fitted by `scripts/weigh.py` to first readings of texts by the rules alone.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Norwegian firms export more. The five largest destinations were Chad with 168 million kroner and Mali with 75 million kroner."
    >>> [(f.supplier, f.recipient) for f in extract_figures(text).figures]
    [('NOR', 'TCD'), ('NOR', 'MLI')]
    """
    if len(document.text) > SHORT:
        return figures
    places = find_systems(figures)
    weighed = {i for i, f in enumerate(figures) if _is_open(f) and _is_of_arms(document, f, places)}
    if not weighed:
        return figures
    told = read_told(document, figures)
    moves = any(f.role == "transfer" for f in figures)  # a text that tells of a transfer may go on with others
    out = [_weigh(f, told, i, moves=moves) if i in weighed else f for i, f in enumerate(figures)]
    return with_conversions(_with_things(document.text, figures, out))


# `40 vehicles for $24 million`: nothing but a preposition, and what bounds the amount, between a thing and its price
PRICE = re.compile(
    r"(?:,\s[^\W\d_A-Z]+ed(?:\s[^,;.$€£]{1,24})?|,\sbought(?:\s[^,;.$€£]{1,24})?)?\s(?:at\sa\s(?:total\s)?(?:price|cost)\sof|a\sun\sprecio\sde|zum\sPreis\svon|(?:à\sun|pour\sun)\sprix\sde|al\sprezzo\sdi|till\sett\spris\sav|w\scenie|по\sцене|за\sціною|for|por|per|pour|für|za|за|på|för|için)\s(?:[^\W\d]+\s){0,2}"
)


def _with_things(text: str, before: list[Figure], out: list[Figure]) -> list[Figure]:
    """Return the figures with the price right behind a thing between the parties of the thing, where weighing told them apart or left one out."""
    priced = list(out)
    for i in range(1, len(out)):
        thing, price = out[i - 1], out[i]
        is_priced = thing.kind == "hardware" and price.kind == "money" and PRICE.fullmatch(text, thing.end, price.start)
        apart = (thing.suppliers, thing.recipients) != (price.suppliers, price.recipients)
        apart = apart and (price != before[i] or _lacks_one(price, thing))
        if is_priced and apart and thing.suppliers and thing.recipients:
            priced[i] = before[i]._replace(
                suppliers=thing.suppliers, recipients=thing.recipients, supplier=thing.supplier, recipient=thing.recipient,
                rules=(*before[i].rules, "L-SAME-PAIR"),
            )  # fmt: skip
    return priced


def _lacks_one(price: Figure, thing: Figure) -> bool:
    """True of a price with one party of its thing and nobody on the other side."""
    sides = [(getattr(price, side), getattr(thing, side)) for side in SIDES]
    return any(mine == whole for mine, whole in sides) and any(not mine for mine, _ in sides)


def _is_open(figure: Figure) -> bool:
    """True of what moves or is asked for, outside tables, unless several give or get and the other side is known."""
    is_out = figure.kind == "money" and not figure.in_scope and OWN.isdisjoint(figure.rules)
    if (
        is_out
        or figure.role in ("loss", "inventory")
        or figure.kind == "personnel"
        or figure.conversion_of is not None
        or are_several(figure.suppliers, figure.recipients)
    ):
        return False
    is_whole = bool(figure.suppliers and figure.recipients)
    if is_whole and (figure.stage == "notified" or LINKED & set(figure.rules)):
        return False  # a notice is of a sale by the United States
    return not CLEAR & set(figure.rules)


Codes = tuple[str, ...]

# what these buy from a firm of their country goes to no other that the text names elsewhere; wider than the patterns of scope.py,
# which must tell own procurement: here it is told already, and any force in the sentence keeps it
ANY_FORCE = re.compile(r"\b(?:Army|Navy|Air\sForce|Marine|Pentagon|Defen[cs]e\sDepartment|Department\sof\sDefense)")


def _is_of_arms(document: Document, figure: Figure, places: list[int]) -> bool:
    """True where words of arms or aid, or the name of a system, stand near, and no force buys at home."""
    if not OWN.isdisjoint(figure.rules) and ANY_FORCE.search(document.text, *figure.sentence):
        return False
    return has_topic(document.text, figure.start, figure.end, document.language) or is_near(places, figure.start)


def _score(told: Told, i: int) -> dict[Pair, float]:
    """Return how likely each pair is for the i-th figure; of each side, those for which most speaks are paired."""
    network = load_network()
    gives, gets = (sum_likeliest(network, side, find_evidence(told, i, side)) for side in (0, 1))
    return share_pairs(network, (gives, gets), find_pairs(told, i, list(gives), list(gets)))


def _weigh(figure: Figure, told: Told, i: int, *, moves: bool) -> Figure:
    shares = _score(told, i)
    suppliers, recipients = settle_pair(shares, figure.suppliers, figure.recipients)
    gives, gets = find_plain(figure, told.sentences[told.places[i]])
    if gives and (gets or set(figure.suppliers) & set(recipients)):
        return figure
    suppliers = figure.suppliers if gives else suppliers
    is_whole = figure.level == "exporter_total" and (figure.kind == "hardware" or "L-TOTAL-AGAIN" in figure.rules)
    if is_whole or "P-TEXT-EXPORTER" in figure.rules:
        recipients = figure.recipients  # what all bought together nobody bought alone
    if "P-INTERPOSED" in figure.rules:
        suppliers = figure.suppliers
    if (suppliers, recipients) == (figure.suppliers, figure.recipients):
        return figure
    if not OWN.isdisjoint(figure.rules):
        if not suppliers or not recipients or max(shares.values()) < AWAY or _is_still_at_home(figure, recipients):
            return figure
        figure = _between_two(figure)
    role = "transfer" if moves and _is_moved(figure, suppliers, recipients) else figure.role
    in_scope = figure.in_scope or (role == "transfer" and bool(suppliers or recipients))
    return figure._replace(
        suppliers=suppliers, recipients=recipients, supplier=next(iter(suppliers), None), recipient=next(iter(recipients), None),
        in_scope=in_scope, role=role, supplier_org=figure.supplier_org if suppliers == figure.suppliers else None,
        recipient_org=figure.recipient_org if recipients == figure.recipients else None, rules=(*figure.rules, "P-WEIGHED"),
    )  # fmt: skip


def _is_moved(figure: Figure, suppliers: Codes, recipients: Codes) -> bool:
    """True of a counted thing that no verb is known to move, once both parties are likely: `Colombia has signed for 17 Gripens`."""
    is_counted = figure.kind == "hardware" and figure.quantity_start is not None
    return is_counted and "R-NO-TRANSFER" in figure.rules and bool(suppliers and recipients)


def _is_still_at_home(figure: Figure, recipients: Codes) -> bool:
    """True of who buys of a firm of its own country, whoever else is named."""
    return "O-OWN-INDUSTRY" in figure.rules and recipients == figure.recipients


def are_several(suppliers: Codes, recipients: Codes) -> bool:
    """True where several give or get, and who stands on the other side is known: pairs of one and one say no more."""
    return bool(suppliers and recipients) and len(suppliers) + len(recipients) > 2


def settle_pair(shares: dict[Pair, float], suppliers: Codes, recipients: Codes) -> tuple[Codes, Codes]:
    """Return the likeliest pair as far as each party is likely enough to stand for what the rules found; nobody gives to itself."""
    if len(suppliers) > 1 or len(recipients) > 1:
        return _beside_several(shares, suppliers, recipients)
    giver, getter = max(shares, key=lambda pair: shares[pair])
    gives = sum(share for pair, share in shares.items() if pair[0] == giver)
    gets = sum(share for pair, share in shares.items() if pair[1] == getter)
    found = _settle(giver, gives, suppliers), _settle(getter, gets, recipients)
    return (suppliers, recipients) if set(found[0]) & set(found[1]) else found


def _beside_several(shares: dict[Pair, float], suppliers: Codes, recipients: Codes) -> tuple[Codes, Codes]:
    """Return who alone gives to several, or gets from several, where it is likely enough: `Norwegian howitzers went to Kenya and Ghana`."""
    side, known = (0, recipients) if not suppliers else (1, suppliers)
    likely: dict[str, float] = {}
    for pair, share in shares.items():
        likely[pair[side]] = likely.get(pair[side], 0.0) + share
    party = max(likely, key=lambda code: likely[code])
    found = _settle(party, likely[party], ()) if party not in known else ()
    return (found, recipients) if side == 0 else (suppliers, found)


def _settle(party: str, share: float, found: Codes) -> Codes:
    """Return a party that is likely enough; nobody never stands for somebody."""
    return (party,) if party and share >= (LIKELIER if found else SURE) else found


def _between_two(figure: Figure) -> Figure:
    """What goes from one party to another is nobody's own procurement."""
    return figure._replace(role="transfer", in_scope=True, rules=tuple(r for r in figure.rules if r not in OWN))
