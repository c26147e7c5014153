"""Finds who is called exporter and who importer anywhere in a text, by the words beside its name."""

from __future__ import annotations

import re

from aidflows.records import Actor

# words beside a party that call it exporter or importer wherever they stand: `российского экспорта`, `the third client of France`
EXPORTS = re.compile(
    r"export|esport|экспорт|експорт|eksport|krigsmateriel|ihrac|satış|\bventes|\bventas|vendite|sprzedaż|[Aa]usfuhr|\bsales|supplier|fournisseur|proveedor|fornitore|lieferant|leverantör|dostawc|поставщик|постачальник|tedarikçi|donor|\bgifts?\b|donation",
    re.IGNORECASE,
)
IMPORTS = re.compile(
    r"import|ithal|импорт|імпорт|[Ee]infuhr|\bclient|\bKunde|customer|\bbuyer|acheteur|покупател|покупець|alıcı|odbiorc|\bkund|procure|acqui|purchas|\bachats|\bcompras|закуп|zakup|\bköp|alım|recipient|destinatari|empfänger|mottagare|получател|одержувач",
    re.IGNORECASE,
)
# `New Delhi's chief arms supplier` is another, and so is `Dassault's first client`
OTHERS = re.compile(
    r"(?:['’]s?|['’]?n?[ıiuü]n)?\s(?:[\w-]+\s){0,3}(?:suppliers?|donors?|tedarikçi\w*|(?P<client>clients?|customers?|buyers?|müşteri\w*))\b"
)
BESIDE = 28  # characters on either side of a name, up to a mark of punctuation


def find_traders(text: str, actors: list[Actor]) -> tuple[frozenset[str], frozenset[str]]:
    """Return who is called exporter and who importer; exports to a party are its imports, imports from it its exports.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Serbia's arms imports from Russia rose."
    >>> [sorted(codes) for codes in find_traders(text, list(read_sentence(text, 0, len(text)).actors))]
    [['RUS'], ['SRB']]
    """
    found: tuple[set[str], set[str]] = (set(), set())
    for actor in actors:
        before = re.split(r"[.,;:()]", text[max(0, actor.start - BESIDE) : actor.start])[-1]
        behind = re.split(r"[.,;:()]", text[actor.end : actor.end + BESIDE])[0]
        words = before + " " + behind
        if actor.mark == "GEN" and actor.kind != "demonym" and (other := OTHERS.match(behind)):
            found[other["client"] is None].add(actor.code)
            continue
        if EXPORTS.search(words) and actor.mark != "IN":
            found[actor.mark == "TO"].add(actor.code)
        if IMPORTS.search(words) and actor.mark != "IN":
            found[actor.mark not in ("FROM", "BY")].add(actor.code)
    return frozenset(found[0]), frozenset(found[1])
