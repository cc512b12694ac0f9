"""The fields of a line of dialogue: who says it, and the words, as high as they are long."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCompleter,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QToolTip,
)

from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.writing.fields import LINE_PERCENT, TextBox, TextLine

_MOST_LINES = 6
_INSET = 2  # Qt's own, beside the words of a line
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ShortLine(TextLine):
    """A line in little room: words that are cut end in "…" until it is written in."""

    @property
    def is_cut(self) -> bool:
        """Whether there is no room for all its words."""
        return (
            self.fontMetrics().horizontalAdvance(self.text()) > self._room(self._option()).width()
        )

    def _option(self) -> QStyleOptionFrame:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return option

    def _room(self, option: QStyleOptionFrame) -> QRect:
        """Where Qt writes its words."""
        inside = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(inside, option, self)
        return room.marginsRemoved(self.textMargins()).adjusted(_INSET, 0, -_INSET, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its frame and what there is room for."""
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        option = self._option()
        room = self._room(option)
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), mode, room.width())
        with QPainter(self) as painter:
            frame = QStyle.PrimitiveElement.PE_PanelLineEdit
            self.style().drawPrimitive(frame, option, painter, self)
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def event(self, event: QEvent) -> bool:
        """All of them where the pointer rests."""
        match event:
            case QHelpEvent() if event.type() == QEvent.Type.ToolTip and self.is_cut:
                QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
                return True
        return super().event(event)


class WhoLine(ShortLine):
    """Who speaks: any name; those of the film's elements are offered while it is typed."""

    def __init__(self, names: QStringListModel) -> None:
        super().__init__(self.tr("Who says it"), self.tr("Who"))
        # What is taken from the list is not told as typed.
        self.textChanged.connect(self._pending.touch)
        offered = QCompleter(names, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setAccessibleName(self.tr("Elements who may say it"))
        set_role(popup, "popup")
        offered.setPopup(popup)
        self.setCompleter(offered)


class SaidBox(TextBox):
    """The words; Shift+Enter begins a line in them.

    Signals:
        entered: Enter was pressed. backed: Backspace was pressed where nothing stands.
    """

    entered = Signal()
    backed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What is said"), self.tr("What is said"), 1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As high as its words, up to some lines."""
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom()
        lines = self.fontMetrics().lineSpacing() * _MOST_LINES * LINE_PERCENT / 100
        most = lines + self.document().documentMargin()
        high = min(self.document().size().height(), most)
        return QSize(200, ceil(high) + around)

    def _set_wide(self) -> None:
        """Set wide, the last line has room below it already: a margin would lift the words."""
        super()._set_wide()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setBottomMargin(0)
        frame.setFrameFormat(form)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the neighbours leave it."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; Backspace in an empty line takes it out, unless it is held down."""
        plain = not event.modifiers() & ~_KEYPAD
        nothing = self.document().isEmpty() and not self._is_composing()
        if plain and event.key() in _ENTER:
            self.entered.emit()
        elif plain and nothing and event.key() == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                self.backed.emit()
        else:
            super().keyPressEvent(event)
