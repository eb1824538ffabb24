import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pipeline import small

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small.project(tmp_path).root


def test_answers_in_sentences(project: Path, bilan: Bilan) -> None:
    said = bilan("why", "2026-11-02", "--project", project)

    assert said == (0, "Nothing was due on Monday 2026-11-02. No schedule in bilan.toml ever falls due.\n", "")


def test_answers_in_json(project: Path, bilan: Bilan) -> None:
    told = json.loads(bilan("why", "2026-11-02", "-a", "minister", "--json", "--project", project)[1])

    assert (told["day"], told["answers"][0]["state"]) == ("2026-11-02", "nothing due")


def test_a_day_that_is_none_is_told(project: Path, bilan: Bilan) -> None:
    code, _, err = bilan("why", "yesterday", "--project", project)

    assert code == 2
    assert "'yesterday' is no date: write 2026-10-31" in err
