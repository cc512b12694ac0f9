"""Preferences: one declaration makes the page; what is chosen holds at once and can be undone."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.support.widget_tree import faults
from tests.support.window import studio, until
from tests.support.work import CTRL, Key, Run
from topa_studio.ui.account.preferences_page import PreferencesPage
from topa_studio.ui.account.settings import SETTINGS, Kind, at_the_start
from topa_studio.ui.board.glide import Glide
from topa_studio.ui.look.motion import use_motion
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.studio import Studio
from topa_studio.ui.widgets.parts import Switch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def window_of(made: Studio) -> MainWindow:
    assert made.window is not None
    return made.window


def page_of(window: MainWindow) -> PreferencesPage:
    (page,) = window.findChildren(PreferencesPage)
    return page


def switch(page: PreferencesPage, name: str) -> Switch:
    found = page.field(name)
    assert isinstance(found, Switch)
    return found


def test_each_setting_is_a_field_of_the_preferences_and_offers_what_it_starts_with() -> None:
    known = {field.name for field in fields(Preferences)}
    for setting in SETTINGS:
        assert setting.name in known
        usual = at_the_start()[setting.name]
        if setting.kind is Kind.CHOICE:
            assert usual in [value for value, _words in setting.values]
        else:
            assert isinstance(usual, bool)


def test_the_page_opens_by_its_key_and_what_is_chosen_holds_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            before = window_of(made)
            before.activateWindow()
            QTest.keyClick(before, Key.Key_Comma, CTRL)
            page = page_of(before)
            assert page.isVisible()
            assert not before.timeline.isEnabled()
            dark = tokens().bg.name()
            QTest.mouseClick(switch(page, "theme").button("light"), Qt.MouseButton.LeftButton)
            await until(lambda: made.window is not before, 60)
            window = window_of(made)
            assert tokens().bg.name() != dark
            # It is still there, and says what is chosen.
            await until(lambda: window.findChildren(PreferencesPage), 60)
            page = page_of(window)
            await until(page.isVisible, 60)
            assert switch(page, "theme").value == "light"
            switch(page, "quitting").button("now").click()
            dollars = page.field("dollars")
            assert isinstance(dollars, QCheckBox)
            QTest.keyClick(dollars, Key.Key_Space)
            assert (made.store.now.quitting, made.store.now.dollars) == ("now", False)
            QTest.keyClick(page, Key.Key_Escape)
            assert not page.isVisible()
            assert window.timeline.isEnabled()

    qrun(main())


@pytest.mark.parametrize(
    ("name", "key"),
    [("theme", Key.Key_Right), ("language", Key.Key_Right), ("text_percent", Key.Key_Right)],
)
def test_the_keyboard_is_at_the_same_setting_after_another_look(
    qrun: Run, qapp: QApplication, tmp_path: Path, name: str, key: Qt.Key
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            before = window_of(made)
            before.resize(1276, 690)
            before.menus.actions["preferences"].trigger()
            field = switch(page_of(before), name)
            assert field.value is not None
            page_of(before).sight.ensureWidgetVisible(field)
            field.button(field.value).setFocus()
            QTest.keyClick(field, key)
            chosen = field.value
            await until(lambda: made.window is not before, 60)
            window = window_of(made)
            await until(lambda: window.findChildren(PreferencesPage), 60)
            again = switch(page_of(window), name)
            assert again.value == chosen
            await until(lambda: window.focusWidget() is again.button(chosen), 20)
            await until(lambda: not again.visibleRegion().isEmpty(), 20)
            made.store.change(text_percent=100, theme="dark", language="en")
            made._take_look()

    qrun(main())


def test_as_at_the_start_takes_all_settings_back_and_nothing_else(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = window_of(made)
            window.menus.actions["preferences"].trigger()
            page = page_of(window)
            switch(page, "jobs").button("1").click()
            line = window.session._production.runner.line
            assert line.slots == 1
            switch(page, "motion").button("less").click()
            made.store.change(volume=0.3)
            page.reset.click()
            assert line.slots == 8
            now = made.store.now
            assert {name: getattr(now, name) for name in at_the_start()} == at_the_start()
            assert now.volume == pytest.approx(0.3)
            await until(lambda: made.window is not window, 60)
            again = window_of(made)
            await until(lambda: again.findChildren(PreferencesPage), 60)
            assert not page_of(again).reset.isEnabled()

    qrun(main())


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_on_the_page_is_cut_off(
    qrun: Run, qapp: QApplication, tmp_path: Path, percent: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("text_percent", percent)
            window = window_of(made)
            window.resize(1276, 690)
            window.menus.actions["preferences"].trigger()
            page = page_of(window)
            await until(lambda: not faults(page), 20)
            await made.change_look("text_percent", 100)

    qrun(main())


def test_with_less_motion_a_board_is_there_at_once(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    inside.setFixedSize(40, 2000)
    area.setWidget(inside)
    area.resize(100, 200)
    area.show()
    use_motion("less")
    try:
        Glide(area).by(300)
        assert area.verticalScrollBar().value() == 300
    finally:
        use_motion("")
