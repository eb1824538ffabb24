from datetime import date
from pathlib import Path

import pytest

from bilan.errors import SourceError
from bilan.model import Source
from bilan.sources.dossier import ClaimRow, Dossier, Event, ProjectFact, Stage, Step, TreatyStep, read_dossier
from bilan.sources.register import read_sources

REAL = Path(__file__).parents[2] / "data" / "kz-kg"
SOURCES = {
    "early": Source("early", "Early", "Agency", published="2024-04"),
    "late": Source("late", "Late", "Agency", published="2024-07"),
    "undated": Source("undated", "Undated", "Agency"),
}
EVENTS = "event_id,date,kind,title,place,status,published_on,source_id\n"
PROJECTS = "row_id,project_id,project,attribute,value,unit,as_of,source_id\n"
STAGES = "row_id,project_id,project,attribute,value,unit,as_of,stage,source_id\n"
TREATIES = "row_id,treaty_id,treaty,step,country,date,source_id\n"
CLAIMS = "claim_id,claim_paraphrase,claimed_value,unit,period,verdict,check,readings,recommended_wording,source_id,supported_by,contradicted_by\n"
ALWAYS = date(2030, 1, 1)


def test_reads_events_facts_and_claims_of_a_partnership(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,2024-04-19,treaty,Signed,Astana,in force,2024-04-20,early;late\n", encoding="utf-8")
    (tmp_path / "projects.csv").write_text(PROJECTS + "p1,solar,Solar plant,status,planned,text,,late\n", encoding="utf-8")
    (tmp_path / "claims.csv").write_text(
        CLAIMS + "c1,Trade,1.2,USD,2023,,level:trade.total:2023,kg=a/b;kz=c,print,early,late,early;late\n", encoding="utf-8"
    )

    assert read_dossier(tmp_path, SOURCES, ALWAYS) == Dossier(
        (Event("e1", "2024-04-19", "treaty", "Signed", "Astana", "in force", date(2024, 4, 20), ("early", "late")),),
        (ProjectFact("p1", "solar", "Solar plant", "status", "planned", "text", "", date(2024, 7, 31), ("late",)),),
        (
            ClaimRow(
                "c1",
                "Trade",
                "1.2",
                "USD",
                "2023",
                "",
                "level:trade.total:2023",
                (("kg", "a/b"), ("kz", "c")),
                "print",
                "early",
                ("late", "early", "late"),
            ),
        ),
    )


def test_knows_nothing_before_it_was_published(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,2024-04-19,treaty,S,A,held,,late;early\n", encoding="utf-8")
    (tmp_path / "projects.csv").write_text(PROJECTS + "p1,solar,S,status,planned,text,,undated\n", encoding="utf-8")

    assert read_dossier(tmp_path, SOURCES, date(2024, 4, 29)) == Dossier()
    assert [one.id for one in read_dossier(tmp_path, SOURCES, date(2024, 4, 30)).events] == ["e1"]
    assert read_dossier(tmp_path, SOURCES, ALWAYS).projects == ()


def test_a_fact_is_not_known_before_a_source_tells_it(tmp_path: Path) -> None:
    (tmp_path / "projects.csv").write_text(STAGES + "p1,solar,S,status,signed,text,2024-02-01,agreed,late\n", encoding="utf-8")

    assert read_dossier(tmp_path, SOURCES, date(2024, 7, 30)).projects == ()
    (fact,) = read_dossier(tmp_path, SOURCES, date(2024, 7, 31)).projects
    assert (fact.known_on, fact.on, fact.stage) == (date(2024, 7, 31), date(2024, 2, 1), Stage.AGREED)


def test_a_fact_without_a_date_of_its_own_is_of_the_day_it_became_known(tmp_path: Path) -> None:
    (tmp_path / "projects.csv").write_text(PROJECTS + "p1,solar,S,cost,35,USD_million,,late\n", encoding="utf-8")

    (fact,) = read_dossier(tmp_path, SOURCES, ALWAYS).projects
    assert (fact.on, fact.stage) == (date(2024, 7, 31), None)


def test_reads_the_steps_of_treaties(tmp_path: Path) -> None:
    (tmp_path / "treaties.csv").write_text(TREATIES + "t1,water,On water,ratified,KGZ,2024-05-02,early\n", encoding="utf-8")

    assert read_dossier(tmp_path, SOURCES, ALWAYS).treaties == (
        TreatyStep("t1", "water", "On water", Step.RATIFIED, "KGZ", "2024-05-02", date(2024, 5, 2), ("early",)),
    )
    assert read_dossier(tmp_path, SOURCES, date(2024, 5, 1)).treaties == ()


def test_is_empty_where_there_are_no_tables(tmp_path: Path) -> None:
    assert read_dossier(tmp_path, SOURCES, ALWAYS) == Dossier()


def test_tells_every_wrong_date_and_unknown_source_at_once(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,soon,treaty,S,A,held,2024-13,erly\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read_dossier(tmp_path, SOURCES, ALWAYS)

    assert caught.value.mistakes == (
        "events.csv e1: 'soon' is no date: write 2024-04-19, 2024-04 or 2024",
        "events.csv e1: unknown source 'erly' (did you mean 'early'?)",
        "events.csv e1: '2024-13' is no date: month 13",
    )


def test_tells_the_mistakes_of_all_tables_at_once(tmp_path: Path) -> None:
    (tmp_path / "projects.csv").write_text(STAGES + "p1,so:lar,S,launch_planned,next year,date,2024,agred,late\n", encoding="utf-8")
    (tmp_path / "treaties.csv").write_text(
        TREATIES + "t1,water,On water,,,2024,late\nt2,water,On water,sealed,,2024,late\n"
        "t3,water,On water,ratified,,2024,late\nt4,water,On water,approved,kz,2024,late\n",
        encoding="utf-8",
    )
    claims = ("c1,T,1.2 bn,USD,2023,,,,p,early,,", "c2,T,1,USD,2023,,levle:x:2023,,p,early,,", "c3,T,1,USD,2023,,level:x,,p,early,,")
    (tmp_path / "claims.csv").write_text(CLAIMS + "\n".join(claims) + "\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read_dossier(tmp_path, SOURCES, ALWAYS)

    steps = "signed, approved, ratified, in_force, ended"
    assert caught.value.mistakes == (
        "projects.csv p1: 'agred' is not known (did you mean 'agreed'?); write announced, agreed, funded, started, done, cancelled, or nothing",
        "projects.csv p1: 'next year' is no date: write 2024-04-19, 2024-04 or 2024",
        "projects.csv p1: project_id 'so:lar' is no id: letters, digits and hyphens",
        "claims.csv c1: claimed_value '1.2 bn' is no amount in USD: digits and one point only, or another unit",
        "claims.csv c2: check 'levle:x:2023' is not known; write level:INDICATOR:PERIOD, outcome:INDICATOR:PERIOD or target:ID",
        "claims.csv c3: check 'level:x': '' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07",
        f"treaties.csv t1: step is missing; write {steps}",
        f"treaties.csv t2: 'sealed' is not known; write {steps}, or nothing",
        "treaties.csv t3: country '' is no partner's code: who approved or ratified? write KAZ or the like",
        "treaties.csv t4: country 'kz' is no partner's code: who approved or ratified? write KAZ or the like",
    )


@pytest.mark.parametrize("value", ["NaN", "1_000", "1,2", "", "infinity", "１２"])
def test_a_claim_in_dollars_needs_a_plain_number(tmp_path: Path, value: str) -> None:
    (tmp_path / "claims.csv").write_text(CLAIMS + f'c1,T,"{value}",USD,2023,,,,p,early,,\n', encoding="utf-8")

    with pytest.raises(SourceError, match=f"claimed_value '{value}' is no amount in USD"):
        read_dossier(tmp_path, SOURCES, ALWAYS)


def test_reads_the_dossier_of_the_pack() -> None:
    dossier = read_dossier(REAL, read_sources(REAL / "sources.csv"), date(2026, 11, 24))

    assert len(dossier.claims) == 14
    assert dossier.events[0].id == "ev001"
