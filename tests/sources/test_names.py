from datetime import date
from pathlib import Path

import pytest

from bilan.model import Source
from bilan.sources.facts_table import Facts
from bilan.sources.names import Naming, name_at, read_names
from bilan.sources.register import read_sources

REAL = Path(__file__).parents[2] / "data" / "kz-kg"
HEADER = "row_id,entity,language,name,valid_from,valid_to,source_id\n"
SOURCES = {"law": Source("law", "Law", "Gazette", published="2026-02-25")}


def real(entity: str, language: str, day: str) -> Naming | None:
    names = read_names(REAL / "names.csv", Facts(read_sources(REAL / "sources.csv")))
    return name_at(names, entity, language, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2010-01-01", Naming("Kamyshanovka")),
        ("2025-07-31", Naming("Kamyshanovka")),
        ("2025-12-31", Naming("Kamyshanovka")),
        ("2026-02-24", Naming("Kamyshanovka")),
        ("2026-02-25", Naming("Tomonku-Chuy", "Kamyshanovka")),
        ("2026-10-31", Naming("Tomonku-Chuy", "Kamyshanovka")),
        ("2027-02-24", Naming("Tomonku-Chuy", "Kamyshanovka")),
        ("2027-02-25", Naming("Tomonku-Chuy")),
    ],
)
def test_the_crossing_has_its_new_name_from_the_day_that_became_known(day: str, expected: Naming) -> None:
    assert real("project-aksu", "en", day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2018-06-30", Naming("Astana")),
        ("2020-06-30", Naming("Nur-Sultan", "Astana")),
        ("2021-12-31", Naming("Nur-Sultan")),
        ("2023-06-30", Naming("Astana", "Nur-Sultan")),
        ("2026-10-31", Naming("Astana")),
    ],
)
def test_a_capital_may_get_its_old_name_back(day: str, expected: Naming) -> None:
    assert real("place-astana", "en", day) == expected


def test_a_language_or_entity_without_names_has_none() -> None:
    assert real("project-aksu", "de", "2026-10-31") is None
    assert real("project-dam", "en", "2026-10-31") is None


def test_an_ended_name_without_successor_stays(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(HEADER + "a,dam,en,High Dam,,2020,law\n", encoding="utf-8")

    assert name_at(read_names(tmp_path / "names.csv", Facts(SOURCES)), "dam", "en", date(2026, 1, 1)) == Naming("High Dam")


def test_tells_names_that_overlap_end_too_early_or_say_nothing(tmp_path: Path) -> None:
    rows = "a,dam,en,Old,,2021,law\nb,dam,en,New,2020,,law\nc,lake,en,Lake,2020,2019,law\nd,,en,,,,law\ne,sea,en,Sea,,,law\nf,sea,en,Bay,2020,,law\n"
    (tmp_path / "names.csv").write_text(HEADER + rows, encoding="utf-8")
    facts = Facts(SOURCES)
    read_names(tmp_path / "names.csv", facts)

    assert facts.mistakes == [
        "names.csv c: valid_to '2019' is not after valid_from '2020'",
        "names.csv d: entity and name must not be blank",
        "names.csv a: is valid until 2021-12-31, and 'New' from 2020-12-31: end one where the other begins",
        "names.csv e: is valid until ever, and 'Bay' from 2020-12-31: end one where the other begins",
    ]
