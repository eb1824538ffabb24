import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.document import Column, Item, Printed, Section, Table, Text
from bilan.render import page
from bilan.render.job import Job
from bilan.render.logo import Logo

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]


def html(job: Job) -> str:
    return page.html(job.briefing, job.look, job.figures)


def with_sections(job: Job, *sections: Section) -> Job:
    return replace(job, briefing=replace(job.briefing, sections=(*job.briefing.sections, *sections)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_analyst_gets_every_section_in_order(sample: Sample, language: str) -> None:
    job = sample("analyst", language)

    headings = re.findall(r"<h2>(.*?)</h2>", html(job))

    shown = [str(section.heading) for section in job.briefing.sections if section.id not in ("glance", "changes")]
    assert headings == shown
    assert f'<html lang="{language}">' in html(job)


def test_the_minister_gets_three_figures_three_points_and_four_projects(sample: Sample) -> None:
    made = html(sample("minister", "en"))

    assert made.count('class="kpi"') == 3
    assert made.count('<span class="n">') == 3
    assert made.count('class="mark') == 4
    assert "<h2>" not in made


def test_every_numeral_keeps_its_mark(sample: Sample) -> None:
    made = html(sample("analyst", "fr"))

    assert '<data value="1.8" data-id="trade.turnover:2023">1,8 milliard de dollars</data>' in made
    assert '<span data-fixed="ordinal" data-ref="figure-1">1</span>' in made


def test_an_invented_edition_says_so_under_the_band(sample: Sample) -> None:
    job = sample("minister", "en")
    real = replace(job.briefing, synthetic=False, words={**job.briefing.words, "draft": "Draft, not issued."})

    assert '<p class="state">Example. Every value' in html(job)
    assert '<p class="state">Draft, not issued.</p>' in html(replace(job, briefing=real))
    assert "Every value" not in html(replace(job, briefing=real))


def test_hostile_cells_stand_on_the_page_as_text(sample: Sample) -> None:
    hostile = '<script>alert(1)</script>"><img src=x onerror=y>'
    table = Table("x", (Column(hostile),), ((hostile,), ('=HYPERLINK("http://x")',), ("{{ 7*7 }}{% raw %}",)), hostile, hostile)
    made = html(
        with_sections(
            sample("analyst", "en"), Section("extra", hostile, hostile, tables=(table,), items=(Item(hostile, Text.of(hostile)),))
        )
    )

    assert "<script>" not in made
    assert "<img src=x" not in made
    assert "=HYPERLINK(&#34;http://x&#34;)" in made
    assert "{{ 7*7 }}{% raw %}" in made


def test_a_section_without_a_template_of_its_own_is_laid_out_plainly(sample: Sample) -> None:
    for audience in ("analyst", "minister"):
        made = html(with_sections(sample(audience, "en"), Section("traffic", "Traffic", items=(Item("Trucks.", "More."),))))

        assert "<h2>Traffic</h2>" in made


def test_a_project_may_give_a_new_section_its_own_template(custom: Custom) -> None:
    job = with_sections(
        replace(custom({"base/sections/traffic.html": "<p>Lorries: {{ section.heading }}</p>"})), Section("traffic", "Traffic")
    )

    assert "<p>Lorries: Traffic</p>" in html(job)


def test_a_block_can_be_overridden_alone(custom: Custom) -> None:
    job = custom({"minister/briefing.html": '{% extends "builtin/minister/briefing.html" %}{% block lead %}<p>Mine.</p>{% endblock %}'})

    assert "<p>Mine.</p>" in html(job)
    assert 'class="points"' in html(job)


def test_a_long_pair_of_names_is_set_smaller_and_a_very_long_one_without_a_map(sample: Sample) -> None:
    job = sample("minister", "en")
    named = [replace(job, briefing=replace(job.briefing, words={**job.briefing.words, "partners": name})) for name in ("A" * 30, "A" * 60)]

    assert 'class="cover band long"' in html(named[0])
    assert 'class="motif"' in html(named[0])
    assert 'class="motif"' not in html(named[1])


def test_a_cover_without_full_bleed_has_no_map(sample: Sample) -> None:
    job = sample("minister", "en")
    made = html(replace(job, look=replace(job.look, brand={**job.look.brand, "cover": "line"})))

    assert 'class="cover line"' in made
    assert 'class="motif"' not in made


def test_a_first_edition_without_changes_says_so_in_the_panel(sample: Sample) -> None:
    job = sample("analyst", "en")
    first = Section("changes", "First edition", notes=("Nothing to compare with yet.",))
    sections = tuple(first if section.id == "changes" else section for section in job.briefing.sections)

    assert '<p class="note">Nothing to compare with yet.</p>' in html(replace(job, briefing=replace(job.briefing, sections=sections)))


def test_large_print_enlarges_every_size_of_type(sample: Sample) -> None:
    job = sample("minister", "en")
    brand = {**job.look.brand, "fonts": {**job.look.brand["fonts"], "scale": 1.25}}

    assert "font-size:11.25pt;line-height:16.25pt" in html(replace(job, look=replace(job.look, brand=brand)))


def test_an_embargo_stands_under_the_band_and_not_among_the_sections(sample: Sample) -> None:
    job = sample("minister", "en")
    line = Section("embargo", "", Text.of("Under embargo until ", Printed("07:00", "date", "2026-11-25T07:00"), "."))
    briefing = replace(job.briefing, sections=(line, *job.briefing.sections))

    made = page.html(briefing, job.look, job.figures)

    assert made.count("Under embargo until") == 1
    assert made.index("Under embargo until") < made.index('class="lead"')
    assert [one.id for one in page.context(briefing, job.look, job.figures)["sections"]] == [one.id for one in job.briefing.sections]


def test_a_logo_stands_for_the_name_which_becomes_its_text_and_the_footer_is_added(sample: Sample) -> None:
    job = sample("minister", "en")
    brand = {**job.look.brand, "name": "Office", "footer": "Economic section"}

    plain = page.html(job.briefing, replace(job.look, brand=brand), job.figures)
    made = page.html(job.briefing, replace(job.look, brand=brand, logo=Logo("brand/logo.svg", b"<svg/>", 15, 7.5)), job.figures)

    assert "<span>Office</span>" in plain
    assert '<img src="brand/logo.svg" alt="Office" style="width:15mm;height:7.5mm">' in made
    assert '· Economic section"' in made
