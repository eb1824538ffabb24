"""Does the API do all that the command line does? Each command has its operations in docs/api.md, or a reason why it has none."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from bilan.cli.app import COMMANDS, app
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.api.app import api
from bilan.web.site import Site

HEADING = "What the command line does, here"
ALONE = {
    "init": "only there: a server serves one project, which is there already",
    "serve": "only there: it is what answers here",
    "work": "only there: it is a process of the server",
    "ledger restore": "only there: it needs an empty ledger, which a running server never has",
}
"""Every command the API does not have, and why: no other is excused."""
_ROW = re.compile(r"^\| `bilan ([a-z -]+)` \| (.+) \|$", re.MULTILINE)
_OPERATION = re.compile(r"`(GET|POST|PUT|PATCH|DELETE) (/[^`]*)`")
NOW = datetime(2026, 11, 25, tzinfo=UTC)
Operations = set[tuple[str, str]]


def commands(group: click.Group, before: str = "") -> Iterator[str]:
    """Every command that does something, by the words a person types."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


def rows() -> list[tuple[str, str]]:
    """The table of the document: a command, and what is said of it."""
    page = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
    return _ROW.findall(page.partition(f"## {HEADING}\n")[2].partition("\n## ")[0])


def table() -> dict[str, str]:
    """The same by command."""
    return dict(rows())


EVERY = tuple(commands(app))


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Operations:
    """The operations of the real description."""
    folder = tmp_path_factory.mktemp("parity")
    (folder / "bilan.toml").write_text('partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n', encoding="utf-8")
    project = Project(folder)
    with Ledger.open(project.config.ledger, folder) as ledger:
        paths = api(Site(project, ledger, lambda: NOW)).openapi()["paths"]
    return {(method.upper(), path) for path, operations in paths.items() for method in operations}


def test_the_table_names_each_command_once_and_nothing_else() -> None:
    assert sorted(command for command, _ in rows()) == sorted(EVERY)
    assert {name.partition(" ")[0] for name in EVERY} == set(COMMANDS)
    assert set(ALONE) <= set(EVERY)


@pytest.mark.parametrize("command", EVERY)
def test_a_command_has_its_operations_or_a_reason(command: str, described: Operations) -> None:
    said = table().get(command, "")
    named = set(_OPERATION.findall(said))

    if command in ALONE:
        assert said == ALONE[command]
    else:
        assert named, f"bilan {command} has neither an operation nor a reason that counts: {said!r}"
        assert named - described == set()
