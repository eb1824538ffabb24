import getpass
import os

import pytest

from bilan.cli.person import actor, owner


def test_who_asks_is_the_option_then_the_variable_then_the_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "account")
    monkeypatch.delenv("BILAN_ACTOR", raising=False)

    assert (actor("anna"), actor()) == ("anna", "account")
    monkeypatch.setenv("BILAN_ACTOR", "boris")
    assert (actor("anna"), actor()) == ("anna", "boris")


def test_an_account_without_a_name_has_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", unknown)
    monkeypatch.delenv("BILAN_ACTOR", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4711)

    assert actor() == "account 4711"


def test_a_process_is_named_by_machine_and_number() -> None:
    assert owner().endswith(f":{os.getpid()}")
