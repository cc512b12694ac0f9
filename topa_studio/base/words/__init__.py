"""The English sentence of every code; `{name}` marks are filled from the error's parameters.

Each room keeps its own table here, so that words stand in one folder and translators find them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Protocol, TypeGuard

from topa_studio.base.words import document, export, keys, media, pipeline, project, provider

_FORMATTER = Formatter()
TEMPLATES: Mapping[str, str] = {
    **document.TEMPLATES,
    **export.TEMPLATES,
    **keys.TEMPLATES,
    **media.TEMPLATES,
    **pipeline.TEMPLATES,
    **project.TEMPLATES,
    **provider.TEMPLATES,
}


class Told(Protocol):
    """Something told that has a sentence of its own, also inside another one's."""

    @property
    def code(self) -> str:
        """What names its sentence."""

    @property
    def params(self) -> Mapping[str, object]:
        """What fills it."""


Say = Callable[[str, Mapping[str, object]], str]
"""Puts a code and its parameters into the words of one language."""


def is_told(value: object) -> TypeGuard[Told]:
    """Whether a parameter is told in words itself."""
    code, params = getattr(value, "code", None), getattr(value, "params", None)
    return isinstance(code, str) and isinstance(params, Mapping)


def say(code: str, params: Mapping[str, object]) -> str:
    """The English sentence for `code`; an unknown code is shown as itself with its parameters."""
    return fill(TEMPLATES.get(code), code, params, say)


def fill(template: str | None, code: str, params: Mapping[str, object], say: Say) -> str:
    """`template` with its marks filled; missing words never hide the facts.

    What is told inside is put into words by `say`, so that one sentence has one language.
    """
    params = {k: say(v.code, v.params) if is_told(v) else v for k, v in params.items()}
    if template is None:
        facts = ", ".join(f"{name}: {value}" for name, value in params.items())
        return f"{code} ({facts})" if facts else code
    try:
        return _filled(template, params)
    except (KeyError, IndexError):
        return template


def _filled(template: str, params: Mapping[str, object]) -> str:
    """Words of others may be sentences, or none: no stop stands twice, no bracket is empty."""
    told = ""
    pieces = [*_FORMATTER.parse(template), ("", None, None, None)]
    for place, (words, name, form, conversion) in enumerate(pieces):
        told += words
        if name is None:
            continue
        value = _FORMATTER.convert_field(_FORMATTER.get_field(name, (), params)[0], conversion)
        shown = format(value, form or "").rstrip()
        following = pieces[place + 1][0]
        if not shown:
            told, following = _without_room(told, following)
        elif following.startswith((".", ").")):
            shown, following = _with_one_stop(shown, following)
        told += shown
        pieces[place + 1] = (following, *pieces[place + 1][1:])
    return told


def _without_room(before: str, following: str) -> tuple[str, str]:
    """Nothing is told between the two: no room is left for it."""
    if before.endswith("(") and following.startswith(")"):
        return before[:-1].rstrip(), following[1:]
    if following.startswith((".", ",", ";", ":")):
        return before.rstrip(" :("), following
    return (before.rstrip(), following) if following.startswith(" ") else (before, following)


def _with_one_stop(shown: str, following: str) -> tuple[str, str]:
    """A sentence of its own and the stop behind it: one of the two stops is enough."""
    if shown.endswith(("!", "?", "…")) and following.startswith("."):
        return shown, following[1:]
    return shown.rstrip(". "), following
