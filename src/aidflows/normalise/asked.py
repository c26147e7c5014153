"""Reads answers with what their question asks: `How much has Norway given Kenya? Some 90 million euros.` (rule P-ASKED; asking.csv)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from aidflows.bind.listed import Parties
from aidflows.bind.parties import bind_parties
from aidflows.bind.scope import bind_setting
from aidflows.bind.sentence import Sentence, read_sentence
from aidflows.gazetteer.matcher import actor_matcher
from aidflows.recognise.sentences import Sentences
from aidflows.recognise.wordlists import word_pattern
from aidflows.records import Document, Figure, Span

RULE = "P-ASKED"
MARKS = ("?", "To ask ")  # `To ask the Secretary of State ...` ends with a full stop
REACH = 400  # characters of an answer behind its question
OPEN = frozenset({"O-NO-TRANSFER"})
TALKS = frozenset({"budget", "turnover", "loss"})
ALSO = 40  # characters of a question that only turns to another: `And Ghana?`


class Question(NamedTuple):
    """What a question asks of: where it ends, who gives, who gets, and how it is told."""

    end: int
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
    stage: str | None
    flow_type: str | None


def answer_questions(document: Document, figures: list[Figure]) -> list[Figure]:
    """Return the figures of answers with the parties that their question names and their own sentence does not.

    >>> from aidflows.extraction import extract_figures
    >>> text = "How much has Norway given Kenya? About 90 million euros. How big is its army? It costs 3 million euros."
    >>> [(f.supplier, f.recipient, f.in_scope) for f in extract_figures(text).figures]
    [('NOR', 'KEN', True), (None, None, False)]
    """
    questions = _find_questions(document, [figure.start for figure in figures])
    if not questions:
        return figures
    ends = [question.end for question in questions]
    out = []
    for figure in figures:
        at = bisect_left(ends, figure.start + 1) - 1
        question = questions[at] if at >= 0 else None
        is_answer = (
            question is not None and figure.sentence[0] - question.end < REACH and _goes_on(document, figure, question)
        )
        out.append(_answer(document, figure, question) if question and is_answer else figure)
    return out


def _find_questions(document: Document, starts: list[int]) -> list[Question]:
    """Return the questions of a text with a figure close behind, in order; those that ask of no transfer have no parties."""
    text = document.text
    found: list[Question] = []
    sentences = Sentences(text)
    for mark in sorted(n for word in MARKS for n in _places(text, word)):
        at = bisect_left(starts, mark)
        if at == len(starts) or starts[at] - mark > 2 * REACH:
            continue
        span = sentences.around(mark)
        if not _asks(text, span, document.language) and not (found and span[1] - span[0] < ALSO):
            found.append(Question(span[1], (), (), None, None))
            continue
        sentence = read_sentence(text, *span, language=document.language)
        found.append(_turn(sentence, found[-1]) if found and _is_short(sentence) else _read(sentence))
    return found


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _read(sentence: Sentence) -> Question:
    parties = bind_parties(sentence, sentence.end, sentence.end)
    if parties.cue is None:
        parties = _of_subject(sentence)
    if parties.cue is None or not sentence.present.isdisjoint(TALKS):
        return Question(sentence.end, (), (), None, None)
    setting = bind_setting(sentence, sentence.end, sentence.end, parties.cue)
    givers, getters = (tuple(dict.fromkeys(a.code for a in side)) for side in (parties.suppliers, parties.recipients))
    return Question(sentence.end, givers, getters, setting.stage, setting.flow_type)


def _asks(text: str, span: Span, language: str) -> bool:
    """True of what asks how much, what or whom; a question of yes or no hands on no parties."""
    words = word_pattern("asking", "en", language, folds=True)
    return words.search(text, *span) is not None or text.startswith("To ask", span[0])


def _of_subject(sentence: Sentence) -> Parties:
    """Return the one party of `How much has Norway given so far?`: who gives or gets by the verb."""
    verbs = sentence.kinds("give", "get")
    named = [a for a in sentence.actors if a.mark in ("", "GEN") and a.kind != "demonym"]
    if not verbs or len(named) != 1 or len(sentence.actors) != 1:
        return Parties()
    if verbs[0].kind == "get":
        return Parties((), (named[0],), (), verbs[0], RULE)
    return Parties((named[0],), (), (), verbs[0], RULE)


def _is_short(sentence: Sentence) -> bool:
    return sentence.end - sentence.start < ALSO and not sentence.kinds("give", "get", "noun_give", "noun_get")


def _turn(sentence: Sentence, before: Question) -> Question:
    """Return the question before as it turns to another: `And Ghana?` asks of another recipient."""
    codes = tuple(dict.fromkeys(a.code for a in sentence.actors))
    is_other = len(codes) == 1 and codes[0] not in before.suppliers and bool(before.recipients)
    if not is_other or not sentence.present.isdisjoint(TALKS):
        return Question(sentence.end, (), (), None, None)
    return before._replace(end=sentence.end, recipients=codes)


def _answer(document: Document, figure: Figure, question: Question) -> Figure:
    """Return a figure with the parties of its question, where its sentence names nobody besides and excludes it from nothing."""
    own, asked = {*figure.suppliers, *figure.recipients, *figure.named}, {*question.suppliers, *question.recipients}
    is_open = (
        figure.role == "transfer" or figure.in_scope or not OPEN.isdisjoint(figure.rules) or _is_bare(document, figure)
    )
    is_excluded = any(rule.startswith("O-") for rule in figure.rules if rule not in OPEN)
    if not asked or not is_open or is_excluded or figure.kind == "personnel":
        return figure
    if own - asked:
        return figure
    suppliers = figure.suppliers or _one(figure, tuple(c for c in question.suppliers if c not in figure.recipients))
    recipients = figure.recipients or _one(figure, tuple(c for c in question.recipients if c not in suppliers))
    if (suppliers, recipients) == (figure.suppliers, figure.recipients):
        return figure
    rules = tuple(r for r in figure.rules if r not in OPEN and r != "R-NO-TRANSFER")
    return figure._replace(
        suppliers=suppliers, recipients=recipients, supplier=suppliers[0] if len(suppliers) == 1 else None,
        recipient=recipients[0] if len(recipients) == 1 else None, role="transfer", in_scope=True, rules=(*rules, RULE),
        stage=figure.stage or question.stage, flow_type=figure.flow_type or question.flow_type,
    )  # fmt: skip


def _one(figure: Figure, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return who is asked of, but of several whom the answer names in turn: `For Kenya it was 3 million`."""
    return asked if len(asked) == 1 or not figure.named else ()


def _goes_on(document: Document, figure: Figure, question: Question) -> bool:
    """True where no sentence between question and figure names a party besides those asked of."""
    between = actor_matcher(document.language).find(document.text, question.end, figure.sentence[0])
    return {c.value[0] for c in between} <= {*question.suppliers, *question.recipients}


def _is_bare(document: Document, figure: Figure) -> bool:
    """True of a count of things in a sentence that tells nothing of them: `Twelve howitzers.`"""
    return figure.kind == "hardware" and "R-NO-TRANSFER" in figure.rules
