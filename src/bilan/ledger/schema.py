"""Is the ledger's schema the one we write? If not, migrate it; Alembic is loaded only then."""

from sqlalchemy import Connection, Engine, column, inspect, select, table, text

from bilan.errors import LedgerError

HEAD = "0003"
_ADVISORY_LOCK = 0x62696C616E


def prepare(writer: Engine, reader: Engine, where: str) -> None:
    """Bring the schema up to date; a ledger written by a newer Bilan is a LedgerError."""
    with reader.begin() as connection:
        if _version(connection) == HEAD:
            return
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ADVISORY_LOCK})
        found = _version(connection)
        if found is not None and found > HEAD:
            raise LedgerError(where, f"was written by a newer Bilan (schema {found}, this one knows {HEAD})", "update Bilan")
        if found != HEAD:
            _migrate(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  only where the schema is missing or older
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bilan.ledger:migrations")
    command.upgrade(config, "head")
