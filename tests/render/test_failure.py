import json

import pytest

from bilan.errors import BilanError, RenderError, TemplateError
from bilan.render.failure import error_of, facts_of


@pytest.mark.parametrize(
    "error", [TemplateError("templates/a.html", ("line 1: x", "line 2: y"), "mend it"), RenderError("edition", "is torn", "look again")]
)
def test_a_failure_arrives_as_it_left(error: BilanError) -> None:
    found = error_of(json.loads(json.dumps(facts_of(error))))

    assert type(found) is type(error)
    assert (str(found), found.hint) == (str(error), error.hint)


def test_any_other_error_arrives_as_one_of_rendering() -> None:
    assert isinstance(error_of(facts_of(BilanError("fonts", "are gone"))), RenderError)
