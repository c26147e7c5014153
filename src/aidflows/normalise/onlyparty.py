"""Completes figures from the one party that a whole text tells of on a side: the only recipient, supplier or exporter."""

from __future__ import annotations

from collections import Counter

from aidflows.gazetteer.lists import load_makers
from aidflows.records import Figure, Span


def take_only_party(figures: list[Figure]) -> list[Figure]:
    """Return the figures with the text's only recipient, exporter and supplier where they lack one and name nobody else."""
    return _one_supplier(_one_exporter(_one_recipient(figures)))


def _one_exporter(out: list[Figure]) -> list[Figure]:
    """A total of exports without an exporter, in a text all of whose transfers come from one party, is that party's (rule P-TEXT-EXPORTER)."""
    sellers = {f.suppliers for f in out if f.role == "transfer" and f.suppliers and f.recipients}
    if len(sellers) != 1 or len(next(iter(sellers))) != 1:
        return out
    (suppliers,) = sellers
    return [
        f._replace(suppliers=suppliers, supplier=suppliers[0], recipients=(), recipient=None, rules=(*f.rules, "P-TEXT-EXPORTER"))
        if f.level == "exporter_total" and f.in_scope and not f.suppliers and set(f.named) <= set(suppliers)
        else f
        for f in out
    ]  # fmt: skip


BOUND = frozenset({"P-GIVE", "P-GET", "P-DEAL", "P-LISTED", "P-AID"})


def _one_recipient(out: list[Figure]) -> list[Figure]:
    """A gift or sale without a recipient, in a text all of whose transfers go to one party, goes there too (rule P-TEXT-RECIPIENT)."""
    named = Counter(f.recipients for f in out if f.role == "transfer" and f.recipients)
    first = next((f for f in out if f.role == "transfer"), None)
    is_told = first is not None and bool(first.recipients)  # what the text begins with is what it is about
    if not named or (named.total() < 2 and not is_told):
        return out
    recipients, count = min(named.items(), key=lambda n: (-n[1], n[0]))
    is_main = first is not None and first.recipients == recipients and 3 * count >= 2 * named.total()
    if len(recipients) != 1 or (len(named) > 1 and not is_main):
        return out
    # who is only given things buys none: `Canberra gives Kyiv 49 tanks; they are replaced by 75 bought from Washington`
    only_given = all(f.flow_type == "grant" for f in out if f.role == "transfer" and f.recipients)
    givers: dict[Span, set[str]] = {}
    for f in out:
        givers.setdefault(f.sentence, set()).update(f.suppliers)
    return [
        f._replace(recipients=recipients, recipient=recipients[0], in_scope=True, rules=(*f.rules, "P-TEXT-RECIPIENT"))
        if f.role == "transfer" and f.suppliers and not f.recipients and f.level != "exporter_total"
        and (BOUND if len(named) == 1 else GIVEN) & set(f.rules) and not (only_given and "P-GET" in f.rules) and not set(f.suppliers) & set(recipients) and set(f.named) <= {*givers[f.sentence], *recipients}
        else f
        for f in out
    ]  # fmt: skip


GIVEN = frozenset({"P-GIVE", "P-AID", "P-LISTED"})


def _one_supplier(out: list[Figure]) -> list[Figure]:
    """What is given to a party, in a text all of whose transfers come from one party, comes from it (rule P-TEXT-SUPPLIER).

    What a party buys comes from it only where the sentence names a system of its make: a buyer may have other sellers.
    """
    named = Counter(f.suppliers for f in out if f.role == "transfer" and f.suppliers)
    first = next((f for f in out if f.role == "transfer"), None)
    is_told = first is not None and bool(first.suppliers)
    if len(named) != 1 or (named.total() < 2 and not is_told) or len(next(iter(named))) != 1:
        return out
    (suppliers,) = named
    made = _makers(out)
    getters: dict[Span, set[str]] = {}
    for f in out:
        getters.setdefault(f.sentence, set()).update(f.recipients)
    return [
        f._replace(suppliers=suppliers, supplier=suppliers[0], rules=(*f.rules, "P-TEXT-SUPPLIER"))
        if f.role == "transfer" and f.recipients and not f.suppliers and "L-WHOLE" not in f.rules
        and (GIVEN & set(f.rules) or (BOUGHT & set(f.rules) and set(suppliers) <= made.get(f.sentence, frozenset())))
        and not set(f.recipients) & set(suppliers) and set(f.named) <= {*getters[f.sentence], *suppliers}
        else f
        for f in out
    ]  # fmt: skip


BOUGHT = frozenset({"P-GET", "P-DEAL"})


def _makers(out: list[Figure]) -> dict[Span, frozenset[str]]:
    """Return by sentence who makes all the systems that it names."""
    makers: dict[Span, frozenset[str]] = {}
    for figure in out:
        if made := load_makers().get(figure.system_id or ""):
            makers[figure.sentence] = makers.get(figure.sentence, made) & made
    return makers
