"""A picture that is let go over a shot: it is asked what it shall be, and each is one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.queue_window import on
from tests.support.small_kie import CREATE, SmallKie, picture_bytes
from tests.support.window import until
from tests.support.work import CTRL, Key, Run
from tests.ui.test_panel_acts import drop
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.drops.drop_choice import END, PANEL, START, STILL, DropChoice
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
A, B = "1__1", "1__2"
LEFT = Qt.MouseButton.LeftButton


def dropped(window: MainWindow, picture: Path, row: int = 1) -> DropChoice:
    """Let it go over a card of the view that is shown; the question about it."""
    view = window.timeline.view
    assert drop(view.viewport(), picture, view.card_rect(row).center(), QPoint(2, 2))
    return choice(window)


def choice(window: MainWindow) -> DropChoice:
    found = window.findChildren(DropChoice)
    assert len(found) == 1
    return found[0]


async def undone(window: MainWindow) -> None:
    window.activateWindow()
    await until(window.isActiveWindow)
    window.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(window, Key.Key_Z, CTRL)
    await window.desk.settled()


def test_each_answer_is_one_step_and_no_answer_changes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, kie: SmallKie) -> None:
        session, window.pressing.asks = window.session, "never"
        window.activateWindow()
        await until(window.isActiveWindow)
        for field in (START, END, STILL):
            question = dropped(window, mine)
            assert question.isVisible()
            assert question.words.text() == "mine.png on shot 1.2:"
            assert not any(getattr(session.film.shot(B), each) for each in (START, END, STILL))
            QTest.mouseClick(question.buttons[field], LEFT)
            await until(lambda field=field: getattr(session.film.shot(B), field))  # type: ignore[misc]
            assert getattr(session.film.shot(B), field) == "pictures/mine.png"
            assert not question.isVisible()
            await undone(window)
            await until(lambda field=field: getattr(session.film.shot(B), field) is None)  # type: ignore[misc]
            assert session.steps[0] is None
        question = dropped(window, mine)
        await until(question.buttons[PANEL].hasFocus)
        QTest.keyClick(question.buttons[PANEL], Key.Key_Return)
        await until(lambda: session.shot(B).panel is not None)
        await undone(window)
        await until(lambda: session.shot(B).panel is None)
        # Esc, and a press elsewhere, leave all as it is.
        question = dropped(window, mine)
        await until(question.buttons[PANEL].hasFocus)
        QTest.keyClick(question.buttons[PANEL], Key.Key_Down)
        assert question.buttons[START].hasFocus()
        QTest.keyClick(question.buttons[START], Key.Key_Escape)
        assert not question.isVisible()
        question = dropped(window, mine, 0)
        assert question.words.text() == "mine.png on shot 1.1:"
        QTest.mouseClick(window.timeline.view.viewport(), LEFT, pos=QPoint(4, 4))
        assert not question.isVisible()
        assert session.steps[0] is None
        assert not session.film.shot(A).still
        assert kie.service.paths().count(CREATE) == 0

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_a_picture_to_start_from_takes_the_place_of_the_end_of_the_shot_before_whole(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        session, target = window.session, ShotTarget(B)
        before = [SetField(target, "start", "previous"), SetField(target, "start_at", 2.5)]
        await session.edit("Start earlier", before)
        QTest.mouseClick(dropped(window, mine).buttons[START], LEFT)
        await until(lambda: session.film.shot(B).start == "pictures/mine.png")
        assert session.film.shot(B).start_at is None
        await undone(window)
        await until(lambda: session.film.shot(B).start == "previous")
        assert session.film.shot(B).start_at == 2.5

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_of_files_that_cannot_be_used_the_newest_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("first.png", "second.png", "good.png")]
    for file in files[:2]:
        file.write_text("No picture at all.")
    files[2].write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        bar = window.notice_bar
        for file in files[:2]:
            QTest.mouseClick(dropped(window, file).buttons[PANEL], LEFT)
            await until(lambda file=file: file.name in bar.text)  # type: ignore[misc]
        QTest.mouseClick(dropped(window, files[2]).buttons[PANEL], LEFT)
        await until(lambda: window.session.shot(B).panel is not None)
        assert bar.text == ""

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


@pytest.mark.parametrize("name", ["board", "shot_list"])
def test_board_and_shot_list_ask_as_well(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, _kie: SmallKie) -> None:
        window.commands.do(f"view_{name}")
        view = window.timeline.shown
        await until(lambda: window.timeline.shown is not view or view.viewport().isVisible())
        view = window.timeline.shown
        inside: QWidget = view.viewport()

        def taken() -> bool:
            step = 24
            spots = [
                QPoint(x, y)
                for y in range(step, inside.height(), step)
                for x in range(step, inside.width(), step * 2)
            ]
            return any(drop(inside, mine, spot, QPoint(2, 2)) for spot in spots)

        await until(taken)
        question = choice(window)
        assert question.isVisible()
        assert window.rect().contains(question.geometry())
        QTest.mouseClick(question.buttons[STILL], LEFT)
        await until(lambda: any(shot.still for shot in window.session.film.shots()))

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))
