"""A script dropped on its film's window: what changed is shown, and comes as one step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.support.scripts import FOLDER
from tests.support.window import open_window, until
from tests.ui.test_sound_acts import drop
from topa_studio.app.scripts.making import Making, make_at
from topa_studio.app.scripts.sources import pasted
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.script_acts import ScriptActs
from topa_studio.ui.script_again.page import ScriptAgain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
CAT = (FOLDER / "cat.fountain").read_text(encoding="utf-8")


def _film(tmp_path: Path) -> Path:
    return make_at(tmp_path / "cat", "Cat", "16:9", Making(pasted(CAT, "cat.fountain")))


def _changed(tmp_path: Path) -> Path:
    file = tmp_path / "cat.fountain"
    words = CAT.replace("with a torn sail", "without a mast").replace("wet boards", "dry boards")
    file.write_text(words, encoding="utf-8")
    return file


def _acts(window: MainWindow) -> ScriptActs:
    acts = window.findChild(ScriptActs)
    assert acts is not None
    return acts


async def _page(window: MainWindow) -> ScriptAgain:
    acts = _acts(window)
    await until(lambda: acts.page is not None)
    assert acts.page is not None
    return acts.page


def _words(page: ScriptAgain) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_dropped_script_shows_what_changed_and_undo_takes_all_of_it_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, _film(tmp_path)) as window:
            session = window.session
            before = session.document.text
            own = SetField(ShotTarget("2__2"), "prompt", "My own words")
            await session.edit("By hand", [own])
            by_hand = session.document.text
            assert drop(window, QPoint(5, 5), _changed(tmp_path))
            page = await _page(window)
            words = _words(page)
            assert "Shot 2.2" in words
            assert "was changed by hand, and stays as it is" in words
            assert "In the script: @Pier. @Mila runs along the dry boards" in words
            assert session.document.text == by_hand
            primary = [b for b in page.findChildren(QPushButton) if b.property("role") == "primary"]
            assert primary == [page.bring]
            page.bring.click()
            await until(lambda: _acts(window).page is None)
            film = session.film
            assert "without a mast" in film.shot("2__1").prompt
            assert film.shot("2__2").prompt == "My own words"
            assert film.film.script == "script/cat (2).fountain"
            window.menus.actions["undo"].trigger()
            await until(lambda: session.document.text == by_hand)
            window.menus.actions["undo"].trigger()
            await until(lambda: session.document.text == before)

    qrun(main())


def test_a_second_press_at_once_brings_the_script_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, _film(tmp_path)) as window:
            session = window.session
            before, count = session.document.text, session.film.count()
            longer = tmp_path / "cat.fountain"
            longer.write_text(f"{CAT}\n\nThe cat sleeps on the pier.\n", encoding="utf-8")
            assert drop(window, QPoint(5, 5), longer)
            page = await _page(window)
            page.bring.click()
            page.bring.click()
            await until(lambda: _acts(window).page is None)
            await window.desk.settled()
            assert session.film.count() == count + 1
            window.menus.actions["undo"].trigger()
            await until(lambda: session.document.text == before)

    qrun(main())


def test_escape_leaves_the_film_as_it_is_and_the_same_script_brings_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, _film(tmp_path)) as window:
            before = window.session.document.text
            acts = _acts(window)
            acts.show(_changed(tmp_path))
            page = await _page(window)
            await asyncio.sleep(0.05)
            window.grab()
            QTest.keyClick(page, Qt.Key.Key_Escape)
            assert acts.page is None
            assert window.session.document.text == before
            same = tmp_path / "same.fountain"
            same.write_text(CAT, encoding="utf-8")
            acts.show(same)
            await until(lambda: "says what the script says" in _told(window))
            assert acts.page is None

    qrun(main())


def test_a_film_without_a_script_takes_no_drop_and_says_why_when_asked(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.commands.actions["bring_script"].trigger()
            await until(lambda: "A new film can begin with one" in _told(window))
            assert drop(window, QPoint(5, 5), _changed(tmp_path))
            await until(lambda: "means nothing there" in _told(window))
            _acts(window).show(tmp_path / "cat.fountain")
            await until(lambda: "was not made of a script" in _told(window))

    qrun(main())


def _told(window: MainWindow) -> str:
    return window.notice_bar.text
