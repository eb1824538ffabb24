from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_writes_the_first_partnership_ready_to_build(tmp_path: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("init", tmp_path / "demo")

    assert code == 0
    assert "ready; next: cd" in out
    assert (tmp_path / "demo" / "data" / "kz-kg" / "trade.csv").is_file()
    assert not (tmp_path / "demo" / "data" / "store").exists()


def test_any_two_countries_build_pages_that_say_there_is_no_data(tmp_path: Path, bilan: Bilan) -> None:
    bilan("init", tmp_path / "demo", "--pair", "DEU-FRA")

    code, out, err = bilan("build", "-a", "minister", "-l", "en", "--project", tmp_path / "demo")

    assert (code, "1 issued" in err) == (0, True)
    assert "de-fr/2026-10/minister.en.pdf" in out
    assert 'timezone = "Europe/Berlin"' in (tmp_path / "demo" / "bilan.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pair", "said"),
    [("KAZ", "is no pair of countries"), ("KAZ-KAZ", "is no pair of countries"), ("KAZ-XXX", "country 'XXX': is no ISO 3166 alpha-3 code")],
)
def test_refuses_what_is_no_pair(tmp_path: Path, bilan: Bilan, pair: str, said: str) -> None:
    code, _, err = bilan("init", tmp_path / "demo", "--pair", pair)

    assert code == 2
    assert said in err


def test_never_writes_over_a_project(project: Path, bilan: Bilan) -> None:
    before = (project / "bilan.toml").read_bytes()

    code, _, err = bilan("init", project)

    assert code == 2
    assert "already holds bilan.toml" in err
    assert (project / "bilan.toml").read_bytes() == before
