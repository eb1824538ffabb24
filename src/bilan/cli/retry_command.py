"""`bilan retry`: try again what failed, was held, skipped or cancelled, from the beginning and at once."""

from bilan.cli.acting import acting

command = acting("retry", "Try again what failed, was held, skipped or cancelled, from the beginning and at once.")
