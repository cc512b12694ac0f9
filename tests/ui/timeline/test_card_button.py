"""A click on a card chooses it; the button that makes it comes late, in a corner, and deaf."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.film import FilmOnTable, scenario_text
from tests.ui.timeline.test_timeline_pane import Desk
from topa_studio.model.status import Stage
from topa_studio.ui.film import rest
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect
from topa_studio.ui.look.theme import DARK, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], [3]])))
    asked: list[tuple[list[str], float]] = []
    made.pane.generate_requested.connect(lambda keys, shown: asked.append((keys, shown)))
    made.asked = asked  # type: ignore[attr-defined]
    yield made
    made.thumbnails.close()


def picture(desk: Desk, row: int) -> QRect:
    return picture_rect(desk.view.card_rect(row), desk.view.look)


def corner(desk: Desk, row: int) -> QRect:
    price = desk.view.offers.price(desk.keys[row])
    return corner_rect(picture(desk, row), desk.view.look, price)


def calm(desk: Desk, row: int) -> QPoint:
    """A point of a picture that is far from its buttons."""
    return picture(desk, row).topLeft() + QPoint(14, 44)


def asked(desk: Desk) -> list[tuple[list[str], float]]:
    found: list[tuple[list[str], float]] = desk.asked  # type: ignore[attr-defined]
    return found


def point(desk: Desk, at: QPoint) -> None:
    # Qt tells nothing of a pointer that is where the test before has left it.
    QTest.mouseMove(desk.view.viewport(), at - QPoint(0, 1))
    QTest.mouseMove(desk.view.viewport(), at)


def test_clicks_anywhere_on_a_card_that_is_met_choose_and_never_pay(
    desk: Desk, qtbot: QtBot
) -> None:
    for row in (1, 2):
        box = picture(desk, row)
        for at in (corner(desk, row).center(), box.center(), box.bottomLeft() + QPoint(20, -16)):
            point(desk, at)
            desk.click(at)
            desk.click(at)
            assert desk.selection.shots == (desk.keys[row],)
    assert asked(desk) == []


def test_after_a_rest_the_button_pays_and_does_not_play(desk: Desk, qtbot: QtBot) -> None:
    played: list[str] = []
    desk.pane.play_requested.connect(played.append)
    point(desk, calm(desk, 1))
    assert not desk.view.pointer.rest.shown(desk.keys[1])
    qtbot.waitUntil(lambda: desk.view.pointer.rest.armed)
    at = corner(desk, 1).center()
    point(desk, at)
    assert desk.view.offers.shot(desk.keys[1]) == "Generate · 108\N{NO-BREAK SPACE}cr"
    desk.click(at)
    assert asked(desk) == [([desk.keys[1]], 108)]
    assert played == []


def test_a_button_that_has_just_appeared_is_deaf(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "DEAF_MS", 1_000_000)
    point(desk, calm(desk, 1))
    qtbot.waitUntil(lambda: desk.view.pointer.rest.shown(desk.keys[1]) > 0)
    at = corner(desk, 1).center()
    point(desk, at)
    desk.click(at)
    assert desk.selection.shots == (desk.keys[1],)
    assert asked(desk) == []


def test_it_never_appears_under_the_resting_pointer(desk: Desk, qtbot: QtBot) -> None:
    place, shown = corner(desk, 1), desk.view.pointer.rest.shown
    point(desk, place.topLeft() - QPoint(8, 8))
    qtbot.wait(rest.REST_MS * 2)
    assert not shown(desk.keys[1])
    point(desk, calm(desk, 1))
    qtbot.waitUntil(lambda: shown(desk.keys[1]) > 0)


def test_a_button_whose_place_changed_is_gone(desk: Desk, qtbot: QtBot) -> None:
    point(desk, calm(desk, 1))
    qtbot.waitUntil(lambda: desk.view.pointer.rest.armed)
    at = corner(desk, 1).center()
    desk.pane.resize(1600, 300)
    qtbot.waitUntil(lambda: corner(desk, 1).center() != at)
    point(desk, corner(desk, 1).center())
    desk.click(corner(desk, 1).center())
    assert asked(desk) == []


def test_what_runs_has_no_button(desk: Desk, qtbot: QtBot) -> None:
    desk.film.set_shot(desk.keys[1], stage=Stage.DRAWING)
    qtbot.waitUntil(lambda: desk.view.offers.price(desk.keys[1]) == "")


def test_a_made_clip_is_shown_as_soon_as_its_picture_is_there(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    from tests.ui.player.clips import make_clip

    make_clip(tmp_path / "red.mp4", 5.0, (200, 20, 20))
    desk.film.made(desk.keys[0], "red.mp4")
    painter, at = desk.view.painter, 0

    def came(_path: str) -> None:
        nonlocal at
        at = painter.painted

    # Connected behind the painter's own: what it counts afterwards is the picture's own painting.
    desk.thumbnails.ready.connect(came)
    qtbot.waitUntil(lambda: at > 0)
    qtbot.waitUntil(lambda: painter.painted > at)
