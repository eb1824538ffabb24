"""What does a database say? One SELECT, read only, within seconds and rows, every value as its exact text."""

import csv
import io
import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bilan.errors import Problem, SourceError
from bilan.sources.meta import SqlMeta, TableMeta, has_secret
from bilan.sources.places_fs import AwayError, Reach, bring
from bilan.sources.table import Place, Table, read_table, tabulate, written

PLACE = Place("row", "columns", before=1)
_READS = re.compile(r"\s*(SELECT|WITH|VALUES)\b", re.IGNORECASE)
_AHEAD = {  # what makes a session harmless and finite, before the query
    "postgresql": ("SET TRANSACTION READ ONLY", "SET LOCAL statement_timeout = {milliseconds}"),
    "mysql": ("SET SESSION TRANSACTION READ ONLY", "SET SESSION max_execution_time = {milliseconds}"),
    "mariadb": ("SET SESSION TRANSACTION READ ONLY", "SET SESSION max_statement_time = {seconds}"),
    "sqlite": ("PRAGMA query_only = ON",),
}


def read_sql(side: Path, name: str, meta: TableMeta, reach: Reach) -> tuple[Table, tuple[Problem, ...]]:
    """The rows of a query, or its kept copy where the database is away; raises SourceError, never naming a password."""
    if meta.sql is None:
        raise SourceError(name, ("its side file has no [sql]",), "write url-env and query")
    settings = meta.sql
    asked = f"{settings.url or settings.url_env} {settings.query}"
    path, problems = bring(name, asked, lambda: _fetch(side, name, settings, reach), reach, "the database")
    kept = read_table(path)
    rows = [(line, list(row.cells.values())) for line, row in enumerate(kept.rows, start=2)]
    return tabulate(name, kept.columns, rows, PLACE), problems


def _fetch(side: Path, name: str, settings: SqlMeta, reach: Reach) -> bytes:
    """The answer as CSV, so that it can be kept and read again."""
    columns, rows = _answer(_address(side, name, settings, reach), name, settings)
    if len(rows) > settings.rows:
        raise SourceError(name, (f"the query gives more than {settings.rows} rows",), "narrow it, or raise rows under [sql]")
    if not rows:
        raise SourceError(name, ("the query gives no row",), "an empty answer would withdraw every row; check the query")
    mistakes: list[str] = []
    texts = [_texts(row, columns, line, mistakes) for line, row in enumerate(rows, start=1)]
    tabulate(name, columns, enumerate(texts, start=2), PLACE, mistakes)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([columns, *texts])
    return text.getvalue().encode()


def _texts(row: Iterable[object], columns: Sequence[str], line: int, mistakes: list[str]) -> list[str]:
    texts = []
    for column, value in zip(columns, row, strict=True):
        try:
            texts.append(written(value))
        except ValueError as error:
            mistakes.append(f"row {line}: {column}: {error}")
    return texts


def _address(side: Path, name: str, settings: SqlMeta, reach: Reach) -> Any:  # noqa: ANN401  sqlalchemy is imported late
    """Where the database is: a SQLite file opened for reading only, or the address as given."""
    from sqlalchemy.engine import make_url  # noqa: PLC0415  heavy
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415  heavy

    address = settings.url or reach.environment.get(settings.url_env, "")
    if not address:
        raise SourceError(name, (f"the variable {settings.url_env} is not set",), "set it to the address of the database")
    if settings.url and has_secret(settings.url):
        raise SourceError(name, ("sql.url holds a password",), "put the address into a variable and write url-env")
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        said = settings.url_env or "sql.url"
        raise SourceError(name, (f"{said} is no database address",), "write it as postgresql+psycopg://user:password@host/name") from None
    if url.get_backend_name() != "sqlite":
        return url
    path = Path(url.database or "")
    path = path if path.is_absolute() else side.parent / path
    if not path.is_file():
        raise SourceError(name, (f"there is no SQLite file '{url.database or ''}'",), "a relative path counts from the side file")
    return url.set(database=path.resolve().as_uri(), query={"mode": "ro", "uri": "true"})


def _answer(url: Any, name: str, settings: SqlMeta) -> tuple[list[str], list[Sequence[object]]]:  # noqa: ANN401  sqlalchemy is imported late
    from sqlalchemy import create_engine, pool, text  # noqa: PLC0415  heavy
    from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError  # noqa: PLC0415  heavy

    if not _READS.match(settings.query) or ";" in settings.query.strip().rstrip(";"):
        raise SourceError(name, ("sql.query is not one SELECT",), "a source is only read: write one SELECT, without a semicolon inside")
    try:
        engine = create_engine(url, poolclass=pool.NullPool, hide_parameters=True, connect_args=_patience(url, settings.timeout))
        with engine.connect() as connection:
            for statement in _AHEAD.get(url.get_backend_name(), ()):
                connection.execute(text(statement.format(milliseconds=settings.timeout * 1000, seconds=settings.timeout)))
            _limit(connection, url, settings.timeout)
            ready = connection.execution_options(stream_results=True, no_parameters=True)
            result = ready.exec_driver_sql(settings.query)
            return list(result.keys()), [tuple(row) for row in result.fetchmany(settings.rows + 1)]
    except ImportError as error:
        raise SourceError(name, (f"the driver '{error.name}' is not installed",), "install it beside Bilan") from None
    except OperationalError as error:
        raise _away(name, _clean(error, url), settings) from None
    except DBAPIError as error:
        raise SourceError(name, (f"the database refuses the query: {_clean(error, url)}",), "mend sql.query") from None
    except SQLAlchemyError as error:
        raise SourceError(name, (f"the database cannot be used: {type(error).__name__}",), "check the address and the driver") from None


def _away(name: str, why: str, settings: SqlMeta) -> Exception:
    """A database that does not answer is away; one that answers with a complaint of the query is not."""
    if re.search(
        r"no such|syntax error|read-?only|interrupted|statement timeout|execution time exceeded|max_statement_time", why, re.IGNORECASE
    ):
        return SourceError(
            name, (f"the database refuses the query: {why}",), f"mend sql.query; it may take {settings.timeout} s and only read"
        )
    return AwayError(why)


def _patience(url: Any, seconds: int) -> dict[str, Any]:  # noqa: ANN401  sqlalchemy is imported late
    """How long a connection may take to come about."""
    backend = url.get_backend_name()
    if backend == "sqlite":
        return {"timeout": seconds}
    return {"connect_timeout": min(seconds, 10)} if backend in ("postgresql", "mysql", "mariadb") else {}


def _limit(connection: Any, url: Any, seconds: int) -> None:  # noqa: ANN401  sqlalchemy is imported late
    """SQLite knows no time-out of a statement: its progress handler asks us."""
    if url.get_backend_name() == "sqlite":
        until = time.monotonic() + seconds
        connection.connection.driver_connection.set_progress_handler(lambda: time.monotonic() > until, 10_000)


def _clean(error: Any, url: Any) -> str:  # noqa: ANN401  sqlalchemy is imported late
    """What the database said in one line, without the password however it is spelt."""
    said = " ".join(str(error.orig).split())[:200]
    address = url.render_as_string(hide_password=False)
    secrets = {address, str(url.password or ""), address.partition("://")[2].partition("@")[0].partition(":")[2]} - {""}
    for secret in sorted(secrets, key=len, reverse=True):
        said = said.replace(secret, "***")
    return said
