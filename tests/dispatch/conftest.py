"""A project with a list of recipients, editions issued in it, and a mail server that does as the addresses say."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.delivery.conftest import manifest, summary  # noqa: F401  fixtures
from tests.delivery.smtp_server import MailServer, Rules

from bilan.archive.archive import Archive
from bilan.dispatch.records import Means, Receipt
from bilan.dispatch.work_off import work_off
from bilan.document import Edition, Identity
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, Receiver
from bilan.period import Period
from bilan.project import Project

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
URL = "sqlite:///.bilan/ledger.sqlite3"
PDF = b"%PDF-1.7 an edition"


@dataclass
class World:
    """A project, its ledger and mail server, and what can be done with them."""

    project: Project
    ledger: Ledger
    server: MailServer
    sample: dict[str, Any]
    means: Means = field(default_factory=lambda: Means({"BILAN_WEBHOOK_SECRET": "s"}, "test", lambda: 0.0))
    now: datetime = NOW

    def enlist(self, *addresses: str, more: str = "") -> None:
        """Let these be on the list of recipients; mail addresses unless they name a channel, as `folder:deliveries/a`."""
        told = [one.partition(":") if one.startswith(("folder:", "feed:")) else ("smtp", ":", one) for one in addresses]
        entries = [
            f'[[recipient]]\nname = "R"\naddress = "{address}"\nchannel = "{channel}"\naudiences = ["minister"]\nlanguage = "en"\n{more}'
            for channel, _, address in told
        ]
        (self.project.root / "recipients.toml").write_text("\n".join(entries), encoding="utf-8")

    def issue(self, *addresses: str, period: str = "2026-10", issue: int = 1, archived: bool = True) -> EditionRow:
        """Issue an edition for addresses that stand on the list, or once did."""
        identity = Identity("kz-kg", Period.parse(period), "minister", "en")
        number = self.ledger.number_for("kz-kg", identity.period)
        facts = self.sample["edition"] | {"period": period, "issue": issue, "number": number, "key": f"{period}/{issue}"}
        stored = Archive.of(self.project).store(identity, issue, PDF, self.sample | {"edition": facts}, {"data.csv": b"a,b\n"})
        if archived:
            Archive.of(self.project).reveal(stored.name, stored.manifest_sha256)
        day = date(2026, 11, 2)
        edition = Edition(identity, number, issue, day, day, facts["key"], stored.name, stored.sha256, 1, 3)
        row = self.ledger.record_edition(edition, stored.manifest_sha256, None, self.now, receivers=receivers(addresses))
        return next(one for one in self.ledger.editions() if one.id == row)

    def pass_(self, after: timedelta = timedelta(0), *, means: Means | None = None, edition: int | None = None) -> list[Receipt]:
        """One pass over the outbox, some time later."""
        self.now += after
        return work_off(self.project, self.ledger, self.now, means or self.means, edition)

    def states(self) -> dict[str, str]:
        """State of each delivery by its address."""
        return {row.receiver.recipient: row.state.value for row in self.ledger.outbox.rows()}


def receivers(addresses: Sequence[str]) -> list[Receiver]:
    """Who they are in the ledger."""
    return [Receiver(*one.split(":", 1)) if one.startswith(("folder:", "feed:")) else Receiver("smtp", one) for one in addresses]


@pytest.fixture(scope="session")
def fresh_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to copy."""
    folder = tmp_path_factory.mktemp("fresh")
    Ledger.open(URL, folder).close()
    return folder / ".bilan"


@pytest.fixture
def make_world(tmp_path: Path, checkout: Path, fresh_ledger: Path, manifest: dict[str, Any]) -> Iterator[Callable[..., World]]:  # noqa: F811  a fixture
    """Worlds with a server that follows rules, and more settings."""
    opened: list[Callable[[], None]] = []

    def make(rules: Rules | None = None, delivery: str = "", smtp: str = "", ledger: str = URL, timeout: float = 20) -> World:
        folder = tmp_path / "project"
        folder.mkdir()
        (folder / "templates").symlink_to(checkout / "templates")
        shutil.copytree(fresh_ledger, folder / ".bilan")
        server = MailServer(rules or Rules())
        opened.append(server.close)
        settings = (
            'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n[archive]\nurl = "https://bilan.example.org/reports"\n'
            f'[delivery]\nfrom = "bilan@example.org"\n{delivery}\n'
            f'[delivery.smtp]\nhost = "localhost"\nport = {server.port}\nsecurity = "none"\ntimeout = {timeout}\n{smtp}\n'
        )
        (folder / "bilan.toml").write_text(settings, encoding="utf-8")
        book = Ledger.open(ledger, folder)
        opened.append(book.close)
        return World(Project(folder), book, server, manifest)

    yield make
    for close in reversed(opened):
        close()


@pytest.fixture
def world(make_world: Callable[..., World]) -> World:
    return make_world()
