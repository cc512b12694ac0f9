"""From practice to the real service and back: the key is tried, kept and forgotten by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from tests.support.canary import CANARY
from tests.support.service_process import Practice, practice_service
from tests.support.window import studio, until
from tests.support.work import CTRL, Key, Run, Work, press_button
from topa_studio.model.status import Stage
from topa_studio.ui.account.go_real import GoRealPage
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Practice]:
    """A service on this machine that stands where the real one would."""
    with practice_service(tmp_path) as made:
        monkeypatch.setenv("KIE_BASE_URL", made.base_url)
        monkeypatch.setenv("KIE_UPLOAD_URL", made.upload_url)
        yield made


def window_of(made: Studio) -> MainWindow:
    assert made.window is not None
    return made.window


def real_page(window: MainWindow) -> GoRealPage:
    return next(page for page in window.findChildren(GoRealPage))


def preferences(window: MainWindow) -> PreferencesPage:
    return next(page for page in window.findChildren(PreferencesPage))


def question(window: MainWindow) -> QMessageBox | None:
    return next((b for b in window.findChildren(QMessageBox) if b.isVisible()), None)


def test_go_real_tries_the_key_keeps_it_and_sends_nothing_by_itself(
    qrun: Run, qapp: QApplication, tmp_path: Path, own_user: Path, service: Practice
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            before = window_of(made)
            before.selection.select_shot("1__2")
            before.menus.actions["real"].trigger()
            page = real_page(before)
            assert page.isVisible()
            assert not page.isModal()
            await until(lambda: "127.0.0.1" in page.key.hosts.text())
            await until(lambda: len(page.prices.facts.rows) == 2)
            assert page.prices.facts.rows[0][:2] == ("First scene", page.prices.facts.rows[1][1])
            assert page.prices.note.text().startswith("The film is in draft quality")
            assert not page.go.isEnabled()
            assert page.key.field.echoMode() is QLineEdit.EchoMode.Password
            QTest.keyClicks(page.key.field, "a key!")
            QTest.keyClick(page.key.field, Key.Key_Return)
            await until(lambda: "holds blanks" in page.key.outcome.text())
            assert not page.go.isEnabled()
            page.key.field.selectAll()
            QTest.keyClicks(page.key.field, CANARY)
            press_button(page.key.test)
            await until(lambda: page.key.outcome.text().startswith("It works: "))
            assert page.go.isEnabled()
            page.key.field.insert("x")
            assert not page.go.isEnabled()
            QTest.keyClick(page.key.field, Key.Key_Backspace)
            QTest.keyClick(page.key.field, Key.Key_Return)
            await until(page.go.isEnabled)
            page.key.file.setChecked(True)
            press_button(page.go)
            press_button(page.go)
            await until(lambda: made.window is not before)
            await real(window_of(made))

        assert service.events("created") == []

    async def real(window: MainWindow) -> None:
        assert not window.session.practice
        assert window.session.spending.can_pay
        assert window.selection.shots == ("1__2",)
        assert window.session.shot("1__2").stage is Stage.NOT_MADE
        window.activateWindow()
        await until(window.isActiveWindow)
        QTest.keyClick(window, Key.Key_Comma, CTRL)
        page = preferences(window)
        await until(page.isVisible)
        assert "in a file that only" in page.place.text()
        assert kept()
        page.day.field.setFocus()
        QTest.keyClicks(page.day.field, "1")
        QTest.keyClick(page.day.field, Key.Key_Return)
        await until(lambda: window.session.money().scope == "day")
        assert window.session.money().left == 1
        batch = window.pressing.page
        window.making.generate(["1__2"])
        await until(batch.isVisible)
        assert batch.told.lines[0].text.endswith("left in today's budget.")
        press_button(batch.change)
        assert batch.day_budget.isVisible()
        QTest.keyClick(batch, Key.Key_Escape)
        press_button(page.forget)
        await until(lambda: question(window) is not None)
        box = question(window)
        assert box is not None
        press_button(next(b for b in box.buttons() if b.text() == "Forget it"))
        await until(lambda: not kept())
        assert service.events("created") == []

    def kept() -> list[Path]:
        return list(own_user.rglob("kie.key"))

    try:
        qrun(main())
    finally:
        # The key that the program was told to keep is no leak.
        for path in kept():
            path.unlink()


def test_without_a_key_a_press_sends_nothing_and_asks_for_one(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.reopen(False)
            window = window_of(made)
            assert not window.session.spending.can_pay
            window.selection.select_shot("1__1")
            press_button(window.inspector.shot.generate)
            await until(lambda: window.findChildren(GoRealPage))
            page = real_page(window)
            await until(page.isVisible)
            assert page.why.text().startswith("Nothing was sent")
            assert window.session.queue() == ()
            QTest.keyClick(page.key.field, Key.Key_Return)
            await until(lambda: page.key.outcome.text().startswith("There is no key yet"))
            QTest.keyClick(page, Key.Key_Escape)
            assert not page.isVisible()
            window.making.generate_elements(["Topa"])
            await until(page.isVisible)
            window.menus.actions["practise"].trigger()
            await until(lambda: made.window is not window)
            assert window_of(made).session.practice

    qrun(main())


def test_costs_add_up_to_the_top_bar_and_lead_to_their_scene(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = window_of(made)
            work = Work(window)
            QTest.mouseClick(window.top.money, Qt.MouseButton.LeftButton)
            page = window.pages.costs
            await until(page.isVisible)
            assert not page.isModal()
            assert page.heading.text() == "Nothing is spent yet"
            assert not page.scenes.isVisible()
            window.making.generate(["1__1"])
            await until(lambda: work.window.session.shot("1__1").stage is Stage.MADE)
            spent = window.session.money().spent
            await until(lambda: page.became.lines and page.became.lines[-1].credits == spent)
            *parts, _whole = page.became.lines
            assert sum(line.credits for line in parts) == spent
            parts = (*page.scenes.lines, *page.elements.lines)
            assert sum(line.credits for line in parts) == spent
            assert all(line.credits for line in parts)
            act = page.scenes.lines[0].act
            assert act is not None
            act()
            assert window.selection.scene == "1"
            QTest.keyClick(page, Key.Key_Escape)
            assert not page.isVisible()

    qrun(main())
