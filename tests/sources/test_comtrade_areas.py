import csv
from pathlib import Path

from bilan.sources.comtrade_areas import AREAS


def test_every_country_has_a_number_of_its_own() -> None:
    assert len(AREAS) == len(set(AREAS.values())) == 249
    assert all(len(name) == 3 and name.isalpha() and name.isupper() for name in AREAS)


def test_agrees_with_the_country_codes_of_the_pack(checkout: Path) -> None:
    with (checkout / "data" / "kz-kg" / "country_codes.csv").open(encoding="utf-8") as file:
        told = {row["iso3"]: int(row["comtrade"]) for row in csv.DictReader(file)}

    assert {name: AREAS[name] for name in told} == told == {"KAZ": 398, "KGZ": 417}


def test_countries_that_comtrade_numbers_otherwise_have_its_number() -> None:
    assert {name: AREAS[name] for name in ("FRA", "IND", "NOR", "CHE", "USA")} == {
        "FRA": 251, "IND": 699, "NOR": 579, "CHE": 757, "USA": 842,
    }  # fmt: skip
