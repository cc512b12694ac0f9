"""Tooltips of cards: under them, or over them, never on the one that is meant."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip

from topa_studio.ui.film.card_view import CardView

# Qt shows a tooltip below the pointer's picture, which is at most so high, and puts a border around
# its words; where it has no room there, it would turn it up over the card.
_TIP_OFF, _TIP_AROUND = 36, 14


def show_tip(view: CardView, event: QHelpEvent, *, dragging: bool) -> None:
    """Tell about what is under the pointer, unless something is dragged."""
    index = view.indexAt(event.pos())
    words = view.shots.data(index, Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
    if view.touch.offer is not None:
        words = QCoreApplication.translate(
            "Pointer", "Generate the shots of this scene that are missing"
        )
    elif view.touch.seam is not None:
        words = QCoreApplication.translate("Pointer", "The seam between these two shots")
    at = event.globalPos()
    if index.isValid() and isinstance(words, str):
        at = _tip_at(view, view.card_rect(index.row()), words)
    if isinstance(words, str) and not dragging:
        QToolTip.showText(at, words, view.viewport())
    else:
        QToolTip.hideText()


def _tip_at(view: CardView, card: QRect, words: str) -> QPoint:
    """Under the card, else over what `tips_from` says."""
    height = QFontMetrics(QToolTip.font()).size(0, words).height() + _TIP_AROUND
    below = view.viewport().mapToGlobal(card.bottomLeft())
    if below.y() + height + _TIP_OFF <= view.screen().availableGeometry().bottom():
        return below
    top = view.viewport().mapToGlobal(QPoint(card.left(), view.tips_from(card)))
    return top - QPoint(0, height + _TIP_OFF)
