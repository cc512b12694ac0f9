"""A press on Quit while a film is being written: it is said once, and a second press ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.ui.binding import bind
from topa_studio.ui.notices import Offer

if TYPE_CHECKING:
    from topa_studio.app.exporting.export import Export
    from topa_studio.ui.main_window import MainWindow

translate = QCoreApplication.translate


class Exporting:
    """Remembers what was said, and whether the program quits once all is written."""

    def __init__(self) -> None:
        self._said: object = None
        self._waits: object = None

    def asks(self, window: MainWindow, leave: Callable[[], None]) -> bool:
        """Say what a quit would cancel; False: nothing is written, or it was said before."""
        exports = window.session.exports
        if not exports.under_way or self._said is exports:
            return False
        self._said = exports
        window.out.close_page()

        def later() -> None:
            self._waits = exports
            bind(window, exports.changed, ended)

        def ended(_all: tuple[Export, ...]) -> None:
            if self._waits is exports and not exports.under_way:
                self._waits = None
                leave()

        words = translate(
            "Leaving",
            "A film is being written. Quitting now cancels it, and nothing of it is left.",
        )
        offers = (
            Offer(translate("Leaving", "Quit once it is written"), later),
            Offer(translate("Leaving", "Quit now"), leave),
        )
        window.notice_bar.show_notice("warning", words, offers)
        return True
