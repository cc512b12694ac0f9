"""The filters of the timeline as pills: a sign, a word and how many shots each holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.film.badge import Shape, paint_shape
from topa_studio.ui.film.tally import Filter, Tally
from topa_studio.ui.film.words import filter_word
from topa_studio.ui.look.calm import set_name, set_words
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, theme_signals, tokens
from topa_studio.ui.words import number

_SIGN, _APART = 9, 3


class FilterPills(QWidget):
    """Each is a toggle, and several may be on: their union is shown; All turns them off.

    One that holds nothing stays, dim. Arrow keys go from one to the next. All stand in their order
    from the start, so that Tab meets them in it.

    Attributes:
        values: the filters that are on; none: all shots are shown.
    Signals:
        chosen: the filters that are on are others.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Show"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.values: frozenset[Filter] = frozenset()
        self._counts = dict.fromkeys(Filter, 0)
        self._short = False
        self._pills = {kind: self._pill(kind) for kind in Filter}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for pill in self._pills.values():
            row.addWidget(pill)
        self.set_values(frozenset())
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

    def words(self, kind: Filter) -> str:
        """What a filter is called, and how many shots are in it."""
        return f"{filter_word(kind)} {number(self._counts[kind])}"

    def show_counts(self, tally: Tally) -> None:
        """How many shots are in each."""
        self._counts = {kind: tally.count(kind) for kind in Filter}
        self._say()

    def set_short(self, *, short: bool) -> None:
        """Show sign and number only, or the words, too."""
        if short != self._short:
            self._short = short
            self._say()

    def width_of(self, *, short: bool) -> int:
        """How much room they need with words, or short."""
        words = (f"{filter_word(kind)} " for kind in Filter if kind is not Filter.ALL)
        saved = sum(map(self._pills[Filter.ALL].fontMetrics().horizontalAdvance, words))
        whole = self.sizeHint().width() + (saved if self._short else 0)
        return whole - saved if short else whole

    def _say(self) -> None:
        for kind, pill in self._pills.items():
            bare = self._short and kind is not Filter.ALL
            set_words(pill, number(self._counts[kind]) if bare else self.words(kind))
            pill.setToolTip(filter_word(kind) if bare else "")
            set_name(pill, f"{self.accessibleName()}: {self.words(kind)}")
            empty = not self._counts[kind] and kind is not Filter.ALL
            set_role(pill, "pill-empty" if empty else "pill")

    def set_values(self, kinds: frozenset[Filter]) -> None:
        """Turn these on, and the others off, without telling."""
        self.values = kinds - {Filter.ALL}
        for known, pill in self._pills.items():
            pill.setChecked(known in self.values or (known is Filter.ALL and not self.values))

    def _press(self, kind: Filter) -> None:
        before = self.values
        self.set_values(frozenset() if kind is Filter.ALL else before ^ {kind})
        if self.values != before:
            self.chosen.emit()

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
            Filter.RUNNING: (Shape.DISC, now.run),
            Filter.OUT_OF_DATE: (Shape.HALF, now.warn),
            Filter.FAILED: (Shape.CROSS, now.bad),
            Filter.NEEDS_YOU: (Shape.TRIANGLE, now.warn),
        }
        for kind, (shape, colour) in signs.items():
            self._pills[kind].setIcon(_sign(shape, colour, size, self.devicePixelRatioF()))
            self._pills[kind].setIconSize(QSize(size + _APART, size))
        self._pills[Filter.ACCEPTED].setIcon(icon("lock", now.dim, size + _APART))
        self._pills[Filter.ACCEPTED].setIconSize(QSize(size + _APART, size + _APART))


def _sign(shape: Shape, colour: QColor, size: int, ratio: float) -> QIcon:
    made = QPixmap(round((size + _APART) * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(0.5, 0.5, size - 1, size - 1), shape, colour)
    painter.end()
    return QIcon(made)
