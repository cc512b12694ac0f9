"""Sentences for the codes of pipeline."""

TEMPLATES: dict[str, str] = {}
