"""Work asked for through page and API: what can be asked for, how far it is, and who does it."""
