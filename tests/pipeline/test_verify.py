import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pipeline import credentials
from tests.pipeline.conftest import NOW, written

from bilan.archive.archive import Archive
from bilan.archive.check import check
from bilan.errors import UsageError
from bilan.fonts.cut import cache_folder
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.pipeline.trace import trace
from bilan.pipeline.verify import Verdict, verify
from bilan.project import Project
from bilan.render.attachments import attached

Revise = Callable[[Project, str, str], None]
Sessions = Callable[[Project], Session]
NAME = "reports/kz-kg/2026-10/minister.en.pdf"
ARCHIVAL = '\n[pdf]\nvariant = "a3a-ua"\ntrust = ["keys/root.pem"]\n'
SIGNED = ARCHIVAL + '[pdf.sign]\ncertificate = "keys/office.pem"\nkey = "keys/office.key"\nchain = ["keys/root.pem"]\n'
WAS, IS = ",2024,1340,", ",2024,1360,"


def checked(project: Project, path: Path | None = None) -> Verdict:
    return verify(project, path or project.root / NAME, cache_folder(os.environ))


def told(verdict: Verdict) -> list[str]:
    return [one.what for one in verdict.differences]


def state(root: Path) -> dict[str, tuple[int, str]]:
    """Every file of a folder, with the moment it was last written."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files}


@pytest.fixture(scope="session")
def vouched(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Project:
    """A project that issues signed archival files, with one edition out; copy it, never change it."""
    project = written(tmp_path_factory.mktemp("vouched") / "project", checkout)
    settings = project.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + SIGNED, encoding="utf-8")
    credentials.write(project.root / "keys")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BILAN_SIGN_PASSPHRASE", credentials.PASSPHRASE)
        (outcome,) = build(Session(project, NOW, cache_folder(os.environ)), Request())
    assert outcome.edition is not None, outcome.error
    return project


def test_an_edition_is_the_same_made_again_and_nothing_is_written(issued: Project) -> None:
    before = state(issued.root)

    verdict = checked(issued)

    assert verdict.same
    assert (verdict.edition, verdict.number, verdict.issue, verdict.manifest) == ("kz-kg/2026-10/minister.en", 1, 1, "beside")
    assert (verdict.notes, verdict.signature) == ((), None)
    assert state(issued.root) == before


def test_a_file_taken_elsewhere_is_known_by_the_key_it_carries(issued: Project, tmp_path: Path) -> None:
    away = Path(shutil.copy(issued.root / NAME, tmp_path / "from a mail.pdf"))

    verdict = checked(issued, away)

    assert (verdict.same, verdict.manifest) == (True, "archive")


def test_a_file_without_manifest_anywhere_is_told_so(fresh: Project, finished: Project, tmp_path: Path) -> None:
    away = Path(shutil.copy(finished.root / NAME, tmp_path / "alone.pdf"))

    with pytest.raises(UsageError, match="carries no manifest"):
        checked(fresh, away)
    assert not fresh.reports.exists()


@pytest.mark.parametrize("content", [b"", b"<html>", None])
def test_what_is_no_pdf_is_told_so(issued: Project, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "page.pdf"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UsageError, match=r"cannot be read|is no PDF"):
        checked(issued, path)


def test_a_manifest_that_is_no_json_is_told_so(issued: Project) -> None:
    beside = (issued.root / NAME).with_name("minister.en.manifest.json")
    beside.chmod(0o644)
    beside.write_text("{", encoding="utf-8")

    with pytest.raises(UsageError, match="is no manifest"):
        checked(issued)


def test_one_byte_changed_is_named(issued: Project) -> None:
    path = issued.root / NAME
    content = path.read_bytes()
    path.write_bytes(content[:11] + bytes([content[11] ^ 1]) + content[12:])

    verdict = checked(issued)

    assert [(one.what, one.where) for one in verdict.differences] == [("byte", "11"), ("file", "hash")]
    assert "where the manifest names" in str(verdict.differences[1])


def test_a_number_overwritten_since_was_not_known_on_the_day_of_issue(issued: Project, revise: Revise) -> None:
    revise(issued, WAS, IS)

    assert checked(issued).same


def test_where_only_the_overwritten_number_is_left_data_and_page_differ(issued: Project, revise: Revise) -> None:
    revise(issued, WAS, IS)
    shutil.rmtree(issued.store)

    verdict = checked(issued)

    assert told(verdict)[:3] == ["data version", "page", "byte"]
    assert told(verdict)[-4:] == ["manifest", "file", "file", "file"]


def test_another_template_is_the_first_thing_named(issued: Project) -> None:
    path = issued.root / "templates" / "base" / "briefing.css"
    path.write_text(path.read_text(encoding="utf-8").replace("h2{font:500 15pt", "h2{font:500 16pt"), encoding="utf-8")
    path = issued.root / "templates" / "minister" / "briefing.html"
    path.write_text(path.read_text(encoding="utf-8").replace("{% block body %}", "{% block body %}<p>Note</p>"), encoding="utf-8")

    assert told(checked(issued))[:2] == ["template", "page"]


def test_what_changes_no_byte_is_only_noted(issued: Project) -> None:
    path = issued.root / "templates" / "base" / "unused.html"
    path.write_text("nothing includes this", encoding="utf-8")

    verdict = checked(issued)

    assert verdict.same
    assert [one.what for one in verdict.notes] == ["template"]


def test_what_was_touched_up_beside_the_file_is_named(issued: Project) -> None:
    path = (issued.root / NAME).with_name("minister.en.manifest.json")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["made_from"]["data"] = "0" * 64
    manifest["readings"][0]["value"] = "17"
    path.chmod(0o644)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    table = path.with_name("minister.en.data.csv")
    table.write_bytes(table.read_bytes().replace(b"1340", b"1341"))
    page = path.with_name("minister.en.html")
    page.write_bytes(page.read_bytes().replace(b"$1.34 billion", b"$1.43 billion", 1))

    found = [(one.what, one.where) for one in checked(issued).differences]

    assert found == [
        ("data version", ""),
        ("manifest", "readings[0].value"),
        ("file", "minister.en.data.csv"),
        ("file", "minister.en.html"),
        ("manifest", "key"),
    ]


def test_a_second_issue_is_made_again_with_what_came_before_it(issued: Project, session: Sessions, revise: Revise) -> None:
    first = (issued.root / NAME).read_bytes()
    revise(issued, WAS, IS)
    (outcome,) = build(session(issued), Request())
    assert outcome.edition is not None, outcome.error

    assert checked(issued, issued.reports / outcome.edition.path).same
    assert checked(issued).same  # the first issue too, though both were made at one instant

    for path in (issued.root / NAME).parent.glob("minister.en.*"):
        if "issue-2" not in path.name:
            path.unlink()
    verdict = checked(issued, issued.reports / outcome.edition.path)
    assert told(verdict)[:3] == ["edition before", "edition before", "page"]
    assert first != (issued.reports / outcome.edition.path).read_bytes()


def test_a_signed_archival_file_proves_itself_in_a_clone_without_archive(vouched: Project, fresh: Project) -> None:
    away = Path(shutil.copy(vouched.root / NAME, fresh.root / "signed.pdf"))
    settings = fresh.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + ARCHIVAL, encoding="utf-8")
    (fresh.root / "keys").mkdir()
    shutil.copy(vouched.root / "keys" / "root.pem", fresh.root / "keys")

    verdict = checked(fresh, away)

    assert verdict.differences == ()
    assert verdict.manifest == "attached"
    assert verdict.signature is not None
    assert (verdict.signature.signer, verdict.signature.trusted) == ("Common Name: Test office", True)
    assert sorted(attached(away.read_bytes())) == ["data.csv", "data.xlsx", "manifest.json"]
    assert not fresh.reports.exists()
    assert not fresh.machine.exists()


def test_a_signed_file_in_its_archive_is_the_one_its_manifest_names(vouched: Project) -> None:
    manifest = json.loads((vouched.root / NAME).with_name("minister.en.manifest.json").read_text(encoding="utf-8"))
    content = (vouched.root / NAME).read_bytes()

    assert manifest["pdf"]["sha256"] == hashlib.sha256(content).hexdigest()
    unsigned = manifest["signature"]["unsigned"]
    assert hashlib.sha256(content[: unsigned["bytes"]]).hexdigest() == unsigned["sha256"]


def test_a_signature_nobody_trusts_is_a_difference(vouched: Project, tmp_path: Path) -> None:
    other = Project(Path(shutil.copytree(vouched.root, tmp_path / "other", symlinks=True)))
    settings = other.root / "bilan.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('keys/root.pem"]\n[pdf.sign]', 'keys/stranger.pem"]\n[pdf.sign]'), encoding="utf-8"
    )

    verdict = checked(other)

    assert [str(one) for one in verdict.differences] == ["signature Common Name: Test office: not trusted"]


def test_two_clones_in_other_surroundings_make_the_same_bytes_and_prove_each_other(fresh: Project, tmp_path: Path) -> None:
    settings = fresh.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[pdf]\nvariant = "a3a-ua"\n', encoding="utf-8")
    other = Path(shutil.copytree(fresh.root, tmp_path / "an other place"))
    for folder, cwd, zone, seed, locale in (
        (fresh.root, tmp_path, "Asia/Tokyo", "1", "C"),
        (other, other, "America/New_York", "77", "tr_TR.UTF-8"),
    ):
        around = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LANG": locale, "LC_ALL": locale, "SOURCE_DATE_EPOCH": "1795564800"}
        subprocess.run([sys.executable, "-m", "bilan", "build", "-q", "-C", str(folder)], env=around, cwd=cwd, check=True)  # noqa: S603  this very Python

    names = ("pdf", "manifest.json", "data.csv", "data.xlsx", "html")
    files = [[(root / NAME).with_name(f"minister.en.{name}").read_bytes() for name in names] for root in (fresh.root, other)]
    assert files[0] == files[1]
    shutil.rmtree(other / "reports")
    around = os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "5", "SOURCE_DATE_EPOCH": "1800000000"}
    command = [sys.executable, "-m", "bilan", "verify", "--json", "-C", str(other), str(fresh.root / NAME)]
    done = subprocess.run(command, env=around, cwd=tmp_path, check=False, capture_output=True, text=True)  # noqa: S603  this very Python
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["manifest"] == "attached"


def test_an_archive_on_storage_is_built_read_and_verified_like_a_folder(
    fresh: Project, session: Sessions, storage: Callable[[str], str]
) -> None:
    settings = fresh.root / "bilan.toml"
    settings.write_text(f'reports = "{storage("verified")}/out"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")
    far = Project(fresh.root)

    (first,) = build(session(far), Request())
    assert first.edition is not None, first.error
    (again,) = build(session(far), Request())
    assert again.edition is not None
    assert again.edition.reused
    archive = Archive.of(far)
    assert archive.shelf.find("*.html") != []
    assert trace(archive.manifest(str(first.identity)), "$1.34bn")
    assert check(archive).faults == ()

    verdict = verify(far, Path(str(first.identity)), cache_folder(os.environ))

    assert verdict.same, verdict.differences
    assert not (fresh.root / "reports").exists()
