from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateNotFound

from bilan.errors import TemplateError
from bilan.render.job import Job
from bilan.render.loader import Loader

Custom = Callable[[dict[str, str]], Job]
ANY = Environment(autoescape=True)


def source(job: Job, name: str) -> tuple[str, str]:
    text, shown, _ = Loader(job.look).get_source(ANY, name)
    return text, shown


def test_a_template_of_the_audience_wins_over_one_of_the_base(custom: Custom) -> None:
    job = custom({"minister/cover.html": "mine", "base/cover.html": "everybody's"})

    assert source(job, "cover.html") == ("mine", "templates/minister/cover.html")
    assert source(job, "base/cover.html") == ("everybody's", "templates/base/cover.html")


def test_the_built_in_one_is_always_within_reach(custom: Custom) -> None:
    job = custom({"base/cover.html": "mine", "minister/briefing.html": "mine"})

    assert source(job, "builtin/cover.html")[1] == "builtin/base/cover.html"
    assert source(job, "builtin/minister/briefing.html")[1] == "builtin/minister/briefing.html"


@pytest.mark.parametrize(
    "name", ["../bilan.toml", "/etc/passwd", "sections/../../brand.toml", "..\\bilan.toml", "a\0b", "", "builtin/../../bilan.toml"]
)
def test_a_name_that_leaves_the_folder_is_not_found(custom: Custom, name: str) -> None:
    with pytest.raises(TemplateNotFound):
        source(custom({}), name)


def test_a_symbolic_link_is_refused_even_inside_the_folder(custom: Custom, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    job = custom({"base/any.html": ""})
    (tmp_path / "templates" / "base" / "cover.html").symlink_to(secret)
    (tmp_path / "templates" / "base" / "logo.svg").symlink_to(secret)

    with pytest.raises(TemplateError, match="symbolic link"):
        source(job, "cover.html")
    with pytest.raises(TemplateError, match="symbolic link"):
        Loader(job.look).asset("logo.svg")


def test_a_missing_template_is_told_with_the_nearest_name(custom: Custom) -> None:
    with pytest.raises(TemplateNotFound, match=r"did you mean 'sections/trade.html'"):
        source(custom({}), "sections/trde.html")


def test_a_template_that_is_not_utf8_says_where(custom: Custom, tmp_path: Path) -> None:
    job = custom({"base/cover.html": ""})
    (tmp_path / "templates" / "base" / "cover.html").write_bytes(b"caf\xe9")

    with pytest.raises(TemplateError, match=r"not UTF-8 \(byte 3\)"):
        source(job, "cover.html")


def test_a_picture_of_the_project_is_found_and_a_missing_one_is_not(custom: Custom) -> None:
    loader = Loader(custom({"base/logo.svg": "<svg/>"}).look)

    assert loader.asset("logo.svg") == b"<svg/>"
    assert loader.asset("other.svg") is None
