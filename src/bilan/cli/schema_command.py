"""`bilan schema`: the JSON schema of a settings file, for editors."""

import click

from bilan.cli.output import say
from bilan.config.decode import schema
from bilan.config.models import FILES


@click.command("schema", epilog="Example:  bilan schema bilan > bilan.schema.json")
@click.argument("file", type=click.Choice(list(FILES)))
def command(file: str) -> int:
    """Print the JSON schema of FILE.toml."""
    say(schema(FILES[file]), as_json=True)
    return 0
