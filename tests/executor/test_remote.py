from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bilan.executor import remote
from bilan.executor.parcel import pack
from bilan.executor.remote import laid_out
from bilan.program import program
from bilan.render.job import Job, Limits, Rendering

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
Serial = Callable[[str], Rendering]


@pytest.fixture(autouse=True)
def ended(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What an engine's worker does when its process ends."""
    endings: list[tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]] = []
    monkeypatch.setattr("bilan.executor.remote.register", lambda ending, *given, **named: endings.append((ending, given, named)))
    yield
    for ending, given, named in endings:
        ending(*given, **named)
    assert all(not folder.exists() for folder in remote._folders)
    remote._pools.clear()
    remote._folders.clear()


def test_a_worker_lays_out_in_a_bounded_process_that_stays_warm(sample: Sample, serial: Serial) -> None:
    parcel = pack(sample("minister", "en"), Limits())

    made = [laid_out(parcel, program()) for _ in range(2)]

    assert made == [serial("en")] * 2
    (pool,) = remote._pools.values()
    assert [one._child is not None for one in pool.workers].count(True) == 1


def test_what_went_wrong_travels_as_facts(custom: Custom) -> None:
    found = laid_out(pack(custom({"base/cover.html": "{% if %}"}), Limits()), program())

    assert isinstance(found, dict)
    assert found["failure"] == "TemplateError"
    assert found["where"] == "templates/base/cover.html"


def test_another_program_lays_out_nothing(sample: Sample) -> None:
    found = laid_out(pack(sample("minister", "en"), Limits()), "0" * 64)

    assert isinstance(found, dict)
    assert found["message"] == "runs another Bilan or other libraries"
    assert remote._pools == {}
