"""Which cards are painted anew when others are chosen."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QRect
from PySide6.QtGui import QRegion

from topa_studio.ui.film.bare_list import BareList
from topa_studio.ui.film.card_view import CardView

_AROUND = 2


class ChosenCards:
    """Works for one view: cards look as chosen alone or among several."""

    def __init__(self, view: CardView) -> None:
        self._view = view
        self._several = False

    def changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt paints those that are chosen now or not any more; all, where they become several."""
        BareList.selectionChanged(self._view, selected, deselected)
        several = self._view.has_several()
        was_several, self._several = self._several, several
        if several != was_several:
            self._view.viewport().update()


def differing(before: QRect, now: QRect) -> QRegion:
    """Where one of two frames with a wash in them is painted otherwise than the other."""
    differs = QRegion(before).xored(QRegion(now))
    for dx, dy in ((1, 0), (0, 1)):
        whole = differs
        for far in range(1, _AROUND + 1):
            whole += differs.translated(far * dx, far * dy)
            whole += differs.translated(-far * dx, -far * dy)
        differs = whole
    return differs
