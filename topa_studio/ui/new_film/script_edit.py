"""The script as text: at the left of its lines the numbers of shots and the colours of scenes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from topa_studio.film.scripts.breakdown import Breakdown
from topa_studio.ui.look.theme import mix, scaled, tokens, ui_font

_BAR = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a line: the scene it belongs to, and the shot that begins there."""

    scene: int
    name: str = ""
    is_heading: bool = False


def beside(film: Breakdown | None) -> Mapping[int, Beside]:
    """What stands beside each line of the script, from 1."""
    found: dict[int, Beside] = {}
    for number, scene in enumerate(film.scenes if film is not None else ()):
        if scene.heading:
            found[scene.first] = Beside(number, is_heading=True)
        for place, shot in enumerate(scene.shots, 1):
            first, last = shot.source or (1, 0)
            for line in range(first, last + 1):
                if line not in found:
                    name = f"{number + 1}.{place}" if line == first else ""
                    found[line] = Beside(number, name)
    return found


class ScriptEdit(QPlainTextEdit):
    """A field of plain text.

    Signals:
        line_entered: the line, from 1, in which the cursor is now.
    """

    line_entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._beside: Mapping[int, Beside] = {}
        self._margin = _Margin(self)
        self.setAccessibleName(self.tr("The script"))
        self.setPlaceholderText(
            self.tr("Paste your script here") + "\n\n"
            "INT. LIGHTHOUSE - NIGHT\n\nRain runs down the window. MILA climbs the stairs.\n\n"
            "MILA\nWake up, Pepper."
        )
        self.setTabChangesFocus(True)
        self.cursorPositionChanged.connect(self._entered)
        self.updateRequest.connect(self._scrolled)
        self._make_room()

    def show_beside(self, film: Breakdown | None) -> None:
        """Show what the lines become."""
        self._beside = beside(film)
        self._margin.update()

    def mark_lines(self, first: int, last: int, *, seek: bool) -> None:
        """Light the lines of a shot; with `seek` bring them into sight."""
        document = self.document()
        start, end = document.findBlockByNumber(first - 1), document.findBlockByNumber(last - 1)
        if not start.isValid() or not end.isValid():
            self.setExtraSelections([])
            return
        lit = QTextEdit.ExtraSelection()
        cursor = QTextCursor(start)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        lit.cursor = cursor
        wash = QColor(mix(tokens().panel, tokens().run, 0.16))
        lit.format.setBackground(wash)
        self.setExtraSelections([lit])
        if seek:
            there = self.textCursor()
            there.setPosition(start.position())
            was = self.blockSignals(True)
            self.setTextCursor(there)
            self.blockSignals(was)
            self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words: a file that is dropped is opened by the page."""
        if source.hasText() and not source.hasUrls():
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt belongs to the page."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    # The margin.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin is as high as the field."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wide = QFontMetrics(ui_font(11)).horizontalAdvance("88.88") + scaled(14)
        self.setViewportMargins(wide, scaled(6), scaled(6), scaled(6))
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._margin.scroll(0, by)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height() + scaled(8))

    def _entered(self) -> None:
        self.line_entered.emit(self.textCursor().blockNumber() + 1)

    def paint_margin(self, painter: QPainter, wide: int) -> None:
        """Numbers and colours of the lines that are in sight."""
        now, offset = tokens(), self.contentOffset()
        painter.setFont(ui_font(11))
        block = self.firstVisibleBlock()
        top_edge = self.viewport().y() - self._margin.y()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            top = box.top() + top_edge
            if top > self._margin.height():
                break
            found = self._beside.get(block.blockNumber() + 1)
            if found is not None and block.isVisible():
                thick = scaled(_BAR * (2 if found.is_heading else 1))
                bar = QRectF(wide - scaled(8), top + 1, thick, box.height() - 2)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(now.elements[found.scene % len(now.elements)])
                painter.drawRoundedRect(bar, 1.5, 1.5)
                painter.setPen(now.dim)
                where = QRectF(0, top, wide - scaled(12), painter.fontMetrics().height())
                painter.drawText(where, Qt.AlignmentFlag.AlignRight, found.name)
            block = block.next()


class _Margin(QWidget):
    def __init__(self, edit: ScriptEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        return QSize(scaled(48), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._edit.paint_margin(QPainter(self), self.width())
