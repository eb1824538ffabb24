"""Is an SVG drawing nothing but shapes? Read element by element, written anew from what is allowed."""

import re
from html import escape
from xml.parsers import expat

MOST_BYTES = 256 * 1024
MOST_ELEMENTS = 2000
DEEPEST = 32
NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = frozenset(
    (
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient", "radialGradient", "stop",
        "clipPath", "title", "desc",
    )
)  # fmt: skip
ATTRIBUTES = frozenset(
    (
        "id", "width", "height", "viewBox", "preserveAspectRatio", "transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
        "rx", "ry", "fx", "fy", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-dasharray", "stroke-opacity", "opacity", "clip-path", "clip-rule", "offset", "stop-color",
        "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits",
    )
)  # fmt: skip
HINTS = {
    "text": "turn text into paths", "use": "draw the shape itself", "style": "save as plain SVG, with attributes instead of a style sheet",
    "image": "draw it as shapes, or save the whole logo as PNG",
}  # fmt: skip
_VALUE = re.compile(r"[^<>&\\]*")
_REFERENCE = re.compile(r"url\(\s*['\"]?#[\w.-]+['\"]?\s*\)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?")


class Drawing:
    """A drawing read from bytes: `mistakes` with their lines, the clean `text`, and its `size` in units of its own."""

    def __init__(self, body: bytes) -> None:
        self.mistakes: list[str] = []
        self.size: tuple[float, float] | None = None
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._elements = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._read(body)

    @property
    def text(self) -> str:
        """The drawing with nothing in it but allowed shapes and attributes."""
        return "".join(self._pieces)

    def _read(self, body: bytes) -> None:
        if len(body) > MOST_BYTES:
            self.mistakes.append(f"has {len(body) // 1024} KB; {MOST_BYTES // 1024} KB are allowed")
            return
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        try:
            self._parser.Parse(body, True)  # noqa: FBT003  expat's own signature
        except expat.ExpatError as error:
            self.mistakes.append(f"line {error.lineno}: is no XML: {expat.ErrorString(error.code)}")
        except _RefusedError as error:
            self.mistakes.append(str(error))
        if not self.mistakes and self.size is None:
            self.mistakes.append("line 1: states no size; give it a viewBox")

    def _doctype(self, *_: object) -> None:
        raise _RefusedError(f"line {self._parser.CurrentLineNumber}: a document type is not allowed; take the <!DOCTYPE …> away")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) >= DEEPEST:
            raise _RefusedError(f"is too large: at most {MOST_ELEMENTS} shapes, nested at most {DEEPEST} deep")
        space, _, local = name.rpartition(" ")
        if space not in ("", NAMESPACE):
            self._open.append("")
            return
        if local not in SHAPES:
            self._mistake(f"<{local}> is not allowed in a drawing", HINTS.get(local, "keep to shapes, gradients and clip paths"))
        kept = self._kept(local, attributes)
        if not self._open:
            self.size = _size(kept)
            kept["xmlns"] = NAMESPACE
        self._pieces.append(f"<{local}" + "".join(f' {key}="{escape(value)}"' for key, value in kept.items()) + ">")
        self._open.append(local)

    def _end(self, _name: str) -> None:
        local = self._open.pop()
        if local:
            self._pieces.append(f"</{local}>")

    def _kept(self, element: str, attributes: dict[str, str]) -> dict[str, str]:
        flat: dict[str, str] = {}
        for name, value in attributes.items():
            if name == "style":
                flat |= dict(_declarations(value))
            else:
                flat[name] = value
        return {name: value for name, value in flat.items() if self._allowed(element, name, value)}

    def _allowed(self, element: str, name: str, value: str) -> bool:
        space, _, local = name.rpartition(" ")
        if local == "href" or local.lower().startswith("on"):
            self._mistake(f"<{element} {local}=…> is not allowed in a drawing", "a drawing runs nothing and refers to nothing")
        if "(" in value and "url" in value.lower() and not _REFERENCE.fullmatch(value.strip()):
            self._mistake(f"<{element} {local}=…> refers to '{value[:40]}'", "a drawing may refer to its own parts only, as url(#id)")
        return not space and local in ATTRIBUTES and _VALUE.fullmatch(value) is not None

    def _mistake(self, message: str, hint: str) -> None:
        self.mistakes.append(f"line {self._parser.CurrentLineNumber}: {message}; {hint}")


class _RefusedError(Exception):
    """Reading stops here."""


def _declarations(style: str) -> list[tuple[str, str]]:
    pairs = [part.split(":", 1) for part in style.split(";") if ":" in part]
    return [(name.strip(), value.strip()) for name, value in pairs]


def _size(attributes: dict[str, str]) -> tuple[float, float] | None:
    box = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", attributes.get("viewBox", ""))]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:  # noqa: PLR2004  x, y, width, height
        return box[2], box[3]
    sides = [_LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    return (width, height) if width > 0 and height > 0 else None
