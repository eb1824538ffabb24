import pytest
from pydantic import ValidationError

from bilan.errors import UsageError
from bilan.period import Period
from bilan.web.jobs.requests import BuildAsked, ReplayAsked, read


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


def test_months_of_a_replay_run_forwards_and_are_bounded() -> None:
    asked = ReplayAsked.model_validate({"partnership": "kz-kg", "from": "2025-11", "to": "2026-01"})

    assert asked.told == {"partnership": "kz-kg", "from": "2025-11", "to": "2026-01"}
    assert read("replay", asked.told) == asked
    assert [str(month) for month in asked.months] == ["2025-11", "2025-12", "2026-01"]
    for first, last, said in (("2026-01", "2025-12", "lies after"), ("2015-01", "2025-01", "has 121 months, 120 at most")):
        with pytest.raises(UsageError, match=said):
            _ = ReplayAsked.model_validate({"partnership": "kz-kg", "from": first, "to": last}).months


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("fetch", {"sources": ["../x"]}), ("fetch", {"keep": True}), ("gallery", {"language": "english"}), ("archive-check", {"deep": True}),
        ("archive-rebuild", {"deep": True}), ("audit", {"file": "../x", "sha256": "0" * 64}), ("audit", {"file": "x", "sha256": "0"}),
        ("replay", {"partnership": "kz-kg", "from": "0000-01", "to": "2026-01"}),
    ],
)  # fmt: skip
def test_requests_of_other_work_are_as_strict(kind: str, told: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read(kind, told)
