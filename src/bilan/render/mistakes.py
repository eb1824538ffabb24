"""What is wrong with a template, where, and what can be done about it?"""

import re
from collections.abc import Iterable, Mapping
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from bilan.errors import TemplateError, closest

TEMPLATES = "templates"
OURS = "builtin/"
HINTS: tuple[tuple[type[Exception], str], ...] = (
    (SecurityError, "a template lays out what it is given; it computes nothing and reaches nothing else"),
    (OverflowError, "look for a loop inside a loop; a template lays out what it is given once"),
    (MemoryError, "the template builds something too large to print; look for a loop that doubles a text"),
    (RecursionError, 'a template cannot extend or include itself; to build on the one that came with bilan write "builtin/briefing.html"'),
    (TimeoutError, "look for a loop inside a loop, or a template that includes itself"),
    (
        TemplateNotFound,
        'names are looked up in the audience\'s folder, then in base, then in templates/; "builtin/..." is always the one that came with bilan',
    ),
    (UndefinedError, "docs/templates.md lists what a template is given"),
    (TemplateSyntaxError, "every {% if %}, {% for %} and {% block %} needs its end; docs/templates.md lists filters"),
)


def told(error: Exception, texts: Mapping[str, str], known: Iterable[str] = ()) -> TemplateError:
    """The template error behind an exception: file, line, the line's text, a hint."""
    where, line = _place(error, texts)
    hint = next((hint for kind, hint in HINTS if isinstance(error, kind)), "mend the template, or override less of it")
    message = _message(error) + _meant(error, known)
    mistake = f"line {line}: {message}" if line else message
    quoted = _line(texts.get(where, ""), line)
    return TemplateError(where, (mistake, *((f"  {quoted}",) if quoted else ())), hint)


def _message(error: Exception) -> str:
    match error:
        case MemoryError():
            return "needs more memory than an edition may take"
        case RecursionError():
            return "extends or includes itself without end"
        case TemplateSyntaxError() | TemplateNotFound():
            return error.message or str(error)
        case UndefinedError() | SecurityError() | TimeoutError() | OverflowError():
            return str(error)
    return f"{type(error).__name__}: {error}"


def _meant(error: Exception, known: Iterable[str]) -> str:
    name = re.fullmatch(r"'(\w+)' is undefined", str(error)) if isinstance(error, UndefinedError) else None
    return closest(name[1], list(known)) if name else ""


def _place(error: Exception, texts: Mapping[str, str]) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or TEMPLATES, error.lineno
    return _last_frame(error.__traceback__, texts) or (TEMPLATES, 0)


def _last_frame(trace: TracebackType | None, texts: Mapping[str, str]) -> tuple[str, int] | None:
    """Where it happened: the innermost line of the project's own templates, else of ours, which only got what was given to them."""
    found: list[tuple[str, int]] = []
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in texts:
            found.append((name, trace.tb_lineno))
        trace = trace.tb_next
    own = [one for one in found if not one[0].startswith(OURS)]
    return next(reversed(own or found), None)


def _line(text: str, number: int) -> str:
    lines = text.splitlines()
    return lines[number - 1].strip() if 0 < number <= len(lines) else ""
