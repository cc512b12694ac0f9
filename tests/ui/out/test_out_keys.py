"""The page "Film out" by the keyboard, its picture, its names, and its lines in little room."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.window import until
from tests.ui.out.pages import click, opened, page_of, planned, writing
from topa_studio.app.exporting.export import Stage
from topa_studio.film.export.choices import What

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def test_the_keyboard_goes_round_on_the_page_and_back_to_where_it_was(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            window.timeline.setFocus()
            before = window.focusWidget()
            page = await page_of(window)
            assert page.kinds[What.FILM].hasFocus()
            for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                met = set()
                for _ in range(60):
                    at = window.focusWidget()
                    assert at is not None
                    assert page.isAncestorOf(at)
                    met.add(at)
                    QTest.keyClick(at, key)
                assert {page.save, page.place.name, page.head.back} <= met
            at = window.focusWidget()
            assert at is not None
            QTest.keyClick(at, Qt.Key.Key_Escape)
            assert window.out.page is None
            assert window.focusWidget() is before

    qrun(main())


def test_without_clips_the_keyboard_is_on_the_animatic(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, clips=()) as (_, window):
            page = await page_of(window)
            assert page.kinds[What.ANIMATIC].hasFocus()

    qrun(main())


def test_nothing_lies_over_the_picture_that_is_not_written(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            await until(lambda: page.preview.surface.frames)
            assert not page.options.numbers.isChecked()
            assert page.preview.surface.accessibleDescription() == ""

    qrun(main())


def test_the_name_of_a_film_that_was_cancelled_is_free_again(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            await writing(page)
            await until(page.place.note.isVisible)
            (line,) = page.written.lines.values()
            click(line.cancel)
            await until(lambda: not page.place.note.isVisible())
            await planned(page, lambda: click(page.options.size_switch.button("film")))
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.all[0].stage is Stage.DONE)
            assert exports.all[0].target.name == "Piers - the film.mp4"

    qrun(main())


def test_a_double_press_writes_one_film(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (_, window):
            page = await page_of(window)
            click(page.save)
            click(page.save)
            assert len(window.session.exports.all) == 1
            await planned(page, lambda: None)
            assert page.save.isEnabled()

    qrun(main())


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_lines_of_a_small_window_are_whole(
    qrun: Run, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            await made.change_look("language", language)
            window = made.window or window
            await until(lambda: window.is_furnished)
            window.resize(1280, 720)
            page = await page_of(window)
            heading = {"en": "Size, about", "ru": "Размер, около"}[language]
            assert heading in [label.text() for label in page.facts.findChildren(QLabel)]
            name = "Topa and Pusha - The Best Day of the Whole Summer.mp4"
            await planned(page, lambda: page.place.name.setText(name))
            click(page.save)
            exports = window.session.exports
            await until(lambda: exports.all[0].stage is Stage.DONE)
            await asyncio.sleep(0)
            QApplication.sendPostedEvents()
            (line,) = page.written.lines.values()
            one = line.facts.fontMetrics().height()
            assert line.name.height() >= line.name.fontMetrics().height()
            assert one <= line.facts.height() < 2 * one
            assert line.facts.heightForWidth(line.facts.width()) < 2 * one
            assert line.name.text().endswith(name)
            for button in (line.play, line.folder):
                assert button.width() >= button.sizeHint().width()
                assert line.rect().contains(button.mapTo(line, button.rect().bottomRight()))
            await made.change_look("language", "en")

    qrun(main())
