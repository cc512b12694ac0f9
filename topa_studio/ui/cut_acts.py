"""A cut that comes back from an editing program: chosen in a dialog, or dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from topa_studio.base.errors import StudioError
from topa_studio.ui.desk import Desk
from topa_studio.ui.one_drop import OneDrop
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.cut_back.page import CutBack

SUFFIXES = (".otio", ".fcpxml", ".xml", ".edl")


class CutActs(QObject):
    """Works for one window; `page`: what is shown over it now."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.page: CutBack | None = None
        drops = OneDrop(window, lambda path: path.suffix.casefold() in SUFFIXES)
        drops.dropped.connect(lambda path: self.show(Path(path)))
        desk.commands.join({"bring_cut": lambda: desk.look(self._ask)})

    async def _ask(self) -> None:
        from topa_studio.ui.dialogs import choose_file

        title = self.tr("A cut of this film")
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        start = self._desk.session.exports.folder
        home = start if start.is_dir() else self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=f"{title} ({endings})")
        if chosen is not None:
            self.show(chosen)

    def show(self, path: Path) -> None:
        """Lay a cut beside the film, and show what it would change."""
        self._desk.start(lambda: self._compare(path))

    async def _compare(self, path: Path) -> None:
        from topa_studio.app.conforming import look_at
        from topa_studio.ui.cut_back.page import CutBack

        self._desk.forget_answer()
        try:
            back = await look_at(self._desk.session, path)
        except StudioError as error:
            self._desk.answer("error", sentence(error.code, error.params))
            return
        if not (back.changes or back.left or back.unmatched):
            self._desk.tell(self.tr("The film is as the cut has it: nothing changes."))
            return
        if self.page is not None:
            self.page.leave()
        page = self.page = CutBack(self._window, back)
        page.agreed.connect(lambda: self._desk.start(lambda: self._bring(page)))
        page.left.connect(lambda: self._forget(page))
        page.open_over()

    async def _bring(self, page: CutBack) -> None:
        """Make what is shown; where the film is another by now, that is shown first."""
        if self.page is not page:
            return
        page.bring.setEnabled(False)
        try:
            await self._change(page)
        except StudioError as error:
            page.note.setText(sentence(error.code, error.params))
        except OSError as error:
            page.note.setText(str(error))

    async def _change(self, page: CutBack) -> None:
        """Raises StudioError, OSError: nothing has changed."""
        from topa_studio.app.conforming import conform, look_at

        session = self._desk.session
        label = self.tr("Cut from {name}").format(name=page.back.path.name)
        try:
            await conform(session, page.back, label)
        except StudioError as error:
            if error.code != "interchange.changed-meanwhile":
                raise
            page.show_back(await look_at(session, page.back.path))
            raise
        page.leave()
        self._desk.tell_undoable(self.tr("The film is cut anew"))

    def _forget(self, page: QWidget) -> None:
        if self.page is page:
            self.page = None
        page.deleteLater()
