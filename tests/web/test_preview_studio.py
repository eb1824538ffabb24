from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import Severity, UsageError
from bilan.web.preview_samples import SAMPLES
from bilan.web.preview_studio import Studio, View

Write = Callable[[str, str], None]
MINISTER = View("minister", "en", "real")
COVER = '{% extends "base/briefing.html" %}{% block lead %}<p class="lead">{{ word.LEAD }}</p>{% endblock %}'


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_audience_stands_every_sample(studio: Studio, sample: str) -> None:
    for audience in ("minister", "analyst", "investor", "press"):
        shown = studio.shown(View(audience, "fr", sample))

        assert shown.error is None
        assert shown.rendering is not None
        holds = [one for one in shown.rendering.problems if one.severity is Severity.HOLD and one.rule != "layout.page-budget"]
        assert holds == []


def test_nothing_is_made_twice_until_something_changes(studio: Studio) -> None:
    first = studio.shown(MINISTER)

    assert studio.shown(MINISTER) is first
    studio.changed({"templates/base/cover.html"})
    again = studio.shown(MINISTER)
    assert again.version > first.version
    assert again.rendering == first.rendering


def test_a_mistake_is_told_with_its_line_and_mended_by_the_next_save(studio: Studio, write: Write) -> None:
    write("press/briefing.html", COVER)

    told = studio.shown(View("press", "en", "empty")).as_json()

    assert told["pages"] == 0
    assert told["error"]["where"] == "templates/press/briefing.html"
    assert told["error"]["lines"][0] == "line 1: 'dict object' has no attribute 'LEAD'"
    assert told["error"]["lines"][1].strip() == COVER
    assert told["error"]["hint"] == "docs/templates.md lists what a template is given"
    write("press/briefing.html", COVER.replace("LEAD", "lead"))
    studio.changed({"briefing.html"})
    assert studio.shown(View("press", "en", "empty")).as_json()["error"] is None


def test_a_mistake_in_the_settings_is_told_too(studio: Studio, write: Write) -> None:
    write("brand.toml", '[colour]\nink = "#EEEEEE"\n')
    studio.changed({"brand.toml"})

    told = studio.shown(MINISTER).as_json()["error"]

    assert told["where"] == "templates/brand.toml"
    assert "has contrast" in told["lines"][0]


def test_a_new_colour_is_drawn_into_the_charts_too(studio: Studio, write: Write) -> None:
    before = studio.shown(MINISTER).rendering
    write("brand.toml", '[colour.partner.a]\nmark = "#123456"\ntext = "#123456"\ntint = "#D3E2EB"\n')
    studio.changed({"brand.toml"})

    after = studio.shown(MINISTER).rendering

    assert before is not None
    assert after is not None
    assert after.html != before.html
    assert after.pdf != before.pdf


def test_whatever_else_goes_wrong_is_told_and_the_preview_lives_on(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.web.preview_studio.sampled", lambda *_: 1 / 0)

    told = studio.shown(MINISTER).as_json()["error"]

    assert told["lines"] == ["cannot be composed: ZeroDivisionError: division by zero"]


def test_a_page_is_a_picture_and_a_page_that_is_not_there_is_told(studio: Studio, write: Write) -> None:
    assert studio.picture(MINISTER, 1, 72).startswith(b"\x89PNG")
    with pytest.raises(UsageError, match="page 2"):
        studio.picture(MINISTER, 2, 72)
    write("minister/briefing.html", "{{ nothing }}")
    studio.changed({"briefing.html"})
    with pytest.raises(UsageError, match="is not there"):
        studio.picture(MINISTER, 1, 72)


def test_the_partnership_may_be_chosen(root: Path) -> None:
    assert Studio(root, None, root, "kz-kg")._pair == "kz-kg"  # type: ignore[arg-type]  # no clock is read before a page is made
