"""The tour's pictures of the film in its other views, and of the pages that lie over all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tour_film import Save, Until

from topa_studio.model.wish import clips
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.new_film.page import NewFilmPage
from topa_studio.ui.quitting.page import QuitPage

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.studio import Studio

SCRIPT = """\
Title: The Cat and the Kite

EXT. MEADOW - MORNING

A small grey CAT sits in the tall grass. A red KITE dances over the hill.

CAT
Wait for me!

EXT. HILL - NOON

The cat runs up. The string slips past its nose.
"""
SEARCHED = "pusha"
ASKED = "gen"


class ViewsTour:
    """Works on a film of which some shots are made, and leaves it as it was."""

    def __init__(self, studio: Studio, until: Until, save: Save) -> None:
        self._studio = studio
        self._until = until
        self._save = save

    @property
    def _window(self) -> MainWindow:
        window = self._studio.window
        assert window is not None
        return window

    async def run(self) -> None:
        """Each view in both looks, with a filter, and small; then the pages over the film."""
        keys = [shot.key for shot in self._window.session.film.shots()]
        for theme in ("dark", "light"):
            await self._studio.change_look("theme", theme)
            self._window.selection.select_shots(keys[3:6])
            await self._view("board", f"board-{theme}")
            await self._view("shot_list", f"shot-list-{theme}")
        await self._studio.change_look("theme", "dark")
        await self._filtered()
        await self._cell(keys[4])
        await self._small(keys)
        await self._palette()
        await self._new_film()
        await self._quit(keys[9])

    async def _view(self, view: str, name: str) -> None:
        self._window.commands.do(f"view_{view}")
        await self._save(name)

    async def _filtered(self) -> None:
        filters = self._window.timeline.filters
        filters.show((Filter.MISSING,), SEARCHED)
        await self._view("board", "board-filtered")
        filters.show_all()

    async def _cell(self, key: str) -> None:
        """A cell that is being written in."""
        self._window.selection.select_shot(key)
        await self._view("shot_list", "shot-list-keys")
        self._window.timeline.setFocus()
        for pressed in (Qt.Key.Key_Right, Qt.Key.Key_F2):
            QTest.keyClick(QApplication.focusWidget() or self._window, pressed)
        await self._save("shot-list-cells")
        QTest.keyClick(QApplication.focusWidget() or self._window, Qt.Key.Key_Escape)
        await self._view("timeline", "timeline")

    async def _small(self, keys: list[str]) -> None:
        """The smallest window, with text as usual and of twice the size, the latter in Russian."""
        size = self._window.size()
        for percent, language in ((100, "en"), (200, "ru")):
            await self._studio.change_look("language", language)
            await self._studio.change_look("text_percent", percent)
            self._window.resize(1280, 720)
            self._window.selection.select_shot(keys[5])
            for view in ("board", "shot_list", "timeline"):
                await self._view(view, f"small-{percent}-{view.replace('_', '-')}")
        await self._studio.change_look("text_percent", 100)
        await self._studio.change_look("language", "en")
        self._window.resize(size)

    async def _palette(self) -> None:
        self._window.commands.do("palette")
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.keyClicks(typed, ASKED)
        await self._save("palette")
        QTest.keyClick(typed, Qt.Key.Key_Escape)

    async def _new_film(self) -> None:
        self._window.commands.do("new")
        (page,) = self._window.findChildren(NewFilmPage)
        await self._save("new-film")
        page.form.starts["script"].click()
        page.sides.script.edit.setPlainText(SCRIPT)
        await self._save("new-film-of-a-script")
        page.leave()

    async def _quit(self, key: str) -> None:
        session = self._window.session
        session.press(clips(key))
        await self._until(lambda: bool(session.jobs.on_the_way()))
        self._window.commands.do("quit")
        await self._until(lambda: bool(self._window.findChildren(QuitPage)))
        (page,) = self._window.findChildren(QuitPage)
        await self._save("quit")
        QTest.keyClick(page.stay, Qt.Key.Key_Escape)
        await self._until(lambda: not session.queue())
