"""How does a browser follow a job? Server-sent events: one whenever something has changed, and a last one at its end."""

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from bilan.errors import BilanError, UsageError
from bilan.ledger.job_records import JobRow
from bilan.web.jobs.placing import job_of
from bilan.web.principal import Principal, again
from bilan.web.problems import slow_down
from bilan.web.site import Site

LOOK_SECONDS = 0.4
HEARTBEAT_SECONDS = 15.0
MOST_FOLLOWERS = 100
_followers: set[object] = set()


async def followed(site: Site, principal: Principal, request: Request, name: str, shown: Callable[[JobRow], str]) -> AsyncIterator[str]:
    """The events of a job this visitor may see, for as long as they may; RefusedError 429 where too many follow already."""
    await run_in_threadpool(job_of, site, principal, name)
    if len(_followers) >= MOST_FOLLOWERS:
        raise slow_down(10, "too many follow jobs at once")
    return _events(site, request, name, shown)


async def _events(site: Site, request: Request, name: str, shown: Callable[[JobRow], str]) -> AsyncIterator[str]:
    me, last, quiet = object(), "", 0.0
    _followers.add(me)
    try:
        while not await request.is_disconnected():
            try:
                job = await run_in_threadpool(_seen, site, request, name)
                if job is None:
                    return
                told = await run_in_threadpool(shown, job)
            except BilanError:
                yield ": the ledger cannot be asked now\n\n"
                await asyncio.sleep(HEARTBEAT_SECONDS)
                continue
            if told != last:
                last, quiet = told, 0.0
                yield f"event: job\ndata: {told}\n\n"
            if not job.open:
                return
            if quiet >= HEARTBEAT_SECONDS:
                quiet = 0.0
                yield ": still there\n\n"
            await asyncio.sleep(LOOK_SECONDS)
            quiet += LOOK_SECONDS
    finally:
        _followers.discard(me)


def _seen(site: Site, request: Request, name: str) -> JobRow | None:
    """The job; None where whoever asked has logged out, or may see it no more."""
    principal = again(site, request)
    try:
        return job_of(site, principal, name) if principal else None
    except UsageError:
        return None
