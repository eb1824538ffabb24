"""`bilan release`: release what is held: it is due again, and passes through every check as before."""

from bilan.cli.acting import acting

command = acting("release", "Release what is held: it is due again, and passes through every check as before.")
