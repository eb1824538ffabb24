import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.archive.archive import Archive
from bilan.errors import AwaitingError, DiskError
from bilan.ledger.book import Ledger
from bilan.ledger.leases import LEASE
from bilan.ledger.records import Due, Receiver, State
from bilan.pipeline.publish import publish

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "kz-kg/2026-10/minister.en"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two persons must approve what waits."""
    project = small.project(tmp_path, "[approval]\nminister = 2\n")
    with Ledger.open(project.config.ledger, project.root) as opened:
        with pytest.raises(AwaitingError):
            publish(small.desk(project, opened), small.content(), small.claimed(opened))
        yield opened


@pytest.fixture
def sha256(ledger: Ledger) -> str:
    return str(ledger.occurrences()[0].sha256)


def test_two_persons_approve_and_the_edition_is_out(ledger: Ledger, sha256: str, tmp_path: Path, bilan: Bilan) -> None:
    first = bilan("approve", NAME, "--hash", sha256[:8], "--by", "anna", "--project", tmp_path)
    again = bilan("approve", "1", "--hash", sha256, "--by", "anna", "--quiet", "--project", tmp_path)
    second = bilan("approve", NAME, "--hash", sha256, "--by", "boris", "--project", tmp_path)
    late = bilan("approve", NAME, "--hash", sha256, "--by", "clara", "--json", "--project", tmp_path)

    assert first == (0, f"{NAME}: 1 of 2 approved\n", "")
    assert again == (0, "", "")
    assert second == (0, f"{NAME}: 2 of 2 approved; issued as {NAME}.pdf\n", "")
    assert json.loads(late[1]) == {"approvals": 2, "edition": NAME, "id": 1, "needed": 2, "path": f"{NAME}.pdf", "sha256": sha256}
    assert [row.sha256 for row in ledger.editions()] == [sha256]


def test_without_a_hash_it_says_where_to_look(sha256: str, tmp_path: Path, bilan: Bilan) -> None:
    code, _, err = bilan("approve", NAME, "--project", tmp_path)

    shown = f".bilan/waiting/kz-kg-2026-10-minister.en.{sha256[:16]}.pdf"
    assert code == 2
    assert err == f"--hash: says which bytes are approved\nhint: look at {shown}, then add --hash {sha256[:16]}\n"
    assert (tmp_path / shown).read_bytes() == small.content().pdf


def test_another_hash_approves_nothing(sha256: str, tmp_path: Path, bilan: Bilan) -> None:
    code, _, err = bilan("approve", NAME, "--hash", "0" * 16, "--project", tmp_path)

    assert code == 2
    assert f"awaits approval of {sha256[:16]}, not of '0000000000000000'" in err


def test_a_month_with_several_that_wait_is_approved_one_by_one(ledger: Ledger, sha256: str, tmp_path: Path, bilan: Bilan) -> None:
    project = small.project(tmp_path, "[approval]\nminister = 2\nanalyst = 1\n")
    analyst = small.MINISTER.__class__("kz-kg", small.MINISTER.period, "analyst", "en")
    with pytest.raises(AwaitingError):
        publish(small.desk(project, ledger), small.content(analyst, says="twice"), small.claimed(ledger, analyst))

    code, _, err = bilan("approve", "kz-kg/2026-10", "--hash", sha256, "--project", tmp_path)

    assert (code, err) == (2, "'kz-kg/2026-10': names several that wait: 1, 2\nhint: approve one after the other\n")


def test_an_approval_counts_although_the_edition_cannot_be_issued_yet(
    ledger: Ledger, sha256: str, tmp_path: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.approvals.approve(1, sha256, "anna", small.NOW)

    def full(*_: object, **__: object) -> None:
        raise DiskError("reports", "the disk is full", "free some space")

    monkeypatch.setattr(Archive, "reveal", lambda *_: None)
    monkeypatch.setattr("bilan.pipeline.waiting.Waiting.move", full)
    code, _, err = bilan("approve", NAME, "--hash", sha256, "--by", "boris", "--project", tmp_path)

    assert (code, err) == (1, "reports: the disk is full\nhint: free some space\n")
    assert len(ledger.approvals.given(1)) == 2
    assert ledger.occurrences()[0].state is State.DUE


def test_what_a_schedule_asked_for_goes_to_its_recipients_once_approved_by_hand(tmp_path: Path, bilan: Bilan) -> None:
    more = '[approval]\nminister = 1\n[schedule.monthly]\nrule = "last-working-day"\ndelivery = true\n'
    more += '[delivery]\nfrom = "bilan@example.org"\n'
    project = small.project(tmp_path, more)
    entry = '[[recipient]]\nname = "R"\naddress = "anna@example.org"\naudiences = ["minister"]\nlanguage = "en"\n'
    (tmp_path / "recipients.toml").write_text(entry, encoding="utf-8")
    with Ledger.open(project.config.ledger, project.root) as ledger:
        ledger.plan([Due("monthly", "kz-kg", "minister", "en", small.MINISTER.period, small.NOW)], small.NOW)
        claim = ledger.claim(small.NOW, "one", LEASE)
        assert claim
        with pytest.raises(AwaitingError):
            publish(small.desk(project, ledger), small.content(), claim)
        digest = str(ledger.occurrences()[0].sha256)

        code, _, err = bilan("approve", NAME, "--hash", digest, "--by", "anna", "--project", tmp_path)

        assert (code, err) == (0, "")
        assert [row.receiver for row in ledger.outbox.rows()] == [Receiver("smtp", "anna@example.org")]
