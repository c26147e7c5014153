"""Who supplies whom: a verb or noun of giving or getting beside the figure, read with the marks of the actors."""

from __future__ import annotations

import re
from typing import NamedTuple

from aidflows.bind.clauses import acts, cut, find_clause
from aidflows.bind.readers import GETTING, GIVING, PASSIVE, group, read_get, read_give, read_noun_get, read_noun_give
from aidflows.bind.sentence import Actor, Sentence
from aidflows.records import Cue

NOUN = re.compile(
    r"(?:\b(?:a|an|the|its|their|this|that|of|first|new|second|biggest|largest|major|big|military|arms|any|no)\s+(?:[\w$.,-]+\s+)?|\)\s*|\b(?:million|billion)[\s-])$"
)
NOUN_OR_VERB = frozenset(
    [
        "order",
        "purchase",
        "supply",
        "export",
        "transfer",
        "support",
        "grant",
        "ship",
        "deal",
        "contract",
        "orders",
        "purchases",
        "exports",
        "transfers",
        "pledge",
        "pledges",
    ]
)
WISH = re.compile(r"sell|buy|purchas|acqui|order|request", re.IGNORECASE)
DEAL_BEFORE = re.compile(r"\b(?:deals?|contracts?|orders?|agreements?|packages?|sales?|purchases?)\s+$")
SUBJECT = re.compile(
    r"\b(?:it|they|he|she|we|which|who|that|and|has|have|had)\s+(?:also\s+)?$|[A-Z][\w'’]+\s+(?:also\s+|has\s+|have\s+)?$"
)
BREAK = re.compile(r";|\bwhile\b|\bwhereas\b|\bbut\b|: ")


class Parties(NamedTuple):
    """The parties of one figure and the cue that bound them."""

    suppliers: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    funders: tuple[Actor, ...] = ()
    cue: Cue | None = None
    rule: str = ""


def bind_parties(sentence: Sentence, start: int, end: int) -> Parties:
    """Return suppliers and recipients of the figure at text[start:end], as far as the sentence states them.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Azerbaijan purchased 12 launchers from Türkiye."
    >>> p = bind_parties(read_sentence(text, 0, len(text)), 21, 33)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['TUR'], ['AZE'], 'P-GET')
    """
    low, high = find_clause(sentence, start)
    if (low, high) == (sentence.start, sentence.end):
        return _bind(sentence, start, end)
    found = _bind(cut(sentence, low, high), start, end)
    if found.cue is not None and found.cue.kind == "give" and found.suppliers and not found.recipients:
        others = _bind(
            cut(sentence, sentence.start, low) if low > sentence.start else cut(sentence, high, sentence.end), low, low
        )
        givers = {a.code for a in found.suppliers}
        return found._replace(
            recipients=tuple(a for a in others.recipients if a.code not in givers)
        )  # `while Russia supplied ...`
    return found


def _bind(sentence: Sentence, start: int, end: int) -> Parties:
    best = Parties()
    near = [c for c in sentence.kinds("contents") if c.end <= start]
    for cue in _ranked(sentence, start, end):
        found = _read_cue(sentence, cue, start)
        best = _merge(best, found, sentence)
        if best.suppliers and best.recipients:
            break
    if best.cue is None and near:  # the list of a package: the parties stand before it
        return Parties((), (), (), near[-1], "P-CONTENTS")
    read = _gapped(sentence, _finish(sentence, best, start), start)
    return _bracketed(sentence, start) or _adjacent(sentence, read, start, end)


# between a name and its amount: `Qatar ($131 million`, `Ägypten war 2021 mit`, `Azerbaijan with about`
OPENED = re.compile(
    r"(?:\s+(?:was|were|war|waren|ist|is|era|était|fue|był|była|была|было)\b)?(?:\s+(?:in\s+|en\s+|im\s+Jahr\s+)?\d{4}\b)?"
    r"(?:\s*\(\s*|\s+(?:with|at|,|mit|avec|con|med|z|с|із|з|за)\s+)(?:(?:about|around|some|worth|over|nearly|with|rund|knapp|environ|unos|circa|около)\s+)?"
)
RIGHT_BEHIND = re.compile(r"\s+(?:for|to|für|pour|para|per|do|dla|для|till)\s+(?:the\s+|la\s+|die\s+|l['’])?")
LEFT_BEHIND = re.compile(
    r"(?:['’]\w+(?:\s+d[ea])?(?:\s+\d{4}['’]\w+)?)?\s+(?:(?:another|some|about|over|around|nearly)\s+)?(?:(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozens of|several)\s(?:[\w'’/-]+\s+){0,4})?"
)
IN_LIST = re.compile(r"[^\W\d_]{3,}:? (?:US)?[$€£]\s?\d")
GAP_BEFORE = re.compile(
    r"(?:(?:,|;)?\s+(?:and|while|but|und|sowie|et|tandis que|y|mientras que|e|mentre|och|medan|oraz|zaś|natomiast|i|и|та|а|й|ve|ise)|,)\s+(?:l['’]|the\s+|la\s+|die\s+)?$"
)
GAP_AFTER = re.compile(
    r"(?:\s+[-–—]|,)?\s+(?:\d|[$€£]|a\s|an\s|another\s|some\s|about\s|around\s|more\s+than\s"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|deux|trois|quatre|cinq|dix|douze|dos|tres|cuatro|cinco|seis|ocho|diez|due|tre|quattro"
    r"|två|fyra|dwa|trzy|cztery|pięć|sześć|два|две|три|четыре|пять|шесть|дві|чотири|п['’]ять|шість|iki|üç|dört|beş|altı)\s)"
)


def _adjacent(sentence: Sentence, parties: Parties, start: int, end: int) -> Parties:
    """`$3 billion for Israel, $1.3 billion for Egypt`: of several recipients each amount takes the one right behind it."""
    listed = [a for a in sentence.actors if sentence.text[a.end : start] in (" ", ": ") and a.mark != "OF"]
    if listed and parties.cue is not None and len(IN_LIST.findall(sentence.text, sentence.start, sentence.end)) > 1:
        givers = tuple(a for a in parties.suppliers if a.code != listed[0].code)
        return parties._replace(suppliers=givers, recipients=(listed[0],))  # `Egypt $1.3 billion, Jordan $425 million`
    before = [
        a
        for a in sentence.actors
        if a.mark == "TO" and a.end < start and LEFT_BEHIND.fullmatch(sentence.text, a.end, start)
    ]
    if before and parties.cue is not None and len({a.code for a in sentence.actors if a.mark == "TO"}) > 1:
        return parties._replace(
            recipients=group(sentence, before[-1])
        )  # `to Hungary 12 tanks, to Ukraine 14 howitzers`
    after = [a for a in sentence.actors if a.mark == "TO" and 0 < a.start - end <= 14]
    others = [a for a in sentence.actors if a.mark == "TO" and a.code != (after[0].code if after else "")]
    if not after or not others or parties.cue is None or not RIGHT_BEHIND.fullmatch(sentence.text, end, after[0].start):
        return parties
    return parties._replace(recipients=group(sentence, after[0]))


def _bracketed(sentence: Sentence, start: int) -> Parties | None:
    """`the top buyer, followed by Qatar ($131 million)`: the name before the bracket, in a list of buyers or of donors."""
    named = [a for a in sentence.actors if a.end <= start]
    lists = sentence.kinds("recipient_word", "supplier_word")
    if not named or not lists:
        return None
    near = min(lists, key=lambda c: abs(c.start - start))
    anchor = max(
        named[-1].end, near.end if near.end <= start else 0
    )  # `Qatar ($131 million)`, `the top buyer with $213 million`
    if not OPENED.fullmatch(sentence.text, anchor, start):
        return None
    if near.kind == "supplier_word":
        return Parties((named[-1],), (), (), near, "P-LISTED")
    of = [
        a for a in sentence.actors if 0 <= a.start - near.end <= 30 and a.kind == "demonym" and a.code != named[-1].code
    ]
    return Parties(tuple(of[:1]), (named[-1],), (), near, "P-LISTED")


def _gapped(sentence: Sentence, parties: Parties, start: int) -> Parties:
    """`China supplied 17 jets, and Russia six`: the second subject has its own things, and is no recipient of the first's."""
    if parties.cue is None or parties.cue.kind not in ("give", "get"):
        return parties
    cut = next(
        (a for a in sentence.actors if a.start > parties.cue.end and a.mark == "" and _is_gapped(sentence, a)), None
    )
    if cut is None:
        return parties
    mine = (cut,) if start > cut.end else ()
    if parties.cue.kind == "give":
        others = tuple(a for a in parties.recipients if a.code != cut.code)
        return parties._replace(suppliers=mine or parties.suppliers, recipients=others)
    others = tuple(a for a in parties.suppliers if a.code != cut.code)
    return parties._replace(recipients=mine or parties.recipients, suppliers=others)


def _is_gapped(sentence: Sentence, actor: Actor) -> bool:
    head = sentence.text[max(sentence.start, actor.start - 14) : actor.start]
    return bool(GAP_BEFORE.search(head) and GAP_AFTER.match(sentence.text, actor.end))


def _ranked(sentence: Sentence, start: int, end: int) -> list[Cue]:
    scored = []
    wishes = [
        c._replace(kind="give" if "sell" in sentence.text[c.start : c.end] else "get")
        for c in sentence.kinds("interest", "request")
        if WISH.search(sentence.text, c.start, c.end)
    ]
    for cue in [*sentence.kinds(*GIVING, *GETTING), *wishes]:
        word = sentence.text[cue.start : cue.end].lower()
        if (
            word in NOUN_OR_VERB
            and cue.kind in ("give", "get")
            and NOUN.search(sentence.text, max(sentence.start, cue.start - 40), cue.start)
        ):
            continue  # `a $370 million order`, `the supply of`: nouns, read as such
        if word.startswith("announc") and DEAL_BEFORE.search(
            sentence.text, max(sentence.start, cue.start - 24), cue.start
        ):
            continue  # `a deal announced in May` pledges nothing
        if _is_aside(sentence, cue, start, end):
            continue
        if cue.kind == "noun_give" and any(0 <= cue.start - f.end <= 24 for f in sentence.kinds("funder")):
            continue  # `financed by a French loan`
        gap = sentence.text[cue.end : start] if cue.end <= start else sentence.text[end : cue.start]
        cost = len(gap) * (1.0 if cue.end <= start else 1.4)
        cost += 120 if BREAK.search(gap) else 0
        cost += 70 if cue.kind.startswith("noun") else 0
        cost = 0 if "Foreign Military Sale" in sentence.text[cue.start : cue.end] else cost
        scored.append((cost, cue.start, cue))
    return [cue for _, _, cue in sorted(scored, key=lambda s: s[:2])]


def _is_aside(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """True of a participle behind the figure that only says where a thing given came from: `28 guns purchased from a firm`."""
    if cue.kind != "get" or cue.start < end or not sentence.text[cue.start : cue.end].endswith(("ed", "ght")):
        return False
    head = sentence.text[max(sentence.start, cue.start - 30) : cue.start]
    if PASSIVE.search(head) or SUBJECT.search(head):
        return False
    return any(c.end <= start and c.kind == "give" for c in sentence.cues)


def _merge(best: Parties, found: Parties, sentence: Sentence) -> Parties:
    if best.cue is None:
        return found
    taken = {a.code for a in best.suppliers + best.recipients}
    new_s = tuple(a for a in found.suppliers if a.code not in taken)
    new_r = tuple(a for a in found.recipients if a.code not in taken)
    cue = best.cue if best.cue.value[0] or not found.cue or not found.cue.value[0] else found.cue
    return best._replace(suppliers=best.suppliers or new_s, recipients=best.recipients or new_r, cue=cue)


def _read_cue(sentence: Sentence, cue: Cue, focus: int) -> Parties:
    readers = {"give": read_give, "get": read_get, "noun_give": read_noun_give, "noun_get": read_noun_get}
    suppliers, recipients = readers[cue.kind](sentence, cue, focus)
    gone = {a.code for a in recipients}
    if len(gone) < len({a.code for a in suppliers} | gone):
        suppliers = tuple(a for a in suppliers if a.code not in gone) or suppliers
    rule = {"give": "P-GIVE", "get": "P-GET", "noun_give": "P-AID", "noun_get": "P-DEAL"}[cue.kind]
    return Parties(suppliers, recipients, (), cue, rule)


def _called_recipient(sentence: Sentence, suppliers: set[str]) -> tuple[Actor, ...]:
    """`the largest recipient was Egypt`, `Saudi Arabia was the first customer`: who is called a recipient."""
    for cue in sentence.kinds("recipient_word"):
        named = [a for a in sentence.actors if a.mark == "" and a.code not in suppliers]
        if named:
            return group(
                sentence, min(named, key=lambda a: a.start - cue.end if a.start >= cue.end else (cue.start - a.end) * 2)
            )
    return ()


def _is_aloof(sentence: Sentence, actor: Actor) -> bool:
    """True of a party with a verb of its own, and of an adjective that only tells whose make a thing is."""
    return (actor.kind == "demonym" and sentence.language != "en") or acts(sentence, actor)


def _finish(sentence: Sentence, parties: Parties, focus: int) -> Parties:
    """Fill what is missing from a firm (firms sell) and read who pays."""
    suppliers, recipients = parties.suppliers, parties.recipients
    taken = {a.code for a in recipients}
    if not suppliers and recipients and any(a.org_id == "dsca" for a in sentence.actors):
        suppliers = tuple(a for a in sentence.actors if a.org_id == "dsca")[:1]  # what DSCA tells of, the US sells
    if not suppliers:
        firms = [a for a in sentence.actors if a.kind in ("company", "programme") and a.code not in taken]
        if firms:
            suppliers = (min(firms, key=lambda a: abs(a.start - focus)),)
    recipients = recipients or _called_recipient(sentence, {a.code for a in suppliers})
    if suppliers and not recipients and parties.cue is not None and parties.cue.kind == "give":
        givers = {a.code for a in suppliers}
        others = {
            a.code: a
            for a in sentence.actors
            if a.code not in givers and a.mark not in ("IN", "AGAINST", "BY", "WITH") and not _is_aloof(sentence, a)
        }
        if len(others) == 1:  # the only other party named
            recipients = tuple(others.values())
    funders: tuple[Actor, ...] = ()
    for cue in sentence.kinds("funder"):
        after = [a for a in sentence.actors if a.start >= cue.end]
        funders = group(sentence, after[0]) if after else ()
    paying = {a.code for a in funders}
    stated = any(a.mark == "FROM" for a in suppliers)  # `bought from France, financed by a French loan`
    if paying and not stated and {a.code for a in suppliers} <= paying and {a.code for a in sentence.actors} - paying:
        suppliers = tuple(a for a in suppliers if a.code not in paying)
    return parties._replace(suppliers=suppliers, recipients=recipients, funders=funders)
