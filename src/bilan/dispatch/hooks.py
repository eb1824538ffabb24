"""Which programs are told what happened? Each that asked, by one signed call an event, again until it says that it has it."""

import hashlib
import json
import logging
from collections.abc import Callable
from datetime import datetime

from bilan.config.delivery import HookConfig
from bilan.delivery.records import Answer, Post, Result
from bilan.delivery.webhook import Caller, Webhook
from bilan.dispatch.records import Means
from bilan.dispatch.waits import ATTEMPTS, LONGEST, wait
from bilan.errors import BilanError
from bilan.ledger.book import Ledger
from bilan.ledger.notices import NoticeRow
from bilan.ledger.records import ReceiptState
from bilan.secret import redacted

SILENCES = 2
"""After so many calls in a row that nobody answered, whatever else a program is to be told waits with them."""
_log = logging.getLogger(__name__)


def tell_hooks(post: Post, ledger: Ledger, clock: Callable[[], datetime], means: Means) -> int:
    """Tell each `[[delivery.hook]]` what happened and it was not told of yet; how many calls were taken."""
    hooks = {name_of(one): one for one in post.project.config.delivery.hook}
    ledger.hooks.watch({name: one.events for name, one in hooks.items()}, clock())
    caller = Webhook().open(post)
    return sum(_Hook(name, one, (post, caller), ledger).tell(clock, means) for name, one in hooks.items())


def name_of(hook: HookConfig) -> str:
    """What a hook is known by in the ledger: its address may hold what nobody should read."""
    return hashlib.sha256(hook.url.encode()).hexdigest()[:16]


class _Hook:
    """One hook in one pass."""

    def __init__(self, name: str, hook: HookConfig, by: tuple[Post, Caller], ledger: Ledger) -> None:
        self._name, self._hook, self._ledger = name, hook, ledger
        self._post, self._caller = by

    def tell(self, clock: Callable[[], datetime], means: Means) -> int:
        """Tell one after the other until nothing is left, nobody answers, or somebody wants it to stop."""
        took = silent = 0
        while not means.stop.is_set() and (row := self._ledger.hooks.take(self._name, clock(), means.lease)):
            answer = self._called(row, clock())
            until = self._settled(row, answer, clock())
            took += answer.result is Result.SENT
            silent = 0 if answer.code is not None else silent + 1
            if until and (answer.stuck or silent >= SILENCES):
                self._ledger.hooks.put_off(self._name, clock(), until)
                break
        return took

    def _called(self, row: NoticeRow, now: datetime) -> Answer:
        said = json.loads(row.detail)
        url = self._post.address(said["path"].removesuffix(".pdf")) if said["path"] else ""
        event = said | {"schema": 1, "url": url or None, "reason": redacted(said["reason"])}
        try:
            return self._caller.announce(self._hook, event, now)
        except ValueError as error:
            return Answer(Result.REFUSED, str(error), stuck=True)
        except BilanError as error:
            return Answer(Result.DEFERRED, str(error), stuck=True)

    def _settled(self, row: NoticeRow, answer: Answer, now: datetime) -> datetime | None:
        """When to try again, None where it was told; also a refusal is, so that there is a day to mend its cause."""
        if answer.result is Result.SENT:
            self._ledger.hooks.settle(row, ReceiptState.SENT, now)
            return None
        pause = wait(row.attempt + 1, row.episode)
        self._ledger.hooks.settle(row, ReceiptState.DEFERRED if pause else ReceiptState.REFUSED, now, now + pause if pause else None)
        _log.warning("hook %s: %s %s", self._place, answer.code or "", answer.text)
        if pause is None or answer.stuck or answer.result is Result.REFUSED:
            self._complain(answer, now)
        return now + (pause or LONGEST)

    def _complain(self, answer: Answer, now: datetime) -> None:
        """Have the owner told, once until the program takes something again."""
        since = self._ledger.hooks.last_told(self._name)
        detail = f"{answer.code or ''} {answer.text}\nEach event is tried {ATTEMPTS} times within a day, and then no more.".strip()
        episode = f"stuck:hook {self._name}:{since.isoformat() if since else 'ever'}"
        self._ledger.notices.open(episode, f"{self._place} is not told what happened", detail, now)

    @property
    def _place(self) -> str:
        return Webhook().place(self._hook.url)
