import pytest
from tests.web.api.asking import Client, Clients

EXPECTED = {
    "indicators": ("indicator", "trade.partner_share"), "sources": ("source", "24kg-20241205"), "audiences": ("audience", "minister"),
    "charts": ("chart", "trade-bars"), "rules": ("rule", "mirror-below"), "channels": ("channel", "webhook"),
    "recipients": ("address", "aigul@mfa.example"),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXPECTED)
def test_shows_what_there_is(api: Client, kind: str) -> None:
    name, value = EXPECTED[kind]
    answer = api.get(f"/{kind}", params={"limit": "200"})

    assert answer.status_code == 200
    assert value in [one[name] for one in answer.json()["items"]]


def test_lists_go_on_where_they_ended(api: Client) -> None:
    first = api.get("/indicators", params={"limit": "2"}).json()
    second = api.get("/indicators", params={"limit": "2", "after": first["next"]}).json()

    names = [one["indicator"] for one in (*first["items"], *second["items"])]
    assert names == sorted(set(names))
    assert len(names) == 4


def test_what_a_table_joins_is_told_apart(api: Client) -> None:
    (one,) = api.get("/recipients").json()["items"]

    assert (one["audiences"], one["partnerships"], one["groups"], one["outsider"]) == (["minister"], ["all"], [], False)


def test_addresses_are_for_who_may_send(as_role: Clients) -> None:
    assert [as_role(role).get("/recipients").status_code for role in ("", "view", "run", "approve", "admin")] == [401, 403, 403, 200, 200]
    assert as_role("view").get("/channels").status_code == 200


def test_sources_of_a_day_are_those_published_by_then(api: Client) -> None:
    def named(**asked: str) -> list[str]:
        return [one["source"] for one in api.get("/sources", params={"limit": "200", **asked}).json()["items"]]

    assert set(named(as_of="2024-11-30")) < set(named())
    assert named(as_of="1900-01-01") == []
    assert api.get("/sources", params={"as_of": "soon"}).status_code == 422
