"""Weighing: what it sets right and what it leaves alone, and that the weights mend more than they spoil on texts they were not fitted to."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from aidflows.extraction import extract_document
from aidflows.gazetteer.lists import load_list
from aidflows.normalise.evidence import SIDES, read_told
from aidflows.normalise.network import LIKELY, load_network, share_pairs, sum_likeliest
from aidflows.normalise.surroundings import split_paragraphs
from aidflows.normalise.weighed import SHORT
from aidflows.reading import guess_language
from aidflows.records import Document, Figure

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
from fitting import Case, fit, make_network
from weigh import cross_validate, decide, load_records, make_cases


def read(text: str, *, weighs: bool = True) -> list[Figure]:
    """Return the figures of a text, by the rules alone or weighed."""
    return list(extract_document(Document("text", text, guess_language(text)), weighs=weighs).figures)


LISTED = "Norwegian firms export more each year. The five largest destinations were Chad with 168 million kroner and Mali with 75 million kroner."


@pytest.mark.parametrize(("text", "expected", "why"), [
    (LISTED, [("NOR", "TCD"), ("NOR", "MLI")], "the seller is told a sentence before its buyers"),
    ("Kenya met Chad in the final. The stadium cost 30 million dollars.", [(None, None)], "what is out of scope has no parties"),
    ("Norway gave Chad 12 howitzers. Mali and Niger talked of peace. Another 20 trucks stood in the harbour.", [("NOR", "TCD"), (None, None)], "what nobody moves goes nowhere"),
    ("In 2020 the army lost 20 tanks near Chad. Norway gave Mali 12 howitzers.", [(None, None), ("NOR", "MLI")], "a loss is no transfer"),
    ("Norway and Sweden gave Chad 12 howitzers.", [(None, "TCD")], "several givers stay several"),
])  # fmt: skip
def test_what_is_weighed(text: str, expected: list[tuple[str | None, str | None]], why: str) -> None:
    """Parties follow what most speaks for, and nothing is made of what moves nowhere."""
    assert [(f.supplier, f.recipient) for f in read(text)] == expected, why


def test_rules_alone() -> None:
    """Asked not to weigh, the extractor gives what its rules bind, and no figure bears the rule."""
    alone = read(LISTED, weighs=False)

    assert [f.supplier for f in alone] == [None, None]
    assert not any("P-WEIGHED" in f.rules for f in alone)
    assert all("P-WEIGHED" in f.rules for f in read(LISTED))


def test_long_texts_are_left_alone() -> None:
    """A text longer than SHORT keeps what its rules bind: its head does not tell of all of it."""
    long = LISTED + " Nothing more was said." * (SHORT // 20)

    assert len(long) > SHORT
    assert read(long) == read(long, weighs=False)


def test_a_conversion_follows_its_amount() -> None:
    """What was weighed of an amount holds for its conversion."""
    first, second, *_ = read(LISTED.replace(" kroner and", " kroner ($16 million) and"))

    assert second.conversion_of == first.start
    assert (second.supplier, second.recipient) == (first.supplier, first.recipient) == ("NOR", "TCD")


@pytest.mark.parametrize(("text", "expected", "why"), [
    ("Norway gave 12 guns. Chad thanked it.\n\nMali bought 9.", [0, 0, 1], "a blank line parts paragraphs"),
    ("Norway gave 12 guns.\nChad thanked it.", [0, 0], "the end of a line does not"),
    ("", [], "no sentence has no paragraph"),
])  # fmt: skip
def test_paragraphs(text: str, expected: list[int], why: str) -> None:
    """Each sentence has the number of its paragraph."""
    told = read_told(Document("text", text, "en"), [])

    assert told.paragraphs == split_paragraphs(told.sentences) == expected, why


def test_shares_are_of_one(cases: list[Case]) -> None:
    """What the pairs of a figure have is one in all, none has less than nothing, and all pairs are told of."""
    network = load_network()
    for case in cases[:200]:
        sides = tuple(sum_likeliest(network, side, told) for side, told in enumerate((case.givers, case.getters)))
        pairs = {pair: told for pair, told in case.pairs.items() if pair[0] in sides[0] and pair[1] in sides[1]}
        shares = share_pairs(network, sides, pairs)

        assert all(len(side) <= LIKELY + 1 for side in sides)
        assert shares.keys() == pairs.keys()
        assert min(shares.values()) >= 0
        assert sum(shares.values()) == pytest.approx(1)


def test_a_fit_finds_what_tells() -> None:
    """Of two names, the network fitted to cases in which one kind of evidence is always right finds it, and the pair where only both together are."""
    both = {"": {"nobody": 1.0}, "NOR": {"here": 1.0, "maker": 1.0}, "CHL": {"here": 1.0}}
    other = {"": {"nobody": 1.0}, "MLI": {"to": 1.0}, "TCD": {"by": 1.0}}
    pairs = {(a, b): ["named"] if a and b else [] for a in both for b in other}
    case = Case(0, both, other, pairs, ("", ""), {0: "NOR", 1: "MLI"})

    assert decide(case, make_network(fit([case] * 20))) == ("NOR", "MLI")
    assert decide(case, make_network(fit([replace(case, truth={0: "CHL", 1: ""})] * 20))) == ("CHL", "")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Return the figures of the first readings, with what speaks for whom."""
    return make_cases(load_records())


def test_every_weight_is_of_some_evidence(cases: list[Case]) -> None:
    """Each row of weights.csv is of a side, is a number apart from nought, stands once, and is of evidence that texts give."""
    rows = [(row["side"], row["evidence"]) for row in load_list("weights")]
    given = {
        (side, name)
        for case in cases
        for side, told in zip((*SIDES, "pair"), (case.givers, case.getters, case.pairs), strict=True)
        for evidence in told.values()
        for name in evidence
    }

    assert len(rows) == len(set(rows)) > 100
    assert all(any(float(row[name]) for name in row.keys() - {"side", "evidence"}) for row in load_list("weights"))
    assert len([row for row in rows if row in given]) > 0.9 * len(
        rows
    )  # the rest is of evidence that settled rows alone give


def test_weights_mend_more_than_they_spoil(cases: list[Case]) -> None:
    """On texts left out of the fit, many more sides are right than by the rules alone, and fewer are wrong."""
    counts = cross_validate(cases, [], parts=2)

    for side in SIDES:
        assert counts[side, "stated, weighed right"] > counts[side, "stated, rules right"] + 80
        assert counts[side, "stated, weighed wrong"] < counts[side, "stated, rules wrong"]
        assert counts[side, "not stated, weighed right"] > 0.5 * counts[side, "not stated"]
