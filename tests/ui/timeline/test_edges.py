"""Edges of cards are dragged: seconds to be made, or the trim of a clip; keys do it for many."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.window import until
from tests.support.work import Run, Work, on
from tests.ui.timeline.desk import LEFT, Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.app.lengths import price_of_lengths
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.model.status import Stage
from topa_studio.model.take import Take
from topa_studio.model.wish import clips
from topa_studio.ui.acts import stretching
from topa_studio.ui.acts.stretching import Stretching
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect, more_rect
from topa_studio.ui.look.theme import DARK, apply_theme
from topa_studio.ui.timeline.edges import NARROWEST, EdgeDrag, edge_at, edge_x

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5]])))
    monkeypatch.setattr(
        stretching, "price_of_lengths", lambda _session, of: sum(of.values()) * 27.0
    )
    made.film.settings = made.film.document.settings  # type: ignore[attr-defined]
    acts = Stretching(made.desk, lambda _path: None)
    made.view.pointer.edges = EdgeDrag(made.view, acts)
    made.film.set_shot(
        made.keys[0], stage=Stage.MADE, takes=(Take(1, "a.mp4", seconds=5.0),),
        chosen=Take(1, "a.mp4", seconds=5.0),
    )  # fmt: skip
    yield made
    made.thumbnails.close()


def edge(desk: Desk, row: int, *, begins: bool = False) -> QPoint:
    card = desk.view.card_rect(row)
    x = card.left() + 1 if begins else card.right() - 1
    return QPoint(x, card.bottom() - 40)


def pull(desk: Desk, at: QPoint, seconds: float, *, alt: bool = False, drop: bool = True) -> None:
    viewport, held = desk.view.viewport(), ALT if alt else NONE
    end = at + QPoint(round(seconds * desk.view.metrics.per_second), 0)
    QTest.mousePress(viewport, LEFT, held, at)
    for step in range(1, 5):
        where = at + (end - at) * step / 4
        move(desk, where, held)
    if drop:
        QTest.mouseRelease(viewport, LEFT, held, end)


def move(desk: Desk, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """QTest moves the pointer with no key held."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    viewport = desk.view.viewport()
    there = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, there, QPointF(viewport.mapToGlobal(at)), LEFT, LEFT, held
    )
    QApplication.sendEvent(viewport, event)


def edges(desk: Desk) -> EdgeDrag:
    found = desk.view.pointer.edges
    assert found is not None
    return found


def told(desk: Desk) -> str:
    return edges(desk).words.replace(SPACE, " ")


def test_the_end_of_a_shot_that_is_not_made_snaps_to_whole_seconds(desk: Desk) -> None:
    before = desk.film.document.text
    pull(desk, edge(desk, 1), 1.6, drop=False)
    assert told(desk) == "8 s · 216 cr"
    card = desk.view.card_rect(1)
    assert edges(desk).edge() == card.left() + 8 * 30
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, 1))
    assert desk.film.edits == [
        ("Change length of shot 1.2", [SetField(ShotTarget(desk.keys[1]), "duration", 8)])
    ]
    assert desk.view.card_rect(1).width() == 8 * 30
    desk.film.document.undo()
    assert desk.film.document.text == before


def test_the_end_of_a_clip_is_cut_to_the_frame(desk: Desk) -> None:
    pull(desk, edge(desk, 0), -1.0, drop=False)
    assert told(desk) == "4 s · −24 frames"
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, 0))
    trim = {"in": 0.0, "out": 4.0}
    assert desk.film.edits == [
        ("Trim shot 1.1", [SetField(ShotTarget(desk.keys[0]), "trim", trim)])
    ]
    pull(desk, edge(desk, 0), 9.0)  # no further than the clip goes: all of it is used again
    assert desk.film.edits[-1][1] == [UnsetField(ShotTarget(desk.keys[0]), "trim")]


def test_the_beginning_of_a_clip_is_cut_and_its_end_stays(desk: Desk) -> None:
    pull(desk, edge(desk, 0, begins=True), 1.0, drop=False)
    card = desk.view.card_rect(0)
    assert edges(desk).edge() == card.right() + 1 - 4 * 30
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, 0))
    assert desk.film.edits[-1][1] == [
        SetField(ShotTarget(desk.keys[0]), "trim", {"in": 1.0, "out": 5.0})
    ]


def test_alt_asks_for_seconds_to_be_made_anew_with_their_price(desk: Desk) -> None:
    pull(desk, edge(desk, 0), -1.0)
    pull(desk, edge(desk, 0), 2.0, alt=True, drop=False)
    assert told(desk) == "6 s · 162 cr"
    QTest.mouseRelease(desk.view.viewport(), LEFT, ALT, edge(desk, 0))
    target = ShotTarget(desk.keys[0])
    assert desk.film.edits[-1][1] == [SetField(target, "duration", 6), UnsetField(target, "trim")]


def test_escape_gives_it_up(desk: Desk) -> None:
    pull(desk, edge(desk, 1), 2.0, drop=False)
    desk.press(Qt.Key.Key_Escape)
    assert told(desk) == ""
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, 1))
    assert desk.film.edits == []


def test_the_edge_and_its_words_are_painted_while_it_is_dragged(desk: Desk) -> None:
    pull(desk, edge(desk, 1), 2.0, drop=False)
    x = edges(desk).edge()
    card = desk.view.card_rect(1)
    line = desk.colour(QPoint(x, card.top() + 60))
    assert (line.red(), line.green()) == (DARK.accent.red(), DARK.accent.green())
    before = desk.view.viewport().grab().toImage()
    desk.press(Qt.Key.Key_Escape)
    assert desk.view.viewport().grab().toImage() != before


def test_a_click_on_an_edge_is_a_click_on_its_card(desk: Desk) -> None:
    played: list[str] = []
    desk.pane.play_requested.connect(played.append)
    desk.click(edge(desk, 1))
    assert desk.selection.shots == (desk.keys[1],)
    assert played == [desk.keys[1]]
    assert desk.film.edits == []


def test_the_pointer_shows_an_edge_and_an_unmade_shot_has_no_beginning(desk: Desk) -> None:
    def shape(at: QPoint) -> Qt.CursorShape:
        QTest.mouseMove(desk.view.viewport(), at - QPoint(0, 1))
        QTest.mouseMove(desk.view.viewport(), at)
        return desk.view.viewport().cursor().shape()

    assert shape(edge(desk, 1)) is Qt.CursorShape.SizeHorCursor
    assert shape(edge(desk, 1, begins=True)) is not Qt.CursorShape.SizeHorCursor
    assert shape(edge(desk, 0, begins=True)) is Qt.CursorShape.SizeHorCursor
    desk.view.editable = False
    assert shape(edge(desk, 2)) is not Qt.CursorShape.SizeHorCursor


def test_no_button_of_a_card_lies_at_an_edge(desk: Desk) -> None:
    card = desk.view.card_rect(0)
    picture = picture_rect(card, desk.view.look)
    for box in (
        corner_rect(picture, desk.view.look, "135"), more_rect(picture, marked=False),
    ):  # fmt: skip
        for x in range(box.left(), box.right() + 1):
            assert edge_at(card, QPoint(x, box.center().y())) is None


def test_geometry() -> None:
    card = QRect(100, 10, 150, 80)
    assert edge_at(card, QPoint(249, 50)) is False
    assert edge_at(card, QPoint(250, 50)) is None
    assert edge_at(card, QPoint(100, 50)) is True
    assert edge_at(card, QPoint(99, 50)) is None
    assert edge_at(card, QPoint(170, 50)) is None
    assert edge_at(QRect(0, 0, NARROWEST - 1, 80), QPoint(1, 1)) is None
    assert edge_x(card, 6, 30.0, 84, begins=False) == 280
    assert edge_x(card, 4, 30.0, 84, begins=True) == 130
    assert edge_x(card, 1, 30.0, 84, begins=False) == 184


def test_keys_stretch_all_that_are_chosen_as_one_step(desk: Desk) -> None:
    before = desk.film.document.text
    desk.selection.select_shots(desk.keys[:3])
    desk.desk.commands.do("longer")  # the clip of the first cannot be longer
    assert desk.film.edits[-1][1] == [
        SetField(ShotTarget(desk.keys[1]), "duration", 7),
        SetField(ShotTarget(desk.keys[2]), "duration", 5),
    ]
    desk.desk.commands.do("shorter")
    assert desk.film.edits[-1][1][0] == SetField(
        ShotTarget(desk.keys[0]), "trim", {"in": 0.0, "out": 4.958}
    )
    desk.film.document.undo()
    desk.film.document.undo()
    desk.selection.select_shots(desk.keys[:1])
    desk.desk.commands.do("longer_anew")
    assert desk.film.edits[-1][1] == [SetField(ShotTarget(desk.keys[0]), "duration", 6)]
    desk.film.document.undo()
    assert desk.film.document.text == before


def test_an_edge_stretches_all_that_are_chosen_as_one_step(desk: Desk) -> None:
    before = desk.film.document.text
    desk.selection.select_shots(desk.keys[1:4])
    pull(desk, edge(desk, 2), 2.0, drop=False)
    assert told(desk) == "3 shots · 21 s · 567 cr"
    colour = desk.colour(QPoint(edges(desk).edge(desk.keys[1]), desk.view.card_rect(1).top() + 60))
    assert (colour.red(), colour.green()) == (DARK.accent.red(), DARK.accent.green())
    QTest.mouseRelease(desk.view.viewport(), LEFT, NONE, edge(desk, 2))
    assert desk.film.edits == [
        (
            "Change length of 3 shots",
            [
                SetField(ShotTarget(desk.keys[2]), "duration", 6),
                SetField(ShotTarget(desk.keys[1]), "duration", 8),
                SetField(ShotTarget(desk.keys[3]), "duration", 7),
            ],
        )
    ]
    desk.film.document.undo()
    assert desk.film.document.text == before
    assert desk.selection.shots == tuple(desk.keys[1:4])


def test_an_edge_of_a_clip_that_is_one_of_several_cuts_it_and_asks_for_seconds_of_the_others(
    desk: Desk,
) -> None:
    desk.selection.select_shots(desk.keys[:2])
    pull(desk, edge(desk, 0), -1.0, drop=False)
    assert told(desk) == "2 shots · 9 s · −24 frames · 135 cr"
    desk.press(Qt.Key.Key_Escape)
    assert desk.film.edits == []
    pull(desk, edge(desk, 0), 1.0, alt=True, drop=False)
    assert told(desk) == "2 shots · 13 s · 351 cr"
    QTest.mouseRelease(desk.view.viewport(), LEFT, ALT, edge(desk, 0))
    assert [edit.value for edit in desk.film.edits[0][1]] == [6, 7]  # type: ignore[union-attr]
    # A beginning is only of what has a clip.
    desk.film.document.undo()
    pull(desk, edge(desk, 0, begins=True), 1.0)
    assert [label for label, _ in desk.film.edits[1:]] == ["Trim shot 1.1"]


def test_an_edge_of_a_shot_that_is_not_chosen_stretches_it_alone(desk: Desk) -> None:
    desk.selection.select_shots(desk.keys[2:4])
    pull(desk, edge(desk, 1), 1.0)
    assert [label for label, _ in desk.film.edits] == ["Change length of shot 1.2"]


def test_keys_that_ask_for_seconds_anew_tell_one_price_for_all(desk: Desk) -> None:
    said: list[str] = []
    desk.desk.tell_undoable = said.append  # type: ignore[method-assign]
    desk.selection.select_shots(desk.keys[1:4])
    desk.desk.commands.do("longer_anew")
    assert [words.replace(SPACE, " ") for words in said] == ["3 shots · 18 s · 486 cr"]
    assert len(desk.film.edits) == 1


def test_the_price_at_the_edge_is_that_of_the_button(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session, selection = work.window.session, work.window.selection
        assert price_of_lengths(session, {"1__1": 3}) == session.quote(clips("1__1")).credits
        told = price_of_lengths(session, {"1__1": 4})
        selection.select_shot("1__1")
        work.press(Qt.Key.Key_BracketRight)
        await until(lambda: session.film.shot("1__1").duration == 4)
        assert session.quote(clips("1__1")).credits == told
        line = work.window.inspector.shot.title
        line.setFocus()
        QTest.keyClicks(line, "]")  # in a field it is a letter
        work.window.inspector.flush()
        await work.window.desk.settled()
        assert session.film.shot("1__1").title == "]Shot 1"
        assert session.film.shot("1__1").duration == 4
        selection.select_shots(["1__1", "1__2"])
        work.press(Qt.Key.Key_BracketLeft, ALT)
        await until(lambda: session.film.shot("1__1").duration == 3)
        assert session.film.shot("1__2").duration == 3  # the shortest there is

    qrun(on(qapp, tmp_path, None, main))
