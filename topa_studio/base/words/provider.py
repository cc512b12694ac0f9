"""Sentences for the codes of provider."""

TEMPLATES: dict[str, str] = {}
