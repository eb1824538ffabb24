import pytest
from pydantic import ValidationError

from bilan.errors import UsageError
from bilan.period import Period
from bilan.web.jobs.requests import BuildAsked, read


def test_what_is_kept_is_what_was_said() -> None:
    asked = BuildAsked(partnership="kz-kg", period="2026-10", as_of="2026-11-01", draft=True)  # type: ignore[arg-type]  # as JSON says it

    assert asked.told == {"partnership": "kz-kg", "period": "2026-10", "as_of": "2026-11-01", "draft": True}
    assert read("build", asked.told) == asked
    assert asked.request.period == Period.parse("2026-10")


@pytest.mark.parametrize(
    "wrong",
    [
        {"period": "2026-13"}, {"period": "2026-Q1"}, {"period": "0000-01"}, {"period": "0999-12"}, {"period": "3000-01"}, {"languages": ["english"]},
        {"colour": "red"}, {"audiences": ["../x"]},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        BuildAsked.model_validate({"partnership": "kz-kg", **wrong})


@pytest.mark.parametrize(
    ("kind", "told"),
    [("dance", {}), ("verify", {"edition": "../../etc/passwd"}), ("correct", {"edition": "kz-kg/2026-10/press.fr", "reason": "a\nb"})],
)
def test_what_cannot_be_read_is_told(kind: str, told: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read(kind, told)
