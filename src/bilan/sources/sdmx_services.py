"""Which SDMX services are known by name, and how is each asked? Address, path, accepted formats, names of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bilan.registry import Registry

CSV, JSON = "application/vnd.sdmx.data+csv;version=1.0.0", "application/vnd.sdmx.data+json;version=1.0.0"
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Service:
    """How one service is asked and what its columns are called.

    `scale_is_display`: its scale says how a number is shown; the number itself is given in full.
    """

    address: str = ""
    path: str = "data/{agency_and_flow}/{key}"
    since: tuple[str, str] = ("startPeriod", "{year}")
    accept: Mapping[str, str] = field(default_factory=lambda: {"csv": CSV, "json": JSON})
    query: Mapping[str, Pairs] = field(default_factory=lambda: {"csv": (), "json": ()})
    reporter: str = "REF_AREA"
    partner: str = "COUNTERPART_AREA"
    status: tuple[str, ...] = ("OBS_STATUS",)
    scale: tuple[str, ...] = ("UNIT_MULT", "SCALE")
    scale_is_display: bool = False
    published: tuple[str, ...] = ()

    def path_of(self, dataflow: str, key: str) -> str:
        """The path of a question below the address: `data/IMF.STA,IMTS/KGZ.XG_FOB_USD.KAZ.A`."""
        agency, _, rest = dataflow.partition(",") if "," in dataflow else ("all", "", dataflow)
        flow, _, version = rest.partition(",")
        return self.path.format(agency_and_flow=dataflow, agency=agency, flow=flow, version=version or "+", key=key)


SERVICES: Registry[Service] = Registry("SDMX service")
SERVICES.add("standard", Service())
SERVICES.add(
    "imf",
    Service(
        address="https://api.imf.org/external/sdmx/2.1",
        accept={"csv": CSV, "json": "application/json"},
        reporter="COUNTRY",
        partner="COUNTERPART_COUNTRY",
        status=("OBS_STATUS", "STATUS"),
        scale_is_display=True,
        published=("UPDATE_DATE", "PUBLICATION_DATE"),
    ),
)
SERVICES.add(
    "imf-3",
    Service(
        address="https://api.imf.org/external/sdmx/3.0",
        path="data/dataflow/{agency}/{flow}/{version}/{key}",
        since=("c[TIME_PERIOD]", "ge:{year}"),
        accept={"csv": CSV.replace("1.0.0", "2.0.0"), "json": JSON.replace("1.0.0", "2.0.0")},
        reporter="COUNTRY",
        partner="COUNTERPART_COUNTRY",
        status=("OBS_STATUS", "STATUS"),
        scale_is_display=True,
        published=("UPDATE_DATE", "PUBLICATION_DATE"),
    ),
)
SERVICES.add(
    "oecd",
    Service(
        address="https://sdmx.oecd.org/public/rest",
        query={"csv": (("format", "csvfile"),), "json": (("format", "jsondata"),)},
    ),
)
SERVICES.add(
    "ecb",
    Service(
        address="https://data-api.ecb.europa.eu/service",
        query={"csv": (("format", "csvdata"),), "json": (("format", "jsondata"),)},
    ),
)
SERVICES.add(
    "eurostat",
    Service(
        address="https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1",
        path="data/{flow}/{key}",
        accept={"csv": CSV},
        query={"csv": (("format", "SDMX-CSV"),)},
        reporter="GEO",
        partner="PARTNER",
        status=("OBS_FLAG", "OBS_STATUS"),
        scale=(),
        published=("LAST UPDATE",),
    ),
)
