from datetime import UTC, date, datetime

import pytest

from bilan.errors import ConfigError, UsageError
from bilan.period import Period
from bilan.pipeline.request import Request, local_day, orders
from bilan.project import Project

NOW = datetime(2026, 11, 30, 19, tzinfo=UTC)
SCHEDULE = '[schedule.monthly]\ntimezone = "{}"\n'


def with_schedule(project: Project, zone: str) -> Project:
    path = project.root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + SCHEDULE.format(zone), encoding="utf-8")
    return Project(project.root)


def test_asks_for_the_last_full_month_as_it_was_known_at_its_end(fresh: Project) -> None:
    (one,) = orders(fresh, Request(), NOW)

    assert str(one.identity) == "kz-kg/2026-10/minister.en"
    assert (one.as_of, one.issued_on) == (date(2026, 10, 31), date(2026, 11, 30))


def test_the_day_is_that_of_the_schedules_zone(fresh: Project) -> None:
    assert local_day(with_schedule(fresh, "Asia/Bishkek"), NOW) == date(2026, 12, 1)


def test_an_unknown_zone_is_told(fresh: Project) -> None:
    with pytest.raises(ConfigError, match="there is no time zone 'Asia/Bishkec'"):
        local_day(with_schedule(fresh, "Asia/Bishkec"), NOW)


def test_a_month_that_still_runs_is_as_of_today(fresh: Project) -> None:
    (one,) = orders(fresh, Request(period=Period.parse("2026-12")), datetime(2026, 12, 5, tzinfo=UTC))

    assert one.as_of == date(2026, 12, 5)


def test_names_given_twice_are_asked_for_once(fresh: Project) -> None:
    found = orders(fresh, Request(("kz-kg", "kz-kg"), None, ("minister", "analyst", "minister"), ("fr", "en", "fr")), NOW)

    assert [str(one.identity).rsplit("/", 1)[1] for one in found] == ["minister.fr", "minister.en", "analyst.fr", "analyst.en"]


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Request(period=Period.parse("2026")), "an edition is of a month"),
        (Request(as_of=date(2027, 1, 1)), "lies after today"),
        (Request(period=Period.parse("2027-01"), draft=True), "period 2027-01: has not begun"),
        (Request(partnerships=("kz-gk",)), "did you mean 'kz-kg'"),
        (Request(audiences=("minstre",)), "did you mean 'minister'"),
        (Request(languages=("de",)), "has no messages"),
    ],
)
def test_refuses_what_cannot_be_issued(fresh: Project, request_: Request, said: str) -> None:
    with pytest.raises(UsageError) as error:
        orders(fresh, request_, NOW)

    assert said in str(error.value)
