"""Three variants of several chosen shots in the real window: one price, one question for all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.queue_window import on
from tests.support.small_kie import CREATE, SmallKie
from tests.support.window import until
from tests.support.work import CTRL, Key, Run
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.model.wish import clips
from topa_studio.ui.inspector.several.acts import SharedActs
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
A, B, C = "1__1", "1__2", "1__3"
SPACE = "\N{NO-BREAK SPACE}"
SHOT = 3 * 14


def takes(window: MainWindow) -> list[int]:
    return [len(window.session.takes.of(key)) for key in (A, B, C)]


def plain(words: str) -> str:
    return words.replace(SPACE, " ").replace("&", "")


def offered(acts: SharedActs) -> dict[str, object]:
    acts.menu.aboutToShow.emit()
    return {plain(act.text()): act for act in acts.menu.actions()}


def test_three_of_each_are_one_press_at_one_price_that_is_asked_about_once(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        action, asked = window.menus.actions["variants"], window.pressing
        assert not action.isEnabled()
        await window.session.make(clips(B))
        window.selection.select_shots([A, B])
        await until(lambda: plain(action.text()) == f"Three variants of 2 shots · {6 * SHOT} cr")
        action.trigger()
        action.trigger()
        page = asked.page
        await until(page.isVisible)
        assert page.heading.text() == "Generate 6 takes"
        assert plain(page.make.text()) == f"Generate all 6 takes · {6 * SHOT} cr"
        assert kie.service.paths().count(CREATE) == 1
        page.cancel.click()
        assert takes(window) == [0, 1, 0]
        # The same is offered beside the several shots.
        acts = window.inspector.several.acts
        words = f"Three variants of 2 shots · {6 * SHOT} cr"
        await until(lambda: words in offered(acts))
        offered(acts)[words].trigger()  # type: ignore[attr-defined]
        await until(page.isVisible)
        page.make.click()
        await until(lambda: takes(window) == [3, 4, 0])
        assert kie.service.paths().count(CREATE) == 7
        assert window.session.money().spent == 7 * SHOT
        # An accepted one is left out of several.
        await window.session.edit("Accept", [SetField(ShotTarget(A), "locked", True)])
        window.selection.select_shots([A, B, C])
        await until(lambda: plain(action.text()) == words)

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))


def test_what_a_budget_does_not_hold_is_no_part_of_a_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        await session.edit("B", [SetField(FilmTarget(), "budget_credits", 200)])
        window.selection.select_shots([A, B])
        action, page = window.menus.actions["variants"], window.pressing.page
        await until(action.isEnabled)
        action.trigger()
        await until(page.isVisible)
        assert "not enough" in page.heading.text()
        assert plain(page.make.text()) == f"Generate what fits · 3 takes · {3 * SHOT} cr"
        page.make.click()
        await until(lambda: takes(window) == [3, 0, 0])
        assert kie.service.paths().count(CREATE) == 3
        assert session.shot(B).trouble is None

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))


def test_accept_all_is_one_step_that_holds_the_takes_and_one_undo_takes_it_back(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, _kie: SmallKie) -> None:
        session = window.session
        await session.make(clips(A, B))
        before = session.file.read_text(encoding="utf-8")
        window.selection.select_shots([A, B, C])
        acts = window.inspector.several.acts
        await until(lambda: len(acts.acceptable()) == 2)
        offered(acts)["Accept all"].trigger()  # type: ignore[attr-defined]
        await until(lambda: session.film.shot(A).locked and session.film.shot(B).locked)
        assert [session.film.shot(key).take for key in (A, B, C)] == [1, 1, None]
        assert not session.film.shot(C).locked
        window.activateWindow()
        await until(window.isActiveWindow)
        window.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(window, Key.Key_Z, CTRL)
        await until(lambda: not (session.film.shot(A).locked or session.film.shot(B).locked))
        await until(lambda: session.file.read_text(encoding="utf-8") == before)

    qrun(on(qapp, tmp_path, monkeypatch, test, 3))
