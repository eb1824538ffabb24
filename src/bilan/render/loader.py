"""Where does a template come from? A safe look-up in the audience's, the project's and the built-in folder."""

from pathlib import Path, PurePosixPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

from bilan.errors import TemplateError, closest
from bilan.render.look import BASE, Look

BUILTIN = "builtin"
TEMPLATES = (".html", ".css")
MOST_BYTES = 4 * 1024**2


class Loader(BaseLoader):
    """Reads templates inside their roots only: no `..`, no absolute name, no symbolic link.

    `texts` keeps what was read by the name shown in messages, so that a mistake can quote its line.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.texts: dict[str, str] = {}

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002  Jinja's door
        """The template's text and its shown name; raises TemplateNotFound."""
        for path, shown in self._candidates(template):
            if path.is_file() and path.suffix in TEMPLATES:
                return self._read(path, shown)
        raise TemplateNotFound(template, f"no template '{template}'{closest(template, self.list_templates())}")

    def list_templates(self) -> list[str]:
        """Every name that can be extended or included."""
        names = {path.relative_to(place).as_posix() for _, place in self.look.places for path in place.rglob("*.html")}
        return sorted(names)

    def asset(self, name: str) -> bytes | None:
        """A picture or font a template brings along, or None; raises TemplateError for one too large."""
        for path, shown in self._candidates(name):
            if path.is_file():
                _refuse_link(path, shown)
                if path.stat().st_size > MOST_BYTES:
                    raise TemplateError(shown, (f"has more than {MOST_BYTES // 1024**2} MB",), "save a smaller picture")
                return path.read_bytes()
        return None

    def _candidates(self, name: str) -> list[tuple[Path, str]]:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or "\\" in name or "\0" in name or name.startswith("/"):
            return []
        ours = self.look.builtin
        places = self.look.places
        if parts[0] == BUILTIN:
            places, parts = ((ours, ours / BASE), (ours, ours)), parts[1:]
        return [self._inside(root, place.joinpath(*parts)) for root, place in places]

    def _inside(self, root: Path, path: Path) -> tuple[Path, str]:
        own = root == self.look.builtin and len(self.look.roots) > 1
        real = root.resolve() / path.relative_to(root)
        return real, f"{BUILTIN if own else 'templates'}/{path.relative_to(root).as_posix()}"

    def _read(self, path: Path, shown: str) -> tuple[str, str, None]:
        _refuse_link(path, shown)
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise TemplateError(shown, (f"is not UTF-8 (byte {error.start})",), "save the file as UTF-8") from None
        self.texts[shown] = text
        return text, shown, None


def _refuse_link(path: Path, shown: str) -> None:
    if path.resolve() != path:
        raise TemplateError(shown, ("is a symbolic link",), "put the file itself into the templates folder")
