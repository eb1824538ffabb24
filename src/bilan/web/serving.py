"""How does page and API come up with the clock? One ledger for all who ask, processes that work for them, and a server in a thread."""

import ipaddress
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from urllib.parse import urlsplit

from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.schedule.serve import Vitals
from bilan.secret import read_secret
from bilan.web.application import application
from bilan.web.jobs.crew import Crew
from bilan.web.listening import address, door, listening
from bilan.web.site import Site

BUSY_SECONDS = 10.0
NAMES = ("localhost", "127.0.0.1", "::1")
SECRETS = {"oidc": "BILAN_OIDC_SECRET"}
_log = logging.getLogger("bilan.schedule")


@contextmanager
def answering(project: Project, listen: str, now: Callable[[], datetime], vitals: Callable[[], Vitals]) -> Iterator[None]:
    """Answer on an address while the block lasts; UsageError or BilanError where that cannot be listened on."""
    host, port = address(listen)
    listener = door(host, port)
    count = project.config.serve.workers
    with Ledger.open(project.config.ledger, project.root, busy_seconds=BUSY_SECONDS) as ledger:
        site = site_on(project, ledger, (host, listener.getsockname()[1]), now)
        site.vitals = vitals
        with Crew(project.root, count) if count else nullcontext() as crew:
            site.wake = crew.wake if crew else site.wake
            with listening(application(site), listener):
                _log.info("serving: answers on port %d of %s%s", listener.getsockname()[1], host, "" if site.open else ", after log-in")
                yield


def site_on(project: Project, ledger: Ledger, where: tuple[str, int], now: Callable[[], datetime]) -> Site:
    """The site of a project on an address: open to all where only this machine reaches it, else for who logs in."""
    host, port = where
    serve, local = project.config.serve, is_local(host)
    origin = serve.url or f"http://{f'[{host}]' if ':' in host else host}:{port}"
    hosts = {urlsplit(origin).hostname or "", *(NAMES if local else ())}
    found = {name: read_secret(variable, os.environ) for name, variable in SECRETS.items()}
    secrets = {name: one.value for name, one in found.items() if one}
    return Site(project, ledger, now, serve.login == "auto" and local, origin, tuple(sorted(hosts)), secrets=secrets)


def is_local(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
