import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.archive.archive import Archive
from bilan.archive.entry import Entry
from bilan.archive.furniture import Furniture
from bilan.config.models import BrandConfig
from bilan.document import Identity
from bilan.period import Period


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder in memory where the system has one: a thousand calls of fsync cost nothing there."""
    memory = Path("/dev/shm")  # noqa: S108  a folder of our own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def root(quick: Path) -> Path:
    return quick / "reports"


@pytest.fixture
def archive(root: Path) -> Archive:
    return Archive(root)


@pytest.fixture
def tamper() -> Callable[[Path, bytes], None]:
    """Write into an issued file, as only somebody can who first allows it to himself."""

    def write(path: Path, content: bytes) -> None:
        path.chmod(0o644)
        path.write_bytes(content)

    return write


@pytest.fixture
def tree(root: Path) -> Callable[[], dict[str, bytes]]:
    """What people see of the archive."""

    def read() -> dict[str, bytes]:
        files = ((path.relative_to(root), path) for path in sorted(root.rglob("*")) if path.is_file())
        return {
            str(name): path.read_bytes()
            for name, path in files
            if name.parts[0] != "blob" and not any(part.startswith(".") for part in name.parts)
        }

    return read


@pytest.fixture
def identity() -> Callable[..., Identity]:
    def make(audience: str = "analyst", language: str = "fr", period: str = "2026-10", partnership: str = "kz-kg") -> Identity:
        return Identity(partnership, Period.parse(period), audience, language)

    return make


@pytest.fixture
def manifest() -> Callable[..., dict[str, Any]]:
    def make(key: str = "k1", number: int = 1) -> dict[str, Any]:
        facts = {"number": number, "key": key, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
        return {"schema": 1, "edition": facts | {"title": "Казахстан – Кыргызстан"}}

    return make


@pytest.fixture
def furniture() -> Furniture:
    """The built-in look, in all languages, French first; two audiences have names."""
    audiences = {"analyst": {"fr": "Édition de l’analyste", "en": "Analyst edition"}, "press": {"fr": "Édition de la presse"}}
    titles = {"kz-kg": {"fr": "Kazakhstan – Kirghizstan", "en": "Kazakhstan – Kyrgyzstan"}}
    return Furniture(("fr", "en", "kk", "ky", "ru"), "Bureau & Co", "", BrandConfig(), titles, audiences)


@pytest.fixture
def lived(archive: Archive, identity: Callable[..., Identity], manifest: Callable[..., dict[str, Any]]) -> list[Entry]:
    """Six editions of two months: one corrected, one withdrawn, one with markup in its title."""
    noon = datetime(2026, 11, 3, 12, tzinfo=UTC)
    files = {"html": b"<p>", "data.csv": b"a", "data.xlsx": b"b"}
    for number, period in enumerate(("2026-09", "2026-10"), start=1):
        for audience, language in (("analyst", "fr"), ("press", "ru")):
            stored = archive.store(identity(audience, language, period), 1, f"{audience} {period}".encode(), manifest("k", number), files)
            archive.reveal(stored.name, stored.manifest_sha256, noon.replace(month=9 + number))
    told = manifest("k2", 2)
    told["edition"] |= {"title": "<b>Kazakhstan</b> & Kyrgyzstan"}
    told["made_from"] = {"erratum": {"reason": "2025 was counted twice."}}
    stored = archive.store(identity("analyst", "fr"), 2, b"%PDF second", told, files)
    archive.reveal(stored.name, stored.manifest_sha256, noon.replace(day=5))
    archive.withdraw("kz-kg/2026-10/press.ru", "Ошибка <в> данных.", noon.replace(day=6))
    return archive.editions()
