"""`bilan hold`: hold what is due or awaits approval: it is not issued before it is released."""

from bilan.cli.acting import acting

command = acting("hold", "Hold what is due or awaits approval: it is not issued before it is released.")
