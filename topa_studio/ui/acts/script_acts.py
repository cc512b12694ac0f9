"""A script that is brought in again: chosen in a dialog, or dropped on the window of its film."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from topa_studio.ui.coming import Coming
from topa_studio.ui.desk import Desk
from topa_studio.ui.drops.one_drop import OneDrop
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.script_again.page import ScriptAgain

SUFFIXES = (".fountain", ".spmd", ".fdx", ".md", ".markdown", ".txt", ".text")


class ScriptActs(QObject):
    """Works for one window; `page`: what is shown over it now."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._coming: Coming[ScriptAgain] = Coming(desk, self._look, self._make)
        drops = OneDrop(window, lambda path: path.suffix.lower() in SUFFIXES)
        drops.dropped.connect(lambda path: self.show(Path(path)))
        desk.commands.join({"bring_script": lambda: desk.look(self._ask)})

    @property
    def page(self) -> ScriptAgain | None:
        """What is shown over the window now."""
        return self._coming.page

    def show(self, path: Path) -> None:
        """Compare a script with the one that the film was made of, and show what changed."""
        self._coming.show(path)

    async def _ask(self) -> None:
        if not self._desk.film.film.script:
            told = sentence("project.film-without-script", {})
            self._desk.notices.show_notice("info", told)
            return
        home = self._desk.session.path("")
        await self._coming.choose(self._window, self.tr("The script of this film"), SUFFIXES, home)

    async def _look(self, path: Path) -> ScriptAgain | None:
        from topa_studio.app.scripts.coming import look
        from topa_studio.ui.script_again.page import ScriptAgain

        coming = await look(self._desk.session, path)
        if coming.again.changes or coming.again.edits:
            return ScriptAgain(self._window, coming)
        self._desk.tell(self.tr("The film says what the script says."))
        return None

    async def _make(self, page: ScriptAgain) -> str:
        """Where the film is another by now, what would come is shown first."""
        from topa_studio.app.scripts.coming import bring

        label = self.tr("Script {name}").format(name=page.coming.source.name)
        coming = await bring(self._desk.session, page.coming, label)
        if coming.film is page.coming.film or coming.again.edits == page.coming.again.edits:
            return self.tr("The script is brought in")
        if self.page is page:
            page.show_coming(coming)
        return ""
