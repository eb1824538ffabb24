"""A synthetic briefing with every section, in two languages, and the faces to set it in."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from bilan.document import Briefing, Column, Figure, Headline, Identity, Item, Mark, Printed, Section, Table, Text, Words
from bilan.fonts.cut import cache_folder, font_files
from bilan.period import Period
from bilan.project import Project
from bilan.render.job import FontFiles, Job
from bilan.render.look import look

ROOT = Path(__file__).parents[2]
Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
INK, SOFT, GRID, CONTEXT, A, B, JOINT = "#14212B", "#66727D", "#DDE3E7", "#A9B4BD", "#0B4F75", "#D96C2B", "#34434F"


@pytest.fixture(scope="session")
def fonts() -> FontFiles:
    """The faces of the page."""
    return font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ)).files


@pytest.fixture(scope="session")
def sample(fonts: FontFiles) -> Sample:
    """A job for an audience and a language."""
    project = Project(ROOT)
    return cache(lambda audience, language: Job(briefing(audience, language), look(project, audience), fonts, {"motif": motif()}))


@pytest.fixture
def custom(sample: Sample, tmp_path: Path) -> Custom:
    """A minister's job with templates of the project's own in front of the built-in ones."""

    def made(files: dict[str, str]) -> Job:
        job = sample("minister", "en")
        for name, text in files.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return replace(job, look=replace(job.look, roots=(tmp_path / "templates", *job.look.roots)))

    return made


def reading(text: str, number: str, ref: str = "trade.turnover:2023") -> Printed:
    """A numeral that stands for a reading."""
    return Printed(text, "reading", ref, number, number.replace(",", "."))


def fixed(text: str, kind: str = "date") -> Printed:
    """A declared constant."""
    return Printed(text, kind, text, text)


def briefing(audience: str, language: str) -> Briefing:
    """All sections the audience prints, in order."""
    wanted = Project(ROOT).audience(audience).sections
    made = sections(language, minister=audience == "minister")
    return Briefing(
        identity=Identity("kz-kg", Period.parse("2024-12"), audience, language),
        number=8,
        issue=1,
        as_of=date(2024, 11, 30),
        issued_on=date(2024, 12, 2),
        key="7f3a91c2e0b45d18",
        title={"en": "Kazakhstan – Kyrgyzstan: briefing 8, December 2024", "fr": "Kazakhstan – Kirghizstan : bilan 8, décembre 2024"}[
            language
        ],
        language_name={"en": "English", "fr": "français"}[language],
        words=words(language, minister=audience == "minister"),
        sections=tuple(made[name] for name in wanted if name in made),
        synthetic=True,
    )


def words(language: str, *, minister: bool) -> dict[str, Words]:
    """Interface words."""
    if language == "fr":
        return {
            "partners": "Kazakhstan – Kirghizstan", "audience": f"Édition {'du ministre' if minister else 'de l’analyste'} · français",
            "edition": "Édition", "number": fixed("8", "edition"), "issued": "Parue le", "issued-on": fixed("2 décembre 2024"),
            "as-of": "Données au", "as-of-date": fixed("30 novembre 2024"), "source": "Source", "figure": "Fig.", "table": "Tableau", "contents": "Sommaire",
            "head": Text.of("Édition ", fixed("8", "edition"), " · ", fixed("décembre 2024"), " · ", "ministre" if minister else "analyste"),
            "foot": Text.of("Édition 8 du 2 décembre 2024 · données au 30 novembre 2024 · manifeste 7f3a 91c2"),
            "synthetic": "Exemple. Toutes les valeurs de ce document sont fictives et ne décrivent aucun pays.",
            "lead": Text.of(
                "Les échanges approchent ", reading("1,8 milliard de dollars", "1,8"), " en ", fixed("2024"), ", moitié plus qu’en ", fixed("2023"),
                ". L’ambition de ", reading("2 milliards", "2"), " devient plausible en ", fixed("2025"), " ; un poste frontière a pris du retard.",
            ),
        }  # fmt: skip
    return {
        "partners": "Kazakhstan – Kyrgyzstan", "audience": f"{'Minister’s' if minister else 'Analyst'} edition · English",
        "edition": "Edition", "number": fixed("8", "edition"), "issued": "Issued", "issued-on": fixed("2 December 2024"),
        "as-of": "Data as of", "as-of-date": fixed("30 November 2024"), "source": "Source", "figure": "Fig.", "table": "Table", "contents": "Contents",
        "head": Text.of("Edition ", fixed("8", "edition"), " · ", fixed("December 2024"), " · ", "minister" if minister else "analyst"),
        "foot": Text.of("Edition 8, issued 2 December 2024 · data as of 30 November 2024 · manifest 7f3a 91c2 e0b4"),
        "synthetic": "Example. Every value in this document is invented and describes no country.",
        "lead": Text.of(
            "Trade is heading for ", reading("about $1.8bn", "1.8"), " this year, half as much again as in ", fixed("2023"), ". The ", reading("$2bn", "2"),
            " ambition is within the range expected for ", fixed("2025"), ", but the two countries’ own figures now differ by ", reading("11%", "11"), ".",
        ),
    }  # fmt: skip


def sections(language: str, *, minister: bool) -> dict[str, Section]:
    """Every section by id."""
    en = language == "en"
    source = Text.of("Source: invented for this example." if en else "Source : inventé pour cet exemple.")
    return {
        "glance": _glance(source, en=en, minister=minister),
        "changes": _changes(en=en),
        "trade": Section(
            "trade", "Trade" if en else "Échanges",
            Text.of("Both directions grow, at different speeds. The last three months are provisional." if en else "Les deux sens progressent, à des rythmes différents. Les trois derniers mois sont provisoires."),
            figures=(
                lines("trade.export", 114.67, 70, Text.of("Kazakh sales passed ", reading("$1bn", "1"), "; Kyrgyz sales are half of that") if en else Text.of("Les ventes kazakhes dépassent ", reading("1 Md $", "1")), source),
                columns("trade.growth", 55.33, 70, Text.of("Only one year fits the claim" if en else "Une seule année convient"), source, (8, 28, 12, 4, 22, 14, 50)),
                bars("trade.products", 174, 52, Text.of("Fuel and grain lead one way, ores and clothing the other" if en else "Carburants et céréales d’un côté, minerais et vêtements de l’autre"), source),
            ),
            items=(Item("Growth is broad.", "Six of the ten largest product groups grew; vehicles and clothing grew most."), Item("Concentration fell.", "The five largest groups now make up less than half.")) if en else (Item("La hausse est large.", "Six des dix premiers groupes de produits progressent."),),
        ),
        "mirror": Section(
            "mirror", "Two statistics, one border" if en else "Deux statistiques, une frontière",
            "The same goods are counted twice; the gap is shown so that nobody has to be surprised by it." if en else "Les mêmes biens sont comptés deux fois ; l’écart est montré pour ne surprendre personne.",
            figures=(lines("mirror.gap", 114.67, 59, Text.of("The mirror gap has grown to ", reading("11%", "11")) if en else Text.of("L’écart miroir atteint ", reading("11 %", "11")), source),),
            tables=(
                Table("mirror.parts", (Column("Cause"), Column("$m" if en else "M $", "right", 14)), tuple((name, reading(value, value)) for name, value in (("Timing", "34"), ("Valuation", "−22"), ("Origin", "69"), ("Not explained", "50"), ("Gap", "131"))), title="What explains the gap" if en else "Ce qui explique l’écart", source="Estimates; only the total is observed." if en else "Estimations ; seul le total est observé."),
            ),
        ),
        "investment": Section(
            "investment", "Investment and places" if en else "Investissement et lieux",
            figures=(
                lines("fdi.cumulative", 70.17, 60, Text.of("Investment since 2005: $1.3bn" if en else "Investissement depuis 2005"), source),
                bars("map", 99.83, 64, Text.of("Where the border is being opened" if en else "Où la frontière s’ouvre"), source),
            ),
            tables=(Table("fdi.sector", (Column("Sector" if en else "Secteur"), Column("$m" if en else "M $", "right", 16), Column("Share, %" if en else "Part, %", "right", 30), Column("Largest project" if en else "Premier projet", width_mm=60)), tuple((name, reading(value, value), reading(part, part), plan) for name, value, part, plan in (("Mining and metals", "510", "39", "Ferro-alloy plant"), ("Finance", "290", "22", "Bank branches"), ("Trade and services", "215", "17", "—"), ("Energy", "160", "12", "Solar plant"), ("Transport", "125", "10", "Border complex"))), source=source),),
        ),
        "projects": _projects(source, en=en, minister=minister),
        "agreements": Section("agreements", "Agreements" if en else "Accords", figures=(bars("agreements", 174, 25, Text.of("The treaty follows two agreements" if en else "Le traité suit deux accords"), source),), tables=(Table("calendar", (Column("Date", width_mm=30), Column("What" if en else "Quoi", width_mm=78), Column("What it can change here" if en else "Ce que cela peut changer ici")), tuple((fixed(day), what, "Figures and estimate" if en else "Figures et estimation") for day, what in (("16 Dec 2024", "Trade by product"), ("18 Dec 2024", "Trade by partner"), ("31 Dec 2024", "New date declared"))), title="Before the next edition" if en else "Avant la prochaine édition"),)),
        "targets": Section("targets", "Aims" if en else "Ambitions", tables=(Table("targets", (Column("Aim" if en else "Ambition"), Column("Said on" if en else "Dite le", width_mm=30), Column("By" if en else "Par", width_mm=50), Column("State" if en else "État", width_mm=35)), (("Trade of $2bn", fixed("19 April 2024"), "Both presidents", Mark("watch", "Behind" if en else "En retard")), ("Trade of $3bn", fixed("28 May 2024"), "Joint council", Mark("unknown", "No path" if en else "Sans chemin"))), source=source),)),
        "macro": Section("macro", "The two economies" if en else "Les deux économies", figures=(lines("macro.growth", 174, 38, Text.of("Both economies grow faster than their neighbours" if en else "Les deux économies croissent plus vite"), source),), notes=("Outlook years are forecasts of the source." if en else "Les années à venir sont des prévisions de la source.",)),
        "claims": Section("claims", "Statements checked" if en else "Déclarations vérifiées", tables=(Table("claims", (Column("Statement" if en else "Déclaration", width_mm=78), Column("Said in" if en else "Dite dans"), Column("Our reading" if en else "Notre lecture", "right", 26), Column("Finding" if en else "Constat", width_mm=38)), tuple((what, "Example article", reading(value, value), Mark(state, word)) for what, value, state, word in (("Trade reached $1.2bn", "1.20", "done", "Confirmed"), ("Trade grows by 20–25% a year", "+14", "late", "Contradicted"), ("Trade will approach $1.8bn", "1.72", "on-track", "Within range"), ("Investment of $1.3bn", "n/a", "unknown", "Unverifiable"))), source=source),)),
        "notes": Section("notes", "Data notes" if en else "Notes sur les données", items=tuple(Item(lead, body) for lead, body in (("Scope.", "Goods only, in current US dollars. Both countries rely on statistical forms."), ("Provisional values.", "Dashed line, hatched column, or the mark p. A value is final twelve months after first publication."), ("Mirror gap.", "Exports less imports, divided by exports, sums of twelve months."), ("Rounding.", "Figures are rounded from unrounded values; parts may not add up to totals.")))),
        "sources": Section("sources", "Sources and freshness" if en else "Sources et fraîcheur", tables=(Table("sources", (Column("Source", width_mm=46), Column("Series used" if en else "Séries"), Column("Last period" if en else "Dernière période", width_mm=24), Column("Published" if en else "Publiée", width_mm=26), Column("Age, days" if en else "Âge, jours", "right", 18), Column("State" if en else "État", width_mm=26)), tuple((f"Statistics office {name}", "trade by partner and product", fixed("Oct 2024"), fixed("18 Nov 2024"), fixed("12", "age"), Mark("on-track", "Current" if en else "À jour")) for name in ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J"))),), items=(Item("Manifest", Text.of(fixed("7f3a 91c2 e0b4 5d18", "code"))), Item("Check this document", "bilan verify FILE"), Item("Correction or question", "desk@example.org"))),
    }  # fmt: skip


def _glance(source: Text, *, en: bool, minister: bool) -> Section:
    spark = lines("spark.trade", 34, 8.5, Text.of(), source)
    headlines = (
        Headline("Trade in goods, both directions, estimate" if en else "Échanges de biens, deux sens, estimation", Text.of(reading("$1.8bn" if en else "1,8 Md $", "1.8" if en else "1,8")), Text.of("↑ ", reading("50%" if en else "50 %", "50"), " on 2023" if en else " sur un an"), spark, "Bars 2015–2024; dashes: ambition" if en else "2015–2024 ; tirets : ambition"),
        Headline("Kazakh investment in Kyrgyzstan since 2005" if en else "Investissement kazakh depuis 2005, cumul", Text.of(reading("$1.3bn" if en else "1,3 Md $", "1.3" if en else "1,3")), Text.of("↑ ", reading("0.15", "0.15")), spark, "2011–2024"),
        Headline("Project steps with evidence under 90 days old" if en else "Étapes de projets prouvées depuis moins de 90 jours", Text.of(reading("9", "9"), " of 13" if en else " sur 13"), Text.of("↑ ", reading("2", "2")), spark, "Editions 1–8" if en else "Éditions 1 à 8"),
        Headline("Kazakh exports for each dollar of Kyrgyz exports" if en else "Exportations kazakhes pour un dollar kirghiz", Text.of(reading("2.1", "2.1")), "", spark, "Monthly" if en else "Par mois"),
    )  # fmt: skip
    points = (
        (Item("Thank for the ratification" if en else "Remercier pour la ratification", Text.of("of the treaty of " if en else "du traité du ", fixed("19 April 2024" if en else "19 avril 2024"), ", third text after 1997 and 2003." if en else ", troisième texte après 1997 et 2003.")),
         Item("Ask for a date" if en else "Demander une date", Text.of("for the reopening of Aksu – Kamyshanovka: no evidence of progress for " if en else "pour la réouverture d’Aksou–Kamychanovka : aucune preuve depuis ", reading("141", "141"), " days." if en else " jours.")),
         Item("Propose a statistics group" if en else "Proposer un groupe statistique", "because the two countries’ figures differ." if en else ": les chiffres des deux pays diffèrent."))
        if minister else
        (Item("Growth is broad." if en else "La hausse est large.", "Six of the ten largest product groups grew by more than a tenth; vehicles and clothing grew most." if en else "Six des dix premiers groupes de produits progressent de plus d’un dixième."),
         Item("The balance is widening." if en else "Le solde se creuse.", Text.of("Kazakhstan sells ", reading("$2.1", "2.1"), " for each dollar it buys.") if en else Text.of("Le Kazakhstan vend ", reading("2,1 $", "2,1"), " pour un dollar acheté.")),
         Item("One crossing is late." if en else "Un poste est en retard.", "Aksu – Kamyshanovka has had no dated evidence of progress for months." if en else "Aucune preuve datée d’avancement depuis des mois."))
    )  # fmt: skip
    heading = (
        ("Three points for the meeting" if en else "Trois points pour l’entretien")
        if minister
        else ("What this edition says" if en else "Ce que dit cette édition")
    )
    hero = columns("trade.total", 174, 50 if minister else 62, Text.of("From ", reading("$1.8bn", "1.8"), ", growth of a tenth would reach the ambition") if en else Text.of("Il reste ", reading("0,2 milliard", "0,2"), " pour atteindre l’ambition"), source, (66, 60, 77, 86, 89, 76, 92, 104, 120, 180))  # fmt: skip
    return Section("glance", heading, headlines=headlines[:3] if minister else headlines, figures=(hero,), items=points)


def _changes(*, en: bool) -> Section:
    items = (
        (Item("New", "October trade by product; treaty ratified"), Item("Revised", Text.of("August exports ", reading("92.1", "92.1"), " → ", reading("88.4", "88.4"))), Item("Crossed", "Mirror gap above the rule"), Item("Stale", "Crossing works: last evidence in July"))
        if en else
        (Item("Nouveau", "Traité ratifié par le parlement"), Item("Révisé", Text.of("Exportations d’août : ", reading("92,1", "92,1"), " → ", reading("88,4", "88,4"))), Item("Franchi", "Écart miroir au-delà de la règle"))
    )  # fmt: skip
    return Section("changes", Text.of("Since edition " if en else "Depuis l’édition ", fixed("7", "edition")), items=items)


def _projects(source: Text, *, en: bool, minister: bool) -> Section:
    states = (
        ("on-track", "On track", "En bonne voie"),
        ("watch", "Watch", "À surveiller"),
        ("on-track", "On track", "En bonne voie"),
        ("late", "Late", "En retard"),
        ("done", "Done", "Achevé"),
    )
    names = (
        ("Ferro-alloy plant", "Usine de ferro-alliages"),
        ("Solar power plant", "Centrale solaire"),
        ("Logistics complex", "Complexe logistique"),
        ("Aksu – Kamyshanovka crossing", "Aksou–Kamychanovka"),
        ("Business forum", "Forum d’affaires"),
    )
    which = 0 if en else 1
    marks = [Mark(state[0], state[1 + which]) for state in states]
    if minister:
        notes = (
            ("in service late 2025", "financing due in March", "site handed over", "due 30 September", "held")
            if en
            else ("mise en service fin 2025", "financement en mars", "site remis en février", "échéance du 30 septembre", "tenu")
        )
        items = tuple(Item(name[which], note, mark) for name, note, mark in zip(names, notes, marks, strict=True))
        return Section("projects", "Projects" if en else "Projets", items=items)
    head = (
        ("Project", "Stage", "Status", "Next step", "Due", "Last evidence", "Days")
        if en
        else ("Projet", "Étape", "État", "Prochain pas", "Échéance", "Dernière preuve", "Jours")
    )
    widths = (44, 23, 24, 25, 20, 26, None)
    table = Table(
        "projects",
        tuple(Column(title, "right" if number == 6 else "left", width) for number, (title, width) in enumerate(zip(head, widths, strict=True))),
        tuple(((name[which], "Jalal-Abad"), "Construction", mark, "Opening" if en else "Ouverture", fixed("Q4 2025"), (fixed("18 Nov 2024"), "Ministry" if en else "Ministère"), fixed("12", "age")) for name, mark in zip(names, marks, strict=True)),
        source=source,
    )  # fmt: skip
    standing = (
        "A project is on track only while dated evidence says so."
        if en
        else "Un projet n’est en bonne voie que si une preuve datée le dit."
    )
    return Section("projects", "Promises and evidence" if en else "Promesses et preuves", standing, tables=(table,))


def figure(name: str, width: float, height: float, title: Text, source: Text, marks: str) -> Figure:
    """A chart of the given marks at its printed size."""
    points = (width * 72 / 25.4, height * 72 / 25.4)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{points[0]:.2f}pt" height="{points[1]:.2f}pt" viewBox="0 0 {points[0]:.2f} {points[1]:.2f}" font-family="IBM Plex Sans">{marks}</svg>'
    subtitle = Text.of("Invented values; hatched: estimate") if height > 20 else Text.of()
    return Figure(name, "sample", svg, width, height, title, subtitle, Text.of(f"Chart {name} with invented values."), source, ())


def columns(name: str, width: float, height: float, title: Text, source: Text, values: tuple[int, ...]) -> Figure:
    """Columns from zero; the last two tell the story."""
    wide, high = width * 72 / 25.4, height * 72 / 25.4 - 14
    pitch = (wide - 24) / len(values)
    marks = "".join(f'<path d="M0 {high * part / 4:.1f}H{wide:.1f}" stroke="{GRID}" stroke-width=".5"/>' for part in range(1, 4))
    for number, value in enumerate(values):
        tall = (high - 16) * value / max(values)
        left = 24 + pitch * (number + 0.18)
        colour = JOINT if number >= len(values) - 2 else CONTEXT
        marks += f'<rect x="{left:.1f}" y="{high - tall:.1f}" width="{pitch * 0.64:.1f}" height="{tall:.1f}" fill="{colour}"/>'
        marks += f'<text x="{left + pitch * 0.32:.1f}" y="{high + 9:.1f}" font-size="7" text-anchor="middle" fill="{SOFT}">{2024 - len(values) + 1 + number}</text>'
    return figure(name, width, height, title, source, marks)


def lines(name: str, width: float, height: float, title: Text, source: Text) -> Figure:
    """Two lines with their last values."""
    wide, high = width * 72 / 25.4, height * 72 / 25.4
    marks = ""
    for colour, top in ((A, 0.18), (B, 0.55)):
        path = " ".join(f"{wide * 0.72 * step / 12:.1f},{high * (0.86 - (0.86 - top) * (step / 12) ** 2):.1f}" for step in range(13))
        marks += f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8"/><circle cx="{wide * 0.72:.1f}" cy="{high * top:.1f}" r="2" fill="{colour}"/>'
        if height > 20:
            marks += f'<text x="{wide * 0.72 + 6:.1f}" y="{high * top + 3:.1f}" font-size="9" font-weight="600" fill="{colour}">1.19</text>'
    return figure(name, width, height, title, source, marks)


def bars(name: str, width: float, height: float, title: Text, source: Text) -> Figure:
    """Horizontal bars."""
    wide, high = width * 72 / 25.4, height * 72 / 25.4
    marks = "".join(
        f'<rect x="90" y="{high * number / 5 + 4:.1f}" width="{(wide - 120) / (number + 1):.1f}" height="{high / 5 * 0.55:.1f}" fill="{A}"/><text x="0" y="{high * number / 5 + 12:.1f}" font-size="7" fill="{INK}">Product group</text>'
        for number in range(5)
    )
    return figure(name, width, height, title, source, marks)


def motif() -> Figure:
    """Two silhouettes."""
    marks = '<path d="M20 20 60 5 130 10 140 40 100 60 30 55Z" fill="#1F4E6B"/><path d="M70 58 110 50 112 66 76 72Z" fill="#D96C2B"/>'
    return figure("motif", 58, 30, Text.of(), Text.of(), marks)
