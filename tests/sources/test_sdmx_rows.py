from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.model import Evidence, Status
from bilan.sources.sdmx_rows import Judgement, SdmxError, SdmxRow, judge, period_of, scaled

STATUS = ("OBS_STATUS",)


def row(**cells: str) -> SdmxRow:
    return SdmxRow("line 2", {"OBS_VALUE": "1", **cells})


@pytest.mark.parametrize(
    ("written", "period"),
    [("2023", "2023"), ("2023-A1", "2023"), ("2023-Q2", "2023-Q2"), ("2023-M07", "2023-07"), ("2023-07", "2023-07")],
)
def test_reads_every_form_of_a_period(written: str, period: str) -> None:
    assert str(period_of(row(TIME_PERIOD=written))) == period


@pytest.mark.parametrize("written", ["2023-07-01", "2023-W05", "2023-S1", "2023-M13", "2023-M00", "", "soon"])
def test_takes_only_years_quarters_and_months(written: str) -> None:
    with pytest.raises(SdmxError, match=r"line 2: '.*' is no year, quarter or month"):
        period_of(row(TIME_PERIOD=written))


@pytest.mark.parametrize("written", ["9999", "0001-Q1", "3000-M01"])
def test_refuses_a_year_no_value_can_be_of(written: str) -> None:
    with pytest.raises(SdmxError, match=f"line 2: '{written}' is of no year a value can be of"):
        period_of(row(TIME_PERIOD=written))


def test_refuses_a_period_that_does_not_agree_with_the_frequency() -> None:
    assert str(period_of(row(TIME_PERIOD="2023", FREQUENCY="A"))) == "2023"
    with pytest.raises(SdmxError, match="line 2: frequency M does not agree with '2023'"):
        period_of(row(TIME_PERIOD="2023", FREQ="M"))


@pytest.mark.parametrize(
    ("word", "status", "evidence", "note"),
    [
        ("", Status.FINAL, Evidence.REPORTED, ""),
        ("A", Status.FINAL, Evidence.REPORTED, ""),
        ("P", Status.PROVISIONAL, Evidence.REPORTED, ""),
        ("E", Status.ESTIMATED, Evidence.REPORTED, ""),
        ("I", Status.ESTIMATED, Evidence.REPORTED, "imputed"),
        ("F", Status.ESTIMATED, Evidence.FORECAST, ""),
        ("B", Status.FINAL, Evidence.REPORTED, "break in series"),
        ("bp", Status.PROVISIONAL, Evidence.REPORTED, "break in series"),
        ("ep", Status.PROVISIONAL, Evidence.REPORTED, ""),
        ("Z9", Status.FINAL, Evidence.REPORTED, "status Z9"),
    ],
)
def test_maps_a_status_to_ours(word: str, status: Status, evidence: Evidence, note: str) -> None:
    assert judge(row(OBS_STATUS=word), STATUS) == Judgement(missing=False, status=status, evidence=evidence, note=note)


@pytest.mark.parametrize("word", ["M", "L", "O", "Q", "H", "K"])
def test_takes_no_value_where_the_status_says_missing_whatever_stands_there(word: str) -> None:
    assert judge(SdmxRow("line 2", {"OBS_VALUE": "0", "OBS_STATUS": word}), STATUS).missing


@pytest.mark.parametrize("value", ["", " ", ":", "NaN", "NA", "-"])
def test_takes_no_value_where_there_is_none(value: str) -> None:
    assert judge(SdmxRow("line 2", {"OBS_VALUE": value, "OBS_STATUS": "A"}), STATUS).missing


def test_tells_a_projection_of_the_staff_from_an_outcome_and_mixed_from_missing() -> None:
    assert judge(row(DERIVATION_TYPE="SP"), STATUS) == Judgement(
        missing=False, status=Status.ESTIMATED, evidence=Evidence.FORECAST, note="staff projection"
    )
    assert judge(row(DERIVATION_TYPE="M"), STATUS) == Judgement(missing=False)


def test_multiplies_exactly() -> None:
    assert scaled(row(OBS_VALUE="410.888", SCALE="6"), ("UNIT_MULT", "SCALE")) == Decimal(410_888_000)
    assert scaled(row(OBS_VALUE="0.1", UNIT_MULT="-3"), ("UNIT_MULT",)) == Decimal("0.0001")
    assert scaled(row(OBS_VALUE="410.888", SCALE="6"), ()) == Decimal("410.888")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=12), st.integers(-9, 9))
def test_multiplying_back_gives_the_same_number(value: Decimal, power: int) -> None:
    there = scaled(row(OBS_VALUE=f"{value:f}", SCALE=str(power)), ("SCALE",))

    assert scaled(row(OBS_VALUE=f"{there:f}", SCALE=str(-power)), ("SCALE",)) == value


@pytest.mark.parametrize(
    ("value", "power"), [("1,5", "0"), ("about 5", "0"), ("1", "million"), ("1", "99"), ("1_0", "0"), ("Infinity", "0")]
)
def test_refuses_what_is_no_number(value: str, power: str) -> None:
    with pytest.raises(SdmxError, match=r"line 2: value '.*' with scale '.*' is no number"):
        scaled(row(OBS_VALUE=value, SCALE=power), ("SCALE",))
