import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from tests.postgres import Server

from bilan.errors import LedgerError
from bilan.ledger import schema
from bilan.ledger.book import Ledger
from bilan.ledger.engine import engines
from bilan.ledger.records import Origin, State
from bilan.ledger.schema import HEAD
from bilan.ledger.tables import metadata

URL = "sqlite:///.bilan/ledger.sqlite3"
OLD_ROWS = (
    "INSERT INTO occurrence VALUES (1, 'monthly', 'kz-kg', 'analyst', 'fr', '2026-10', 1, '2026-11-02', 'issued', '', 1, NULL, 1, 'kept', '2026-11-02')",
    "INSERT INTO run VALUES (1, 1, '2026-11-02', '2026-11-02', 'issued', 'one', '')",
    "INSERT INTO edition VALUES (1, 'kz-kg', '2026-10', 'analyst', 'fr', 1, 1, 'k', '2026-10-31', '2026-11-02', 'p', 'a', 'b', 8, 1, '2026-11-02')",
    "INSERT INTO event VALUES (1, '2026-11-02', 'monthly: kz-kg/2026-10/analyst.fr', 'due', 'running', 'one', 1, 'as it was')",
)


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bilan.ledger:migrations")
    return config


def test_migrations_and_tables_say_the_same(ledger: Ledger) -> None:
    with ledger._door.writer.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_known_version_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(_config()).get_current_head() == HEAD


def test_going_back_leaves_nothing_behind(ledger: Ledger) -> None:
    with ledger._door.writer.begin() as connection:
        command.downgrade(_config(connection), "base")

        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_postgresql_keeps_zones_and_guards_events(postgres: Server, tmp_path: Path) -> None:
    with Ledger.open(postgres.fresh(), tmp_path) as ledger, ledger._door.reader.begin() as connection:
        kind = "SELECT data_type FROM information_schema.columns WHERE table_name = 'occurrence' AND column_name = 'due_at'"
        guards = "SELECT tgname FROM pg_trigger WHERE tgrelid = 'event'::regclass"

        assert connection.execute(text(kind)).scalar() == "timestamp with time zone"
        assert connection.execute(text(guards)).scalars().all() == ["event_keeps"]


def test_a_ledger_of_the_first_version_keeps_its_rows(empty: str, tmp_path: Path) -> None:
    writer, reader = engines(empty, tmp_path, 1)
    with writer.begin() as connection:
        command.upgrade(_config(connection), "0001")
        for statement in OLD_ROWS:
            connection.execute(text(statement))
    writer.dispose()
    reader.dispose()

    with Ledger.open(empty, tmp_path) as ledger:
        (row,), (run,), (out,), (happened,) = ledger.occurrences(), ledger.runs(), ledger.editions(), ledger.events()

    assert (str(row.due), row.state, row.reason) == ("monthly: kz-kg/2026-10/analyst.fr", State.ISSUED, "kept")
    assert (row.origin, row.idem_key, row.request, row.due.as_of, row.approvals) == (Origin.SCHEDULED, None, None, None, 0)
    assert (run.occurrence, run.actor, happened.detail) == (row.id, "one", "as it was")
    assert (out.run, out.pages, out.state, out.reason, out.supersedes, out.settled_at) == (run.id, 8, State.ISSUED, "", None, None)


def _ran(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603  this very Python


def test_loads_alembic_only_where_the_schema_is_missing(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bilan.ledger.book import Ledger\n"
        f"Ledger.open({URL!r}, Path({str(tmp_path)!r})).close()\n"
        "print('alembic' in sys.modules)"
    )
    answers = [_ran(code) for _ in range(2)]

    assert answers == ["True", "False"]


def test_refuses_a_ledger_of_a_newer_version(ledger: Ledger, url: str, tmp_path: Path) -> None:
    with ledger._door.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(LedgerError, match=r"was written by a newer Bilan \(schema 9999, this one knows 0003\)"):
        Ledger.open(url, tmp_path)


def test_leaves_the_migration_to_the_process_that_came_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = iter([None, HEAD])
    monkeypatch.setattr(schema, "_version", lambda _: next(seen))
    monkeypatch.setattr(schema, "_migrate", lambda _: pytest.fail("migrated twice"))

    schema.prepare(ledger._door.writer, ledger._door.reader, "ledger")

    assert list(seen) == []


def test_many_processes_may_open_a_new_ledger_at_once(empty: str, tmp_path: Path) -> None:
    code = f"from pathlib import Path; from bilan.ledger.book import Ledger; Ledger.open({empty!r}, Path({str(tmp_path)!r})).close()"
    several = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) for _ in range(3)]  # noqa: S603  this very Python

    assert [(one.communicate()[1], one.returncode) for one in several] == [("", 0)] * 3
