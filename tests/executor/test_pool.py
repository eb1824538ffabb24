import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import RenderError, StoppedError, TemplateError
from bilan.executor.pool import Pool, processors
from bilan.render.bounded import WorkerLostError
from bilan.render.job import Job, Limits, Rendering

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
Serial = Callable[[str], Rendering]
SILENT = "{% for a in word %}" * 7 + "{% set b = a %}" + "{% endfor %}" * 7
DOUBLED = "{% set a0 = 'xxxxxxxxxxxxxxxx' %}" + "".join(f"{{% set a{n + 1} = a{n} ~ a{n} %}}" for n in range(40))


def started(pool: Pool) -> list[bool]:
    return [one._child is not None for one in pool.workers]


def test_two_workers_give_the_same_bytes_as_this_process_in_the_order_asked(sample: Sample, serial: Serial) -> None:
    languages = ("en", "fr", "en")
    with Pool(2) as pool:
        made = list(pool.map(sample("minister", language) for language in languages))

    assert made == [serial(language) for language in languages]


def test_no_more_processes_are_started_than_the_work_needs(sample: Sample) -> None:
    with Pool(3) as pool:
        pool.start()
        assert started(pool) == [True, False, False]
        child = pool.workers[0].start()
        os.kill(child.pid, signal.SIGSTOP)
        busy = pool.submit(sample("minister", "en"))
        assert started(pool) == [True, False, False]
        pool.submit(sample("minister", "en")).result()
        assert started(pool) == [True, True, False]
        os.kill(child.pid, signal.SIGCONT)

        assert busy.result().pages == 1


def test_a_worker_killed_within_a_task_costs_one_attempt_and_nothing_of_the_others(
    sample: Sample, serial: Serial, caplog: pytest.LogCaptureFixture
) -> None:
    english, french = sample("minister", "en"), sample("minister", "fr")
    with Pool(2) as pool:
        pool.start(2)
        child = pool.workers[0].start()
        os.kill(child.pid, signal.SIGSTOP)  # it takes the job and never answers
        first, second = pool.submit(english), pool.submit(french)
        other = second.result()
        os.kill(child.pid, signal.SIGKILL)

        assert (first.result(), other) == (serial("en"), serial("fr"))
    assert caplog.messages == ["edition kz-kg/2024-12/minister.en: the rendering process was killed (SIGKILL); tried again"]


def test_a_task_that_loses_every_worker_is_told_after_the_second(sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = tmp_path / "count"
    monkeypatch.setattr("bilan.render.bounded.START", f"import os; open({str(count)!r}, 'a').write('x'); os.abort()")

    with Pool() as pool, pytest.raises(WorkerLostError, match="the rendering process ended with -6"):
        pool.submit(sample("minister", "en")).result()

    assert count.read_text(encoding="utf-8") == "xx"


def test_a_stopped_worker_is_ended_at_its_wall_time_and_the_next_edition_gets_another(sample: Sample) -> None:
    with Pool(limits=Limits(wall_seconds=1)) as pool:
        child = pool.workers[0].start()
        os.kill(child.pid, signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(RenderError, match="took longer than 1 s"):
            pool.submit(sample("minister", "en")).result()

        assert time.monotonic() - began < 3
        assert child.returncode == -signal.SIGKILL
        assert pool.workers[0].start().pid != child.pid


@pytest.mark.parametrize(
    ("bomb", "limits", "said"),
    [
        (SILENT, Limits(cpu_seconds=1, template_seconds=60), r"resource limit \(SIGXCPU\)"),
        (DOUBLED, Limits(memory=2**30), "needs more memory"),
    ],
    ids=["processor", "memory"],
)
def test_a_bomb_costs_its_own_edition_only(custom: Custom, sample: Sample, bomb: str, limits: Limits, said: str) -> None:
    with Pool(limits=limits) as pool:
        with pytest.raises((RenderError, TemplateError), match=said):
            pool.submit(custom({"base/cover.html": bomb})).result()

        pool.workers[0].limits = Limits()
        assert pool.submit(sample("minister", "en")).result().pages == 1


def test_stopped_at_once_it_gives_up_what_runs_and_what_waits(sample: Sample) -> None:
    pool = Pool()
    child = pool.workers[0].start()
    os.kill(child.pid, signal.SIGSTOP)
    runs, waits = pool.submit(sample("minister", "en")), pool.submit(sample("minister", "fr"))

    pool.shutdown(at_once=True)

    for one in (runs, waits):
        with pytest.raises(StoppedError, match="was given up: the program was asked to stop"):
            one.result()
    assert child.poll() == -signal.SIGKILL


def test_a_machine_that_asks_for_none_gets_a_worker_a_processor_and_at_most_four() -> None:
    assert 1 <= processors() <= 4
