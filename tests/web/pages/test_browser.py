"""Do the pages work in a real browser: every flow, on a phone and a desktop, by day and by night, and without a script?"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from tests.browser import chromium
from tests.web.months import two_months

from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.serve import Vitals
from bilan.web.application import application
from bilan.web.jobs.crew import Crew
from bilan.web.listening import door, listening
from bilan.web.passwords import hashed
from bilan.web.serving import site_on

__all__ = ["two_months"]
OCTOBER = "editions/kz-kg/2026-10/minister.en"
PAGES = (
    "", OCTOBER, f"{OCTOBER}/trace?number=10%25", f"{OCTOBER}/compare?with=kz-kg/2026-09/minister.en", "build", "jobs", "schedule", "deliveries",
    "data", "data/population/KAZ", "data/revisions?since=2024-01-01&as_of=2025-06-01", "data/uploads", "preview", "health", "nothing",
)  # fmt: skip
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
PASSWORD = "quite a long walk"  # noqa: S105  of a site that lives for a test


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def address(two_months: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server of a site that lets everybody in, with a real worker."""
    yield from _served(two_months, tmp_path_factory, closed=False)


@pytest.fixture(scope="module")
def closed(two_months: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server of a site where one must log in."""
    yield from _served(two_months, tmp_path_factory, closed=True)


def _served(two_months: Path, folders: pytest.TempPathFactory, *, closed: bool) -> Iterator[str]:
    root = Path(shutil.copytree(two_months, folders.mktemp("served") / "project", symlinks=True))
    if closed:
        settings = root / "bilan.toml"
        settings.write_text(settings.read_text(encoding="utf-8") + '\n[serve]\nlogin = "always"\n', encoding="utf-8")
    project = Project(root)
    listener = door("127.0.0.1", 0)
    port = listener.getsockname()[1]
    with Ledger.open(project.config.ledger, root) as ledger:
        site = site_on(project, ledger, ("127.0.0.1", port), Clock().now)
        site.vitals = lambda: Vitals(site.now(), 3, 0)
        if closed:
            ledger.people.add("rita", Role.RUN, site.now(), hashed(PASSWORD))
            with listening(application(site), listener):
                yield f"http://127.0.0.1:{port}"
            return
        with Crew(root, 1) as crew, listening(application(site), listener):
            site.wake = crew.wake
            yield f"http://127.0.0.1:{port}"


def looked_at(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what its browser complained about."""
    page, said = context.new_page(), list[str]()
    page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") and "404" not in one.text else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    page.on(
        "request",
        lambda one: (
            said.append(one.url) if not one.url.startswith(("http://127.0.0.1", "data:", "blob:", "chrome:", "chrome-extension:")) else None
        ),
    )
    return page, said


@pytest.mark.parametrize(
    ("language", "size", "scheme"), [("fr", DESKTOP, "light"), ("kk", PHONE, "dark"), ("en", PHONE, "light"), ("ru", DESKTOP, "dark")],
    ids=["fr-desktop", "kk-phone-dark", "en-phone", "ru-desktop-dark"],
)  # fmt: skip
def test_every_page_can_be_used_by_everybody_and_fits_its_window(
    browser: Browser, address: str, language: str, size: ViewportSize, scheme: str, request: pytest.FixtureRequest
) -> None:
    if language not in ("fr", "kk") and not request.config.getoption("--every-edition"):
        pytest.skip("asked for by --every-edition")
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
    page, said = looked_at(context)
    found: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(f"{address}/{language}/{path}")
        told = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response["violations"]
        found[path] = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in told]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found[path].append("is wider than its window")
    context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert said == [], "nothing is refused, nothing fails, nobody else is asked"


def test_the_pdf_of_an_edition_is_shown_inside_its_page(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page, said = looked_at(context)
    with page.expect_event("framenavigated", lambda frame: frame.url.startswith("chrome-extension:")):
        page.goto(f"{address}/en/{OCTOBER}")
    context.close()

    assert said == []


def test_a_draft_is_asked_for_watched_and_read(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page, said = looked_at(context)
    page.goto(f"{address}/en/build")
    for one in page.query_selector_all('input[name="audience[]"], input[name="lang[]"]'):
        one.set_checked(one.get_attribute("value") in ("minister", "en"))
    page.dblclick("button.main")
    page.wait_for_selector("[data-follow], iframe.paper")
    page.wait_for_selector("iframe.paper", timeout=120_000)
    assert page.inner_text("h2#state") == "Done"
    assert "not issued" in page.inner_text("main")
    page.goto(f"{address}/en/jobs")
    assert page.locator("tbody tr").count() == 1, "two clicks are one build"
    context.close()

    assert said == []


def test_one_that_waits_is_called_off(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page, _ = looked_at(context)
    page.goto(f"{address}/en/preview")
    page.click("button.main")
    page.wait_for_selector("[data-follow]")
    page.click("text=Cancel")
    page.wait_for_selector(".state-cancelled", timeout=60_000)
    context.close()


def test_a_number_leads_to_its_rows_and_back_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/")
    page.click("main h3 a")
    page.click("text=Read on screen")
    page.click("a[data-trace] >> nth=0")
    assert page.inner_text("h1") == "Where it comes from"
    assert page.locator("text=trade.csv#").count() >= 1
    page.click(".crumbs a >> nth=1")
    assert "October 2026" in page.inner_text("h1")
    context.close()


def test_by_keyboard_alone_one_gets_past_the_menu_and_finds(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page, _ = looked_at(context)
    page.goto(f"{address}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("september")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=september*")
    assert page.locator("tbody tr").count() == 1
    context.close()


def test_one_logs_in_makes_a_token_and_leaves(browser: Browser, closed: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page, said = looked_at(context)
    page.goto(f"{closed}/fr/data")
    assert "/fr/login" in page.url
    told = Axe().run(page).response["violations"]
    assert [one["id"] for one in told] == []
    page.fill('input[name="name"]', "rita")
    page.fill('input[name="password"]', PASSWORD)
    page.click("button.main")
    page.wait_for_url(f"{closed}/fr/data")
    page.goto(f"{closed}/fr/account")
    page.fill('form[action$="/tokens"] input[name="name"]', "script")
    page.click('form[action$="/tokens"] button')
    assert page.inner_text('.notice[role="status"] code').startswith("bilan_")
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    page.click(".me form button")
    page.wait_for_url("**/fr/login")
    page.goto(f"{closed}/fr/")
    assert "/fr/login" in page.url
    context.close()

    assert said == []


def test_the_client_of_the_documents_fetches_an_edition(address: str, checkout: Path, two_months: Path) -> None:
    text = (checkout / "docs" / "api.md").read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {"__name__": "client"}
    exec(compile(text, "docs/api.md", "exec"), names)  # noqa: S102  our own document

    edition = {"partnership": "kz-kg", "period": "2026-10", "audiences": ["minister"], "languages": ["en"], "as_of": "2026-10-31"}
    pdf = names["fetched"](address, "", edition)
    assert pdf == (two_months / "reports" / "kz-kg" / "2026-10" / "minister.en.pdf").read_bytes()
