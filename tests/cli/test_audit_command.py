import json
import shutil
from pathlib import Path

import click
import pytest

from bilan.cli.audit_command import command
from bilan.errors import UsageError

EDITION = Path("reports/kz-kg/2026-10/minister.en.pdf")


def audit(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    capsys.readouterr()
    code = command.main([str(one) for one in arguments], standalone_mode=False)
    return int(code), capsys.readouterr().out


def changed(manifest: Path, text: str) -> None:
    """The manifest without one printed numeral."""
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["printed"] = [one for one in content["printed"] if one["text"] != text]
    manifest.chmod(0o644)
    manifest.write_text(json.dumps(content), encoding="utf-8")


def test_an_issued_edition_holds_only_what_was_printed_for_it(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = audit(capsys, issued / EDITION)

    assert code == 0
    assert out.endswith("numerals in the manifest, 0 unresolved; the bytes are those issued\n")


def test_an_issued_page_for_screens_holds_only_what_was_printed_for_it(
    issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = issued / EDITION.with_suffix(".html")
    assert audit(capsys, page) == (
        0,
        f"minister.en.html: {printed(page)} numerals in the manifest, 0 unresolved; the bytes are those issued\n",
    )

    text = page.read_text(encoding="utf-8")
    for old, new in ((">1.34</text>", ">1.35</text>"), ("$1.34 billion</data>", "$1.35 billion</data>")):
        assert old in text
        changed_page = tmp_path / page.name
        changed_page.write_text(text.replace(old, new, 1), encoding="utf-8")
        code, out = audit(capsys, changed_page, "--manifest", page.with_suffix(".manifest.json"))
        assert code == 4
        assert "1.35" in out
        assert out.endswith("the bytes are not those issued\n")


def printed(page: Path) -> int:
    return len(json.loads(page.with_suffix(".manifest.json").read_text(encoding="utf-8"))["printed"])


def test_a_numeral_that_resolves_to_nothing_is_told_with_page_text_and_nearest_reading(
    issued: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed((issued / EDITION).with_suffix(".manifest.json"), "$1.34 billion")

    code, out = audit(capsys, issued / EDITION)

    assert code == 4
    assert "page 1: '1.34' resolves to no printed numeral (nearest reading: " in out


def test_speaks_json(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = audit(capsys, issued / EDITION, "--json")
    told = json.loads(out)

    assert (code, told["file"], told["pages"], told["as_issued"], told["problems"]) == (0, "minister.en.pdf", 1, True, [])


def test_a_copy_elsewhere_needs_its_manifest_named_or_carries_it(issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = Path(shutil.copy(issued / EDITION, tmp_path / "copy.pdf"))

    code, _ = audit(capsys, copy, "--manifest", (issued / EDITION).with_suffix(".manifest.json"))

    assert code == 0


def test_a_page_is_held_against_a_manifest_by_its_marks(issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    manifest = (issued / EDITION).with_suffix(".manifest.json")
    one = next(one for one in json.loads(manifest.read_text(encoding="utf-8"))["printed"] if one["kind"] == "reading")
    mark = f'<data value="{one["value"]}" data-id="{one["ref"]}">{one["text"]}</data>'

    page.write_text(f"<p>{mark}</p>", encoding="utf-8")
    assert audit(capsys, page, "--manifest", manifest)[0] == 0
    page.write_text(f"<p>{mark} and 9,999</p>", encoding="utf-8")
    assert audit(capsys, page, "--manifest", manifest, "-q") == (4, audit(capsys, page, "--manifest", manifest, "-q")[1])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.pdf", None, "cannot be read"),
        ("page.html", "<p>x</p>", "is not there, and the file carries no manifest"),
    ],
)
def test_what_cannot_be_compared_is_told(
    name: str, content: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(UsageError, match=message):
        audit(capsys, tmp_path / name)


def test_a_file_that_is_no_manifest_is_told(issued: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "odd.json").write_text("[]", encoding="utf-8")

    with pytest.raises(UsageError, match="is no manifest of an edition"):
        audit(capsys, issued / EDITION, "--manifest", tmp_path / "odd.json")


def test_a_file_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(click.UsageError):
        audit(capsys)
