"""A timeline on a screen, with its film, and a hand that clicks, drags and presses keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.desk import desk_for
from tests.ui.timeline.film import AtOnce, FilmOnTable
from topa_studio.ui.selection import Selection
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.views.film_pane import FilmPane

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A timeline on screen, with its film."""

    def __init__(self, qtbot: QtBot, film: FilmOnTable) -> None:
        self.film = film
        self.keys = film.keys()
        self.selection = Selection()
        self.thumbnails = Thumbnails(film)
        self.desk = desk_for(film.session, self.selection, AtOnce())
        self.pane = FilmPane(self.desk, self.thumbnails)
        qtbot.addWidget(self.pane)
        self.view = self.pane.view
        self.pane.resize(1600, 330)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.view.setFocus()

    def card(self, row: int, share: float = 0.5) -> QPoint:
        """A point on the words of a card, `share` of its width from the left."""
        rect = self.view.card_rect(row)
        return QPoint(rect.left() + round(rect.width() * share), rect.bottom() - 12)

    def click(self, at: QPoint, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifier or Qt.KeyboardModifier.NoModifier, at)

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 5):
            QTest.mouseMove(viewport, start + (end - start) * step / 4)
        if drop:
            QTest.mouseRelease(viewport, LEFT, Qt.KeyboardModifier.NoModifier, end)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.view, key, modifier or Qt.KeyboardModifier.NoModifier)

    def colour(self, at: QPoint) -> QColor:
        return self.view.viewport().grab().toImage().pixelColor(at)
