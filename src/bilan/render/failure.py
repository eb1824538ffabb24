"""How does a failure travel between processes? As plain facts, never as a pickled error."""

from collections.abc import Mapping
from typing import Any

from bilan.errors import BilanError, InvalidFileError, RenderError, TemplateError


def facts_of(error: BilanError) -> dict[str, Any]:
    """What went wrong, as JSON can say it."""
    mistakes = error.mistakes if isinstance(error, InvalidFileError) else ()
    return {"failure": type(error).__name__, "where": error.where, "message": error.message, "mistakes": mistakes, "hint": error.hint}


def error_of(facts: Mapping[str, Any]) -> BilanError:
    """The error of a template where mistakes are listed, else one of rendering."""
    if facts["mistakes"]:
        return TemplateError(facts["where"], tuple(facts["mistakes"]), facts["hint"])
    return RenderError(facts["where"], facts["message"], facts["hint"])
