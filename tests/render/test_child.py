import gc
import json
import os
import pickle
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bilan.render import child
from bilan.render.edition import render
from bilan.render.job import Job, Limits

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
WIDE = Limits(template_seconds=60, cpu_seconds=10**6, memory=2**45, file_bytes=2**45)


def message(job: Job) -> bytes:
    body = pickle.dumps((job, WIDE))
    return len(body).to_bytes(8) + body


def test_two_jobs_are_answered_one_after_the_other(sample: Sample) -> None:
    answers = BytesIO()

    child.serve(BytesIO(message(sample("minister", "en")) + message(sample("minister", "fr"))), answers)

    answers.seek(0)
    for language in ("en", "fr"):
        facts = json.loads(answers.readline())
        expected = render(sample("minister", language))
        assert answers.read(facts["html"]).decode() == expected.html
        assert answers.read(facts["pdf"]) == expected.pdf
        assert answers.read(facts["light"]).decode() == expected.light
        assert facts["pages"] == 1
    assert answers.read() == b""


def test_a_mistake_in_a_template_is_answered_with_its_line(custom: Custom) -> None:
    header, *rest = child.answer(custom({"base/cover.html": "{{ nothing }}"}), WIDE)

    assert json.loads(header)["mistakes"] == ["line 1: 'nothing' is undefined", "  {{ nothing }}"]
    assert rest == [b"", b"", b""]


def test_pages_nested_too_deeply_are_answered_as_a_failure_to_render(custom: Custom) -> None:
    header, *_ = child.answer(custom({"base/cover.html": "<div>" * 3000}), WIDE)

    assert json.loads(header)["message"].startswith("elements are nested too deeply")
    assert json.loads(header)["mistakes"] == []


def test_an_endless_template_is_stopped_at_its_line(custom: Custom) -> None:
    loops = "\n".join(["{% for a in word %}"] * 7 + ["x"] + ["{% endfor %}"] * 7)
    job = custom({"base/cover.html": loops})

    header, *_ = child.answer(job, replace(WIDE, template_seconds=0.6))

    facts = json.loads(header)
    assert facts["where"] == "templates/base/cover.html"
    assert "took longer than 0.6 s" in facts["mistakes"][0]
    assert "loop" in facts["hint"]
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_an_endless_template_that_prints_nothing_is_stopped_too(custom: Custom) -> None:
    loops = "{% for a in word %}" * 7 + "{% set b = a %}" + "{% endfor %}" * 7

    header, *_ = child.answer(custom({"base/cover.html": loops}), replace(WIDE, template_seconds=0.6))

    assert json.loads(header)["where"] == "templates/base/cover.html"


def test_an_endless_page_for_screens_is_stopped_at_its_line_as_well(custom: Custom) -> None:
    """It prints nothing: a quick machine would reach the most signs before the time is over."""
    loops = "{% for a in word %}" * 7 + "{% set b = a %}" + "{% endfor %}" * 7

    header, *_ = child.answer(custom({"minister/light.html": f"<html>\n{loops}"}), replace(WIDE, template_seconds=1.5))

    facts = json.loads(header)
    assert facts["where"] == "templates/minister/light.html"
    assert facts["mistakes"][0].startswith("line 2")
    assert "took longer than 1.5 s" in facts["mistakes"][0]


def test_what_else_writes_to_standard_output_does_not_disturb_the_answers(sample: Sample, tmp_path: Path) -> None:
    jobs, answers = tmp_path / "jobs", tmp_path / "answers"
    jobs.write_bytes(message(sample("minister", "en")))
    source, sink = os.open(jobs, os.O_RDONLY), os.open(answers, os.O_WRONLY | os.O_CREAT)
    try:
        child.main(source, sink)
        os.write(sink, b"")
    finally:
        os.close(source)
        os.close(sink)
        gc.unfreeze()

    facts = json.loads(answers.read_bytes().partition(b"\n")[0])
    assert facts["pages"] == 1


@pytest.mark.parametrize("hard", [2**30, -1])
def test_a_limit_is_never_set_above_what_the_machine_allows(monkeypatch: pytest.MonkeyPatch, hard: int) -> None:
    seen: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "getrlimit", lambda _: (hard, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda kind, pair: seen.update({kind: pair}))

    child._limit(Limits(memory=2**31))

    assert seen[resource.RLIMIT_AS] == ((2**30, hard) if hard > 0 else (2**31, hard))


def test_the_innermost_of_the_resumed_templates_is_the_one_stopped() -> None:
    clock = child._Clock(1)
    outer = "def outer(inner):\n    return inner()\n"
    inner = "import sys\ndef inner():\n    return sys._getframe()\n"
    spaces: list[dict[str, Any]] = [{child.TEMPLATE: True}, {child.TEMPLATE: True}, {}]
    exec(outer, spaces[0])  # noqa: S102  frames that look like those of templates
    exec(inner, spaces[1])  # noqa: S102
    exec(inner, spaces[2])  # noqa: S102
    deep, shallow, other = spaces[0]["outer"](spaces[1]["inner"]), spaces[1]["inner"](), spaces[2]["inner"]()

    clock.watch(other, "call", None)
    clock.watch(deep, "return", None)
    assert clock.resumed == 0
    for _ in range(child.WATCHED):
        clock.watch(deep, "call", None)
    clock.watch(shallow, "call", None)
    with pytest.raises(TimeoutError, match="took longer than 1 s"):
        clock.watch(deep, "call", None)
