"""A cut that comes back from an editing program: chosen in a dialog, or dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from topa_studio.base.errors import StudioError
from topa_studio.ui.coming import Coming
from topa_studio.ui.desk import Desk
from topa_studio.ui.drops.one_drop import OneDrop
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.cut_back.page import CutBack

SUFFIXES = (".otio", ".fcpxml", ".xml", ".edl")


class CutActs(QObject):
    """Works for one window; `page`: what is shown over it now."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._coming: Coming[CutBack] = Coming(desk, self._look, self._make)
        drops = OneDrop(window, lambda path: path.suffix.casefold() in SUFFIXES)
        drops.dropped.connect(lambda path: self.show(Path(path)))
        desk.commands.join({"bring_cut": lambda: desk.look(self._ask)})

    @property
    def page(self) -> CutBack | None:
        """What is shown over the window now."""
        return self._coming.page

    def show(self, path: Path) -> None:
        """Lay a cut beside the film, and show what it would change."""
        self._coming.show(path)

    async def _ask(self) -> None:
        start = self._desk.session.exports.folder
        home = start if start.is_dir() else self._desk.session.path("")
        await self._coming.choose(self._window, self.tr("A cut of this film"), SUFFIXES, home)

    async def _look(self, path: Path) -> CutBack | None:
        from topa_studio.app.conforming import look_at
        from topa_studio.ui.cut_back.page import CutBack

        back = await look_at(self._desk.session, path)
        if back.changes or back.left or back.unmatched:
            return CutBack(self._window, back)
        self._desk.tell(self.tr("The film is as the cut has it: nothing changes."))
        return None

    async def _make(self, page: CutBack) -> str:
        """Where the film is another by now, that is shown first."""
        from topa_studio.app.conforming import conform, look_at

        session = self._desk.session
        label = self.tr("Cut from {name}").format(name=page.back.path.name)
        try:
            await conform(session, page.back, label)
        except StudioError as error:
            if error.code != "interchange.changed-meanwhile":
                raise
            back = await look_at(session, page.back.path)
            if self.page is page:
                page.show_back(back)
                page.note.setText(sentence(error.code, error.params))
            return ""
        return self.tr("The film is cut anew")
