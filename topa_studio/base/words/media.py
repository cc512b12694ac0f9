"""Sentences for the codes of media."""

TEMPLATES: dict[str, str] = {}
