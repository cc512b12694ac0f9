"""The pages that open beside the work, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QWidget

from topa_studio.ui.commands.keymap import KeyMap
from topa_studio.ui.commands.table import use_keys
from topa_studio.ui.costs.page import CostPage
from topa_studio.ui.desk import Desk
from topa_studio.ui.help_pages import show_about, show_guide, show_licences
from topa_studio.ui.past.page import PastPage
from topa_studio.ui.replacing.page import ReplacePage
from topa_studio.ui.shortcuts.page import ShortcutsPage
from topa_studio.ui.small_pictures.thumbnails import Thumbnails


class Pages:
    """Those of one window that know nothing of the account.

    Attributes:
        searched: what is looked for in the film now.
        keys_kept: remembers the user's keys. keys_told: has all that tells of keys tell them anew.
    """

    def __init__(self, window: QWidget, desk: Desk, thumbnails: Thumbnails) -> None:
        self._window, self._thumbnails = window, thumbnails
        self._desk = desk
        self.searched: Callable[[], str] = lambda: ""
        self.keys_kept: Callable[[tuple[str, ...]], object] = lambda _told: None
        self.keys_told: Callable[[], object] = lambda: None
        desk.commands.join(
            {
                "costs": lambda: self.costs.open_beside(),
                "past": lambda: self.past.open_beside(),
                "replace": lambda: self.replace.open_beside(self.searched()),
                "shortcuts": self._show_keys,
                "guide": lambda: show_guide(window),
                "licences": lambda: show_licences(window),
                "about": lambda: show_about(window),
            }
        )

    @cached_property
    def past(self) -> PastPage:
        """The page of the trash and of earlier versions."""
        return PastPage(self._window, self._desk, self._thumbnails)

    @cached_property
    def costs(self) -> CostPage:
        """The page of costs."""
        return CostPage(self._window, self._desk)

    @cached_property
    def replace(self) -> ReplacePage:
        """The page that replaces words in the whole film."""
        return ReplacePage(self._window, self._desk)

    def _show_keys(self) -> None:
        pages = self._window.findChildren(ShortcutsPage)
        page = next((page for page in pages if page.isVisible()), None)
        if page is None:
            page = ShortcutsPage(self._window)
            page.notes_wanted.connect(lambda: self._desk.commands.do("first_notes"))
            page.changed.connect(self._use_keys)
            page.told.connect(lambda: self.keys_told())
        page.show()
        page.raise_()

    def _use_keys(self, keys: KeyMap) -> None:
        """At once in menus and for whoever presses them; elsewhere once the page is put away."""
        use_keys(keys)
        self._desk.commands.take_keys()
        self.keys_kept(keys.told())
