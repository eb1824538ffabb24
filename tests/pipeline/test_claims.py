from datetime import UTC, date, datetime

import pytest

from bilan.pipeline.claims import claims, rows, sources, told_claim
from bilan.pipeline.knowledge import Knowledge, learn
from bilan.project import Project

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture(scope="module")
def knowledge(finished: Project) -> Knowledge:
    return learn(finished, "kz-kg", date(2026, 10, 31), NOW)


def test_a_claim_is_told_with_the_rows_it_was_compared_with(finished: Project, knowledge: Knowledge) -> None:
    found = claims(finished, knowledge, "kz-kg")
    told = [told_claim(one, knowledge) for one in found]

    assert [one["id"] for one in told] == [one.id for one in knowledge.facts.dossier.claims]
    computed = next(one for one in found if one.computed)
    assert rows(computed, knowledge)
    assert set(rows(computed, knowledge)) <= {one.row for one in knowledge.observations.values()}
    assert sources(computed)[0] == computed.row.source_id


def test_a_claim_is_told_in_the_language_asked_for(finished: Project, knowledge: Knowledge) -> None:
    english, french = (str(claims(finished, knowledge, "kz-kg", language)[0].statement) for language in ("en", "fr"))

    assert str(claims(finished, knowledge, "kz-kg")[0].statement) == english != french
