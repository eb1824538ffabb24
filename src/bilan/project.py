"""Where is everything? The project folder and the partnership, audience and brand it holds."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bilan.config.decode import load
from bilan.config.models import AudienceConfig, BilanConfig, BrandConfig, PartnershipConfig
from bilan.errors import ConfigError, UsageError, closest

SETTINGS = "bilan.toml"


@dataclass(frozen=True)
class Project:
    """A folder with `bilan.toml`; every path in it, every file decoded on first use."""

    root: Path

    @cached_property
    def config(self) -> BilanConfig:
        """`bilan.toml`."""
        return load(self.root / SETTINGS, BilanConfig)

    @cached_property
    def brand(self) -> BrandConfig:
        """`templates/brand.toml`, or the built-in look."""
        path = self.root / "templates" / "brand.toml"
        return load(path if path.exists() else starter() / "templates" / "brand.toml", BrandConfig)

    @property
    def store(self) -> Path:
        """Machine-owned observations."""
        return self.root / "data" / "store"

    @property
    def machine(self) -> Path:
        """Machine-owned state: ledger, locks."""
        return self.root / ".bilan"

    @property
    def reports(self) -> Path:
        """The folder of the archive; raises ConfigError where the archive lies on S3-like storage."""
        if "://" in self.config.reports:
            raise ConfigError(SETTINGS, (f"reports: lies at {self.config.reports}, which is no folder",), "name a folder for this")
        return self.root / self.config.reports

    def folder(self, slug: str) -> Path:
        """The folder of a partnership; raises UsageError for one that `bilan.toml` does not name."""
        known = list(self.config.partnerships)
        if slug not in known:
            raise UsageError(f"partnership '{slug}'", f"is not in {SETTINGS}{closest(slug, known)}", f"known: {', '.join(known)}")
        return self.root / "data" / slug

    def partnership(self, slug: str) -> PartnershipConfig:
        """`partnership.toml` of a partnership."""
        return load(self.folder(slug) / "partnership.toml", PartnershipConfig)

    def audience(self, name: str) -> AudienceConfig:
        """`audience.toml` of an audience, from the project or built in."""
        for folder in self.template_roots:
            path = folder / name / "audience.toml"
            if path.exists():
                return load(path, AudienceConfig)
        known = self.audiences()
        raise UsageError(f"audience '{name}'", f"has no templates/{name}/audience.toml{closest(name, known)}", f"known: {', '.join(known)}")

    def audiences(self) -> list[str]:
        """Names of all audiences there are templates for."""
        return sorted({path.parent.name for root in self.template_roots for path in root.glob("*/audience.toml")})

    @property
    def template_roots(self) -> tuple[Path, ...]:
        """Where templates are looked up: the project's folder first, then the built-in one."""
        mine, ours = self.root / "templates", starter() / "templates"
        return (mine,) if mine.resolve() == ours.resolve() else (mine, ours)


def find(start: Path) -> Project:
    """The nearest project at or above a folder; raises ConfigError where there is none."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return Project(folder)
    raise ConfigError(SETTINGS, (f"no project at or above {start}",), "run `bilan init DIR`, or name one with --project DIR")


def starter() -> Path:
    """The folder `bilan init` copies from: inside the wheel, or the checkout itself."""
    inside = Path(__file__).parent / "starter"
    return inside if inside.is_dir() else Path(__file__).parents[2]
