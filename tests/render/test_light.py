import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import chromium

from bilan.errors import Severity, TemplateError
from bilan.render.clean import POLICY
from bilan.render.contrast import contrast
from bilan.render.job import Job
from bilan.render.light import light
from bilan.render.logo import Logo
from bilan.render.night import day, night
from bilan.render.page import html

Sample = Callable[[str, str], Job]
Sheet = Callable[[str, str], str]
Custom = Callable[[dict[str, str]], Job]


def screen(job: Job) -> str:
    made = light(html(job.briefing, job.look, job.figures), job.briefing, job)
    assert made.problems == ()
    return made.html


def words(page: str) -> str:
    """What is read on a page, without its drawings."""
    bare = re.sub(r"<(style|svg|title|nav|footer)\b.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", bare).split())


@pytest.fixture(scope="module")
def shown(sample: Sample) -> Sheet:
    """The page of an audience in a language, made once."""
    return cache(lambda audience, language: screen(sample(audience, language)))


@pytest.mark.parametrize("audience", ["minister", "analyst"])
def test_it_says_in_the_same_words_what_the_printed_page_says(shown: Sheet, sample: Sample, audience: str) -> None:
    job = sample(audience, "fr")
    printed = html(job.briefing, job.look, job.figures)

    assert words(shown(audience, "fr")) == words(printed)


def test_it_is_one_file_that_asks_nobody_for_anything(shown: Sheet) -> None:
    page = shown("analyst", "en")

    assert POLICY in page
    assert re.findall(r"<script|<link|<img|style=|url\((?!\"?data:)", page) == []
    assert len(page) < 200_000


def test_figures_stand_in_it_with_their_words_and_every_number_with_its_reading(shown: Sheet) -> None:
    page = shown("analyst", "en")

    assert re.findall(r'data-figure="([^"]+)" role="img" aria-label="[^"]{10,}"', page)
    assert '<data value="1.8" data-id="trade.turnover:2023">' in page


def test_a_long_page_begins_with_its_contents_and_a_short_one_does_not(shown: Sheet) -> None:
    page = shown("analyst", "fr")
    links = re.findall(r'<a href="#(part-\d+)">(.*?)</a>', page)

    assert '<nav aria-label="Sommaire">' in page
    assert [re.search(rf'<h2 id="{name}">(.*?)</h2>', page, re.DOTALL)[1] for name, _ in links] == [said for _, said in links]  # type: ignore[index]  # each is there
    assert "<nav" not in shown("minister", "fr")


def test_the_running_foot_stands_at_its_end(shown: Sheet) -> None:
    assert "manifest 7f3a 91c2 e0b4</p>" in shown("minister", "en")


def test_brand_colours_and_large_print_reach_it(sample: Sample) -> None:
    job = sample("minister", "en")
    brand = {
        **job.look.brand,
        "colour": {**job.look.brand["colour"], "ink": "#301020"},
        "fonts": {**job.look.brand["fonts"], "scale": 1.25},
    }

    page = screen(replace(job, look=replace(job.look, brand=brand)))

    assert "--ink:#301020;" in page
    assert "font-size:calc(100% * 1.25)" in page


def test_the_logo_is_carried_along(sample: Sample) -> None:
    job = sample("minister", "en")

    page = screen(replace(job, look=replace(job.look, logo=Logo("brand/logo.svg", b"<svg/>", 15, 7.5))))

    assert '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="Bilan">' in page


def test_an_audience_may_frame_it_otherwise(custom: Custom) -> None:
    frame = '{% extends "base/light.html" %}{% block style %}h2{color:var(--band)}{% endblock %}{% block foot %}<p>Ours</p>{% endblock %}'

    page = screen(custom({"minister/light.html": frame}))

    assert "h2{color:var(--band)}" in page
    assert "<p>Ours</p>" in page
    assert "manifest 7f3a" not in page


def test_a_page_without_main_is_taken_whole(custom: Custom) -> None:
    page = screen(custom({"minister/briefing.html": "<html><body><h1>Short</h1><p>All of it</p></body></html>"}))

    assert "<h1>Short</h1><p>All of it</p>" in page


def test_a_fragment_is_taken_as_it_is(custom: Custom) -> None:
    assert "<main>\n<p>Bare</p></main>" in screen(custom({"minister/briefing.html": "<p>Bare</p>"}))


def test_a_mistake_in_its_frame_is_told_with_file_and_line(custom: Custom) -> None:
    with pytest.raises(TemplateError, match=r"templates/minister/light\.html: cannot be used:\n  line 2: 'nothing' is undefined"):
        screen(custom({"minister/light.html": "<p>\n{{ nothing }}</p>"}))


def test_what_a_page_may_not_hold_is_left_out_and_holds_the_edition(custom: Custom) -> None:
    job = custom({"minister/light.html": "<script>alert(1)</script>{{ main }}"})

    made = light(html(job.briefing, job.look, job.figures), job.briefing, job)

    assert "alert" not in made.html
    assert [(one.message, one.severity, one.rule) for one in made.problems] == [("<script> was refused", Severity.HOLD, "render.light")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def look_at(browser: Browser, shown: Sheet, tmp_path: Path) -> Iterator[Callable[[str, str, int], Page]]:
    """Open a page as a reader would; fails where it complains or asks for anything but itself."""
    heard: list[str] = []
    opened: list[Page] = []

    def look(audience: str, scheme: str, width: int) -> Page:
        path = tmp_path / f"{audience}.html"
        path.write_text(shown(audience, "en"), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light")
        page.on("console", lambda said: heard.append(said.text))
        page.on("request", lambda asked: heard.append(asked.url) if not asked.url.startswith(("data:", path.as_uri())) else None)
        page.goto(path.as_uri())
        opened.append(page)
        return page

    yield look
    for one in opened:
        one.close()
    assert heard == []


@pytest.mark.parametrize("width", [320, 390, 1200])
@pytest.mark.parametrize("audience", ["minister", "analyst"])
def test_nothing_stands_outside_the_screen_of_a_phone_or_a_desk(
    look_at: Callable[[str, str, int], Page], audience: str, width: int
) -> None:
    page = look_at(audience, "light", width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.fonts].filter(one => one.status == 'loaded').length") == 3
    assert page.locator("main h2, main h3").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read_by_day_and_in_the_dark(look_at: Callable[[str, str, int], Page], sample: Sample, scheme: str) -> None:
    page = look_at("analyst", scheme, 1000)
    colour = sample("analyst", "en").look.brand["colour"]
    ground = (day if scheme == "light" else night)(colour)["paper"]
    faint = """() => [...document.querySelectorAll('main *:not(svg *)')].filter(one => [...one.childNodes].some(part => part.nodeType == 3 && part.data.trim()))
        .map(one => getComputedStyle(one).color)"""

    colours = {"#" + "".join(f"{int(part):02X}" for part in re.findall(r"\d+", said)[:3]) for said in page.evaluate(faint)}

    assert (
        page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        == f"rgb({', '.join(str(int(ground[at : at + 2], 16)) for at in (1, 3, 5))})"
    )
    assert [one for one in colours if contrast(one, ground) < 4.5] == []
    assert len(colours) > 3
