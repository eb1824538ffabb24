import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bilan.errors import StoppedError, TemplateError, UsageError
from bilan.executor.apart import Bounds, BoundsError, answered, apart
from bilan.stop import Stop

HERE = "tests.executor.test_apart"
MB = 1024 * 1024


def echo(told: Mapping[str, Any]) -> Any:  # noqa: ANN401  JSON
    print("noise on standard output is no answer")  # noqa: T201  what a library may do
    return {"told": told, "secret": os.environ.get("BILAN_SECRET")}


def refuse(told: Mapping[str, Any]) -> None:
    raise UsageError(str(told["where"]), "is odd", "mend it")


def mistake(_: Mapping[str, Any]) -> None:
    raise TemplateError("base.html", ("line 1: oh",), "mend it")


def greedy(_: Mapping[str, Any]) -> int:
    return len(bytearray(2**34))


def endless(_: Mapping[str, Any]) -> None:
    while True:
        pass


def asleep(told: Mapping[str, Any]) -> None:
    Path(told["sign"]).touch()
    threading.Event().wait()


def gone(_: Mapping[str, Any]) -> None:
    os.abort()


def silent(_: Mapping[str, Any]) -> None:
    os._exit(0)


def wordy(_: Mapping[str, Any]) -> str:
    return "x" * 3 * MB


def failing(_: Mapping[str, Any]) -> None:
    raise ZeroDivisionError


def test_a_task_takes_json_gives_json_and_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILAN_SECRET", "hush")

    assert apart(f"{HERE}:echo", {"a": [1, "é"]}, "a task") == {"told": {"a": [1, "é"]}, "secret": None}


def test_what_a_task_refuses_is_told_as_it_said_it() -> None:
    with pytest.raises(UsageError, match="x: is odd") as met:
        apart(f"{HERE}:refuse", {"where": "x"}, "a task")
    assert met.value.hint == "mend it"
    with pytest.raises(TemplateError, match="line 1: oh"):
        apart(f"{HERE}:mistake", {}, "a task")


@pytest.mark.parametrize(
    ("task", "bounds", "said"),
    [
        ("greedy", Bounds(memory=512 * MB), "a task: needs more than 512 MB of memory"),
        ("endless", Bounds(cpu_seconds=1), "a task: took more than 1 s of the processor"),
        ("endless", Bounds(wall_seconds=0.2), "a task: took longer than 0.2 s"),
        ("gone", Bounds(), r"a task: ended its process \(SIGABRT\)"),
        ("silent", Bounds(), "a task: ended its process with 0"),
        ("failing", Bounds(), "a task: ended its process with 1"),
        ("wordy", Bounds(file_bytes=MB), r"a task: ended its process"),
    ],
)
def test_a_task_that_takes_too_much_or_breaks_costs_its_own_process(task: str, bounds: Bounds, said: str) -> None:
    with pytest.raises(BoundsError, match=said):
        apart(f"{HERE}:{task}", {}, "a task", bounds)


def test_the_last_words_of_a_task_that_breaks_are_for_the_log_alone(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BoundsError) as met:
        apart(f"{HERE}:failing", {}, "a task")

    (said,) = caplog.messages
    assert said.startswith("a task: its process ended with 1: ")
    assert said.rpartition(": ")[2] not in str(met.value)


def test_a_task_that_is_called_off_is_given_up_at_once(tmp_path: Path) -> None:
    stop, sign = Stop(), tmp_path / "sign"

    def call_off() -> None:
        while not sign.exists():
            sign.parent.stat()
        stop.at_once.set()

    other = threading.Thread(target=call_off)
    other.start()
    with pytest.raises(StoppedError, match="was given back"):
        apart(f"{HERE}:asleep", {"sign": str(sign)}, "a task", stop=stop)
    other.join()


def test_an_answer_is_the_value_or_the_facts_of_what_went_wrong() -> None:
    assert answered("json:loads", "[1]") == {"answer": [1]}
    assert answered(f"{HERE}:refuse", {"where": "x"})["error"]["message"] == "is odd"
