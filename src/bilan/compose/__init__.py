"""Compose: findings, figures and an audience become a briefing, before layout."""
