from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.folder import Archive
from bilan.document import Identity
from bilan.period import Period


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "reports")


@pytest.fixture
def identity() -> Callable[..., Identity]:
    def make(audience: str = "analyst", language: str = "fr", period: str = "2026-10", partnership: str = "kz-kg") -> Identity:
        return Identity(partnership, Period.parse(period), audience, language)

    return make


@pytest.fixture
def manifest() -> Callable[..., dict[str, Any]]:
    def make(key: str = "k1", number: int = 1) -> dict[str, Any]:
        facts = {"number": number, "key": key, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
        return {"schema": 1, "edition": facts, "title": "Казахстан – Кыргызстан"}

    return make
