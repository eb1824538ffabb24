"""What is checked here: rows written down, and the real pack as of any day."""

from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from tests.gate.written import NOON, PACK, TODAY, AsOf, Show

from bilan.model import Observation
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.view import View


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """A view of rows, of a store of its own."""
    folders = (tmp_path / f"store{number}" for number in count())

    def shower(*rows: Observation, as_of: date | str = TODAY) -> View:
        store = Store(next(folders))
        store.ingest(rows, NOON)
        return store.as_of(date.fromisoformat(as_of) if isinstance(as_of, str) else as_of)

    return shower


@pytest.fixture(scope="session")
def pack_rows() -> list[Observation]:
    """Every observation of Kazakhstan and Kyrgyzstan."""
    return read_observations(PACK, read_sources(PACK / "sources.csv"))[0]


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory, pack_rows: list[Observation]) -> AsOf:
    """The pack as of a day; each day is asked once."""
    store = Store(tmp_path_factory.mktemp("pack"))
    store.ingest(pack_rows, NOON)
    return cache(lambda day: store.as_of(date.fromisoformat(day)))
