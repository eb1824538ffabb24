"""`bilan cancel`: call off what is due, held, awaits approval or runs; a running worker stops at its next step."""

from bilan.cli.acting import acting

command = acting("cancel", "Call off what is due, held, awaits approval or runs; a running worker stops at its next step.")
