"""From a press on Quit to the end: at once, after a question, or once what was sent is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from topa_studio.ui.main_window import MainWindow
    from topa_studio.ui.quitting.exporting import Exporting
    from topa_studio.ui.quitting.page import QuitPage


class Leaving:
    """Of one program, whichever film is open. A request of the system never comes here.

    Attributes:
        page: the question, while it is asked.
        waits: whether the program quits by itself once all that was sent is here.
    """

    def __init__(
        self, leave: Callable[[], None], answer: Callable[[], str], keep: Callable[[str], None]
    ) -> None:
        """`answer` is what quitting does without a question, "" for one; `keep` remembers it."""
        self._leave = leave
        self._answer = answer
        self._keep = keep
        self._window: MainWindow | None = None
        self._paused = False
        self._exporting: Exporting | None = None
        self._deaf: Callable[[], None] = lambda: None
        self.page: QuitPage | None = None
        self.waits = False

    def follow(self, window: MainWindow) -> None:
        """Quit is pressed in this window from now on; it may show the film of the last one."""
        before, self._window = self._window, window
        same = before is not None and before.session is window.session
        asked = self.page is not None and same
        self._close_page()
        if self.waits and not same:
            self._stop_waiting()
        window.close_requested.connect(self.ask)
        window.status.leaving.now_pressed.connect(self._leave)
        window.status.leaving.back_pressed.connect(self.go_on)
        if asked:
            self._open_page(window)
        elif self.waits:
            self._tell()

    def ask(self) -> None:
        """Quit was pressed: end, unless something was sent that could be waited for."""
        window = self._window
        if window is not None and window.is_furnished and self._tells_export(window):
            return
        if window is None or window.session.read_only or not window.session.jobs.on_the_way():
            self._leave()
        elif self.page is None:
            known = self._answer()
            if known == "now":
                self._leave()
            elif known == "stay" and not self.waits:
                self._stay(window)
            else:
                self._open_page(window)

    def _tells_export(self, window: MainWindow) -> bool:
        """Say what is being written, each time something is; whether that was said now."""
        if self._exporting is None:
            from topa_studio.ui.quitting.exporting import Exporting

            self._exporting = Exporting(self._leave)
        return self._exporting.asks(window)

    def go_on(self) -> None:
        """The user works on after all: nothing ends by itself, and the line goes on."""
        paused, window = self._paused, self._window
        self._stop_waiting()
        if window is not None:
            if paused and window.session.paused:
                window.commands.do("pause")
            window.status.leaving.tell(0)

    # Asking.

    def _open_page(self, window: MainWindow) -> None:
        from topa_studio.ui.quitting.page import QuitPage

        # What the page tells of as not sent must not be sent while it is read.
        self._hold(window)
        self.page = QuitPage(window, window.session, window.thumbnails)
        self.page.answered.connect(self._answered)
        self.page.left.connect(self._left)
        self.page.settled.connect(self._leave)
        self.page.open_over()

    def _answered(self, answer: str, always: bool) -> None:
        self._close_page()
        if always:
            self._keep(answer)
        if answer == "now":
            self._leave()
        elif self._window is not None:
            self._window.timeline.setFocus()
            self._stay(self._window)

    def _left(self) -> None:
        """All is as it was before Quit was pressed."""
        self._close_page()
        if not self.waits:
            self.go_on()
        if self._window is not None:
            self._window.timeline.setFocus()

    def _close_page(self) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    # Waiting.

    def _stay(self, window: MainWindow) -> None:
        """What waits here is not sent any more, so that the wait has an end."""
        if not self.waits:
            self.waits = True
            self._hold(window)
            self._deaf = window.session.queue_changed.connect(lambda _lines: self._tell())
        self._tell()

    def _hold(self, window: MainWindow) -> None:
        if not window.session.paused:
            self._paused = True
            window.commands.do("pause")

    def _tell(self) -> None:
        window = self._window
        if window is None or not self.waits:
            return
        count = len(window.session.jobs.on_the_way())
        window.status.leaving.tell(count)
        if not count:
            self._stop_waiting()
            self._leave()

    def _stop_waiting(self) -> None:
        self._deaf()
        self._deaf = lambda: None
        self.waits = self._paused = False
