"""Sentences for the codes of document."""

TEMPLATES: dict[str, str] = {}
