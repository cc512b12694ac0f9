"""The filters of the timeline as pills: a sign, a word and how many shots it holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.film.badge import Shape, paint_shape
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.theme import scaled, set_role, theme_signals, tokens

_SIGN, _APART = 9, 3


class FilterPills(QWidget):
    """Each is a toggle: pressed again, it shows all shots; arrow keys go from one to the next.

    All stand in their order from the start, so that Tab meets them in it.

    Signals:
        chosen: the value of a filter.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Show"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.value = Filter.ALL
        self._short = False
        self._words: dict[Filter, str] = {}
        self._pills = {kind: self._pill(kind) for kind in Filter}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for pill in self._pills.values():
            row.addWidget(pill)
        self.set_value(Filter.ALL)
        self._colour()
        theme_signals().changed.connect(self._colour)

    def _pill(self, kind: Filter) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        set_role(made, "pill")
        made.clicked.connect(lambda: self._press(kind))
        return made

    def button(self, kind: str) -> QPushButton:
        """The pill of a filter."""
        return self._pills[Filter(kind)]

    def show_counts(self, tally: Tally) -> None:
        """How many shots are in each; one that holds none is not offered."""
        words = {
            Filter.ALL: self.tr("All {count}"),
            Filter.MISSING: self.tr("Missing {count}"),
            Filter.QUEUE: self.tr("Queue {count}"),
            Filter.FAILED: self.tr("Failed {count}"),
            Filter.NEEDS_YOU: self.tr("Needs you {count}"),
            Filter.OUT_OF_DATE: self.tr("Out of date {count}"),
        }
        for kind, pill in self._pills.items():
            count = tally.count(kind)
            self._words[kind] = words[kind].format(count=count)
            pill.setAccessibleName(f"{self.accessibleName()}: {self._words[kind]}")
            pill.setVisible(count > 0 or kind in (Filter.ALL, self.value))
        self._say()
        if self.value is not Filter.ALL and not tally.count(self.value):
            self._press(Filter.ALL)

    def set_short(self, *, short: bool) -> None:
        """Show sign and number only, or the words, too."""
        if short != self._short:
            self._short = short
            self._say()

    def width_of(self, *, short: bool) -> int:
        """How much room they need with words, or short."""
        before = self._short
        self.set_short(short=short)
        wide = self.sizeHint().width()
        self.set_short(short=before)
        return wide

    def _say(self) -> None:
        for kind, words in self._words.items():
            pill, bare = self._pills[kind], self._short and kind is not Filter.ALL
            pill.setText(words.rpartition(" ")[2] if bare else words)
            pill.setToolTip(words if bare else "")

    def set_value(self, kind: Filter) -> None:
        """Turn one on without telling."""
        self.value = kind
        for known, pill in self._pills.items():
            pill.setChecked(known is kind)

    def _press(self, kind: Filter) -> None:
        again = kind is self.value
        before = self.value
        self.set_value(Filter.ALL if again else kind)
        if self.value is not before:
            self.chosen.emit(self.value.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        step = {"filter_before": -1, "filter_after": 1}.get(named(Place.FILTERS, event))
        shown = [pill for pill in self._pills.values() if not pill.isHidden()]
        here = next((at for at, pill in enumerate(shown) if pill.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        shown[max(0, min(len(shown) - 1, here + step))].setFocus(Qt.FocusReason.TabFocusReason)

    def _colour(self) -> None:
        now, size = tokens(), scaled(_SIGN)
        signs = {
            Filter.MISSING: (Shape.RING, now.dim),
            Filter.QUEUE: (Shape.DISC, now.run),
            Filter.FAILED: (Shape.CROSS, now.bad),
            Filter.NEEDS_YOU: (Shape.TRIANGLE, now.warn),
            Filter.OUT_OF_DATE: (Shape.HALF, now.warn),
        }
        for kind, (shape, colour) in signs.items():
            self._pills[kind].setIcon(_sign(shape, colour, size, self.devicePixelRatioF()))
            self._pills[kind].setIconSize(QSize(size + _APART, size))


def _sign(shape: Shape, colour: QColor, size: int, ratio: float) -> QIcon:
    made = QPixmap(round((size + _APART) * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(0.5, 0.5, size - 1, size - 1), shape, colour)
    painter.end()
    return QIcon(made)
