"""The words beside verbs of giving and getting that change who gives and who gets."""

from __future__ import annotations

import re

NO_OBJECT = ("notif", "approv", "clear", "authori", "announc")
SIGNED = re.compile(
    r"(?:(?:ha|han|hanno|a|ont|hat|haben|har)\s+)?\b(?:sign|placed?\san\sorder|sealed|concluded|reached|struck|inked|negotiat|agreed\s(?:on|an?)|skrev\sunder|firm[aóò]|unterzeichn|schloss|geschlossen|abgeschlossen|vereinbart|podpis|zawar|подпис|заключ|согласовал|підпис|уклал|узгодил|imza|underteckn|teckn|suscrib|siglat|stipul|conclu)\w*\b"
)
ATTITUDE = re.compile(
    r"\b(?:condemn|critici[sz]|denounc|protest|oppos|welcom|prais|slam|reject|warn|hail|lament|object|complain|report|say|said)\w*\b"
)
# the preposition of the agent behind a participle: `donados por Estados Unidos`, `livrés par la France`
AGENTS = {
    "es": r"por\s",
    "fr": r"par\s",
    "it": r"(?:da|dal|dalla|dall['’]|dagli)\s?",
    "pl": r"przez\s",
    "sv": r"av\s",
    "de": r"(?:von|durch)\s",
}
ORDERED_FROM = re.compile(
    r"\s+(?:an?|the|its|another|two|three|several|further|new)?\s*(?:[\w-]+\s+){0,2}(?:orders?|contracts?|beställning\w*|order\w*|[\w-]*[Aa]uftrag\w*|commandes?|pedidos?|encargo|ordin[ei]|commess[ae]"
    r"|zamówieni\w*|kontrakt\w*|заказ\w*|контракт\w*|замовлення)\b"
)
# `a obtenu de l'Inde une commande`: who orders stands between the verb and the order
ORDERED_BY = re.compile(
    r"\s+(?:de\sla\s|de\sl['’]|de\s|del\s|du\s|des\s|d['’]|da\s|dal\s|dalla\s|dall['’]|dagli\s|dai\s)[^\d,;.]{3,30}?\s(?:une?|un['’]?|una)\s?(?:[\w-]+\s){0,2}(?:commandes?|contrat|pedido|encargo|contrato|ordine|commessa|contratto)\b"
)
# programmes by which the United States gives, with the one country that a programme is for
US_PROGRAMMES = {
    "FMF": "", "IMET": "", "Foreign Military Financing": "", "International Military Education and Training": "", "Excess Defense Articles": "",
    "EDA": "", "Presidential Drawdown": "", "USAI": "UKR", "Ukraine Security Assistance Initiative": "UKR",
    "Afghanistan Security Forces Fund": "AFG", "ASFF": "AFG", "Iraq Train and Equip Fund": "IRQ", "Iraq Security Forces Fund": "IRQ",
}  # fmt: skip
SHARED = re.compile(r"shared\s(?:by|among|amongst|between|with)\s")
# who wins an order, a tender, a competition sells: `won the Dutch tender`, `a remporté le marché`
WINS = re.compile(
    r"(?:a\s|ont\s|ha\s|han\s|hat\s|har\s|was\s|is\s|were\s|are\s|(?:is\s|has\s|have\s)?be(?:en|ing)\s)?(?:award|w[io]n|bagg|clinch|nett|scoop|land|remport|décroch|gan|se\s(?:ha\s)?adjudic|si\s(?:è\s)?aggiudic|vin|gew[aio]nn|erhielt|wygr|zdob|vann|vunn|выигр|вигра|kazan)"
)
WON = re.compile(
    r"\s+(?:[\w$€£₺.,-]+\s+){0,5}?(?:orders?|contracts?|modifications?|tenders?|competitions?|bids?|deals?|beställning\w*|upphandling\w*|[\w-]*[Aa]uftrag\w*|Ausschreibung|Zuschlag|commandes?|contrats?|marchés?|appel\sd['’]offres|pedidos?|contratos?|licitación|concurso|encargo|ordin[ei]|contratt[oi]|commess[ae]|gara"
    r"|zamówieni\w*|kontrakt\w*|umow\w*|przetarg\w*|заказ\w*|контракт\w*|тендер\w*|замовлення)\b"
)
WENT_TO = re.compile(r"\b(?:went|goes|gone|awarded|was\sgiven|fell|lost\sout)\sto\s")
PASSIVE = re.compile(
    r"\b(?:was|were|been|being|is|are|be|got)\s+(?:(?:\w+ly|also|then|subsequently|not|now|so)\s+){0,2}\Z"
)
ORDERS = re.compile(
    r"beställning|order|[\w-]*auftrag|commande|pedido|ordine|commessa|zamówieni|заказ|замовлення|sipariş"
)
EXPORT_OF = re.compile(r"(?:[Aa]rms\s|[Dd]efen[cs]e\s|[Ww]eapons?\s)?[Ee]xports(?:\sof)?")
EXPORT_CASE = re.compile(r"(?:экспорт\w*|експорт\w*|eksport\w*)", re.IGNORECASE)
EXPORTS_DE = re.compile(r"(?:export|esport|ventes|ventas|vendit)", re.IGNORECASE)
LED = re.compile(
    r"-(?:led|lead|backed|brokered|initiated|sponsored|run|hosted|organi[sz]ed|coordinated)\s+(?:\w+\s+){0,3}(?i:partnership|program|mission|group|capability|fund\b|pool|consortium|project|drive|campaign|alliance|training|push\b|plan\b|purchas|procurement|initiative|coalition|effort|scheme|deal|talks|ceasefire)"
    r"|-(?:ledda|ledd|lett|geführte[nrs]?|geleitete[nrs]?)\s"
)
# `die Abkommen, nach denen Norwegen liefert`: under what it is done
UNDER_WHICH = re.compile(r",\snach\s(?:dem|der|denen)\s\Z")
# `the Czech ammunition initiative`, `l'initiative tchèque`: whose idea it is, and neither giver nor getter
OWN_IDEA = re.compile(
    r"\s(?:[^\W\d]+\s){0,2}?\w*(?:initiativ|inicjatyw|инициатив|ініціатив|girişim|coalition|koalition|koalicj|коалици|коаліці|koalisyon)",
    re.IGNORECASE,
)
IDEA_OF = re.compile(r"\b(?:initiative|iniciativa|iniziativa|coalition|coalición|coalizione)\s\Z")
# `the U.S.-backed rebels`, `states neighbouring South Africa`: neither gives nor gets
BACKED = re.compile(
    r"-(?:backed|sponsored|supported|trained|allied|aligned|installed|occupied|controlled|held)\s|\s(?:backed|supported|trained)\s(?:rebels|forces|fighters|government|militias?|insurgents)\b"
)
NEIGHBOUR = re.compile(
    r"\b(?:states|countries|nations|regions|areas)\s(?:neighbou?ring|bordering|around)\s(?:the\s)?\Z"
)
# who comes or turns away from a country brings nothing of its own: `refugees from Ukraine`
NO_SOURCE = re.compile(
    r"\b(?:refugees?|people|soldiers|pilots|fleeing|fled|attacks?|threats?|aggression|displaced|evacuated|retreat\w*|withdr[ae]w\w*|pressure|suffering|bids?|offers?|proposals?|competition|rivals?|objections?|opposition|warnings?)\sfrom\s(?:the\s)?\Z"
)
BENEFIT = re.compile(
    r"\b(?:to|for)\sthe\sbenefit\sof\s(?:the\s)?\Z|\bin\s(?:support|favou?r|aid)\sof\s(?:the\s)?\Z|\b(?:to|will|would|can|could|must|should|may)\s(?:aid|support|help|assist|benefit)\s(?:the\s)?(?:(?:[Aa]rmed\s[Ff]orces|[Aa]rmy|[Nn]avy|[Aa]ir\s[Ff]orce|[Ss]ecurity\s[Ff]orces|[Gg]overnment|military|police)\sof\s(?:the\s)?)?\Z"
)
BEHALF = re.compile(
    r"\bon\sbehalf\sof\s(?:the\s)?(?:(?:government|people|citizens)\s(?:and\s(?:the\s)?(?:government|people)\s)?of\s(?:the\s)?)?\Z"
)
# auxiliaries that a verb's form may begin with
AUXILIARIES = r"(?:(?:is|are|was|were|will|would|to|has|have|had|being|been|ha|han|hanno|va\sa|a|ont|hat|haben|hatte|har|hade)\s)*"
# `auprès de la Suède`, `procedentes de Israel`: from whom, by two words
SOURCED = re.compile(
    r"\b(?:(?<!ambassadeur\s)(?<!ambassadrice\s)[Aa]uprès|en\sprovenance|venus|venant|procedentes?|provenientes?|provenienti?|proveniente)\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’]|del\s|da\s|dal(?:la)?\s|dall['’])\Z"
)
# `the government in Warsaw`, `regeringen i Oslo`: acts as its country
GOVERNS_IN = re.compile(
    r"\b(?:[Gg]overnment|[Rr]egierung|[Rr]egeringen|[Rr]egjeringen|[Ff]örsvarsministeriet|[Ff]örsvarsdepartementet|[Aa]rmén)\s(?:in|i)\s\Z"
)
# `da parte della Turchia`, `por parte de Perú`: by whom
ON_THE_PART = re.compile(
    r"\b(?:da\sparte|por\sparte|de\sla\spart)\s(?:de\s(?:la\s|los\s|l['’])?|d['’]|del(?:la\s|lo\s|l['’]|\s)|di\s|dei\s|degli\s|du\s|des\s)\Z"
)
ASIDE = re.compile(
    r"\b(?:[Aa]ccording|[Cc]ompared|[Tt]hanks|[Dd]ue|[Ii]n\saddition|[Rr]elative|[Aa]djacent|[Cc]lose|[Nn]ext|[Aa]llied|[Rr]elated|[Ii]n\scontrast)\sto\s+(?:\w+\s+){0,2}\Z"
)
# `NATO entry`, `the Libyan frontier`: a goal and a place; a border guard is a force
MEMBERSHIP = re.compile(
    r"\s(?:entry|membership|accession|standards?)\b|(?:['’]s)?\s(?:\w+\s)?(?:frontiers?|borders?|coast(?:line)?|airspace)\b(?!\s(?:guard|polic|force|troop|service|agenc|security|patrol|control|unit|defen[cs]e))"
)
# `in Hammana, Lebanon.`; in `In Ramstein, Germany pledged` a verb follows
PLACE = re.compile(r"\b(?:in|at|near|outside)\s(?:[A-Z][\w'’-]+\s?){1,3},\s\Z")
PLACED = re.compile(r"\s*(?:[.,;)]|\Z)|\s(?:in|on|at|and|to|for|under|from|by|as)\s")
DATIVE = re.compile(r"(?:der|den)\s\Z", re.IGNORECASE)  # `hat der Ukraine geliefert`, `verkaufte den Saudis`
# names whose `der` is the nominative: `hat der Bundestag freigegeben`
MASCULINE = (
    "Bundestag", "Bundesrat", "Kongress", "Senat", "Kreml", "Irak", "Iran", "Jemen", "Libanon", "Sudan", "Südsudan", "Tschad", "Niger", "Senegal", "Oman", "Kosovo",
    "Kongo", "Vatikan",
)  # fmt: skip
SUFFIX = re.compile(
    r"['’](?P<tr>ndan|nden|na|ne|nda|nde|nı|ni|nu|nü|yı|yi|yu|yü|ı|i|u|ü|ya|ye|a|e|dan|den|tan|ten|da|de|ta|te|nın|nin|nun|nün|ın|in|un|ün|s)?(?!\w)"
)
TURKISH_FIRM = re.compile(
    r"\s+(?:bir\s)?(?:(?:firma|şirket|grub|tersane|üretici|kuruluş|fabrika|holding)\w*?(?:(?P<source>[dtn][ae]n)|[ny][ae])|şirkete|kuruluşa|holdinge|gruba)(?!\w)"
)
TURKISH = {
    **dict.fromkeys(("yı", "yi", "yu", "yü", "ı", "i", "u", "ü"), "OBJ"),
    **dict.fromkeys(("nı", "ni", "nu", "nü"), "OBJ"),
    "na": "TO",
    "ne": "TO",
    "ndan": "FROM",
    "nden": "FROM",
    "ya": "TO",
    "ye": "TO",
    "a": "TO",
    "e": "TO",
    "dan": "FROM",
    "den": "FROM",
    "tan": "FROM",
    "ten": "FROM",
    **dict.fromkeys(("da", "de", "ta", "te", "nda", "nde"), "IN"),
}
TURKISH_MADE = re.compile(r"\s(?:yapımı|üretimi|menşeli|malı|tasarımı|kökenli)\b")
TURKISH_AID = re.compile(r"\s(?:askeri\s)?(?:yardım|hibe|kredi|deste[kğ])")
TURKISH_WITH = re.compile(r"(?:\s+[A-ZÇĞİÖŞÜ][\w'’]*){0,4}\s+ile\s|['’]y?l[ae]\b")
# forces and bodies of a state, in Turkish
TURKISH_FORCES = "[Hh]ava|[Dd]eniz|[Kk]ara|[Ss]ilahlı|[Oo]rdu|[Hh]ükümet|[Dd]onanma|[Ss]ahil|[Pp]olis|[Jj]andarma"
# whose force gets or gives: `Azerbaycan ordusuna`, `Katar Silahlı Kuvvetlerinden`
TURKISH_BODY = re.compile(
    rf"\s(?:{TURKISH_FORCES}|[Ss]avunma|[İi]çişleri)\w*?(?:\s(?:[Kk]uvvet|[Kk]omutan|[Bb]akan|[Bb]aşkan|[Gg]üven|[Mm]uhafız|[Tt]eşkilat|[Ss]anayi|[Gg]enel|[Mm]üdür)\w*?){{0,2}}['’]?(ndan|nden|na|ne|nı|ni|nu|nü)(?!\w)"
)
# for whom: `Ukrayna için mühimmat`, `Pakistan Deniz Kuvvetleri için dört korvet`
TURKISH_FOR = re.compile(
    rf"(?:\s(?:{TURKISH_FORCES})\w*(?:\s(?:[Kk]uvvet|[Gg]üvenli|[Kk]omutan|[Tt]eşkilat)\w*){{0,2}}(?:(?<=n[ıiuü]n)(?:\s[a-zçğıöşü]+){{1,3}})?)?\s(?:için|amacıyla)\b"
)
# whose a firm is: `należące do Lockheed Martin`, `принадлежащий Boeing`
BELONGS = re.compile(
    r"\b(?:należąc\w+\sdo|wchodząc\w+\sw\sskład|принадлежащ\w+|входящ\w+\sв|що\sналежить|appartenant\s(?:à|au)|perteneciente\sa|propiedad\sde|appartenente\sa|controllat[ao]\sda|filiale\sde|filial\s(?:de|till)|Tochter(?:firma)?\s(?:von|der|des)|tillhörande|ägs\sav|ägt\sav|ägda\sav)\s(?:[^\W\d_]+\s)?\Z"
)
# where a contract is signed is no party to it: `firmato a Giacarta`, `signé à Athènes`
SIGNED_AT = re.compile(
    r"\b(?:firmat[oaie]|firmad[oa]s?|sottoscritt[oaie]|suscrit[oa]s?|signée?s?|unterzeichnet\w*|podpisan\w*|подписан\w*|підписан\w*|signed|undertecknad\w*)\s(?:[^\W\d_]+\s)?[^\W\d_]{1,2}\s(?:la\s|l['’])?\Z"
)
# of whom things were bought: `corbetas contratadas a Navantia`, `achetés à la Russie`; a finite verb is read by readers.py
BOUGHT_OF = re.compile(
    r"\b(?:(?:contratad|encargad|comprad|adquirid|pedid)[oa]s?|(?:command|achet)ée?s?|(?:ordinat|acquistat|commissionat|comprat)[oaie])\s(?:a|al|alla|all['’]|à|au|aux)\s?(?:la\s|los\s|las\s|l['’])?\Z"
)
# a force or ministry before the adjective of its country
BODY = re.compile(
    r"\b(?P<prep>alla|all|al|ai|alle|a|à|au|aux|para|pour|per|della|dell|del|de|du|des|dalla|dal|dall|dai|par|por|da|con|avec)['’\s]\s?(?:(?:la|el|los|las|les|le|il|lo|gli)\s|l['’])?"
    r"(?:[Mm]arina|[Aa]rmada|[Mm]arine|[Aa]rmée(?:\sde\s(?:l['’]air|terre))?|[Ee]jército|[Ee]sercito|[Ff]uerzas?\s(?:[Aa]érea|[Aa]rmadas)|[Ff]orze\s[Aa]rmate|[Ff]orces\sarmées|[Aa]eronautica|[Aa]viación|[Gg]obierno|[Gg]ouvernement|[Gg]overno|[Pp]olicía|[Pp]olice|[Pp]olizia|[Mm]inistero|[Mm]inisterio|[Mm]inistère)\s\Z"
)
DATELINE = re.compile(r"(?:,\s[^.;:\n]{2,28}?|\s\([^()\n]{2,24}\))?(?:\.-|\s[-–—]{1,2})\s(?=[A-ZÀ-ŽА-Я])")
# a government that the sentence does not name buys of its partner: `rząd podpisał z Koreą umowę na 48 FA-50`
OWN_SIDE = re.compile(
    r"\b(?:government|ministry|[Rr]ząd|MON|[Rr]esort|[Mm]inisterstwo|[Gg]obierno|[Mm]inisterio|[Gg]overno|[Mm]inistero|[Gg]ouvernement|[Mm]inistère|[Rr]egierung|[Mm]inisterium|[Rr]egeringen|[Пп]равительство|[Мм]инобороны|[Уу]ряд|[Мм]іноборони|[Hh]ükümet|[Bb]akanlı\w+)\b(?!\s(?:of|de|di|von)\b)"
)
PRONOUN_SIGNS = re.compile(
    r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s(?:(?:has|have|had|also|then|later)\s){0,2}\Z"
)  # `it signed with Italy`
# `a Israel`, `à la Turquie`, `a la surcoreana Hanwha`: who is bought from, behind a verb of buying
BEHIND_A = re.compile(
    r"\b(?:a|al|alla|all['’]|agli|ai|à|au|aux)\s*(?:la\s+|los\s+|las\s+|les\s+|l['’])?(?:[a-zà-ÿ]+\s)?\Z"
)
