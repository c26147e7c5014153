"""Puts money in or out of scope by the nearest word that says what it is for (rules O-*)."""

from __future__ import annotations

import itertools
import re

from aidflows.bind.clauses import JOINING, find_clause
from aidflows.bind.scope import Setting
from aidflows.bind.sentence import Sentence
from aidflows.normalise.own_forces import is_for_own_forces
from aidflows.normalise.topic import has_topic
from aidflows.records import Actor, Cue, Figure

AID_BUDGET = re.compile(
    r"\b(?:aid|assistance|scheme|facility|fund)\s(?:scheme\s|programme\s|program\s|facility\s|fund\s)?(?:had|has|with|have)\sa\sbudget|\b(?:aid|assistance)\sbudget",
    re.IGNORECASE,
)


OUTSIDE = ("budget", "turnover", "own_use")  # words that put money out of scope where they stand nearest


def _reach(figure: Figure, sentence: Sentence, *kinds: str) -> tuple[int, Cue] | None:
    """Return the nearest cue; one that follows behind a comma counts twice as far, one beyond a semicolon farther."""
    found = []
    for cue in sentence.kinds(*kinds):
        if cue.end <= figure.start:
            parted = 100 if ";" in sentence.text[cue.end : figure.start] else 0
            found.append((figure.start - cue.end + parted, cue))
        else:
            gap = sentence.text[figure.end : cue.start]
            if _is_of_next(sentence, gap, cue):
                continue
            found.append((max(0, len(gap)) * (2 if "," in gap else 1) + (100 if ";" in gap else 0), cue))
    return min(found, key=lambda f: f[0]) if found else None


# what opens another clause behind a comma, and an amount that its cue is of: `..., and defence spending rose to $1.8 billion`
AMOUNT = re.compile(r"[^,;]{0,60}?\d")


def _is_of_next(sentence: Sentence, gap: str, cue: Cue) -> bool:
    """True of a cue of a budget in a later clause, behind which an amount of its own stands."""
    is_later = cue.kind in OUTSIDE and "," in gap and JOINING.search(gap) is not None
    return is_later and AMOUNT.match(sentence.text, cue.end, sentence.end) is not None


def buys_own_make(cue: Cue | None, suppliers: tuple[str, ...], recipients: tuple[str, ...], origin: str) -> bool:
    """Tell whether a country buys what it makes itself, with no other seller named: `France orders 109 Caesar`."""
    is_bought = cue is not None and cue.kind == "get"
    return is_bought and bool(origin) and recipients == (origin,) and set(suppliers) <= {origin}


FORCES = re.compile(
    r"\b(?:Army|Navy|Air\sForce|Marine\sCorps|Space\sForce|Pentagon)\s(?:contract|order|deal)|\bfrom\sthe\s(?:U\.S\.\s)?(?:Army|Navy|Air\sForce|Marine\sCorps|Pentagon)\b|\b(?:Pentagon|Defen[cs]e\sDepartment|Department\sof\sDefense|Army|Navy|Air\sForce)\ssaid|\b(?:for|by)\sthe\s(?:U\.S\.\s)?(?:Army|Navy|Air\sForce|Marine\sCorps)\b|\bthe\s(?:U\.S\.\s)?(?:Army|Navy|Air\sForce|Marine\sCorps)\s(?:has\s)?(?:awarded|picked|chose|ordered)\b"
)


def is_own_procurement(sentence: Sentence, start: int, cue: Cue | None) -> bool:
    """Tell whether a state buys from its own firm: one country in the clause, a firm of it and the state (or a verb of buying).

    >>> from aidflows.bind.sentence import read_sentence
    >>> text = "The Pentagon signed a contract with Boeing for 12 jets."
    >>> sentence = read_sentence(text, 0, len(text))
    >>> is_own_procurement(sentence, 47, sentence.kinds("get", "noun_get")[0])
    True
    """
    won = cue is not None and cue.kind == "give" and cue.value[0] == "ordered"
    if cue is None or not (cue.kind in ("get", "noun_get") or won):
        return False
    low, high = find_clause(sentence, start)
    named = [a for a in sentence.actors if low <= a.start < high and _may_trade(a)]
    firms = [a for a in named if a.kind == "company"]
    whose = {
        a.start
        for a, b in itertools.pairwise(named)
        if b.kind == "company" and b.start - a.end <= 3 and "," not in sentence.text[a.end : b.start]
    }  # `South Korea's Hyundai`; not `Türkiye, TUSAŞ'a`
    states = [a for a in named if a.kind != "company" and a.start not in whose]
    codes = {a.code for a in named}
    if any(_is_called(sentence.text, a, b) for a, b in itertools.pairwise(named)):
        return False
    if (not states or codes == {"USA"}) and len(codes) <= 1 and FORCES.search(sentence.text, low, high):
        return "oreign" not in sentence.text[low:high]  # `won a $4.9 billion Army contract`, not one for foreign sales
    return not won and bool(firms) and bool(states) and len(codes) == 1


CALLED = re.compile(r"(?:['’]s)?\s(?:[^\W\d_]+\s){0,2}")


def _is_called(text: str, owner: Actor, firm: Actor) -> bool:
    """True of `the Korean firm Hanwha`, `South Korea's Hanwha`: whose firm it is would not be told at home."""
    is_owner = owner.code == firm.code != "USA" and (
        owner.kind == "demonym" or text.startswith(("'s", "’s"), owner.end)
    )
    return is_owner and firm.kind == "company" and CALLED.fullmatch(text, owner.end, firm.start) is not None


def _may_trade(actor: Actor) -> bool:
    """True of who may buy or sell where it stands; firms also behind a preposition of place: `kauft bei Rheinmetall`."""
    is_apart = actor.mark == "AGAINST" or (actor.mark == "IN" and actor.kind != "company")
    return not is_apart and actor.kind != "programme"


def _is_about(sentence: Sentence, cue: Cue, figure: Figure) -> bool:
    """True of a sentence that begins with what is out of scope and tells of no gift or purchase: `Military spending rose to ...`"""
    opens = cue.start - sentence.start <= 25 and 0 < figure.start - cue.end < 90
    inside = any(c.start < cue.end and cue.start < c.end for c in sentence.kinds("get", "noun_get"))
    return opens and (not sentence.kinds("give", "get") or inside)


def _is_of_goods(figure: Figure, sentence: Sentence, types: list[Cue]) -> bool:
    """True of a price of civilian goods, named nearer to it than any arms: `copper exports reached $22 billion`."""
    near = _reach(figure, sentence, "goods")
    if near is None or near[0] >= 60 or sentence.kinds("grant_word", "loan_word"):
        return False
    arms = [figure.start - t.end if t.end <= figure.start else 3 * (t.start - figure.end) for t in types]
    return all(near[0] < gap for gap in arms)


OWN_HOUSE = re.compile(r"\b(?:Congress|Parliament|parliament|Bundestag|lawmakers|legislators)\b")
# a firm by which another sells: `a contract to supply Sweden through Hägglunds`
THROUGH = re.compile(
    r"\b(?:through|via|together\swith|über|durch|par\sl['’]intermédiaire\sde|a\stravés\sde|tramite|genom)\s\Z"
)
BESIDE = (
    4  # characters: `un budget de défense de 25 milliards`, `consacre 25 milliards à sa défense` give nobody anything
)
APPEALING = frozenset({"XUN", "XNA", "EUU"})  # they ask for others


def _is_asked_for(figure: Figure, sentence: Sentence) -> bool:
    """True of money that one party asks of another; not of `the Pentagon asked Congress for $842 billion`."""
    if not figure.recipients or APPEALING.issuperset(figure.recipients):
        return False
    return bool(figure.suppliers) or not OWN_HOUSE.search(sentence.text, sentence.start, sentence.end)


# words that put money in scope where they stand nearest
FLOWS = (
    "give", "goes", "get", "noun_give", "noun_get", "grant_word", "sale_word", "loan_word", "exporter_total", "recipient_word", "rank_word",
    "supplier_word", "rise",
)  # fmt: skip


def _is_of_own_firms(sentence: Sentence, recipients: set[str]) -> bool:
    """True where all firms that a sentence names as sellers are of who gets."""
    firms = (a for a in sentence.actors if a.kind == "company")
    codes = {a.code for a in firms if not THROUGH.search(sentence.text, sentence.start, a.start)}
    return bool(codes) and codes <= recipients


# parties told by a noun or verb that no list of giving and getting holds
TOLD_OTHERWISE = frozenset(
    {
        "P-RELATION",
        "P-OWES",
        "P-ACCOUNTS",
        "P-UPGRADED",
        "P-PAYMENT",
        "P-PAID-FOR",
        "P-CONTEST",
        "P-TURNS",
        "P-MEANT",
        "P-COSTS",
    }
)
AID_NEAR = 40  # characters between an amount of a budget and the aid that it is for


def _is_aid_in_budget(figure: Figure, sentence: Sentence) -> bool:
    """True of `Norway's budget includes $90 million in military aid for Peru`: what a budget sets aside for another."""
    if not figure.recipients or figure.recipients == figure.suppliers:
        return False
    if figure.suppliers and "P-GIVE" in figure.rules and _is_beside_getter(figure, sentence):
        return True  # `hat in seinem Haushalt 90 Millionen für Mali vorgesehen`
    aid = _reach(figure, sentence, "noun_give", "grant_word")
    return aid is not None and aid[0] <= AID_NEAR and aid[1].value[1] == "grant"


def _is_beside_getter(figure: Figure, sentence: Sentence) -> bool:
    """True where who gets is named near an amount, in the same clause."""
    text = sentence.text
    near = (
        a
        for a in sentence.actors
        if a.code in figure.recipients and a.start - figure.end < AID_NEAR and figure.start - a.end < AID_NEAR
    )
    return any(";" not in text[min(a.end, figure.end) : max(a.start, figure.start)] for a in near)


# `24 million in bribes`: what an amount consists of, told right behind it; without a preposition in languages that need none
CONSISTS = re.compile(r"\s(?:in|of|de|en|di|av)\s(?:[^\W\d]+\s)?")
BARE_NOUN = frozenset({"de", "sv", "pl", "ru", "uk"})  # `24 Millionen Euro Schmiergeld`


def _consists_of(figure: Figure, cue: Cue, sentence: Sentence) -> bool:
    """True of `24 million in bribes`, whatever verb stands before it; a `$2 billion oil-backed loan` consists of no oil."""
    if cue.start <= figure.end or sentence.text.startswith("-", cue.end):
        return False
    if any(c.start == cue.end + 1 for c in sentence.kinds("loan_word", "grant_word")):
        return False  # `90 million in investment loans`
    gap, told = sentence.text[figure.end : cue.start], sentence.text[cue.start : cue.end]
    is_bare = sentence.language in BARE_NOUN or " " in told  # `on pay` holds its preposition
    return CONSISTS.fullmatch(gap) is not None or (gap == " " and is_bare)


def find_outside(figure: Figure, sentence: Sentence, setting: Setting, types: list[Cue]) -> str | None:
    """Return the rule that puts money out of scope, or None."""
    if setting.role == "loss":
        return "O-LOSS"
    if any(0 < figure.start - c.end < 110 for c in sentence.kinds("replacement")):
        return "O-OWN-USE"  # what replaces things given away stays at home
    is_between = bool(figure.suppliers and figure.recipients)  # `received 90 million in compensation from Norway`
    if not is_between and any(_consists_of(figure, cue, sentence) for cue in sentence.kinds("turnover")):
        return "O-TURNOVER"
    if figure.flow_type == "sale" and _is_of_goods(figure, sentence, types):
        return "O-GOODS"  # wheat and cars are trade; given away they are aid
    if is_for_own_forces(sentence, figure):
        return "O-BUDGET"
    bad = _reach(figure, sentence, *OUTSIDE)
    if bad and bad[1].kind == "budget" and AID_BUDGET.search(sentence.text, sentence.start, sentence.end):
        bad = None
    if bad and bad[1].kind == "own_use" and figure.suppliers and figure.recipients:
        bad = None  # what one state bought of another for its own army is a deal all the same
    if bad and bad[1].kind == "budget" and _is_aid_in_budget(figure, sentence):
        bad = None
    is_own = bad is not None and bad[1].kind == "budget" and bad[0] <= BESIDE and not figure.recipients
    if bad and (is_own or _is_about(sentence, bad[1], figure)):
        return "O-" + bad[1].kind.upper()
    good = _reach(figure, sentence, *FLOWS, *(("request",) if _is_asked_for(figure, sentence) else ()))
    if bad and bad[0] < 90 and (not good or bad[0] < good[0]):
        return "O-" + bad[1].kind.upper()
    if figure.recipients and not figure.suppliers and _is_of_own_firms(sentence, set(figure.recipients)):
        return "O-OWN-INDUSTRY"
    is_guess = bool({"P-MOVES", "P-MEANT"} & set(figure.rules))  # no verb is known: the text must speak of arms or aid
    is_told = not TOLD_OTHERWISE.isdisjoint(figure.rules)
    if (
        not good
        and not types
        and not is_guess
        and not is_told
        and not any(a.kind == "company" for a in sentence.actors)
    ):
        return "O-NO-TRANSFER"
    named = (figure.recipients and not is_guess) or any(c.kind in ("system", "designation") for c in types)
    if not named and not has_topic(sentence.text, sentence.start, sentence.end, sentence.language):
        return "O-OFF-TOPIC"
    return None
