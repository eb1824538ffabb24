"""The API under /api/v1: everything page and command line do, as JSON."""
