"""Elements of several shots as chips: solid where all have one, dashed where some do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.inspector.several.summary import Summary
from topa_studio.ui.look.theme import scaled, tokens, ui_font
from topa_studio.ui.widgets.flow import flowing
from topa_studio.ui.widgets.parts import ElidedLabel, text_label
from topa_studio.ui.widgets.plain import plain_act, plain_tip

_PAD, _APART = 8, 5


class ElementChip(QAbstractButton):
    """One element: a click or Space adds it to the rest, Delete takes it out of all.

    Signals:
        removed: it shall be in none of them.
    """

    removed = Signal()

    def __init__(self, name: str, colour: QColor, count: int, of: int) -> None:
        super().__init__()
        self.name, self.in_all = name, count == of
        self._colour = colour
        self._count = self.tr("all %n", "", of)
        if not self.in_all:
            self._count = self.tr("{count} of %n", "", of).format(count=count)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"@{name}, {self._count}")
        tip = self.tr("A click mentions it in the others; Delete takes it out of all")
        if self.in_all:
            tip = self.tr("Delete takes it out of all")
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(tip)
        self.setToolTip(plain_tip(f"@{name} · {tip}"))

    def sizeHint(self) -> QSize:
        """Name and count side by side."""
        name, count = self._metrics()
        words = name.horizontalAdvance(f"@{self.name}") + count.horizontalAdvance(self._count)
        return QSize(words + _APART + 2 * _PAD + 5, name.height() + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The name in the element's colour; the ring says solid or dashed."""
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QColor(self._colour)
            ground.setAlphaF(0.18 if self.in_all else 0.09 if self.underMouse() else 0.0)
            style = Qt.PenStyle.SolidLine if self.in_all else Qt.PenStyle.DashLine
            edge = QPen(now.run, 2) if self.hasFocus() else QPen(self._colour, 1, style)
            painter.setPen(edge)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            bold, plain = self._fonts()
            name, count = self._metrics()
            room = self.rect().adjusted(_PAD + 1, 0, -_PAD - 1, 0)
            wide = count.horizontalAdvance(self._count)
            words = name.elidedText(
                f"@{self.name}", Qt.TextElideMode.ElideRight, room.width() - wide - _APART
            )
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(bold)
            painter.setPen(self._colour if self.isEnabled() else now.dim)
            painter.drawText(room, middle, words)
            painter.setFont(plain)
            painter.setPen(now.dim)
            painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight), self._count)

    def event(self, event: QEvent) -> bool:
        """Delete means this chip, not the shots that are chosen."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and _deletes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it out."""
        if _deletes(event):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same for the mouse."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if not self.in_all:
            menu.addAction(self.tr("Mention it in the others"), self.click)
        words = self.tr("Take @{name} out of all").format(name=self.name)
        remove = COMMANDS["chip_remove"].in_menu(plain_act(words))
        menu.addAction(remove, self.removed.emit)
        menu.popup(event.globalPos())

    def _fonts(self) -> tuple[QFont, QFont]:
        return ui_font(12, QFont.Weight.DemiBold), ui_font(12)

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        bold, plain = self._fonts()
        return QFontMetrics(bold), QFontMetrics(plain)


def _deletes(event: QKeyEvent) -> bool:
    return named(Place.CHIP, event) == "chip_remove"


class SharedElements(QWidget):
    """The chips under their caption; hidden where no shot has an element.

    Signals:
        mentioned, removed: an element's name.
    """

    mentioned = Signal(str)
    removed = Signal(str)

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self._colour = colour
        self._shown: tuple[object, ...] = ()
        self.chips: dict[str, ElementChip] = {}
        self._hint = ElidedLabel("", "mix")
        self._body, self._flow = flowing(scaled(6))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(text_label(self.tr("Elements"), "dim"))
        top.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._body)

    def show_summary(self, found: Summary, order: tuple[str, ...]) -> None:
        """Show the elements of these shots: of all first, then of most; `order`: the film's."""
        place = {name: at for at, name in enumerate(order)}
        counts = sorted(found.elements.items(), key=lambda each: (-each[1], place.get(each[0], 0)))
        shown = (*counts, len(found.keys))
        self.setVisible(bool(counts))
        if shown == self._shown:
            return
        self._shown = shown
        self._hint.setText(self.tr("· click adds to all %n", "", len(found.keys)))
        some = any(count < len(found.keys) for _, count in counts)
        self._hint.setVisible(some)
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), None)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {name: self._chip(name, count, len(found.keys)) for name, count in counts}
        if focused is not None and self.chips:
            self.chips.get(focused, next(iter(self.chips.values()))).setFocus()

    def _chip(self, name: str, count: int, of: int) -> ElementChip:
        made = ElementChip(name, self._colour(name), count, of)
        made.removed.connect(lambda: self.removed.emit(name))
        if not made.in_all:
            made.clicked.connect(lambda: self.mentioned.emit(name))
        self._flow.addWidget(made)
        return made
