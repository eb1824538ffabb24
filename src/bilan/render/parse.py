"""Can every template of an audience be read? All mistakes at once, before anything is rendered."""

from jinja2 import TemplateSyntaxError

from bilan.errors import Problem, Severity, TemplateError
from bilan.render.loader import Loader
from bilan.render.look import Look
from bilan.render.mistakes import told
from bilan.render.sandbox import Sandbox


def mistakes(look: Look) -> list[Problem]:
    """One problem for each template file that is no template."""
    loader = Loader(look)
    sandbox = Sandbox(loader)
    found = []
    for name in loader.list_templates():
        try:
            text, shown, _ = loader.get_source(sandbox, name)
            sandbox.parse(text, shown, shown)
        except TemplateSyntaxError as error:
            found.append(_problem(told(error, loader.texts)))
        except TemplateError as error:
            found.append(_problem(error))
    return list(dict.fromkeys(found))  # a file may be reached by several names


def _problem(error: TemplateError) -> Problem:
    return Problem(error.where, error.message, error.hint, Severity.HOLD, "template")
