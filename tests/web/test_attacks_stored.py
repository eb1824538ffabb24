"""Markup and scripts that somebody stored: what do pages make of them? Text."""

import re
from typing import Any
from urllib.parse import quote

from tests.web.sites import EDITION, JOB, NOW, Place, job_of

from bilan.ledger.acts import Act
from bilan.ledger.people_records import Role
from bilan.ledger.records import Due
from bilan.period import Period
from bilan.web.editions import entry_of
from bilan.web.jobs.bench import folder_of

IMG, SCRIPT = "<img src=x onerror=alert(1)>", "javascript:alert(1)"


def hostile(one: Any) -> Any:  # noqa: ANN401  any JSON
    """A manifest whose texts are markup, and whose addresses are scripts."""
    if isinstance(one, dict):
        texts = {
            "title": IMG,
            "publisher": IMG,
            "licence": IMG,
            "note": IMG,
            "message": IMG,
            "formula": IMG,
            "derivation": IMG,
            "url": SCRIPT,
        }
        return {name: texts[name] if name in texts and isinstance(value, str) else hostile(value) for name, value in one.items()}
    if isinstance(one, list):
        return [hostile(value) for value in one]
    return one


def harmless(text: str) -> bool:
    return "<img src=x" not in text and not re.search(r"(href|src|action)\s*=\s*[\"']?\s*javascript:", text, re.IGNORECASE)


def test_markup_in_tables_is_shown_as_text(place: Place) -> None:
    folder = place.site.project.root / "data" / "kz-kg"
    sources, trade = folder / "sources.csv", folder / "trade.csv"
    lines = sources.read_text(encoding="utf-8").splitlines()
    bad = [
        re.sub(r"https?://[^,\"]+", SCRIPT, re.sub(r"^([^,]+),(\"[^\"]*\"|[^,]*),(\"[^\"]*\"|[^,]*),", rf"\1,{IMG},{IMG},", one))
        for one in lines[1:]
    ]
    sources.write_text("\n".join([lines[0], *bad]) + "\n", encoding="utf-8")
    rows = trade.read_text(encoding="utf-8").splitlines()
    trade.write_text("\n".join([rows[0], *(one + IMG if one.endswith(",") else one for one in rows[1:])]) + "\n", encoding="utf-8")
    admin = place.visitor(Role.ADMIN)
    answers = [admin.get(path) for path in ("/en/data", "/en/data/trade", "/en/data/revisions")]

    assert [one.status for one in answers] == [200, 200, 200]
    assert all(harmless(one.text) for one in answers)
    assert "&lt;img src=x onerror=alert(1)&gt;" in answers[1].text


def test_markup_in_a_manifest_is_shown_as_text(archive: Place) -> None:
    admin, entry = archive.visitor(Role.ADMIN), entry_of(archive.site, EDITION)
    manifest = archive.site.manifest(entry)
    archive.site._manifests._there[entry.manifest_sha256] = hostile(manifest)
    readings = [one["ref"] for one in manifest["printed"] if "ref" in one][:20]
    pages = [admin.get(f"/en/editions/{EDITION}"), admin.get(f"/en/editions/{EDITION}/compare?with={quote(EDITION)}")]
    pages += [admin.get(f"/en/editions/{EDITION}/trace?number={quote(one)}") for one in readings]

    assert {one.status for one in pages} == {200}
    assert all(harmless(one.text) for one in pages)
    assert any("&lt;img src=x" in one.text for one in pages)


def test_markup_in_reasons_requests_and_names_is_shown_as_text(archive: Place) -> None:
    admin, ledger = archive.visitor(Role.ADMIN), archive.site.ledger
    job_of(archive, "ada", kind="correct", edition=EDITION, reason=f"{IMG} {SCRIPT}")
    ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse("2026-11"), NOW)], NOW)
    ledger.act(Act.HOLD, ledger.occurrences()[-1].id, ("ada", IMG), NOW)
    named = admin.fill("/en/account", {"name": IMG, "role": "view", "days": "30"}, "/en/account/tokens")
    refused = admin.fill("/en/accounts", {"name": IMG, "role": "view", "password": "a long password"})
    archive.site.archive.withdraw(entry_of(archive.site, EDITION).pdf, IMG, NOW)
    pages = [
        named,
        refused,
        *(admin.get(f"/en/{one}") for one in ("", "account", "jobs", f"jobs/{JOB}", "schedule", "health", f"editions/{EDITION}")),
    ]
    pages += [
        admin.get(f"/en/{quote(IMG)}"),
        admin.get(f"/en/?q={quote(IMG)}"),
        admin.get(f"/en/data?q={quote(IMG)}"),
        admin.get(f"/en/?{IMG}"),
    ]

    assert [one.status for one in pages if one.status not in (200, 404, 422)] == []
    assert all(harmless(one.text) for one in pages)
    assert sum("&lt;img src=x" in one.text for one in pages) >= 6


def test_a_draft_with_a_script_in_it_runs_none(place: Place) -> None:
    job_of(place, "rita")
    (folder_of(place.site.project, JOB) / "draft.html").write_text("<style>p{color:red}</style><script>alert(1)</script>", encoding="utf-8")
    rita = place.visitor(Role.RUN)
    policy = rita.get(f"/en/jobs/{JOB}/files/draft.html").header("content-security-policy")

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
