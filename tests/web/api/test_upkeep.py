from pathlib import Path

import pytest
from tests.web.api.ops_site import NOW, Ops, guarded, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.ledger.backups import kept
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.web.api.app import api

BACKUPS, PRUNES, VACUUMS = "/ledger/backups", "/ledger/prunes", "/ledger/vacuums"


def test_the_doctor_says_whether_all_is_well(ops: Ops) -> None:
    told = ops.get("/doctor", "boss")

    looks = {one["what"]: one["well"] for one in told["looks"]}
    assert {"weasyprint", "fonts", "clock", "project", "ledger", "disk", "archive"} <= set(looks)
    assert (told["well"], set(looks.values())) == (True, {True})


def test_what_the_doctor_found_names_no_place_and_no_secret(ops: Ops, monkeypatch: pytest.MonkeyPatch) -> None:
    root = ops.site.project.root
    ops.site.open = True
    monkeypatch.setenv("BILAN_TEST_TOKEN", "hunter2-hunter2")
    monkeypatch.setattr("bilan.secret._known", {"hunter2-hunter2": None})
    monkeypatch.setattr("bilan.schedule.doctor.os.access", lambda *_: False)
    monkeypatch.setattr("bilan.schedule.doctor.LIBRARIES", {"duckdb": "no_such_thing_hunter2-hunter2"})
    for path in (root / ".bilan").glob("ledger.sqlite3*"):
        path.unlink()

    answer = ops.ask("GET", "/doctor")

    looks = {one["what"]: one for one in answer.json()["looks"]}
    assert [name for name, one in looks.items() if not one["well"]] == ["duckdb", "ledger", "disk"]
    assert looks["disk"]["hint"] == "let this user write to reports"
    assert looks["ledger"]["found"].startswith("ledger ledger.sqlite3: cannot be reached")
    assert [word for word in (str(root), root.as_posix(), "hunter2", "sqlite:///") if word in answer.text] == []
    assert not list((root / ".bilan").glob("ledger.sqlite3*"))


def test_a_ledger_is_copied_on_the_server(ops: Ops) -> None:
    made = ops.post(BACKUPS, as_="boss", status=201)
    again = ops.post(BACKUPS, as_="boss", status=201)

    assert made["name"] == "ledger-20261102T020000Z.sqlite3"
    assert again["name"] == "ledger-20261102T020000Z-2.sqlite3"
    assert (made["at"], made["rows"]["account"]) == ("2026-11-02T02:00:00Z", 4)
    path = ops.site.project.machine / "backups" / made["name"]
    assert (path.stat().st_size, path.stat().st_mode & 0o777) == (made["bytes"], 0o600)
    with Ledger.open(f"sqlite:///{path}", path.parent) as copy:
        assert [one.name for one in copy.people.accounts()] == ["anna", "boss", "rita", "vera"]


def test_copies_are_listed_newest_first_and_in_parts(ops: Ops) -> None:
    assert ops.get(BACKUPS, "boss") == {"items": [], "next": None}
    made = [ops.post(BACKUPS, as_="boss", status=201) for _ in range(2)]

    first = ops.get(f"{BACKUPS}?limit=1", "boss")
    rest = ops.get(f"{BACKUPS}?limit=1&after={first['next']}", "boss")

    told = [{name: one[name] for name in ("name", "bytes", "at")} for one in made]
    assert [*first["items"], *rest["items"]] == told[::-1]
    assert rest["next"] is None


def test_a_copy_cannot_be_fetched(ops: Ops) -> None:
    described = {path: set(operations) for path, operations in api(ops.site).openapi()["paths"].items() if "backups" in path}

    assert described == {BACKUPS: {"get", "post"}}


def test_where_copies_cannot_be_written_it_is_told_without_the_place(ops: Ops) -> None:
    (ops.site.project.machine / "backups").write_text("no folder", encoding="utf-8")

    told = ops.post(BACKUPS, as_="boss", status=503)

    assert told["detail"] == "backups: cannot be read or written: File exists"
    assert ops.ledger.events("ledger") == []


def test_what_is_old_is_forgotten_and_room_given_back(ops: Ops) -> None:
    ops.issued("a@example.org")

    assert ops.post(PRUNES, {"before": "2026-11-02"}, as_="boss") == {"addresses": 0, "runs": 0}
    assert ops.post(VACUUMS, as_="boss") == {"vacuumed": True}


@pytest.mark.parametrize(
    ("before", "status"),
    [("2026-11-03", 409), ("9999-12-31", 409), ("2026-02-30", 422), ("yesterday", 422), ("", 422), (0.5, 422), (None, 422)],
)
def test_a_day_to_come_or_none_is_refused(ops: Ops, before: object, status: int) -> None:
    assert ops.post(PRUNES, {"before": before}, as_="boss", status=status)["status"] == status
    assert ops.ledger.events("ledger") == []


@pytest.mark.parametrize("path", [BACKUPS, PRUNES, VACUUMS])
def test_what_is_not_asked_for_is_refused(ops: Ops, path: str) -> None:
    assert ops.post(path, {"before": "2026-01-01", "file": "/etc/passwd"}, as_="boss", status=422)["errors"]
    assert kept(ops.site.project.machine / "backups") == []


def test_each_is_written_down_with_who_did_it(ops: Ops) -> None:
    name = ops.post(BACKUPS, as_="boss", status=201)["name"]
    ops.post(PRUNES, {"before": "2026-01-01"}, as_="boss")
    ops.post(VACUUMS, as_="boss")

    events = ops.get("/events?subject=ledger", "boss")["items"]
    assert [(one["to_state"], one["actor"], one["at"]) for one in events] == [
        (what, "boss", "2026-11-02T02:00:00Z") for what in ("vacuumed", "pruned", "backed up")
    ]
    assert events[-1]["detail"].startswith(f"{name}: ")
    assert NOW.year == 2026


@pytest.mark.parametrize(
    ("method", "path", "told"),
    [
        ("GET", "/doctor", None),
        ("GET", BACKUPS, None),
        ("POST", BACKUPS, {}),
        ("POST", PRUNES, {"before": "2026-01-01"}),
        ("POST", VACUUMS, {}),
    ],
)
def test_who_may(ops: Ops, method: str, path: str, told: object) -> None:
    guarded(ops, method, path, Role.ADMIN, told)
    assert ops.ledger.events("ledger") == []
    assert not Path(ops.site.project.machine / "backups").exists()
