"""The quiet row under the cards that teaches the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.ui.look.theme import scaled, theme_signals, tokens, ui_font


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys as they stand on the keyboard, and what they do."""

    keys: tuple[str, ...]
    words: str


class HintsRow(QWidget):
    """Keys drawn as caps; those that do not fit are left out."""

    def __init__(self, hints: Sequence[Hint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hints = tuple(hints)
        self.set_hints(hints)
        theme_signals().changed.connect(self.updateGeometry)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these instead."""
        self._hints = tuple(hint for hint in hints if hint.keys)
        spoken = (f"{' '.join(hint.keys)}: {hint.words}" for hint in self._hints)
        self.setAccessibleName(self.tr("Keys"))
        self.setAccessibleDescription("; ".join(spoken))
        self.update()

    def sizeHint(self) -> QSize:
        """One line of caps."""
        return QSize(200, scaled(30))

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(0, scaled(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 14.0
            for hint in self._hints:
                width = self._paint(painter, left, hint, dry=True)
                if left + width > self.width() - 8:
                    return
                self._paint(painter, left, hint, dry=False)
                left += width + scaled(18)

    def _paint(self, painter: QPainter, left: float, hint: Hint, *, dry: bool) -> float:
        colours, start = tokens(), left
        cap_font, font = ui_font(11), ui_font(12)
        cap_metrics, metrics = QFontMetrics(cap_font), QFontMetrics(font)
        height = cap_metrics.height() + 4
        top = (self.height() - height) / 2
        for key in hint.keys:
            width = max(height, cap_metrics.horizontalAdvance(key) + 12)
            if not dry:
                cap = QRectF(left + 0.5, top + 0.5, width - 1, height - 1)
                painter.setBrush(colours.raised)
                painter.setPen(QPen(colours.line, 1))
                painter.drawRoundedRect(cap, 4, 4)
                painter.setFont(cap_font)
                painter.setPen(colours.dim)
                painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            left += width + 4
        if not dry:
            words = QRectF(left + 2, 0, metrics.horizontalAdvance(hint.words) + 4, self.height())
            painter.setFont(font)
            painter.setPen(colours.dim)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, hint.words)
        return left + 2 + metrics.horizontalAdvance(hint.words) - start
