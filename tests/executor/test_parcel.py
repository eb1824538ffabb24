from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bilan.executor.parcel import pack, unpack
from bilan.render.edition import render
from bilan.render.job import Job, Limits, Rendering

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
Serial = Callable[[str], Rendering]


def test_a_job_unpacked_elsewhere_gives_the_same_pages_from_files_of_its_own(sample: Sample, serial: Serial, tmp_path: Path) -> None:
    job = sample("minister", "en")

    again, limits = unpack(pack(job, Limits(cpu_seconds=7)), tmp_path)

    assert limits == Limits(cpu_seconds=7)
    assert all(path.is_relative_to(tmp_path.resolve()) for path in (*again.fonts.values(), *again.look.roots))
    assert render(again) == serial("en")


def test_the_same_job_is_the_same_parcel_and_lies_there_once(sample: Sample, tmp_path: Path) -> None:
    job = sample("minister", "en")
    first, second = pack(job, Limits()), pack(job, Limits())
    unpack(first, tmp_path)
    lying = sorted(tmp_path.iterdir())
    unpack(second, tmp_path)

    assert first == second
    assert sorted(tmp_path.iterdir()) == lying


def test_another_template_is_another_folder_and_links_stay_at_home(custom: Custom, tmp_path: Path) -> None:
    job = custom({"base/cover.html": "<h1>x</h1>", "base/logo.png": "png"})
    (job.look.roots[0] / "base" / "link.html").symlink_to("/etc/hostname")

    one, _ = unpack(pack(job, Limits()), tmp_path)
    (job.look.roots[0] / "base" / "cover.html").write_text("<h1>y</h1>", encoding="utf-8")
    other, _ = unpack(pack(job, Limits()), tmp_path)

    assert sorted(path.name for path in one.look.roots[0].rglob("*.*")) == ["cover.html", "logo.png"]
    assert one.look.roots[0] != other.look.roots[0]
    assert one.look.roots[1] == other.look.roots[1]


def test_one_who_was_slower_takes_what_is_there(sample: Sample, tmp_path: Path) -> None:
    job, seen = sample("minister", "en"), Path.is_dir
    unpack(pack(job, Limits()), tmp_path)
    lying = sorted(tmp_path.iterdir())
    blind = lambda self: seen(self) and len(self.name) != 64  # noqa: E731  does not see what another has just put there

    Path.is_dir = blind  # type: ignore[method-assign]  # as between the look and the rename
    try:
        again, _ = unpack(pack(replace(job), Limits()), tmp_path)
    finally:
        Path.is_dir = seen  # type: ignore[method-assign]

    assert sorted(tmp_path.iterdir()) == lying
    assert all(path.is_file() for path in again.fonts.values())
