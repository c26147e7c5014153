"""Completes the parties of a document's figures from the figure, the sentence or the pair before, where nothing contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aidflows.gazetteer.lists import load_list, load_makers
from aidflows.normalise.onlyparty import take_only_party
from aidflows.normalise.textpair import Pair, take_pair
from aidflows.records import Figure

NEAR = 600
LAW = 2000  # characters around an amount in which a statute names the law it amends
LONGEST = 200  # characters of a surface: figures are sorted by start, not by end
# who goes on from the sentence before, in ten languages: `Elle a livré`, `lieferte es`, `Das Land erhielt`, `Она купила`
PRONOUN = re.compile(
    r"\b(?:[Dd]as\s(?:Land|Emirat|Königreich)|(?:hat|te|ten|t)\ses|[a-zäöüß]{3,}(?:te|ahm|ielt|ekam|aufte|tellte)\s(?:sie|er)|[Ii]l\s(?:a|avait|vient|va|doit|en|leur|lui)|[Ee]lle\s[a-zà-ÿ]+|[Ll]e\s(?:pays|royaume|gouvernement)|[Ee]l\s(?:país|reino|Gobierno)|[Ii]l\s(?:[Pp]aese|governo|regno)|[Ll]andet|[Kk]raj|[Оо]на|[Сс]трана|[Вв]она|[Кк]раїна|[Üü]lke)\b"
    r"|\b(?:[Ii]t|[Tt]hey|[Ss]he|[Hh]e|[Tt]he\s(?:country|government|kingdom|emirate|ministry|(?:NATO|Nato|EU|alliance)\s(?:member|ally|country)))\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+|later\s+|will\s+)*[a-z]+"
)
OPENS_IT = re.compile(
    r"(?:Es|Sie)\s(?:hat|hatte|haben|wird|will|soll|kaufte|lieferte|bestellte|erhielt|bekam|zahlte|bezahlte|gab|schenkte|verkaufte|übergab|überließ|sagte|stellte|liefert|kauft|zahlt)\b"
    r"|(?:Det|Den)\s(?:har|hade|ska|kommer|köpte|sålde|skänkte|gav|fick|betalade|levererade|beställde|bidrog|donerade|betalar|köper)\b"
)
POSSESSIVE = re.compile(r"(?:Its|Their|His|Her)\s")
# `France sold it a frigate`: whom the sentence before is about
OBJECT_IT = re.compile(
    r"\b(?:sold|gave|lent|offered|supplied|granted|sent|leased|handed|promised|sells|gives|lends)\s(?:it|them|him|her)\s|\b(?:lui|leur)\s(?:a|ont)\s|\b(?:gli|le)\s(?:ha|hanno)\s"
)
THE_SYSTEM = re.compile(
    r"\b(?:for|of|buys?|bought|ordered|purchased|acquired|received)\s+(?:the|this|that|these|those|such|more)\s+(?:\w+\s+)?(?:systems?|type|aircraft|jets?|missiles?|drones?|vehicles?|tanks?|launchers?|radars?|helicopters?|guns?|weapons?)\b"
)


def complete_parties(text: str, figures: list[Figure], topic: Pair | None) -> list[Figure]:
    """Return the figures with missing parties filled; `topic` is the pair that the first sentences name, if any."""
    out = [_pronoun(text, f) for f in figures]
    out = [_of_the_law(text, f) for f in out]
    before = list(out)
    out = [_inherit(text, out, i) for i in range(len(out))]
    out = [_of_the_system(text, out, i) for i in range(len(out))]
    out = take_pair(text, [_from_before(f) for f in out], topic)
    out = [_inherit(text, out, i) for i in range(len(out))]  # what was completed just now completes what follows
    out = _veto(before, take_only_party(out))
    return [
        _inherit(text, out, i) for i in range(len(out))
    ]  # and what the text's only party completed, what follows it


def _veto(before: list[Figure], after: list[Figure]) -> list[Figure]:
    """Take back a supplier of a sale that was taken over, where the sentence names systems of another maker (rule P-ORIGIN-VETO).

    Origin is not supply, so it never fills a supplier; it only keeps `Cairo bought 24 Rafales` from Germany's exports.
    """
    makers: dict[tuple[int, int], set[str]] = {}
    for figure in after:
        makers.setdefault(figure.sentence, set()).update(load_makers().get(figure.system_id or "", ()))
    out = []
    for old, new in zip(before, after, strict=True):
        taken = (
            new.suppliers and not old.suppliers and "P-SAME-SYSTEM" not in new.rules and "P-SUBJECT" not in new.rules
        )
        if (
            taken
            and new.flow_type == "sale"
            and makers.get(new.sentence)
            and not makers[new.sentence] & {*new.suppliers, "SUN"}
        ):
            new = new._replace(suppliers=(), supplier=None, rules=(*new.rules, "P-ORIGIN-VETO"))
        out.append(new)
    return out


def _pronoun(text: str, figure: Figure) -> Figure:
    """`In 2016 it ordered 36 fighters`: it is the subject of the sentence before (rule P-SUBJECT)."""
    before = figure.subject_before
    if before and OBJECT_IT.search(text, figure.sentence[0], figure.start):
        return _given_it(figure, before)
    low = figure.sentence[0]
    told = PRONOUN.search(text, low, figure.start) or OPENS_IT.match(text, low) or POSSESSIVE.match(text, low)
    is_unsaid = not {"P-UNSAID", "P-RELATION"}.isdisjoint(figure.rules)
    if not before or (told is None and not is_unsaid) or figure.role not in ("transfer", "context"):
        return figure
    gets = {"P-GET", "P-DEAL"} & set(figure.rules) or ("P-RELATION" in figure.rules and figure.suppliers)
    gives = {"P-GIVE", "P-AID", "P-RELATION"} & set(figure.rules)
    if gets and not figure.recipients and not set(before) & set(figure.suppliers):
        return figure._replace(
            recipients=before,
            recipient=before[0] if len(before) == 1 else None,
            rules=(*figure.rules, "P-SUBJECT"),
        )
    if gives and not gets and not figure.suppliers and not set(before) & set(figure.recipients):
        return figure._replace(
            suppliers=before,
            supplier=before[0] if len(before) == 1 else None,
            rules=(*figure.rules, "P-SUBJECT"),
        )
    return figure


def _given_it(figure: Figure, before: tuple[str, ...]) -> Figure:
    """`France sold it a frigate`: who is spoken of gets; it never gives."""
    is_given = "P-GIVE" in figure.rules and figure.suppliers and not figure.recipients
    if not is_given or set(before) & set(figure.suppliers):
        return figure
    return figure._replace(
        recipients=before, recipient=before[0] if len(before) == 1 else None, in_scope=True, rules=(*figure.rules, "P-SUBJECT"),
    )  # fmt: skip


def before_within(out: list[Figure], i: int, reach: int) -> Iterator[Figure]:
    """Yield the figures before the i-th, the nearest first, that end at most so many characters before it."""
    for j in range(i - 1, -1, -1):
        if out[i].start - out[j].end > reach + LONGEST:
            return
        if out[i].start - out[j].end <= reach:
            yield out[j]


@cache
def _laws() -> dict[str, str]:
    return {row["law"]: row["iso3"] for row in load_list("laws")}


def _of_the_law(text: str, figure: Figure) -> Figure:
    """What a statute makes available is given by the state whose laws it names (rule P-LAW)."""
    if (
        figure.kind != "money"
        or figure.suppliers
        or not figure.recipients
        or figure.flow_type not in ("grant", "loan", "unknown")
    ):
        return figure
    codes = {code for law, code in _laws().items() if text.find(law, max(0, figure.start - LAW), figure.end + LAW) >= 0}
    if len(codes) != 1 or codes & set(figure.recipients):
        return figure
    return figure._replace(suppliers=tuple(codes), supplier=next(iter(codes)), rules=(*figure.rules, "P-LAW"))


def _of_the_system(text: str, out: list[Figure], i: int) -> Figure:
    """`China signed a $3 billion contract for the system`: who sold it before sells it again (rule P-SAME-SYSTEM)."""
    figure = out[i]
    if figure.kind != "money" or figure.role != "transfer" or figure.suppliers or not figure.recipients:
        return figure
    named = [f for f in before_within(out, i, 2 * NEAR) if f.kind == "hardware"]
    # told of again without its seller (`talks over the S-400`), a system is the one that was sold before
    sold = next((f for f in named if f.suppliers and f.system_id == named[0].system_id), named[0] if named else None)
    if (
        sold is None
        or not sold.suppliers
        or set(sold.suppliers) & set(figure.recipients)
        or not THE_SYSTEM.search(text, *figure.sentence)
    ):
        return figure
    return figure._replace(suppliers=sold.suppliers, supplier=sold.supplier, rules=(*figure.rules, "P-SAME-SYSTEM"))


def _inherit(text: str, out: list[Figure], i: int) -> Figure:
    """Take over a missing party from the figure before, in the same paragraph, where nothing contradicts it."""
    figure = out[i]
    if (
        figure.role != "transfer"
        or not (figure.in_scope or not figure.suppliers + figure.recipients)
        or "O-" in " ".join(figure.rules)
        or i == 0
        or (figure.suppliers and figure.recipients)
        or figure.level == "exporter_total"
        or "T-COLUMN" in figure.rules
    ):
        return figure
    previous = out[i - 1]
    if figure.start - previous.end > NEAR or "\n\n" in text[previous.end : figure.start] or previous.role != "transfer":
        return figure
    if "D-OWN" in figure.rules and figure.year != previous.year and figure.suppliers + figure.recipients:
        return figure  # another year, told with a party of its own
    if len(previous.suppliers) > 1 or len(previous.recipients) > 1:
        return figure
    if figure.sentence == previous.sentence and "P-LISTED" in figure.rules and "P-LISTED" in previous.rules:
        out[i] = _as_listed(figure, previous)
        return out[i]
    known = set(figure.suppliers + figure.recipients)
    if not known <= set(previous.suppliers + previous.recipients) or not (previous.suppliers and previous.recipients):
        return figure
    if (figure.suppliers and figure.suppliers != previous.suppliers) or (
        figure.recipients and figure.recipients != previous.recipients
    ):
        return figure
    out[i] = figure._replace(
        in_scope=True, suppliers=figure.suppliers or previous.suppliers, recipients=figure.recipients or previous.recipients,
        supplier=figure.supplier or previous.supplier, recipient=figure.recipient or previous.recipient, rules=(*figure.rules, "L-SAME-PAIR"),
    )  # fmt: skip
    return out[i]


def _as_listed(figure: Figure, previous: Figure) -> Figure:
    """`its buyers were Germany (3 billion) and Brazil (2 billion)`: one seller for the whole list."""
    if figure.suppliers or set(previous.suppliers) & set(figure.recipients):
        return figure
    return figure._replace(
        suppliers=previous.suppliers, supplier=previous.supplier, rules=(*figure.rules, "L-SAME-PAIR")
    )


def _from_before(figure: Figure) -> Figure:
    """Take a missing party from the sentence before, where this one names nobody else (rule P-BEFORE)."""
    suppliers, recipients = figure.context
    named = set(figure.named) | set(figure.suppliers) | set(figure.recipients)
    is_gift = "P-GIVE" in figure.rules and figure.suppliers and not figure.recipients
    named -= set(figure.suppliers) if is_gift else set()
    is_open = figure.kind == "money" or is_gift or {"P-CONTENTS", "P-PRONOUN"} & set(figure.rules)
    if (
        figure.role != "transfer"
        or (not figure.in_scope and figure.kind == "money")
        or figure.level == "exporter_total"
        or not is_open
        or not named - _called(figure) <= {*suppliers, *recipients}
    ):
        return figure
    new_s, new_r = figure.suppliers or suppliers, figure.recipients or recipients
    if (new_s, new_r) == (figure.suppliers, figure.recipients) or set(new_s) & set(new_r):
        return figure
    return figure._replace(
        suppliers=new_s, recipients=new_r, supplier=new_s[0] if len(new_s) == 1 else None, recipient=new_r[0] if len(new_r) == 1 else None,
        in_scope=True, rules=(*figure.rules, "P-BEFORE"),
    )  # fmt: skip


def _called(figure: Figure) -> set[str]:
    """`The largest recipient was Egypt`: without a verb of giving, the recipient may be new and the giver the one before."""
    is_called = {"R-NO-TRANSFER", "P-LISTED"} & set(figure.rules) and not figure.suppliers
    return set(figure.recipients) if is_called else set()
