import shutil
from pathlib import Path

import pytest

from bilan import project as room
from bilan.errors import ConfigError, UsageError
from bilan.project import Project, find, starter


@pytest.fixture
def mine(tmp_path: Path, checkout: Path) -> Project:
    """A project of one's own that has settings and data, and no templates."""
    shutil.copy(checkout / "bilan.toml", tmp_path / "bilan.toml")
    (tmp_path / "data" / "kz-kg").mkdir(parents=True)
    shutil.copy(checkout / "data" / "kz-kg" / "partnership.toml", tmp_path / "data" / "kz-kg")
    return Project(tmp_path)


def test_the_nearest_project_above_is_found(mine: Project) -> None:
    assert find(mine.root / "data" / "kz-kg") == mine
    assert find(mine.root) == mine


def test_no_project_above_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as raised:
        find(tmp_path)

    assert f"no project at or above {tmp_path}" in str(raised.value)
    assert "bilan init" in raised.value.hint


def test_the_folders_lie_under_the_root(mine: Project) -> None:
    assert mine.store == mine.root / "data" / "store"
    assert mine.machine == mine.root / ".bilan"
    assert mine.reports == mine.root / "reports"


def test_an_archive_on_storage_is_no_folder(mine: Project) -> None:
    settings = mine.root / "bilan.toml"
    settings.write_text(f'reports = "s3://bucket/out"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")

    with pytest.raises(ConfigError, match="reports: lies at s3://bucket/out, which is no folder"):
        _ = Project(mine.root).reports


def test_a_partnership_is_two_countries(mine: Project) -> None:
    assert [country.code for country in mine.partnership("kz-kg").country] == ["KAZ", "KGZ"]


def test_an_unknown_partnership_is_answered_with_the_closest_one(mine: Project) -> None:
    with pytest.raises(UsageError) as raised:
        mine.partnership("kz-kgg")

    assert str(raised.value) == "partnership 'kz-kgg': is not in bilan.toml (did you mean 'kz-kg'?)"
    assert raised.value.hint == "known: kz-kg"


def test_a_project_without_templates_uses_the_built_in_ones(mine: Project) -> None:
    assert mine.template_roots == (mine.root / "templates", starter() / "templates")
    assert mine.audience("minister").pages == Project(starter()).audience("minister").pages
    assert mine.brand == Project(starter()).brand


def test_a_project_may_have_an_audience_and_a_look_of_its_own(mine: Project) -> None:
    press = mine.root / "templates" / "press"
    press.mkdir(parents=True)
    (press / "audience.toml").write_text('sections = ["glance"]\n[name]\nen = "Press"\n', encoding="utf-8")
    (mine.root / "templates" / "brand.toml").write_text('name = "Our office"\n', encoding="utf-8")

    assert mine.audience("press").name == {"en": "Press"}
    assert mine.brand.name == "Our office"
    assert mine.audiences() == sorted({*Project(starter()).audiences(), "press"})


def test_an_unknown_audience_is_answered_with_the_closest_one(mine: Project) -> None:
    with pytest.raises(UsageError) as raised:
        mine.audience("ministre")

    assert str(raised.value) == "audience 'ministre': has no templates/ministre/audience.toml (did you mean 'minister'?)"
    assert "minister" in raised.value.hint


def test_the_checkout_itself_is_a_project_with_one_place_for_templates(checkout: Path) -> None:
    assert starter() == checkout
    assert Project(checkout).template_roots == (checkout / "templates",)


def test_inside_a_wheel_the_starter_lies_beside_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "starter").mkdir()
    monkeypatch.setattr(room, "__file__", str(tmp_path / "project.py"))

    assert starter() == tmp_path / "starter"
