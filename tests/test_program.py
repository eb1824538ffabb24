import pytest

from bilan.program import program, versions


def test_the_program_is_its_files_and_its_libraries() -> None:
    assert program() == program()
    assert versions()["weasyprint"]


def test_a_library_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.program.LIBRARIES", ("no-such-library",))

    assert versions() == {"no-such-library": ""}
