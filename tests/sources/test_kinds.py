import pytest

from bilan.errors import UsageError
from bilan.sources.kinds import KINDS
from bilan.sources.table import read_table


def test_reads_csv_without_any_extension() -> None:
    assert KINDS.get("csv") is read_table


def test_names_the_closest_kind_for_one_it_does_not_know() -> None:
    with pytest.raises(UsageError, match=r"kind of source 'csw': is not known \(did you mean 'csv'\?\)"):
        KINDS.get("csw")
