"""What the user is asked about files: which film to open, where a copy goes, which picture."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from topa_studio.base.errors import StudioError
from topa_studio.ui.dialogs import choose_file, choose_folder
from topa_studio.ui.film_drops import FilmDrops
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.words import sentence

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Films(Protocol):
    """What opens films: the studio."""

    window: MainWindow | None

    async def open(self, scenario: Path, *, practice: bool) -> None:
        """Open a film, or the one in a folder, in place of the one that is open."""

    def practises(self, name: str) -> bool:
        """Whether a film is opened with the practice service."""

    def parent(self) -> QWidget:
        """The window that a question belongs to."""


class FilmQuestions:
    """Asks, and has done what was answered."""

    def __init__(self, films: Films) -> None:
        self._films = films

    def join(
        self, window: MainWindow, spawn: Callable[[Coroutine[Any, Any, None]], object]
    ) -> None:
        """Ask when this window wants it; `spawn` owns what is asked."""
        window.commands.join(
            {
                "open": lambda: spawn(self.ask_open()),
                "open_folder": lambda: spawn(self.ask_open_folder()),
                "save_copy": lambda: spawn(self.ask_copy()),
            }
        )
        window.menus.recent_chosen.connect(lambda name: spawn(self.open_named(name)))
        dropped = FilmDrops(window).dropped
        dropped.connect(lambda name: spawn(self._open_dropped(window, name)))

    async def open_named(self, name: str) -> None:
        """Open the film of this file or folder."""
        await self._films.open(Path(name), practice=self._films.practises(name))

    async def _open_dropped(self, window: MainWindow, name: str) -> None:
        """What is no film is told as the answer to the drop, in front of those before."""
        window.desk.forget_answer()
        try:
            await self.open_named(name)
        except StudioError as error:
            window.desk.answer("error", sentence(error.code, error.params))

    async def ask_open(self) -> None:
        """Ask for a film's file, and open it."""
        title = QCoreApplication.translate("Studio", "Open a film")
        chosen = await choose_file(self._films.parent(), title, self._folder())
        if chosen is not None:
            await self.open_named(str(chosen))

    async def ask_open_folder(self) -> None:
        """Ask for a folder, and open the film in it."""
        title = QCoreApplication.translate("Studio", "Open the film in a folder")
        chosen = await choose_folder(self._films.parent(), title, self._folder())
        if chosen is not None:
            await self.open_named(str(chosen))

    async def ask_copy(self) -> None:
        """Ask where a copy of the scenario goes, and write it there."""
        window = self._films.window
        if window is None:
            return
        path = window.session.file
        title = QCoreApplication.translate("Studio", "Save a copy of the scenario")
        start = path.with_stem(f"{path.stem}-copy")
        chosen = await choose_file(window, title, start, save=True)
        if chosen is None:
            return
        await window.words_kept()
        await window.session.save_copy(chosen)
        told = QCoreApplication.translate("Studio", "A copy lies at {path}.").format(path=chosen)
        window.notice_bar.show_notice("info", told)

    def _folder(self) -> Path:
        window = self._films.window
        return Path.home() if window is None else window.session.file.parent
