"""How is a briefing issued? The whole flow on one page: unchanged editions are found, the others made, audited, published."""

import logging
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.archive.archive import Archive
from bilan.compose.erratum import Erratum
from bilan.document import Edition, Identity
from bilan.errors import AwaitingError, BilanError, HeldError, Problem, Severity, StoppedError
from bilan.journal import about, stage
from bilan.pipeline.drafts import drafted
from bilan.pipeline.fingerprint import inputs, remember
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.previous import last_issue, predecessor
from bilan.pipeline.request import Order, Request, orders
from bilan.pipeline.unchanged import before, standing, unchanged
from bilan.pipeline.workplace import Workplace, workplace
from bilan.program import program
from bilan.project import Project
from bilan.stop import Stop

if TYPE_CHECKING:
    from bilan.executor.protocol import Executor
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import Claim
    from bilan.pipeline.edition import Finished, Laid
    from bilan.pipeline.knowledge import Knowledge
    from bilan.pipeline.publish import Desk, Receivers

_log = logging.getLogger(__name__)
Told = Callable[[str, str], None]
Place = Callable[[], Workplace] | None
MANIFEST = ".manifest.json"


def quiet(_stage: str, _what: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Session:
    """What a build works with: the project, the instant it was asked at, who asks, and where fonts are kept.

    A schedule passes its claims, which narrow the request to what they are for, and the ledger they come from. Without
    claims a request is an order; the same order under the same `key` is made once. `owner` is the process that holds claims.
    A process that lives on passes the executor it keeps warm and how it is asked to stop. `drafts` is the folder drafts are
    written to; with `resumes` an order goes on with what the same `owner` had taken before it was lost.
    """

    project: Project
    now: datetime
    fonts_cache: Path
    told: Told = quiet
    actor: str = "person"
    claims: "Mapping[Identity, Claim]" = field(default_factory=dict)
    ledger: "Ledger | None" = None
    key: str = ""
    owner: str = "a build"
    clock: Callable[[], datetime] | None = None
    receivers: "Receivers | None" = None
    executor: "Executor | None" = None
    stop: Stop = field(default_factory=Stop)
    drafts: Path | None = None
    resumes: bool = False


def build(session: Session, request: Request, place: Place = None) -> list[Outcome]:
    """Issue every edition asked for; raises only for what concerns them all, such as an unknown audience.

    One that fails or is held does not touch the others. `place` opens a workplace shared by several builds.
    ConflictError where the session's key stands for another order.
    """
    asked = [one for one in orders(session.project, request, session.now) if not session.claims or one.identity in session.claims]
    program_hash = program()
    archive = Archive.of(session.project)
    hashes = {order.identity: inputs(session.project, order, f"{program_hash}|{before(archive, order)}") for order in asked}
    found = {} if request.draft or request.erratum else unchanged(session.project, archive, asked, hashes)
    keyed = bool(session.key) and not session.claims and not request.draft
    todo = asked if keyed else [order for order in asked if order.identity not in found]
    made = _make(session, request, todo, found, place) if todo else {}
    for identity, outcome in made.items():
        if outcome.edition is not None and identity in hashes and not request.draft:
            remember(session.project, str(identity), hashes[identity], _manifest_of(outcome.edition))
    return list(made.values()) if keyed else [found.get(order.identity) or made[order.identity] for order in asked]


def _make(
    session: Session, request: Request, todo: list[Order], found: Mapping[Identity, Outcome], place: Place
) -> dict[Identity, Outcome]:
    """What a schedule claimed is made; anything else is an order first, of which what was found needs no making."""
    from bilan.ledger.book import PATIENCE_SECONDS, Ledger  # noqa: PLC0415  heavy
    from bilan.pipeline.ordered import ordered  # noqa: PLC0415  same

    project = session.project
    with ExitStack() as stack:
        shop = place() if place else None
        opened = session.ledger or (shop.ledger if shop else None)
        ledger = opened or stack.enter_context(Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS))
        session = replace(session, ledger=ledger)
        if request.draft or session.claims:
            return _Build(session, request, shop or stack.enter_context(workplace(session, len(todo)))).run(todo)
        order = stack.enter_context(ordered(session, ledger, request, todo))
        order.made.update((one, found[one]) for one in order.claims if one in found)
        rest = [one for one in order.orders if one.identity not in order.made]
        if rest:
            session = replace(session, claims=order.claims)
            order.made.update(_Build(session, request, shop or stack.enter_context(workplace(session, len(rest)))).run(rest))
        return {one: order.made.get(one) or order.stood[one] for one in order.identities}


class _Build:
    """One run: editions are composed and drawn while the worker lays out those before them."""

    def __init__(self, session: Session, request: Request, place: Workplace) -> None:
        self.session, self.request, self.workshop, self.taken = session, request, place.workshop, place.taken
        self.ledger, self.archive, self.program = place.ledger, place.archive, place.program
        self.known: dict[tuple[str, date], Knowledge] = {}

    def run(self, todo: list[Order]) -> dict[Identity, Outcome]:
        from bilan.pipeline.publish import complete, furnish  # noqa: PLC0415  loads the ledger

        complete(self._desk(), shown=not self.request.draft)
        laid: dict[Identity, Laid | Outcome] = {order.identity: self._guarded(order, self._begin) for order in todo}
        settled = {order.identity: self._settle(order, laid[order.identity]) for order in todo}
        if not self.request.draft:
            furnish(self._desk())
        return settled

    def _desk(self) -> "Desk":
        from bilan.pipeline.publish import Desk, nobody  # noqa: PLC0415  loads the ledger

        session = self.session
        return Desk(session.project, self.ledger, self.archive, session.now, session.receivers or nobody)

    def _guarded(self, order: Order, step: "Callable[[Order], Laid | Outcome]", *, begun: bool = False) -> "Laid | Outcome":
        claim = self.session.claims.get(order.identity)
        claimed = {"occurrence": claim.occurrence, "run": claim.run} if claim else {}
        with about(edition=order.identity, **claimed):
            try:
                self.session.stop.before(str(order.identity), begun=begun)
                self._keep(claim)
                return step(order)
            except BilanError as error:
                _log.log(logging.INFO if isinstance(error, AwaitingError | StoppedError) else logging.ERROR, "%s", error)
                return Outcome(order.identity, error=error)

    def _keep(self, claim: "Claim | None") -> None:
        """Go on holding what we work on; CancelledError where it was called off, TakenOverError where another worker has it."""
        from bilan.ledger.leases import LEASE  # noqa: PLC0415  loads the ledger

        if claim:
            self.ledger.renew(claim, self.session.clock() if self.session.clock else self.session.now, LEASE)

    def _begin(self, order: Order) -> "Laid | Outcome":
        from bilan.compose.briefing import Numbering  # noqa: PLC0415  loads the charts' specs
        from bilan.pipeline.edition import edition_key, inputs_key, lay_out  # noqa: PLC0415  same

        identity = order.identity
        knowledge = self._learn(order)
        self._hold(order, knowledge.holds)
        self.session.told("compose", str(identity))
        known = [one for one, _ in self.archive.records(identity.partnership)]
        if not (self.request.draft or order.erratum) and (same := self._same(order, knowledge, known)):
            return same
        issue = self.ledger.next_issue(identity)
        previous = self._manifest(predecessor(known, identity, issue))
        key, parts = inputs_key(self.workshop, order, knowledge, self.program, previous)
        number = self.ledger.number_for(identity.partnership, identity.period)
        numbering = Numbering(number, issue, edition_key(key, issue), self.request.draft)
        return lay_out(self.workshop, order, knowledge, numbering, {**parts, "key": key}, previous)

    def _same(self, order: Order, knowledge: "Knowledge", known: list[Edition]) -> Outcome | None:
        """The latest issue, if it was made of the same content, or where only news count of the same data; ArchiveError if damaged."""
        from bilan.pipeline.edition import inputs_key  # noqa: PLC0415  loads the charts' specs

        latest = last_issue(known, order.identity)
        if latest is None:
            return None
        manifest = self.archive.manifest(latest.path)
        order = replace(order, erratum=Erratum.of(manifest["made_from"]))  # a correction stands until there is something else to say
        before = self._manifest(predecessor(known, order.identity, latest.issue))
        no_news = self.request.news_only and _rests_on(manifest) == (knowledge.version, order.awaited)
        if not no_news and manifest["made_from"]["key"] != inputs_key(self.workshop, order, knowledge, self.program, before)[0]:
            return None
        return standing(self.archive, latest, manifest)

    def _manifest(self, edition: Edition | None) -> dict[str, Any] | None:
        return None if edition is None else self.archive.manifest(edition.path)

    def _settle(self, order: Order, laid: "Laid | Outcome") -> Outcome:
        if isinstance(laid, Outcome):
            return laid
        settled = self._guarded(order, lambda _: self._publish(order, laid), begun=True)
        return settled if isinstance(settled, Outcome) else Outcome(order.identity)

    def _publish(self, order: Order, laid: "Laid") -> Outcome:
        from bilan.pipeline.edition import finish  # noqa: PLC0415  the audit loads only once pages are there
        from bilan.pipeline.publish import Content, publish  # noqa: PLC0415  loads the ledger
        from bilan.pipeline.sign import sealed  # noqa: PLC0415  same

        identity = order.identity
        self.session.told("render", str(identity))
        finished = finish(laid, self._learn(order))
        self._hold(order, finished.holds)
        if self.request.draft:
            return self._draft(order, finished)
        finished = sealed(finished, self.session.project, self.session.now)
        self.session.told("publish", str(identity))
        content = Content(identity, finished.briefing.issue, finished.pdf, finished.manifest, finished.files)
        with stage(_log, "edition") as told:
            outcome = publish(self._desk(), content, self.session.claims[identity])
            told.count = 1
        return outcome

    def _draft(self, order: Order, finished: "Finished") -> Outcome:
        folder = self.session.drafts
        return drafted(folder or self.session.project.machine / "drafts", order.identity, finished, whole=folder is not None)

    def _learn(self, order: Order) -> "Knowledge":
        from bilan.pipeline.knowledge import learn, take_in  # noqa: PLC0415  loads the store

        slug, as_of = place = (order.identity.partnership, order.as_of)
        if place not in self.known:
            self.session.told("data", slug)
            if slug not in self.taken:
                self.taken[slug] = take_in(self.session.project, slug, self.session.now)
            self.known[place] = learn(self.session.project, slug, as_of, self.session.now, self.taken[slug])
        return self.known[place]

    def _hold(self, order: Order, holds: tuple[Problem, ...]) -> None:
        warnings = self.known[order.identity.partnership, order.as_of].problems if self.request.strict else ()
        reasons = (*holds, *(one for one in warnings if one.severity is Severity.WARNING))
        if reasons:
            raise HeldError(str(order.identity), reasons)


def _rests_on(manifest: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The data an edition was made from, and what was awaited in vain."""
    made = manifest["made_from"]
    return str(made["data"]), tuple(made.get("awaited", ()))


def _manifest_of(edition: Edition) -> str:
    return edition.path.removesuffix(".pdf") + MANIFEST
