from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.model import Observation, Source
from bilan.sources.observations import read_observations

SOURCES = {
    "early": Source("early", "Early", "Agency", published="2024-04"),
    "late": Source("late", "Late", "Agency", published="2024-07"),
    "undated": Source("undated", "Undated", "Agency"),
}
META = 'title = "Trade"\nkind = "observations"\nid-column = "id"\n'
HEADER = "id,indicator,reporter,period,value,unit,source_id"

Read = Callable[..., list[Observation]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read a folder with the one table `trade.csv`."""

    def reader(*lines: str, header: str = HEADER, meta: str = "") -> list[Observation]:
        (tmp_path / "trade.csv").write_text("\n".join((header, *lines, "")), encoding="utf-8")
        (tmp_path / "trade.meta.toml").write_text(META + meta, encoding="utf-8")
        return read_observations(tmp_path, SOURCES)[0]

    return reader
