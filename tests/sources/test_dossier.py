from datetime import date
from pathlib import Path

import pytest

from bilan.errors import SourceError
from bilan.model import Source
from bilan.sources.dossier import ClaimRow, Dossier, Event, ProjectFact, read_dossier
from bilan.sources.register import read_sources

REAL = Path(__file__).parents[2] / "data" / "kz-kg"
SOURCES = {
    "early": Source("early", "Early", "Agency", published="2024-04"),
    "late": Source("late", "Late", "Agency", published="2024-07"),
    "undated": Source("undated", "Undated", "Agency"),
}
EVENTS = "event_id,date,kind,title,place,status,published_on,source_id\n"
PROJECTS = "row_id,project_id,project,attribute,value,unit,as_of,source_id\n"
CLAIMS = "claim_id,claim_paraphrase,claimed_value,unit,period,verdict,check,readings,recommended_wording,source_id,supported_by,contradicted_by\n"
ALWAYS = date(2030, 1, 1)


def test_reads_events_facts_and_claims_of_a_partnership(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,2024-04-19,treaty,Signed,Astana,in force,2024-04-20,early;late\n", encoding="utf-8")
    (tmp_path / "projects.csv").write_text(PROJECTS + "p1,solar,Solar plant,status,planned,text,,late\n", encoding="utf-8")
    (tmp_path / "claims.csv").write_text(
        CLAIMS + "c1,Trade,1.2,USD,2023,,level,kg=a/b;kz=c,print,early,late,early;late\n", encoding="utf-8"
    )

    assert read_dossier(tmp_path, SOURCES, ALWAYS) == Dossier(
        (Event("e1", "2024-04-19", "treaty", "Signed", "Astana", "in force", date(2024, 4, 20), ("early", "late")),),
        (ProjectFact("p1", "solar", "Solar plant", "status", "planned", "text", "", date(2024, 7, 31), ("late",)),),
        (
            ClaimRow(
                "c1", "Trade", "1.2", "USD", "2023", "", "level", (("kg", "a/b"), ("kz", "c")), "print", "early", ("late", "early", "late")
            ),
        ),
    )


def test_knows_nothing_before_it_was_published(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,2024-04-19,treaty,S,A,held,,late;early\n", encoding="utf-8")
    (tmp_path / "projects.csv").write_text(PROJECTS + "p1,solar,S,status,planned,text,,undated\n", encoding="utf-8")

    assert read_dossier(tmp_path, SOURCES, date(2024, 4, 29)) == Dossier()
    assert [one.id for one in read_dossier(tmp_path, SOURCES, date(2024, 4, 30)).events] == ["e1"]
    assert read_dossier(tmp_path, SOURCES, ALWAYS).projects == ()


def test_is_empty_where_there_are_no_tables(tmp_path: Path) -> None:
    assert read_dossier(tmp_path, SOURCES, ALWAYS) == Dossier()


def test_tells_every_wrong_date_and_unknown_source_at_once(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text(EVENTS + "e1,soon,treaty,S,A,held,2024-13,erly\n", encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read_dossier(tmp_path, SOURCES, ALWAYS)

    assert caught.value.mistakes == (
        "events.csv e1: 'soon' is no date: write 2024-04-19, 2024-04 or 2024",
        "events.csv e1: unknown source 'erly'",
        "events.csv e1: '2024-13' is no date: month 13",
    )


def test_reads_the_dossier_of_the_pack() -> None:
    dossier = read_dossier(REAL, read_sources(REAL / "sources.csv"), date(2026, 11, 24))

    assert len(dossier.claims) == 14
    assert dossier.events[0].id == "ev001"
