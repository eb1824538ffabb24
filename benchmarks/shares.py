"""Which stage takes how much of one cold edition? Builds it in this process and writes what each stage took as JSON.

Usage: python shares.py PROJECT OUT.json; the process that lays pages out tells the same of itself.
"""

import builtins
import importlib
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bilan.render.job import Job, Limits

OTHER, WAITING = "other", "waiting"
LIBRARIES = ("matplotlib", "weasyprint", "sqlalchemy", "alembic", "duckdb", "pydantic", "fluent", "fontTools", "jinja2", "pypdfium2")
OURS = (
    ("bilan.fonts.cut", "font_files", "fonts"),
    ("bilan.ledger.book", "Ledger.open", "ledger"),
    ("bilan.ledger.book", "Ledger._write", "ledger"),
    ("bilan.pipeline.knowledge", "read_observations", "reading tables"),
    ("bilan.pipeline.knowledge", "read_dossier", "reading tables"),
    ("bilan.store.parquet", "Store.ingest", "store"),
    ("bilan.store.parquet", "Store.as_of", "store"),
    ("bilan.pipeline.knowledge", "run", "gate"),
    ("bilan.pipeline.knowledge", "compute", "indicators"),
    ("bilan.pipeline.knowledge", "derive", "findings"),
    ("bilan.pipeline.edition", "printer", "wording"),
    ("bilan.pipeline.edition", "compose", "composing"),
    ("bilan.pipeline.edition", "draw", "charts"),
    ("concurrent.futures", "Future.result", WAITING),
    ("bilan.pipeline.edition", "audit", "audit of numbers"),
    ("bilan.pipeline.edition", "manifest", "manifest"),
    ("bilan.archive.archive", "Archive.publish", "archive"),
    ("bilan.archive.archive", "Archive.records", "archive"),
    ("bilan.pipeline.build", "program", "fingerprints"),
    ("bilan.pipeline.build", "inputs", "fingerprints"),
    ("bilan.pipeline.edition", "inputs_key", "fingerprints"),
)
PAGES = (
    ("bilan.render.page", "html", "template"),
    ("bilan.render.pdf", "_laid_out", "layout"),
    ("weasyprint.document", "Document.write_pdf", "painting, tags, writing"),
    ("bilan.render.faces", "_subset", "fonts cut to size"),
    ("bilan.render.guards", "check", "guards of the pages"),
)


class Watch:
    """Time by stage; what runs inside another stage counts for itself only."""

    def __init__(self, start: tuple[float, float]) -> None:
        self.wall: dict[str, float] = defaultdict(float)
        self.cpu: dict[str, float] = defaultdict(float)
        self._stages = [OTHER]
        self._since = start

    def now(self) -> tuple[float, float]:
        """Wall clock and the CPU of this process."""
        return time.perf_counter(), time.process_time()

    def around(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """The function, its time counted for a stage."""

        def watched(*args: object, **named: object) -> Any:  # noqa: ANN401  whatever it gives
            self.turn()
            self._stages.append(stage)
            try:
                return function(*args, **named)
            finally:
                self.turn()
                self._stages.pop()

        return watched

    def turn(self) -> None:
        """Count the time since the last turn for the stage that runs."""
        now = self.now()
        self.wall[self._stages[-1]] += now[0] - self._since[0]
        self.cpu[self._stages[-1]] += now[1] - self._since[1]
        self._since = now

    def watch(self, module: str, name: str, stage: str) -> None:
        """Count a function, or a method as `Class.method`, for a stage."""
        owner: Any = importlib.import_module(module)
        *outer, last = name.split(".")
        for part in outer:
            owner = getattr(owner, part)
        kept = owner.__dict__[last]
        watched = self.around(getattr(owner, last) if isinstance(kept, classmethod) else kept, stage)
        setattr(owner, last, staticmethod(watched) if isinstance(kept, classmethod) else watched)

    def watch_loading(self) -> None:
        """Count every import: for its library where that is a large one, which takes with it what only it needs."""
        real: Callable[..., Any] = builtins.__import__
        watched = {name: self.around(real, f"loading {name}") for name in ("the rest", *LIBRARIES)}

        def counted(name: str, *args: object, **named: object) -> Any:  # noqa: ANN401  a module
            running = self._stages[-1].removeprefix("loading ")
            wanted = name.partition(".")[0]
            if wanted not in LIBRARIES:
                wanted = running if running in watched else "the rest"
            return (real if wanted == running else watched[wanted])(name, *args, **named)

        builtins.__import__ = counted

    def told(self) -> list[tuple[str, float, float]]:
        """Stage, wall seconds, CPU seconds."""
        self.turn()
        return [(stage, self.wall[stage], self.cpu[stage]) for stage in self.wall]


def started() -> tuple[float, float]:
    """Just now, with no CPU used: the start of Python counts too."""
    return time.perf_counter(), 0.0


def pages(out: str) -> None:
    """What the process that lays out runs here: the same, watched; the first edition only."""
    watch = Watch(started())
    watch.watch_loading()
    import bilan.render.child as process  # noqa: PLC0415  its loading is what we watch

    for module, name, stage in PAGES:
        watch.watch(module, name, stage)
    answer = process.answer

    def answered(job: "Job", limits: "Limits") -> tuple[bytes, bytes, bytes, bytes]:
        watch.turn()
        watch.wall[WAITING], watch.wall[OTHER] = watch.wall[OTHER], 0.0  # for the job
        made = answer(job, limits)
        Path(out).write_text(json.dumps(watch.told()), encoding="utf-8")
        return made

    process.answer = answered
    process.main()


def main(project: str, out: str) -> None:
    """Build once, everything watched."""
    watch = Watch(started())
    watch.watch_loading()
    from bilan.cli.app import run  # noqa: PLC0415  its loading is what we watch
    from bilan.render import bounded  # noqa: PLC0415  same

    bounded.START = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); from shares import pages; pages({out + '.pages'!r})"
    for module, name, stage in OURS:
        watch.watch(module, name, stage)
    os.chdir(project)
    code = run(["build", "kz-kg", "-a", "analyst", "-l", "en", "-q"])
    Path(out).write_text(json.dumps(watch.told()), encoding="utf-8")
    sys.exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
