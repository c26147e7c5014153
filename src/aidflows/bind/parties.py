"""Who supplies whom: a verb or noun of giving or getting beside the figure, read with the marks of the actors."""

from __future__ import annotations

import re

from aidflows.bind.accounting import read_accounting
from aidflows.bind.awards import read_award
from aidflows.bind.clauses import acts, cut, find_clause, find_part
from aidflows.bind.comparing import find_compared
from aidflows.bind.contests import read_contest
from aidflows.bind.costing import read_cost
from aidflows.bind.customers import name_customer, read_customer
from aidflows.bind.listed import Parties, adjacent, bracketed, each_bracketed, gapped
from aidflows.bind.making import read_making
from aidflows.bind.movement import read_arrival, read_coming, read_meant, read_movement, read_turning
from aidflows.bind.mutual import bind_mutual
from aidflows.bind.nouns import read_noun_get, read_noun_give
from aidflows.bind.owing import read_owing
from aidflows.bind.own_clauses import see_own_clause
from aidflows.bind.paying import is_wage
from aidflows.bind.payments import read_paid_for, read_payment
from aidflows.bind.places import group, is_for
from aidflows.bind.purposes import find_purpose
from aidflows.bind.ranking import rank_cues
from aidflows.bind.readers import read_get, read_give
from aidflows.bind.relations import bind_relation
from aidflows.bind.repaying import read_repaid
from aidflows.bind.sellers import read_goes
from aidflows.bind.sentence import Sentence
from aidflows.bind.upgrading import read_upgrade
from aidflows.records import Actor, Cue

# `since Russia launched its invasion`: a party of another clause
ABOUT_ANOTHER = re.compile(
    r"\b(?:since|after|when|before|because|until|if|seit|nachdem|bevor|depuis\sque|après\sque|desde\sque|cuando|quando|da\squando|sedan|gdy|когда|коли)\s+(?:the\s+|la\s+|die\s+)?\Z"
)


def bind_parties(sentence: Sentence, start: int, end: int) -> Parties:
    """Return suppliers and recipients of the figure at text[start:end], as far as the sentence states them.

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "Azerbaijan purchased 12 launchers from Türkiye."
    >>> p = bind_parties(read_sentence(text, 0, len(text)), 21, 33)
    >>> [a.code for a in p.suppliers], [a.code for a in p.recipients], p.rule
    (['TUR'], ['AZE'], 'P-GET')
    """
    seen = see_own_clause(sentence, start, end)
    return read_payment(seen, _bind_seen(seen, start, end), start)


def _bind_seen(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the parties of a figure in what of its sentence tells of it."""
    is_alone = len({a.code for a in sentence.actors}) < 2
    found = (_bind_clause if is_alone else _bind_purpose)(sentence, start, end)
    found = name_customer(sentence, found, start)
    found = bind_relation(sentence, found, start) if is_alone else _between_two(sentence, found, start, end=end)
    if (source := read_coming(sentence, start)) is not None and source not in found.suppliers:
        if found.cue is None and (arrival := read_arrival(sentence, start, end)).cue:
            return arrival
        others = tuple(a for a in found.recipients if a.code != source.code)
        return found._replace(suppliers=(source,), recipients=others, rule=found.rule or "P-MOVES")
    if not found.suppliers and (customer := read_customer(sentence)).suppliers:
        if found.cue is None:
            return customer
        if {a.code for a in found.recipients} == {a.code for a in customer.recipients}:
            # `France's first customer, Egypt took delivery of 24 jets`
            return found._replace(suppliers=customer.suppliers, rule=customer.rule)
    if found.cue is None and (made := read_making(sentence, start, end)).cue:
        return made
    if found.cue is None and (turned := read_turning(sentence, start)).cue:
        return turned
    if found.cue is None and (upgraded := read_upgrade(sentence, start, end)).cue:
        return upgraded
    if found.cue is None and not found.suppliers and not found.recipients:
        moved = read_movement(sentence, start, end)
        tried = moved if moved.cue else read_arrival(sentence, start, end)
        tried = tried if tried.cue else read_meant(sentence, end)
        return tried if tried.cue else read_cost(sentence, start)
    return found


def _between_two(sentence: Sentence, found: Parties, start: int, *, end: int) -> Parties:
    """Return the parties that a deal of two, a debt, what one is called of another or a share of exports tells; else those found."""
    for told in (
        read_owing(sentence),
        read_repaid(sentence, start, end),
        read_award(sentence),
        read_contest(sentence),
        read_paid_for(sentence),
    ):
        if told.cue is not None:
            return told
    found = bind_relation(sentence, bind_mutual(sentence, found), start)
    if found.cue is not None and len(found.suppliers) + len(found.recipients) != 1:
        return found
    counted = read_accounting(sentence, start, end)
    return counted if counted.cue is not None else found


def _bind_purpose(sentence: Sentence, start: int, end: int) -> Parties:
    """Return the parties of a figure; another's amount that is compared has its own giver, a purchase from a third its own seller."""
    if (compared := find_compared(sentence, start)) is not None:
        at, actor = compared
        told = _bind_clause(cut(sentence, sentence.start, at), at, at)
        if told.suppliers and told.recipients and actor.code not in {a.code for a in told.recipients}:
            return told._replace(suppliers=(actor,), rule="P-COMPARED")
    purpose = find_purpose(sentence)
    if purpose is None:
        return _bind_clause(sentence, start, end)
    at, cue = purpose
    given = _bind_clause(cut(sentence, sentence.start, at), min(start, at), min(end, at))
    if start < at or len(given.recipients) != 1:
        return given if start < at else _bind_clause(sentence, start, end)
    known = {a.code for a in given.suppliers + given.recipients}
    third = next(a for a in sentence.actors if a.start >= at and a.code not in known)
    return Parties((third,), given.recipients, (), cue, "P-PURPOSE")


def _bind_clause(sentence: Sentence, start: int, end: int) -> Parties:
    clause, part = find_clause(sentence, start), find_part(sentence, start)
    low, high = max(clause[0], part[0]), min(clause[1], part[1])
    if (low, high) == (sentence.start, sentence.end):
        return _bind(sentence, start, end)
    found = _bind(cut(sentence, low, high), start, end)
    if found.cue is not None and found.cue.kind == "give" and found.suppliers and not found.recipients:
        others = _bind(
            cut(sentence, sentence.start, low) if low > sentence.start else cut(sentence, high, sentence.end), low, low
        )
        givers = {a.code for a in found.suppliers}
        # `while Russia supplied ...`; who orders on its own, `and Denmark ordered 12 guns`, gets nothing else
        gets = others.recipients if others.suppliers or others.cue is None or others.cue.kind != "get" else ()
        return found._replace(recipients=tuple(a for a in gets if a.code not in givers))
    return found


def _bind(sentence: Sentence, start: int, end: int) -> Parties:
    best = Parties()
    near = [c for c in sentence.kinds("contents") if c.end <= start]
    for cue in rank_cues(sentence, start, end):
        if best.cue is not None and is_wage(sentence, cue):
            continue
        found = _read_cue(sentence, cue, start)
        best = _merge(best, found, sentence)
        if best.suppliers and best.recipients:
            break
    if best.cue is None and near:  # the list of a package: the parties stand before it
        return Parties((), (), (), near[-1], "P-CONTENTS")
    read = gapped(sentence, _finish(sentence, best, start), start)
    found = bracketed(sentence, start) or each_bracketed(sentence, read, start) or adjacent(sentence, read, start, end)
    if found.recipients and {a.code for a in found.recipients} <= {a.code for a in found.suppliers}:
        found = read  # `Berlín autorizó a Riga a ceder 12 obuses a Lima`: nobody gives to itself
    return found._replace(recipients=_beneficiary(sentence, found.recipients, {a.code for a in found.suppliers}))


def _merge(best: Parties, found: Parties, sentence: Sentence) -> Parties:
    if best.cue is None:
        return found
    taken = {a.code for a in best.suppliers + best.recipients}
    new_s = tuple(a for a in found.suppliers if a.code not in taken)
    new_r = tuple(a for a in found.recipients if a.code not in taken)
    cue = best.cue if best.cue.value[0] or not found.cue or not found.cue.value[0] else found.cue
    return best._replace(suppliers=best.suppliers or new_s, recipients=best.recipients or new_r, cue=cue)


GIVEN = re.compile(r"(?:was|were|been|being)\s")


def _read_cue(sentence: Sentence, cue: Cue, focus: int) -> Parties:
    readers = {
        "give": read_give,
        "goes": read_goes,
        "get": read_get,
        "noun_give": read_noun_give,
        "noun_get": read_noun_get,
    }
    suppliers, recipients = readers[cue.kind](sentence, cue, focus)
    gone = {a.code for a in recipients}
    if len(gone) < len({a.code for a in suppliers} | gone):
        suppliers = tuple(a for a in suppliers if a.code not in gone) or suppliers
    is_given = cue.kind == "get" and GIVEN.match(sentence.text, cue.start) is not None
    rule = (
        "P-GIVE"
        if is_given
        else {"give": "P-GIVE", "goes": "P-GIVE", "get": "P-GET", "noun_give": "P-AID", "noun_get": "P-DEAL"}[cue.kind]
    )
    if rule == "P-GET" and suppliers and recipients and is_for(sentence, recipients[0]):
        rule = "P-BOUGHT-FOR"  # `Norway is buying 12 howitzers from Denmark for Kenya`
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


ORGANISATIONS = frozenset({"XNA", "XUN", "EUU"})
FOR_WHOM = re.compile(
    r"(?:['’]s)?(?:\s[\w'’-]+){0,7}\s(?:for|to|to\s(?:help|support|assist|equip))\s(?:the\s)?|['’]s?\s|-|\s\(?"
)


def _beneficiary(sentence: Sentence, recipients: tuple[Actor, ...], givers: set[str]) -> tuple[Actor, ...]:
    """Return for whom an organisation holds a fund, where the words right behind it say so: `NATO's package for Ukraine`."""
    if not recipients or not {a.code for a in recipients} <= ORGANISATIONS:
        return recipients
    last = recipients[-1]
    for actor in sentence.actors:
        is_new = actor.start > last.end and actor.code not in ORGANISATIONS | givers
        is_near = actor.mark == "TO" or actor.start - last.end <= 3  # `NATO-Ukraine`, `NATO's Ukraine fund`
        if is_new and is_near and FOR_WHOM.fullmatch(sentence.text, last.end, actor.start):
            return group(sentence, actor)
    return recipients


def _is_aloof(sentence: Sentence, actor: Actor, focus: int) -> bool:
    """True of a party with a verb of its own, of an adjective that tells whose make a thing is, and behind a place given to."""
    if any(focus < a.start < actor.start and a.mark == "IN" and a.kind != "demonym" for a in sentence.actors):
        return True  # `4 million for clinics in Ukraine, the Polish centre said`
    is_told_of = ABOUT_ANOTHER.search(sentence.text, max(sentence.start, actor.start - 16), actor.start) is not None
    is_related = RELATED.search(sentence.text, max(sentence.start, actor.start - 12), actor.start) is not None
    return is_told_of or is_related or (actor.kind == "demonym" and sentence.language != "en") or acts(sentence, actor)


RELATED = re.compile(r"\b(?:that|which)\s(?:the\s)?\Z")  # `launchers that the United Kingdom is upgrading`
PRONOUN_TO = re.compile(r"\s(?:lui|leur|gli|le|les|loro|ihm|ihr|ihnen|mu|jej|im|ему|ей|им|йому|їй|їм)\s\Z")


def _gives_pronoun(sentence: Sentence, cue: Cue) -> bool:
    """True of `la France lui a accordé`: who gets is a pronoun, and no other party of the sentence."""
    return sentence.language != "en" and PRONOUN_TO.search(sentence.text, sentence.start, cue.start) is not None


# another thing that the sentence goes on to tell of: `gave 22 cars in 2012, and the launcher has one customer: Mali`
AND_THE = re.compile(r",\s(?:and|but|while)\s(?:the|its|their|an?)\s[^,.;]*\b(?:has|have|had|is|are|was|were|will)\s")


def _is_of_other_item(sentence: Sentence, firm: Actor, focus: int) -> bool:
    """True of Boeing in `eight tanks; 30 drones from Boeing` for the tanks: it makes what its own item names."""
    between = sentence.text[min(focus, firm.start) : max(focus, firm.start)]
    return firm.mark == "FROM" and ";" in between


def _finish(sentence: Sentence, parties: Parties, focus: int) -> Parties:
    """Fill what is missing from a firm (firms sell) and read who pays."""
    suppliers, recipients = parties.suppliers, parties.recipients
    taken = {a.code for a in recipients}
    if not suppliers and recipients and any(a.org_id == "dsca" for a in sentence.actors):
        suppliers = tuple(a for a in sentence.actors if a.org_id == "dsca")[:1]  # what DSCA tells of, the US sells
    if not suppliers:
        firms = [
            a
            for a in sentence.actors
            if a.kind in ("company", "programme") and a.code not in taken and not _is_of_other_item(sentence, a, focus)
        ]
        if firms:
            suppliers = (min(firms, key=lambda a: abs(a.start - focus)),)
    recipients = recipients or _called_recipient(sentence, {a.code for a in suppliers})
    is_open = parties.cue is not None and parties.cue.kind == "give" and not _gives_pronoun(sentence, parties.cue)
    if suppliers and not recipients and is_open:
        givers = {a.code for a in suppliers}
        others = {
            a.code: a
            for a in sentence.actors
            if a.code not in givers
            and a.mark not in ("IN", "AGAINST", "BY", "WITH", "FROM")
            and not _is_aloof(sentence, a, focus)
            and not AND_THE.search(sentence.text, focus, max(focus, a.start))
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
