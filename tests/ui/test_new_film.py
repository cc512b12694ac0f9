"""A new film by its page: what it makes, what it leaves alone, and how one gets out of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

from tests.support.window import studio, until
from tests.ui.out.pages import opened, writing
from tests.ui.out.pages import page_of as page_over
from topa_studio.app.exporting.export import Stage
from topa_studio.app.films import films_folder
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.new_film.page import NewFilmPage
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def page_of(made: Studio) -> NewFilmPage:
    """The page, opened by the menu."""
    assert made.window is not None
    made.window.menus.actions["new"].trigger()
    page = made.new_films.page
    assert page is not None
    assert page.isVisible()
    return page


def files_in(folder: Path) -> dict[Path, bytes]:
    """All that a film keeps of itself but its lock."""
    kept = (path for path in folder.rglob("*") if path.is_file() and "lock" not in path.name)
    return {path: path.read_bytes() for path in kept}


def test_a_new_film_gets_its_own_folder_and_nothing_of_the_open_one_is_touched(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            session = made.window.session
            old = session.document.path
            label = "Title"
            await session.edit(label, [SetField(ShotTarget("1__1"), "title", "Mine")])
            await session.save()
            page = page_of(made)
            assert not page.make.isEnabled()
            assert page.make.text() == "Give it a title"
            before = files_in(old.parent)
            QTest.keyClicks(page.title, "The Lighthouse Cat")
            page.formats["9:16"].click()
            assert page.make.text() == "Make the film · 1 scene, 1 shot"
            QTest.keyClick(page.formats["9:16"], Qt.Key.Key_Return)
            await until(lambda: made.window and made.window.session.document.path != old)
            film = made.window.session.document
            assert film.path == films_folder() / "The Lighthouse Cat" / "scenario.yaml"
            assert film.scenario.film.title == "The Lighthouse Cat"
            assert film.scenario.film.aspect_ratio == "9:16"
            assert film.undo_label is None
            await until(lambda: made.window and made.window.selection.shot == "1__1")
            await until(lambda: made.window and made.window.inspector.shot.prompt.hasFocus())
            assert made.window.session.shot("1__1").takes == ()
            assert made.window.session.practice
            await until(lambda: made.new_films.page is None)
            assert {p: d for p, d in files_in(old.parent).items() if p.suffix == ".yaml"} == {
                p: d for p, d in before.items() if p.suffix == ".yaml"
            }
            await made.open(old, practice=True)
            assert made.window.session.document.undo_label == label
            assert len(made.window.session.document.scenario.shots()) == 4

    qrun(main())


def test_escape_leads_back_to_the_film_and_its_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            window.selection.select_shot("1__2")
            playback = window.furnish().player.playback
            window.menus.actions["play"].trigger()
            assert playback.playing
            page = page_of(made)
            assert not playback.playing
            QTest.keyClicks(page.title, "Nobody's")
            # N, Del and G would be shortcuts of the film under the page.
            for key in (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_G, Qt.Key.Key_Space):
                QTest.keyClick(page.place.change if key != Qt.Key.Key_Space else page, key)
            assert not window.timeline.isEnabled()
            assert len(window.session.document.scenario.shots()) == 4
            assert window.session.queue() == ()
            QTest.keyClick(page.title, Qt.Key.Key_Escape)
            assert made.new_films.page is None
            assert window.timeline.isEnabled()
            assert window.selection.shot == "1__2"
            assert not films_folder().exists()
            window.menus.actions["new_shot"].trigger()
            await until(lambda: len(window.session.document.scenario.shots()) == 5)

    qrun(main())


def test_another_place_is_a_folder_in_which_the_films_own_is_made(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            page = page_of(made)
            old = made.window.session.document.path
            page.title.setText("Tide")
            page.set_inside(old.parent / "output")
            assert page.trouble.isVisible()
            assert "belongs to the film that is open" in page.trouble.text()
            page.place.change.click()
            await until(lambda: made.window and made.window.findChildren(QFileDialog))
            (dialog,) = made.window.findChildren(QFileDialog)
            dialog.reject()
            page.set_inside(tmp_path / "elsewhere")
            page.make.click()
            await until(lambda: made.window and made.window.session.document.path != old)
            path = made.window.session.document.path
            assert path == tmp_path / "elsewhere" / "Tide" / "scenario.yaml"

    qrun(main())


def test_a_place_that_cannot_be_written_is_told_and_what_was_typed_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            (tmp_path / "file").write_text("")
            page.title.setText("Tide")
            page.set_inside(tmp_path / "file")
            page.make.click()
            await until(page.trouble.isVisible)
            assert "could not be written" in page.trouble.text()
            assert page.title.text() == "Tide"
            assert page.make.isEnabled()

    qrun(main())


def test_a_film_that_is_written_is_asked_about_before_another_is_made(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            exports = window.session.exports
            await writing(await page_over(window))
            window.out.close_page()
            page = page_of(made)
            page.title.setText("Second film")
            QTest.keyClick(page.title, Qt.Key.Key_Return)
            await answer(made, "Stay until it is written")
            await until(page.make.isEnabled)
            assert page.isVisible()
            assert page.title.text() == "Second film"
            assert made.window is window
            assert exports.under_way
            assert not films_folder().exists()
            QTest.keyClick(page.title, Qt.Key.Key_Return)
            await answer(made, "Cancel it and open")
            await until(lambda: made.window is not window and made.new_films.page is None)
            assert made.window is not None
            assert made.window.session.file == films_folder() / "Second film" / "scenario.yaml"
            await until(lambda: not exports.under_way)
            assert exports.all[0].stage is Stage.CANCELLED

    qrun(main())


async def answer(made: Studio, words: str) -> None:
    """Press a button of the question, which is asked once."""
    assert made.window is not None
    boxes: list[QMessageBox] = []

    def asked() -> bool:
        boxes[:] = [box for box in made.parent().findChildren(QMessageBox) if box.isVisible()]
        return bool(boxes)

    await until(asked)
    (box,) = boxes
    next(button for button in box.buttons() if button.text() == words).click()


def test_another_language_keeps_the_page_and_there_is_one_orange_button(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            page.title.setText("Прилив")
            page.formats["1:1"].click()
            primary = [b for b in page.findChildren(QPushButton) if b.property("role") == "primary"]
            assert primary == [page.make]
            await made.change_look("language", "ru")
            page = made.new_films.page or page
            assert page.isVisible()
            assert page.wish.title == "Прилив"
            assert page.wish.ratio == "1:1"
            assert page.make.text() == "Создать фильм · 1 сцена, 1 шот"
            await made.change_look("language", "en")

    qrun(main())
