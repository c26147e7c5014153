"""The records that pass along the line; all frozen, money as Decimal, unknown as None."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

Span = tuple[int, int]
Box = tuple[float, float, float, float]  # left, bottom, right, top in points from the page's lower left corner


class Document(NamedTuple):
    """A text and where it came from; offsets count code points of `text`."""

    name: str
    text: str
    language: str = "en"
    pages: tuple[int, ...] = ()
    date: When | None = None
    source: bytes = b""  # the file, where places on its pages are looked up in it


class Money(NamedTuple):
    """A money surface: number, currency and magnitude, with its bounds not yet read."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str
    shape: str  # single, range, either, vague
    step: Decimal  # half a unit of the last non-zero digit printed


class Actor(NamedTuple):
    """A party named in a sentence; `mark` is the preposition or case it stands in, '' where it may be the subject."""

    start: int
    end: int
    code: str
    kind: str
    org_id: str
    mark: str


class Cue(NamedTuple):
    """A word or name found in a sentence; `value` depends on the kind."""

    start: int
    end: int
    kind: str
    value: tuple[str, ...]


class When(NamedTuple):
    """A date as printed, as a half-open interval of ISO dates."""

    start: int
    end: int
    date_start: str
    date_end: str
    year: int | None
    fiscal: str | None = None
    is_period: bool = False


class Item(NamedTuple):
    """A named system or a typed item, with the quantity printed beside it."""

    start: int
    end: int
    system_id: str | None
    system: str | None
    system_type: str
    quantity_start: int | None = None
    quantity_end: int | None = None
    low: Decimal | None = None
    value: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = "exact"
    unit: str = "items"


class Figure(NamedTuple):
    """A number or named item with everything the text says about it (one line of `aidflows extract`)."""

    document: str
    kind: str
    surface: str
    start: int
    end: int
    value_low: Decimal | None = None
    value: Decimal | None = None
    value_high: Decimal | None = None
    unit: str = ""
    qualifier: str = "exact"
    is_per_unit: bool = False
    supplier: str | None = None
    recipient: str | None = None
    suppliers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    date_start: str | None = None
    date_end: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    year: int | None = None
    flow_type: str | None = None
    content: str | None = None
    purpose: str | None = None
    stage: str | None = None
    assertion: str = "stated"
    category: str | None = None
    item: str | None = None
    system_id: str | None = None
    system: str | None = None
    system_type: str | None = None
    sipri_category: str | None = None
    role: str = "transfer"
    quantity_surface: str | None = None
    quantity_start: int | None = None
    quantity_end: int | None = None
    quantity_delivered: Decimal | None = None
    part_of: int | None = None
    conversion_of: int | None = None
    same_as: int | None = None
    in_scope: bool = True
    rules: tuple[str, ...] = ()
    supplier_org: str | None = None
    recipient_org: str | None = None
    claimed_by: str | None = None
    modality: str | None = None
    level: str | None = None
    fiscal_year: str | None = None
    sentence: Span = (0, 0)
    named: tuple[str, ...] = ()
    date_basis: str | None = None
    context: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    subject_before: tuple[str, ...] = ()
    page: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What `aidflows.extract` returns: the text read, its figures, and the candidate flows."""

    text: str
    figures: tuple[Figure, ...]
    flows: tuple[dict[str, object], ...] = ()
    skipped: dict[str, int] = field(default_factory=dict)
