"""May these data be used? Declared checks before anything is computed."""
