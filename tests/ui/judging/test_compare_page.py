"""Takes of one shot compared in the real window: by keys and mouse, with clips of known colours."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.window import until
from tests.support.work import Run, press_button
from tests.ui.judging.films import (
    BLUE,
    FRAMES,
    GREEN,
    GREY,
    RED,
    bar,
    colour_at,
    is_near,
    on,
    point,
    press,
)
from topa_studio.model.scenario import Shot
from topa_studio.ui.compare.page import ComparePage
from topa_studio.ui.compare.side import Side
from topa_studio.ui.look.theme import DARK, LIGHT, apply_theme
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
KEY = "1__1"
FOUR = [[RED, GREEN, BLUE, GREY]]
TWO = [[RED, GREEN]]


async def opened(window: MainWindow) -> ComparePage:
    """The page, with the pictures of both sides."""
    window.desk.show(KEY)
    await until(lambda: window.commands.actions["compare"].isEnabled())
    window.commands.do("compare")
    page = window.middle.page
    assert isinstance(page, ComparePage)
    await until(lambda: all(not s.glass.picture.isNull() for s in shown(page)))
    return page


def shown(page: ComparePage) -> list[Side]:
    return list(page.board.sides[: len(page.sides.takes)])


def is_whole(widget: QWidget) -> bool:
    """Whether it has the room that it needs."""
    return widget.width() >= widget.minimumSizeHint().width()


def sees(page: ComparePage, *colours: tuple[int, int, int]) -> bool:
    """Whether the sides show these colours, from left to right and above to below."""
    glasses = [side.glass for side in page.board.sides[: len(colours)]]
    found = [colour_at(glass, 0.9) for glass in glasses]
    return all(is_near(one, other) for one, other in zip(found, colours, strict=True))


def shot(window: MainWindow) -> Shot:
    return window.session.film.shot(KEY)


def test_the_take_in_the_film_is_left_and_the_newest_other_right(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        await until(lambda: sees(page, GREY, BLUE))
        left, right = page.board.sides[:2]
        assert left.glass.left == "T4 · in the film"
        assert not left.use.isEnabled()
        assert left.use.text() == "In the film now"
        assert [side.glass.lit for side in (left, right)] == [False, True]
        assert right.use.property("role") == "primary"
        press(page, Qt.Key.Key_1)
        await until(lambda: sees(page, GREY, RED))
        press(page, Qt.Key.Key_Tab)
        assert [side.glass.lit for side in (left, right)] == [True, False]
        press(page, Qt.Key.Key_2)
        await until(lambda: sees(page, GREEN, RED))
        press(page, Qt.Key.Key_1)  # it is on the other side: they change places
        await until(lambda: sees(page, RED, GREEN))

    qrun(on(qapp, tmp_path, monkeypatch, FOUR, test))


def test_use_this_is_one_undoable_step_and_the_page_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        press(page, Qt.Key.Key_Return)
        await until(lambda: shot(window).take == 1)
        await until(lambda: window.toast.text == "Take 1 is in the film")
        assert window.toast.isVisible()
        assert page.isVisible()
        assert page.isAncestorOf(window.toast)
        await until(lambda: page.board.sides[1].use.text() == "In the film now")
        press_button(window.toast.button)
        await until(lambda: shot(window).take is None)
        await until(lambda: page.board.sides[0].use.text() == "In the film now")
        QTest.mouseClick(page.board.sides[1].use, Qt.MouseButton.LeftButton)
        await until(lambda: shot(window).take == 1)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert not page.isVisible()
        assert window.player.isAncestorOf(window.toast)

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_all_takes_are_at_the_same_frame_whichever_key_moves_them(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)

        async def at(frame: int) -> None:
            assert page.clock.frame == frame
            wanted = frame / FRAMES
            glasses = [side.glass for side in page.board.sides[:2]]
            await until(lambda: all(abs(bar(g.picture) - wanted) < 0.02 for g in glasses))

        for _ in range(30):
            press(page, Qt.Key.Key_Right)
        await at(30)
        press(page, Qt.Key.Key_Right, shift=True)
        await at(54)
        press(page, Qt.Key.Key_Left)
        await at(53)
        press(page, Qt.Key.Key_End)
        await at(FRAMES - 1)
        press(page, Qt.Key.Key_Home)
        await at(0)
        assert page.bar.time.text() == "0:00.00 / 0:03.00"
        page.bar.loop_button.click()  # once, and not again and again
        page.bar.slider.sliderMoved.emit(FRAMES - 6)  # the last quarter of a second is enough
        press(page, Qt.Key.Key_Space)
        assert page.clock.playing
        await until(lambda: not page.clock.playing)
        await at(FRAMES - 1)

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_a_wipe_shows_one_take_on_each_side_of_the_pointer(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        press(page, Qt.Key.Key_W)
        glass = page.board.wipe
        await until(lambda: glass.isVisible() and glass.width() > 900)
        for share in (0.25, 0.75):
            rect = glass.picture_rect()
            at = QPoint(int(rect.x() + rect.width() * share), int(rect.center().y()))
            point(glass, at)
            assert abs((glass.split or 0) - share) < 0.01
            assert is_near(colour_at(glass, share - 0.05), GREEN)
            assert is_near(colour_at(glass, share + 0.05), RED)
        assert (glass.left, glass.right) == ("T2 · in the film", "T1")
        press(page, Qt.Key.Key_W)
        assert not glass.isVisible()

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_four_takes_stand_in_their_order_and_one_of_them_sounds(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        press(page, Qt.Key.Key_Q)
        await until(lambda: sees(page, RED, GREEN, BLUE, GREY))
        sounding = [side.glass.sounds for side in page.board.sides]
        assert sum(sounding) == 1
        press(page, Qt.Key.Key_S)
        now = [side.glass.sounds for side in page.board.sides]
        assert now.index(True) == (sounding.index(True) + 1) % 4
        QTest.mouseClick(page.board.sides[0].glass, Qt.MouseButton.LeftButton)
        assert [side.glass.lit for side in page.board.sides] == [True, False, False, False]
        tile = page.shelf.tiles()[3]
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        await until(lambda: sees(page, GREY, GREEN, BLUE, RED))
        press(page, Qt.Key.Key_W)  # a wipe is of two
        await until(lambda: page.board.wipe.isVisible())
        assert len(page.sides.takes) == 2

    qrun(on(qapp, tmp_path, monkeypatch, FOUR, test))


def test_a_take_is_dragged_from_all_takes_onto_a_side(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        await until(lambda: sees(page, GREY, BLUE))
        tile, glass = page.shelf.tiles()[1], page.board.sides[0].glass
        there = tile.mapFromGlobal(glass.mapToGlobal(glass.rect().center()))
        QTest.mousePress(tile, Qt.MouseButton.LeftButton)
        point(tile, there, held=True)
        QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=there)
        await until(lambda: sees(page, GREEN, BLUE))

    qrun(on(qapp, tmp_path, monkeypatch, FOUR, test))


def test_one_take_only_cannot_be_compared_and_says_why(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        window.desk.show(KEY)
        window.inspector.tabs.turn_to("takes")
        button = window.inspector.takes.compare
        await until(button.isVisible)
        assert not button.isEnabled()
        assert "One take only" in button.toolTip()
        assert not window.commands.actions["compare"].isEnabled()

    qrun(on(qapp, tmp_path, monkeypatch, [[RED]], test))


def test_the_button_beside_the_takes_opens_it_and_the_film_stops_playing(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        window.desk.show(KEY)
        window.inspector.tabs.turn_to("takes")
        button = window.inspector.takes.compare
        await until(lambda: button.isVisible() and button.isEnabled())
        window.timeline.view.setFocus()
        window.player.toggle_film()
        await until(lambda: window.player.playback.playing)
        button.click()
        page = window.middle.page
        assert isinstance(page, ComparePage)
        assert not window.player.playback.playing
        assert not window.timeline.isVisible()
        assert window.inspector.isVisible()
        shots = window.session.film.shots()
        for key in (Qt.Key.Key_S, Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_G):
            press(page, key)  # none of them is an act on the film that nobody sees
        window.commands.do("play")
        assert page.clock.playing
        assert not window.player.playback.playing
        press_button(page.back)
        assert not page.isVisible()
        assert window.timeline.isVisible()
        assert window.session.film.shots() == shots
        assert not page.clock.playing

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


def test_a_clip_that_goes_leaves_stripes_and_words_and_the_other_plays_on(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow) -> None:
        page = await opened(window)
        take = next(t for t in window.session.shot(KEY).takes if t.number == 1)
        window.session.path(take.path).write_bytes(b"<html>")
        page.end()
        page.begin()
        side = page.board.sides[1]
        await until(lambda: bool(side.glass.missing))
        await until(lambda: not page.board.sides[0].glass.picture.isNull())
        press(page, Qt.Key.Key_Space)
        await until(lambda: page.clock.frame > 10)
        assert not page.board.sides[0].glass.missing
        window.session.path(take.path).unlink()

    qrun(on(qapp, tmp_path, monkeypatch, TWO, test))


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=lambda look: look.name)
def test_nothing_is_cut_off_in_a_small_window_with_large_text(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: object
) -> None:
    async def test(window: MainWindow) -> None:
        apply_theme(qapp, LIGHT if look is LIGHT else DARK, 200)
        window.resize(1280, 720)
        page = await opened(window)
        press(page, Qt.Key.Key_Q)
        await until(lambda: len(page.sides.takes) == 4)
        await until(lambda: page.width() < 900)
        for widget in (page.switches.count, page.switches.way, page.close_button, page.bar.sound):
            place = widget.mapTo(page, widget.rect().bottomRight())
            assert page.rect().contains(place), widget.accessibleName()
            assert widget.width() >= widget.minimumSizeHint().width()
        for side in page.board.sides:
            await until(partial(is_whole, side.use))
            assert side.glass.picture_rect().height() > 40
        assert page.bar.time.width() >= page.bar.time.sizeHint().width()

    try:
        qrun(on(qapp, tmp_path, monkeypatch, FOUR, test))
    finally:
        apply_theme(qapp, DARK)
