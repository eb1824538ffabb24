"""How do public data come in? Each source asked, judged whole, and only then taken into the store."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version

from bilan.config.connectors import FetchConfig, SourceEntry, SourcesConfig
from bilan.config.decode import load
from bilan.errors import BilanError, CancelledError, ConfigError, StoppedError, StoreError, TakenOverError, UsageError, closest
from bilan.model import Observation
from bilan.pipeline.turn import at_once, turn
from bilan.project import Project
from bilan.secret import read_secret
from bilan.sources.answers import Answers
from bilan.sources.connector import FetchedValue, Question, day_of, load_connectors
from bilan.sources.fetched import News, news, observations, table_name
from bilan.sources.gather import Gathered, fetch, finish, look, reread
from bilan.sources.http import Client, Limits, Means, agent
from bilan.sources.http_request import Reason
from bilan.store.parquet import Store

FILE = "data/sources.toml"
WORLD = "WLD"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch: the project, the world outside, environment for keys, and who is told of progress.

    `begun` hears of a source before it is asked, `told` of each page (source, what); what they raise because the work was
    called off ends the whole fetch. `offline` reads the stored answers again, `dry` changes nothing on disk. `wait` is asked
    while another process fetches: it pauses, and tells whether to try once more.
    """

    project: Project
    means: Means
    environ: Mapping[str, str] = field(repr=False)
    offline: bool = False
    dry: bool = False
    begun: Callable[[str], None] = lambda source: None  # noqa: ARG005  nobody listens
    told: Callable[[str, str], None] = lambda source, what: None  # noqa: ARG005  same
    trust_env: bool = True
    wait: Callable[[], bool] = at_once


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one source: its answer and what it changes by partnership, or the error that kept it away."""

    source: str
    at: datetime | None = None
    release: str = ""
    pages: int = 0
    values: int = 0
    news: Mapping[str, News] = field(default_factory=dict)
    error: BilanError | None = None


def read_sources_file(project: Project) -> SourcesConfig:
    """`data/sources.toml`; raises ConfigError listing every mistake at once. A project without one has no sources."""
    load_connectors()
    path = project.root / FILE
    if not path.exists():
        return SourcesConfig()
    config = load(path, SourcesConfig)
    known = project.config.partnerships
    mistakes = tuple(
        f"source.{name}.partnerships: '{slug}' is not in bilan.toml{closest(slug, known)}"
        for name, entry in sorted(config.source.items())
        for slug in entry.partnerships
        if slug not in known
    )
    if mistakes:
        raise ConfigError(FILE, mistakes, f"known: {', '.join(known)}")
    return config


def answers_of(project: Project, source: str) -> Answers:
    """The stored answers of a source."""
    return Answers(project.root / "data" / "raw" / source)


def chosen(config: SourcesConfig, names: Sequence[str]) -> list[str]:
    """The sources that are named, each once, or all of them; raises UsageError for a name that is not in `data/sources.toml`."""
    unknown = [name for name in names if name not in config.source]
    if unknown:
        hint = f"known: {', '.join(sorted(config.source)) or 'none'}"
        raise UsageError(f"source '{unknown[0]}'", f"is not in {FILE}{closest(unknown[0], sorted(config.source))}", hint)
    return list(dict.fromkeys(names)) or sorted(config.source)


def run(fetching: Fetching, names: Sequence[str] = ()) -> list[Fetched]:
    """Ask every source, or those named, one after another; what one does not give keeps no other away.

    Raises ConfigError for a wrong `data/sources.toml`, UsageError for a name that is not in it, BusyError where another
    process fetches and nobody waits for it. Only a dry run, which keeps nothing, waits for none.
    """
    config = read_sources_file(fetching.project)
    wanted = chosen(config, names)
    with nullcontext() if fetching.dry else turn(fetching.project, fetching.wait):
        return _asked(fetching, config, wanted)


def _asked(fetching: Fetching, config: SourcesConfig, names: Sequence[str]) -> list[Fetched]:
    if fetching.offline:
        return [_attempted(fetching, name, config.source[name], None) for name in names]
    contact = config.fetch.contact or fetching.project.config.office.contact
    with Client(
        agent(version("bilan"), contact),
        fetching.means,
        _limits(config.fetch),
        allowed=config.fetch.allowed_hosts,
        trust_env=fetching.trust_env,
    ) as client:
        return [_attempted(fetching, name, config.source[name], client) for name in names]


def _limits(config: FetchConfig) -> Limits:
    return Limits(
        attempts=config.attempts, between=config.seconds_between, patience=config.patience, max_bytes=config.max_bytes
    )  # fmt: skip


def _attempted(fetching: Fetching, name: str, entry: SourceEntry, client: Client | None) -> Fetched:
    fetching.begun(name)
    try:
        return _one(fetching, name, entry, client)
    except (CancelledError, StoppedError, TakenOverError):
        raise
    except BilanError as error:
        _log.warning("fetch: %s: %s", name, error)
        if client and not fetching.dry:
            with suppress(StoreError):  # a folder that cannot be written is told already
                answers_of(fetching.project, name).fail(fetching.means.now(), str(error))
        return Fetched(name, error=error)


def _one(fetching: Fetching, name: str, entry: SourceEntry, client: Client | None) -> Fetched:
    """One source: gathered whole, compared with what is known, kept, taken in."""
    answers, now = answers_of(fetching.project, name), fetching.means.now()
    stored = answers.summary()
    at = now if client or stored.at is None else stored.at
    key = read_secret(entry.key, fetching.environ) if entry.key else None
    question = Question(name, entry, _countries(fetching.project, entry), at.date(), key)
    gathered = _gathered(fetching, question, client, answers)
    if client:
        _not_older(question, _published(gathered), (stored.citation or {}).get("published", ""))
    told = _told(fetching.project, question, gathered.values, at.date())
    if not fetching.dry and client:
        finish(answers, gathered, at, _citation(question, gathered, at))
    if not fetching.dry:
        for one in told.values():
            one.store.ingest(one.given, now, {table_name(name)})
    changes = {slug: one.news for slug, one in told.items()}
    return Fetched(name, at, gathered.release, len(gathered.pages), len(gathered.values), changes)


def _gathered(fetching: Fetching, question: Question, client: Client | None, answers: Answers) -> Gathered:
    connector = load_connectors().get(question.entry.connector)

    def told(what: str) -> None:
        fetching.told(question.name, what)

    if client is None:
        return reread(connector, question, answers.latest())
    return look(connector, question, client, told) if fetching.dry else fetch(connector, question, client, answers, told)


def _not_older(question: Question, published: str, before: str) -> None:
    """An answer older than the one known comes from a stale copy: it would undo revisions."""
    if published and before and published < before:
        message = f"answers as of {published}, what is stored is of {before}"
        raise question.fault(Reason.STALE, message, "ask again later; what is stored stays in use")


def _published(gathered: Gathered) -> str:
    """The date an answer gives as its own: that of its release, or of its latest value; blank where it has none."""
    latest = max((one.published_on for one in gathered.values if one.published_on), default=None)
    published = day_of(gathered.release) or latest
    return published.isoformat() if published else ""


@dataclass(frozen=True, slots=True)
class _Change:
    store: Store
    given: list[Observation]
    news: News


def _told(project: Project, question: Question, values: Sequence[FetchedValue], received: date) -> dict[str, _Change]:
    """Observations and what they change, by partnership; raises FetchError where an answer would withdraw everything."""
    told = {}
    for slug in question.entry.partnerships:
        store = Store(project.store / slug)
        known = _known(store, question.name)
        mine = observations(question.name, _of(project, slug, question.entry, values), received, known)
        if known and not mine:
            message = f"answers with no value at all, {len(known)} are known for {slug}"
            raise question.fault(Reason.INCOMPLETE, message, "ask again later; nothing was withdrawn")
        told[slug] = _Change(store, mine, news(question.name, mine, known))
    return told


def _known(store: Store, source: str) -> dict[str, Observation]:
    standing = store.as_of(date.max).standing
    return {one.row: one for one in standing if one.row.partition("#")[0] == table_name(source)}


def _countries(project: Project, entry: SourceEntry) -> tuple[str, ...]:
    pairs = {one.code for slug in entry.partnerships for one in project.partnership(slug).country}
    return tuple(sorted(pairs | set(entry.countries)))


def _of(project: Project, slug: str, entry: SourceEntry, values: Iterable[FetchedValue]) -> list[FetchedValue]:
    """The values that speak of a partnership."""
    codes = {one.code for one in project.partnership(slug).country} | set(entry.countries)
    return [one for one in values if one.key.reporter in codes and one.key.partner in {"", WORLD} | codes]


def _citation(question: Question, gathered: Gathered, at: datetime) -> dict[str, str]:
    """What a page needs to cite this answer, kept beside it: the entry may be gone one day."""
    entry = question.entry
    return {
        "title": entry.title, "publisher": entry.publisher, "licence": entry.licence, "url": entry.link or entry.address,
        "language": entry.language, "note": entry.note, "published": _published(gathered),
        "retrieved": at.date().isoformat(),
    }  # fmt: skip
