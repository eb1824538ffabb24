"""Does the tutorial work? Everything it says is done as it says, in its order."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli import app

Bilan = Callable[..., tuple[int, str, str]]
PAGE = Path(__file__).parents[2] / "docs" / "tutorial.md"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_LINES = 30


def steps() -> list[tuple[str, str]]:
    return FENCED.findall(PAGE.read_text(encoding="utf-8"))


def written(text: str) -> tuple[str, str]:
    """The file a block is meant for, and its text without the line that says so."""
    first, _, rest = text.partition("\n")
    return first.strip("{#} "), rest


def lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


@pytest.fixture(autouse=True)
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands are in the list of commands."""
    monkeypatch.setitem(app.COMMANDS, "template", "")
    monkeypatch.setitem(app.COMMANDS, "preview", "")


def put(folder: Path, text: str) -> None:
    """A block into its file: settings are changed and added to, the others written."""
    name, body = written(text)
    path = folder / name
    if name == "bilan.toml":
        first, _, more = body.partition("\n")
        settings = re.sub(r"^audiences = .*$", lambda _: first, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = settings + more
    path.write_text(text, encoding="utf-8")


def test_a_newcomer_gets_an_edition_by_the_tutorial_alone(bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done: list[str] = []
    for kind, text in steps():
        if kind in ("toml", "html"):
            put(Path.cwd(), text)
        for line in text.splitlines() if kind == "sh" else ():
            words = shlex.split(line)
            if words[0] == "cd":
                monkeypatch.chdir(words[1])
            elif words[1] != "preview":
                code, _, err = bilan(*words[1:])
                assert (code, err.partition("hint")[0] if code else "") == (0, "")
                done.append(words[1])

    assert done == ["init", "template", "check", "build"]
    code, out, _ = bilan("build", "-a", "embassy", "--json")
    assert code == 0
    editions = json.loads(out)["editions"]
    assert [one["edition"] for one in editions] == ["kz-kg/2026-10/embassy.fr", "kz-kg/2026-10/embassy.en"]
    assert all(one["pages"] <= 4 for one in editions)


def test_it_takes_fewer_than_thirty_lines_and_says_how_many() -> None:
    own = [written(text) for kind, text in steps() if kind in ("toml", "html")]
    count = sum(lines(text) for name, text in own if name.startswith("templates/embassy/") or name == "bilan.toml")

    assert count < MOST_LINES
    assert f"write {count} lines" in PAGE.read_text(encoding="utf-8")


def test_the_mistake_it_shows_is_the_one_that_is_told(bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    bilan("init", "demo")
    monkeypatch.chdir("demo")
    bilan("template", "new", "embassy", "--from", "analyst")
    for kind, text in steps():
        if kind in ("toml", "html") and written(text)[0].startswith("templates/embassy/"):
            put(Path.cwd(), text)
    page = Path("templates/embassy/briefing.html")
    page.write_text(page.read_text(encoding="utf-8").replace("briefing.agreements", "briefing.agreement"), encoding="utf-8")

    code, _, err = bilan("build", "-a", "embassy", "-l", "en")

    (shown,) = (text for kind, text in steps() if not kind)
    assert code == 3
    assert [line.strip() for line in shown.splitlines()[1:]] == [line.strip() for line in err.splitlines()[1:3]]
    assert err.startswith(shown.splitlines()[0])
