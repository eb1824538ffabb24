"""Indicators: definitions with a value, and the readings they give as of a date."""
