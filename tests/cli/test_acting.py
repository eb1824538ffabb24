import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.cli.acting import chosen
from bilan.errors import UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.records import State
from bilan.project import Project

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "kz-kg/2026-10/minister.en"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    project: Project = small.project(tmp_path)
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


@pytest.fixture
def held(ledger: Ledger) -> Ledger:
    ledger.finish(small.claimed(ledger), State.HELD, small.NOW, "a gap in trade")
    return ledger


def test_an_act_says_what_was_and_what_is_and_who_said_so(held: Ledger, tmp_path: Path, bilan: Bilan) -> None:
    said = bilan("release", NAME, "--by", "anna", "--reason", "mended", "--project", tmp_path)

    assert said == (0, f"1  {NAME}  was held, is due\n", "")
    last = held.events()[-1]
    assert (last.actor, last.detail) == ("anna", "mended")
    assert bilan("release", "1", "--project", tmp_path) == (0, f"1  {NAME}  is due already\n", "")


@pytest.mark.usefixtures("held")
def test_one_that_cannot_be_does_not_keep_the_others_from_it(ledger: Ledger, tmp_path: Path, bilan: Bilan) -> None:
    ledger.finish(small.claimed(ledger), State.FAILED, small.NOW, "too wide")

    code, out, err = bilan("release", "2", "1", "--project", tmp_path)

    assert (code, out) == (2, f"1  {NAME}  was held, is due\n")
    assert err == f"on demand 2: {NAME}: is failed: nothing to release\nhint: only what is held can be released\n"


@pytest.mark.usefixtures("held")
def test_acts_speak_json(tmp_path: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("retry", "1", "--json", "--project", tmp_path)
    told = json.loads(out)
    again = json.loads(bilan("release", "1", "--json", "--project", tmp_path)[1])

    assert (code, told["done"], told["errors"]) == (0, [{"id": 1, "edition": NAME, "was": "held", "is": "due"}], [])
    assert again["done"][0]["was"] == "due"
    assert bilan("cancel", "1", "--quiet", "--project", tmp_path) == (0, "", "")
    assert json.loads(bilan("release", "1", "--json", "--project", tmp_path)[1])["errors"][0]["exit_code"] == 2


def test_a_name_means_the_last_occurrence_in_a_fitting_state_and_a_month_all_of_them(held: Ledger) -> None:
    for state in (State.HELD, State.FAILED):
        held.finish(small.claimed(held), state, small.NOW)

    def numbers(word: str, *states: State) -> list[int]:
        return [row.id for row in chosen(held, [word], states)]

    assert numbers(NAME, State.HELD) == [2]
    assert numbers(NAME, State.RUNNING) == [3]
    assert numbers("kz-kg/2026-10", State.HELD) == [1, 2]
    assert numbers("1", State.RUNNING) == [1]


def test_a_name_that_means_nothing_gets_the_closest(held: Ledger) -> None:
    with pytest.raises(UsageError) as caught:
        list(chosen(held, ["kz-kg/2026-10/ministr.en"], (State.HELD,)))

    assert str(caught.value) == f"'kz-kg/2026-10/ministr.en': names nothing in the ledger (did you mean '{NAME}'?)"


@pytest.mark.parametrize("name", ["hold", "release", "retry", "cancel"])
def test_each_act_has_its_command(name: str, bilan: Bilan) -> None:
    code, out, _ = bilan(name, "--help")

    assert code == 0
    assert "A number of `bilan status`" in out
    assert f"Example:  bilan {name} {NAME}"[:40] in out
