import pytest
from pydantic import ValidationError

from bilan.config.base import Model


class Kept(Model):
    how_long: int = 1


def test_a_key_may_be_written_with_a_hyphen_or_an_underscore() -> None:
    assert Kept.model_validate({"how-long": 2}) == Kept.model_validate({"how_long": 2}) == Kept(how_long=2)


def test_an_unknown_key_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Kept.model_validate({"how-longe": 2})


def test_a_number_in_quotes_is_no_number() -> None:
    with pytest.raises(ValidationError, match="integer"):
        Kept.model_validate({"how-long": "2"})


def test_settings_never_change_once_read() -> None:
    kept = Kept()

    with pytest.raises(ValidationError, match="frozen"):
        kept.how_long = 2
