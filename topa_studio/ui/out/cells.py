"""What a shot list says of a shot, as the window says it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from topa_studio.app.paper import Cells
from topa_studio.film.paper.choices import Column
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.shot_edits import (
    model_of,
    needs_frame,
    start_choices,
    start_word,
    used_elements,
)
from topa_studio.ui.film.words import takes_word
from topa_studio.ui.words import mode_word, stage_word


def cells_of(desk: Desk) -> Cells:
    """Words of the cells of a shot by its key."""
    session = desk.session

    def cells(key: str) -> Mapping[Column, str]:
        film, status = desk.film, session.shot(key)
        model, settings = model_of(session, key), session.settings(key)
        shot = film.shot(key)
        state = stage_word(status.stage)
        starts = start_choices(film, key, needs_frame=needs_frame(film, key, model))
        return {
            Column.ELEMENTS: ", ".join(used_elements(film, shot)),
            Column.QUALITY: f"{model.title} · {mode_word(settings.mode or model.default_mode)}",
            Column.TAKES: takes_word(status),
            Column.STATE: _accepted(state) if shot.locked else state,
            Column.START: start_word(*starts),
            Column.SOUND: _on_off(on=bool(settings.sound and model.has_sound)),
        }

    return cells


def _accepted(state: str) -> str:
    return QCoreApplication.translate("ShotList", "{state}, accepted").format(state=state)


def _on_off(*, on: bool) -> str:
    translate = QCoreApplication.translate
    return translate("ShotSettings", "On") if on else translate("ShotSettings", "Off")
