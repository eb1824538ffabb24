"""A small project, an edition as its manifest keeps it, and a recipient to send it to."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bilan.delivery.records import Parcel, Post, Recipient
from bilan.delivery.summary import told
from bilan.document import Headline, Item, Printed, Summary, Text
from bilan.project import Project

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
PDF = b"%PDF-1.7 an edition"
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister", "analyst"]\nlanguages = ["fr", "en"]\n'
TRADE = Printed("$1.34bn", "reading", "trade.total/KGZ/2024", "1.34", "1340000000", "1.34", "1000000000")
GROWTH = Printed("+2%", "reading", "trade.growth/KGZ/2024", "2", "0.02", "2", "0.01")
YEAR = Printed("2024", "period", "2024")
EDITION = Printed("1", "edition", "number")
ISSUED = Printed("2 November 2026", "date", "2026-11-02")


@pytest.fixture
def summary() -> Summary:
    return a_summary()


def a_summary() -> Summary:
    """What a mail says of an edition."""
    words = ("open", "attached", "large", "corrected", "withdrawn", "reason", "unsubscribe", "findings", "changes", "why")
    return Summary(
        subjects={
            "edition": Text.of("Kazakhstan – Kyrgyzstan, October · Trade ", TRADE),
            "correction": Text.of("Correction: Kazakhstan – Kyrgyzstan"),
            "withdrawal": Text.of("Withdrawn: Kazakhstan – Kyrgyzstan"),
        },
        words={name: Text.of(f"Word {name}.") for name in words}
        | {
            "office": Text.of("Bilan"),
            "title": Text.of("Kazakhstan – Kyrgyzstan"),
            "head": Text.of("Edition ", EDITION, " · Minister’s edition"),
            "dates": Text.of("Issued ", ISSUED),
            "lead": Text.of("In ", YEAR, ", trade came to ", TRADE, "."),
        },
        notes=(Text.of("Under embargo."),),
        headlines=(Headline(Text.of("Trade"), Text.of(TRADE), Text.of(GROWTH, " on the year before"), None, Text.of(YEAR)),),
        findings=(Item(Text.of("Trade grew."), Text.of("By ", GROWTH, " & more.")),),
        changes=(Item(Text.of("First edition"), Text.of("There is none before.")),),
    )


@pytest.fixture
def manifest(summary: Summary) -> dict[str, Any]:
    return a_manifest(summary)


def a_manifest(summary: Summary) -> dict[str, Any]:
    """What an edition keeps of itself, as far as archive and delivery read it."""
    return {
        "schema": 1,
        "edition": {
            "partnership": "kz-kg", "period": "2026-10", "audience": "minister", "language": "en", "number": 1, "issue": 1,
            "title": "Kazakhstan – Kyrgyzstan", "as_of": "2026-10-31", "issued_on": "2026-11-02", "pages": 1, "key": "a" * 64,
        },
        "pdf": {"file": "minister.en.pdf", "sha256": hashlib.sha256(PDF).hexdigest(), "bytes": len(PDF)},
        "printed": [],
        "readings": [{"id": TRADE.ref, "value": TRADE.value}, {"id": GROWTH.ref, "value": GROWTH.value}],
        "mail": told(summary),
    }  # fmt: skip


@pytest.fixture
def recipient() -> Callable[..., Recipient]:
    def make(address: str = "ok@example.org", channel: str = "smtp", **more: object) -> Recipient:
        said: dict[str, Any] = {"name": "Aigul Sadykova", "audiences": ("minister",), "language": "en"} | more
        return Recipient(address=address, channel=channel, **said)

    return make


@pytest.fixture
def parcel(manifest: dict[str, Any], recipient: Callable[..., Recipient]) -> Callable[..., Parcel]:
    def make(address: str = "ok@example.org", channel: str = "smtp", *, to: Recipient | None = None, **more: object) -> Parcel:
        said: dict[str, Any] = {
            "key": "k" * 40,
            "kind": "edition",
            "name": "kz-kg/2026-10/minister.en",
            "manifest": manifest,
            "pdf": PDF,
            "at": NOW,
        } | more
        return Parcel(recipient=to or recipient(address, channel), **said)

    return make


@pytest.fixture
def write(tmp_path: Path, checkout: Path) -> Callable[[str], Project]:
    """A project with a `[delivery]` table; its templates are those of the checkout."""

    def make(delivery: str = "", recipients: str | None = None, name: str = "recipients.toml") -> Project:
        folder = tmp_path / "project"
        folder.mkdir(exist_ok=True)
        if not (folder / "templates").exists():
            (folder / "templates").symlink_to(checkout / "templates")
        (folder / "bilan.toml").write_text(SETTINGS + delivery, encoding="utf-8")
        if recipients is not None:
            (folder / name).write_text(recipients, encoding="utf-8")
        return Project(folder)

    return make


@pytest.fixture
def post(write: Callable[..., Project]) -> Callable[..., Post]:
    def make(delivery: str, **environ: str) -> Post:
        return Post(write(delivery), environ)

    return make
