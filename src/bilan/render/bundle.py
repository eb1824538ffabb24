"""What may a page load? The edition's own files, and nothing from disk or network."""

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote

from bilan.render.engine import URLFetcher, URLFetcherResponse

SCHEME = "bundle:"
TYPES = {".svg": "image/svg+xml", ".css": "text/css", ".ttf": "font/ttf", ".png": "image/png", ".jpg": "image/jpeg"}
LINKS = ("https:", "http:", "mailto:", "#")


class Bundle(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Serves files by their name in the edition, and `data:`; counts what it refused.

    Counting is needed because WeasyPrint swallows even fatal errors raised for an image inside an SVG.
    """

    def __init__(self, files: Mapping[str, bytes | str | Path], asset: Callable[[str], bytes | None] | None = None) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.files = files
        self.asset = asset
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """A file of the edition; raises ValueError for anything else."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        name = unquote(url.removeprefix(SCHEME).partition("#")[0]).removeprefix("./")
        body = self._body(name)
        if body is None:
            self.refused.append(url)
            raise ValueError(f"'{url}' is no file of this edition")
        return URLFetcherResponse(url, body, {"Content-Type": TYPES.get(Path(name).suffix.lower(), "application/octet-stream")})

    def _body(self, name: str) -> bytes | str | None:
        held = self.files.get(name)
        if isinstance(held, Path):
            return held.read_bytes()
        if held is None and self.asset is not None and ":" not in name and Path(name).suffix.lower() in TYPES:
            return self.asset(name)
        return held
