import pytest
from pydantic import ValidationError

from bilan.web.api.facts import Asked, GateModel, RevisionsAsked, RevisionsModel


def test_what_is_left_out_is_the_first_partnership_today() -> None:
    assert Asked() == Asked(partnership=None, as_of=None)


@pytest.mark.parametrize("asked", [{"partnership": "../x"}, {"as_of": "soon"}, {"unheard": 1}])
def test_what_cannot_be_meant_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Asked.model_validate(asked)


def test_words_of_python_are_told_as_they_are_said() -> None:
    assert RevisionsAsked.model_validate({"from": "2024-01-31"}).since == "2024-01-31"
    told = RevisionsModel(since="2024-01-31", until="2024-12-31", revisions=[], changes=[]).model_dump(by_alias=True)
    assert (told["from"], told["to"]) == ("2024-01-31", "2024-12-31")
    gate = GateModel.model_validate({"rules": 1, "series": 1, "pass": 1, "warn": 0, "hold": 0, "results": []})
    assert gate.model_dump(by_alias=True)["pass"] == 1
