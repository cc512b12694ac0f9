"""When the buttons of a card appear: late, where the pointer does not rest, and deaf at first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, QTimer

from topa_studio.ui.widgets.deaf import DEAF_MS

REST_MS = 600
FADE_MS = 120
_FRAME_MS = 30
_STILL = 4


class Rest(QObject):
    """Follows the pointer over one card at a time; `changed` asks for that card to be painted.

    A button that appeared is where it was promised: should its place change, it goes, and the
    pointer has to rest again.
    """

    def __init__(self, changed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._changed = changed
        self._key: str | None = None
        self._places: tuple[QRect, ...] = ()
        self._begun = QPoint()
        self._at = QPoint()
        self._is_shown = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._rested)
        self._fade = QTimer(self)
        self._fade.setInterval(_FRAME_MS)
        self._fade.timeout.connect(self._faded)

    def point(self, key: str | None, at: QPoint, places: tuple[QRect, ...]) -> None:
        """The pointer is at `at`, over this card, whose buttons would lie within `places`."""
        if (key, places) != (self._key, self._places):
            self._hide()
            self._key, self._places = key, places
            self._begin(at)
        elif not self._is_shown and (at - self._begun).manhattanLength() >= _STILL:
            self._begin(at)
        self._at = at

    def shown(self, key: str) -> float:
        """How far the buttons of a card have faded in: 0 where they are not shown."""
        if not self._is_shown or key != self._key:
            return 0.0
        return min(1.0, (self._since.elapsed() + 1) / FADE_MS)

    @property
    def armed(self) -> bool:
        """Whether a press on a button means it: it has been there long enough."""
        return self._is_shown and self._since.elapsed() >= DEAF_MS

    def _begin(self, at: QPoint) -> None:
        self._begun = at
        if self._key is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _rested(self) -> None:
        if any(place.contains(self._at) for place in self._places):
            # One would appear under the pointer: it waits until the pointer has left that place.
            return
        self._is_shown = True
        self._since.start()
        self._fade.start()
        self._faded()

    def _faded(self) -> None:
        if self._since.elapsed() > FADE_MS:
            self._fade.stop()
        if self._key is not None:
            self._changed(self._key)

    def _hide(self) -> None:
        self._timer.stop()
        self._fade.stop()
        if self._is_shown and self._key is not None:
            self._is_shown = False
            self._changed(self._key)
