"""A board on a screen, joined to its film as a pane joins it, and a hand for mouse and keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.desk import desk_for
from tests.ui.timeline.film import AtOnce, FilmOnTable
from topa_studio.ui.board.view import BoardView
from topa_studio.ui.film.menus import StripMenus
from topa_studio.ui.film.moving import Moving
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tick_boxes import press_box
from topa_studio.ui.selection import Selection
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """A board on screen, with its film."""

    def __init__(self, qtbot: QtBot, film: FilmOnTable, size: tuple[int, int] = (977, 760)) -> None:
        self.film = film
        self.keys = film.keys()
        self.selection = Selection()
        self.thumbnails = Thumbnails(film)
        self.desk = desk_for(film.session, self.selection, AtOnce())
        self.table = FilmTable(self.desk)
        self.view = BoardView(
            self.table.shots, self.thumbnails, self.table.offers, self.table.faces
        )
        qtbot.addWidget(self.view)
        self._join()
        self.view.resize(*size)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.setFocus()

    def _join(self) -> None:
        view, table = self.view, self.table
        view.editable = self.desk.editable
        view.nothing = table.nothing()
        self.menus = StripMenus(view, self.desk, table.costs)
        view.menu_requested.connect(self.menus.open)
        self.moving = Moving(self.desk, table.shots, self._arrived)
        self.selecting = Selecting(table, self.selection, lambda: None, view)
        self.selecting.follow(view)
        view.boxes.pressed.connect(partial(press_box, view, self.desk.undecided))
        view.shots_dropped.connect(self.moving.drop_shots)
        view.scene_dropped.connect(self.moving.drop_scene)
        view.shots_pushed.connect(lambda act: self.moving.push(self.selecting.keys, act))
        view.scene_chosen.connect(self.selection.select_scene)
        view.nothing_chosen.connect(self.selection.clear)
        self.selection.playhead_moved.connect(view.show_playhead)
        self.selection.changed.connect(lambda: view.choose_scene(self.selection.scene))
        table.placed.connect(view.repaint_card)

    def _arrived(self, key: str) -> None:
        row = self.table.shots.row(key)
        assert row is not None
        self.view.scrollTo(self.table.shots.index(row))

    # Where things are.

    def card(self, row: int, share: float = 0.5) -> QPoint:
        """A point on the words of a card, `share` of its width from the left."""
        rect = self.view.card_rect(row)
        return QPoint(rect.left() + round(rect.width() * share), rect.bottom() - 12)

    def head(self, scene: int) -> QPoint:
        return self.view.head_rect(scene).topLeft() + QPoint(30, 14)

    def add(self, scene: int) -> QPoint:
        return self.view.empty_card_rect(scene).center()

    def colour(self, at: QPoint) -> QColor:
        return self.view.viewport().grab().toImage().pixelColor(at)

    # The hand.

    def click(self, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifier, at)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifier: Qt.KeyboardModifier = NONE,
        *,
        drop: bool = True,
    ) -> None:
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, modifier, start)
        for step in range(1, 5):
            QTest.mouseMove(viewport, start + (end - start) * step / 4)
        if drop:
            self.release(end, modifier)

    def release(self, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, modifier, at)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, modifier)
