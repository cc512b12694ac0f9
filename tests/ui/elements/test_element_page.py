"""The pictures of an element in place of the player: by mouse and keys, each act taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support.film_with_pictures import COLOURS, film_with_pictures, picture
from tests.support.window import open_window, until
from tests.support.work import Run
from tests.ui.test_sound_acts import drop
from topa_studio.app.session import ProjectSession
from topa_studio.model.wish import clips
from topa_studio.ui.impact.card import Choice
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.pictures.page import ElementPage
from topa_studio.ui.pictures.tile import PictureTile
from topa_studio.ui.pictures.tools_strip import ToolStrip

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend"),
    pytest.mark.usefixtures("hasty_practice"),
]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Test = Callable[[MainWindow, ElementPage], Awaitable[None]]


def on_page(qrun: Run, qapp: QApplication, folder: Path, test: Test, pictures: int = 2) -> None:
    """The hero's page, opened with Enter on its card while a shot is chosen."""

    async def main() -> None:
        film = film_with_pictures(folder / "film", pictures)
        async with open_window(qapp, folder, film) as window:
            await until(lambda: len(files(window.session)) == pictures)
            window.selection.select_shot("1__2")
            card = window.elements.card("Topa")
            card.setFocus()
            QTest.keyClick(card, Key.Key_Return)
            page = window.furnish().room.page
            assert page is not None
            await test(window, page)

    qrun(main())


def files(session: ProjectSession) -> list[str]:
    return [one.file for one in session.elements.pictures("Topa")]


def digests(session: ProjectSession) -> list[str]:
    return [one.sha256 for one in session.elements.pictures("Topa")]


def tile(page: ElementPage, place: int) -> PictureTile:
    return page.tiles.tiles[place]


def orange(window: MainWindow) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [b for b in found if b.isVisible() and b.property("role") == "primary"]


def press(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(window: MainWindow) -> list[str]:
    table = window.timeline.table.shots
    return list(table.keys(range(table.rowCount())))


def carry(grip: QWidget, to: QPoint) -> None:
    """Press on it, move the pointer there, let go."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(grip, left)
    at = QPointF(grip.mapFromGlobal(to))
    moved = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(to), left, left, none)
    QApplication.sendEvent(grip, moved)
    QTest.mouseRelease(grip, left)


def test_it_lies_over_the_player_with_the_film_narrowed_and_gives_all_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        player = window.player
        assert page.isVisible()
        assert page.geometry() == player.geometry()
        assert window.focusWidget() is tile(page, 0)
        assert shown(window) == ["1__1", "1__2"]
        assert window.timeline.header.only.text().split() == ["With", "@Topa", "2"]
        assert orange(window) == [window.top.primary]
        press(window.timeline.header.only)
        assert shown(window) == ["1__1", "1__2", "1__5"]
        QTest.keyClick(tile(page, 0), Key.Key_Right)
        assert window.focusWidget() is tile(page, 1)
        QTest.keyClick(tile(page, 1), Key.Key_Return)
        assert page.large.isVisible()
        QTest.keyClick(page.large, Key.Key_Escape)
        assert not page.large.isVisible()
        assert page.isVisible()
        QTest.keyClick(tile(page, 1), Key.Key_Escape)
        assert not page.isVisible()
        assert player.isEnabled()
        assert window.selection.shot == "1__2"
        assert window.focusWidget() is window.elements.card("Topa")
        # Playing is seen: the player comes back for it.
        window.selection.select_element("Topa")
        assert page.isVisible()
        assert shown(window) == ["1__1", "1__2"]
        window.menus.actions["play"].trigger()
        assert not page.isVisible()
        assert player.playback.playing
        player.playback.pause()
        # What becomes of the page when its element is renamed, and deleted.
        window.selection.select_element("Topa")
        window.menus.actions["undo"].trigger()
        form = window.inspector.element
        form.title.setText("Misha")
        form.title.textEdited.emit("Misha")
        QTest.keyClick(form.title, Key.Key_Return)
        await until(lambda: page.name == "Misha")
        await until(lambda: window.timeline.header.only.text().split()[1] == "@Misha")

    on_page(qrun, qapp, tmp_path, test)


def test_keys_order_trash_and_crop_the_pictures_and_each_is_taken_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, undo = window.session, window.menus.actions["undo"].trigger
        before = digests(session)
        QTest.keyClick(tile(page, 1), Key.Key_Home)
        await until(lambda: files(session) == ["Topa2.png", "Topa1.png"])
        await until(lambda: tile(page, 0).picture.file == "Topa2.png")
        assert tile(page, 0).face.said.frontal
        assert not tile(page, 1).face.said.frontal
        QTest.keyClick(tile(page, 0), Key.Key_Right, ALT)
        await until(lambda: files(session) == ["Topa1.png", "Topa2.png"])
        await until(lambda: tile(page, 0).picture.file == "Topa1.png")
        # The mouse carries the second before the first.
        carry(tile(page, 1).grip, tile(page, 0).mapToGlobal(QPoint(5, 60)))
        await until(lambda: files(session) == ["Topa2.png", "Topa1.png"])
        for _step in range(3):
            undo()
        await until(lambda: files(session) == ["Topa1.png", "Topa2.png"])
        await until(lambda: tile(page, 0).picture.file == "Topa1.png")
        # The trash, and back.
        QTest.keyClick(tile(page, 0), Key.Key_Delete)
        await until(lambda: files(session) == ["Topa2.png"])
        await until(lambda: not page.trash.isHidden())
        press(page.trash.show_button)
        press(page.trash.buttons[0])
        await until(lambda: len(files(session)) == 2)
        await until(page.trash.isHidden)
        undo()
        undo()
        await until(lambda: session.steps[0] is None)
        await until(lambda: digests(session) == before)
        # A crop: Esc leaves it, Enter keeps what is in the frame.
        await until(lambda: [each.picture.sha256 for each in page.tiles.tiles] == before)
        await until(lambda: tile(page, 0).face.pixmap is not None)
        first = tile(page, 0)
        QTest.keyClick(first, Key.Key_C)
        QTest.keyClick(first, Key.Key_Escape)
        assert tile(page, 0).crop is None
        assert page.isVisible()
        QTest.keyClick(first, Key.Key_C)
        assert first.crop is not None
        QTest.keyClick(first, Key.Key_Minus)
        QTest.keyClick(first, Key.Key_Left)
        wide = first.crop.box[2]
        QTest.keyClick(first, Key.Key_Return)
        await until(lambda: abs(session.elements.pictures("Topa")[0].width - 480 * wide) <= 1)
        undo()
        await until(lambda: digests(session) == before)

    on_page(qrun, qapp, tmp_path, test)


def test_a_star_that_can_do_nothing_does_not_cover_a_new_picture(qapp: QApplication) -> None:
    around = QWidget()
    strip = ToolStrip(around)
    strip.offer(frozenset({"picture_frontal", "picture_redraw"}))
    strip.mark_frontal(on=True)
    assert not strip.offers
    strip.mark_frontal(on=False)
    assert strip.offers


def test_redrawn_pictures_stand_beside_the_old_ones_until_the_orange_button(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, before = window.session, digests(window.session)
        assert page.head.redraw.text() == "Redraw all 2 · 8\u00a0cr"
        assert tile(page, 1).redraw.text() == "Redraw · 4"
        QTest.keyClick(tile(page, 1), Key.Key_R)
        await until(lambda: session.elements.candidates("Topa") == 1 and not session.queue())
        await until(page.keeping.button.isVisible)
        assert digests(session) == before
        assert tile(page, 1).face.said.new
        assert not tile(page, 0).face.said.new
        assert orange(window) == [page.keeping.button]
        at = tile(page, 1).face.was_rect().center().toPoint()
        QTest.mouseClick(tile(page, 1).face, Qt.MouseButton.LeftButton, pos=at)
        assert page.large.isVisible()
        QTest.keyClick(page.large, Key.Key_Escape)
        # What is not kept yet is still there after the film was looked at.
        QTest.keyClick(tile(page, 0), Key.Key_Escape)
        assert orange(window) == [window.top.primary]
        window.selection.select_element("Topa")
        await until(page.keeping.button.isVisible)
        press(page.keeping.button)
        await until(lambda: digests(session)[1] != before[1])
        assert digests(session)[0] == before[0]
        await until(lambda: not session.elements.candidates("Topa"))
        await until(lambda: orange(window) == [window.top.primary])
        window.menus.actions["undo"].trigger()
        await until(lambda: session.elements.candidates("Topa") == 1)
        await until(lambda: digests(session) == before)
        await until(page.keeping.back.isVisible)
        press(page.keeping.back)
        await until(lambda: not session.elements.candidates("Topa"))
        await window.desk.settled()
        assert digests(session) == before

    on_page(qrun, qapp, tmp_path, test)


def test_pictures_are_pasted_and_dropped_and_what_is_wrong_is_told_at_the_tile(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = picture(tmp_path / "small.png", "navy", 200, 112)

    async def test(window: MainWindow, page: ElementPage) -> None:
        session = window.session
        page.acts.add("Topa", [tmp_path / "gone.png"])
        await until(window.notice_bar.isVisible)
        assert window.notice_bar.y() > page.head.height()
        image = QImage(400, 400, QImage.Format.Format_RGB32)
        image.fill(QColor("crimson"))
        QGuiApplication.clipboard().setImage(image)
        window.menus.actions["paste"].trigger()
        await until(lambda: len(files(session)) == 5)
        await until(lambda: len(page.tiles.tiles) == 5)
        await until(window.notice_bar.isHidden)  # what was refused before is done with
        assert tile(page, 4).face.said.beyond
        assert not page.head.angle.isEnabled()
        assert page.head.angle.toolTip()
        window.menus.actions["undo"].trigger()
        await until(lambda: len(files(session)) == 4)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(small))])
        action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        held = action, data, Qt.MouseButton.LeftButton, none
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), *held))
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *held))
        await until(lambda: len(page.tiles.tiles) == 5 and tile(page, 4).trouble.isVisible())
        assert tile(page, 4).trouble.text() == "Fix it for me"
        assert "300" in tile(page, 4).trouble.toolTip()
        said: list[str] = []
        monkeypatch.setattr(window.desk, "tell_undoable", said.append)
        press(tile(page, 4).trouble)
        await until(lambda: session.elements.pictures("Topa")[4].height >= 300)
        await until(lambda: not tile(page, 4).trouble.isVisible())
        assert small.stat().st_size
        # Large enough now, and the fifth all the same.
        told = "The picture is mended; only the first 4 of an element are sent"
        await until(lambda: said == [told])
        face = tile(page, 4).face
        assert face.said.beyond
        at, none = QPointF(9, 9), Qt.MouseButton.NoButton
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(face, move)
        assert "enough before it" in face.toolTip()

    on_page(qrun, qapp, tmp_path, test, len(COLOURS) - 1)


def test_five_pictures_that_come_at_once_are_one_step_and_what_cannot_be_sent_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    colours = ("navy", "teal", "gold", "plum", "green")
    new = [picture(tmp_path / f"{colour}.png", colour) for colour in colours]

    async def test(window: MainWindow, page: ElementPage) -> None:
        session, before = window.session, files(window.session)
        said: list[str] = []
        monkeypatch.setattr(window.desk, "tell_undoable", said.append)
        page.acts.add("Topa", [*new[:2], tmp_path / "gone.png", *new[2:]])
        await until(lambda: len(files(session)) == 7 and said)
        assert said == ["5 pictures of @Topa came; only the first 4 of an element are sent"]
        assert "gone.png" in window.notice_bar.text
        window.menus.actions["undo"].trigger()
        await until(lambda: files(session) == before)
        window.menus.actions["redo"].trigger()
        await until(lambda: len(files(session)) == 7)

    on_page(qrun, qapp, tmp_path, test)


def test_who_comes_to_the_pictures_by_f6_sees_which_one_the_keys_mean(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        window.activateWindow()
        await until(window.isActiveWindow)
        for _pane in window.furnish().panes:
            QTest.keyClick(window.focusWidget() or window, Key.Key_F6)
            if page.isAncestorOf(window.focusWidget() or window):
                break
        assert tile(page, 0).hasFocus()

    on_page(qrun, qapp, tmp_path, test)


def test_a_file_that_nothing_takes_where_it_is_let_go_is_told_each_answer_in_front(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    clip, empty = tmp_path / "own.mp4", tmp_path / "empty"
    clip.write_bytes(b"clip")
    empty.mkdir()

    async def test(window: MainWindow, page: ElementPage) -> None:
        text, at = window.notice_bar, QPoint(5, 5)
        for told, file in (
            ("own.mp4 means nothing there", clip),
            ("There is no film in the folder", empty),
            ("own.mp4 means nothing there", clip),
            ("cannot be read", tmp_path / "gone.png"),
        ):
            assert drop(page, at, file)
            await until(lambda told=told: told in text.text)
            # Nobody has to close the answers to the files before.
            text.next()
            assert text.isHidden()
            assert drop(page, at, file)
            await until(lambda told=told: told in text.text)

    on_page(qrun, qapp, tmp_path, test)


def test_a_crop_and_another_order_ask_which_shots_are_out_of_date_and_are_put_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def test(window: MainWindow, page: ElementPage) -> None:
        session, card = window.session, window.furnish().asking.card
        await session.make(clips("1__1"))
        before, order = digests(session), files(session)
        await session.elements.crop(
            "Topa", session.elements.pictures("Topa")[1].path, (0, 0, 1, 0.5)
        )
        await session.undo()
        assert card.isHidden()  # only what the user does here is asked about

        await until(lambda: digests(session) == before)
        page.acts.crop("Topa", session.elements.pictures("Topa")[0].path, (0, 0, 0.8, 0.8))
        await until(card.isVisible)
        assert "Topa's picture changed: 1 shot" in card.heading.text()
        assert card.impact.keys == ("1__1",)
        page.acts.crop("Topa", session.elements.pictures("Topa")[1].path, (0, 0, 0.8, 0.8))
        await until(lambda: digests(session)[1] != before[1])
        await window.desk.settled()
        # Both are one change to be asked about: they are put back together.
        await until(card.back.isVisible)
        card.back.click()
        await until(lambda: digests(session) == before)
        await until(card.isHidden)

        QTest.keyClick(tile(page, 1), Key.Key_Home)
        await until(card.isVisible)
        card.ways[Choice.NONE].click()
        card.keep.click()
        await until(lambda: not session.shot("1__1").out_of_date)
        await until(card.isHidden)
        assert files(session) == order[::-1]

    on_page(qrun, qapp, tmp_path, test)
