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
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect
from topa_studio.ui.motion import LESS, use_motion
from topa_studio.ui.theme import DARK, apply_theme
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
    assert fits or zoom == pytest.approx(FARTHEST)
    if zoom < CLOSEST * 0.99 and fits:
        # Cards are rounded to pixels, so a little nearer may be as wide.
        assert strip_of(film, zoom * 1.05 + 0.3).width > width - 40


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
