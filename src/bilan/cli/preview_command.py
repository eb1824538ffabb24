"""`bilan preview`: see the pages change while templates are edited."""

import importlib.util
import os
import socket
from pathlib import Path

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened
from bilan.errors import BilanError, UsageError
from bilan.project import Project

NEEDED = ("starlette", "uvicorn", "watchfiles")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("preview", epilog="Examples:  bilan preview   ·   bilan preview press --lang fr --sample worst")
@click.argument("audience", required=False)
@click.option("--lang", "-l", "language", help="Language shown first (default: the first of bilan.toml).")
@click.option("--sample", type=click.Choice(["real", "worst", "empty"]), default="real", show_default=True, help="Data shown first.")
@click.option("--pair", default="", help="Partnership (default: the first of bilan.toml).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; any but loopback shows the pages to others.")
@click.option("--port", default=8717, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 takes a free one.")
@common
def command(audience: str | None, language: str | None, folder: Path | None, **options: object) -> int:
    """Show the pages of AUDIENCE in the browser and renew them with every save, until stopped by Ctrl-C."""
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        raise UsageError("preview", f"needs {', '.join(lacking)}", 'install it: pip install "bilan[preview]"')
    project = opened(folder, verbose=bool(options["verbose"]))
    first = _first(project, audience, language)
    door = _door(str(options["host"]), int(str(options["port"])))
    if not options["quiet"]:
        host, port = door.getsockname()[:2]
        click.echo(f"preview: http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C stops it)")
        if str(options["host"]) not in LOOPBACK:
            click.echo("note: everybody who reaches this address sees these pages; there is no login", err=True)
    _serve(project, (*first, str(options["sample"])), str(options["pair"]), door)
    return 0


def _first(project: Project, audience: str | None, language: str | None) -> tuple[str, str]:
    """What is shown first; raises UsageError for an audience or a language there is not."""
    from bilan.pipeline.request import Request, orders  # noqa: PLC0415  loads nothing heavy, but only here

    asked = Request(audiences=(audience,) if audience else (), languages=(language,) if language else ())
    identity = orders(project, asked, instant(os.environ))[0].identity
    return identity.audience, identity.language


def _door(host: str, port: int) -> socket.socket:
    """A listening socket; raises BilanError where the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=64)
    except OSError as error:
        raise BilanError(f"{host}:{port}", f"cannot be listened on: {error.strerror or error}", "choose another with --port") from None


def _serve(project: Project, first: tuple[str, str, str], pair: str, door: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415  an extra

    from bilan.web.preview import application  # noqa: PLC0415  loads composition and charts
    from bilan.web.preview_studio import Studio, View  # noqa: PLC0415  same

    studio = Studio(project.root, instant(os.environ), fonts_cache(os.environ), pair)
    application_ = application(studio, View(*first), door.getsockname()[0])
    settings = uvicorn.Config(application_, log_level="warning", lifespan="on", timeout_graceful_shutdown=1)
    uvicorn.Server(settings).run(sockets=[door])
