"""How does a job draw the gallery? In a process of its own, since a template may run on for ever, and the PDF is a file of the job."""

from bilan.executor.apart import MEGABYTE, Bounds, apart
from bilan.ledger.job_records import JobRow, JobState
from bilan.web.jobs.bench import Bench, Ended, Ways, counted, folder_of
from bilan.web.jobs.requests import GalleryAsked

TASK = "bilan.pipeline.gallery:task"
"""Named, not imported: drawing and layout load in its own process alone."""
BOUNDS = Bounds(cpu_seconds=120, wall_seconds=300.0, memory=2048 * MEGABYTE)


def drawn(bench: Bench, job: JobRow, asked: GalleryAsked, ways: Ways) -> Ended:
    """Draw every kind of chart as `bilan gallery` does; called off, it ends at once."""
    folder = folder_of(bench.project, job.name)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"gallery.{asked.language}.pdf"
    ways.tell("render", name, 0.0)
    wanted = {
        "root": str(bench.project.root), "language": asked.language, "cache": str(bench.fonts_cache), "day": bench.clock().date().isoformat(),
        "out": str(folder / name),
    }  # fmt: skip
    told = apart(TASK, wanted, f"gallery {asked.language}", BOUNDS, ways.stop)
    problems = len(told["problems"])
    return Ended(JobState.DONE, f"the layout complained of {counted(problems, 'thing')}" if problems else "", told | {"files": [name]})
