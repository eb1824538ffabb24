"""Is the description of the API true? Made-up requests to every operation, and every answer is held against what is described."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings, strategies
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import ignored_auth
from tests.web.months import NOW

from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.secret import digest
from bilan.web.application import application
from bilan.web.site import Site

TOKEN = "described"  # noqa: S105  of a site that lives for a test
HERE = "testserver"
JOB, SLUG, MONTH, READER = "0" * 20, "kz-kg", "2026-10", "minister.en"
EDITION = f"{SLUG}/{MONTH}/{READER}"
THERE: dict[str, Any] = {
    "partnership": SLUG, "period": MONTH, "reader": READER, "file": f"{READER}.pdf", "job": JOB, "number": 1, "name": "vera", "edition": EDITION,
    "since": EDITION, "from": EDITION, "audience": "minister", "language": "en", "audiences": ["minister"], "languages": ["en"],
    "to": "aigul@mfa.example", "address": "aigul@mfa.example", "table": "trade.csv", "key": "population", "day": NOW.date().isoformat(),
}  # fmt: skip
"""What really is there, by the name under which it is asked for."""
MEANT_OTHERWISE = {
    "POST /accounts": "a name that cannot be printed, or a password that is too easy",
    "PATCH /accounts/{name}": "a password that is too easy",
    "POST /me/tokens": "a name that cannot be printed",
    "POST /bounces": "a file that is neither mail nor list",
    "POST /builds": "a day that has not come yet, or a month that has not begun",
    "POST /corrections": "a reason that no page can print",
    "POST /editions/{partnership}/{period}/{reader}/deliveries": "an address that is not on the list, or nothing to send by",
    "POST /editions/{partnership}/{period}/{reader}/withdraw": "a reason that no page can print",
    "POST /replays": "months that run backwards, are too many, or are not over",
    "POST /uploads": "a file that is no table of the project",
}
"""What is refused with 422 although no schema can say so: it hangs on the day, the list, or what a file holds."""
WHO = ("Authorization", "bilan")
SHAPE = ("body", "query", "path", "header")
CONFIG = SchemathesisConfig.from_dict(
    {
        "request-timeout": 120,
        "operations": [
            {
                "include-name": name,
                "checks": {
                    "positive_data_acceptance": {"expected-statuses": ["2xx", "3xx", "401", "403", "404", "409", "422", "429", "5xx"]}
                },
            }
            for name in MEANT_OTHERWISE
        ],
    }
)


@pytest.fixture(scope="module")
def described(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The description of a site that demands log-in."""
    project = Project(Path(shutil.copytree(finished, tmp_path_factory.mktemp("described") / "project", symlinks=True)))
    with Ledger.open(project.config.ledger, project.root) as ledger:
        site = Site(project, ledger, lambda: NOW, origin=f"http://{HERE}", hosts=(HERE,), monotonic=count(step=600).__next__)
        account = ledger.people.add("ada", Role.ADMIN, NOW)
        ledger.people.add("vera", Role.VIEW, NOW)
        for secret in ("the first, which may be revoked", TOKEN):
            ledger.people.make_token(account, "test", digest(secret), Role.ADMIN, NOW, NOW + timedelta(days=30))
        ledger.people.open_session(account, digest(TOKEN), NOW, timedelta(days=3), timedelta(days=7))
        ledger.jobs.place(Asked(JOB, "build", {"partnership": SLUG, "draft": True}, "ada"), NOW)
        ledger.jobs.cancel(JOB, "ada", NOW)
        app: Any = application(site)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=CONFIG)


def test_no_request_breaks_what_is_described(described: Any, request: pytest.FixtureRequest) -> None:  # noqa: ANN401  of the library
    operations = [one.ok() for one in described.get_all_operations()]
    most, sent = int(request.config.getoption("--requests")), count()
    asked = [(one.label, _asked(one, most, sent.__next__)) for one in operations]
    failed = [f"{name}: {said}" for name, ask in asked if (said := _said(ask))]
    sys.stdout.write(f"\n{next(sent)} requests to {len(operations)} operations\n")

    assert len(operations) >= 60
    assert {one.label for one in operations}.issuperset(MEANT_OTHERWISE)
    assert not failed, "\n".join(failed)


def _said(ask: Callable[[], None]) -> str:
    try:
        ask()
    except BaseExceptionGroup as group:
        return " | ".join(str(one) for one in group.exceptions)
    except Exception as error:  # noqa: BLE001  each operation is told of
        return f"{type(error).__name__}: {error}"
    return ""


def _asked(operation: Any, most: int, counted: Callable[[], int]) -> Callable[[], None]:  # noqa: ANN401  of the library
    """Asks that many times, half of them for what is there, and half in a session; what takes nothing is asked once."""

    def ask(case: Any, real: bool, person: bool) -> None:  # noqa: ANN401, FBT001  same, and what is drawn comes by its name
        if real:
            _meet(case)
        counted()
        answer = _as_a_person(case) if person else case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"})
        assert answer.status_code != 401, "whoever is known is not asked to log in"
        if case.operation.label in MEANT_OTHERWISE and answer.status_code == 422:
            assert _is_meant_otherwise(answer.json()), f"the schema allows what is refused for its shape: {answer.json()}"

    takes = operation.body or any(one.name not in WHO for one in operation.iter_parameters())
    often = settings(
        max_examples=most if takes else 1, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
    )
    asked: Callable[[], None] = often(given(case=operation.as_strategy(), real=strategies.booleans(), person=strategies.booleans())(ask))
    return asked


def _as_a_person(case: Any) -> Any:  # noqa: ANN401  of the library
    """The answer to somebody logged in, who may what no token may; that only such get one is held against the token's requests."""
    case.headers = {name: value for name, value in (case.headers or {}).items() if name not in WHO}
    case.cookies = {"bilan": TOKEN}
    return case.call_and_validate(excluded_checks=[ignored_auth])


def _meet(case: Any) -> None:  # noqa: ANN401  of the library
    """Let a request ask for what is there, where it asks for something of that name at all."""
    for told, otherwise in ((case.path_parameters, {}), (case.query, {"to": EDITION}), (case.body, {"file": "no table"})):
        there = THERE | otherwise | ({"from": "2026-09", "to": MONTH} if case.operation.label == "POST /replays" else {})
        for name in [name for name in told if name in there and told[name] is not None] if isinstance(told, dict) else ():
            told[name] = str(there[name]) if isinstance(told[name], str) else there[name]


def _is_meant_otherwise(told: dict[str, Any]) -> bool:
    return not any(one["where"].split(".")[0] in SHAPE for one in told.get("errors", ()))
