"""Tells whether a text is about arms or aid where a figure stands: shares sold and cars built are out of scope."""

from __future__ import annotations

from bisect import bisect_left

from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Figure

LONG, NEAR = 30_000, 300  # in a text longer than this only what stands near tells
REACH = 800  # characters on either side that tell what a passage is about
# characters at the head of a document that tell what all of it is about; a text no longer may leave it unsaid
TITLE = 400
OFF = "O-OFF-TOPIC"


def has_topic(text: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether a word of arms or aid stands within 800 characters of text[start:end], or at the head of the text.

    A text of up to 400 characters is taken to be of the topic, since it may be a sentence out of another.

    >>> text = "The bank sold its unit for $5 million." + 400 * " It went on."
    >>> has_topic(text, 27, 37), has_topic("The army paid $5 million." + text, 14, 24)
    (False, True)
    """
    if len(text) <= TITLE:
        return True
    search = word_pattern("topics", "en", language, folds=True).search
    if len(text) > LONG:  # a speech or a yearbook tells of many things
        return search(text, max(0, start - NEAR), end + NEAR) is not None
    return bool(search(text, max(0, start - REACH), end + REACH) or search(text, 0, TITLE))


def is_arms_named(text: str, start: int, end: int, language: str = "en") -> bool:
    """Tell whether a word of arms or aid stands in text[start:end].

    >>> is_arms_named("arms for Mali", 0, 4), is_arms_named("news for Mali", 0, 4)
    (True, False)
    """
    return word_pattern("topics", "en", language, folds=True).search(text, start, end) is not None


def name_topic(figures: list[Figure]) -> list[Figure]:
    """Return the figures with money in scope that no word of arms surrounds but the name of a system does (`five regiments for $5 billion`).

    >>> from aidflows.extraction import extract_figures
    >>> text = "Mali wants five more S-400. " + 200 * "so " + "in the end. The contract for the first five was signed for 5 billion dollars."
    >>> [f.in_scope for f in extract_figures(text).figures if f.kind == "money"]
    [True]
    """
    places = find_systems(figures)
    return [_on_topic(f) if OFF in f.rules and is_near(places, f.start) else f for f in figures]


def find_systems(figures: list[Figure]) -> list[int]:
    """Return where names of systems stand, in order."""
    return sorted(f.start for f in figures if f.system_id)


def is_near(places: list[int], position: int) -> bool:
    """True where one of these places, in order, is within 800 characters of a position."""
    at = bisect_left(places, position - REACH)
    return at < len(places) and places[at] <= position + REACH


def _on_topic(figure: Figure) -> Figure:
    is_open = figure.role == "context" and figure.stage not in ("interest", "requested", "refused")
    return figure._replace(
        in_scope=True, role="transfer" if is_open else figure.role, rules=tuple(r for r in figure.rules if r != OFF)
    )
