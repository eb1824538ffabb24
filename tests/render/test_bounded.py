import os
import signal
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.errors import RenderError, Severity, StoppedError, TemplateError
from bilan.render.bounded import RenderWorker, _shut, render_bounded
from bilan.render.edition import render
from bilan.render.job import Job, Limits
from bilan.render.loader import MOST_BYTES

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
LOOPS = "\n".join(["{% for a in word %}"] * 7 + ["x"] + ["{% endfor %}"] * 7)
SILENT = "{% for a in word %}" * 7 + "{% set b = a %}" + "{% endfor %}" * 7
DOUBLED = "".join(f"{{% set a{n + 1} = a{n} ~ a{n} %}}" for n in range(40))


def test_a_child_gives_the_same_bytes_as_this_process(sample: Sample) -> None:
    with RenderWorker() as worker:
        made = [worker.render(sample("minister", language)) for language in ("en", "fr")]

    assert made == [render(sample("minister", language)) for language in ("en", "fr")]


def test_problems_come_back_whole(sample: Sample) -> None:
    job = sample("analyst", "en")

    made = render_bounded(replace(job, look=replace(job.look, pages=1)))

    assert made.problems[0].severity is Severity.HOLD
    assert made.problems == render(replace(job, look=replace(job.look, pages=1))).problems


def test_an_endless_template_costs_its_own_edition_only(custom: Custom, sample: Sample) -> None:
    with RenderWorker(Limits(template_seconds=0.6)) as worker:
        with pytest.raises(TemplateError, match=r"templates/base/cover.html.*\n.*took longer than 0.6 s"):
            worker.render(custom({"base/cover.html": LOOPS}))

        assert worker.render(sample("minister", "fr")).pages == 1


def test_a_template_that_fills_the_memory_is_told_with_its_line(custom: Custom) -> None:
    with pytest.raises(TemplateError, match="line 1: needs more memory"):
        render_bounded(custom({"base/cover.html": "{% set a0 = 'xxxxxxxxxxxxxxxx' %}" + DOUBLED}), Limits(memory=2**30))


def test_a_template_that_writes_without_end_is_told_with_the_line_that_includes_it(custom: Custom) -> None:
    rows = "".join(f"{{% for {name} in word %}}" for name in "abcde") + "\n<tr><td>a long row of a table</td></tr>\n" + "{% endfor %}" * 5

    with pytest.raises(TemplateError, match="writes more than 20 million signs") as caught:
        render_bounded(custom({"base/cover.html": f"<table>{rows}</table>"}))

    assert '{% include "cover.html" %}' in caught.value.mistakes[1]


def test_a_huge_table_is_bounded_by_time(custom: Custom) -> None:
    rows = "{% for a in word %}{% for b in word %}{% for c in word %}<tr><td>{{ a }}</td><td>{{ b }}</td></tr>{% endfor %}{% endfor %}{% endfor %}"

    with pytest.raises(RenderError, match="resource limit"):
        render_bounded(custom({"base/cover.html": f"<table>{rows}</table>"}), Limits(cpu_seconds=4))


def test_pages_far_over_the_budget_hold_the_edition(custom: Custom) -> None:
    made = render_bounded(custom({"base/cover.html": '{% for a in word %}<div style="break-after:page">{{ a }}</div>{% endfor %}'}))

    assert [one.rule for one in made.problems if one.where == "pages"] == ["layout.page-budget"]
    assert made.steps == ()


def test_a_picture_that_unpacks_to_a_wall_of_points_costs_its_own_edition_only(custom: Custom) -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b"\0" * 10_000)) + _chunk(b"IEND", b"")
    job = custom({"base/cover.html": '<p class="cover" data-head="" data-foot=""><img src="bomb.png" alt="x"></p><h1>x</h1>'})
    (job.look.roots[0] / "base" / "bomb.png").write_bytes(bomb)

    made = render_bounded(job)

    assert any(one.severity is Severity.HOLD and "bomb.png" in one.message for one in made.problems)


def test_a_picture_of_many_bytes_is_not_loaded(custom: Custom) -> None:
    job = custom({"base/cover.html": '<p class="cover" data-head="" data-foot=""><img src="large.png" alt="x"></p><h1>x</h1>'})
    (job.look.roots[0] / "base" / "large.png").write_bytes(b"\0" * (MOST_BYTES + 1))

    said = [one.message for one in render_bounded(job).problems]

    assert any("has more than 4 MB" in one for one in said)
    assert "<img src='large.png'> was refused" in said


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_limit_of_time_is_told_and_the_next_edition_gets_a_new_child(sample: Sample, custom: Custom) -> None:
    slow = custom({"base/cover.html": SILENT})
    with RenderWorker() as worker:
        worker.render(sample("minister", "en"))
        worker.limits = Limits(wall_seconds=2, template_seconds=60)
        with pytest.raises(RenderError, match="took longer than 2 s"):
            worker.render(slow)

        worker.limits = Limits()
        assert worker.render(sample("minister", "en")).pages == 1


def test_a_limit_of_processor_time_is_told_as_such(custom: Custom) -> None:
    with pytest.raises(RenderError, match=r"reached a resource limit \(SIGXCPU\)"):
        render_bounded(custom({"base/cover.html": SILENT}), Limits(cpu_seconds=1, template_seconds=60))


def test_a_child_that_dies_is_told_with_its_last_words(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.render.bounded.START", "import sys; sys.stdin.buffer.read(9); raise SystemExit('out of paper')")

    with pytest.raises(RenderError, match="ended with 1: out of paper"):
        render_bounded(sample("minister", "en"))


def test_a_child_that_says_nothing_is_told_too(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.render.bounded.START", "raise SystemExit(3)")

    with pytest.raises(RenderError, match="ended with 3: no word"):
        render_bounded(sample("minister", "en"))


@pytest.mark.parametrize("said", ["{}", '{"html": 9, "pdf": 0, "pages": 1, "problems": [], "steps": []}\\n'])
def test_half_an_answer_is_no_answer(sample: Sample, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setattr("bilan.render.bounded.START", f"import sys; sys.stdin.buffer.read(9); sys.stdout.write('{said}')")

    with pytest.raises(RenderError, match="the rendering process ended with"):
        render_bounded(sample("minister", "en"))


def test_a_page_that_cannot_be_laid_out_is_an_error_of_rendering(custom: Custom) -> None:
    with pytest.raises(RenderError, match="nested too deeply"):
        render_bounded(custom({"base/cover.html": "<div>" * 3000}))


def test_a_worker_that_was_stopped_from_outside_starts_again(sample: Sample) -> None:
    with RenderWorker() as worker:
        child = worker.start()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()

        assert worker.render(sample("minister", "en")).pages == 1


def test_a_child_that_laid_out_its_share_gives_its_place_to_a_fresh_one(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.render.bounded.MOST_EDITIONS", 2)
    with RenderWorker() as worker:
        made, children = [], [worker.start().pid]
        for _ in range(3):
            made.append(worker.render(sample("minister", "en")))
            children.append(worker.start().pid)

    assert made == [made[0]] * 3
    assert children[0] == children[1] != children[2] == children[3]


def test_closing_a_worker_that_never_started_is_nothing() -> None:
    RenderWorker().close()


def test_a_worker_that_was_closed_starts_nothing_more(sample: Sample) -> None:
    worker = RenderWorker()
    worker.close()

    with pytest.raises(StoppedError, match="render: was asked to stop"):
        worker.render(sample("minister", "en"))


def test_a_pipe_nobody_reads_is_closed_without_a_word() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    pipe = os.fdopen(writer, "wb")
    pipe.write(b"unsent")

    _shut(pipe)

    assert pipe.closed


def test_the_parent_loads_none_of_the_heavy_libraries() -> None:
    code = "import sys, bilan.render.bounded, bilan.render.look; print(sorted({'weasyprint', 'jinja2', 'pypdfium2', 'pydantic'} & set(sys.modules)))"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  our own interpreter

    assert said.stdout.strip() == "[]"


def test_no_secret_of_the_parent_reaches_the_child(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILAN_SMTP_PASSWORD", "secret")
    monkeypatch.setattr(
        "bilan.render.bounded.START",
        "import os, sys; sys.stdin.buffer.read(9); raise SystemExit(os.environ.get('BILAN_SMTP_PASSWORD', 'none'))",
    )

    with pytest.raises(RenderError, match="ended with 1: none"):
        render_bounded(sample("minister", "en"))
