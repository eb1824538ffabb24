from datetime import UTC, date, datetime
from pathlib import Path

from tests.sources.project import HEAD, entry, gdp
from tests.sources.server import serving

from bilan.pipeline.fetch import Fetching, run
from bilan.pipeline.knowledge import learn
from bilan.project import Project
from bilan.sources.http import Means

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_learns_all_that_was_known_on_a_day(fresh: Project) -> None:
    known = learn(fresh, "kz-kg", date(2026, 10, 31), NOW)

    assert known.holds == ()
    assert known.facts.readings.get("trade.total:KGZ:2024") is not None
    assert "mirror-below" in {one.rule for one in known.findings}
    assert all(one.published_on <= date(2026, 10, 31) for one in known.observations.values())


def test_the_version_is_one_of_content_and_not_of_the_moment(fresh: Project, tmp_path: Path) -> None:
    first = learn(fresh, "kz-kg", date(2026, 10, 31), NOW)
    for path in (fresh.store / "kz-kg").iterdir():
        path.rename(tmp_path / path.name)
    second = learn(fresh, "kz-kg", date(2026, 10, 31), datetime(2027, 1, 1, tzinfo=UTC))

    assert first.version == second.version


def test_a_partnership_without_tables_and_gate_knows_nothing(fresh: Project) -> None:
    for path in (fresh.root / "data" / "kz-kg").iterdir():
        if path.is_file() and path.name != "partnership.toml":
            path.unlink()

    known = learn(fresh, "kz-kg", date(2026, 10, 31), NOW)

    assert (known.findings, known.gate, dict(known.observations)) == ((), (), {})


def test_what_was_fetched_stays_and_is_cited_when_the_tables_are_taken_in(fresh: Project) -> None:
    with serving() as server:
        server.route = gdp
        (fresh.root / "data" / "sources.toml").write_text(HEAD + entry(server, "wb-gdp"), encoding="utf-8")
        means = Means(now=lambda: NOW, clock=lambda: 0, sleep=lambda _: None, random=lambda: 0)
        (fetched,) = run(Fetching(fresh, means, {}, trust_env=False), ())
    assert fetched.error is None

    known = learn(fresh, "kz-kg", date(2026, 11, 30), NOW)
    again = learn(fresh, "kz-kg", date(2026, 11, 30), NOW)
    rows = {one.row for one in known.earlier(date(2026, 11, 30)).standing if one.row.startswith("fetch/wb-gdp#")}

    assert len(rows) > 0
    assert again.version == known.version
    assert known.sources["wb-gdp"].publisher == "Publisher"
    (note,) = [one for one in known.problems if one.rule == "sources.age"]
    assert "last asked successfully on 2026-11-24" in note.message
