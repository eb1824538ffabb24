"""Pipeline: from observations to an issued edition, the whole flow on one page (build.py)."""
