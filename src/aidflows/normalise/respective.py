"""Gives each amount its own party where a sentence lists both: `Norway and Oman gave 3 and 4 million respectively`."""

from __future__ import annotations

import re

from aidflows.records import Figure, Span

RESPECTIVELY = re.compile(
    r"\b(?:respectively|beziehungsweise|bzw|respectivement|respectivamente|rispettivamente|respektive|odpowiednio|соответственно|відповідно|sırasıyla)\b"
)


def read_respective(text: str, figures: list[Figure]) -> list[Figure]:
    """Return the figures with the first of as many parties as amounts for the first amount, and so on (rule P-RESPECTIVELY).

    >>> from aidflows.extraction import extract_figures
    >>> found = extract_figures("Norway and Oman gave Mali $3 million and $4 million respectively.").figures
    >>> [(f.surface, f.supplier, f.recipient) for f in found]
    [('$3 million', 'NOR', 'MLI'), ('$4 million', 'OMN', 'MLI')]
    """
    out = list(figures)
    together: dict[tuple[Span, str], list[int]] = {}
    for i, figure in enumerate(figures):
        together.setdefault((figure.sentence, figure.kind), []).append(i)
    for (sentence, _), alike in together.items():
        if len(alike) > 1 and RESPECTIVELY.search(text, *sentence):
            for field in ("suppliers", "recipients"):
                _tell_apart(out, alike, field)
    return out


def _tell_apart(out: list[Figure], alike: list[int], field: str) -> None:
    """Give each of the figures of one kind in a sentence its own of the parties that they share, in place."""
    shared: dict[tuple[str, ...], list[int]] = {}
    for i in alike:
        shared.setdefault(getattr(out[i], field), []).append(i)
    for parties, own in shared.items():
        # the last of them stands next to all parties, those before it only to some: `gave Mali and Chad $9 million and $5 million`
        places = own if len(own) >= len(parties) or own[-1] != alike[-1] else alike
        if len(places) >= len(parties) > 1:
            for i, code in zip(places[-len(parties) :], parties, strict=True):
                out[i] = _alone(out[i], field, code)


def _alone(figure: Figure, field: str, code: str) -> Figure:
    rules = (*figure.rules, "P-RESPECTIVELY")
    if field == "suppliers":
        return figure._replace(suppliers=(code,), supplier=code, rules=rules)
    return figure._replace(recipients=(code,), recipient=code, rules=rules)
