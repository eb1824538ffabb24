import pytest

from bilan.archive.words import Words, words
from bilan.wording.languages import OWN_NAMES, languages


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["octobre 2026", "1er novembre 2026", "Retirée le 1er novembre 2026", "Retirée : x"]),
        ("en", ["October 2026", "1 November 2026", "Withdrawn on 1 November 2026", "Withdrawn: x"]),
        ("ru", ["октябрь 2026 г.", "1 ноября 2026 г.", "Отозван 1 ноября 2026 г.", "Отозван: x"]),
    ],
)
def test_days_and_states_are_said_as_the_language_says_them(language: str, told: list[str]) -> None:
    said = words(language)
    found = [
        said.month("2026-10"),
        said.day("2026-11-01"),
        said.since("withdrawn", "2026-11-01T23:00:00+00:00"),
        said.stated("withdrawn", "x"),
    ]

    assert [one.replace("\xa0", " ") for one in found] == told


def test_a_state_nobody_knows_the_day_of_stands_alone() -> None:
    assert words("en").since("withdrawn", "") == "Withdrawn"


def test_an_issue_is_told_from_the_second_on() -> None:
    assert [Words("en").number(12, issue) for issue in (1, 2)] == ["12", "12/2"]


def test_every_language_of_ours_has_a_name_of_its_own() -> None:
    assert sorted(OWN_NAMES) == languages()
    assert words("en").own_name("tr") == "tr"
