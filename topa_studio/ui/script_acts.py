"""A script that is brought in again: chosen in a dialog, or dropped on the window of its film."""

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
    from topa_studio.ui.script_again.page import ScriptAgain

SUFFIXES = (".fountain", ".spmd", ".fdx", ".md", ".markdown", ".txt", ".text")


class ScriptActs(QObject):
    """Works for one window; `page`: what is shown over it now."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.page: ScriptAgain | None = None
        drops = OneDrop(window, self._takes)
        drops.dropped.connect(lambda path: self.show(Path(path)))
        desk.commands.join({"bring_script": lambda: desk.look(self._ask)})

    def _takes(self, path: Path) -> bool:
        return bool(self._desk.film.film.script) and path.suffix.lower() in SUFFIXES

    async def _ask(self) -> None:
        from topa_studio.ui.dialogs import choose_file

        if not self._desk.film.film.script:
            told = sentence("project.film-without-script", {})
            self._desk.notices.show_notice("info", told)
            return
        title = self.tr("The script of this film")
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        home = self._desk.session.path("")
        chosen = await choose_file(self._window, title, home, kinds=f"{title} ({endings})")
        if chosen is not None:
            self.show(chosen)

    def show(self, path: Path) -> None:
        """Compare a script with the one that the film was made of, and show what changed."""
        self._desk.start(lambda: self._compare(path))

    async def _compare(self, path: Path) -> None:
        from topa_studio.app.scripts.coming import look
        from topa_studio.ui.script_again.page import ScriptAgain

        self._desk.forget_answer()
        try:
            coming = await look(self._desk.session, path)
        except StudioError as error:
            self._desk.answer("error", sentence(error.code, error.params))
            return
        if not coming.again.changes and not coming.again.edits:
            self._desk.tell(self.tr("The film says what the script says."))
            return
        if self.page is not None:
            self.page.leave()
        page = self.page = ScriptAgain(self._window, coming)
        page.agreed.connect(lambda: self._desk.start(lambda: self._bring(page)))
        page.left.connect(lambda: self._forget(page))
        page.open_over()

    async def _bring(self, page: object) -> None:
        from topa_studio.app.scripts.coming import bring

        shown = self.page
        if shown is None or shown is not page:
            return
        name = shown.coming.source.name
        label = self.tr("Script {name}").format(name=name)
        try:
            coming = await bring(self._desk.session, shown.coming, label)
        except StudioError as error:
            shown.note.setText(sentence(error.code, error.params))
            return
        if coming.film is not shown.coming.film and coming.again.edits != shown.coming.again.edits:
            shown.show_coming(coming)
            return
        shown.leave()
        self._desk.tell_undoable(self.tr("The script is brought in"))

    def _forget(self, page: QWidget) -> None:
        if self.page is page:
            self.page = None
        page.deleteLater()
