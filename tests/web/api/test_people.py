from typing import Any

import pytest
from tests.web.api.ops_site import NOW, ODD, PEOPLE, Ops, guarded, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.ledger.people_records import Role
from bilan.secret import digest
from bilan.web.passwords import fits

WORD = "quite a long walk"
TOKEN = {"name": "nightly", "days": 30}


def by_token(ops: Ops, secret: str, method: str, path: str, told: object = None) -> Any:  # noqa: ANN401  an answer
    return ops.ask(method, path, "", told, Authorization=f"Bearer {secret}")


@pytest.mark.parametrize(("name", "role"), PEOPLE.items())
def test_everybody_learns_who_they_are(ops: Ops, name: str, role: Role) -> None:
    assert ops.get("/me", name) == {"name": name, "role": role, "via": "session"}


def test_a_token_is_shown_once_and_works(ops: Ops) -> None:
    made = ops.post("/me/tokens", TOKEN, as_="rita", status=201)
    secret = made.pop("token")

    assert secret.startswith("bilan_")
    assert (made["account"], made["name"], made["role"], made["works"], made["expires_at"]) == (
        "rita", "nightly", "run", True, "2026-12-02T02:00:00Z",
    )  # fmt: skip
    assert by_token(ops, secret, "GET", "/me").json() == {"name": "rita", "role": "run", "via": "token"}
    (listed,) = ops.get("/me/tokens", "rita")["items"]
    assert listed == made | {"used_at": "2026-11-02T02:00:00Z"}
    kept = b"".join(path.read_bytes() for path in (ops.site.project.root / ".bilan").glob("ledger.sqlite3*"))
    assert (secret.encode() in kept, digest(secret).encode() in kept) == (False, True)


def test_a_token_may_do_less_than_its_owner_and_never_more(ops: Ops) -> None:
    secret = ops.post("/me/tokens", TOKEN | {"role": "view"}, as_="anna", status=201)["token"]

    assert by_token(ops, secret, "GET", "/suppressions").status_code == 403
    assert ops.post("/me/tokens", TOKEN | {"role": "approve"}, as_="rita", status=422)["status"] == 422


def test_tokens_of_one_are_not_anothers(ops: Ops) -> None:
    number = ops.post("/me/tokens", TOKEN, as_="rita", status=201)["id"]

    assert ops.get("/me/tokens", "anna")["items"] == []
    assert ops.ask("DELETE", f"/me/tokens/{number}", "anna").status_code == 404
    assert ops.ask("DELETE", f"/accounts/anna/tokens/{number}", "boss").status_code == 404
    assert [one["works"] for one in ops.get("/me/tokens", "rita")["items"]] == [True]


def test_a_revoked_token_works_no_more(ops: Ops) -> None:
    made = ops.post("/me/tokens", TOKEN, as_="rita", status=201)

    assert [ops.ask("DELETE", f"/me/tokens/{made['id']}", "rita").status_code for _ in range(2)] == [204, 204]
    answer = by_token(ops, made["token"], "GET", "/me")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="bilan", error="invalid_token"')
    assert ops.get("/me/tokens", "rita")["items"][0]["works"] is False


def test_an_administrator_sees_and_revokes_tokens_of_others(ops: Ops) -> None:
    made = ops.post("/me/tokens", TOKEN, as_="rita", status=201)

    assert [one["id"] for one in ops.get("/accounts/Rita/tokens", "boss")["items"]] == [made["id"]]
    assert ops.ask("DELETE", f"/accounts/rita/tokens/{made['id']}", "boss").status_code == 204
    assert by_token(ops, made["token"], "GET", "/me").status_code == 401
    assert ops.ask("GET", "/accounts/nobody/tokens", "boss").status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "told"),
    [
        ("POST", "/me/tokens", TOKEN),
        ("DELETE", "/me/tokens/1", None),
        ("POST", "/accounts", {"name": "mallory", "role": "admin", "password": WORD}),
        ("PATCH", "/accounts/vera", {"role": "admin"}),
        ("POST", "/accounts/vera/logout", {}),
        ("DELETE", "/accounts/boss/tokens/1", None),
    ],
)
def test_a_token_does_not_multiply(ops: Ops, method: str, path: str, told: object) -> None:
    secret = ops.token("boss")

    assert by_token(ops, secret, method, path, told).status_code == 403
    assert by_token(ops, secret, "GET", "/accounts").status_code == 200
    assert len(ops.ledger.people.accounts()) == 4


def test_who_sits_at_this_machine_has_no_account(ops: Ops) -> None:
    ops.site.open = True

    assert ops.get("/me", "") == {"name": "local", "role": "admin", "via": "local"}
    assert "bilan account add" in ops.ask("GET", "/me/tokens").json()["hint"]
    assert [ops.ask(*one).status_code for one in (("POST", "/me/tokens", "", TOKEN), ("DELETE", "/me/tokens/1"))] == [409, 409]
    ops.ledger.people.add("local", Role.VIEW, NOW)
    assert ops.ask("POST", "/me/tokens", "", TOKEN).status_code == 409


def test_accounts_by_name_without_a_hash(ops: Ops) -> None:
    told = ops.get("/accounts?limit=3", "boss")
    rest = ops.get(f"/accounts?limit=3&after={told['next']}", "boss")

    assert [one["name"] for one in (*told["items"], *rest["items"])] == ["anna", "boss", "rita", "vera"]
    assert "no hash" not in str(told)
    assert told["items"][0]["password"] is True


def test_an_account_is_made_with_a_password(ops: Ops) -> None:
    made = ops.post("/accounts", {"name": "Zoë@example.org", "role": "run", "password": WORD}, as_="boss", status=201)

    account = ops.ledger.people.find("zoë@example.org")
    assert (made["name"], made["role"], made["password"], made["subject"]) == ("zoë@example.org", "run", True, None)
    assert fits(account.password, WORD)
    assert ops.ledger.events("account zoë@example.org")[0].actor == "boss"


def test_or_with_a_subject(ops: Ops) -> None:
    wish = {"name": "zoe", "role": "run", "subject": "https://id.example.org|7"}

    assert ops.post("/accounts", wish, as_="boss", status=201)["password"] is False
    assert ops.post("/accounts", wish | {"name": "other"}, as_="boss", status=409)["status"] == 409
    assert ops.post("/accounts", wish | {"subject": "x"}, as_="boss", status=409)["status"] == 409


@pytest.mark.parametrize(
    "change",
    [
        {"password": "short"}, {"password": "password1234"}, {"password": "x" * 1025}, {"password": None}, {"subject": "both"}, {"role": "king"},
        {"name": "a b"}, {"name": "a\0b"}, {"name": ""}, {"name": "ﷺ" * 90}, {"name": "x/y"}, {"more": 1},
    ],
)  # fmt: skip
def test_an_account_that_cannot_be_is_not_made(ops: Ops, change: dict[str, object]) -> None:
    assert ops.post("/accounts", {"name": "zoe", "role": "run", "password": WORD} | change, as_="boss", status=422)
    assert len(ops.ledger.people.accounts()) == 4


@pytest.mark.parametrize("password", ["hunter2", "password1234"])
def test_a_refusal_does_not_tell_the_password(ops: Ops, password: str) -> None:
    for told in (
        ops.ask("POST", "/accounts", "boss", {"name": "zoe", "role": "run", "password": password}),
        ops.ask("PATCH", "/accounts/vera", "boss", {"role": "run", "password": password}),
    ):
        assert (told.status_code, password in told.text) == (422, False)
    assert ops.get("/me")["role"] == "view"


def test_an_account_is_changed_and_each_change_is_kept(ops: Ops) -> None:
    told = ops.ask("PATCH", "/accounts/vera", "boss", {"role": "run", "password": WORD}).json()
    off = ops.ask("PATCH", "/accounts/vera", "boss", {"disabled": True}).json()
    on = ops.ask("PATCH", "/accounts/vera", "boss", {"disabled": False, "role": None}).json()

    assert (told["role"], told["disabled"], off["disabled"], on["disabled"], on["role"]) == ("run", False, True, False, "run")
    assert ops.ask("GET", "/me", "vera").status_code == 401
    events = [one.detail for one in ops.ledger.events("account vera") if one.actor == "boss"]
    assert events == ["role view -> run", "password set, sessions ended: 1", "disabled, sessions ended: 0", "enabled"]


def test_an_account_is_logged_out_everywhere_and_its_tokens_stay(ops: Ops) -> None:
    secret = ops.token("vera")

    assert ops.post("/accounts/Vera/logout", as_="boss") == {"name": "vera", "sessions": 1}
    assert ops.post("/accounts/vera/logout", as_="boss") == {"name": "vera", "sessions": 0}
    assert ops.ask("GET", "/me", "vera").status_code == 401
    assert by_token(ops, secret, "GET", "/me").status_code == 200
    assert ops.post("/accounts/nobody/logout", as_="boss", status=404)["status"] == 404
    assert [(one.actor, one.detail) for one in ops.ledger.events("account vera")][-1][0] == "boss"


def test_the_last_admin_stays(ops: Ops) -> None:
    for change in ({"role": "view"}, {"disabled": True}, {"disabled": True, "role": "view", "password": WORD}):
        assert ops.ask("PATCH", "/accounts/boss", "boss", change).status_code == 409
    assert ops.get("/me", "boss")["role"] == "admin"
    assert ops.ask("PATCH", "/accounts/nobody", "boss", {"role": "view"}).status_code == 404


def test_the_log_of_events_newest_first(ops: Ops) -> None:
    ops.post("/me/tokens", TOKEN, as_="rita", status=201)
    first = ops.get("/events?limit=3", "boss")
    rest = ops.get(f"/events?limit=3&after={first['next']}", "boss")

    numbers = [one["id"] for one in (*first["items"], *rest["items"])]
    assert numbers == sorted(numbers, reverse=True)
    assert (first["items"][0]["subject"], first["items"][0]["actor"]) == ("account rita", "rita")
    assert {one["subject"] for one in ops.get("/events?subject=account%20anna", "boss")["items"]} == {"account anna"}
    assert ops.get("/events?subject=nothing", "boss") == {"items": [], "next": None}


@pytest.mark.parametrize(
    ("method", "path", "may", "told"),
    [
        ("GET", "/me", Role.VIEW, None),
        ("GET", "/me/tokens", Role.VIEW, None),
        ("POST", "/me/tokens", Role.VIEW, TOKEN),
        ("DELETE", "/me/tokens/1", Role.VIEW, None),
        ("GET", "/accounts", Role.ADMIN, None),
        ("POST", "/accounts", Role.ADMIN, {"name": "zoe", "role": "admin", "password": WORD}),
        ("PATCH", "/accounts/vera", Role.ADMIN, {"role": "admin"}),
        ("POST", "/accounts/vera/logout", Role.ADMIN, {}),
        ("GET", "/accounts/vera/tokens", Role.ADMIN, None),
        ("DELETE", "/accounts/vera/tokens/1", Role.ADMIN, None),
        ("GET", "/events", Role.ADMIN, None),
    ],
)
def test_who_may(ops: Ops, method: str, path: str, may: Role, told: object) -> None:
    before = ops.ledger.events()
    guarded(ops, method, path, may, told)
    assert ops.ledger.events() == before


@pytest.mark.parametrize("number", ODD)
def test_odd_numbers_are_refused(ops: Ops, number: str) -> None:
    assert ops.ask("DELETE", f"/me/tokens/{number}", "vera").status_code == 422
    assert ops.ask("DELETE", f"/accounts/vera/tokens/{number}", "boss").status_code == 422


@pytest.mark.parametrize("change", [{"name": "a\0"}, {"name": " "}, {"days": 0}, {"days": 401}, {"days": 2**70}, {"name": ""}, {"x": 1}])
def test_odd_tokens_are_refused(ops: Ops, change: dict[str, object]) -> None:
    assert ops.post("/me/tokens", TOKEN | change, as_="vera", status=422)["status"] == 422


@pytest.mark.parametrize("path", ["/events?subject=%00", "/events?after=x", "/accounts?limit=0", "/accounts?after=%00"])
def test_odd_questions_are_refused(ops: Ops, path: str) -> None:
    assert ops.ask("GET", path, "boss").status_code == 422


def test_half_a_sign_is_no_password(ops: Ops) -> None:
    body = b'{"name": "zoe", "role": "run", "password": "\\ud800 quite a long walk"}'
    assert ops.ask("POST", "/accounts", "boss", body, Content_Type="application/json").status_code == 422


@pytest.mark.parametrize("path", ["/accounts/%00/tokens", "/occurrences/%00"])
def test_no_address_holds_a_sign_that_is_none(ops: Ops, path: str) -> None:
    assert ops.ask("GET", path, "boss").status_code == 404
