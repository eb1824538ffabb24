"""Bilan: a dated, sourced PDF briefing on a partnership between two countries."""
