"""Dates a deal by the sentence right behind it that tells when its contract was signed (rule D-SIGNED)."""

from __future__ import annotations

import re

from aidflows.recognise.dates import find_dates
from aidflows.recognise.sentences import Sentences
from aidflows.records import Figure, When

AHEAD = 140  # characters of the sentence behind that are looked at
# `Umowę podpisano w styczniu 2024 roku`, `The contract was signed in May 2022`: the deal told of right before
OPENS = re.compile(
    r"\s+(?:(?:The|This|That|Der|Die|Das|Dieser|Le|La|Ce|Cet|El|La|Este|Il|Lo|Questo|Ta|Ten|Этот|Цей|Bu)\s|L['’])?"
    r"(?:[Cc]ontracts?|[Dd]eals?|[Aa]greements?|[Aa]ccords?|[Oo]rders?|[Vv]ertr[aä]ge?|[Aa]uftrag|[Bb]estellung|[Cc]ontrats?|[Cc]ommandes?|[Cc]ontratos?|[Aa]cuerdos?|[Pp]edidos?|[Cc]ontratt[oi]|[Aa]ccord[oi]|[Oo]rdin[ei]"
    r"|[Aa]vtalet|[Kk]ontraktet|[Oo]rdern|[Uu]mow[aęy]|[Kk]ontrakt(?:y|u)?|[Zz]amówienie|[Кк]онтракты?|[Дд]оговоры?|[Сс]оглашени[ея]|[Дд]оговір|[Уу]год[ау]|[Ss]özleşme(?:si)?|[Aa]nlaşma(?:sı)?)\b[^.;:\n]{0,60}?"
    r"(?:\bsigned|concluded|agreed|placed|unterzeichnet|unterschrieben|geschlossen|erteilt|signée?s?|conclue?s?|passée?s?|firmad[oa]s?|suscrit[oa]s?|se\sfirmó|firmat[oaie]|siglat[oaie]|undertecknades?|tecknades|skrevs|podpisan[oaey]|zawart[oaey]|złożono"
    r"|подписан[аоы]?|заключ[её]н[аоы]?|подписали|підписан[аоі]|укладен[аоі]|підписали|imzaland[ıi])\b"
)


def date_from_signing(text: str, figures: list[Figure], end: int) -> list[Figure]:
    """Return the figures of a sentence that ends at `end`, the last deal's without a date with the day or year its contract was signed.

    >>> from aidflows.extraction import extract_figures
    >>> text = "Poland bought 54 guns from South Korea for $920 million. The contract was signed in July 2024."
    >>> [f.year for f in extract_figures(text).figures]
    [2024, 2024]
    """
    told = [f for f in figures if f.role == "transfer" and (f.suppliers or f.recipients)]
    if not told or OPENS.match(text, end - 1 if text[end - 1 : end].isspace() else end, end + AHEAD) is None:
        return figures
    last = max(told, key=lambda f: f.start)
    date = _date_behind(text, end)
    if date is None:
        return figures
    parties = (last.suppliers, last.recipients)
    return [_dated(f, date) if f in told and (f.suppliers, f.recipients) == parties else f for f in figures]


def _date_behind(text: str, end: int) -> When | None:
    """Return the one date of the sentence behind, or None."""
    at = end + len(text[end : end + 4]) - len(text[end : end + 4].lstrip())
    dates = [d for d in find_dates(text, *Sentences(text).around(at)) if d.year] if at < len(text) else []
    return dates[0] if len(dates) == 1 and not dates[0].is_period else None


def _dated(figure: Figure, date: When) -> Figure:
    if figure.year is not None and "D-OWN" in figure.rules:
        return figure
    rules = (*(r for r in figure.rules if not r.startswith("D-")), "D-SIGNED")
    return figure._replace(date_start=date.date_start, date_end=date.date_end, year=date.year, rules=rules)
