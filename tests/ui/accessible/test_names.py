"""Every control of the window has a name, as Qt's own tree tells it to a screen reader."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from tests.support.window import open_window
from tests.ui.accessible.heard import NAME
from topa_studio.ui.film.kinds import VIEWS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Run = Callable[[Coroutine[Any, Any, Any]], Any]


def walk(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all in it, as far as it is shown."""
    yield thing
    for at in range(thing.childCount()):
        child = thing.child(at)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child)


def nameless(thing: QAccessibleInterface) -> list[str]:
    return [
        f"{each.role().name} {each.object()}"
        for each in walk(thing)
        if each.state().focusable and not each.text(NAME)
    ]


def test_every_control_has_a_name(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            found: dict[str, list[str]] = {}
            top = QAccessible.queryAccessibleInterface(window)
            key = window.session.film.scenes[0].shots[0].key
            for view in VIEWS.values():
                for what, choose in (
                    ("nothing", window.selection.clear),
                    ("shot", lambda: window.selection.select_shot(key)),
                    ("scene", lambda: window.selection.select_scene("1")),
                    ("element", lambda: window.selection.select_element("Topa")),
                ):
                    window.commands.do(view.command)
                    choose()
                    await asyncio.sleep(0.05)
                    found[f"{view.name}, {what}"] = nameless(top)
            assert sum(1 for each in walk(top) if each.state().focusable) > 40
            told = {where: names for where, names in found.items() if names}
            assert told == {}

    qrun(main())
