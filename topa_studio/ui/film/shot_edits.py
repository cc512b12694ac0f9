"""What a shot's fields may be, and the edits that set them: one hand for every place of the window.

Each edit comes with the label of its step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.models import Model
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField, Value
from topa_studio.model.mentions import mentioned_names
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.ui.words import mode_word

translate = QCoreApplication.translate
USUAL = ""
"""What stands for nothing said."""
FRAME = "\0frame"
"""A start that is a frame of the shot before which somebody chose."""


@dataclass(frozen=True, slots=True)
class Step:
    """Edits of one undo step, with its label."""

    label: str
    edits: tuple[Edit, ...]


def model_of(session: ProjectSession, key: str) -> Model:
    """The model a shot is made with."""
    return Catalogue.bundled().clip_model(session.settings(key).model)


def used_elements(scenario: Scenario, shot: Shot) -> tuple[str, ...]:
    """Names of elements that a shot lists or mentions, each once."""
    return tuple(dict.fromkeys((*shot.elements, *mentioned_names(shot.prompt, scenario.names))))


def mode_choices(model: Model) -> list[tuple[str, str]]:
    """The qualities of a model, each with its word."""
    return [(mode, mode_word(mode)) for mode in model.modes]


def needs_frame(scenario: Scenario, key: str, model: Model) -> bool:
    """Whether the shot's model does not make it without a start frame."""
    shot = scenario.shot(key)
    pictured = bool(shot.elements) or bool(mentioned_names(shot.prompt, scenario.names))
    return model.elements_need_frame and pictured


def takes_end(session: ProjectSession, key: str) -> bool:
    """Whether the model of a shot may be given a picture to end with."""
    model = model_of(session, key)
    framed = Catalogue.bundled().get(model.frame_model or "") or model
    return framed.limits.frames > 1


def start_choices(
    scenario: Scenario, key: str, *, needs_frame: bool
) -> tuple[list[tuple[str, str]], str]:
    """What a shot can start from, in words and as the film says it; and what it does start from."""
    shot, before = scenario.shot(key), scenario.shot_before(key)
    value = shot.start or USUAL
    panel = translate("StartChoice", "Usual: its panel")
    usual = panel if needs_frame else translate("StartChoice", "Usual: nothing")
    choices = [(usual, USUAL), (translate("StartChoice", "Its panel"), "panel")]
    if before is not None:
        number = scenario.number_of(before.key)
        words = translate("StartChoice", "End of {number}").format(number=number)
        choices.append((words, "previous"))
        if value == "previous" and shot.start_at is not None:
            value = FRAME
            words = translate("StartChoice", "A frame of {number}").format(number=number)
            choices.append((words, FRAME))
    if not needs_frame or value == "none":
        choices.append((translate("StartChoice", "Nothing"), "none"))
    return choices, value


def start_word(choices: Sequence[tuple[str, str]], value: str) -> str:
    """What a shot starts from in words: of a picture, the name of its file."""
    return next((words for words, said in choices if said == value), Path(value).name or value)


def title_step(key: str, title: str) -> Step:
    """Another title."""
    return _set(translate("ShotForm", "Change title"), key, "title", title)


def prompt_step(key: str, prompt: str) -> Step:
    """Other words."""
    return _set(translate("ShotForm", "Change prompt"), key, "prompt", prompt)


def notes_step(key: str, notes: str) -> Step:
    """Other notes; no notes are no field."""
    label = translate("ShotList", "Change notes")
    target = ShotTarget(key)
    edit = SetField(target, "notes", notes) if notes else UnsetField(target, "notes")
    return Step(label, (edit,))


def length_step(key: str, seconds: int) -> Step:
    """Another length."""
    return _set(translate("ShotSettings", "Change length"), key, "duration", seconds)


def mode_step(session: ProjectSession, key: str, mode: str) -> Step:
    """Another quality; what holds without it anyway is not written."""
    label = translate("ShotSettings", "Change quality")
    return _override(label, key, "mode", mode, session.inherited(session.film.scene_of(key)).mode)


def sound_step(session: ProjectSession, key: str, *, on: bool) -> Step:
    """Made with sound or without; what holds without it anyway is not written."""
    label = translate("ShotSettings", "Change sound")
    return _override(label, key, "sound", on, session.inherited(session.film.scene_of(key)).sound)


def start_step(scenario: Scenario, key: str, start: str) -> Step:
    """Start from something else; "" for what is usual."""
    target = ShotTarget(key)
    edits: list[Edit] = [SetField(target, "start", start) if start else UnsetField(target, "start")]
    if scenario.shot(key).start_at is not None:
        edits.append(UnsetField(target, "start_at"))
    return Step(translate("ShotSettings", "Change first frame"), tuple(edits))


def elements_step(shot: Shot, names: Sequence[str]) -> Step:
    """Other elements; those that only the words mention need no place in the list."""
    label = translate("ShotList", "Change elements")
    target = ShotTarget(shot.key)
    if names:
        return Step(label, (SetField(target, "elements_needed", list(names)),))
    return Step(label, (UnsetField(target, "elements_needed"),))


def _set(label: str, key: str, field: str, value: Value) -> Step:
    return Step(label, (SetField(ShotTarget(key), field, value),))


def _override(label: str, key: str, field: str, value: Value, inherited: Value | None) -> Step:
    target = ShotTarget(key)
    same = value == inherited
    return Step(label, (UnsetField(target, field) if same else SetField(target, field, value),))
