"""A press on Quit while something is being written: it is said once, and a second press ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from topa_studio.app.exporting.export import Stage
from topa_studio.film.export.choices import What
from topa_studio.film.paper.choices import Paper
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.notices.notices import Offer, nothing_told

if TYPE_CHECKING:
    from topa_studio.app.exporting.exports import Exports
    from topa_studio.ui.main_window import MainWindow

translate = QCoreApplication.translate


async def lets_go(window: MainWindow) -> bool:
    """Ask whether what is being written may be cancelled, as another film takes its place."""
    return await confirm(
        window,
        being_written(window.session.exports).rstrip("."),
        translate("Leaving", "Another film cannot be opened meanwhile: it would be cancelled."),
        yes=translate("Leaving", "Cancel it and open"),
        no=translate("Leaving", "Stay until it is written"),
    )


def being_written(exports: Exports) -> str:
    """What is being written now, as a sentence."""
    running = exports.under_way
    if len(running) > 1:
        return translate("Leaving", "%n files are being written.", "", len(running))
    words: dict[str, str] = {
        What.FILM: translate("Leaving", "A film is being written."),
        What.ANIMATIC: translate("Leaving", "An animatic is being written."),
        Paper.PDF: translate("Leaving", "A PDF storyboard is being written."),
        Paper.SHOT_LIST: translate("Leaving", "A shot list is being written."),
        Paper.CONTACT: translate("Leaving", "A contact sheet is being written."),
        Paper.REVIEW: translate("Leaving", "A review page is being written."),
    }
    for_editor = translate("Leaving", "The files for an editor are being written.")
    return words.get(running[0].what, for_editor) if running else ""


class Exporting:
    """Asks about what is being written now, and whether the program quits once all of it is."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._asked: frozenset[int] = frozenset()
        self._left: frozenset[int] = frozenset()
        self._said = ""
        self._waits = False
        self._deaf = self._withdraw = nothing_told

    def asks(self, window: MainWindow) -> bool:
        """Say what a quit would cancel; False: nothing is written, or the question is shown."""
        exports = window.session.exports
        now = _numbers(exports)
        if not now or (now <= self._asked and window.notice_bar.text == self._said):
            return False
        ending = translate("Leaving", "Quitting now cancels that, and nothing of it is left.")
        self._said = words = f"{being_written(exports)} {ending}"
        self._asked = self._left = now
        self._waits = False
        window.out.close_page()
        self._deaf()
        self._withdraw()
        self._deaf = exports.changed.connect(lambda _all: self._follow(exports))
        offers = (
            Offer(translate("Leaving", "Quit once it is written"), lambda: self._wait(exports)),
            Offer(translate("Leaving", "Quit now"), self._leave),
        )
        self._withdraw = window.notice_bar.show_notice("warning", words, offers, first=True)
        return True

    def _wait(self, exports: Exports) -> None:
        self._waits = bool(exports.under_way)
        if not self._waits:
            self._leave()

    def _follow(self, exports: Exports) -> None:
        """Quit with the last one that is written: what is cancelled or has failed ends the wait."""
        before, self._left = self._left, _numbers(exports)
        ended = [exports.one(number) for number in before - self._left]
        stages = {one.stage for one in ended if one is not None}
        if Stage.FAILED in stages:
            self._waits = False
        if self._left:
            return
        waited, self._waits = self._waits, False
        self._deaf()
        self._withdraw()
        if waited and Stage.CANCELLED not in stages:
            self._leave()


def _numbers(exports: Exports) -> frozenset[int]:
    return frozenset(one.id for one in exports.under_way)
