from dataclasses import replace
from pathlib import Path

import pytest

from bilan.errors import ConfigError, UsageError
from bilan.project import Project
from bilan.render.look import closure, look

ROOT = Path(__file__).parents[2]
SETTINGS = 'sections = ["glance"]\n[name]\nen = "Test"\n'


def audience(project: Path, name: str, text: str) -> None:
    folder = project / "templates" / name
    folder.mkdir(parents=True)
    (folder / "audience.toml").write_text(text, encoding="utf-8")


def test_the_minister_has_one_page_and_the_analyst_every_section() -> None:
    minister, analyst = look(Project(ROOT), "minister"), look(Project(ROOT), "analyst")

    assert (minister.pages, minister.folders) == (1, ("minister", "base"))
    assert analyst.pages > 1
    assert len(Project(ROOT).audience("analyst").sections) >= 15


def test_the_brand_file_says_what_the_built_in_look_says() -> None:
    assert look(Project(ROOT), "analyst").brand["colour"]["partner"]["b"]["text"] == "#A84B12"


def test_an_audience_may_build_on_another(tmp_path: Path) -> None:
    audience(tmp_path, "envoy", 'extends = "minister"\n' + SETTINGS)

    made = look(Project(tmp_path), "envoy")

    assert made.folders == ("envoy", "minister", "base")
    assert made.roots == (tmp_path / "templates", ROOT / "templates")
    assert made.builtin == ROOT / "templates"


def test_the_audience_is_searched_before_the_project_and_the_project_before_the_built_in(tmp_path: Path) -> None:
    mine, ours = tmp_path / "templates", ROOT / "templates"
    places = [place for _, place in look(Project(tmp_path), "minister").places]

    assert places == [mine / "minister", ours / "minister", mine / "base", ours / "base", mine, ours]


def test_audiences_that_build_on_each_other_are_refused(tmp_path: Path) -> None:
    audience(tmp_path, "one", 'extends = "two"\n' + SETTINGS)
    audience(tmp_path, "two", 'extends = "one"\n' + SETTINGS)

    with pytest.raises(ConfigError, match="'one' extends itself"):
        look(Project(tmp_path), "one")


def test_an_unknown_audience_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="did you mean 'minister'"):
        look(Project(ROOT), "ministre")


def test_the_closure_changes_with_any_template_and_with_the_brand(tmp_path: Path) -> None:
    (tmp_path / "templates" / "base").mkdir(parents=True)
    page = tmp_path / "templates" / "base" / "cover.html"
    page.write_text("a", encoding="utf-8")
    one = look(Project(tmp_path), "minister")
    before = closure(one)

    page.write_text("b", encoding="utf-8")

    assert closure(one) != before
    assert closure(replace(one, brand={**one.brand, "name": "Other"})) != closure(one)
    assert closure(one) == closure(look(Project(tmp_path), "minister"))


def brand(project: Path, text: str) -> Project:
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / "brand.toml").write_text(text, encoding="utf-8")
    return Project(project)


def test_a_faint_colour_is_told_with_its_line_and_contrast_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        look(brand(tmp_path, 'name = "Office"\n[colour]\nink-3 = "#9FA8B0"\n'), "minister")

    assert caught.value.where == "templates/brand.toml"
    assert caught.value.mistakes == ("line 3: colour.ink-3 #9FA8B0 on paper #FFFFFF has contrast 2.41:1, needs 4.5:1",)


def test_words_of_the_brand_hold_no_number(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        look(brand(tmp_path, 'name = "Office"\nfooter = "12 Main Street"\n'), "minister")

    assert caught.value.mistakes == ("line 2: footer holds a number: '12 Main Street'; numbers on a page come from data",)


def test_a_logo_is_part_of_the_look_and_of_what_an_edition_is_made_from(tmp_path: Path) -> None:
    project = brand(tmp_path, 'name = "Office"\n')
    without = closure(look(project, "minister"))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h9"/></svg>'
    (tmp_path / "templates" / "logo.svg").write_text(svg)

    made = look(brand(tmp_path, 'name = "Office"\nlogo = "logo.svg"\n'), "minister")

    assert made.logo is not None
    assert made.logo.src == "brand/logo.svg"
    assert closure(made) != without
    (tmp_path / "templates" / "logo.svg").write_text(svg.replace("h9", "h8"))
    assert closure(look(Project(tmp_path), "minister")) != closure(made)
