"""The loop under the window: owned tasks, dialogs that block nobody, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tests.support.window import until
from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.ui.dialogs import confirm
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.running.loop import AppLoop, QuitRequest, report_faults
from topa_studio.ui.running.tasks import TaskScope

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def test_a_failure_is_reported_and_others_go_on(qrun: Run) -> None:
    told: list[BaseException] = []

    async def fails() -> None:
        raise ProjectError("project.read-only", holder="another window")

    async def main() -> None:
        scope = TaskScope(told.append)
        scope.spawn(fails())
        scope.spawn(asyncio.sleep(0))
        await scope.settle()

    qrun(main())
    assert [type(error) for error in told] == [ProjectError]


def test_a_mistake_of_ours_is_logged_too(qrun: Run, caplog: pytest.LogCaptureFixture) -> None:
    told: list[BaseException] = []

    async def breaks() -> None:
        raise ValueError("broken")

    async def main() -> None:
        scope = TaskScope(told.append)
        scope.spawn(breaks())
        await scope.settle()

    with caplog.at_level(logging.ERROR):
        qrun(main())
    assert str(told[0]) == "broken"
    assert "broken" in caplog.text


def test_closing_cancels_waits_and_starts_nothing_more(qrun: Run) -> None:
    ended: list[str] = []

    async def long() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.append("long")

    async def late() -> None:
        ended.append("late")

    async def main() -> None:
        scope = TaskScope(lambda _error: None)
        scope.spawn(long())
        await asyncio.sleep(0)
        await scope.aclose()
        scope.spawn(late())
        await asyncio.sleep(0.01)

    qrun(main())
    assert ended == ["long"]


@pytest.mark.parametrize(("press", "answer"), [("Yes, again", True), ("No", False)])
def test_a_question_blocks_nobody(qrun: Run, press: str, answer: bool) -> None:
    ticks: list[int] = []

    async def tick() -> None:
        while True:
            ticks.append(1)
            await asyncio.sleep(0.005)

    async def main() -> bool:
        ticking = asyncio.create_task(tick())
        parent = QWidget()
        parent.show()
        asked = asyncio.create_task(
            confirm(parent, "Again?", "It may cost.", yes="Yes, again", no="No")
        )
        await until(lambda: parent.findChild(QMessageBox) is not None and len(ticks) > 3)
        box = parent.findChild(QMessageBox)
        assert box is not None
        await asyncio.sleep(0.1)
        seen = len(ticks)
        next(b for b in box.buttons() if b.text() == press).click()
        result = await asked
        assert seen > 3
        ticking.cancel()
        return result

    assert qrun(main()) is answer


def test_escape_means_the_careful_answer(qrun: Run) -> None:
    async def main() -> bool:
        parent = QWidget()
        parent.show()
        asked = asyncio.create_task(confirm(parent, "Again?", "", yes="Yes", no="No"))
        await until(lambda: parent.findChild(QMessageBox) is not None)
        box = parent.findChild(QMessageBox)
        assert box is not None
        assert box.defaultButton().text() == "No"
        box.reject()
        return await asked

    assert qrun(main()) is False


def test_callbacks_find_a_running_loop_even_when_qt_delivers_them(qapp: QApplication) -> None:
    found: list[object] = []
    with asyncio.Runner(loop_factory=lambda: AppLoop(qapp)) as runner:
        loop = runner.get_loop()
        loop.call_soon(lambda: found.append(asyncio.get_running_loop()))
        waiting = QEventLoop()
        QTimer.singleShot(50, waiting.quit)
        waiting.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        assert found == [loop]


def test_faults_are_told_and_the_loop_lives_on(
    qrun: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []

    async def main() -> None:
        report_faults(lambda error: told.append(str(error)))
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        sys.excepthook(ValueError, ValueError("in a slot"), None)
        await until(lambda: len(told) == 2)

    with caplog.at_level(logging.ERROR):
        qrun(main())
    assert told == ["in a slot", "division by zero"]


def test_the_end_may_be_asked_for_twice(qrun: Run) -> None:
    async def main() -> None:
        end = QuitRequest()
        end.set()
        end.set()
        await asyncio.wait_for(end.wait(), 60)

    qrun(main())


def test_a_listener_goes_with_its_widget(qrun: Run) -> None:
    heard: list[int] = []

    async def main() -> None:
        signal: Signal[int] = Signal()
        owner = QObject()
        bind(owner, signal, heard.append)
        signal.emit(1)
        owner.deleteLater()
        await asyncio.sleep(0.05)
        signal.emit(2)

    qrun(main())
    assert heard == [1]


def test_bursts_are_merged_to_what_an_eye_can_see(qrun: Run) -> None:
    flushed: list[frozenset[str]] = []

    async def main() -> None:
        owner = QObject()
        merged = Merged(owner, flushed.append)
        for number in range(1000):
            merged.add(frozenset({f"shot{number % 7}"}))
        await until(lambda: flushed)
        await asyncio.sleep(0.15)

    qrun(main())
    assert flushed == [frozenset(f"shot{n}" for n in range(7))]


def test_nobody_runs_a_dialog_or_a_loop_inside_the_loop() -> None:
    folder = Path(sys.modules["topa_studio.ui.running.tasks"].__file__ or "").parent
    banned = ("exec(", "processEvents(", "asyncSlot", "QThread(", "QInputDialog.get")
    found = [
        (path.name, word)
        for path in folder.rglob("*.py")
        for word in banned
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
