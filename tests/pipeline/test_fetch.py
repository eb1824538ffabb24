import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.sources.project import FX, GDP, POPULATION, TRADE, by_source, entry, gdp, written
from tests.sources.server import Asked, Reply, Server, as_json, sample, serving

from bilan.errors import CancelledError, ConfigError, StoreError, UsageError
from bilan.model import Observation
from bilan.pipeline.fetch import Fetched, Fetching, answers_of, read_sources_file, run
from bilan.project import Project
from bilan.sources.fetched import News
from bilan.sources.http import Means
from bilan.sources.http_request import FetchError, Reason
from bilan.store.parquet import Store

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
Fetch = Callable[..., list[Fetched]]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        told.route = gdp
        yield told


@pytest.fixture
def project(tmp_path: Path, checkout: Path, server: Server) -> Project:
    return written(tmp_path / "project", checkout, entry(server, "wb-gdp"))


@pytest.fixture
def fetch(project: Project) -> Fetch:
    def call(*names: str, days: int = 0, environ: dict[str, str] | None = None, **options: Any) -> list[Fetched]:  # noqa: ANN401
        means = Means(now=lambda: NOW + timedelta(days=days), clock=lambda: 0, sleep=lambda _: None, random=lambda: 0)
        return run(Fetching(project, means, environ or {}, trust_env=False, **options), names)

    return call


def stored(project: Project) -> dict[str, Observation]:
    return {one.row: one for one in Store(project.store / "kz-kg").as_of(date(2030, 1, 1)).standing}


def changed(release: str, change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Asked], Reply]:
    """Both pages as one, changed, of another release."""

    def route(_: Asked) -> Reply:
        one, two = (json.loads(sample(f"worldbank_gdp_page{number}of2.json").body) for number in (1, 2))
        rows = one[1] + two[1]
        change(rows)
        return as_json([{"page": 1, "pages": 1, "per_page": 500, "total": len(rows), "lastupdated": release}, rows])

    return route


def revise(rows: list[dict[str, Any]]) -> None:
    next(row for row in rows if row["date"] == "2023" and row["countryiso3code"] == "KAZ")["value"] = 262642013213.5


def test_a_whole_answer_is_kept_and_taken_in(project: Project, fetch: Fetch, server: Server) -> None:
    (one,) = fetch()

    assert (one.error, one.release, one.pages, one.values, one.at) == (None, "2024-10-21", 2, 10, NOW)
    assert [len(one.news["kz-kg"].added), one.news["kz-kg"].unchanged] == [10, 0]
    found = stored(project)["fetch/wb-gdp#KAZ/2023"]
    assert (found.value, found.published_on, found.source_ids) == (Decimal("261421121085.57208"), date(2024, 10, 21), ("wb-gdp",))
    assert "fetch/wb-gdp#KAZ/2024" not in stored(project)
    latest = answers_of(project, "wb-gdp").latest()
    assert latest is not None
    assert [one.body for one in latest.pages] == [sample(f"worldbank_gdp_page{number}of2.json").body for number in (1, 2)]
    assert "office@example.org" in server.asked[0].headers["user-agent"]


def test_the_same_answer_again_changes_nothing(project: Project, fetch: Fetch) -> None:
    fetch()
    before = stored(project)

    (one,) = fetch(days=40)

    assert one.news == {"kz-kg": News(unchanged=10)}
    assert stored(project) == before
    assert answers_of(project, "wb-gdp").summary().at == NOW + timedelta(days=40)


def test_a_new_release_revises_only_what_it_changes(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    server.route = changed("2025-07-01", revise)

    (one,) = fetch(days=1)

    assert one.news == {"kz-kg": News(revised=("fetch/wb-gdp#KAZ/2023",), unchanged=9)}
    found = stored(project)
    assert (found["fetch/wb-gdp#KAZ/2023"].value, found["fetch/wb-gdp#KAZ/2023"].published_on) == (
        Decimal("262642013213.5"),
        date(2025, 7, 1),
    )
    assert found["fetch/wb-gdp#KAZ/2022"].published_on == date(2024, 10, 21)
    earlier = Store(project.store / "kz-kg").as_of(date(2025, 6, 30)).standing
    assert next(one for one in earlier if one.row == "fetch/wb-gdp#KAZ/2023").value == Decimal("261421121085.57208")


def test_a_value_that_vanished_from_a_whole_answer_is_withdrawn(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    server.route = changed("2025-07-01", lambda rows: rows.pop(1))

    (one,) = fetch(days=1)

    assert one.news["kz-kg"].withdrawn == ("fetch/wb-gdp#KAZ/2023",)
    assert "fetch/wb-gdp#KAZ/2023" not in stored(project)


def test_a_value_withdrawn_and_given_again_is_back(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    server.route = changed("2025-07-01", lambda rows: rows.pop(1))
    fetch(days=1)
    server.route = changed("2025-08-01", lambda _: None)

    (one,) = fetch(days=2)

    assert one.news["kz-kg"].added == ("fetch/wb-gdp#KAZ/2023",)
    assert stored(project)["fetch/wb-gdp#KAZ/2023"].published_on == date(2025, 8, 1)


def test_an_empty_answer_withdraws_nothing(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    before = stored(project)
    server.route = lambda _: sample("worldbank_empty.json")

    (one,) = fetch(days=1)

    assert isinstance(one.error, FetchError)
    assert str(one.error) == "wb-gdp: answers with no value at all, 10 are known for kz-kg"
    assert stored(project) == before
    assert answers_of(project, "wb-gdp").summary().release == "2024-10-21"


def test_an_empty_answer_where_nothing_was_known_is_no_error(fetch: Fetch, server: Server) -> None:
    server.route = lambda _: sample("worldbank_empty.json")

    (one,) = fetch()

    assert (one.error, one.values, one.news) == (None, 0, {"kz-kg": News()})


def test_an_answer_older_than_the_one_stored_is_refused(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    server.route = changed("2023-05-10", revise)

    (one,) = fetch(days=1)

    assert isinstance(one.error, FetchError)
    assert one.error.reason is Reason.STALE
    assert "answers as of 2023-05-10, what is stored is of 2024-10-21" in str(one.error)
    assert stored(project)["fetch/wb-gdp#KAZ/2023"].value == Decimal("261421121085.57208")


def test_nothing_of_half_an_answer_is_taken_in(project: Project, fetch: Fetch, server: Server) -> None:
    server.route = lambda asked: gdp(asked) if asked.query["page"] == "1" else Reply(b"data", cut=2)

    (one,) = fetch()

    assert isinstance(one.error, FetchError)
    assert one.error.reason is Reason.CUT
    assert (stored(project), answers_of(project, "wb-gdp").latest()) == ({}, None)
    assert "broke off its answer" in answers_of(project, "wb-gdp").summary().failure


def test_one_source_that_fails_keeps_no_other_away(tmp_path: Path, checkout: Path, server: Server) -> None:
    server.route = by_source(
        wb_gdp=gdp,
        wb_population=sample("worldbank_population_2015_2024.json"),
        un_trade=sample("comtrade_error_403_quota.json"),
        fx=sample("dbnomics_v22_series_fx.json"),
    )
    project = written(
        tmp_path / "many",
        checkout,
        entry(server, "wb-population", query=POPULATION, unit="persons"),
        entry(server, "un-trade", "comtrade", TRADE),
        entry(server, "fx", "dbnomics", FX),
        entry(server, "wb-gdp"),
    )
    heard: list[str] = []
    means = Means(now=lambda: NOW, clock=lambda: 0, sleep=lambda _: None)

    found = run(Fetching(project, means, {}, trust_env=False, told=lambda source, _: heard.append(source)))

    assert [(one.source, one.values, one.error is None) for one in found] == [
        ("fx", 14, True), ("un-trade", 0, False), ("wb-gdp", 10, True), ("wb-population", 20, True),
    ]  # fmt: skip
    assert "Out of call volume quota" in str(found[1].error)
    assert heard == ["fx", "un-trade", "wb-gdp", "wb-gdp", "wb-population"]
    assert len(stored(project)) == 44


def test_mirror_statistics_are_kept_apart_by_reporter(tmp_path: Path, checkout: Path, server: Server) -> None:
    kaz, kgz = ("comtrade_preview_kaz_reporter_2023.json", "comtrade_preview_kgz_reporter_2022_2023.json")
    rows = json.loads(sample(kaz).body)["data"] + json.loads(sample(kgz).body)["data"]
    server.route = lambda _: as_json({"count": len(rows), "data": rows, "error": ""})
    project = written(
        tmp_path / "trade", checkout, entry(server, "un-trade", "comtrade", TRADE, unit="USD_million", more='factor = "0.000001"')
    )
    means = Means(now=lambda: NOW, clock=lambda: 0, sleep=lambda _: None)

    run(Fetching(project, means, {}, trust_env=False))

    found = stored(project)
    assert found["fetch/un-trade#KAZ/KGZ/export/TOTAL/2023"].value == Decimal("1076.8")
    assert found["fetch/un-trade#KGZ/KAZ/import/TOTAL/2023"].value == Decimal("862.182")
    assert {(one.published_on, one.published) for one in found.values()} == {(date(2026, 11, 25), "")}


def test_offline_reads_the_stored_answers_into_the_store(project: Project, fetch: Fetch, server: Server) -> None:
    fetch()
    for path in (project.store / "kz-kg").iterdir():
        path.unlink()
    server.asked.clear()

    (one,) = fetch(days=400, offline=True)

    assert (one.at, len(one.news["kz-kg"].added), server.asked) == (NOW, 10, [])
    assert len(stored(project)) == 10
    assert answers_of(project, "wb-gdp").summary().at == NOW


def test_offline_says_what_was_never_asked_and_remembers_no_failure(project: Project, fetch: Fetch) -> None:
    (one,) = fetch(offline=True)

    assert isinstance(one.error, FetchError)
    assert one.error.reason is Reason.NOT_STORED
    assert answers_of(project, "wb-gdp").summary().failure == ""


def test_a_dry_run_tells_the_news_and_keeps_nothing(project: Project, fetch: Fetch, server: Server) -> None:
    (first,) = fetch(dry=True)

    assert len(first.news["kz-kg"].added) == 10
    assert not (project.root / "data" / "raw").exists()
    assert not project.store.exists()

    fetch()
    server.route = changed("2025-07-01", revise)
    (again,) = fetch(dry=True, days=1)

    assert again.news["kz-kg"].revised == ("fetch/wb-gdp#KAZ/2023",)
    assert stored(project)["fetch/wb-gdp#KAZ/2023"].value == Decimal("261421121085.57208")


def test_tables_of_the_folder_are_left_alone(project: Project, fetch: Fetch) -> None:
    fetch()
    known = stored(project)["fetch/wb-gdp#KAZ/2023"]
    Store(project.store / "kz-kg").ingest([replace(known, row="macro.csv#ma1")], NOW, {"macro.csv"})

    (one,) = fetch(days=1)

    assert one.news["kz-kg"] == News(unchanged=10)
    assert "macro.csv#ma1" in stored(project)


def test_a_damaged_answer_is_mended_by_the_next_fetch(project: Project, fetch: Fetch) -> None:
    fetch()
    folder = answers_of(project, "wb-gdp").folder
    for path in folder.glob("[0-9a-f]*"):
        path.write_bytes(b"rotten")

    assert isinstance(fetch(offline=True)[0].error, StoreError)
    assert fetch(days=1)[0].error is None
    assert fetch(offline=True)[0].error is None


def test_a_folder_that_cannot_be_written_is_told_and_nothing_taken_in(project: Project, fetch: Fetch) -> None:
    (project.root / "data" / "raw").write_text("a file stands where the folder should be", encoding="utf-8")

    (one,) = fetch()

    assert isinstance(one.error, StoreError)
    assert stored(project) == {}


def test_a_key_reaches_the_server_and_no_file(tmp_path: Path, checkout: Path, server: Server) -> None:
    server.route = lambda _: sample("comtrade_preview_kaz_reporter_2023.json")
    project = written(tmp_path / "keyed", checkout, entry(server, "un-trade", "comtrade", TRADE, more='key = "BILAN_COMTRADE_KEY"'))
    means = Means(now=lambda: NOW, clock=lambda: 0, sleep=lambda _: None)
    fetching = Fetching(project, means, {"BILAN_COMTRADE_KEY": "s3cr3t-k3y"}, trust_env=False)

    run(fetching)
    server.route = lambda _: Reply(b"invalid subscription key s3cr3t-k3y", 401)
    (one,) = run(fetching)

    assert server.asked[0].headers["ocp-apim-subscription-key"] == "s3cr3t-k3y"
    assert server.asked[0].path == "/un-trade/data/v1/get/C/A/HS"
    files = [path.read_bytes() for path in project.root.rglob("*") if path.is_file()]
    assert b"invalid subscription key ***" in b"".join(files)
    assert not [content for content in files if b"s3cr3t" in content]
    assert "s3cr3t" not in f"{one} {one.error} {fetching!r}"


def test_names_choose_sources_and_an_unknown_one_is_answered_with_the_closest(fetch: Fetch) -> None:
    assert [one.source for one in fetch("wb-gdp", "wb-gdp")] == ["wb-gdp"]
    with pytest.raises(UsageError, match="source 'wb-gpd'") as caught:
        fetch("wb-gpd")
    assert "did you mean 'wb-gdp'?" in str(caught.value)


def test_a_project_without_the_file_has_no_sources(project: Project, fetch: Fetch) -> None:
    (project.root / "data" / "sources.toml").unlink()

    assert fetch() == []


def test_a_partnership_that_is_not_there_is_a_mistake_of_the_file(project: Project, server: Server) -> None:
    text = entry(server, "a") + entry(server, "b")
    (project.root / "data" / "sources.toml").write_text(text.replace("kz-kg", "kz-kgz"), encoding="utf-8")

    with pytest.raises(ConfigError) as caught:
        read_sources_file(project)

    assert [line.split(" (")[0] for line in caught.value.mistakes] == [
        "source.a.partnerships: 'kz-kgz' is not in bilan.toml",
        "source.b.partnerships: 'kz-kgz' is not in bilan.toml",
    ]


def test_queries_of_the_samples_are_what_the_entries_say(project: Project) -> None:
    assert read_sources_file(project).source["wb-gdp"].query == {"indicator": "NY.GDP.MKTP.CD"}
    assert "NY.GDP.MKTP.CD" in GDP


def test_a_fetch_that_is_called_off_ends_and_blames_no_source(project: Project, fetch: Fetch, server: Server) -> None:
    def called_off(_source: str, _page: str) -> None:
        raise CancelledError("job", "was cancelled")

    with pytest.raises(CancelledError):
        fetch(told=called_off)
    assert answers_of(project, "wb-gdp").summary().failure == ""
    assert server.asked == []
    heard: list[str] = []
    fetch(begun=heard.append)
    assert heard == ["wb-gdp"]
