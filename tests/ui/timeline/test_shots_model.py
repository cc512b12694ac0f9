from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import Edit, MoveScene, MoveShot, SetField, ShotTarget
from topa_studio.model.change import Cause, Change
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.take import Take
from topa_studio.ui.film.model import ShotsModel


class Watched:
    """A model that follows its film, with what it told."""

    def __init__(self, film: FilmOnTable) -> None:
        self.film = film
        self.model = ShotsModel(film.document.scenario, film.shot)
        self.told: list[tuple[object, ...]] = []
        model = self.model
        model.modelReset.connect(lambda: self.told.append(("reset",)))
        model.layoutChanged.connect(lambda *_: self.told.append(("layout",)))
        model.rowsMoved.connect(lambda _p, a, b, _q, to: self.told.append(("moved", a, b, to)))
        model.rowsInserted.connect(lambda _p, a, b: self.told.append(("inserted", a, b)))
        model.rowsRemoved.connect(lambda _p, a, b: self.told.append(("removed", a, b)))
        model.dataChanged.connect(lambda a, b, _r: self.told.append(("data", a.row(), b.row())))
        film.document.changed.connect(self.follow)

    def follow(self, change: DocumentChange) -> None:
        self.model.film_changed(change.after)

    def edit(self, *edits: Edit) -> None:
        self.told.clear()
        self.film.document.apply("An edit", edits)

    def titles(self) -> list[str]:
        return [str(self.model.index(row).data()) for row in range(self.model.rowCount())]

    def numbers(self) -> list[str]:
        return [self.model.number(row) for row in range(self.model.rowCount())]


@pytest.fixture
def watched(tmp_path: Path, qtmodeltester: ModelTester) -> Watched:
    found = Watched(FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], []])))
    qtmodeltester.check(found.model)
    return found


def test_rows_are_the_films_shots_numbered_by_place(watched: Watched) -> None:
    assert watched.titles() == ["Shot 1.1", "Shot 1.2", "Shot 1.3", "Shot 2.1", "Shot 2.2"]
    assert watched.numbers() == ["1.1", "1.2", "1.3", "2.1", "2.2"]


def test_a_moved_shot_is_told_as_one_move_and_a_selection_follows_it(watched: Watched) -> None:
    key = watched.film.keys()[0]
    held = QPersistentModelIndex(watched.model.index(0))
    watched.edit(MoveShot(key, "s2", 1))
    assert [note for note in watched.told if note[0] == "moved"] == [("moved", 1, 3, 0)]
    assert not {"reset", "inserted", "removed", "layout"} & {note[0] for note in watched.told}
    assert held.row() == 3
    assert watched.titles() == ["Shot 1.2", "Shot 1.3", "Shot 2.1", "Shot 1.1", "Shot 2.2"]
    assert watched.numbers() == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert watched.model.row(key) == 3


def test_a_move_over_a_scene_border_that_keeps_the_order_still_tells_the_frames(
    watched: Watched, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watched.model.scenes_changed):
        watched.edit(MoveShot(watched.film.keys()[2], "s2", 0))
    assert watched.numbers() == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert ("data", 0, 4) in watched.told


def test_a_moved_scene_is_told_as_one_move(watched: Watched) -> None:
    watched.edit(MoveScene("s2", 0))
    assert [note for note in watched.told if note[0] == "moved"] == [("moved", 3, 4, 0)]
    assert watched.titles()[:2] == ["Shot 2.1", "Shot 2.2"]


def test_an_edit_of_a_title_is_told_for_its_row_only(watched: Watched) -> None:
    key = watched.film.keys()[1]
    watched.edit(SetField(ShotTarget(key), "title", "Another title"))
    assert watched.told == [("data", 1, 1)]
    assert watched.titles()[1] == "Another title"


def test_undo_puts_all_back_without_a_reset(watched: Watched) -> None:
    before = watched.titles()
    keys = watched.film.keys()
    watched.edit(MoveShot(keys[4], "s1", 0), MoveShot(keys[0], "s3", 0))
    watched.told.clear()
    watched.film.document.undo()
    assert watched.titles() == before
    assert ("reset",) not in watched.told


def test_shots_that_come_and_go_are_told_as_rows(watched: Watched, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = FilmOnTable(tmp_path / "other", scenario_text([[5, 6], [5, 5, 5], []]))
    watched.told.clear()
    watched.model.film_changed(other.document.scenario)
    assert {note[0] for note in watched.told} == {"removed", "inserted", "data"}
    assert watched.titles() == ["Shot 1.1", "Shot 1.2", "Shot 2.1", "Shot 2.2", "Shot 2.3"]


def test_progress_is_told_for_the_rows_it_concerns(watched: Watched) -> None:
    keys = watched.film.keys()
    watched.told.clear()
    watched.model.status_changed({keys[0], keys[1], keys[4], "gone"})
    assert watched.told == [("data", 0, 1), ("data", 4, 4)]


def test_a_screen_reader_hears_place_title_length_and_state(watched: Watched) -> None:
    film, key = watched.film, watched.film.keys()[3]
    chosen = Take(2, "b.mp4")
    film.set_shot(
        key,
        stage=Stage.MADE,
        takes=(Take(1, "a.mp4"), chosen),
        chosen=chosen,
        out_of_date=True,
        changed=(Cause(Change.LENGTH),),
    )
    role = Qt.ItemDataRole.AccessibleTextRole
    assert watched.model.index(3).data(role) == (
        "Scene 2, shot 1, Shot 2.1, 5 seconds, take 2 of 2 chosen, out of date: the length changed"
    )
    assert watched.model.index(0).data(role) == (
        "Scene 1, shot 1, Shot 1.1, 5 seconds, not made yet"
    )


def test_a_failure_is_in_the_tooltip_with_its_reason(watched: Watched) -> None:
    key = watched.film.keys()[0]
    watched.film.set_shot(key, stage=Stage.FAILED, trouble=Trouble("made-up.code", {"why": "rain"}))
    tip = str(watched.model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "Failed" in tip
    assert "rain" in tip
