from pathlib import Path

from bilan.errors import Severity
from bilan.wording.check import compare, files, words
from bilan.wording.languages import MESSAGES


def write(folder: Path, **files: str) -> Path:
    for lang, text in files.items():
        (folder / lang).mkdir()
        (folder / lang / "a.ftl").write_text(text, encoding="utf-8")
    return folder


def test_our_languages_say_the_same_things_and_hold_no_numeral() -> None:
    assert [str(problem) for problem in compare(MESSAGES)] == []


def test_tells_which_language_lacks_a_message(tmp_path: Path) -> None:
    (problem,) = compare(write(tmp_path, en="a = x\nb = y\n", fr="a = x\n"))

    assert str(problem) == "message 'b': is missing in fr (it is there in en)"
    assert (problem.severity, problem.rule) == (Severity.HOLD, "wording")


def test_tells_which_argument_a_language_leaves_out(tmp_path: Path) -> None:
    (problem,) = compare(write(tmp_path, en="a = { $who } in { $when }\n", fr="a = { $who }\n"))

    assert str(problem) == "message 'a': leaves out $when in fr (print the same arguments in every language)"


def test_lets_a_language_choose_by_what_another_does_not_need(tmp_path: Path) -> None:
    folder = write(
        tmp_path, en="a = { $x } up\n", fr="a = { $x-class ->\n    [one] { $x-abs } seul\n   *[other] { $x } en hausse\n }\n-t = x\n"
    )

    assert compare(folder) == []


def test_finds_numerals_in_digits_words_and_literals(tmp_path: Path) -> None:
    folder = write(
        tmp_path, en='a = { "7" }\nb = two of them\nc = on { $day ->\n    [one] day 5\n   *[other] none\n }\nd = {"\\u00A0"}fine\n'
    )

    assert [str(problem).split(" (")[0] for problem in compare(folder)] == [
        "message 'a': holds the numeral '7' in en",
        "message 'b': holds the numeral 'two' in en",
        "message 'c': holds the numeral '5' in en",
    ]


def test_compares_a_partnerships_texts_and_lets_them_hold_numerals(tmp_path: Path) -> None:
    (tmp_path / "texts.en.ftl").write_text("a = 7th council\nb = x\n", encoding="utf-8")
    (tmp_path / "texts.fr.ftl").write_text("a = 7e conseil\n", encoding="utf-8")

    assert [str(problem) for problem in compare(tmp_path)] == ["message 'b': is missing in fr (it is there in en)"]


def test_a_language_that_is_asked_for_and_has_no_texts_lacks_them_all(tmp_path: Path) -> None:
    (tmp_path / "texts.en.ftl").write_text("a = x\n", encoding="utf-8")

    assert [str(problem) for problem in compare(tmp_path, ("en", "ky"))] == ["message 'a': is missing in ky (it is there in en)"]
    assert compare(tmp_path, ("en",)) == []


def test_finds_case_endings_on_numbers_and_names(tmp_path: Path) -> None:
    (tmp_path / "texts.kk.ftl").write_text("a = { $country }ға дейін\nb = { $year } жылғы\n", encoding="utf-8")

    assert [str(problem) for problem in compare(tmp_path)] == [
        "message 'a': hangs a case ending on a number or name in kk: '7ға' (turn the sentence round it)"
    ]


def test_gives_the_words_of_its_own_that_files_print(tmp_path: Path) -> None:
    write(tmp_path, en='a = from { $x } { "on" }\nb = here\n')

    assert sorted(words(files(tmp_path)["en"]).split()) == ["from", "onhere"]
