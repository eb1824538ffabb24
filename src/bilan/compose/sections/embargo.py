"""Until when may nothing be quoted? One line under the head of page one, for audiences whose settings hold an embargo."""

from datetime import timedelta

from bilan.compose.material import Material, writers
from bilan.document import Section
from bilan.errors import ConfigError


@writers.register("embargo")
def embargo(material: Material) -> Section | None:
    """Day, hour and whose hour; raises ConfigError where the hour has no name in the language."""
    set_for, printer = material.audience.embargo, material.printer
    if set_for is None:
        return None
    zone: dict[str, str] = dict(set_for.zone)  # type: ignore[arg-type]  # keys are languages
    if printer.lang not in zone:
        where = f"templates/{material.identity.audience}/audience.toml"
        raise ConfigError(where, (f"embargo: zone has no name in '{printer.lang}'",), f'write zone = {{ {printer.lang} = "…" }}')
    day = material.issued_on + timedelta(days=set_for.days)
    hour = printer.constant(set_for.at, "date", f"{day.isoformat()}T{set_for.at}")
    return Section("embargo", "", printer.say("embargo", date=day, hour=hour, zone=material.names([zone[printer.lang]])))
