"""What was typed in one field and not told yet; what the document says meanwhile waits for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from topa_studio.ui.stand_ins import StandIns

REST_MS = 300


class Pending(QObject):
    """Knows the words last agreed on, so that only what the user changed since is told.

    `read` gives the words as they stand in the field, `busy` whether some are being composed.
    """

    def __init__(
        self,
        parent: QObject,
        read: Callable[[], str],
        tell: Callable[[str], None],
        busy: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._tell = tell
        self._busy = busy
        self._signs = StandIns()
        self._known = ""  # what the document said last
        self._agreed = ""  # what the field showed or told last
        self._display = ""  # the same as it stands in the field
        self._behind = False  # the document said something else while the user typed
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.flush)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self._read() != self._display

    @property
    def known(self) -> str:
        """What the document said last."""
        return self._known

    @property
    def words(self) -> str:
        """What stands in the field, letter by letter as the document would have it."""
        return self.meant(self._read())

    def meant(self, shown: str) -> str:
        """What words taken from the field stand for."""
        return self._signs.meant(shown)

    def touch(self) -> None:
        """Something was typed: tell it after a rest."""
        if self.dirty:
            self._rest.start()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._rest.stop()
        if self.dirty:
            self._display = self._read()
            self._agreed = self._signs.meant(self._display)
            self._tell(self._agreed)

    def accept(self, value: str) -> bool:
        """Take the document's words; whether the field should be rewritten to them."""
        if value == self._known and not self._behind:
            return False
        self._known = value
        self._behind = value != self._agreed and (self.dirty or self._busy())
        return value != self._agreed and not self._behind

    def write(self, value: str, write: Callable[[str], None]) -> None:
        """Rewrite the field to the document's words."""
        write(self._signs.shown(value))
        self._rest.stop()
        self._agreed = value
        self._display = self._read()
