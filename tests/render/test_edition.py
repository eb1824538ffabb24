from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from bilan.document import Item, Section
from bilan.errors import Severity
from bilan.render.edition import render
from bilan.render.job import Job
from bilan.render.ladder import rungs
from bilan.render.logo import Logo

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]


def lengthened(job: Job, section: str, body: str) -> Job:
    def longer(one: Section) -> Section:
        return replace(one, items=tuple(replace(item, body=body) for item in one.items)) if one.id == section else one

    return replace(job, briefing=replace(job.briefing, sections=tuple(longer(one) for one in job.briefing.sections)))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("audience", ["minister", "analyst"])
def test_an_edition_is_rendered_within_its_pages_and_without_a_complaint(sample: Sample, audience: str, language: str) -> None:
    job = sample(audience, language)

    made = render(job)

    assert made.pages <= job.look.pages
    assert [problem for problem in made.problems if problem.severity is not Severity.NOTE] == []
    assert made.steps == ()


def test_the_same_job_gives_the_same_bytes(sample: Sample) -> None:
    assert render(sample("minister", "en")).pdf == render(sample("minister", "en")).pdf


def test_running_heads_and_foot_stand_on_the_pages(sample: Sample) -> None:
    document = pdfium.PdfDocument(render(sample("analyst", "en")).pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]

    assert all(text.count("manifest 7f3a 91c2 e0b4") == 1 for text in texts)
    assert "Edition 8 · December 2024 · analyst" not in texts[0]
    assert all("Edition 8 · December 2024 · analyst" in text for text in texts[1:])
    assert f"2 / {len(texts)}" in texts[1]


def test_a_page_too_long_is_tightened_first_and_type_is_never_shrunk(sample: Sample) -> None:
    made = render(
        lengthened(
            sample("minister", "en"),
            "glance",
            "and so on, a sentence that fills more than two lines of the column it stands in, which is one line too many, or two.",
        )
    )

    assert made.pages == 1
    assert made.steps[0] == "gaps 5 mm"
    assert 'class="minister tight"' in made.html


def test_what_cannot_fit_is_held_with_every_step_taken(sample: Sample) -> None:
    job = lengthened(sample("minister", "en"), "glance", "words " * 70)

    made = render(job)

    assert made.steps == tuple(one.step for one in rungs(job.briefing, {}))
    assert [problem.message for problem in made.problems if problem.rule == "layout.page-budget"] == [
        f"{made.pages} pages where the audience has 1 page"
    ]


def test_a_step_that_would_change_nothing_is_not_taken(sample: Sample) -> None:
    job = sample("minister", "en")
    only = replace(job.briefing, sections=(Section("glance", "Points", items=(Item("One.", "words " * 450),)),))

    assert render(replace(job, briefing=only)).steps == ("gaps 5 mm",)


def test_pages_far_over_the_budget_are_held_at_once(sample: Sample) -> None:
    made = render(lengthened(sample("minister", "en"), "glance", "words " * 400))

    assert made.steps == ()
    assert made.pages > 2


def test_an_edition_of_many_pages_too_long_by_some_loses_its_lightest_findings_and_no_more_than_needed(sample: Sample) -> None:
    job = sample("minister", "en")
    items = tuple(Item(f"Finding {letter}.", "words " * 40) for letter in "abcdefghijklmnopqrst")
    briefing = replace(job.briefing, sections=(*job.briefing.sections, Section("targets", "Targets", items=items)))

    made = render(replace(job, briefing=briefing, look=replace(job.look, pages=2)))

    assert made.pages == 2
    assert [problem for problem in made.problems if problem.severity is Severity.HOLD] == []
    left_out = [step for step in made.steps if step.startswith("finding left out")]
    assert left_out[0] == "finding left out: targets: Finding t."
    assert 0 < len(left_out) < len(items)
    assert "Finding a." in made.html
    assert "Finding t." not in made.html
    assert "Finding a." in made.light
    assert "Finding t." not in made.light


def test_the_fewest_steps_that_suffice_are_taken(sample: Sample) -> None:
    job = lengthened(
        sample("minister", "en"), "glance", "and so on, a sentence that fills more than two lines of its column, one line too many."
    )
    every = rungs(job.briefing, {})

    made = render(job)

    assert len(made.steps) < len(every)
    assert made.steps == tuple(one.step for one in every[: len(made.steps)])


def test_it_is_told_when_a_template_begins_and_when_it_is_filled(sample: Sample) -> None:
    begun: list[str] = []

    render(sample("minister", "en"), lambda: begun.append("template"), lambda: begun.append("done"))

    assert begun == ["done", "template", "done"]


def test_a_logo_beside_the_templates_may_be_printed(custom: Custom) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    job = custom(
        {
            "minister/logo.svg": svg,
            "base/cover.html": '<p class="cover" data-head="" data-foot=""><img src="logo.svg" alt="Logo"></p><h1>x</h1>',
        }
    )

    assert [problem for problem in render(job).problems if problem.rule == "render.resource"] == []


def test_the_logo_of_the_brand_is_printed_from_what_was_checked(sample: Sample) -> None:
    job = sample("minister", "en")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z" fill="#A8231F"></path></svg>'

    made = render(replace(job, look=replace(job.look, logo=Logo("brand/logo.svg", svg, 15, 7.5))))

    assert [problem for problem in made.problems if problem.severity is not Severity.NOTE] == []
    assert made.pages == 1
    assert made.pdf != render(job).pdf


def test_a_step_that_takes_nothing_from_these_pages_is_not_told(custom: Custom) -> None:
    job = custom({"minister/briefing.html": '{% extends "builtin/minister/briefing.html" %}{% block targets %}{% endblock %}'})
    unprinted = Section("targets", "Targets", items=(Item("One.", "words"), Item("Two.", "words")))
    briefing = replace(job.briefing, sections=(*job.briefing.sections, unprinted))

    made = render(lengthened(replace(job, briefing=briefing), "glance", "words " * 40))

    assert any(one.step.startswith("finding left out: targets") for one in rungs(briefing, {}))
    assert made.steps
    assert not any("targets" in step for step in made.steps)
