"""What stands in a cell as the film has it, words as such a value, and the step that writes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Shot
from topa_studio.ui.film.shot_edits import (
    FRAME,
    Step,
    elements_step,
    length_step,
    mode_choices,
    mode_step,
    model_of,
    needs_frame,
    notes_step,
    prompt_step,
    sound_step,
    start_choices,
    start_step,
    title_step,
    used_elements,
)
from topa_studio.ui.shot_list.columns import Column

translate = QCoreApplication.translate
ON, OFF = "on", "off"
Choices = list[tuple[str, str]]


def value_of(session: ProjectSession, key: str, column: Column) -> object:
    """What the film says of a shot in a column that is edited. Raises KeyError."""
    shot = session.film.shot(key)
    match column:
        case Column.TITLE:
            return shot.title
        case Column.WORDS:
            return shot.prompt
        case Column.NOTES:
            return shot.notes
        case Column.SECONDS:
            return shot.duration
        case Column.ELEMENTS:
            return used_elements(session.film, shot)
    return choices_of(session, key, column)[1]


def choices_of(session: ProjectSession, key: str, column: Column) -> tuple[Choices, str]:
    """What may be chosen, (words, value), and what is; of quality, start and sound."""
    model, now = model_of(session, key), session.settings(key)
    match column:
        case Column.QUALITY:
            words = [(word, mode) for mode, word in mode_choices(model)]
            return words, now.mode or model.default_mode
        case Column.SOUND:
            on = (translate("ShotSettings", "On"), ON)
            off = (translate("ShotSettings", "Off"), OFF)
            if not model.has_sound:
                return [off], OFF
            return [on, off], ON if now.sound else OFF
        case Column.START:
            film = session.film
            needs = needs_frame(film, key, model)
            choices, value = start_choices(film, key, needs_frame=needs)
            return choices, value
    return [], ""


def step_of(session: ProjectSession, key: str, column: Column, value: object) -> Step:
    """The step that writes a value of that column."""
    match column:
        case Column.TITLE:
            return title_step(key, str(value))
        case Column.WORDS:
            return prompt_step(key, str(value))
        case Column.NOTES:
            return notes_step(key, str(value))
        case Column.SECONDS if isinstance(value, int):
            return length_step(key, value)
        case Column.QUALITY:
            return mode_step(session, key, str(value))
        case Column.SOUND:
            return sound_step(session, key, on=value == ON)
        case Column.ELEMENTS if isinstance(value, tuple):
            return elements_step(session.film.shot(key), listed(session, key, value))
    return start_step(session.film, key, str(value))


def listed(session: ProjectSession, key: str, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that have to stand in the shot's list: not what its words say anyway."""
    shot = session.film.shot(key)
    said = mentioned(session, shot)
    return tuple(name for name in names if name in shot.elements or name not in said)


def mentioned(session: ProjectSession, shot: Shot) -> tuple[str, ...]:
    """Elements that the words of a shot mention."""
    return mentioned_names(shot.prompt, session.film.names)


def range_of(session: ProjectSession, key: str) -> tuple[int, int]:
    """The shortest and the longest that a shot's model makes."""
    limits = model_of(session, key).limits
    return limits.min_seconds, limits.max_seconds


def value_from(session: ProjectSession, key: str, column: Column, words: str) -> object | None:
    """The value that pasted words mean in a column; None: they mean none."""
    match column:
        case Column.TITLE:
            return " ".join(words.split())
        case Column.WORDS | Column.NOTES:
            return words
        case Column.SECONDS:
            return _seconds(session, key, words)
        case Column.ELEMENTS:
            return _elements(session, words)
    said = words.strip().casefold()
    choices = choices_of(session, key, column)[0]
    found = (v for word, v in choices if said in (word.casefold(), v) and v != FRAME)
    return next(found, None)


def _seconds(session: ProjectSession, key: str, words: str) -> int | None:
    digits = words.strip().removesuffix(translate("SecondsBox", " s")).strip()
    low, high = range_of(session, key)
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
        return None
    return int(digits) if low <= int(digits) <= high else None


def _elements(session: ProjectSession, words: str) -> tuple[str, ...] | None:
    known = {element.name for element in session.film.elements}
    parts = [part.strip().lstrip("@") for part in words.replace("@", ",@").split(",")]
    names = tuple(dict.fromkeys(part for part in parts if part))
    return names if all(name in known for name in names) else None
