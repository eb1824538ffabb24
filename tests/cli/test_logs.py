import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zlib import decompress, error

import pytest

from bilan.cli.logs import Guarded, JsonLines, Lines, set_up, wanted
from bilan.config.serving import LogConfig
from bilan.errors import UsageError
from bilan.journal import about, stage
from bilan.secret import hide

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
CANARY = "c4n4ry-Vq81/x+"
STAGES = ["observations", "readings", "gate", "findings", "sections", "figures", "pages", "numerals", "edition"]


def told(formatter: logging.Formatter, work: Callable[[logging.Logger], object]) -> str:
    """What a formatter makes of a piece of work."""
    log, stream = logging.getLogger("bilan.tests.logs"), io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        work(log)
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    return stream.getvalue()


def one_stage(log: logging.Logger) -> None:
    with about(edition="kz-kg/2026-10/press.fr", run=7), stage(log, "readings") as one:
        one.count = 31


def a_failure(log: logging.Logger) -> None:
    try:
        int(CANARY)
    except ValueError:
        log.exception("tick: failed with %s", CANARY)


def test_people_read_when_how_grave_what_and_what_it_concerns() -> None:
    said = told(Lines(), one_stage)

    assert said[10] == "T"
    assert "Z INFO readings: 31 in " in said
    assert said.endswith(" ms (edition kz-kg/2026-10/press.fr, run 7)\n")


def test_machines_read_one_object_a_line() -> None:
    said = json.loads(told(JsonLines(), one_stage))

    assert {name: said[name] for name in ("level", "room", "stage", "count", "edition", "run")} == {
        "level": "info", "room": "bilan.tests.logs", "stage": "readings", "count": 31, "edition": "kz-kg/2026-10/press.fr", "run": 7,
    }  # fmt: skip
    assert said["message"].startswith("readings: 31 in ")
    assert said["ms"] >= 0
    assert said["at"].endswith("Z")


@pytest.mark.parametrize("formatter", [Lines(), JsonLines()], ids=["text", "json"])
def test_neither_shows_a_secret_not_even_in_a_trace(formatter: logging.Formatter) -> None:
    hide(CANARY)

    said = told(formatter, a_failure)

    assert "Traceback" in said
    assert said.count("***") == 2
    assert "c4n4ry" not in said


def test_nothing_reaches_a_guarded_stream_unread() -> None:
    hide(CANARY)
    inner = io.StringIO()

    length = Guarded(inner).write(f"hint: {CANARY}\n")

    assert inner.getvalue() == "hint: ***\n"
    assert length == len(f"hint: {CANARY}\n")
    assert not Guarded(inner).isatty()  # type: ignore[operator]  # whatever the stream has


def test_the_form_of_the_settings_is_taken_where_nothing_else_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[logging.Handler] = []
    monkeypatch.setattr(logging, "basicConfig", lambda *, handlers: made.append(handlers[0]))
    monkeypatch.setattr(logging.getLogger("bilan"), "level", logging.NOTSET)

    set_up(LogConfig(format="json"), logging.INFO)
    monkeypatch.setenv("BILAN_LOG", "text")
    set_up(LogConfig(format="json"), logging.INFO)

    assert [type(one.formatter) for one in made] == [JsonLines, Lines]


def test_a_variable_that_names_no_form_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILAN_LOG", "xml")

    with pytest.raises(UsageError, match="BILAN_LOG: 'xml' is no form of log"):
        set_up(LogConfig(), logging.INFO)


def test_the_option_counts_more_than_the_variable(bilan: Bilan, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms: list[tuple[str, int]] = []
    monkeypatch.setenv("BILAN_LOG", "text")
    monkeypatch.setattr("bilan.cli.output.set_up", lambda _, level: forms.append((wanted(), level)))

    assert bilan("list", "audiences", "--log", "json", "--project", project)[0] == 0
    assert bilan("list", "audiences", "--project", project)[0] == 0
    assert forms == [("json", logging.INFO), ("text", logging.INFO)]


def bilan_outside(
    project: Path, *arguments: str, code: str = "from bilan.__main__ import main; main()"
) -> subprocess.CompletedProcess[str]:
    """Run in a process of its own, with a canary in every kind of secret."""
    word = project / "word"
    word.write_text(f"{CANARY}\n", encoding="utf-8")
    secrets = {"BILAN_COMTRADE_KEY": CANARY, "BILAN_SMTP_PASSWORD_FILE": str(word), "PGPASSWORD": CANARY}
    command = [sys.executable, "-c", code, *arguments, "--project", str(project)]
    done = subprocess.run(command, env=os.environ | secrets, capture_output=True, text=True, check=False)
    word.unlink()
    return done


def unpacked(path: Path) -> bytes:
    """The bytes of a file, and of every stream within that can be unpacked."""
    content = path.read_bytes()
    found = [content]
    for part in content.split(b"stream\n")[1:]:
        try:
            found.append(decompress(part.split(b"\nendstream")[0]))
        except error:
            continue
    return b"\n".join(found)


def test_an_edition_is_told_stage_by_stage_and_no_canary_stands_in_anything_it_left(project: Path) -> None:
    done = bilan_outside(project, "build", "--log", "json")

    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    stages = {line["stage"]: line for line in lines if "stage" in line}
    assert list(stages) == STAGES
    assert {line["edition"] for line in stages.values()} == {"kz-kg/2026-10/minister.en"}
    assert all(line["count"] > 0 for line in stages.values())
    left = [path for path in project.rglob("*") if path.is_file()]
    assert any(path.suffix == ".pdf" for path in left)
    assert [path for path in left if CANARY.encode() in unpacked(path)] == []
    assert CANARY not in done.stdout + done.stderr


def test_no_error_shows_a_canary(project: Path) -> None:
    settings = project / "bilan.toml"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text(f'{whole}ledger = "postgresql+psycopg://bilan:{CANARY}@127.0.0.1:1/ledger"\n', encoding="utf-8")
    refused = bilan_outside(project, "build")
    settings.write_text(f'{whole}[log]\nform = "{CANARY}"\n', encoding="utf-8")
    invalid = bilan_outside(project, "build")

    assert "ledger" in refused.stderr
    assert refused.returncode == 1
    assert "log.form: unknown setting" in invalid.stderr
    assert invalid.returncode == 3
    assert CANARY not in refused.stdout + refused.stderr + invalid.stdout + invalid.stderr


def test_a_bug_shows_its_trace_without_the_canary(project: Path) -> None:
    code = f"import bilan.__main__ as m\ndef run(_): raise RuntimeError('met {CANARY}')\nm.run = run\nm.main()"

    done = bilan_outside(project, code=code)

    assert done.returncode == 1
    assert "RuntimeError: met ***" in done.stderr
