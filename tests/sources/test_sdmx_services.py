from pathlib import Path

import pytest

from bilan.errors import UsageError
from bilan.sources.sdmx_services import SERVICES

DOCS = Path(__file__).parents[2] / "docs" / "tables.md"


@pytest.mark.parametrize(
    ("name", "dataflow", "path"),
    [
        ("imf", "IMF.STA,IMTS", "data/IMF.STA,IMTS/KGZ.X.KAZ.A"),
        ("imf-3", "IMF.STA,IMTS", "data/dataflow/IMF.STA/IMTS/+/KGZ.X.KAZ.A"),
        ("imf-3", "IMF.STA,IMTS,1.0.0", "data/dataflow/IMF.STA/IMTS/1.0.0/KGZ.X.KAZ.A"),
        ("oecd", "OECD.SDD.STES,DSD_STES@DF_CLI,", "data/OECD.SDD.STES,DSD_STES@DF_CLI,/KGZ.X.KAZ.A"),
        ("ecb", "EXR", "data/EXR/KGZ.X.KAZ.A"),
        ("eurostat", "NAMA_10_GDP", "data/NAMA_10_GDP/KGZ.X.KAZ.A"),
    ],
)
def test_asks_each_service_in_its_own_way(name: str, dataflow: str, path: str) -> None:
    assert SERVICES.get(name).path_of(dataflow, "KGZ.X.KAZ.A") == path


def test_names_the_closest_service_for_one_it_does_not_know() -> None:
    with pytest.raises(UsageError, match=r"SDMX service 'eurostats': is not known \(did you mean 'eurostat'\?\)"):
        SERVICES.get("eurostats")


def test_documents_every_service_with_its_address() -> None:
    text = DOCS.read_text(encoding="utf-8")

    for name in SERVICES.names():
        assert f"| `{name}` | {SERVICES.get(name).address or 'any other'} |" in text
