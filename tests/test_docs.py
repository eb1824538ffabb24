"""Do the documents still say what is true? Rooms, commands, links, version."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.fixture(scope="module")
def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def rooms_in_layers(settings: dict[str, Any]) -> list[str]:
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return [room.strip(" ()") for line in layers for room in line.split("|")]


def targets_of_the_makefile() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_architecture_names_every_room_in_the_order_of_the_layers(settings: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    described = re.findall(r"^\| [\d ]*\| `([a-z_]+)` \|", page, re.MULTILINE)
    source = ROOT / "src" / "bilan"
    built = {path.stem for path in source.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {"__init__"}

    assert described == [room for room in rooms_in_layers(settings) if room in described]
    assert built - set(described) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_into_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]

    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_command_in_a_document_exists(page: Path) -> None:
    named = set(re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")))

    assert named - targets_of_the_makefile() == set()


def test_the_readme_gives_the_two_commands() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make briefing" in page
    assert "make test" in page


def test_the_changelog_knows_this_version(settings: dict[str, Any]) -> None:
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(rf"^## \[({re.escape(settings['project']['version'])}|Unreleased)\]", page, re.MULTILINE)


def test_what_continuous_integration_runs_is_what_the_readme_promises() -> None:
    calls = re.findall(r"^make (\w+)", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)

    assert calls == ["check", "test"]


@pytest.mark.parametrize("lock", ["run", "dev", "bench"])
def test_a_lock_file_holds_names_versions_and_hashes_only(lock: str) -> None:
    lines = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if not line.startswith("    --hash=sha256:")]

    assert [line for line in packages if not re.match(r"[a-z0-9._-]+==[^ ]+( ; .*)? \\$", line)] == []
