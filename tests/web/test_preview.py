import http.client
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser import chromium

from bilan.web.preview import ANYWHERE, FILES, application
from bilan.web.preview_studio import Studio, View

Write = Callable[[str, str], None]
PAGE = '{% extends "builtin/minister/briefing.html" %}{% block lead %}<p class="lead">{{ word.LEAD }}</p>{% endblock %}'
SVG = "http://www.w3.org/2000/svg"
LONG = 60_000
"""Milliseconds; the machine that runs tests may do much else."""


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    door = http.client.HTTPConnection(parts.netloc, timeout=60)
    door.request("GET", f"{parts.path}?{parts.query}", headers=headers)
    answer = door.getresponse()
    said = answer.status, dict(answer.getheaders()), answer.read()
    door.close()
    return said


def told(address: str) -> Any:  # noqa: ANN401  whatever JSON says
    return json.loads(get(address)[2])


def test_the_page_its_script_and_its_style_are_served_and_nothing_else(served: str) -> None:
    for name, kind in FILES.items():
        status, headers, _ = get(f"{served}/{name}")
        assert (status, headers["content-type"]) == (200, f"{kind}; charset=utf-8")
    assert get(f"{served}/")[2] == get(f"{served}/preview.html")[2]
    assert [get(f"{served}/{name}")[0] for name in ("preview.py", "..%2Fpreview.py", "bilan.toml", "page/9.png")] == [404] * 4


def test_every_answer_forbids_scripts_and_requests_of_others(served: str) -> None:
    for path in ("", "preview.js", "choices", "pages", "page/1.png", "pages?audience=nobody"):
        policy = get(f"{served}/{path}")[1]["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy
        assert "unsafe" not in policy


def test_no_file_of_the_preview_names_another_address_or_holds_a_script_within() -> None:
    folder = Path(__file__).parents[2] / "src" / "bilan" / "web"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in FILES}

    assert [name for name, text in texts.items() if re.search(r"https?://|//[a-z]+\.", text.replace(SVG, ""))] == []
    assert re.findall(r"<script(?![^>]*src=)|<style|\son\w+=|style=", texts["preview.html"]) == []


def test_another_host_name_is_refused(served: str) -> None:
    assert get(f"{served}/", Host="evil.example")[0] == 400
    assert get(f"{served}/", Host="localhost")[0] == 200


def test_who_opens_it_to_others_may_be_called_by_any_name(studio: Studio) -> None:
    names = [str(application(studio, View("minister", "en", "real"), host).user_middleware) for host in (ANYWHERE[0], "192.0.2.7")]

    assert "'*'" in names[0]
    assert "'*'" not in names[1]
    assert "192.0.2.7" in names[1]


def test_the_switches_offer_what_there_is(served: str) -> None:
    said = told(f"{served}/choices")

    assert said["choices"]["audience"] == ["analyst", "investor", "minister", "press"]
    assert {"en", "fr"} <= set(said["choices"]["lang"])
    assert said["choices"]["sample"] == ["real", "worst", "empty"]
    assert said["first"] == {"audience": "minister", "lang": "en", "sample": "real"}


@pytest.mark.parametrize("query", ["audience=nobody", "lang=xx", "sample=best", "audience=../base"])
def test_what_there_is_not_is_not_found(served: str, query: str) -> None:
    assert get(f"{served}/pages?{query}")[0] == 404
    assert get(f"{served}/page/1.png?{query}")[0] == 404


def test_a_page_is_served_as_a_picture(served: str) -> None:
    said = told(f"{served}/pages?audience=minister&lang=fr")
    status, headers, body = get(f"{served}/page/{said['pages']}.png?audience=minister&lang=fr")

    assert (status, headers["content-type"], body[:4]) == (200, "image/png", b"\x89PNG")
    assert get(f"{served}/page/{said['pages'] + 1}.png?audience=minister&lang=fr")[0] == 404


def test_everybody_who_looks_is_told_of_a_save(served: str, write: Write) -> None:
    listeners = [http.client.HTTPConnection(urlsplit(served).netloc, timeout=60) for _ in range(3)]
    streams = []
    for one in listeners:
        one.request("GET", "/events")
        streams.append(one.getresponse())
    assert [stream.readline() for stream in streams] == [b"data: 0\n"] * 3

    write("minister/briefing.html", PAGE.replace("LEAD", "month"))

    assert [(stream.readline(), stream.readline()) for stream in streams] == [(b"\n", b"data: 1\n")] * 3
    for one in listeners:
        one.close()


@pytest.fixture
def browser() -> Iterator[Page]:
    """A real browser; it fails the test if the page asks for anything but its own server."""
    with chromium() as opened:
        page = opened.new_page(viewport={"width": 1000, "height": 900})
        page.set_default_timeout(LONG)
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda asked: complaints.append(asked.url) if "127.0.0.1" not in asked.url else None)
        yield page
        page.close()
        assert complaints == []


def version(page: Page) -> str:
    return page.locator("#state").get_attribute("data-version") or ""


def picture(page: Page, number: int = 0) -> str:
    return page.locator("#pages img").nth(number).get_attribute("src") or ""


def shown(page: Page, pages: int, after: str = "") -> None:
    """Wait until so many pages are there, of a version other than `after`."""
    expect(page.locator("#state")).to_contain_text(f"{pages} page", timeout=LONG)
    expect(page.locator("#state")).not_to_have_attribute("data-version", after, timeout=LONG)


def test_a_saved_template_changes_the_picture_while_somebody_looks(served: str, write: Write, browser: Page) -> None:
    browser.goto(served)
    shown(browser, 1)
    before, pixels = version(browser), browser.locator("#pages img").first.screenshot()
    write("minister/briefing.html", PAGE.replace("LEAD", "month"))
    shown(browser, 1, before)  # warm

    seconds = []
    for name in ("audience", "lead"):
        last, started = version(browser), time.perf_counter()
        write("minister/briefing.html", PAGE.replace("LEAD", name))
        shown(browser, 1, last)
        seconds.append(time.perf_counter() - started)

    print(f"save to picture in the browser: {', '.join(f'{one:.2f} s' for one in seconds)}")  # noqa: T201  the figure of merit, seen with -s
    assert version(browser) in picture(browser)
    assert browser.locator("#pages img").first.screenshot() == pixels
    write("minister/briefing.html", PAGE.replace("LEAD", "audience"))
    shown(browser, 1, version(browser))
    assert browser.locator("#pages img").first.screenshot() != pixels


def test_a_mistake_is_shown_in_place_and_the_last_pages_stay(served: str, write: Write, browser: Page) -> None:
    browser.goto(served)
    shown(browser, 1)
    good = picture(browser)

    write("minister/briefing.html", f"{{# mine #}}\n{PAGE}")

    error = browser.locator("#error")
    expect(error.locator("h2")).to_have_text("templates/minister/briefing.html", timeout=LONG)
    expect(error.locator("pre")).to_contain_text("line 2: 'dict object' has no attribute 'LEAD'")
    expect(error.locator("pre")).to_contain_text('<p class="lead">{{ word.LEAD }}</p>')
    expect(error.locator("p")).to_contain_text("docs/templates.md")
    expect(browser.locator("#pages")).to_have_class("old")
    assert picture(browser) == good
    write("minister/briefing.html", PAGE.replace("LEAD", "lead"))
    expect(error).to_be_hidden(timeout=LONG)
    expect(browser.locator("#pages")).not_to_have_class("old")


def test_switches_choose_audience_language_and_data_and_the_address_keeps_them(served: str, browser: Page) -> None:
    browser.goto(served)
    shown(browser, 1)
    browser.get_by_label("Audience").select_option("press")
    browser.get_by_label("Language").select_option("fr")
    browser.get_by_label("Data").select_option("empty")
    expect(browser).to_have_url(re.compile(r"\?audience=press&lang=fr&sample=empty$"))
    expect(browser.locator("#pages img").first).to_have_attribute("src", re.compile("audience=press&lang=fr&sample=empty"), timeout=LONG)

    browser.reload()

    expect(browser.get_by_label("Audience")).to_have_value("press")
    expect(browser.get_by_label("Data")).to_have_value("empty")


def test_the_page_in_view_stays_in_view(served: str, write: Write, browser: Page) -> None:
    browser.goto(f"{served}/?audience=analyst&sample=empty")
    expect(browser.locator("#pages img").nth(1)).to_be_visible(timeout=LONG)
    expect(browser.locator("#state")).to_contain_text("pages,", timeout=LONG)
    browser.locator("#pages img").nth(1).scroll_into_view_if_needed()
    where = browser.evaluate("scrollY")
    assert where > 500

    last = version(browser)
    write("analyst/briefing.html", '{% extends "builtin/briefing.html" %}{% block lead %}{% endblock %}')
    expect(browser.locator("#state")).not_to_have_attribute("data-version", last, timeout=LONG)

    assert browser.evaluate("scrollY") == where
