"""A shot list on a screen, with its film, and a hand that clicks and presses keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.desk import desk_for
from tests.ui.timeline.film import AtOnce, FilmOnTable
from topa_studio.base.signal import Signal
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.scenario import Scene, Settings
from topa_studio.model.status import Money
from topa_studio.ui.film.moving import Moving
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tick_boxes import press_box
from topa_studio.ui.selection import Selection
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.lines import AtScene
from topa_studio.ui.shot_list.view import ShotListView
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier

TEXT = """\
title: A film
elements:
  characters:
    - {name: Topa, description: "A bear"}
    - {name: Pusha, description: "A bunny"}
  backgrounds:
    - {name: Hill, description: "A hill"}
scenes:
  - id: s1
    title: Morning
    shots:
      - id: "1.1"
        title: Sunrise
        prompt: "Wide shot. The sun over @Hill."
        duration: 5
        elements_needed: [Hill]
      - id: "1.2"
        title: Topa wakes
        prompt: "@Topa sleeps."
        duration: 6
        elements_needed: [Topa, Hill]
      - {id: "1.3", title: Pusha waves, prompt: "@Pusha waves.", duration: 4, notes: "Slowly."}
  - id: s2
    title: The box
    shots:
      - {id: "2.1", title: A box, prompt: "A box on the doorstep.", duration: 5}
      - {id: "2.2", title: "Open it", prompt: "", duration: 5}
"""


class ListFilm(FilmOnTable):
    """The same with what the shot list asks besides."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        super().__init__(folder, text)
        self.settings = self.document.settings
        self.is_counted = True
        self.money_changed: Signal[Money] = Signal()
        self.standing = SimpleNamespace(
            count=lambda stage: sum(self.shot(key).stage is stage for key in self.keys())
        )

    def inherited(self, scene: Scene | None = None) -> Settings:
        return Catalogue.bundled().whole(self.document.inherited(scene))

    def money(self) -> Money:
        return Money(0.0, 2738.0, None)


class Listed:
    """A shot list on screen, joined as the film's pane joins a view."""

    def __init__(self, qtbot: QtBot, film: ListFilm) -> None:
        self.film = film
        self.keys = film.keys()
        self.selection = Selection()
        self.thumbnails = Thumbnails(film)
        self.desk = desk_for(film.session, self.selection, AtOnce())
        self.window = QWidget()
        self.table = FilmTable(self.desk, self.window)
        self.view = ShotListView(self.table, self.desk, self.thumbnails, self.window)
        self.selecting = Selecting(self.table, self.selection, lambda: None, self.view)
        self.selecting.follow(self.view)
        self.moving = Moving(self.desk, self.table.shots, lambda _key: None)
        self.view.shots_pushed.connect(lambda act: self.moving.push(self.selecting.keys, act))
        self.view.shots_dropped.connect(self.moving.drop_shots)
        self.view.scene_dropped.connect(self.moving.drop_scene)
        self.view.boxes.pressed.connect(partial(press_box, self.view, self.desk.undecided))
        self.view.scene_chosen.connect(self.selection.select_scene)
        self.selection.changed.connect(lambda: self.view.choose_scene(self.selection.scene))
        self.selection.playhead_moved.connect(self.view.show_playhead)
        self.window.resize(1230, 620)
        self.view.setGeometry(0, 0, 1230, 620)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.view.setFocus()

    def at(self, row: int, column: Column) -> QPoint:
        """The middle of a cell."""
        return self.view.cell_rect(row, column).center()

    def scene(self, scene: int) -> QPoint:
        """A point on the words of a scene's row."""
        return self.view.line_rect(AtScene(scene)).topLeft() + QPoint(60, 12)

    def click(self, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, modifier, at)

    def twice(self, at: QPoint) -> None:
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Where the keyboard is."""
        QTest.keyClick(self.view.focusWidget() or self.view, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.view.focusWidget() or self.view, words)

    @property
    def chosen(self) -> list[int]:
        """Rows of the chosen shots."""
        return [self.keys.index(key) for key in self.view.selected_keys()]

    @property
    def here(self) -> tuple[int, Column]:
        """The row and column that have the keyboard."""
        return self.view.currentIndex().row(), self.view.column
