import pytest
from fluent.syntax import ast

from bilan.wording.catalogue import parsed
from bilan.wording.suffixes import filled, hanging


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("2023-ке дейін 7ден 10-нан", "kk", ["2023-ке", "7ден", "10-нан"]),
        ("2023 жылғы тауар айналымы: 1,3 млрд АҚШ доллары, 7-кеңес", "kk", []),
        ("5-ге чейин, 10го, 3-төн", "ky", ["5-ге", "10го", "3-төн"]),
        ("2005-жылдан бери, 2030-жылга чейин", "ky", []),
        ("10-го числа", "ru", []),
    ],
)
def test_finds_case_endings_on_numbers_and_none_on_the_word_for_year(text: str, lang: str, found: list[str]) -> None:
    assert hanging(text, lang) == found


def test_fills_every_gap_of_every_variant_with_a_digit() -> None:
    (entry,) = parsed('a = { $when ->\n    [day] on { $date }\n   *[other] { "in" } { $date }ден\n } of { $country }\n', "x.ftl").body

    assert isinstance(entry, ast.Message)
    assert entry.value is not None
    assert filled(entry.value) == ["on 7 of 7", "in 7ден of 7"]
