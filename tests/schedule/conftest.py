from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.config.decode import decode
from bilan.config.models import BilanConfig
from bilan.project import Project

SETTINGS = """\
partnerships = ["kz-kg"]
audiences = ["minister", "analyst"]
languages = ["fr", "en"]

[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"
holidays = ["KG", "KZ"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def settings() -> Callable[[str], BilanConfig]:
    def make(schedules: str) -> BilanConfig:
        return decode(f'partnerships = ["kz-kg"]\naudiences = ["analyst"]\nlanguages = ["fr"]\n{schedules}', BilanConfig, "bilan.toml")

    return make
