from pathlib import Path

import pytest

from bilan.errors import ConflictError, DiskError, UsageError
from bilan.pipeline import begun
from bilan.pipeline.begun import begin
from bilan.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "bilan.toml").write_text('partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n', encoding="utf-8")
    return Project(tmp_path)


def test_an_audience_takes_after_its_model(project: Project) -> None:
    files = begin(project, "envoy-in-rome", "minister")

    made, model = project.audience("envoy-in-rome"), project.audience("minister")
    assert files == ("templates/envoy-in-rome/audience.toml", "templates/envoy-in-rome/briefing.html")
    assert (made.extends, made.pages, made.sections, made.name["en"]) == ("minister", model.pages, model.sections, "Envoy in rome edition")


@pytest.mark.parametrize("name", ["base", "builtin", "../x", "x/y", "Embassy", "a b", "", ".", "a--b", "x\n", "ж"])
def test_a_name_that_is_no_folder_of_its_own_is_refused(project: Project, name: str) -> None:
    with pytest.raises(UsageError, match="is no name for an audience"):
        begin(project, name, "analyst")
    assert not (project.root / "templates").exists()


@pytest.mark.parametrize("name", ["analyst", "mine"])
def test_what_is_there_is_never_overwritten(project: Project, name: str) -> None:
    begin(project, "mine", "analyst")

    with pytest.raises(ConflictError, match=f"templates/{name}: is there already"):
        begin(project, name, "analyst")


def test_a_model_that_is_not_there_is_told_and_nothing_is_written(project: Project) -> None:
    with pytest.raises(UsageError, match="did you mean 'analyst'"):
        begin(project, "embassy", "analist")
    assert not (project.root / "templates").exists()


def test_of_two_at_once_one_is_told_that_it_is_there(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begun._page

    def meanwhile(given: Project, model: str) -> str:
        (project.root / "templates" / "embassy").mkdir(parents=True)
        return page(given, model)

    monkeypatch.setattr(begun, "_page", meanwhile)

    with pytest.raises(ConflictError, match="is there already"):
        begin(project, "embassy", "analyst")


def test_where_nothing_can_be_written_nothing_is_left(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "audience.toml":
            raise OSError(28, "No space left on device")
        return written(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", full)

    with pytest.raises(DiskError, match="templates/embassy: cannot be written: No space left on device"):
        begin(project, "embassy", "analyst")
    assert list((project.root / "templates").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(project: Project) -> None:
    (project.root / "templates").write_text("no folder", encoding="utf-8")

    with pytest.raises(DiskError, match="cannot be written: Not a directory"):
        begin(project, "embassy", "analyst")
