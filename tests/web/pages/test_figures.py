import re

import pytest
from tests.web.visitor import Visitor

from bilan.web.site import Site
from bilan.wording.printer import Printer


def test_every_series_is_listed_with_its_course_and_checks(reader: Visitor) -> None:
    page = reader.get("/en/data").text

    assert 'href="/en/data/trade/KAZ/KGZ/total/TOTAL/A?pair=kz-kg&amp;as_of=2026-11-25"' in page
    assert page.count("<polyline") > 20
    assert "state-warn" in page


def test_a_search_narrows_the_list(reader: Visitor) -> None:
    assert reader.get("/en/data?q=POPULATION/kaz").text.count('<th scope="row"><a ') == 1
    assert reader.get("/fr/data?q=déflateur").text.count('<th scope="row"><a ') == 2
    assert "Nothing fits this search." in reader.get("/en/data?q=nothing-such").text


def test_series_and_what_the_gate_found_are_told_in_the_readers_language(reader: Visitor) -> None:
    page, one = reader.get("/fr/data").text, reader.get("/kk/data/population/KAZ").text

    assert ">investissement déclaré, sur 20 ans, Kazakhstan, Kirghizstan</a> <code" in page
    assert "suite attendue le" in page
    assert "was due by" not in page + one
    assert '<h1 class="named">халық саны, Қазақстан</h1>' in one


def test_whether_words_have_changed_is_looked_at_once_a_page(reader: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, printer = list[str](), Site.printer

    def counted(site: Site, pair: str, language: str) -> Printer:
        asked.append(language)
        return printer(site, pair, language)

    monkeypatch.setattr(Site, "printer", counted)

    assert reader.get("/ru/data").text.count('<th scope="row">') > 80
    assert asked == ["ru"]


def test_every_series_of_the_partnership_has_a_name_in_every_language(reader: Visitor) -> None:
    for language in ("en", "fr", "ru", "kk", "ky"):
        page = reader.get(f"/{language}/data").text
        named = re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a> <code[^>]*>([^<]*)</code>', page)

        assert len(named) > 80
        assert [key for name, key in named if "_" in name] == []


def test_a_series_shows_each_value_with_every_vintage(reader: Visitor) -> None:
    page = reader.get("/en/data/fdi_net_inflows_share_gdp/KGZ?as_of=2026-10-31").text

    for value in ("3.50596", "0.01072", "1.04737"):
        assert value[:5] in page
    assert 'class="line old"' in page
    assert "counts" in page


def test_what_was_known_on_a_day_is_shown_as_of_that_day(reader: Visitor) -> None:
    assert "1.047" not in reader.get("/en/data/fdi_net_inflows_share_gdp/KGZ?as_of=2024-06-30").text


def test_revisions_are_told_between_two_days(reader: Visitor) -> None:
    page = reader.get("/en/data/revisions?since=2024-11-30&as_of=2025-01-31").text

    assert "series rebased" in page
    assert "Nothing was revised." in reader.get("/en/data/revisions?since=2026-11-20&as_of=2026-11-21").text


def test_a_reason_in_english_is_marked_as_such_on_other_pages(reader: Visitor) -> None:
    path = "data/no/such/series"

    assert '<p class="notice" role="alert" lang="en">' in reader.get(f"/fr/{path}").text
    assert '<p class="notice" role="alert">' in reader.get(f"/en/{path}").text
    assert '<p class="notice" role="alert">' in reader.get("/fr/nothing").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/data?as_of=tomorrow", 422), ("/en/data?as_of=2999-01-01", 404), ("/en/data?as_of=1899-12-31", 404),
        ("/en/data/revisions?since=2026-11-26", 404), ("/en/data/revisions?as_of=1900-03-01", 200), ("/en/data?pair=xx-yy", 404), ("/en/data/no/such/series", 404),
        ("/en/data/revisions?since=2026-11-20&as_of=2026-11-01", 422), ("/en/data/%00", 404),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(reader: Visitor, path: str, status: int) -> None:
    assert reader.get(path).status_code == status
