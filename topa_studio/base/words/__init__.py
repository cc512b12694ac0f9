"""The English sentence of every code; `{name}` marks are filled from the error's parameters.

Each room keeps its own table here, so that words stand in one folder and translators find them all.
"""

from __future__ import annotations

from collections.abc import Mapping

from topa_studio.base.words import document, keys, media, pipeline, project, provider

TEMPLATES: Mapping[str, str] = {
    **document.TEMPLATES,
    **keys.TEMPLATES,
    **media.TEMPLATES,
    **pipeline.TEMPLATES,
    **project.TEMPLATES,
    **provider.TEMPLATES,
}


def say(code: str, params: Mapping[str, object]) -> str:
    """The English sentence for `code`; an unknown code is shown as itself with its parameters."""
    return fill(TEMPLATES.get(code), code, params)


def fill(template: str | None, code: str, params: Mapping[str, object]) -> str:
    """`template` with its marks filled; missing words never hide the facts."""
    if template is None:
        facts = ", ".join(f"{name}: {value}" for name, value in params.items())
        return f"{code} ({facts})" if facts else code
    try:
        return template.format(**params)
    except (KeyError, IndexError):
        return template
