import pytest
from tests.web.visitor import Visitor

from bilan.config.models import BrandConfig
from bilan.web.pages.frame import HERE, STATIC, colours, static
from bilan.wording.languages import languages

PAGES = ("", "build", "jobs", "schedule", "deliveries", "data", "preview", "health")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("path", PAGES)
def test_every_page_speaks_every_language_and_says_so(reader: Visitor, language: str, path: str) -> None:
    answer = reader.get(f"/{language}/{path}")

    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count('aria-current="page"') == (path != "jobs")


def test_each_page_is_there_in_the_other_languages(reader: Visitor) -> None:
    assert 'href="/kk/data?q=trade"' in reader.get("/fr/data?q=trade").text


@pytest.mark.parametrize("name", STATIC)
def test_files_around_a_page_never_change_under_their_names(reader: Visitor, name: str) -> None:
    answer = reader.get(static(name))

    assert answer.content == (HERE / "static" / name).read_bytes()
    assert "immutable" in answer.headers["cache-control"]
    assert reader.get(f"/static/000000000000/{name}").status_code == 404


def test_the_brand_colours_the_pages_by_day_and_by_night(reader: Visitor) -> None:
    sheet = reader.get("/static/brand/brand.css").text

    assert "--band:#0E2F44;" in sheet
    assert "prefers-color-scheme:dark" in sheet
    odd = BrandConfig.model_validate({"fonts": {"sans": 'Odd";}body{x'}})
    assert '"Oddbodyx"' in colours(odd)


def test_no_page_asks_anybody_else_or_holds_a_script(reader: Visitor) -> None:
    for path in PAGES:
        page = reader.get(f"/en/{path}").text
        assert 'src="http' not in page
        assert 'href="http' not in page
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick" not in page
        assert page.count("<script") == page.count('<script src="/static/') == 1
