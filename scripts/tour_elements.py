"""The tour's pictures of an element: redrawn, not kept yet, in both languages and looks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.pictures.page import ElementPage
    from topa_studio.ui.studio import Studio

Until = Callable[[Callable[[], bool]], Awaitable[None]]
Save = Callable[..., Awaitable[None]]
LOOKS = (("en", "dark"), ("ru", "dark"), ("en", "light"), ("ru", "light"))
HERO = "Topa"


class ElementTour:
    """Works on a film of which every shot is made, and leaves its pictures as they were."""

    def __init__(self, studio: Studio, until: Until, save: Save) -> None:
        self._studio, self._until, self._save = studio, until, save

    @property
    def _window(self) -> MainWindow:
        window = self._studio.window
        assert window is not None
        return window

    def _page(self) -> ElementPage:
        self._window.selection.select_element(HERO)
        page = self._window.furnish().room.page
        assert page is not None
        return page

    async def run(self) -> None:
        """Redraw all of the hero's pictures, see what keeping them means, put the old ones back."""
        elements = self._window.session.elements
        self._page().head.redraw.click()
        await self._until(lambda: elements.candidates(HERO) == len(elements.pictures(HERO)))
        for language, theme in LOOKS:
            await self._studio.change_look("language", language)
            await self._studio.change_look("theme", theme)
            await self._until(lambda: self._page().keeping.button.isVisible())
            await self._save(f"element-{language}-{theme}")
        await self._studio.change_look("theme", "dark")
        await self._studio.change_look("language", "en")
        await self._until(lambda: self._page().keeping.button.isVisible())
        page = self._page()
        page.enlarge(page.tiles.tiles[0])
        await self._save("element-compared")
        page.acts.put_back(HERO)
        await self._until(lambda: not elements.candidates(HERO))
        self._window.furnish().room.leave()
