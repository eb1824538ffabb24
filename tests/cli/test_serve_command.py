import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from bilan.cli.app import run

Tick = Callable[[datetime], object]


def test_ends_cleanly_when_told_to(project: Path) -> None:
    child = subprocess.Popen([sys.executable, "-m", "bilan", "serve", "--project", str(project)], stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    first = child.stderr.readline()
    child.send_signal(signal.SIGTERM)
    _, rest = child.communicate(timeout=60)

    assert child.returncode == 0
    assert "serving: next nothing is scheduled" in first
    assert "serving: ended" in rest


@pytest.mark.parametrize("options", [[], ["--quiet"]])
def test_each_tick_is_one_pass_over_what_is_due(project: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    ticks: list[object] = []

    def once(_: object, tick: Tick, __: object, stop: Event, every: float, ___: object) -> None:
        ticks.append(tick(datetime(2026, 11, 2, 1, 5, tzinfo=UTC)))
        signal.raise_signal(signal.SIGTERM)
        assert stop.is_set()
        assert every == 5

    monkeypatch.setattr("bilan.schedule.serve.serve", once)
    before = [signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)]
    try:
        assert run(["serve", "--every", "5", "--project", str(project), *options]) == 0
    finally:
        for name, action in zip((signal.SIGTERM, signal.SIGINT), before, strict=True):
            signal.signal(name, action)

    assert ticks == [[]]


def test_it_tells_how_it_is_while_it_serves(project: Path) -> None:
    command = [sys.executable, "-m", "bilan", "serve", "--listen", "127.0.0.1:0", "--project", str(project)]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert child.stderr is not None
    port = next(line for line in child.stderr if "answers on port" in line).partition("port ")[2].partition(" ")[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=30) as answer:
        assert answer.status == 200
    child.send_signal(signal.SIGTERM)
    _, rest = child.communicate(timeout=60)

    assert child.returncode == 0
    assert "serving: ended" in rest
