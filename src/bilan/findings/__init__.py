"""Findings: statements that rules derive from readings; worded later, in any language."""
