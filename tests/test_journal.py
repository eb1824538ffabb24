import logging

import pytest

from bilan.journal import about, concerns, stage

LOG = logging.getLogger("bilan.tests.journal")


def test_a_stage_tells_its_word_its_count_and_its_milliseconds(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), stage(LOG, "readings") as one:
        one.count = 31

    (record,) = caplog.records
    assert record.getMessage().startswith("readings: 31 in ")
    assert (vars(record)["stage"], vars(record)["count"]) == ("readings", 31)
    assert 0 <= vars(record)["ms"] < 60_000


def test_a_stage_that_fails_leaves_the_telling_to_whoever_catches_it(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(ValueError, match="torn"), stage(LOG, "readings"):
        raise ValueError("torn")

    assert caplog.messages == []


def test_what_is_told_within_concerns_what_was_said_around_it() -> None:
    with about(run=5):
        with about(edition="kz-kg/2026-10/press.fr"):
            assert concerns() == {"run": 5, "edition": "kz-kg/2026-10/press.fr"}
        assert concerns() == {"run": 5}

    assert concerns() == {}
