"""Tells whose crowns, francs or pesos an amount is in."""

from __future__ import annotations

import re
from functools import cache

from aidflows.gazetteer.lists import load_list
from aidflows.records import Money, Span

SHARED = frozenset(
    {"NOK", "SEK", "CZK", "DKK", "FRF", "PHP", "INR", "SAR", "IQD", "KES", "AZN", "AED", "XOF"}
)  # as printed by default
# words that are the money of several countries, at the end of an amount; `crown` and the others are rows of crowns.csv
SHARED_UNITS = {
    "crown": re.compile(r"(?:kroner|krone|crowns|kr\.?|крон|koron|Kronen|couronnes|coronas|corone|kronu)\Z", re.IGNORECASE),
    "franc": re.compile(r"(?<!Swiss )(?<!suisses )(?:francs|francos|franchi|franc|franków|frank)\Z"), "peso": re.compile(r"[\s-](?:[Pp]esos?|песо)\Z"), "rupee": re.compile(r"\srupees\Z|\bRs\b"), "cfa": re.compile(r"CFA"),
    "riyal": re.compile(r"\sriyals\Z"), "dinar": re.compile(r"\sdinars\Z"), "shilling": re.compile(r"\sshillings\Z"), "dirham": re.compile(r"\sdirhams?\Z"), "manat": re.compile(r"\smanats\Z"),
}  # fmt: skip


@cache
def _around(unit: str) -> dict[str, re.Pattern[str]]:
    return {r["currency"]: re.compile(rf"\b(?:{r['around']})") for r in load_list("crowns") if r["unit"] == unit}


SIGNED_DOLLARS = frozenset(
    {"US$", "USD", "A$", "AU$", "C$", "CA$", "NZ$", "CAD", "AUD", "NZD", "US dollars", "U.S. dollars"}
)


def has_own_dollars(text: str, marks: list[Span]) -> bool:
    """Tell whether a bare `$` may be another dollar than the American: no text that marks one dollar means two by `$`."""
    return not any(text[a:b] in SIGNED_DOLLARS for a, b in marks)


def read_shared(money: Money, text: str, *, own_dollars: bool = False) -> Money:
    """Crowns, francs or pesos are those of the country named nearest to them, rather before than behind; else as printed."""
    if money.currency == "USD" and own_dollars and text.startswith("$", money.start):
        unit: str | None = "dollar"
    elif money.currency in SHARED:
        unit = next((u for u, pattern in SHARED_UNITS.items() if pattern.search(text, money.start, money.end)), None)
    else:
        return money
    if unit is None:
        return money
    floor = max(0, money.start - 300)
    near: list[tuple[int, str]] = []
    for currency, pattern in _around(unit).items():
        for match in pattern.finditer(text, floor, money.end + 100):
            gap = money.start - match.end() if match.end() <= money.start else 2 * (match.start() - money.end)
            near.append((gap, currency))
    return money._replace(currency=min(near)[1]) if near else money
