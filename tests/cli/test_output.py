import logging
import sys
from pathlib import Path

import pytest

from bilan.cli.output import opened, progress, table


def test_columns_stand_under_each_other() -> None:
    assert table([("a", "bb"), ("ccc", "d")]) == "a    bb\nccc  d"
    assert table([]) == ""


def test_progress_is_for_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with progress(shown=True) as told:
        told("render", "kz-kg")
    assert capsys.readouterr().err == ""

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(shown=True) as told:
        told("render", "kz-kg")
    assert "laying out and auditing kz-kg" in capsys.readouterr().err


def test_stages_are_logged_only_when_asked_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("bilan")
    monkeypatch.setattr(logger, "level", logging.NOTSET)
    opened(project)
    assert logger.level == logging.NOTSET

    opened(project, verbose=True)
    assert logger.level == logging.INFO
    logger.setLevel(logging.NOTSET)
