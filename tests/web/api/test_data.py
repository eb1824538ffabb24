import json
from pathlib import Path
from typing import Any

import pytest
from tests.web.api.asking import Client, Clients

from bilan.cli.app import run
from bilan.web.site import Site

UNREACHABLE = '[[recipient]]\nname = "A"\naddress = "secret-address"\naudiences = ["minister"]\nlanguage = "en"\n'
TOTAL = "trade/KGZ/KAZ/total/TOTAL/A"


def every(api: Client, path: str, **asked: str) -> list[Any]:
    """All parts of a list."""
    found: list[Any] = []
    after: dict[str, str] = {}
    while True:
        part = api.get(path, params={"limit": "200", **asked, **after}).json()
        found += part["items"]
        if part["next"] is None:
            return found
        after = {"after": part["next"]}


def said(capsys: pytest.CaptureFixture[str], site: Site, *arguments: str) -> Any:  # noqa: ANN401  whatever JSON says
    """What a command says of the same project."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(site.now().timestamp())))
        run([*arguments, "--json", "--project", str(site.project.root)])
    return json.loads(capsys.readouterr().out)


def test_series_are_listed_as_the_command_lists_them(api: Client, everybody: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert every(api, "/series") == said(capsys, everybody, "series")


def test_a_pattern_a_day_and_a_page_narrow_the_list(api: Client) -> None:
    part = api.get("/series", params={"pattern": "trade/*/total/*", "as_of": "2024-12-31", "limit": "1"}).json()

    assert [one["series"] for one in part["items"]] == ["trade/KAZ/KGZ/total/AGRIFOOD/A"]
    assert part["next"] is not None
    assert api.get("/series", params={"as_of": "1900-01-01"}).json() == {"items": [], "next": None}


@pytest.mark.parametrize("more", [(), ("--vintages",), ("--period", "2023"), ("--as-of", "2024-12-31")], ids=str)
def test_a_series_says_what_the_command_says(
    api: Client, everybody: Site, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    names = {"--vintages": {"vintages": "true"}, "--period": {"period": "2023"}, "--as-of": {"as_of": "2024-12-31"}}
    asked: dict[str, str] = names[more[0]] if more else {}

    assert api.get(f"/series/{TOTAL}", params=asked).json() == said(capsys, everybody, "series", TOTAL, *more)


def test_revisions_are_told_as_the_command_tells_them(api: Client, everybody: Site, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, everybody, "revisions", "--from", "2024-11-30", "--to", "2025-01-31", "--all")
    found = api.get("/revisions", params={"from": "2024-11-30", "to": "2025-01-31", "everything": "true"}).json()

    assert found == told
    assert found["revisions"]


def test_revisions_start_from_the_day_of_an_edition(api: Client) -> None:
    assert api.get("/revisions", params={"from": "kz-kg/2026-10/minister.en"}).json()["from"] == "2026-10-31"


def test_readings_are_exact_and_name_their_inputs(api: Client) -> None:
    ones = every(api, "/readings", indicator="trade.total", as_of="2024-12-31")

    (total,) = [one for one in ones if one["id"] == "trade.total:KAZ:2023"]
    assert (total["value"], total["unit"], total["precision"]) == ("1572000000", "USD", "exact")
    assert total["inputs"]
    assert len(every(api, "/readings")) > len(ones)


def test_findings_name_their_readings(api: Client) -> None:
    found = every(api, "/findings")
    known = {one["id"] for one in every(api, "/readings")}

    assert [one["weight"] for one in found] == sorted((one["weight"] for one in found), reverse=True)
    assert all(set(one["readings"]) <= known for one in found)


def test_claims_are_told_as_the_command_tells_them(api: Client, everybody: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert every(api, "/claims") == said(capsys, everybody, "claims")["claims"]


def test_the_gate_is_summed_up_and_told_in_full(api: Client) -> None:
    gate = api.get("/gate").json()

    acted = {action: sum(one["action"] == action for one in gate["results"]) for action in ("warn", "hold")}
    assert {action: gate[action] for action in acted} == acted
    assert gate["pass"] > 0
    (twice,) = (one for one in gate["results"] if one["rule"] == "duplicate" and one["action"] == "warn")
    assert twice["arguments"] == {"period": "2021", "day": "2021-04-02"}


def test_what_is_late_agrees_with_the_gate(api: Client) -> None:
    series = {one["series"]: one for one in every(api, "/freshness")}
    gate = api.get("/gate").json()["results"]

    assert series[TOTAL] == {"series": TOTAL, "last": "2024", "published": "2025-02-25", "due": "2026-04-30", "state": "stale"}
    late = {one["series"] for one in gate if one["rule"] == "freshness" and one["action"] != "pass"}
    assert late <= {name for name, one in series.items() if one["state"] in ("stale", "dead")}
    assert {one["state"] for one in series.values()} <= {"fresh", "stale", "dead", "unknown"}


def test_checks_say_what_the_command_says(api: Client, everybody: Site, capsys: pytest.CaptureFixture[str]) -> None:
    told = said(capsys, everybody, "check")

    assert api.get("/checks").json() == {"problems": told["problems"], "gate": told["gate"]}


def test_checks_tell_what_cannot_be_read(own: Site) -> None:
    (own.project.root / "data" / "kz-kg" / "trade.csv").write_text("obs_id\n", encoding="utf-8")
    (own.project.root / "recipients.toml").write_text(UNREACHABLE, encoding="utf-8")
    client = Client(own)

    told = client.get("/checks").json()
    assert told["gate"]["results"] == []
    assert [one for one in told["problems"] if one["where"] == "trade.csv" and one["severity"] == "hold"]
    assert "secret-address" in json.dumps(told)
    assert client.get("/gate").status_code == 422


def test_checks_keep_addresses_from_who_may_not_send(as_role: Clients, everybody: Site) -> None:
    path = Path(everybody.project.root) / "recipients.toml"
    before = path.read_bytes()
    path.write_text(UNREACHABLE, encoding="utf-8")
    try:
        assert "secret-address" not in as_role("view").get("/checks").text
        assert "secret-address" in as_role("approve").get("/checks").text
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/series?partnership=xx-yy", 404), ("/series?partnership=..", 422), ("/series?as_of=2099-01-01", 404),
        ("/series?as_of=0001-01-01", 404), ("/series?after=%00", 422), ("/series?pattern=%00", 200), ("/series/%00", 404),
        ("/series/nothing", 404), ("/series/trade?period=9999-M01..M99", 422), ("/series/trade?period=%F0%9F%92%A9", 422),
        ("/series/", 422), ("/series/[", 404), ("/series/********************************a", 404), ("/series?limit=0", 422),
        ("/series?limit=1e999", 422), ("/series?unheard=1", 422), ("/revisions", 422), ("/revisions?from=2024-13-45", 404),
        ("/revisions?from=2025-01-31&to=2024-01-31", 404), ("/revisions?from=kz-kg/2020-01/minister.en", 404),
        ("/revisions?from=2024-01-01&pattern=nothing", 404), ("/revisions?from=0001-01-01", 404), ("/readings?indicator=%00", 200),
        ("/gate?as_of=1900-01-01", 200), ("/claims?as_of=1900-01-01", 200), ("/freshness?as_of=1900-01-01", 200),
        ("/findings?as_of=1900-01-01", 200), ("/revisions?from=1900-01-01", 200), ("/gate?as_of=%FF", 422),
    ],
)  # fmt: skip
def test_whatever_is_asked_is_answered_or_refused(api: Client, path: str, status: int) -> None:
    answer = api.get(path)

    assert (answer.status_code, answer.headers["content-type"].startswith("application/problem+json")) == (status, status != 200)


@pytest.mark.parametrize("path", ["/series", "/readings", "/findings", "/gate", "/freshness", "/claims", "/checks"])
def test_nobody_is_told_without_a_token(as_role: Clients, path: str) -> None:
    assert as_role("").get(path).status_code == 401


def test_claims_are_told_in_the_language_asked_for(api: Client, everybody: Site, capsys: pytest.CaptureFixture[str]) -> None:
    told = every(api, "/claims", language="fr")

    assert told == said(capsys, everybody, "claims", "--lang", "fr")["claims"]
    assert told != every(api, "/claims")
    assert [api.get("/claims", params={"language": one}).status_code for one in ("xx", "french", "")] == [404, 422, 422]
