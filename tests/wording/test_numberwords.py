import pytest

from bilan.wording.numberwords import constants_in, number_words_in


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Trade doubled in two years", ["doubled", "two"]),
        ("en", "a twofold rise, twice as fast", ["twofold", "twice"]),
        ("en", "the two countries avoid double taxation in one first meeting", []),
        ("en", "about $x billion", []),
        ("fr", "Le commerce a doublé en deux ans", ["doublé", "deux"]),
        ("fr", "les deux pays évitent la double imposition d’un neuf premier pays tiers", []),
        ("fr", "la moitié, une dizaine", ["moitié", "dizaine"]),
        ("ru", "Товарооборот вырос вдвое, половина за два года; удвоился", ["вдвое", "половина", "два", "удвоился"]),
        ("ru", "статистика двух стран, третьи страны, двойное налогообложение, семью, остальные", []),
        ("kk", "екі есе өсті, жартысы, бестен бірі, еселенді", ["екі", "жартысы", "бестен", "еселенді"]),
        ("kk", "екі елдің статистикасы, екіжақты, екінші, үшін, онда, тоқсан", []),
        ("ky", "эки эсе өстү, жарымы, үчтөн бири, эселенди", ["эки", "жарымы", "үчтөн", "эселенди"]),
        ("ky", "эки өлкөнүн статистикасы, эки тараптуу, экинчи, үчүн, чейрек", []),
        ("xx", "two", []),
    ],
)
def test_finds_words_that_stand_for_numbers_and_no_others(lang: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in number_words_in(text, lang)] == found


def test_finds_digits_and_words_in_order() -> None:
    text = "Twelve rooms, 24/7"

    assert [text[start:end] for start, end in constants_in(text, "en")] == ["Twelve", "24", "7"]
