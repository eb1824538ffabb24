"""An edition small enough to be published a hundred times: one real page, and the least a manifest can say."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.archive.names import sha
from bilan.document import Identity
from bilan.ledger.book import Ledger
from bilan.ledger.leases import LEASE
from bilan.ledger.orders import Wanted
from bilan.ledger.records import Claim
from bilan.period import Period
from bilan.pipeline.publish import Content, Desk
from bilan.project import Project

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DAY = date(2026, 10, 31)
MINISTER = Identity("kz-kg", Period.parse("2026-10"), "minister", "en")
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'
PAGE = b"""%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >> endobj
trailer << /Root 1 0 R >>
%% %s
%%EOF
"""


def project(folder: Path, more: str = "") -> Project:
    """A project with settings and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bilan.toml").write_text(SETTINGS + more, encoding="utf-8")
    return Project(folder)


def desk(where: Project, ledger: Ledger) -> Desk:
    return Desk(where, ledger, Archive.of(where), NOW)


def content(identity: Identity = MINISTER, *, says: str = "once", number: int = 1, issue: int = 1, as_of: date = DAY) -> Content:
    """An edition that says something; it differs from every other that says something else."""
    facts: dict[str, Any] = {
        "partnership": identity.partnership, "period": str(identity.period), "audience": identity.audience, "language": identity.language,
        "number": number, "issue": issue, "key": f"key of {says}", "as_of": as_of.isoformat(), "issued_on": NOW.date().isoformat(), "pages": 1,
    }  # fmt: skip
    pdf = PAGE % says.encode()
    manifest = {"edition": facts, "findings": [], "problems": [], "says": says, "pdf": {"sha256": sha(pdf)}}
    return Content(identity, issue, pdf, manifest, {"data.csv": f"says\n{says}\n".encode()})


def claimed(ledger: Ledger, identity: Identity = MINISTER) -> Claim:
    """A claim on a fresh order for an edition."""
    _, (claim,) = ledger.orders.begin(Wanted([(identity, DAY)], "{}", "anna"), NOW, "one", LEASE)
    return claim
