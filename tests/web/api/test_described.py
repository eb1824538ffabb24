"""Is the description of the API true? Made-up requests to every operation, and every answer is held against what is described."""

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from tests.web.months import NOW

from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.secret import digest
from bilan.web.application import application
from bilan.web.site import Site

TOKEN = "described"  # noqa: S105  of a site that lives for a test
HERE = "testserver"


@pytest.fixture(scope="module")
def described(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The description of a site that demands log-in."""
    project = Project(Path(shutil.copytree(finished, tmp_path_factory.mktemp("described") / "project", symlinks=True)))
    with Ledger.open(project.config.ledger, project.root) as ledger:
        site = Site(project, ledger, lambda: NOW, origin=f"http://{HERE}", hosts=(HERE,), monotonic=count(step=600).__next__)
        account = ledger.people.add("ada", Role.ADMIN, NOW)
        ledger.people.make_token(account, "test", digest(TOKEN), Role.ADMIN, NOW, NOW + timedelta(days=30))
        app: Any = application(site)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def test_no_request_breaks_what_is_described(described: Any, request: pytest.FixtureRequest) -> None:  # noqa: ANN401  of the library
    operations = [one.ok() for one in described.get_all_operations()]
    asked = [(f"{one.method.upper()} {one.path}", _asked(one, int(request.config.getoption("--requests")))) for one in operations]
    failed = [f"{name}: {said}" for name, ask in asked if (said := _said(ask))]

    assert len(operations) >= 60
    assert not failed, "\n".join(failed)


def _said(ask: Callable[[], None]) -> str:
    try:
        ask()
    except BaseExceptionGroup as group:
        return " | ".join(str(one) for one in group.exceptions)
    except Exception as error:  # noqa: BLE001  each operation is told of
        return f"{type(error).__name__}: {error}"
    return ""


def _asked(operation: Any, most: int) -> Callable[[], None]:  # noqa: ANN401  of the library
    def ask(case: Any) -> None:  # noqa: ANN401  same
        case.call_and_validate(headers={"Authorization": f"Bearer {TOKEN}"})

    often = settings(max_examples=most, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None)
    asked: Callable[[], None] = often(given(case=operation.as_strategy())(ask))
    return asked
