import pytest

from bilan.errors import StoppedError
from bilan.stop import Stop


def test_asked_once_nothing_begins_and_what_runs_goes_on() -> None:
    stop = Stop()
    stop.before("edition a")
    stop.ask()

    stop.before("edition a", begun=True)
    with pytest.raises(StoppedError, match="edition b: was given back: the program was asked to stop"):
        stop.before("edition b")


def test_asked_again_everything_is_given_up() -> None:
    stop = Stop()
    stop.ask()
    stop.ask()

    with pytest.raises(StoppedError, match="edition a: was given back"):
        stop.before("edition a", begun=True)
