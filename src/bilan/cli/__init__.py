"""Command line: verbs, options and exit codes; heavy libraries load inside the command that needs them."""
