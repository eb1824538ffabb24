from typing import Any

import pytest
from pydantic import ValidationError

from bilan.config.schedule import ScheduleConfig


@pytest.mark.parametrize(
    "setting",
    [
        {"at": "7:00"},
        {"at": "24:00"},
        {"holidays": ("kg",)},
        {"holidays": ("KGZ",)},
        {"partnerships": ("KZ KG",)},
        {"timezon": "Asia/Bishkek"},
        {"after_downtime": "none"},
        {"as_of": "yesterday"},
        {"month": "next"},
        {"stale": "send"},
        {"wait": "some"},
        {"delivery": "ministry"},
        {"on_data": ("",)},
    ],
    ids=str,
)
def test_a_schedule_refuses_what_it_cannot_keep(setting: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ScheduleConfig(**setting)


@pytest.mark.parametrize(
    "setting",
    [{}, {"holidays": ("KG", "DE-BY")}, {"delivery": False}, {"delivery": ("ministry", "press")}, {"quiet-hours": "22:00-07:00"}],
    ids=str,
)
def test_a_schedule_takes_what_it_can_keep(setting: dict[str, Any]) -> None:
    config = ScheduleConfig(**setting)

    assert {name: getattr(config, name.replace("-", "_")) for name in setting} == setting
