import io
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, inspect, make_url, text

from bilan.errors import LedgerError
from bilan.ledger import schema
from bilan.ledger.book import Ledger
from bilan.ledger.schema import HEAD
from bilan.ledger.tables import metadata

URL = "sqlite:///.bilan/ledger.sqlite3"


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bilan.ledger:migrations")
    return config


def test_migrations_and_tables_say_the_same(ledger: Ledger) -> None:
    with ledger._writer.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_known_version_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(_config()).get_current_head() == HEAD


def test_going_back_leaves_nothing_behind(ledger: Ledger) -> None:
    with ledger._writer.begin() as connection:
        command.downgrade(_config(connection), "base")

        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_migrates_postgresql_with_zones_and_a_guard_on_events() -> None:
    written = io.StringIO()
    options = {"as_sql": True, "output_buffer": written}
    migration = ScriptDirectory.from_config(_config()).get_revision(HEAD)
    assert migration is not None

    with Operations.context(MigrationContext.configure(dialect=make_url("postgresql+psycopg://").get_dialect()(), opts=options)):
        migration.module.upgrade()
        migration.module.downgrade()

    sql = written.getvalue()
    assert "due_at TIMESTAMP WITH TIME ZONE NOT NULL" in sql
    assert "BEFORE UPDATE OR DELETE OR TRUNCATE ON event" in sql
    assert sql.rstrip().endswith("DROP FUNCTION event_is_append_only();")


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


def test_refuses_a_ledger_of_a_newer_version(ledger: Ledger, tmp_path: Path) -> None:
    with ledger._writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(LedgerError, match=r"was written by a newer Bilan \(schema 9999, this one knows 0001\)"):
        Ledger.open(URL, tmp_path)


def test_leaves_the_migration_to_the_process_that_came_first(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = iter([None, HEAD])
    monkeypatch.setattr(schema, "_version", lambda _: next(seen))
    monkeypatch.setattr(schema, "_migrate", lambda _: pytest.fail("migrated twice"))

    schema.prepare(ledger._writer, ledger._reader, "ledger")

    assert list(seen) == []


def test_one_process_at_a_time_migrates_postgresql(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    locks: list[int] = []
    event.listen(ledger._writer, "connect", lambda raw, _: raw.create_function("pg_advisory_xact_lock", 1, locks.append))
    monkeypatch.setattr(ledger._writer.dialect, "name", "postgresql")
    seen = iter([None, HEAD])
    monkeypatch.setattr(schema, "_version", lambda _: next(seen))

    schema.prepare(ledger._writer, ledger._reader, "ledger")

    assert locks == [0x62696C616E]


def test_many_processes_may_open_a_new_ledger_at_once(tmp_path: Path) -> None:
    code = f"from pathlib import Path; from bilan.ledger.book import Ledger; Ledger.open({URL!r}, Path({str(tmp_path)!r})).close()"
    several = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) for _ in range(4)]  # noqa: S603  this very Python

    assert [(one.communicate()[1], one.returncode) for one in several] == [("", 0)] * 4
