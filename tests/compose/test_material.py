from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.document import Item, Text
from bilan.model import Reading
from bilan.period import Period

MakeMaterial = Callable[..., Material]

SENTENCES = {
    "totals-differ": (
        (
            "The statistics disagree. In 2024, trade came to $1.7 billion on Kazakh statistics and $1.34 billion on Kyrgyz statistics: "
            "about $360 million apart."
        ),
        (
            "Des statistiques divergentes. En 2024, les échanges valent 1,7 milliard de dollars selon les statistiques kazakhes, "
            "1,34 milliard de dollars selon les statistiques kirghizes (écart : environ 360 millions de dollars)."
        ),
    ),
    "announced-total": (
        (
            "An announcement without its base. An announcement made in January 2026 put trade in 2025 at over $2 billion, "
            "without saying whose statistics it rests on."
        ),
        (
            "Une annonce sans base. Une annonce faite en janvier 2026 chiffre les échanges de 2025 à plus de 2 milliards de dollars, "
            "sans dire selon quelles statistiques."
        ),
    ),
    "target-missed": (
        (
            "The last aim to fall due was missed. The aim was $2 billion in 2024; trade came to $1.7 billion on Kazakh statistics "
            "and $1.34 billion on Kyrgyz statistics."
        ),
        (
            "Le dernier objectif échu a été manqué. L’objectif était de 2 milliards de dollars en 2024 ; les échanges valent "
            "1,7 milliard de dollars selon les statistiques kazakhes, 1,34 milliard de dollars selon les statistiques kirghizes."
        ),
    ),
    "target-pace": (
        (
            "The aim asks for more. To reach $3 billion by 2030, trade must grow about 10% a year on Kazakh statistics, "
            "about 14% a year on Kyrgyz statistics."
        ),
        (
            "L’objectif demande davantage. Pour atteindre 3 milliards de dollars en 2030, il faut chaque année environ 10 % de croissance "
            "selon les statistiques kazakhes, environ 14 % selon les statistiques kirghizes."
        ),
    ),
    "trade-growth": (
        "Trade grew. On Kazakh statistics, it reached $1.7 billion in 2024, up about 8% on the year before.",
        (
            "Les échanges progressent. Selon les statistiques kazakhes, ils ont atteint 1,7 milliard de dollars en 2024, "
            "soit environ 8 % de plus en un an."
        ),
    ),
    "trade-balance": (
        "A surplus for Kazakhstan. On Kyrgyz statistics, Kazakhstan sold $862 million of goods to Kyrgyzstan in 2023 and bought $456 million.",
        (
            "Excédent du Kazakhstan. Selon les statistiques kirghizes, le Kazakhstan a vendu pour 862 millions de dollars au Kirghizstan "
            "en 2023 et lui a acheté pour 456 millions de dollars."
        ),
    ),
    "mirror-below": (
        (
            "Purchases below sales. In 2023, Kyrgyzstan recorded $862 million of goods bought where Kazakhstan recorded about $1.08 billion "
            "sold: a ratio of about 0.80."
        ),
        (
            "Des achats sous les ventes. En 2023, le Kirghizstan a compté 862 millions de dollars à l’achat là où le Kazakhstan comptait "
            "environ 1,08 milliard de dollars à la vente (rapport : environ 0,80)."
        ),
    ),
    "partner-share": (
        "Unequal weight. In 2023, Kyrgyzstan made up 1.1% of the goods trade of Kazakhstan, and Kazakhstan 8.4% of that of Kyrgyzstan.",
        (
            "Un poids inégal. En 2023, le Kirghizstan pèse 1,1 % du commerce de biens du Kazakhstan, et le Kazakhstan 8,4 % "
            "de celui du Kirghizstan."
        ),
    ),
    "year-to-date": (
        "The year so far. On Kazakh statistics, trade came to $1.4 billion in January–August 2025.",
        (
            "L’année en cours. Selon les statistiques kazakhes, les échanges ont atteint 1,4 milliard de dollars "
            "sur la période janvier–août 2025."
        ),
    ),
    "investment-stated": (
        "Investment as stated. As stated in August 2025, Kazakhstan had invested $1.4 billion in Kyrgyzstan over 20 years.",
        (
            "L’investissement déclaré. Selon une déclaration faite en août 2025, le Kazakhstan a investi 1,4 milliard de dollars "
            "au Kirghizstan en 20 ans."
        ),
    ),
    "investment-flow": (
        "Yearly inflow. Direct investment of Kazakhstan in Kyrgyzstan came to $114 million in 2024; it was $33.6 million in 2020.",
        (
            "Le flux annuel. L’investissement direct du Kazakhstan au Kirghizstan vaut 114 millions de dollars en 2024, "
            "contre 33,6 millions de dollars en 2020."
        ),
    ),
    "project-late": (
        "Solar plant is late. It was due by 31 December 2023; the last dated evidence is of 19 April 2024.",
        "Centrale solaire : en retard. L’échéance était le 31 décembre 2023 ; la dernière preuve date du 19 avril 2024.",
    ),
    "project-silent": (
        "Aksu – Tomonku-Chuy crossing: no recent evidence. The last dated evidence is of 25 February 2026, 248 days before the as-of date.",
        (
            "Poste Aksou – Tomonkou-Tchouï : aucune preuve récente. La dernière preuve date du 25 février 2026, "
            "248 jours avant la date des données."
        ),
    ),
    "target-verdict": (
        "Verdicts on the aim differ. By 2030, $3 billion takes about 10% a year on Kazakh statistics, where growth was about 13% from 2019 to 2024: on track. It takes about 14% on Kyrgyz statistics, where growth was about 7%: behind.",
        "Des verdicts qui diffèrent. Pour 3 milliards de dollars en 2030, il faut environ 10 % par an selon les statistiques kazakhes (environ 13 % de croissance de 2019 à 2024) : dans les temps ; environ 14 % selon les statistiques kirghizes (environ 7 %) : en retard.",
    ),
    "data-old": (
        "Figures have grown old. The last yearly total on Kazakh statistics is that of 2024, published in August 2025.",
        "Des chiffres anciens. Le dernier total annuel des statistiques kazakhes est celui de 2024, publié en août 2025.",
    ),
}


def spoken(item: Item) -> str:
    return f"{item.lead} {item.body}".replace("\u00a0", " ").replace("\u202f", " ")


def the(material: Material, rule: str) -> str:
    return spoken(material.worded(next(one for one in material.findings if one.rule == rule)))


@pytest.mark.parametrize("rule", SENTENCES)
def test_words_a_finding_in_english_and_in_french(rule: str, material: MakeMaterial) -> None:
    assert (the(material("en"), rule), the(material("fr"), rule)) == SENTENCES[rule]


def test_has_a_sentence_here_for_every_finding_of_the_edition(material: MakeMaterial) -> None:
    assert set(SENTENCES) <= {one.rule for one in material().findings}


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (
            "2022-06-30",
            "invested over $1 billion in Kyrgyzstan since 2005.",
            "investi plus de 1 milliard de dollars au Kirghizstan depuis 2005.",
        ),
        (
            "2024-05-01",
            "invested $1.3 billion in Kyrgyzstan; no starting year was given.",
            "investi 1,3 milliard de dollars au Kirghizstan ; l’année de départ n’est pas dite.",
        ),
        (
            "2015-01-31",
            "invested $1 billion in Kyrgyzstan since independence.",
            "investi 1 milliard de dollars au Kirghizstan depuis l’indépendance.",
        ),
    ],
)
def test_says_since_when_an_investment_counts(day: str, english: str, french: str, material: MakeMaterial) -> None:
    assert the(material("en", as_of=day), "investment-stated").endswith(english)
    assert the(material("fr", as_of=day), "investment-stated").endswith(french)


@pytest.mark.parametrize(
    ("direction", "english", "french"),
    [
        (
            "down",
            "Trade fell. On Kazakh statistics, it came to $1.7 billion in 2024, down about 8% on the year before.",
            (
                "Les échanges reculent. Selon les statistiques kazakhes, ils sont tombés à 1,7 milliard de dollars en 2024, "
                "soit environ 8 % de moins en un an."
            ),
        ),
        (
            "stable",
            "Trade hardly moved. On Kazakh statistics, it came to $1.7 billion in 2024, almost unchanged on the year before.",
            (
                "Les échanges stagnent. Selon les statistiques kazakhes, ils ont atteint 1,7 milliard de dollars en 2024, "
                "presque inchangés en un an."
            ),
        ),
    ],
)
def test_says_that_trade_fell_or_hardly_moved(direction: str, english: str, french: str, material: MakeMaterial) -> None:
    for language, expected in (("en", english), ("fr", french)):
        given = material(language)
        grown = next(one for one in given.findings if one.rule == "trade-growth")
        changed = replace(grown, args=tuple((name, direction if name == "direction" else value) for name, value in grown.args))
        assert spoken(given.worded(changed)) == expected


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        ("2024-04-19", "on 19 April 2024", "le 19 avril 2024"),
        ("2024-04", "in April 2024", "en avril 2024"),
        ("2024", "in 2024", "en 2024"),
        ("", "on a date not given", "à une date non précisée"),
    ],
)
def test_says_when_as_precisely_as_it_is_known(text: str, english: str, french: str, material: MakeMaterial) -> None:
    assert (str(material("en").when(text)), str(material("fr").when(text))) == (english, french)


def test_names_whose_statistics_also_without_an_adjective(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    assert [material(language).statistics("KGZ") for language in ("en", "fr")] == ["Kyrgyz statistics", "statistiques kirghizes"]
    assert [unwritten(language).statistics("DEU") for language in ("en", "fr")] == ["statistics of Germany", "statistiques de l’Allemagne"]
    assert unwritten("fr").statistics("FRA") == "statistiques de la France"


def test_names_a_project_by_its_table_where_the_partnership_wrote_no_text(material: MakeMaterial) -> None:
    given = material()
    late = next(one for one in given.findings if one.rule == "project-late")
    facts = [replace(one, project="dam", name="Dam 2") for one in given.facts.dossier.projects]
    renamed = replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, projects=tuple(facts))))
    dam = replace(late, args=tuple((name, "dam" if name == "project" else value) for name, value in late.args))
    assert str(renamed.worded(dam).lead) == "Dam 2 is late."
    assert str(given.worded(dam).lead) == "dam is late."


def test_names_a_reading_in_words(material: MakeMaterial) -> None:
    english, french = material("en"), material("fr")
    names = ("trade.total:KAZ:2024", "mirror.gap:KAZ>KGZ:2023", "macro.gdp:KGZ:2023")
    found = [(str(english.name_of(one)), str(french.name_of(one))) for name in names if (one := english.facts.readings.get(name))]
    assert found == [
        ("Total trade, Kazakh statistics, 2024", "Échanges totaux, statistiques kazakhes, 2024"),
        ("Mirror gap, Kazakhstan to Kyrgyzstan, 2023", "Écart miroir, Kazakhstan vers Kirghizstan, 2023"),
        ("GDP, Kyrgyzstan, 2023", "PIB, Kirghizstan, 2023"),
    ]


def test_names_a_reading_of_an_own_indicator_by_its_code(material: MakeMaterial) -> None:
    given = material()
    own = Reading("transit.tonnes:2023", "transit.tonnes", Period.parse("2023"), given.facts.as_of, "tonnes")
    assert str(given.name_of(own)) == "transit.tonnes, 2023"


def test_names_the_publishers_of_a_figure_once_and_without_any_only_the_date(material: MakeMaterial) -> None:
    given = material("fr")
    assert str(given.source_line({"trend-20240409", "trend-20240419"})) == (
        "Source\u00a0: Trend News Agency\u202f; données au 31 octobre 2026."
    )
    assert str(given.source_line({"trend-20240409", "prosud-202407", "nobody"})) == (
        "Sources\u00a0: Trend News Agency, prosud.kz\u202f; données au 31 octobre 2026."
    )
    assert str(given.source_line(set())) == "Données au 31 octobre 2026."


def test_declares_the_numerals_of_proper_names(material: MakeMaterial) -> None:
    given = material()
    assert [one.kind for one in given.names(["24.kg", "Kazinform"]).printed] == ["name"]
    assert given.names(["Kazinform"]).printed == ()


def test_joins_texts_with_the_semicolon_of_the_language(material: MakeMaterial) -> None:
    parts = [Text.of("a"), Text.of("b"), Text.of("c")]
    assert str(material("en").joined(parts)) == "a; b; c"
    assert str(material("fr").joined(parts)) == "a\u202f; b\u202f; c"
    assert not material().joined([])
