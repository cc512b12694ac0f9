"""The length of a shot: what is typed is taken or told in words, and never turned into another."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import until
from tests.support.work import Key, Run, Work, on
from topa_studio.ui.inspector.shot_settings import ShotSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
RANGE = "3 to 15 seconds"


def settings_of(work: Work) -> ShotSettings:
    work.window.selection.select_shot("1__1")
    settings = work.window.inspector.shot.settings
    settings.length.setFocus()
    settings.length.selectAll()
    return settings


def told(settings: ShotSettings) -> str:
    note = settings.length.note
    assert note.isVisible() is bool(note.text())
    return note.text()


def turn_wheel(settings: ShotSettings) -> None:
    box = settings.length
    at, down = QPointF(box.rect().center()), QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, box.mapToGlobal(at), QPoint(), down, none, Qt.KeyboardModifier.NoModifier, phase, False
    )
    QApplication.sendEvent(box, event)


def test_a_length_that_no_model_makes_is_told_and_the_old_one_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        settings = settings_of(work)
        box = settings.length
        QTest.keyClicks(box, "99")
        assert box.cleanText() == "99"
        assert told(settings) == RANGE
        assert not settings._rest.isActive()  # nothing of it waits to be taken
        QTest.keyClick(box, Key.Key_Return)
        assert (box.cleanText(), told(settings)) == ("3", RANGE)
        assert work.text == work.before
        # Half a number is no mistake yet; who stops there is told.
        QTest.keyClicks(box, "1")
        assert told(settings) == ""
        work.window.inspector.shot.title.setFocus()
        settings.flush()
        assert (box.cleanText(), told(settings)) == ("3", RANGE)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "12")
        assert told(settings) == ""
        QTest.keyClick(box, Key.Key_Return)
        await until(lambda: "duration: 12" in work.text)
        work.window.selection.select_shot("1__2")
        assert (box.cleanText(), told(settings)) == ("3", "")

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize("pasted", ["99", "7.5", "a while", "1234567"])
def test_what_is_pasted_and_cannot_be_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path, pasted: str
) -> None:
    async def main(work: Work) -> None:
        settings = settings_of(work)
        QGuiApplication.clipboard().setText(pasted)
        settings.length.lineEdit().paste()
        assert told(settings) == RANGE
        settings.flush()
        assert (settings.length.cleanText(), work.text) == ("3", work.before)

    qrun(on(qapp, tmp_path, None, main))


def test_steps_go_back_into_the_range_and_a_wheel_that_scrolls_past_changes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        settings = settings_of(work)
        box = settings.length
        QTest.keyClick(box, Key.Key_Down)
        assert box.value() == 3
        QTest.keyClicks(box, "99")
        QTest.keyClick(box, Key.Key_Up)
        assert (box.value(), told(settings)) == (4, "")
        await until(lambda: "duration: 4" in work.text)
        work.window.timeline.view.setFocus()
        turn_wheel(settings)
        assert box.value() == 4

    qrun(on(qapp, tmp_path, None, main))


def test_a_length_out_of_range_in_the_file_is_shown_and_one_step_mends_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        assert settings_of(work).length.value() == 99
        QTest.keyClick(settings_of(work).length, Key.Key_Down)
        await until(lambda: "duration: 15" in work.text)

    text = 'title: A\nscenes:\n  - id: 1\n    shots:\n      - {id: 1, prompt: "A", duration: 99}\n'
    qrun(on(qapp, tmp_path, text, main))
