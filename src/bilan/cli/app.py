"""Which commands are there, and how do mistakes reach a person? One line each, and an exit code."""

import contextlib
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bilan.errors import BilanError, ConfigError, ExitCode, closest
from bilan.pipeline.told import complaint

COMMANDS = {
    "init": "Write a project folder that works at once.",
    "fetch": "Ask public sources for newer values; keep every raw answer.",
    "build": "Issue editions: compute, gate, render, audit, archive.",
    "check": "Look at everything that can be known beforehand.",
    "list": "Show what there is: indicators, charts, sources, audiences, editions.",
    "series": "Show a series as of a date, with all its vintages.",
    "revisions": "Tell what publishers revised between two dates or two editions.",
    "diff": "Compare two editions: readings, sentences, targets, projects.",
    "replay": "Issue every past month as it would have been with what was published by then.",
    "status": "Show what runs, waits, is held, was issued and comes next.",
    "why": "Tell why something was issued on a day, or not.",
    "schedule": "Show the coming occurrences.",
    "run-due": "Issue what is due now, once, and exit.",
    "send": "Send an edition to those on the list, or a test to yourself.",
    "bounces": "Let nothing go to addresses that other servers call dead.",
    "suppress": "Show or change who gets nothing, whatever the list says.",
    "serve": "Keep the clock: issue what falls due, until stopped.",
    "work": "Work off what is asked for on the page or through the API.",
    "approve": "Approve the edition that waits, by its hash.",
    "hold": "Hold what is due: it is not issued before it is released.",
    "release": "Release what is held: it is due again.",
    "retry": "Try again what failed, was held, skipped or cancelled.",
    "cancel": "Call off what is due, held or running.",
    "trace": "Follow a printed number to its rows and sources.",
    "audit": "Hold every numeral of a finished PDF or page against its manifest.",
    "claims": "Show what was claimed, what the data say, and the wording to use.",
    "verify": "Make an edition again and compare every byte; check its signature.",
    "correct": "Issue an edition anew, with a note of what was wrong.",
    "withdraw": "Take an edition back, with the reason.",
    "archive": "Check every issued file, or give back what was lost.",
    "ledger": "Back the ledger up, put it back, forget what is old.",
    "account": "Say who may log in: accounts, roles, passwords, tokens.",
    "template": "Begin an audience of your own; print a block to override.",
    "preview": "Show the pages in a browser while templates are edited.",
    "gallery": "Show every kind of chart with usual, worst and missing data.",
    "doctor": "Look at libraries, fonts, ledger, disk, archive and clock.",
    "schema": "Print the JSON schema of a settings file, for editors.",
}
EPILOG = "Examples:  bilan build   ·   bilan trace kz-kg/2026-10/analyst.en 1.32"


class Commands(click.Group):
    """Commands whose modules load only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """In the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  click's signature
        """The command, its module loaded now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bilan.cli.{cmd_name.replace('-', '_')}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's signature
        """Help without loading a single command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """An unknown word is answered with the closest command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"No such command '{args[0]}'{closest(args[0], list(COMMANDS))}.")
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, epilog=EPILOG, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="bilan", prog_name="bilan")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Dated, sourced PDF briefings on a partnership between two countries; without a command, how things stand in this project."""
    if ctx.invoked_subcommand is None:
        _stand(ctx)


def _stand(ctx: click.Context) -> None:
    """How things stand where there is a project, else the help."""
    from bilan.project import find  # noqa: PLC0415  only where no command is named

    try:
        project = find(Path.cwd())
    except ConfigError:
        click.echo(ctx.get_help())
        return
    status = importlib.import_module("bilan.cli.status_command")
    status.show(project)


def run(arguments: Sequence[str]) -> int:
    """Run a command; whatever a person got wrong becomes a sentence and an exit code, never a traceback."""
    try:
        code = app(list(arguments), prog_name="bilan", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        return int(ExitCode.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BilanError as error:
        _tell(error, as_json="--json" in arguments)
        return int(error.exit_code)
    except BrokenPipeError:
        _forget_reader()
        return int(ExitCode.FAILED)
    return int(code or 0)


def _forget_reader() -> None:
    """Nobody reads stdout any more: let the interpreter's last flush go nowhere instead of complaining."""
    with contextlib.suppress(OSError, ValueError):  # a stdout without a descriptor has nothing to flush into
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(error: BilanError, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(complaint(error), ensure_ascii=False), err=True)
        return
    click.echo(str(error), err=True)
    if error.hint:
        click.echo(f"hint: {error.hint}", err=True)
