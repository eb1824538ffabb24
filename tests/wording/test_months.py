import pytest

from bilan.wording.months import MONTHS, month_name


@pytest.mark.parametrize(
    ("lang", "inside", "alone"),
    [("en", "April", "April"), ("fr", "avril", "avril"), ("ru", "апреля", "апрель"), ("kk", "сәуір", "сәуір"), ("ky", "апрель", "апрель")],
)
def test_names_a_month_inside_a_date_and_on_its_own(lang: str, inside: str, alone: str) -> None:
    assert (month_name(lang, 4, "format", "wide"), month_name(lang, 4, "stand-alone", "wide")) == (inside, alone)


def test_shortens_a_month_inside_a_date() -> None:
    assert [month_name(lang, 11, "format", "abbreviated") for lang in ("en", "fr", "ru", "kk", "ky")] == [
        "Nov",
        "nov.",
        "нояб.",
        "қар.",
        "ноя.",
    ]


def test_every_table_of_ours_has_twelve_names_without_capitals() -> None:
    assert {len(names) for names in MONTHS.values()} == {12}
    assert all(name == name.lower() for names in MONTHS.values() for name in names)
