import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli import app
from bilan.project import Project

Bilan = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is in the list of commands."""
    monkeypatch.setitem(app.COMMANDS, "template", "Begin an audience of your own; show what a template can override.")


def test_a_new_audience_is_a_folder_that_builds_as_it_is(bilan: Bilan, project: Path) -> None:
    code, out, _ = bilan("template", "new", "embassy", "-C", project)

    assert code == 0
    assert out == 'templates/embassy: written; next: add "embassy" to `audiences` in bilan.toml, then: bilan preview embassy\n'
    assert Project(project).audience("embassy").sections == Project(project).audience("analyst").sections
    code, out, err = bilan("build", "-C", project, "-a", "embassy", "-l", "en", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["editions"][0]["edition"] == "kz-kg/2026-10/embassy.en"


@pytest.mark.parametrize(("model", "parent"), [("minister", "minister"), ("analyst", "base")])
def test_it_begins_from_another_audience_and_its_templates(bilan: Bilan, project: Path, model: str, parent: str) -> None:
    bilan("template", "new", "envoy", "--from", model, "-C", project, "--quiet")

    made = Project(project).audience("envoy")
    assert (made.extends, made.pages) == (model, Project(project).audience(model).pages)
    assert f'{{% extends "{parent}/briefing.html" %}}' in (project / "templates" / "envoy" / "briefing.html").read_text(encoding="utf-8")


def test_it_says_as_json_what_it_wrote(bilan: Bilan, project: Path) -> None:
    _, out, _ = bilan("template", "new", "embassy", "-C", project, "--json")

    assert json.loads(out)["files"] == ["templates/embassy/audience.toml", "templates/embassy/briefing.html"]


@pytest.mark.parametrize("taken", ["analyst", "press"])
def test_an_audience_there_is_is_never_overwritten(bilan: Bilan, project: Path, taken: str) -> None:
    before = sorted((project / "templates").rglob("*"))

    code, _, err = bilan("template", "new", taken, "-C", project)

    assert code == 2
    assert "is there already" in err
    assert sorted((project / "templates").rglob("*")) == before


@pytest.mark.parametrize("name", ["base", "builtin", "../x", "Embassy", "a b", ""])
def test_a_name_that_is_no_folder_of_its_own_is_refused(bilan: Bilan, project: Path, name: str) -> None:
    code, _, err = bilan("template", "new", name, "-C", project)

    assert code == 2
    assert "is no name for an audience" in err


def test_an_unknown_model_is_told_and_nothing_is_written(bilan: Bilan, project: Path) -> None:
    code, _, err = bilan("template", "new", "embassy", "--from", "analist", "-C", project)

    assert code == 2
    assert "did you mean 'analyst'" in err
    assert not (project / "templates" / "embassy").exists()


def test_show_lists_what_can_be_overridden(bilan: Bilan, project: Path) -> None:
    code, out, _ = bilan("template", "show", "-C", project)

    assert code == 0
    assert "lead         one or two sentences that are the finding" in out
    assert "bilan template show BLOCK" in out


def test_show_prints_the_source_of_one_block(bilan: Bilan, project: Path) -> None:
    _, out, _ = bilan("template", "show", "lead", "-C", project)

    assert '<p class="lead">{{ word.lead }}</p>' in out


def test_show_speaks_json(bilan: Bilan, project: Path) -> None:
    listed_ = json.loads(bilan("template", "show", "-C", project, "--json")[1])
    shown = json.loads(bilan("template", "show", "lead", "-C", project, "--json")[1])

    assert {"name", "about", "file", "line"} == set(listed_["blocks"][0])
    assert "word" in listed_["variables"]
    assert shown["block"] == "lead"


def test_an_unknown_block_is_told_with_the_nearest_one(bilan: Bilan, project: Path) -> None:
    code, _, err = bilan("template", "show", "leed", "-C", project)

    assert code == 2
    assert "did you mean 'lead'" in err
