from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli.app import COMMANDS, run

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_help_names_every_command(bilan: Bilan) -> None:
    code, out, _ = bilan("--help")

    assert code == 0
    assert [name for name in COMMANDS if f"  {name} " not in out] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(bilan: Bilan, name: str) -> None:
    code, out, _ = bilan(name, "--help")

    assert code == 0
    assert f"Usage: bilan {name}" in out
    assert "Example" in out


def test_an_unknown_command_is_answered_with_the_closest_one(bilan: Bilan) -> None:
    code, _, err = bilan("buld")

    assert code == 2
    assert "No such command 'buld' (did you mean 'build'?)" in err


def test_an_interrupted_command_says_so_by_its_exit_code(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bilan.cli.build_command.build", stop)

    assert run(["build", "--project", str(project)]) == 130


def test_a_mistake_is_told_to_machines_as_json(bilan: Bilan, tmp_path: Path) -> None:
    code, _, err = bilan("build", "--json", "--project", tmp_path)

    assert code == 3
    assert '"error": "ConfigError"' in err
    assert '"exit_code": 3' in err


def test_an_unknown_option_is_a_usage_error(bilan: Bilan) -> None:
    assert bilan("build", "--audiance", "minister")[0] == 2


def test_a_reader_that_went_away_is_no_traceback(
    monkeypatch: pytest.MonkeyPatch, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("bilan.cli.list_command.say", gone)

    assert run(["list", "audiences", "--project", str(project)]) == 1
    assert "Traceback" not in capsys.readouterr().out
