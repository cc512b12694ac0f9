"""Notices lie over the player: they never change its size, their words are whole, and they wait."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.window import open_window, studio, until
from tests.support.work import Run
from topa_studio.ui.notices import toast as toast_module
from topa_studio.ui.notices.notices import NoticeBar, Offer
from topa_studio.ui.notices.toast import Toast
from topa_studio.ui.widgets.few_lines import FewLines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

LONG = "The service did not answer for a while, so the queue rests until it is there again. " * 2


def within(widget: QWidget, other: QWidget) -> bool:
    place = QRect(widget.mapTo(other, QPoint()), widget.size())
    return other.rect().contains(place)


def whole(bar: NoticeBar) -> bool:
    """Whether the words of the bar are seen from their first to their last line."""
    (words,) = bar.findChildren(FewLines)
    label = words.widget()
    assert isinstance(label, QLabel)
    return words.height() >= label.heightForWidth(words.viewport().width()) and within(words, bar)


def close_of(bar: NoticeBar) -> QToolButton:
    (found,) = bar.findChildren(QToolButton)
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_notices_lie_over_the_player_and_leave_its_size(
    qrun: Run, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("text_percent", percent)
            window = made.window
            assert window is not None
            await until(lambda: window.player.width() > 0 and not window.player.seek_bar.isHidden())
            before = (window.player.geometry(), window.player.surface.geometry())
            window.notice_bar.show_notice("warning", LONG, (Offer("Continue", lambda: None),))
            window.toast.tell("Deleted shot 1.3", Offer("Undo", lambda: None))
            await until(lambda: whole(window.notice_bar) or percent > 100)
            assert (window.player.geometry(), window.player.surface.geometry()) == before
            for part in (window.notice_bar, window.toast):
                assert part.isVisible()
                assert within(part, window.player)
            toast = window.toast
            assert [part.width() for part in toast.findChildren(QLabel)] == [
                part.sizeHint().width() for part in toast.findChildren(QLabel)
            ]
            # Menus are those of this window, whichever stood before it.
            kept = (window.menus.language, window.menus.view, window.menus.shot)
            assert all(shiboken6.createdByPython(menu) for menu in kept)
            assert window.notice_bar.geometry().top() < window.toast.geometry().top()
            await made.change_look("text_percent", 100)

    qrun(main())


class Layouts(QObject):
    """Counts how often a part of the window is asked to lay itself out anew."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.count = 0
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


def test_the_window_rests_while_a_notice_and_a_toast_stand_there(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    """A place that asks for its own place again would hold a whole core as long as it is shown."""

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.notice_bar.show_notice("warning", LONG, (Offer("Continue", lambda: None),))
            for words in ("Saved", "Deleted shot 1.3"):
                window.toast.tell(words, Offer("Undo", lambda: None))
                for _ in range(20):
                    QApplication.sendPostedEvents()
                layouts = Layouts(window.toast, window.notice_bar, window.player)
                for _ in range(100):
                    QApplication.sendPostedEvents()
                assert layouts.count == 0

    qrun(main())


def test_letters_of_other_scripts_are_not_cut(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            for words in ("Ёлка, jump, gym", "风筝飞走了", "Ȁ̋ɉ पतंग กู้"):
                window.notice_bar.show_notice("error", f"{words} {words}")
                await until(lambda: whole(window.notice_bar))
                window.notice_bar.next()

    qrun(main())


def test_those_that_wait_are_counted(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    for words in ("One", "Two", "Three"):
        bar.show_notice("warning", words)
    assert "+2" in [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]
    bar.next()
    assert "+1" in [label.text() for label in bar.findChildren(QLabel) if not label.isHidden()]
    bar.next()
    assert not [
        label for label in bar.findChildren(QLabel) if label.text() == "+0" and not label.isHidden()
    ]


def test_a_graver_notice_goes_in_front_and_the_calmer_ones_wait(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.show_notice("info", "4 in line from last time", stays=True)
    bar.show_notice("warning", "The film changed on the disk")
    bar.show_notice("warning", "A file is missing")
    bar.show_notice("error", "A record of what was paid is damaged")
    bar.show_notice("info", "Nothing is missing in this scene.")
    told = []
    while bar.text:
        told.append(bar.text)
        bar.next()
    assert told == [
        "A record of what was paid is damaged",
        "The film changed on the disk",
        "A file is missing",
        "4 in line from last time",
        "Nothing is missing in this scene.",
    ]


def test_a_press_meant_for_the_notice_before_does_not_fall_on_the_one_that_came(
    qtbot: QtBot,
) -> None:
    done: list[str] = []
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(600, 60)
    bar.show()
    go_on = Offer("Continue", lambda: done.append("paid"))
    bar.show_notice("info", "4 in line from last time", (go_on,), stays=True)
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    bar.buttons[0].setFocus()
    bar.show_notice("error", "A damaged file", (Offer("Set aside", lambda: done.append("aside")),))
    (button,) = bar.buttons
    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.mouseClick(close_of(bar), Qt.MouseButton.LeftButton)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget() or bar, key)
    assert (bar.text, done) == ("A damaged file", [])
    bar._deaf.timer.timeout.emit()
    # The second press of a double press finds the notice that waited, and its button deaf.
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert (bar.text, done) == ("4 in line from last time", ["aside"])
    bar._deaf.timer.timeout.emit()
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert (bar.text, done) == ("", ["aside", "paid"])


def test_a_toast_goes_by_itself_but_not_from_under_the_pointer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast_module, "_SHOWN_MS", 20)
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    QLineEdit(window).setFocus()
    toast = Toast(window)
    toast.move(300, 200)  # the pointer of a platform without a screen rests in the corner
    window.show()
    toast.tell("Deleted", Offer("Undo", lambda: done.append("undone")))
    qtbot.waitUntil(lambda: toast.text == "", timeout=60_000)
    toast.tell("Deleted", Offer("Undo", lambda: done.append("undone")))
    here = QPointF(2, 2)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    qtbot.wait(200)
    assert toast.text == "Deleted"
    toast.button.click()
    assert done == ["undone"]
    assert toast.text == ""
    toast.tell("Deleted")
    assert toast.button.isHidden()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: toast.text == "", timeout=60_000)
