"""Where the impact card lies: above a form, or over the timeline, low on the stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QBoxLayout, QWidget

from topa_studio.ui.impact.card import ImpactCard
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.parts import Around

_WIDE, _EDGE, _LOW, _FORM = 820, 12, 260, 190


def above(pane: QWidget) -> Callable[[ImpactCard], bool]:
    """Puts a card first in the column of a pane; False where that has no room for it."""

    def put(card: ImpactCard) -> bool:
        column = pane.layout()
        needed = card.height_at(pane.width() - 2 * _EDGE) + scaled(_FORM)
        if not isinstance(column, QBoxLayout) or not pane.isVisible() or needed > pane.height():
            return False
        if not pane.isAncestorOf(card):
            column.insertWidget(0, Around(card))
        return True

    return put


class OverTimeline(QObject):
    """Keeps a card over the lower edge of whichever of `parts` lies in `stage`, as that is."""

    def __init__(self, stage: QWidget, parts: tuple[QWidget, ...]) -> None:
        super().__init__(stage)
        self._stage, self._parts = stage, parts
        self._card: ImpactCard | None = None
        for part in parts:
            part.installEventFilter(self)

    def put(self, card: ImpactCard) -> None:
        """The card lies here from now on."""
        if self._card is not card:
            card.installEventFilter(self)
        self._card = card
        if card.parentWidget() is not self._stage:
            card.setParent(self._stage)
        self._place()
        card.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The stage has another size, or the card says something else."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        card, stage = self._card, self._stage
        if card is None or card.parentWidget() is not stage:
            return
        lying = (part.geometry() for part in self._parts if part.parentWidget() is stage)
        room = next(lying, stage.rect())
        width = max(1, min(scaled(_WIDE), room.width() - 2 * _EDGE))
        card.set_low(low=stage.height() < scaled(_LOW))
        height = card.height_at(width)
        left = room.center().x() - width // 2
        rect = QRect(left, max(0, stage.height() - height - _EDGE), width, height)
        if card.geometry() != rect:
            card.setGeometry(rect)
