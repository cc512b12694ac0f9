"""Zoom of the timeline: about the pointer, from seconds-wide cards to the whole film, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.model.status import Stage
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect
from topa_studio.ui.look.motion import LESS, use_motion
from topa_studio.ui.look.theme import DARK, apply_theme
from topa_studio.ui.timeline.far import runs_between
from topa_studio.ui.timeline.layout import Metrics, Strip, block_of
from topa_studio.ui.timeline.zooming import CLOSEST, FARTHEST, fitting

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
films = st.lists(st.lists(st.integers(3, 15), max_size=6), min_size=1, max_size=8)
zooms = st.floats(FARTHEST, CLOSEST)


def strip_of(film: list[list[int]], zoom: float) -> Strip:
    metrics = Metrics(per_second=zoom)
    return Strip([block_of(shots, metrics) for shots in film], metrics)


@given(films, zooms, zooms, st.integers(-20, 8000))
def test_a_place_on_the_strip_is_found_again_at_any_zoom(
    film: list[list[int]], zoom: float, other: float, x: int
) -> None:
    strip, again = strip_of(film, zoom), strip_of(film, other)
    anchor = strip.anchor_at(x)
    if anchor is None:
        assert not strip.rows
        return
    assert strip.x_at(anchor) == x
    if strip.row_at(x) is not None:
        card = again.card(strip.row_at(x) or 0)
        assert card.left <= again.x_at(anchor) <= card.right


@given(films, st.integers(400, 3000))
def test_the_fitted_film_is_as_near_as_it_can_be(film: list[list[int]], width: int) -> None:
    metrics = Metrics()
    zoom = fitting(film, metrics, width)
    fits = strip_of(film, zoom).width <= width
    assert fits
    if FARTHEST <= zoom < CLOSEST * 0.99:
        # Cards are rounded to pixels, so a little nearer may be as wide.
        assert strip_of(film, zoom * 1.05 + 0.3).width > width - 40


far_films = st.lists(st.lists(st.integers(3, 15), max_size=12), min_size=1, max_size=60)


@given(far_films, st.floats(0.005, 0.99), st.integers(-20, 1500))
def test_from_far_away_every_pixel_of_the_film_has_a_shot_that_is_near(
    film: list[list[int]], zoom: float, x: int
) -> None:
    strip = strip_of(film, zoom)
    row = strip.row_at(x)
    if row is not None:
        card = strip.card(row)
        scene = strip.scene(strip.scene_of(row))
        assert card.left <= x + 1 or row == strip.rows_of(strip.scene_of(row))[0]
        assert scene.left <= x + 1
    seen = [
        at for at in range(strip.rows)
        if strip.card(at).left <= x + 9 and strip.card(at).right >= x
    ]  # fmt: skip
    assert set(strip.rows_between(x, x + 9)) <= set(seen) | {row}


@given(far_films, st.floats(0.005, 0.99))
def test_from_far_away_every_shot_is_painted_and_a_part_as_in_the_whole(
    film: list[list[int]], zoom: float
) -> None:
    strip = strip_of(film, zoom)
    whole = list(runs_between(strip, 0, strip.width + 3))
    painted = {row for run in whole for row in run.rows}
    if strip.rows:
        assert len(painted) >= strip.rows - strip.scenes
        assert all(run.left < run.right for run in whole)
    middle = strip.width // 2
    part = list(runs_between(strip, middle, middle + 30))
    assert all(run in whole for run in part[1:-1])


def turn(desk: Desk, at: QPoint, turns: float) -> None:
    viewport = desk.view.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, round(120 * turns)),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4, 8, 3]] * 5)))
    yield made
    made.thumbnails.close()


def seen_at(desk: Desk, x: int) -> tuple[int | None, float]:
    """The card at a pixel, and which part of it that is."""
    strip, there = desk.view.strip(), x + desk.view.horizontalOffset()
    anchor = strip.anchor_at(there)
    assert anchor is not None
    return strip.row_at(there), anchor.share


@pytest.mark.parametrize("motion", [LESS, ""])
def test_the_wheel_keeps_the_moment_under_the_pointer_where_it_is(
    desk: Desk, qtbot: QtBot, motion: str
) -> None:
    view = desk.view
    use_motion(motion)
    try:
        at = QPoint(view.card_rect(4).center().x(), 90)
        before, zoom = seen_at(desk, at.x()), view.metrics.per_second
        assert before[0] == 4
        turn(desk, at, 3)
        qtbot.waitUntil(lambda: view.metrics.per_second == desk.pane.header.zoom, timeout=5000)
        assert view.metrics.per_second > 1.5 * zoom
        row, share = seen_at(desk, at.x())
        assert (row, share) == (4, pytest.approx(before[1], abs=0.02))
        turn(desk, at, -1.5)
        turn(desk, at, -1.5)
        qtbot.waitUntil(lambda: view.metrics.per_second == desk.pane.header.zoom, timeout=5000)
        assert view.metrics.per_second == pytest.approx(zoom)
        assert seen_at(desk, at.x()) == (4, pytest.approx(before[1], abs=0.03))
    finally:
        use_motion("")


def test_the_whole_film_is_fitted_and_a_second_press_brings_back_what_was_seen(desk: Desk) -> None:
    view, header, bar = desk.view, desk.pane.header, desk.view.horizontalScrollBar()
    header.set_zoom(90)
    bar.setValue(bar.maximum() // 2)
    left = bar.value()
    assert left > 0
    desk.pane._desk.commands.do("zoom_fit")
    assert view.strip().width <= view.viewport().width()
    assert bar.maximum() == 0
    assert view.card_rect(view.strip().rows - 1).right() < view.viewport().width()
    desk.pane._desk.commands.do("zoom_fit")
    assert (header.zoom, bar.value()) == (90, left)


def test_a_film_of_any_length_fits_and_a_press_chooses_the_shot_that_is_there(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, DARK)
    desk = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4, 8, 3]] * 200)))
    view, header = desk.view, desk.pane.header
    desk.desk.commands.do("zoom_fit")
    assert view.horizontalScrollBar().maximum() == 0
    wide = view.viewport().width()
    assert view.strip().width > wide - 30
    high = view.card_rect(0).center().y()
    for share in (0.02, 0.25, 0.5, 0.98):
        desk.click(QPoint(round(wide * share), high))
        place = desk.keys.index(desk.selection.shots[0]) / len(desk.keys)
        assert place == pytest.approx(share, abs=0.02)
    # What is chosen, and what needs the user, is seen.
    desk.selection.select_shots(desk.keys[500:540])
    x = view.card_rect(520).left()
    assert desk.colour(QPoint(x, view.card_rect(0).top() + 1)) == DARK.accent
    desk.film.set_shot(desk.keys[800], stage=Stage.FAILED)
    bottom = view.card_rect(800).bottom() - 1
    place = QPoint(view.card_rect(800).left(), bottom)
    qtbot.waitUntil(lambda: desk.colour(place) == DARK.bad)
    # Nearer and farther by the wheel, but no farther than all of it.
    fitted = header.zoom
    turn(desk, QPoint(wide // 2, high), 3)
    assert header.zoom > fitted
    turn(desk, QPoint(wide // 2, high), -9)
    assert header.zoom == pytest.approx(fitted)
    header.set_zoom(30)
    desk.desk.commands.do("zoom_fit")
    assert header.zoom == pytest.approx(fitted)
    desk.desk.commands.do("zoom_fit")
    assert header.zoom == 30
    desk.thumbnails.close()


def test_a_sliver_of_a_card_has_no_button_that_pays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    view = desk.view
    monkeypatch.setattr(view.pointer.rest, "shown", lambda _key: 1.0)
    view.generate_requested.connect(asked.append)
    for zoom in (FARTHEST, 90):
        desk.pane.header.set_zoom(zoom)
        rect = view.card_rect(0)
        price = view.offers.price(desk.keys[0])
        at = corner_rect(picture_rect(rect, view.look), view.look, price).center()
        at.setX(max(at.x(), rect.left() + 2))
        QTest.mouseMove(view.viewport(), at - QPoint(0, 1))
        QTest.mouseMove(view.viewport(), at)
        assert view.touch.hovered == desk.keys[0]
        assert view.touch.on_verb is (zoom > FARTHEST)
    assert asked == []
