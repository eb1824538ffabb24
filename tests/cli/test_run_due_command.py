import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from tests.delivery.smtp_server import MailServer, mail_server

from bilan.audit.paper import page_texts
from bilan.cli.run_due_command import asked, delivered
from bilan.dispatch.records import Means, Receipt
from bilan.document import Identity
from bilan.ledger.book import Ledger
from bilan.ledger.orders import Wanted
from bilan.period import Period
from bilan.pipeline.ordered import request_text
from bilan.pipeline.request import Request
from bilan.project import Project

OCTOBER = Period.parse("2026-10")
Said = tuple[int, str, str]
Bilan = Callable[..., Said]
WHEN = "2026-11-02T01:05Z"
SCHEDULE = '\n[schedule.monthly]\nrule = "first-working-day"\nat = "07:00"\ntimezone = "Asia/Bishkek"\nholidays = ["KG", "KZ"]\n'


@pytest.fixture
def scheduled(project: Path) -> Path:
    path = project / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + SCHEDULE, encoding="utf-8")
    return project


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def mailing(folder: Path, server: MailServer, *addresses: str) -> None:
    """Let a project send to these."""
    delivery = (
        f'[delivery]\nfrom = "bilan@example.org"\nowner = "ops@example.org"\n[delivery.smtp]\nhost = "localhost"\nport = {server.port}\n'
    )
    path = folder / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + delivery + 'security = "none"\n', encoding="utf-8")
    entry = '[[recipient]]\nname = "R"\naddress = "{}"\naudiences = ["minister"]\nlanguage = "en"\n'
    (folder / "recipients.toml").write_text("\n".join(entry.format(one) for one in addresses), encoding="utf-8")


def test_issues_what_is_due_and_then_nothing_more(scheduled: Path, bilan: Bilan) -> None:
    first = bilan("run-due", "--now", WHEN, "--project", scheduled)
    second = bilan("run-due", "--now", WHEN, "--project", scheduled)

    assert first == (0, "kz-kg/2026-10/minister.en  issued: kz-kg/2026-10/minister.en.pdf\n", "")
    assert second == (0, "nothing is due\n", "")


def test_two_of_them_issue_once(scheduled: Path, bilan: Bilan) -> None:
    command = [sys.executable, "-m", "bilan", "run-due", "--now", WHEN, "--project", str(scheduled), "--json"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [edition for one in both for edition in json.loads(one.communicate(timeout=120)[0])["editions"]]

    assert [one.returncode for one in both] == [0, 0]
    assert [(one["edition"], one["state"]) for one in told] == [("kz-kg/2026-10/minister.en", "issued")]
    assert json.loads(bilan("list", "editions", "--json", "--project", scheduled)[1])[0]["issue"] == 1


def test_what_is_issued_is_sent_to_those_on_the_list_once(scheduled: Path, bilan: Bilan, server: MailServer) -> None:
    mailing(scheduled, server, "ok@example.org", "refuse@example.org")

    first = bilan("run-due", "--now", WHEN, "--json", "--project", scheduled)
    second = bilan("run-due", "--now", "2026-11-02T01:10Z", "--project", scheduled)

    told = json.loads(first[1])
    assert [(one["recipient"], one["state"], one["code"]) for one in told["deliveries"]] == [
        ("ok@example.org", "sent", 250), ("refuse@example.org", "refused", 550),
    ]  # fmt: skip
    assert (first[0], second) == (5, (0, "nothing is due\n", ""))
    assert server.recipients() == ["ok@example.org", "ops@example.org"]
    assert server.taken[1].message["Subject"] == "Bilan: delivery 2 refused"


def test_an_edition_made_by_hand_before_its_schedule_asked_is_sent_when_it_does(issued: Path, bilan: Bilan, server: MailServer) -> None:
    mailing(issued, server, "ok@example.org")
    path = issued / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + SCHEDULE, encoding="utf-8")
    assert server.taken == []

    code, out, _ = bilan("run-due", "--now", "2026-11-25T00:10Z", "--project", issued)

    assert (code, out, server.recipients()) == (0, "kz-kg/2026-10/minister.en  sent to ok@example.org\n", ["ok@example.org"])


def test_a_mistake_in_the_list_costs_no_edition_and_is_told(scheduled: Path, bilan: Bilan, server: MailServer) -> None:
    mailing(scheduled, server, "nobody")

    code, out, _ = bilan("run-due", "--now", WHEN, "--project", scheduled)

    assert (code, out) == (0, "kz-kg/2026-10/minister.en  issued: kz-kg/2026-10/minister.en.pdf\n")
    assert server.recipients() == ["ops@example.org"]
    assert "is issued and sent to nobody" in server.taken[0].message.get_content()
    assert "Mend the list, then: bilan send kz-kg/2026-10/minister.en" in server.taken[0].message.get_content()


def test_a_held_edition_is_held_with_its_reason_and_told_to_the_owner(scheduled: Path, bilan: Bilan, server: MailServer) -> None:
    mailing(scheduled, server, "ok@example.org")
    gate = scheduled / "data" / "kz-kg" / "gate.toml"
    gate.write_text(gate.read_text(encoding="utf-8").replace('action = "warn"', 'action = "hold"'), encoding="utf-8")

    code, out, _ = bilan("run-due", "--now", WHEN, "--project", scheduled)

    assert code == 4
    assert out.startswith("kz-kg/2026-10/minister.en  held: ")
    assert [str(one.message["Subject"]) for one in server.taken] == ["Bilan: kz-kg/2026-10/minister.en is held"]


def test_a_failed_edition_is_failed_with_its_reason(scheduled: Path, bilan: Bilan) -> None:
    (scheduled / "templates" / "minister" / "briefing.html").write_text("{% if %}", encoding="utf-8")

    code, out, _ = bilan("run-due", "--now", WHEN, "--json", "--project", scheduled)

    assert code == 1
    assert json.loads(out)["editions"][0]["state"] == "failed"


def test_before_the_hour_nothing_is_due(scheduled: Path, bilan: Bilan) -> None:
    early = bilan("run-due", "--now", "2026-11-02T00:59Z", "--quiet", "--project", scheduled)

    assert early[:2] == (0, "")


def test_a_week_without_new_data_issues_nothing_again(project: Path, bilan: Bilan) -> None:
    path = project / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[schedule.weekly]\ncron = "0 8 * * mon"\n', encoding="utf-8")
    table = project / "data" / "kz-kg" / "trade.csv"
    weeks = [bilan("run-due", "--now", f"2026-11-{day}T02:05Z", "--project", project) for day in ("02", "09")]
    table.write_text(table.read_text(encoding="utf-8").replace("2023,455.702,", "2023,455.703,", 1), encoding="utf-8")
    weeks.append(bilan("run-due", "--now", "2026-11-16T02:05Z", "--project", project))

    assert weeks == [
        (0, "kz-kg/2026-10/minister.en  issued: kz-kg/2026-10/minister.en.pdf\n", ""),
        (0, "kz-kg/2026-10/minister.en  skipped: the data have not changed since kz-kg/2026-10/minister.en.pdf\n", ""),
        (0, "kz-kg/2026-10/minister.en  issued: kz-kg/2026-10/minister.en.issue-2.pdf\n", ""),
    ]


def test_an_edition_issued_at_its_deadline_says_what_it_lacks_and_can_be_verified(
    project: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "bilan.toml"
    waits = '\n[schedule.fresh]\non-data = ["trade/KGZ/KAZ/import", "population"]\ndeadline = "20th-day"\nstale = "send-with-notice"\n'
    path.write_text(path.read_text(encoding="utf-8") + waits, encoding="utf-8")
    bilan("series", "--project", project)  # takes in all there is, in November
    bilan("run-due", "--now", "2026-12-01T02:05Z", "--project", project)

    code, out, _ = bilan("run-due", "--now", "2026-12-20T02:05Z", "--project", project)

    assert (code, out) == (0, "kz-kg/2026-11/minister.en  issued: kz-kg/2026-11/minister.en.pdf\n")
    pdf = project / "reports" / "kz-kg" / "2026-11" / "minister.en.pdf"
    told = json.loads(pdf.with_suffix(".manifest.json").read_text(encoding="utf-8"))
    assert told["made_from"]["awaited"] == ["trade/KGZ/KAZ/import", "population"]
    assert [one["where"] for one in told["problems"] if one["rule"] == "awaited"] == ["trade/KGZ/KAZ/import", "population"]
    page = " ".join(page_texts(pdf.read_bytes())[0].split())
    assert "Data that were awaited had not come in time (trade, Kyrgyzstan, imports; population)" in page
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797732300")
    assert bilan("verify", "-q", pdf, "--project", project)[:2] == (0, "")


def test_a_clock_that_jumped_ahead_stops_everything_until_it_is_trusted(
    scheduled: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr("bilan.schedule.clock._BOOT", tmp_path / "boot")
    (tmp_path / "boot").write_text("one", encoding="ascii")
    path = scheduled / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'start = "2029-01-01"\n', encoding="utf-8")
    said = []
    for day, options in ((1, []), (31, []), (31, ["--trust-clock"]), (31, []), (1, [])):
        with time_machine.travel(datetime(2026, 10, day, tzinfo=UTC), tick=False):
            said.append(bilan("run-due", *options, "--project", scheduled))

    hint = "(set the clock; if it is right, say so with `bilan run-due --trust-clock`)\n"
    jumped = "hold: clock: jumped 29 days 23 hours ahead since the last pass at 2026-10-01 00:00Z; nothing is planned or issued"
    behind = "warning: clock: is 30 days behind the last pass at 2026-10-31 00:00Z; nothing new falls due until then"
    nothing = (0, "nothing is due\n", "")
    assert said == [nothing, (4, "nothing is due\n", f"{jumped} {hint}"), nothing, nothing, (0, "nothing is due\n", f"{behind} {hint}")]


@pytest.mark.parametrize(("now", "said"), [("soon", "is no instant"), ("2026-11-02T01:05", "has no time zone")])
def test_an_instant_needs_date_time_and_zone(project: Path, bilan: Bilan, now: str, said: str) -> None:
    code, _, err = bilan("run-due", "--now", now, "--project", project)

    assert code == 2
    assert said in err


def test_an_order_is_made_as_it_was_asked_for(scheduled: Path, tmp_path: Path) -> None:
    now, day = datetime(2026, 11, 24, tzinfo=UTC), date(2026, 9, 30)
    request = Request(("kz-kg",), OCTOBER, ("minister",), strict=True)
    wanted = Wanted([(Identity("kz-kg", OCTOBER, "minister", "en"), day)], request_text(request), "anna")
    with Ledger.open("sqlite:///ledger.sqlite3", tmp_path) as ledger:
        _, claims = ledger.orders.begin(wanted, now, "one", timedelta(minutes=5))

    assert asked(Project(scheduled), tuple(claims), now) == Request(("kz-kg",), OCTOBER, ("minister",), ("en",), day, strict=True)


def test_a_ledger_that_is_away_for_a_moment_while_mails_go_out_is_waited_for(scheduled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = scheduled / ".bilan" / "ledger.sqlite3", scheduled / "elsewhere.sqlite3"

    def sending(_: Project, ledger: Ledger, now: datetime, __: Means) -> list[Receipt]:
        here.rename(there)
        ledger.outbox.recover(now, [])
        return []

    monkeypatch.setattr("bilan.dispatch.work_off.work_off", sending)
    monkeypatch.setattr("bilan.ledger.door.time.sleep", lambda _: there.rename(here))

    assert delivered(Project(scheduled), datetime.fromisoformat(WHEN)) == []
    assert here.exists()
