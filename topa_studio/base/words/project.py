"""Sentences for the codes of project."""

TEMPLATES: dict[str, str] = {}
