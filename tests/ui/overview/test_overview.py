"""The overview under a view: what is in sight is framed, and the frame leads the view."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.support.desk import desk_for
from tests.ui.timeline.film import AtOnce, FilmOnTable, scenario_text
from topa_studio.document.edits import DeleteShot
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.ui.film.kinds import BOARD, TIMELINE
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.overview.marks import Mark
from topa_studio.ui.overview.strip import Overview
from topa_studio.ui.selection import Selection
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.views.film_pane import FilmPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Table:
    """A film of twelve scenes in a view with its overview."""

    def __init__(self, qtbot: QtBot, folder: Path, scenes: int = 12) -> None:
        self.qtbot = qtbot
        self.film = FilmOnTable(folder, scenario_text([[5, 6, 4]] * scenes))
        self.keys = self.film.keys()
        self.selection = Selection()
        desk = desk_for(self.film.session, self.selection, AtOnce())
        self.pane = FilmPane(desk, Thumbnails(self.film))
        qtbot.addWidget(self.pane)
        self.pane.resize(1000, 500)
        self.pane.show()
        qtbot.waitExposed(self.pane)
        self.pane.views.show(BOARD)
        self.view = self.pane.views.widget
        self.overview: Overview = self.pane.overview
        qtbot.waitUntil(lambda: not self.overview.frame_rect().isEmpty())

    def in_sight(self) -> list[str]:
        """Keys of the shots of which something is seen."""
        seen, shots = self.view.viewport().rect(), self.pane.table.shots
        rects = (self.view.visualRect(shots.index(row)) for row in range(shots.rowCount()))
        return [shots.shot(row).key for row, rect in enumerate(rects) if seen.intersects(rect)]

    def at(self, key: str) -> QPoint:
        return self.overview.cell_rect(key).center().toPoint()

    def colour(self, at: QPointF) -> QColor:
        return self.overview.grab().toImage().pixelColor(at.toPoint())

    def mark(self, key: str) -> QColor:
        """The colour of the line under a shot."""
        rect = self.overview.cell_rect(key)
        return self.colour(QPointF(rect.left() + 4, rect.bottom() - 1.5))


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Table:
    return Table(qtbot, tmp_path)


def test_the_frame_is_around_what_is_in_sight_and_follows_the_view(table: Table) -> None:
    frame, seen = table.overview.frame_rect(), table.in_sight()
    assert seen[0] == table.keys[0]
    for key in table.keys:
        assert frame.contains(table.overview.cell_rect(key).center()) is (key in seen), key
    table.view.scrollTo(table.pane.table.shots.index(30))
    frame, seen = table.overview.frame_rect(), table.in_sight()
    assert table.keys[30] in seen
    for key in seen:
        assert frame.contains(table.overview.cell_rect(key).center())
    assert not frame.contains(table.overview.cell_rect(table.keys[0]).center())


def test_a_click_brings_that_part_of_the_film_and_chooses_nothing(table: Table) -> None:
    table.selection.select_shot(table.keys[1])
    QTest.mouseClick(table.overview, LEFT, NONE, table.at(table.keys[20]))
    assert table.keys[20] in table.in_sight()
    assert table.selection.shots == (table.keys[1],)
    assert table.selection.playhead == 0


def test_the_frame_is_dragged_and_the_view_goes_along(table: Table) -> None:
    start = table.overview.frame_rect().center().toPoint()
    overview = table.overview
    before = table.in_sight()
    QTest.mousePress(overview, LEFT, NONE, start)
    QTest.mouseMove(overview, start + QPoint(2, 0))
    assert table.in_sight() == before
    end = table.at(table.keys[24])
    for step in range(1, 5):
        QTest.mouseMove(overview, start + (end - start) * step / 4)
    QTest.mouseRelease(overview, LEFT, NONE, end)
    assert table.keys[24] in table.in_sight()
    assert abs(overview.frame_rect().center().x() - end.x()) < 40
    # Nothing is held any more.
    after = table.in_sight()
    QTest.mouseMove(overview, start)
    assert table.in_sight() == after


def test_a_state_is_a_line_in_its_colour_and_only_that_cell_is_painted_anew(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, other = table.keys[4], table.keys[5]
    plain = table.mark(other)
    assert table.mark(key) == plain
    painted: list[str] = []
    line = table.overview._line
    paint = line._paint

    def watched(cells: object) -> None:
        cells = list(cells)
        painted.extend(line.bar.keys[cell.first] for cell in cells)
        paint(cells)

    monkeypatch.setattr(line, "_paint", watched)
    table.film.shots[key] = ShotStatus(key, Stage.FAILED)
    table.film.shots_changed.emit(frozenset({key}))
    table.qtbot.waitUntil(lambda: table.mark(key) == tokens().bad)
    assert table.mark(other) == plain
    assert set(painted) == {key}


def test_a_filter_leaves_hits_bright_and_a_click_beside_them_goes_to_the_nearest(
    table: Table,
) -> None:
    hits = table.keys[9], table.keys[27]
    for key in hits:
        table.film.shots[key] = ShotStatus(key, Stage.FAILED)
    table.film.shots_changed.emit(frozenset(hits))
    overview = table.overview

    def ground(key: str) -> QColor:
        return table.colour(overview.cell_rect(key).center())

    table.qtbot.waitUntil(lambda: table.mark(hits[0]) == tokens().bad)
    whole = ground(table.keys[20])
    table.pane.filters.show([Filter.FAILED])
    table.qtbot.waitUntil(lambda: ground(table.keys[20]) != whole)
    assert ground(hits[1]) == whole
    wanted: list[str] = []
    overview.wanted.connect(wanted.append)
    QTest.mouseClick(overview, LEFT, NONE, table.at(table.keys[34]))
    assert wanted == [hits[1]]
    table.pane.filters.show_all()
    table.qtbot.waitUntil(lambda: ground(table.keys[20]) == whole)


def test_the_playhead_goes_by_seconds_over_gaps(table: Table) -> None:
    overview = table.overview
    table.selection.move_playhead(15.0)  # the first frame of the second scene
    x = overview.cell_rect(table.keys[3]).left()
    rect = overview.cell_rect(table.keys[3])
    column = [table.colour(QPointF(x, y)) for y in range(int(rect.top()), int(rect.bottom()) - 4)]
    assert tokens().text in column


def test_a_hidden_overview_does_nothing_and_is_right_when_it_is_shown(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []
    table.pane.views.show(TIMELINE)
    assert not table.overview.isVisible()
    line = table.overview._line
    monkeypatch.setattr(line, "look_again", done.append)
    monkeypatch.setattr(line, "lay_out", lambda *place: done.append(place))
    table.film.shots[table.keys[4]] = ShotStatus(table.keys[4], Stage.FAILED)
    table.film.shots_changed.emit(frozenset({table.keys[4]}))
    table.qtbot.waitUntil(lambda: not table.overview._again._timer.isActive())
    assert done == []
    monkeypatch.undo()
    table.pane.views.show(BOARD)
    table.qtbot.waitUntil(lambda: table.mark(table.keys[4]) == tokens().bad)


def test_a_film_without_shots_has_an_empty_overview(qtbot: QtBot, tmp_path: Path) -> None:
    film = FilmOnTable(tmp_path, scenario_text([[]]))
    pane = FilmPane(desk_for(film.session, Selection(), AtOnce()), Thumbnails(film))
    qtbot.addWidget(pane)
    pane.resize(900, 400)
    pane.show()
    pane.views.show(BOARD)
    QTest.mouseClick(pane.overview, LEFT, NONE, QPoint(300, 30))
    assert pane.overview.frame_rect().isEmpty()
    assert not pane.overview.grab().isNull()


def test_a_shot_that_says_nothing_yet_is_not_shown_as_made(qtbot: QtBot, tmp_path: Path) -> None:
    table = Table(qtbot, tmp_path, 2)
    tally = table.pane.table.tally
    table.film.shots[table.keys[1]] = ShotStatus(table.keys[1], Stage.EMPTY)
    tally.update(table.keys)
    marks, _hits = table.overview._line._states()
    assert tally.empty == {table.keys[1]}
    assert [Mark(mark) for mark in marks][:3] == [Mark.NOT_MADE] * 3
    tally.take_out(table.keys[1:2])
    assert not tally.empty


def test_the_last_shot_goes_while_all_are_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    table = Table(qtbot, tmp_path, scenes=1)
    last = table.overview.frame_rect().right()
    asyncio.run(table.film.edit("Delete", [DeleteShot(table.keys[-1])]))
    qtbot.waitUntil(lambda: len(table.overview.bar.keys) == 2)
    assert not table.overview.grab().isNull()
    frame = table.overview.frame_rect()
    assert abs(frame.right() - last) < 2
    assert frame.contains(table.overview.cell_rect(table.keys[1]).center())
