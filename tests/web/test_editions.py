from dataclasses import replace

import pytest
from tests.web.months import NOW, root, site, two_months

from bilan.document import Identity
from bilan.errors import ArchiveError, UsageError
from bilan.ledger.approvals import Built
from bilan.ledger.leases import LEASE
from bilan.ledger.orders import Wanted
from bilan.ledger.people_records import Role
from bilan.ledger.records import MessageKind, Receiver
from bilan.period import Period
from bilan.pipeline.waiting import Waiting
from bilan.web.editions import archived, changes, deliveries_of, entry_of, file_of, kind_of, masked, name_of, numbered, waiting_pages
from bilan.web.principal import Principal
from bilan.web.site import Site

__all__ = ["root", "site", "two_months"]  # fixtures


def test_an_edition_is_found_by_its_name_or_by_its_issue(site: Site) -> None:
    assert entry_of(site, "kz-kg/2026-10/minister.en").issue == 1
    with pytest.raises(UsageError, match=r"is not in the archive \(did you mean 'kz-kg/2026-10/minister.en'\?\)"):
        entry_of(site, "kz-kg/2026-10/ministre.en")


def test_its_files_are_those_it_was_issued_with(site: Site) -> None:
    entry = entry_of(site, "kz-kg/2026-10/minister.en")

    assert file_of(site, entry, "minister.en.pdf")[1] == entry.sha256
    assert file_of(site, entry, "minister.en.manifest.json")[1] == entry.manifest_sha256
    with pytest.raises(UsageError, match="is not there"):
        file_of(site, entry, "../bilan.toml")
    assert (kind_of("a.pdf"), kind_of("a.xyz")) == ("application/pdf", "application/octet-stream")


def test_what_changed_is_told_by_the_states_they_kept(site: Site) -> None:
    before, after = (entry_of(site, f"kz-kg/2026-{month}/minister.en") for month in ("09", "10"))

    assert {type(one.subject) for one in changes(site, before, after)} <= {str}
    site._manifests._there[after.manifest_sha256] = {key: value for key, value in site.manifest(after).items() if key != "state"}
    with pytest.raises(UsageError, match="before states were kept"):
        changes(site, before, after)


def test_addresses_are_for_those_who_may_send(site: Site) -> None:
    entry = entry_of(site, "kz-kg/2026-10/minister.en")
    row = next(one for one in site.ledger.editions() if one.path == entry.pdf)
    site.ledger.outbox.add(row, MessageKind.EDITION, [Receiver("smtp", "aigul@mfa.example"), Receiver("folder", "/srv/out")], NOW)

    seen = [one["recipient"] for one in deliveries_of(site, entry, Principal("v", Role.VIEW, "session"))]
    whole = [one["recipient"] for one in deliveries_of(site, entry, Principal("a", Role.APPROVE, "session"))]
    assert (seen, whole) == (["…@mfa.example", "…"], ["aigul@mfa.example", "/srv/out"])
    assert masked("x@y.z") == "…@y.z"


def test_the_pages_that_await_approval_are_the_bytes_that_would_be_issued(site: Site) -> None:
    who = Identity("kz-kg", Period.parse("2026-10"), "press", "en")
    _, (claim,) = site.ledger.orders.begin(Wanted([(who, NOW.date())], "{}", "desk"), NOW, "here", LEASE)
    site.ledger.approvals.wait(claim, Built("ab" * 32, "cd" * 32, 1), NOW)
    path = Waiting(site.project).shown(who, "ab" * 32)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF")

    assert waiting_pages(site, claim.occurrence) == (b"%PDF", "ab" * 32, path.name)
    path.unlink()
    with pytest.raises(ArchiveError, match="cannot be read"):
        waiting_pages(site, claim.occurrence)
    with pytest.raises(UsageError, match="awaits approval"):
        waiting_pages(site, 999)


def test_each_issue_has_a_name_of_its_own_and_the_plain_one_stands_for_the_last_that_counts(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = entry_of(site, "kz-kg/2026-10/minister.en")
    second = replace(first, issue=2, pdf=f"{first.stem}.issue-2.pdf", manifest_sha256="ab" * 32)
    former = replace(first, state="superseded")
    monkeypatch.setattr(site, "editions", lambda: (second, former))

    assert [name_of(one) for one in (first, second, former)] == [first.name, f"{first.name}-2", f"{first.name}-1"]
    for one in (second, former):
        assert entry_of(site, name_of(one)) == one
    assert entry_of(site, first.name) == second
    gone = replace(second, state="withdrawn")
    monkeypatch.setattr(site, "editions", lambda: (gone, first))
    assert entry_of(site, first.name) == first
    with pytest.raises(UsageError, match="is not in the archive"):
        entry_of(site, f"{first.name}-3")


@pytest.mark.parametrize(("name", "path"), [("", ""), ("-1", ".pdf"), ("-2", ".issue-2.pdf"), ("-12", ".issue-12.pdf")])
def test_the_archive_finds_an_issue_by_its_path(name: str, path: str) -> None:
    assert archived(f"kz-kg/2026-10/minister.en{name}") == f"kz-kg/2026-10/minister.en{path}"
    assert numbered("kz-kg/2026-10/minister.en", 2) == "kz-kg/2026-10/minister.en-2"
