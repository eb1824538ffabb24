import inspect
import sys
from pathlib import Path

import pytest

import bilan.compose.builtin  # noqa: F401  registers the sections
from bilan.compose.material import writers
from bilan.errors import UsageError
from bilan.project import Project
from bilan.render import page
from bilan.render.look import Look, look
from bilan.render.reference import BLOCKS, REGION, VARIABLES, blocks, source, written

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "templates.md"


@pytest.fixture
def analyst() -> Look:
    return look(Project(ROOT), "analyst")


def sections() -> dict[str, str]:
    """Every section and the answer its module gives."""
    return {name: (inspect.getdoc(sys.modules[writers.get(name).__module__]) or "").partition("\n")[0] for name in writers.names()}


def test_the_manual_says_what_the_program_says(analyst: Look, request: pytest.FixtureRequest) -> None:
    text = MANUAL.read_text(encoding="utf-8")
    made = written(text, analyst, sections())
    if request.config.getoption("--update-golden"):
        MANUAL.write_text(made, encoding="utf-8")

    assert len(REGION.findall(text)) == 6
    assert MANUAL.read_text(encoding="utf-8") == made


def test_every_variable_a_template_is_given_is_described(sample: "object") -> None:
    job = sample("minister", "en")  # type: ignore[operator]  # the fixture is a function

    assert set(page.context(job.briefing, job.look, job.figures)) == set(VARIABLES)


def test_every_block_that_is_no_section_is_described_and_every_other_is_one(analyst: Look) -> None:
    names = {one.name for one in blocks(analyst)}

    assert set(BLOCKS) <= names
    assert names - set(BLOCKS) <= set(writers.names())


def test_a_block_is_shown_as_it_came_with_the_files_it_includes(tmp_path: Path) -> None:
    text = source(look(Project(tmp_path), "analyst"), "trade")

    assert text.startswith("{# builtin/base/briefing.html, line ")
    assert '{% include "sections/trade.html" %}{% endblock %}' in text
    assert "{# builtin/base/sections/trade.html #}" in text
    assert "part.beside(section)" in text


def test_of_several_files_that_may_be_included_the_first_there_is_is_shown(analyst: Look) -> None:
    assert "base/sections/any.html #}" in source(analyst, "outlook")


def test_a_template_file_is_shown_too_and_always_the_one_that_came(tmp_path: Path) -> None:
    (tmp_path / "templates" / "base").mkdir(parents=True)
    (tmp_path / "templates" / "base" / "cover.html").write_text("mine")
    mine = look(Project(tmp_path), "analyst")

    assert source(mine, "cover.html").startswith("{# builtin/base/cover.html #}")
    assert "mine" not in source(mine, "builtin/cover.html")
    assert "mine" not in source(mine, "cover")


def test_an_unknown_name_is_told_with_the_nearest_one(analyst: Look) -> None:
    with pytest.raises(UsageError, match="did you mean 'trade'") as caught:
        source(analyst, "trad")

    assert "sections/trade.html" in caught.value.hint
