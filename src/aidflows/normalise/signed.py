"""Dates a deal by the sentence right behind it that tells when its contract was signed (rule D-SIGNED)."""

from __future__ import annotations

import re

from aidflows.bind.sentence import read_sentence
from aidflows.recognise.sentences import Sentences
from aidflows.records import Figure, When

AHEAD = 140  # characters of the sentence behind that are looked at
# `Umowę podpisano w styczniu 2024 roku`, `The contract was signed in May 2022`: the deal told of right before
OPENS = re.compile(
    r"\s+(?:(?:The|This|That|Der|Die|Das|Dieser|Le|La|Ce|Cet|El|La|Este|Il|Lo|Questo|Ta|Ten|Этот|Цей|Bu)\s|L['’])?"
    r"(?P<deal>[Cc]ontracts?|[Dd]eals?|[Aa]greements?|[Aa]ccords?|[Oo]rders?|[Vv]ertr[aä]ge?|[Aa]uftrag|[Bb]estellung|[Cc]ontrats?|[Cc]ommandes?|[Cc]ontratos?|[Aa]cuerdos?|[Pp]edidos?|[Cc]ontratt[oi]|[Aa]ccord[oi]|[Oo]rdin[ei]"
    r"|[Aa]vtalet|[Kk]ontraktet|[Oo]rdern|[Uu]mow[aęy]|[Kk]ontrakt(?:y|u)?|[Zz]amówienie|[Кк]онтракты?|[Дд]оговоры?|[Сс]оглашени[ея]|[Дд]оговір|[Уу]год[ау]|[Ss]özleşme(?:si)?|[Aa]nlaşma(?:sı)?)\b[^.;:\d$€£]{0,60}?"
    r"(?:\bsigned|concluded|agreed|placed|unterzeichnet|unterschrieben|geschlossen|erteilt|signée?s?|conclue?s?|passée?s?|firmad[oa]s?|suscrit[oa]s?|se\sfirmó|firmat[oaie]|siglat[oaie]|undertecknades?|tecknades|skrevs|podpisan[oaey]|zawart[oaey]|złożono"
    r"|подписан[аоы]?|заключ[её]н[аоы]?|подписали|підписан[аоі]|укладен[аоі]|підписали|imzaland[ıi])\b"
)


def date_from_signing(text: str, figures: list[Figure], end: int, *, language: str = "en") -> list[Figure]:
    """Return the figures of a sentence that ends at `end`, the last deal's without a date with the day or year its contract was signed.

    The sentence behind stands in the same paragraph, names no other party and no number but its one date.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Poland bought 54 guns from South Korea for $920 million. The contract was signed in July 2024."
    >>> [f.year for f in extract_figures(text).figures]
    [2024, 2024]
    """
    told = [f for f in figures if f.role == "transfer" and (f.suppliers or f.recipients)]
    start = end - 1 if text[end - 1 : end].isspace() else end
    found = OPENS.match(text, start, end + AHEAD) if told else None
    if found is None or "\n\n" in text[start : found.start("deal")]:
        return figures
    last = max(told, key=lambda f: f.start)
    behind = read_sentence(text, *Sentences(text).around(found.start("deal")), language=language)
    dates = [d for d in behind.dates if d.year]
    is_of_others = not {a.code for a in behind.actors} <= {*last.suppliers, *last.recipients}
    if len(dates) != 1 or dates[0].is_period or is_of_others:
        return figures
    parties = (last.suppliers, last.recipients)
    return [_dated(f, dates[0]) if f in told and (f.suppliers, f.recipients) == parties else f for f in figures]


def _dated(figure: Figure, date: When) -> Figure:
    if figure.year is not None and not {"D-OWN", "D-RELATIVE"}.isdisjoint(figure.rules):
        return figure
    return figure._replace(
        date_start=date.date_start, date_end=date.date_end, year=date.year, fiscal_year=date.fiscal, period_start=None, period_end=None,
        rules=(*(r for r in figure.rules if not r.startswith("D-")), "D-SIGNED"),
    )  # fmt: skip
