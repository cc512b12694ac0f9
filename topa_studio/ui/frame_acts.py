"""Pictures of the user's own that a shot starts from, ends with or is: chosen, or dropped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from topa_studio.app.own_pictures import FIELDS, SUFFIXES, bring_picture
from topa_studio.base.errors import StudioError
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.words import sentence


class FrameActs(QObject):
    """Works for one window; a picture that cannot be used is told, and the film stays as it is."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        desk.commands.join(
            {f"{field}_picture": partial(self._ask_chosen, field) for field in FIELDS}
        )

    def _ask_chosen(self, field: str) -> None:
        if (key := self._desk.selection.shot) is not None:
            self.ask(key, field)

    def ask(self, key: str, field: str) -> None:
        """Ask for a picture for "start", "end" or "still" of a shot."""
        # Who quits while a dialog asks is not held up by it.
        self._desk.look(lambda: self._ask(key, field))

    async def _ask(self, key: str, field: str) -> None:
        titles = {
            "start": self.tr("A picture to start from"),
            "end": self.tr("A picture to end with"),
            "still": self.tr("A picture that is the shot"),
        }
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Pictures ({endings})").format(endings=endings)
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, titles[field], home, kinds=kinds)
        if chosen is not None:
            self.take(key, field, str(chosen))

    def take(self, key: str, field: str, path: str) -> None:
        """Have the film name this picture, which is copied into its folder from elsewhere."""
        labels = {
            "start": self.tr("Change first frame"),
            "end": self.tr("Change last frame"),
            "still": self.tr("Own picture"),
        }

        async def work() -> None:
            desk = self._desk
            desk.forget_answer()
            try:
                name = await bring_picture(desk.session, key, field, Path(path))
            except StudioError as error:
                desk.answer("error", sentence(error.code, error.params))
                return
            edits: list[Edit] = [SetField(ShotTarget(key), field, name)]
            if field == "start" and desk.film.shot(key).start_at is not None:
                # It says where the clip before is left, which is not begun from any more.
                edits.append(UnsetField(ShotTarget(key), "start_at"))
            await desk.edit(labels[field], *edits)

        self._desk.start(work)
