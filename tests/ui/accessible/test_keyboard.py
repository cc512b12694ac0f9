"""Tab reaches all that is seen, in each view; where the keyboard is can be seen, in both looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QScrollArea, QWidget

from tests.support.window import open_window
from topa_studio.ui.film.kinds import SHOT_LIST, VIEWS
from topa_studio.ui.look.theme import DARK, LIGHT, apply_theme
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.parts import bring_into_sight

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Run = Callable[[Coroutine[Any, Any, Any]], Any]


def wants(window: MainWindow) -> set[QWidget]:
    """What is seen and takes the keyboard by Tab."""
    found = set()
    for widget in window.findChildren(QWidget):
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if takes and widget.isVisible() and widget.focusProxy() is None and not _by_arrows(widget):
            found.add(widget)
    return found


def _group(widget: QWidget) -> QButtonGroup | None:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def _by_arrows(widget: QWidget) -> bool:
    """One of several of which one is on: Tab comes to that one, arrows to the others."""
    group = _group(widget)
    return group is not None and not cast(QAbstractButton, widget).isChecked()


def tabbed(window: MainWindow) -> list[QWidget]:
    """What has the keyboard after each Tab, until it is where it began."""
    found: list[QWidget] = []
    for _ in range(400):
        widget = window.focusWidget()
        assert widget is not None
        if widget in found[:-1]:
            return found
        if found[-1:] != [widget]:  # Tab goes from cell to cell before it leaves the shot list
            found.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come back")


def called(widgets: set[QWidget]) -> list[str]:
    return sorted(f"{type(w).__name__} {w.accessibleName()}" for w in widgets)


def seen(window: MainWindow, widget: QWidget) -> QImage:
    """How it looks, with what is painted around it."""
    corner = widget.mapTo(window, QPoint())
    return window.grab(QRect(corner, widget.size()).adjusted(-3, -3, 3, 3)).toImage()


def test_tab_reaches_all_that_is_seen(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.resize(1600, 900)
            window.activateWindow()
            key = window.session.film.scenes[0].shots[0].key
            for view in VIEWS.values():
                window.commands.do(view.command)
                window.selection.select_shot(key)
                window.timeline.setFocus()
                await asyncio.sleep(0.05)
                if view.name == SHOT_LIST:  # F6 leads out of the cells at once
                    before = window.focusWidget()
                    window.commands.do("next_pane")
                    assert window.focusWidget() is not before
                reached = tabbed(window)
                groups = {w.group() for w in reached if isinstance(w, QAbstractButton)} - {None}
                missed = {w for w in wants(window) if _group(w) not in groups} - set(reached)
                assert called(missed) == [], view.name

    qrun(main())


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=lambda look: look.name)
def test_where_the_keyboard_is_can_be_seen(
    qrun: Run, qapp: QApplication, tmp_path: Path, look: Any
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            apply_theme(qapp, look)
            window.resize(1600, 900)
            window.activateWindow()
            window.selection.select_shot(window.session.film.scenes[0].shots[0].key)
            window.timeline.setFocus()
            await asyncio.sleep(0.05)
            hidden = set()
            for widget in tabbed(window):
                if isinstance(widget, QScrollArea):
                    continue
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_sight(widget)
                await asyncio.sleep(0.02)
                with_keys = seen(window, widget)
                widget.clearFocus()
                await asyncio.sleep(0.02)
                if with_keys == seen(window, widget):
                    hidden.add(widget)
            assert called(hidden) == []

    try:
        qrun(main())
    finally:
        apply_theme(qapp, DARK)
