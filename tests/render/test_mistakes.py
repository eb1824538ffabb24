from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import TemplateError
from bilan.render import page
from bilan.render.job import Job
from bilan.render.loader import Loader
from bilan.render.mistakes import told

Custom = Callable[[dict[str, str]], Job]


def mistake(job: Job) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        page.html(job.briefing, job.look, job.figures)
    return caught.value


def test_a_syntax_error_names_file_line_and_text(custom: Custom) -> None:
    error = mistake(
        custom({"minister/briefing.html": '{% extends "base/briefing.html" %}\n{% block lead %}\n{{ word.lead }\n{% endblock %}'})
    )

    assert error.where == "templates/minister/briefing.html"
    assert error.mistakes == ("line 3: unexpected '}'", "  {{ word.lead }")
    assert "needs its end" in error.hint


def test_an_unknown_name_is_told_with_the_nearest_one(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": "<h1>\n{{ wrod.partners }}</h1>"}))

    assert error.where == "templates/base/cover.html"
    assert error.mistakes == ("line 2: 'wrod' is undefined (did you mean 'word'?)", "  {{ wrod.partners }}</h1>")


def test_an_unknown_key_is_told_with_the_nearest_one(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": "{{ word.partnrs }}"}))

    assert "has no attribute 'partnrs' (did you mean 'partners'?)" in error.mistakes[0]


def test_an_unknown_part_of_a_section_is_told_with_the_nearest_one(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": "{{ briefing.glance.headng }}"}))

    assert "(did you mean 'heading'?)" in error.mistakes[0]


def test_a_filter_that_formats_numbers_does_not_exist(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": "{{ 1.234|round(1) }}"}))

    assert error.mistakes[0] == "line 1: No filter named 'round'."


def test_a_missing_template_is_told_where_it_was_asked_for(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": '\n{% include "bnner.html" %}'}))

    assert error.where == "templates/base/cover.html"
    assert error.mistakes[0].startswith("line 2: no template 'bnner.html'")


def test_a_template_that_extends_itself_is_told_how_to_build_on_the_built_in_one(custom: Custom) -> None:
    error = mistake(custom({"base/briefing.html": '{% extends "base/briefing.html" %}'}))

    assert "without end" in error.mistakes[0]
    assert '"builtin/briefing.html"' in error.hint


def test_what_no_rule_foresees_is_told_with_its_kind(custom: Custom) -> None:
    error = mistake(custom({"base/cover.html": "{{ briefing() }}"}))

    assert error.mistakes[0].startswith("line 1: TypeError: 'dict' object is not callable")


def test_too_much_memory_is_told_in_plain_words() -> None:
    assert told(MemoryError(), {}).mistakes == ("needs more memory than an edition may take",)


def test_a_symbolic_link_is_told_as_it_is(custom: Custom, tmp_path: Path) -> None:
    job = custom({"base/any.html": ""})
    (tmp_path / "templates" / "base" / "cover.html").symlink_to(tmp_path / "templates" / "base" / "any.html")

    assert mistake(job).mistakes == ("is a symbolic link",)


def test_a_template_that_does_not_exist_at_all_is_told_without_a_line(custom: Custom) -> None:
    job = custom({})
    with pytest.raises(TemplateError) as caught:
        page.fill(Loader(job.look), "nothing.html", {})

    assert caught.value.where == "templates"
    assert caught.value.mistakes[0].startswith("no template 'nothing.html'")


def test_a_mistake_that_only_shows_in_our_parts_is_told_with_the_line_of_the_project(custom: Custom) -> None:
    job = custom({"base/cover.html": '{% import "builtin/macros.html" as part %}\n{{ part.head(briefing.trad) }}'})

    told_ = mistake(job)

    assert told_.where == "templates/base/cover.html"
    assert told_.mistakes[1].strip() == "{{ part.head(briefing.trad) }}"
