from pathlib import Path

import pytest
from tests.web.api.ops_site import NAME, NOW, Ops, guarded, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.ledger.acts import Act
from bilan.ledger.people_records import Role


def test_schedules_are_told_with_what_was_left_out(ops: Ops) -> None:
    monthly, weekly = ops.get("/schedules")["items"]

    assert (monthly["rule"], monthly["at"], monthly["zone"]) == ("rule 'first-working-day'", "07:00", "Asia/Bishkek")
    assert (monthly["missed"], monthly["as_of"], monthly["audiences"], monthly["languages"]) == ("latest", "period", ["minister"], ["en"])
    assert (weekly["rule"], weekly["at"], weekly["missed"], weekly["as_of"]) == ("cron '0 8 * * mon'", None, "all", "due")


def test_what_comes_is_told_in_local_time_and_utc(ops: Ops) -> None:
    told = ops.get("/schedule?count=3")

    assert len(told["occurrences"]) == 3
    first = told["occurrences"][0]
    assert (first["schedule"], first["local"], first["utc"]) == ("weekly", "Mon 2026-11-09 08:00 Asia/Bishkek", "2026-11-09T02:00:00+00:00")
    assert first["editions"] == [NAME]
    assert first["notes"] == ["2nd of its month: issued if the data changed"]


def test_why_a_day_was_as_it_was(ops: Ops) -> None:
    ops.due("minister", "press")
    ops.ledger.act(Act.HOLD, 1, ("anna", "the visit"), NOW)

    everything = ops.get("/why?day=2026-11-02")
    one = ops.get("/why?day=2026-11-02&partnership=kz-kg&audience=minister&language=en")

    assert [answer["state"] for answer in everything["answers"]][:2] == ["held", "due"]
    assert "was held at 08:00 by anna: the visit" in one["answers"][0]["said"]
    assert ops.get("/why?day=2026-11-05")["answers"][0]["state"] == "nothing due"


def test_how_things_stand(ops: Ops) -> None:
    ops.due("minister", "press")
    ops.issued("a@example.org")
    ops.ledger.act(Act.HOLD, 2, ("anna", "the visit"), NOW)

    told = ops.get("/status")

    assert [row["edition"] for row in told["waiting"]] == [NAME]
    assert [(row["id"], row["reason"]) for row in told["held"]] == [(2, "the visit")]
    assert [(row["path"], row["deliveries"]) for row in told["issued"]] == [(f"{NAME}.pdf", {"pending": 1})]
    assert len(told["next"]) == 3


def test_run_now_is_a_build_of_the_month_it_served_last(ops: Ops) -> None:
    answer = ops.ask("POST", "/schedules/monthly/run", "rita", Idempotency_Key="k1")
    again = ops.ask("POST", "/schedules/monthly/run", "rita", Idempotency_Key="k1")

    (job,) = answer.json()
    assert answer.status_code == 202
    assert (job["kind"], job["actor"], job["state"]) == ("build", "rita", "waiting")
    assert job["request"] == {"partnership": "kz-kg", "period": "2026-10", "audiences": ["minister"], "languages": ["en"]}
    assert (again.status_code, [one["name"] for one in again.json()]) == (200, [job["name"]])


def test_the_same_key_is_not_another_wish(ops: Ops) -> None:
    ops.ask("POST", "/schedules/monthly/run", "rita", Idempotency_Key="k1")

    assert ops.ask("POST", "/schedules/weekly/run", "rita", Idempotency_Key="k1").status_code == 409


def test_a_schedule_that_is_not_there_is_not_run(ops: Ops) -> None:
    assert ops.ask("POST", "/schedules/nightly/run", "rita").status_code == 404


@pytest.mark.parametrize("path", ["/schedules", "/schedule", "/why?day=2026-11-02", "/status"])
def test_who_may_look(ops: Ops, path: str) -> None:
    guarded(ops, "GET", path, Role.VIEW)


def test_who_may_run(ops: Ops) -> None:
    guarded(ops, "POST", "/schedules/monthly/run", Role.RUN)
    assert ops.ledger.jobs.rows() == []


@pytest.mark.parametrize(
    "path",
    [
        "/schedule?count=0", "/schedule?count=99999999999999999999", "/why", "/why?day=x%00",
        "/why?day=2026-11-02&partnership=%00", "/why?day=2026-11-02&audience=%F0%9F%98%80", "/why?day=2026-11-02&language=%ED%A0%80",
    ],
)  # fmt: skip
def test_odd_questions_are_refused(ops: Ops, path: str) -> None:
    answer = ops.ask("GET", path, "vera")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


@pytest.mark.parametrize("day", ["2000-01-01", "2199-12-31"])
def test_the_ends_of_time_are_answered(ops: Ops, day: str) -> None:
    assert ops.get(f"/why?day={day}")["day"] == day


def test_settings_that_cannot_be_read_are_a_refusal(ops: Ops) -> None:
    path = ops.site.project.root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("Asia/Bishkek", "Asia/Nowhere"), encoding="utf-8")
    ops.site.project = type(ops.site.project)(ops.site.project.root)

    assert [ops.ask("GET", one, "vera").status_code for one in ("/schedules", "/schedule", "/status")] == [422] * 3


def test_each_partnership_is_a_build_of_its_own_under_one_key(ops: Ops, checkout: Path) -> None:
    root = ops.site.project.root
    (root / "data" / "kg-uz").symlink_to(checkout / "data" / "kg-uz")
    path = root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('["kz-kg"]', '["kz-kg", "kg-uz"]'), encoding="utf-8")
    ops.site.project = type(ops.site.project)(root)

    first, again = (ops.ask("POST", "/schedules/monthly/run", "rita", Idempotency_Key="k" * 150) for _ in range(2))

    assert [one["request"]["partnership"] for one in first.json()] == ["kz-kg", "kg-uz"]
    assert [one["name"] for one in first.json()] == [one["name"] for one in again.json()]
    assert (first.status_code, again.status_code, len(ops.ledger.jobs.rows())) == (202, 200, 2)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_of_days_far_away_nothing_is_written(ops: Ops, day: str) -> None:
    assert ops.ask("GET", f"/why?day={day}", "vera").status_code == 404
