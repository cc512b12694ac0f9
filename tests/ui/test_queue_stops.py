"""Why the whole queue stands still, with the buttons that help, on the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.queue_window import line, on
from tests.support.small_kie import CREATE, SmallKie
from tests.support.window import until
from tests.support.work import Run, press_button
from topa_studio.base.errors import StudioError
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import clips
from topa_studio.ui.account.go_real import GoRealPage
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.queue.lines import Sort
from topa_studio.ui.queue.stops import CLOSE, CONTINUE, KEY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


@pytest.mark.parametrize(
    ("code", "params", "says", "buttons"),
    [
        ("provider.key-refused", {"text": "401"}, "does not take this key", ["Key…", "Continue"]),
        ("provider.key-limit", {"text": "433"}, "raise the limit at KIE", ["Key…", "Continue"]),
        (
            "pipeline.state-rebuilt",
            {"folder": "damaged-1"},
            "until you say so",
            ["I have checked: spend again"],
        ),
    ],
)
def test_a_queue_that_stands_still_says_why_and_offers_what_helps(
    qrun: Run,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    params: dict[str, object],
    says: str,
    buttons: list[str],
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        gate, stop = window.session._production.runner.gate, window.queue.head.stop
        gate.stop(StudioError(code, **params))
        await until(lambda: says in stop.text.text())
        assert [button.text() for button in stop.buttons.values()] == buttons
        window.session.press(clips("1__1"))
        await line(window, "1__1", Sort.WAITS)
        assert kie.service.paths().count(CREATE) == 0
        press_button(stop.buttons[CONTINUE])
        await until(lambda: window.session.shot("1__1").stage is Stage.MADE)
        assert not stop.isVisible()

    qrun(on(qapp, tmp_path, monkeypatch, test, shots=1))


def test_another_key_is_given_in_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        stop = window.queue.head.stop
        window.session._production.runner.gate.stop(StudioError("provider.key-refused", text="401"))
        await until(lambda: KEY in stop.buttons)
        press_button(stop.buttons[KEY])
        await until(lambda: [p for p in window.findChildren(GoRealPage) if p.isVisible()])
        (page,) = window.findChildren(GoRealPage)
        assert page.focusWidget() is page.key.field
        assert not window.findChildren(PreferencesPage)
        page.close()

    qrun(on(qapp, tmp_path, monkeypatch, test, shots=1))


def test_an_offline_queue_says_that_it_goes_on_by_itself(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        gate, stop = window.session._production.runner.gate, window.queue.head.stop
        gate.hold(Trouble("pipeline.offline", {"host": "api.kie.ai", "reason": "no route"}))
        gate.tell_hold()
        await until(lambda: "goes on by itself" in stop.text.text())
        assert stop.isVisible()
        assert not stop.buttons
        gate.let_go()
        window.session.press(clips("1__1"))
        await until(lambda: window.session.shot("1__1").stage is Stage.MADE)
        await until(lambda: not stop.isVisible())

    qrun(on(qapp, tmp_path, monkeypatch, test, shots=1))


@pytest.mark.parametrize(
    ("code", "params", "buttons"),
    [
        (
            "pipeline.all-over-film-budget",
            {"count": 2, "cost": "84", "budget": "50", "left": "50"},
            ["Change the budget…", "Close"],
        ),
        ("pipeline.disk", {"reason": "No space left on device"}, ["Close"]),
    ],
)
def test_a_notice_of_the_queue_stays_until_it_is_closed(
    qrun: Run,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    params: dict[str, object],
    buttons: list[str],
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        stop = window.queue.head.stop
        window.session._production.told.emit(Trouble(code, params))
        await until(lambda: stop.isVisible() and stop.text.text())
        assert [button.text() for button in stop.buttons.values()] == buttons
        press_button(stop.buttons[CLOSE])
        assert not stop.isVisible()

    qrun(on(qapp, tmp_path, monkeypatch, test, shots=1))
