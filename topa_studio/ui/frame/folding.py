"""Lays the window out for the room it has: what folds, what goes, and all of it back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QDockWidget, QLayout, QMainWindow

from topa_studio.ui.frame.dock_places import LEFT_MOST, LEFT_USUAL, RIGHT_MOST, RIGHT_USUAL
from topa_studio.ui.frame.rail import Rail
from topa_studio.ui.look.theme import scaled, text_percent
from topa_studio.ui.room import Room, Width, room_of
from topa_studio.ui.views.film_pane import FilmPane

if TYPE_CHECKING:
    from topa_studio.ui.player.pane import PlayerPane

_STATE_VERSION = 1
_INSPECTOR = 372
_INSPECTORS = {Width.NORMAL: 336, Width.NARROW: 320, Width.COMPACT: 304}
_TIMELINE, _PICTURE = 328, 9 / 16
_AROUND, _BESIDE, _CLOSE = 16, 12, 4


class Folding(QObject):
    """Follows the size of `window`.

    Attributes:
        room: the step that the window is laid out for.
    Signals:
        settled: the docks have their sizes.
    """

    settled = Signal()

    def __init__(self, window: QMainWindow, rail: Rail, timeline: FilmPane) -> None:
        super().__init__(window)
        self._window = window
        self._rail = rail
        self._player: PlayerPane | None = None
        self._timeline = timeline
        self._unfolded = QByteArray()
        self._hidden: list[QDockWidget] = []
        self._sides = True
        self._sizes_player = False
        self.room = Room()
        self._sized = Room()
        self._asked = QSize()
        self._growth = 1.0
        # Docks know what they need once all that hides or shows has done so.
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(0)
        self._settle.timeout.connect(self._give_sizes)
        rail.hide()
        rail.unfold_wanted.connect(self._toggle_side)
        window.installEventFilter(self)

    def take_player(self, player: PlayerPane) -> None:
        """The player has come, and follows from now on."""
        self._player = player
        self._thin_out(self.room)
        self._settle.start()

    # What is remembered is the wide layout: a narrow window makes its own of it.

    def restore(self, docks: str, percent: int) -> bool:
        """Lay the docks out as `place` told them when text had this size; whether that worked."""
        self._growth = text_percent() / percent
        state = QByteArray.fromBase64(docks.encode())
        return bool(docks) and self._window.restoreState(state, _STATE_VERSION)

    def place(self) -> str:
        """The docks as Qt's own words in base 64, as they are where all is shown; "": not known."""
        state = self._unfolded if self.room.folded else self._window.saveState(_STATE_VERSION)
        return bytes(state.toBase64().data()).decode()

    def fit(self, size: QSize) -> None:
        """Lay the window out for this size, which it is about to get."""
        self._asked = size
        self._follow(size)

    def lay_anew(self, put: Callable[[], str]) -> None:
        """Have `put` lay all out as where all is shown, and make of that what this room takes.

        It gives the docks that it restored, or "".
        """
        # What is shown for a moment only shall not make the window larger.
        self._bind_window(QLayout.SizeConstraint.SetNoConstraint)
        for dock in self._hidden:
            dock.show()
        self._hidden = []
        kept = put()
        self._thin_out(self.room)
        if self.room.folded:
            self._fold(QByteArray.fromBase64(kept.encode()))
        self._bind_window(QLayout.SizeConstraint.SetDefaultConstraint)
        self._sized = Room()
        self._settle.start()

    def _bind_window(self, constraint: QLayout.SizeConstraint) -> None:
        """Whether the window is at least as large as what is in it needs."""
        layout = self._window.layout()
        if layout is not None:
            layout.setSizeConstraint(constraint)

    def set_sides(self, *, wanted: bool) -> None:
        """Whether elements and queue, where they are hidden, leave a rail in a narrow window."""
        self._sides = wanted
        self._rail.setVisible(self.room.folded and self._has_rail)

    def size_player(self) -> None:
        """Where the player has a dock, make it as high as a wide picture in it needs."""
        self._sizes_player = True
        self._settle.start()

    def _size_player(self) -> None:
        inspector, player = self._docks("inspector", "player")
        if self._player is None or player.isHidden():
            return
        self._sizes_player = False
        surface = self._player.surface
        around, rest = 2 * surface.around, player.height() - surface.height()
        high = round((player.width() - around) * _PICTURE) + around + rest
        column = player.height() + (0 if inspector.isHidden() else inspector.height())
        sizes = [min(high, column // 2), column - high]
        self._window.resizeDocks([player, inspector], sizes, Qt.Orientation.Vertical)

    @property
    def _has_rail(self) -> bool:
        return self._sides or bool(self._hidden)

    def _follow(self, size: QSize) -> None:
        """Nothing is moved within one step."""
        before, room = self.room, room_of(size.width(), size.height(), text_percent(), self.room)
        if room == before:
            return
        self.room = room
        self._thin_out(room)
        self._rail.set_slim(slim=room.compact)
        if room.folded and not before.folded:
            self._fold(self._window.saveState(_STATE_VERSION))
        elif before.folded and not room.folded:
            self._unfold()
        self._settle.start()

    def _thin_out(self, room: Room) -> None:
        """Where height is short, the row of keys goes; then all that is not a card."""
        self._timeline.set_room(low=room.low, compact=room.compact)
        if self._player is not None:
            beside = self._timeline.views.kind.beside
            around = _CLOSE if room.low else _BESIDE if beside else _AROUND
            self._player.surface.set_around(around)
            self._player.transport.set_low(low=room.low or beside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size, or is shown for the first time."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._follow(self._window.size())
        elif watched is self._window and event.type() is QEvent.Type.Show:
            self._settle.start()
        return super().eventFilter(watched, event)

    def _docks(self, *names: str) -> list[QDockWidget]:
        found = (self._window.findChild(QDockWidget, name) for name in names)
        return [dock for dock in found if isinstance(dock, QDockWidget)]

    def _fold(self, unfolded: QByteArray) -> None:
        """Make a rail of elements and queue, which stand as in `unfolded` where all is shown."""
        self._unfolded = unfolded
        self._hidden = [
            dock
            for dock in self._docks("elements", "queue")
            if not dock.isHidden() and not dock.isFloating()
        ]
        for dock in self._hidden:
            dock.hide()
        self._rail.setVisible(self._has_rail)

    def _unfold(self) -> None:
        self._rail.hide()
        for dock in self._hidden:
            dock.show()
        if self._unfolded.isEmpty():
            sides = self._docks("elements", "inspector")
            wide = [min(scaled(LEFT_USUAL), LEFT_MOST), min(scaled(RIGHT_USUAL), RIGHT_MOST)]
            self._window.resizeDocks(sides, wide, Qt.Orientation.Horizontal)
            self._sizes_player = True
        else:
            self._window.restoreState(self._unfolded, _STATE_VERSION)
        self._unfolded, self._hidden = QByteArray(), []

    def _toggle_side(self) -> None:
        """Elements and queue whole beside the rail, or away again."""
        docks = self._docks("elements", "queue")
        shown = any(dock.isVisible() for dock in docks)
        for dock in docks:
            dock.setVisible(not shown)

    def _give_sizes(self) -> None:
        room, before, window = self.room, self._sized, self._window
        if not window.isVisible():
            return
        if room != before:
            self._sized = room
            self._resize_docks(room, before)
        if self._sizes_player:
            self._size_player()
        if self._growth != 1.0:
            self._grow_docks(self._growth)
            self._growth = 1.0
        if self._asked.isValid():
            # Before the docks had their sizes, the window may have been shown larger.
            _measure_anew()
            window.resize(self._asked)
            self._asked = QSize()
        self.settled.emit()

    def _grow_docks(self, growth: float) -> None:
        """Other text takes other room: docks get it as far as the picture keeps a place."""
        if self.room.folded:
            return
        most = {"elements": LEFT_MOST, "inspector": RIGHT_MOST}
        usual = {"elements": LEFT_USUAL, "inspector": RIGHT_USUAL}
        for dock in self._docks("elements", "inspector"):
            wide = round(dock.width() * growth)
            if growth > 1:
                wide = max(dock.width(), min(wide, most[dock.objectName()]))
            else:
                # Large text did not get all it asked for, so small text gives not as much back.
                wide = max(wide, min(dock.width(), scaled(usual[dock.objectName()])))
            self._window.resizeDocks([dock], [wide], Qt.Orientation.Horizontal)
        for dock in self._docks("queue", "timeline"):
            high = round(dock.height() * growth)
            self._window.resizeDocks([dock], [high], Qt.Orientation.Vertical)

    def _resize_docks(self, room: Room, before: Room) -> None:
        window = self._window
        inspector, timeline = self._docks("inspector"), self._docks("timeline")
        if room.folded:
            wide = scaled(_INSPECTORS[room.width])
            window.resizeDocks(inspector, [wide], Qt.Orientation.Horizontal)
            self._sizes_player = True
        if room.low or before.low:
            high = self._timeline.minimumSizeHint().height() if room.low else scaled(_TIMELINE)
            window.resizeDocks(timeline, [high], Qt.Orientation.Vertical)


def _measure_anew() -> None:
    """What panes have told of the room they need counts now, and not at the loop's next turns."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
