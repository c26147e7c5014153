"""The lists of words: every row's example is read as the row says, and what looks alike is not."""

from __future__ import annotations

import pytest

from aidflows.bind.dating import is_compared
from aidflows.bind.negation import is_denied
from aidflows.bind.sentence import read_sentence
from aidflows.bind.separable import find_split_verbs
from aidflows.extraction import extract_document
from aidflows.gazetteer.conjugation import conjugated
from aidflows.gazetteer.inflection import declined
from aidflows.gazetteer.lists import Row, load_countries, load_list, load_systems
from aidflows.gazetteer.matcher import cue_matcher, item_matcher
from aidflows.normalise.speakers import find_home
from aidflows.normalise.topic import has_topic
from aidflows.recognise.sentences import Sentences
from aidflows.records import Document, Figure


def figures(text: str, language: str = "en") -> list[Figure]:
    """Return the figures of a text in a language."""
    return list(extract_document(Document("text", text, language)).figures)


NEGATIONS = [
    pytest.param(r["lang"], word, r["side"], id=f"{r['lang']}-{r['side']}-{word}")
    for r in load_list("negations")
    for word in r["words"].split("|")
]


@pytest.mark.parametrize(("language", "word", "side"), NEGATIONS)
def test_negations_are_of_a_language(language: str, word: str, side: str) -> None:
    """Each row has a language that is read, and stands on one of three sides, or says what denies nothing behind it."""
    assert language in ("en", "de", "fr", "es", "it", "sv", "pl", "ru", "uk", "tr")
    assert side in ("before", "behind", "item", "like")
    assert word.strip() == word != ""


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "Norway never delivered the 12 howitzers to Kenya.", True), ("en", "Norway did not send 12 howitzers to Kenya.", True),
        ("en", "Norway has not yet delivered 12 howitzers to Kenya.", True), ("en", "Norway sent no howitzers, 12 radars and fuel to Kenya.", False),
        ("en", "Norway not only sent 12 howitzers to Kenya but fuel too.", False), ("en", "Not without debate, Norway sent 12 howitzers to Kenya.", False),
        ("en", "Without waiting for others, Norway sent 12 howitzers to Kenya.", False), ("de", "Norwegen liefert die 12 Haubitzen nicht an Kenia.", True),
        ("de", "Norwegen liefert nicht nur 12 Haubitzen an Kenia.", False), ("fr", "La Norvège n'a pas livré 12 obusiers au Kenya.", True),
        ("es", "Noruega no entregó 12 obuses a Kenia.", True), ("pl", "Norwegia nie przekazała Kenii 12 haubic.", True),
        ("ru", "Норвегия не передала Кении 12 гаубиц.", True), ("ru", "Норвегия не только передала Кении 12 гаубиц.", False),
        ("en", "Norway gave arms like never before, 12 howitzers to Kenya.", False), ("de", "Norwegen lieferte wie nie zuvor, 12 Haubitzen an Kenia.", False),
        ("ru", "Норвегия как никогда передала Кении 12 гаубиц.", False), ("pl", "Norwegia jak nigdy przekazała Kenii 12 haubic.", False),
        ("uk", "Норвегія не передала Кенії 12 гаубиць.", True), ("sv", "Norge levererade inte 12 haubitsar till Kenya.", True),
    ],
)  # fmt: skip
def test_denied(language: str, text: str, denied: bool) -> None:
    """A denied verb makes no transfer; `not only` and a denial of something else do."""
    sentence = read_sentence(text, 0, len(text), language=language)
    verbs = sentence.kinds("give")
    assert verbs, text
    assert any(is_denied(sentence, v, text.index("12")) for v in verbs) == denied
    found = next(f for f in figures(text, language) if f.value == 12)
    assert (found.role == "transfer") != denied


def test_denied_money_is_out() -> None:
    """Money that was never paid is out of scope."""
    (paid,) = figures("Kenya never paid the $40 million to Norway for radars.")[:1]
    assert not paid.in_scope
    assert "R-DENIED" in paid.rules


@pytest.mark.parametrize(("language", "text", "compared"), [
    ("en", "Sales came to 4 billion euros, 20% more than in 2021.", True), ("en", "Sales came to 4 billion euros in 2021.", False),
    ("es", "Sumaron 4.000 millones de euros, un 20 % más que en 2021.", True), ("es", "Los aviones que en 2021 costaron 4 millones de euros.", False),
    ("de", "Der Export lag 20 Prozent höher als 2021.", True), ("ru", "Экспорт вырос на 20% больше, чем в 2021 году.", True),
])  # fmt: skip
def test_compared_years(language: str, text: str, compared: bool) -> None:
    """The year of a comparison dates nothing."""
    sentence = read_sentence(text, 0, len(text), language=language)
    assert [is_compared(sentence, d) for d in sentence.dates] == [compared]


@pytest.mark.parametrize("row", load_list("laws"), ids=lambda r: r["law"])
def test_laws(row: dict[str, str]) -> None:
    """A law's example names it; what it makes available comes from its state."""
    assert row["law"].lower() in row["example"].lower()
    assert row["iso3"] in load_countries()
    text = f"Funds under the {row['law']}: not less than $425,000,000 shall be available for grants only for Kenya."
    assert [(f.supplier, f.recipient) for f in figures(text)] == [(row["iso3"], "KEN")]


def test_law_of_another() -> None:
    """A law that is far from the amount, or an amount without a gift, gets no supplier."""
    text = "The Arms Export Control Act was passed in 1976.\n\n" + "It rained. " * 300 + "Kenya was granted $5 million."
    assert all(f.supplier is None for f in figures(text))


def test_provisos_are_sentences() -> None:
    """Each proviso of a statute has its own recipient, and `Provided` provides nothing."""
    text = "For grants, $900,000,000: Provided, That not less than $300,000,000 shall be available for Kenya: Provided further, That not less than $50,000,000 shall be available for Chad."
    assert [f.recipient for f in figures(text)] == [None, "KEN", "TCD"]


@pytest.mark.parametrize("row", load_list("houses"), ids=lambda r: r["iso3"])
def test_houses(row: dict[str, str]) -> None:
    """The forms of address of a parliament tell its country; two parliaments in one text tell none."""
    assert find_home(row["example"]) == row["iso3"], row["example"]
    assert find_home("We have sent 20 guns.") is None


def test_we_of_two_houses() -> None:
    """A text of two parliaments has no speaker."""
    assert find_home("Mr Speaker, the Bundestag voted.") is None


@pytest.mark.parametrize("row", load_list("names_other"), ids=lambda r: f"{r['lang']}-{r['system_id']}")
def test_names_in_other_scripts(row: dict[str, str]) -> None:
    """Every name in another script is a known system's, and its example is found as that system."""
    assert row["system_id"] in load_systems()
    found = [c.value[0] for c in item_matcher(row["lang"]).find(row["example"]) if c.kind == "system"]
    assert row["system_id"] in found, row["example"]


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [("Leopard", "pl", "Leopardów"), ("Krab", "pl", "Kraby"), ("Leopard", "de", "Leoparden"), ("Леопард", "ru", "Леопардов"), ("Джавелін", "uk", "Джавелінів")],
)  # fmt: skip
def test_declined(name: str, language: str, form: str) -> None:
    """A name that ends in a consonant is declined."""
    assert form in declined(name, language)


@pytest.mark.parametrize(
    ("name", "language"), [("TB2", "pl"), ("Wisła", "pl"), ("Leopard", "en"), ("Leopard", "ru"), ("HIMARS", "pl"), ("Osa", "de")]
)  # fmt: skip
def test_not_declined(name: str, language: str) -> None:
    """Designations, capitals, names in vowels and names of another script are not."""
    assert declined(name, language) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It cost 5 млрд. Киев paid.", 2), ("Es kostet 5 Mrd. Euro und mehr.", 1), ("He met Gen. Smith there.", 1), ("See p. 12 and pp. 3.", 1),
        ("Вартість 16,2 млрд грн. Італія надала батарею.", 2), ("In Jan. 2020 it came. Then six.", 2), ("It came to approx. 40 tanks. Six left.", 2),
    ],
)  # fmt: skip
def test_abbreviations(text: str, count: int) -> None:
    """An abbreviation ends no sentence, a unit before a capital does."""
    sentences = Sentences(text)
    assert len({sentences.around(n) for n in range(len(text) - 1) if not text[n].isspace()}) == count


def test_abbreviation_rows() -> None:
    """Each row of abbreviations has a kind, and its example holds one of its words."""
    for row in load_list("abbreviations"):
        assert row["kind"] in ("title", "reference", "quantity", "other", "month", "unit")
        assert any(word in row["example"] for word in row["words"].split("|")), row


def test_title_names_one_party() -> None:
    """A title with a supplier completes what names none but a recipient, and nothing that names another seller."""
    text = "Danish arms exports in 2019\n\nKenya received 20 mortars. Chad received 5 radars from Sweden. Total exports came to 40 million kroner.\n"
    assert [(f.supplier, f.recipient) for f in figures(text)] == [("DNK", "KEN"), ("SWE", "TCD"), ("DNK", None)]


def test_register_entries() -> None:
    """In a register the heading gives one party and the lines the other, until the next heading; the year is that of the order."""
    text = (
        "Denmark\nR: Kenya\t(12)\tXM-7 Fala\tpatrol craft\t(1998)\t1999-2001\t12\tSecond-hand\n     Chad\t4\tLeopard-1A5\ttank\t2003\t2004\t4\t\n"
        "     \t6\tM-113\tAPC\t2004\t2005\t(6)\tPart of $9 m deal\n\nSweden\nS: Norway\t3\tRBS-70\tportable SAM\t1990\t1991\t3\t\n\nThe list ends; in 2010 Chad bought 2 tanks.\n"
    )
    found = figures(text)
    entries = [f for f in found if "L-REGISTER" in f.rules]
    assert [(f.kind, f.supplier, f.recipient, f.year) for f in entries] == [
        ("hardware", "DNK", "KEN", 1998), ("hardware", "DNK", "TCD", 2003), ("hardware", "DNK", "TCD", 2004), ("money", "DNK", "TCD", 2004),
        ("hardware", "NOR", "SWE", 1990),
    ]  # fmt: skip
    assert [int(f.value or 0) for f in entries if f.kind == "hardware"] == [12, 4, 6, 3]
    assert entries[0].surface.startswith("XM-7")


def test_heading_of_a_table_counts() -> None:
    """Counts of a table without a column of items are of the one system that its heading names; of two they are none."""
    rows = "| Country | Number | Year |\n|---|---|---|\n| Kenya | 12 | 2021 |\n"
    one = figures(f"## Exports of the Bayraktar TB2\n\n{rows}")
    assert [(f.surface, f.recipient, f.system_id) for f in one if f.value] == [("12", "KEN", "bayraktar-tb2")]
    assert not [f for f in figures(f"## Exports of the Bayraktar TB2 and the Leopard 2\n\n{rows}") if f.value == 12]


def test_table_of_donors() -> None:
    """A column headed `Country` lists donors under a heading of aid, and buyers under one of exports."""
    rows = "| Country | Amount (EUR million) |\n|---|---|\n| Norway | 300 |\n"
    assert [(f.supplier, f.recipient) for f in figures(f"## Military aid to Kenya\n\n{rows}")] == [("NOR", "KEN")]
    assert [(f.supplier, f.recipient) for f in figures(f"## Exports of arms\n\n{rows}")] == [(None, "NOR")]


@pytest.mark.parametrize(
    ("row", "name"),
    [pytest.param(r, n, id=n) for r in load_list("nicknames") for n in r["names"].split("|")],
)  # fmt: skip
def test_nicknames(row: dict[str, str], name: str) -> None:
    """A name that no released system bears is an item of its type, with its count; in a longer word it is none."""
    found = [f for f in figures(f"Norway sold Kenya 12 {name} in 1999.") if f.kind == "hardware"]
    assert [(f.system_type, int(f.value or 0)) for f in found] == [(row["system_type"], 12)], name
    assert not figures(f"Norway sold Kenya x{name}x in 1999.")


@pytest.mark.parametrize(
    ("text", "in_scope"),
    [
        ("Chile's copper exports to China reached $22 billion.", False), ("Kenya bought wheat from Russia for $600 million.", False),
        ("Norway donated wheat worth $5 million to Sudan.", True), ("Britain sold Kenya 20 armoured cars for $5 million.", True),
        ("Norway sold Egypt 24 tanks for $25 million.", True), ("Norway gave Egypt $25 million.", True),
    ],
)  # fmt: skip
def test_goods(text: str, in_scope: bool) -> None:
    """The price of civilian goods sold is trade; what is given, and arms, are in scope."""
    assert [f.in_scope for f in figures(text) if f.kind == "money"] == [in_scope]


@pytest.mark.parametrize("row", load_list("prepositions"), ids=lambda r: f"{r['lang']}-{r['word']}")
def test_prepositions_mark_the_name_behind_them(row: Row) -> None:
    """The example of a row gives its party the mark of the row; what joins two names gives the second that of the first."""
    text = f"Mali {row['example']}." if row["mark"] == "AND" else f"... {row['example']}."
    actor = read_sentence(text, 0, len(text), language=row["lang"] or "en").actors[-1]

    assert actor.mark == ("" if row["mark"] == "AND" else row["mark"])


@pytest.mark.parametrize("row", load_list("lookalikes"), ids=lambda r: r["example"])
def test_names_that_are_no_systems(row: Row) -> None:
    """The example of a row holds no system, and the same name with a count is one."""
    assert figures(f"It was {row['example']}, and 12 F-16s went to Mali.")[0].surface == "F-16s"
    assert figures(f"Mali got 12 {row['name']} from Oman.")[0].value == 12


OTHER_NEWS = " ".join(f"Store {n} opens on a Monday." for n in range(30))  # longer than what is taken on trust


@pytest.mark.parametrize("row", load_list("topics"), ids=lambda r: r["lang"])
def test_topics(row: Row) -> None:
    """The example of a language is of arms or aid, the sentence unlike it is not, in a text that tells of nothing else."""
    for text, is_of_topic in ((row["example"], True), (row["unlike"], False)):
        whole = f"{OTHER_NEWS} {text} {OTHER_NEWS}"
        assert has_topic(whole, len(OTHER_NEWS), len(OTHER_NEWS) + 5, row["lang"]) == is_of_topic


@pytest.mark.parametrize(("text", "scope", "why"), [
    ("The grocer sold its stores for $40 million.", [False], "nothing tells of arms or aid"),
    ("The grocer sold 300 trucks and 12 boats.", [False, False], "trucks alone are no arms"),
    ("The grocer sold the army tents for $40 million.", [True], "the sentence names an army"),
    ("Oman bought 12 boats from Norway.", [True], "a buyer is named"),
    ("Huskies race in Milan, says Puma.", [], "names that are words"),
    ("It sold 12 CV90s.", [False], "a system is one anywhere, and nobody is named who bought it"),
])  # fmt: skip
def test_off_topic(text: str, scope: list[bool], why: str) -> None:
    """In a text of something else money is in scope where the sentence itself tells of arms, aid or a buyer."""
    found = figures(f"{OTHER_NEWS} {text} {OTHER_NEWS}")
    assert [f.in_scope for f in found] == scope, why
    assert ("O-OFF-TOPIC" in {r for f in found for r in f.rules}) == (False in scope and "12 CV90" not in text)


@pytest.mark.parametrize("row", load_list("no_parties"), ids=lambda r: r["why"])
def test_names_of_no_party(row: Row) -> None:
    """The example of a row names nobody, nor does any of its names; the place alone does."""
    assert read_sentence(row["example"], 0, len(row["example"])).actors == ()
    for name in row["names"].split("|"):
        assert read_sentence(f"the {name} said", 0, len(name) + 9).actors == (), name
    assert [a.code for a in read_sentence("Paris said", 0, 10).actors] == ["FRA"]


@pytest.mark.parametrize("row", load_list("verbs"), ids=lambda r: f"{r['lang']}-{r['cue']}-{r['stems'][:20]}")
def test_verbs(row: dict[str, str]) -> None:
    """The example of a row of verbs holds one of its forms, told as the row tells it, and no stem stands twice."""
    stems = row["stems"].split("|")
    found = [
        row["example"][c.start : c.end] for c in cue_matcher(row["lang"]).find(row["example"]) if c.kind == row["cue"]
    ]
    assert set(found) & set(conjugated(row)), row["example"]
    assert len(stems) == len(set(stems))


def test_conjugations() -> None:
    """Every row of endings is used, its example is built by it, and no verb is without its endings."""
    built: dict[tuple[str, str], set[str]] = {}
    for row in load_list("verbs"):
        built.setdefault((row["lang"], row["pattern"]), set()).update(conjugated(row))
    for row in load_list("conjugations"):
        assert row["example"] in built.pop((row["lang"], row["pattern"])), row
    assert built == {}


def test_verbs_are_told_once() -> None:
    """No form of a verb stands in the lists of words as well, but where another of its forms is new."""
    listed = {
        (row.get("lang", "en"), row["cue"], p)
        for name in ("cues", "cues_other")
        for row in load_list(name)
        for p in row["phrases"].split("|")
    }
    for row in load_list("verbs"):
        for stem in row["stems"].split("|"):
            forms = {(row["lang"], row["cue"], form) for form in conjugated({**row, "stems": stem})}
            assert forms - listed, stem


@pytest.mark.parametrize("row", load_list("split_verbs"), ids=lambda r: f"{r['lang']}-{r['verbs'][:20]}")
def test_split_verbs(row: dict[str, str]) -> None:
    """Each verb of a row is told as the row tells it where each of its second parts closes the clause, and not without one."""
    for verb in row["verbs"].split("|"):
        for particle in row["particles"].split("|"):
            text = f"Oslo {verb} Riga 12 Panzer {particle}."
            ((cue, end),) = find_split_verbs(text, 0, len(text), row["lang"])
            assert (cue.kind, cue.value[:2]) == (row["cue"], (row["stage"], row["flow_type"])), text
            assert (text[cue.start : cue.end], text[end - len(particle) : end]) == (verb, particle)
        assert find_split_verbs(f"Oslo {verb} Riga 12 Panzer.", 0, 40, row["lang"]) == []
    assert find_split_verbs(row["example"], 0, len(row["example"]), row["lang"])[0][0].kind == row["cue"]


@pytest.mark.parametrize("row", load_list("joint_makers"), ids=lambda r: r["system_id"])
def test_joint_makers(row: dict[str, str]) -> None:
    """A system of a joint programme has two makers at least, its listed origin among them, and its example names it."""
    codes = row["makers"].split("|")
    origin = load_systems()[row["system_id"]]["origin_iso3"]
    assert len(set(codes)) == len(codes) > 1
    assert set(codes) <= set(load_countries())
    assert not origin or origin in codes
    assert [f.system_id for f in figures(row["example"])] == [row["system_id"]]


@pytest.mark.parametrize("row", load_list("homonyms"), ids=lambda r: r["name"])
def test_homonyms(row: dict[str, str]) -> None:
    """A name that one language reads otherwise is the listed party there, and keeps its own meaning elsewhere."""
    text = row["example"]
    found = [
        {text[a.start : a.end]: a.code for a in read_sentence(text, 0, len(text), language=language).actors}.get(
            row["name"]
        )
        for language in (row["lang"], "en")
    ]
    assert found[0] == row["iso3"] != found[1]


def test_leaders_and_houses() -> None:
    """Persons, governments, parliaments, forces and agencies are found as parties of their state, and stand once in one list."""
    rows = [r for r in load_list("country_names") if r["kind"] in ("person", "government", "company")]
    organisations = {alias for r in load_list("organisations") for alias in r["aliases"].split("|")}
    for row in rows:
        text = f"30 tanks for {row['name']}"
        found = [text[a.start : a.end] for a in read_sentence(text, 0, len(text)).actors if a.code == row["iso3"]]
        assert row["name"] in found or row["name"] in organisations, row
    assert len({r["name"] for r in rows}) == len(rows)


@pytest.mark.parametrize("row", load_list("firms"), ids=lambda r: r["name"])
def test_firms(row: dict[str, str]) -> None:
    """A firm that no release lists is found as one of its state, and stands in no other list."""
    found = [(a.code, a.kind) for a in read_sentence(row["example"], 0, len(row["example"])).actors]
    assert found == [(row["iso3"], "company")]
    assert row["name"] not in {alias for r in load_list("organisations") for alias in r["aliases"].split("|")}


RELATIVES = [
    pytest.param(row, phrase, id=f"{row['lang']}-{phrase}")
    for row in load_list("relatives")
    for phrase in row["phrases"].split("|")
]


@pytest.mark.parametrize(("row", "phrase"), RELATIVES)
def test_relative_years(row: Row, phrase: str) -> None:
    """`Last year` counts from the day of the text, `a year later` from the year told before it."""
    text = f"WARSAW, 3 May 2015 - In 2010 Chad bought two jets. {phrase[0].upper()}{phrase[1:]} Chad paid $5 million for jets."
    found = [f.year for f in figures(text, row["lang"]) if f.kind == "money"]
    assert found == [(2015 if row["anchor"] == "document" else 2010) + int(row["offset"])]


TIMES = [
    pytest.param(row.get("lang", "en"), row["cue"], phrase, id=f"{row.get('lang', 'en')}-{phrase}")
    for name in ("cues", "cues_other")
    for row in load_list(name)
    if row["cue"] in ("now", "past")
    for phrase in row["phrases"].split("|")
]


@pytest.mark.parametrize(("language", "kind", "phrase"), TIMES)
def test_words_of_time_bar_a_year_told_before(language: str, kind: str, phrase: str) -> None:
    """What is paid `so far` or was paid `previously` is not of the year told before, but of the text's day, or of none."""
    told = "In 2010 Chad bought two jets from Italy."
    amount = f"{phrase[0].upper()}{phrase[1:]} Chad paid Italy $5 million for jets."
    dated = figures(f"WARSAW, 3 May 2015 - {told} {amount}", language)
    assert [f.year for f in figures(f"{told} {amount}", language) if f.kind == "money"] == [None]
    assert [f.year for f in dated if f.kind == "money"] == [2015 if kind == "now" else None]


def test_years_that_are_a_figures_own() -> None:
    """A year in the figure's clause holds though a word of time stands by; one of an aside or of another clause does not."""
    rows = [
        ("In 2010 Chad paid Italy $5 million; previously it had none.", 2010, "the word is of another clause"),
        ("Chad, which Italy had armed since 1963 with 20 tanks, paid France $5 million for jets.", None, "an aside"),
        ("Chad bought 5 jets from Italy for $5 million, and 3 boats from France under a contract of 2013.", None, "the next part"),
        ("Chad bought a fourth jet from Italy for $5 million, after the three bought in 2011.", None, "an earlier deal"),
        ("Chad signed with Italy in 2016 for jets worth $5 million.", 2016, "its own"),
        ("In 2016, five years after it had paid Italy $5 million, Chad got the jets.", 2011, "counted back"),
    ]  # fmt: skip
    assert [(text, _year(text), why) for text, _, why in rows] == rows


def _year(text: str) -> int | None:
    return next(f.year for f in figures(text) if f.kind == "money")


TWO_BOATS = {
    "en": "Mali got two boats from Italy.", "de": "Mali bekam von Italien zwei Boote.", "fr": "Le Mali a reçu deux navires de l'Italie.",
    "es": "Malí recibió dos barcos de Italia.", "it": "Il Mali ha ricevuto due navi dall'Italia.", "sv": "Mali fick två båtar av Italien.",
    "pl": "Mali otrzymało od Włoch dwa okręty.", "ru": "Мали получило от Италии два корабля.", "uk": "Малі отримало від Італії два кораблі.",
    "tr": "Mali, İtalya'dan iki gemi aldı.",
}  # fmt: skip


@pytest.mark.parametrize("row", load_list("prices"), ids=lambda r: f"{r['lang']}-{r['kind']}")
def test_words_of_a_price(row: Row) -> None:
    """An amount told as a price is that of the deal told before it; one told of something else is none."""
    for told, parties in ((row["example"], (True, "ITA", "MLI")), (row["unlike"], (False, None, None))):
        found = figures(f"{TWO_BOATS[row['lang']]} {told}.", row["lang"])
        amounts = [(f.in_scope, f.supplier, f.recipient) for f in found if f.kind == "money"]
        assert amounts == [parties], told


@pytest.mark.parametrize("row", load_list("ellipses"), ids=lambda r: f"{r['lang']}-{r['side']}")
def test_counts_without_their_noun(row: Row) -> None:
    """A second count without a noun is of the thing counted before it, with its parties; one of other things is not."""
    found = [(f.value, f.supplier, f.recipient) for f in figures(row["example"], row["lang"])]
    assert found == [(12, "NOR", "MLI"), (6, "NOR", "MLI")]
    assert [f.value for f in figures("Norway gave Mali 12 guns, and another 6 countries protested.", "en")] == [12]
