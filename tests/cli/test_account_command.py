import hashlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bilan.cli.account_command import DAYS, ROLES
from bilan.ledger import tokens
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.project import find
from bilan.web.passwords import fits

NOW = datetime(2026, 11, 25, tzinfo=UTC)
WORD, OTHER = "a horse on the jailoo", "a yurt beside the lake"
LONG = timedelta(hours=12)
Said = tuple[int, str, str]
Ask = Callable[..., Said]


@pytest.fixture
def account(project: Path, bilan: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """`bilan account …` in a project, with a password in the environment."""
    monkeypatch.setenv("BILAN_PASSWORD", WORD)
    monkeypatch.setenv("BILAN_ACTOR", "root")
    return lambda *words: bilan("account", *words, "--project", project)


@pytest.fixture
def ledger(project: Path) -> Callable[[], Ledger]:
    return lambda: Ledger.open(find(project).config.ledger, project)


def answer(said: Said) -> Any:  # noqa: ANN401  JSON
    code, out, err = said
    assert (code, err) == (0, "")
    return json.loads(out)


def test_an_account_is_made_with_the_password_of_the_environment(account: Ask, ledger: Callable[[], Ledger]) -> None:
    assert account("add", "Anna", "--role", "approve") == (0, "anna: approve\n", "")
    with ledger() as book:
        anna = book.people.find("anna")
        events = [(one.actor, one.to_state) for one in book.events("account anna")]

    assert fits(anna.password, WORD)
    assert anna.role is Role.APPROVE
    assert events == [("root", "approve")]


def test_a_password_is_read_from_a_file(
    account: Ask, ledger: Callable[[], Ledger], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "word").write_text(f"{OTHER}\n", encoding="utf-8")
    account("add", "anna", "--role", "run")
    monkeypatch.delenv("BILAN_PASSWORD")
    monkeypatch.setenv("BILAN_PASSWORD_FILE", str(tmp_path / "word"))

    assert answer(account("password", "ANNA", "--by", "bek", "--json"))["password"] is True
    with ledger() as book:
        assert fits(book.people.find("anna").password, OTHER)
        assert book.events("account anna")[-1].actor == "bek"


def test_on_a_terminal_a_password_is_asked_for_twice_and_never_shown(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return WORD

    monkeypatch.delenv("BILAN_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.hidden_prompt_func", typed)
    code, out, err = account("add", "anna", "--role", "run")

    assert (code, out) == (0, "anna: run\n")
    assert len(asked) == 2
    assert WORD not in out + err


def test_where_nobody_is_there_to_ask_it_is_said_how_to_give_one(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BILAN_PASSWORD")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    code, out, err = account("add", "anna", "--role", "run")

    assert (code, out) == (2, "")
    assert err.startswith("BILAN_PASSWORD: is not set, and nobody is there to ask\nhint: set it, or name a file in BILAN_PASSWORD_FILE")


def test_a_bad_password_is_refused_without_being_shown(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BILAN_PASSWORD", "qwerty123456")
    code, out, err = account("add", "anna", "--role", "run")

    assert (code, out) == (2, "")
    assert "password of anna: is one of the commonest there are" in err
    assert "qwerty" not in err
    assert answer(account("list", "--json")) == []


def test_a_name_is_looked_at_before_a_password_is_asked_for(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    account("add", "anna", "--role", "run")
    monkeypatch.delenv("BILAN_PASSWORD")

    assert "account anna: is there already" in account("add", "ANNA", "--role", "view")[2]
    assert "is no name for an account" in account("add", "a b", "--role", "view")[2]
    assert "account 'ana': is not there (did you mean 'anna'?)" in account("password", "ana")[2]


def test_who_logs_in_through_a_provider_needs_no_password(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BILAN_PASSWORD")

    row = answer(account("add", "anna", "--role", "view", "--subject", "https://id.example.org|42", "--json"))
    assert (row["password"], row["subject"]) == (False, "https://id.example.org|42")
    assert "https://id.example.org|42" in account("list")[1]


def test_the_list_tells_who_may_log_in(account: Ask, ledger: Callable[[], Ledger]) -> None:
    assert "`bilan account add NAME --role admin` makes the first" in account("list")[1]
    for name, role in (("root", "admin"), ("anna", "run"), ("bek", "view")):
        account("add", name, "--role", role)
    account("disable", "bek")
    with ledger() as book:
        for _ in range(5):
            book.people.failed("anna", NOW)

    code, out, _ = account("list")
    assert code == 0
    assert [re.split(r"\s{2,}", line) for line in out.splitlines()] == [
        ["name", "role", "state", "logs in by"],
        ["anna", "run", "locked until 2026-11-25T00:01:00+00:00", "password"],
        ["bek", "view", "disabled", "password"],
        ["root", "admin", "enabled", "password"],
    ]
    assert answer(account("list", "--json"))[1] == {
        "name": "bek", "role": "view", "disabled": True, "password": True, "subject": None, "created_at": NOW.isoformat(),
        "locked_until": None,
    }  # fmt: skip
    assert account("enable", "anna") == (0, "anna: run\n", "")


def test_roles_change_and_one_admin_stays(account: Ask) -> None:
    account("add", "root", "--role", "admin")

    assert account("role", "root", "run")[0] == 2
    assert "account root: is the last admin" in account("disable", "root")[2]
    account("add", "anna", "--role", "run")
    assert account("role", "anna", "admin") == (0, "anna: admin\n", "")
    assert account("disable", "root") == (0, "root: admin, disabled\n", "")
    assert account("enable", "root", "-q") == (0, "", "")
    assert account("role", "anna", "owner")[0] == 2


def test_a_token_is_printed_once_and_kept_as_a_hash(account: Ask, ledger: Callable[[], Ledger], project: Path) -> None:
    account("add", "anna", "--role", "approve")
    code, out, err = account("token", "anna", "--name", "nightly", "--days", "90", "--role", "run")
    secret = out.strip()

    assert code == 0
    assert re.fullmatch(r"bilan_[\w-]{43}", secret)
    assert err == "shown only now; works until 2027-02-23T00:00:00+00:00 or `bilan account revoke 1`\n"
    with ledger() as book:
        assert book.people.token(hashlib.sha256(secret.encode()).hexdigest(), NOW) == (book.people.find("anna"), Role.RUN)
    assert [path for path in project.rglob("*.sqlite3*") if secret.encode() in path.read_bytes()] == []
    assert account("token", "anna", "--name", "x", "--days", "1", "-q")[2] == ""
    row = answer(account("token", "anna", "--name", "json", "--days", "400", "--json"))
    assert (row["id"], row["role"], row["token"][:6], row["expires_at"]) == (3, "approve", "bilan_", "2027-12-30T00:00:00+00:00")


def test_a_token_of_too_much_or_for_too_long_is_refused(account: Ask) -> None:
    account("add", "anna", "--role", "run")

    assert "cannot be 'admin': account anna is 'run'" in account("token", "anna", "--name", "x", "--days", "9", "--role", "admin")[2]
    assert account("token", "anna", "--name", "x", "--days", "401")[0] == 2


def test_tokens_are_listed_without_what_they_are(account: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    account("add", "anna", "--role", "run")
    assert account("tokens", "anna") == (0, "anna has no token\n", "")
    for days in (1, 2, 90):
        account("token", "anna", "--name", f"for {days}", "--days", str(days))
    assert account("revoke", "2") == (0, "token 2: revoked\n", "")
    assert account("revoke", "2") == (0, "token 2: is revoked already\n", "")
    assert answer(account("revoke", "2", "--json")) == {"id": 2, "revoked": True, "new": False}
    assert account("revoke", "9")[::2] == (2, "token 9: is not there\nhint: `bilan account tokens NAME` shows which there are\n")

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int((NOW + timedelta(days=1)).timestamp())))
    states = [re.split(r"\s{2,}", line)[3] for line in account("tokens", "anna")[1].splitlines()]
    rows = answer(account("tokens", "anna", "--json"))

    assert states == ["state", "over", "revoked", "works"]
    assert [(row["id"], row["name"], row["used_at"]) for row in rows] == [(1, "for 1", None), (2, "for 2", None), (3, "for 90", None)]
    assert "sha256" not in rows[0]


def test_logging_out_ends_every_session(account: Ask, ledger: Callable[[], Ledger]) -> None:
    account("add", "anna", "--role", "run")
    with ledger() as book:
        book.people.open_session(book.people.find("anna"), "a" * 64, NOW, LONG, LONG)

    assert account("logout", "anna") == (0, "anna: sessions ended: 1\n", "")
    assert answer(account("logout", "anna", "--json")) == {"name": "anna", "sessions": 0}


def test_roles_and_spans_are_those_of_the_ledger() -> None:
    assert list(ROLES.choices) == [role.value for role in Role]
    assert tokens.DAYS == DAYS


@pytest.mark.parametrize("name", ["add", "list", "role", "password", "disable", "enable", "token", "tokens", "revoke", "logout"])
def test_each_explains_itself(bilan: Callable[..., Said], name: str) -> None:
    code, out, _ = bilan("account", name, "--help")

    assert code == 0
    assert "Example" in out
    assert "--json" in out
