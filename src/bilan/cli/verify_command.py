"""`bilan verify`: make an edition again from the project's data and compare every byte."""

import os
from pathlib import Path
from typing import Any

import click

from bilan.cli.build_command import fonts_cache
from bilan.cli.output import common, opened, progress, say
from bilan.errors import ExitCode


@click.command("verify", epilog="Example:  bilan verify reports/kz-kg/2026-10/analyst.en.pdf")
@click.argument("file", type=click.Path(path_type=Path))
@common
def command(file: Path, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Prove that FILE is what this project makes of its data as of the day of issue; exit 7 and the first difference where not."""
    from bilan.pipeline.verify import verify  # noqa: PLC0415  loads the whole chain

    project = opened(folder, verbose=verbose)
    with progress(shown=not quiet and not as_json) as told:
        verdict = verify(project, file, fonts_cache(os.environ), told)
    if as_json:
        say(_as_json(verdict), as_json=True)
    elif not quiet or not verdict.same:
        say("\n".join(_lines(file, verdict)))
    return int(ExitCode.DONE if verdict.same else ExitCode.DIFFERS)


def _lines(file: Path, verdict: Any) -> list[str]:  # noqa: ANN401  its module is heavy
    state = f"the same, all {verdict.size} bytes" if verdict.same else "differs"
    lines = [f"{file.name}: {state} ({verdict.edition}, number {verdict.number}, issue {verdict.issue}; manifest: {verdict.manifest})"]
    lines += [f"  {one}" for one in verdict.differences]
    lines += [f"  without effect: {one}" for one in verdict.notes]
    if verdict.signature is not None:
        trust = {True: "trusted", False: "not trusted", None: "no `trust` in the settings to check it against"}[verdict.signature.trusted]
        intact = "intact" if verdict.signature.intact else "broken"
        lines.append(f"  signed by {verdict.signature.signer} at {verdict.signature.at}: {intact}, {trust}")
    return lines


def _as_json(verdict: Any) -> dict[str, Any]:  # noqa: ANN401  its module is heavy
    from dataclasses import asdict  # noqa: PLC0415  one use

    return {"same": verdict.same, **asdict(verdict)}
