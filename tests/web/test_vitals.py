import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette

from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due
from bilan.period import Period
from bilan.project import Project
from bilan.schedule.serve import Vitals
from bilan.web.vitals import Watch, routes

NOW = datetime(2026, 11, 2, 2, tzinfo=UTC)
SCHEDULE = '[schedule.monthly]\nrule = "first-working-day"\nat = "07:00"\ntimezone = "Asia/Bishkek"\n'
HEAD = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'


@dataclass
class Site:
    """A project and a visitor of its page."""

    project: Project
    vitals: Vitals = field(default_factory=lambda: Vitals(NOW, 7, 1))

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        asgi = httpx.ASGITransport(Starlette(routes=routes(Watch(self.project, lambda: self.vitals, lambda: NOW))))

        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=asgi, base_url=f"http://{host}") as client:
                return await client.get(path)

        answer = asyncio.run(asked())
        return answer.status_code, answer.text

    def numbers(self) -> dict[tuple[str, ...], float]:
        """What an independent reader makes of the numbers: by name and the values of the labels."""
        families = text_string_to_metric_families(self.get("/metrics")[1])
        return {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "bilan.toml").write_text(HEAD + SCHEDULE, encoding="utf-8")
    (tmp_path / "reports").mkdir()
    return Site(Project(tmp_path))


@pytest.fixture
def ledger(site: Site) -> Ledger:
    with Ledger.open(site.project.config.ledger, site.project.root) as opened:
        opened.plan([due("minister"), due("press")], NOW)
        held = opened.occurrences()[1]
        opened.act(Act.HOLD, held.id, ("desk", "wait for <the> visit"), NOW)
        return opened


def due(audience: str) -> Due:
    return Due("monthly", "kz-kg", audience, "en", Period.parse("2026-10"), NOW)


def test_a_clock_that_beats_is_alive(site: Site) -> None:
    assert site.get("/healthz") == (200, '{"alive":true,"why":[]}')


@pytest.mark.parametrize(
    ("vitals", "why"),
    [(Vitals(late=True), "the clock missed three ticks"), (Vitals(running=3700), "a tick has been running for 3700 seconds")],
)
def test_one_that_has_stopped_is_not(site: Site, vitals: Vitals, why: str) -> None:
    site.vitals = vitals
    code, said = site.get("/healthz")

    assert (code, json.loads(said)) == (503, {"alive": False, "why": [why]})


def test_a_long_tick_is_no_death(site: Site) -> None:
    site.vitals = Vitals(running=600)
    assert site.get("/healthz")[0] == 200


def test_it_is_ready_where_everything_can_be_reached(site: Site) -> None:
    assert site.get("/readyz") == (200, '{"ready":true,"why":[]}')


def broken_schedule(root: Path) -> None:
    (root / "bilan.toml").write_text(HEAD + SCHEDULE.replace("Bishkek", "Nowhere"), encoding="utf-8")


def broken_ledger(root: Path) -> None:
    (root / ".bilan").write_text("no folder")


def closed_archive(root: Path) -> None:
    (root / "bilan.toml").write_text(f'reports = "/proc/1/bilan"\n{HEAD}{SCHEDULE}', encoding="utf-8")


@pytest.mark.parametrize(
    ("breaks", "named"), [(broken_schedule, "Nowhere"), (broken_ledger, "ledger"), (closed_archive, "cannot be written")]
)
def test_it_is_not_ready_and_says_why(site: Site, breaks: Callable[[Path], None], named: str) -> None:
    breaks(site.project.root)
    site.project = Project(site.project.root)

    code, said = site.get("/readyz")

    assert (code, named in said) == (503, True), said


def test_its_numbers_are_those_of_the_ledger(site: Site, ledger: Ledger) -> None:
    assert ledger.tally().editions == {}
    numbers = site.numbers()

    assert numbers["bilan_ticks_total",] == 7
    assert numbers["bilan_tick_failures_total",] == 1
    assert numbers["bilan_ledger_up",] == 1
    assert numbers["bilan_occurrences", "monthly", "due"] == 1
    assert numbers["bilan_occurrences", "monthly", "held"] == 1
    assert numbers["bilan_last_tick_timestamp_seconds",] == NOW.timestamp()
    assert numbers["bilan_next_due_timestamp_seconds", "monthly"] == datetime(2026, 12, 1, 1, tzinfo=UTC).timestamp()


def test_a_ledger_that_is_away_is_a_number_too(site: Site) -> None:
    broken_ledger(site.project.root)

    numbers = site.numbers()

    assert numbers["bilan_ledger_up",] == 0
    assert numbers["bilan_ticks_total",] == 7


def test_what_is_not_there_is_not_there(site: Site) -> None:
    assert site.get("/../bilan.toml")[0] == 404


def test_the_vitals_of_a_pulse(site: Site) -> None:
    from bilan.schedule.clock import Clock  # noqa: PLC0415  only here
    from bilan.schedule.serve import Pulse  # noqa: PLC0415  only here

    seconds = [100.0]
    clock = Clock(lambda: NOW + timedelta(seconds=seconds[0]), lambda: seconds[0])
    inside: list[Vitals] = []

    def tick(_: datetime) -> list[object]:
        seconds[0] += 5
        inside.append(pulse.vitals())
        raise OSError("the disk is away")

    pulse = Pulse(tick, clock, 20)  # type: ignore[arg-type]
    assert pulse.vitals() == Vitals()
    pulse.beat()
    assert inside == [Vitals(running=5)]
    assert pulse.vitals() == Vitals(NOW + timedelta(seconds=105), 1, 1)
    seconds[0] += 60
    assert pulse.vitals().late
    assert site.project
