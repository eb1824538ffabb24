import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.postgres import Server

from bilan.document import Edition, Identity
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due
from bilan.period import Period

URL = "sqlite:///.bilan/ledger.sqlite3"
OCTOBER = Period.parse("2026-10")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 2, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to copy: migrations run once."""
    folder = tmp_path_factory.mktemp("prepared")
    Ledger.open(URL, folder).close()
    return folder / ".bilan"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Server | None:
    """Each database in turn: None for SQLite, else the server."""
    server: Server | None = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    return server


@pytest.fixture
def url(database: Server | None, prepared: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger nothing is written in yet."""
    if database is None:
        shutil.copytree(prepared, tmp_path / ".bilan")
        yield URL
    else:
        address = database.fresh()
        yield address
        database.back(address)


@pytest.fixture
def empty(database: Server | None) -> str:
    """The address of a database without a single table."""
    return URL if database is None else database.empty()


@pytest.fixture
def ledger(url: str, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(url, tmp_path) as opened:
        yield opened


@pytest.fixture
def small(prepared: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A ledger in a file, for what only SQLite does."""
    shutil.copytree(prepared, tmp_path / ".bilan")
    with Ledger.open(URL, tmp_path) as opened:
        yield opened


@pytest.fixture
def due(now: datetime) -> Callable[..., Due]:
    def make(audience: str = "analyst", language: str = "fr", period: str = "2026-10", due_at: datetime | None = None) -> Due:
        return Due("monthly", "kz-kg", audience, language, Period.parse(period), due_at or now)

    return make


@pytest.fixture
def edition() -> Callable[..., Edition]:
    def make(identity: Identity | None = None, *, number: int = 1, issue: int = 1, key: str = "k1") -> Edition:
        identity = identity or Identity("kz-kg", OCTOBER, "analyst", "fr")
        path = f"{identity.partnership}/{identity.period}/{identity.audience}.{identity.language}.pdf"
        day = date(2026, 11, 2)
        return Edition(identity, number, issue, day, day, key, path, "a" * 64, pages=8, findings=3)

    return make
