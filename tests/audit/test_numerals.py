import pytest

from bilan.audit.numerals import counted, pieces, squeezed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$1.32 billion", ["1.32"]),
        ("−$406m and +3.8 pp", ["-406", "+3.8"]),
        ("C5+1 in 2024-2025", ["5", "1", "2024", "2025"]),
        ("1\u202f234,5 = 1 234,5", ["1", "234,5", "1", "234,5"]),
        ("1er, 2e, Q3, km²", ["1", "2", "3"]),
        ("2019–2020; 5−3", ["2019", "2020", "5", "3"]),
        ("½ of it", ["½"]),
        ("1. Then 2, 3", ["1", "2", "3"]),
        ("no numeral", []),
    ],
)
def test_reads_numerals_the_same_whatever_stands_around_them(text: str, found: list[str]) -> None:
    assert pieces(text) == found


def test_counts_over_several_texts() -> None:
    assert counted(["1 and 2", "2"]) == {"1": 1, "2": 2}


def test_squeezes_every_kind_of_space() -> None:
    assert squeezed(" 1\u202f234\r\n 5\u00a0% ") == "1 234 5 %"
