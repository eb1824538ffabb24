import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from bilan.config.models import BrandConfig
from bilan.delivery.body import Circumstances, blocks
from bilan.delivery.html import colours, mixed, page
from bilan.document import Summary
from bilan.render.contrast import contrast

LINK = 'https://x.example/?a=1&b="2"'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("google-chrome"), args=["--no-sandbox"])
        yield opened
        opened.close()


def html(summary: Summary, kind: str = "edition", brand: BrandConfig | None = None) -> str:
    around = Circumstances(kind, "en", LINK, attached=True, unsubscribe=LINK)  # type: ignore[arg-type]  # one of the kinds
    return page(blocks(summary, around), brand or BrandConfig(), "en", str(summary.words["title"]))


def test_every_numeral_is_marked_as_on_a_page(summary: Summary) -> None:
    made = html(summary)

    assert '<data value="1340000000" data-id="trade.total/KGZ/2024">$1.34bn</data>' in made
    assert '<span data-fixed="period" data-ref="2024">2024</span>' in made


def test_whatever_is_said_is_escaped(summary: Summary) -> None:
    made = html(summary)

    assert "&amp; more." in made
    assert 'href="https://x.example/?a=1&amp;b=&quot;2&quot;"' in made


def test_nothing_is_fetched_when_it_is_read(summary: Summary) -> None:
    made = html(summary)

    assert not any(word in made for word in ("src=", "url(", "<script", "<img", "@import", "<link"))


def test_the_office_chooses_the_colours(summary: Summary) -> None:
    brand = BrandConfig.model_validate({"colour": {"band": "#112233"}})

    assert "background:#112233" in html(summary, brand=brand)


def test_one_colour_may_hold_a_part_of_another() -> None:
    assert mixed("#000000", "#FFFFFF", 50) == "#808080"
    assert mixed("#14212B", "#FFFFFF", 0) == "#14212B"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_can_be_read_in_the_light_and_in_the_dark(*, dark: bool) -> None:
    used = colours(BrandConfig())[int(dark)]
    pairs = [("ink", "card"), ("soft", "card"), ("alert", "card"), ("over", "band"), ("over-soft", "band"), ("button-ink", "button")]

    assert {pair: round(contrast(used[pair[0]], used[pair[1]]), 1) for pair in pairs if contrast(used[pair[0]], used[pair[1]]) < 4.5} == {}


@pytest.mark.parametrize("width", [320, 700])
def test_it_fits_a_phone_and_a_desk(browser: Browser, summary: Summary, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 600})
    opened.set_content(html(summary))

    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.evaluate("document.querySelector('.card').offsetWidth") == min(600, width - 16)
    opened.close()


@pytest.mark.parametrize(("scheme", "ground", "ink"), [("light", "card", "ink"), ("dark", "card", "ink")])
def test_a_mail_program_in_the_dark_shows_the_dark_colours(browser: Browser, summary: Summary, scheme: str, ground: str, ink: str) -> None:
    used = dict(zip(("light", "dark"), colours(BrandConfig()), strict=True))[scheme]
    opened = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]  # light or dark
    opened.set_content(html(summary, "correction"))
    seen = "name => getComputedStyle(document.querySelector('.' + name))"

    assert _hex(opened.evaluate(f"({seen})('card').backgroundColor")) == used[ground]
    assert _hex(opened.evaluate(f"({seen})('ink').color")) == used[ink]
    assert _hex(opened.evaluate(f"({seen})('alert').color")) == used["alert"]
    opened.close()


def _hex(said: str) -> str:
    return "#" + "".join(f"{int(one):02X}" for one in said.strip("rgb()").split(","))
