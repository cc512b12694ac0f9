"""A new film out of a script, boards or a folder: what the page shows before, and what it makes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from tests.app.test_script_sources import _project as board_project
from tests.support.scripts import FOLDER
from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.ui.test_new_film import page_of
from tests.ui.test_sound_acts import drop
from topa_studio.app.films import films_folder
from topa_studio.film.scripts.breakdown import PlannedScene, PlannedShot
from topa_studio.ui.new_film.cards import Cards
from topa_studio.ui.new_film.page import NewFilmPage
from topa_studio.ui.widgets.parts import ScrollColumn

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
CAT = (FOLDER / "cat.fountain").read_text(encoding="utf-8")


async def read(page: NewFilmPage) -> None:
    """Wait until what was asked for is shown."""
    await until(lambda: page.preview.is_settled)


def chip(page: NewFilmPage, says: str) -> QPushButton:
    """The chip that says so."""
    (found,) = (b for b in page.findChildren(QPushButton) if b.accessibleName() == says)
    return found


def test_a_pasted_script_shows_live_what_it_becomes_and_is_made_so(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            QTest.keyClick(page.title, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
            assert page.starts["script"].isChecked()
            assert page.sides.film.each.isVisible()
            assert page.make.text() == "Paste the script first"
            assert not page.make.isEnabled()
            page.sides.script.edit.insertPlainText(CAT)
            await read(page)
            assert page.title.text() == "The Lighthouse Cat"
            assert page.make.text() == "Make the film · 3 scenes, 8 shots"
            assert page.sides.film.says.text() == "3 scenes, 8 shots · 0:38"

            page.sides.film.each.button("sentence").click()
            await read(page)
            assert page.make.text() == "Make the film · 3 scenes, 12 shots"
            page.sides.film.each.button("paragraph").click()
            await read(page)
            chip(page, "Leave Pepper a plain word").click()
            await read(page)
            assert [one.name for one in page.asked.found.film.elements] == [
                "Mila", "Lighthouse", "Pier",
            ]  # fmt: skip
            chip(page, "Make Pepper an element").click()
            await read(page)

            QTest.keyClick(page.sides.film.cards, Qt.Key.Key_Right)
            QTest.keyClick(page.sides.film.cards, Qt.Key.Key_Right)
            lit = page.sides.script.edit.extraSelections()
            assert lit[0].cursor.selectedText().startswith("PEPPER, a big grey cat")
            page.make.click()
            await until(lambda: made.window and made.window.session.film.count() == 8)
            assert made.window is not None
            session = made.window.session
            assert session.file.parent == films_folder() / "The Lighthouse Cat"
            assert session.film.film.script == "script/script.fountain"
            assert {e.name for e in session.film.elements} >= {"Pepper"}
            await until(lambda: made.window and made.window.selection.shot == "1__1")

    qrun(main())


def test_what_is_pasted_is_the_script_right_after_its_tile_was_pressed(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page, paste = page_of(made), Qt.KeyboardModifier.ControlModifier
            qapp.clipboard().setText(CAT)
            tile = page.starts["script"]
            tile.setFocus()
            QTest.keyClick(page.starts["nothing"], Qt.Key.Key_V, paste)
            assert page.sides.script.text == ""
            QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
            QTest.keyClick(tile, Qt.Key.Key_V, paste)
            qapp.clipboard().clear()
            await read(page)
            assert page.make.text() == "Make the film · 3 scenes, 8 shots"

    qrun(main())


def test_a_dropped_file_is_read_in_its_encoding_and_its_name_is_the_title(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            file = tmp_path / "Зимний фонарь.txt"
            file.write_bytes((FOLDER / "topa.txt").read_text(encoding="utf-8").encode("cp1251"))
            page = page_of(made)
            assert drop(page, QPoint(5, 5), file)
            await read(page)
            assert page.starts["script"].isChecked()
            assert page.title.text() == "Зимний фонарь"
            assert page.sides.script.text.startswith("1. ИНТ. ДОМ. УТРО")
            ways = page.sides.script.read_as
            assert ways.form.currentText() == "As it looks: Plain text"
            assert ways.encoding.currentText() == "Cyrillic · Windows-1251"
            await chosen(page, ways.encoding, "cp1252")
            assert page.sides.script.text.startswith("1. ÈÍÒ.")
            await chosen(page, ways.encoding, "cp1251")
            assert page.sides.script.text.startswith("1. ИНТ. ДОМ. УТРО")
            page.make.click()
            await until(lambda: made.window and made.window.session.film.film.script)
            assert made.window is not None
            kept = made.window.session.path(made.window.session.film.film.script)
            assert kept.read_bytes() == file.read_bytes()

    qrun(main())


async def chosen(page: NewFilmPage, box: QComboBox, value: str) -> None:
    """What a hand does in a list of choices."""
    at = box.findData(value)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)
    await read(page)


def test_a_wrong_guess_is_put_right_and_the_film_keeps_what_was_seen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            said = "Title: Φανός\n\nINT. Σπίτι - DAY\n\n@Μίλα\nΈλα.\n"
            file = tmp_path / "lamp.txt"
            file.write_bytes(said.encode("cp1253"))
            page = page_of(made)
            assert drop(page, QPoint(5, 5), file)
            await read(page)
            ways = page.sides.script.read_as
            assert ways.isVisible()
            await chosen(page, ways.encoding, "cp1253")
            assert page.sides.script.text == said
            assert ways.form.currentText() == "As it looks: Fountain"
            assert page.make.text() == "Make the film · 1 scene, 1 shot"
            await chosen(page, ways.form, "plain")
            assert page.asked.found.source.script.form == "plain"
            # The choice stays while words are changed, and goes with the text.
            page.sides.script.edit.insertPlainText(" ")
            await read(page)
            assert page.asked.found.source.script.form == "plain"
            assert not ways.encoding.isVisible()
            page.sides.script.set_text("")
            await read(page)
            assert not ways.isVisible()
            page.sides.script.set_text(said)
            await read(page)
            assert page.asked.found.source.script.form == "fountain"
            assert drop(page, QPoint(5, 5), file)
            await read(page)
            await chosen(page, ways.encoding, "cp1253")
            page.make.click()
            await until(lambda: made.window and made.window.session.film.film.script)
            assert made.window is not None
            film = made.window.session
            assert film.film.film.script == "script/lamp.fountain"
            assert film.path(film.film.film.script).read_text(encoding="utf-8") == said

    qrun(main())


def test_a_broken_file_takes_nothing_away_of_the_script_that_was_read(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            page.starts["script"].click()
            page.sides.script.set_text(CAT)
            await read(page)
            says = page.make.text()
            empty = tmp_path / "empty.fdx"
            empty.write_bytes(b"")
            assert drop(page, QPoint(5, 5), empty)
            await read(page)
            assert page.trouble.text() == "There is nothing in this script that could be a shot."
            assert page.trouble.isVisible()
            assert page.sides.script.text == CAT
            assert (page.make.text(), page.make.isEnabled()) == (says, True)
            page.sides.film.each.button("sentence").click()
            await read(page)
            assert page.make.text() not in (says, "Paste the script first")
            # Nor does one that begins with something else.
            assert drop(page, QPoint(5, 5), board_project(tmp_path / "boards"))
            await read(page)
            assert page.starts["storyboarder"].isChecked()
            says = page.make.text()
            assert drop(page, QPoint(5, 5), empty)
            await read(page)
            assert page.trouble.isVisible()
            assert (page.make.text(), page.make.isEnabled()) == (says, True)
            assert page.starts["storyboarder"].isChecked()

    qrun(main())


def test_boards_come_with_their_pictures_and_a_broken_file_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            broken = tmp_path / "broken.storyboarder"
            broken.write_text("{")
            assert drop(page, QPoint(5, 5), broken)
            await read(page)
            assert page.trouble.isVisible()
            assert "broken" in page.trouble.text()
            assert not page.make.isEnabled()
            assert drop(page, QPoint(5, 5), board_project(tmp_path / "boards"))
            await read(page)
            assert page.starts["storyboarder"].isChecked()
            assert "Without a picture: 1" in page.sides.drop.found.text()
            assert page.make.text() == "Make the film · 1 scene, 3 shots"
            page.make.click()
            await until(lambda: made.window and made.window.session.film.count() == 3)
            assert made.window is not None
            session = made.window.session
            await until(lambda: session.shot("1__1").panel is not None)
            assert session.shot("1__2").panel is not None
            assert session.shot("1__3").panel is None

    qrun(main())


def test_only_a_script_is_asked_what_a_shot_is_made_of(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            film = page.sides.film
            for start in ("folder", "storyboarder"):
                page.starts[start].click()
                assert film.isVisible()
                assert not film.each.isVisible()
                assert "A shot for each" not in shown_in(film)
            page.starts["script"].click()
            assert film.each.isVisible()
            assert "A shot for each" in shown_in(film)

    qrun(main())


def shown_in(part: QWidget) -> list[str]:
    """What can be read in it now."""
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_lengths_on_the_cards_are_written_as_elsewhere(qapp: QApplication) -> None:
    shots = tuple(PlannedShot("A pier", (), 600, (), (), "", None) for _ in range(2))
    assert Cards()._length(PlannedScene("Pier", "", "", "", "", shots, 0)).endswith(" · 1,200 s")


def test_a_folder_that_is_a_film_is_opened_as_it_is(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            other = small_film(tmp_path / "other", 2)
            before = other.read_bytes()
            page = page_of(made)
            page.starts["folder"].click()
            page.read(other.parent)
            await read(page)
            assert page.make.text() == "Open the film"
            page.make.click()
            await until(lambda: made.window and made.window.session.file == other)
            assert other.read_bytes() == before

    qrun(main())


def test_another_language_keeps_the_script_and_its_choices(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            page = page_of(made)
            page.starts["script"].click()
            page.sides.script.edit.insertPlainText(CAT)
            await read(page)
            page.sides.film.each.button("sentence").click()
            await read(page)
            await made.change_look("language", "ru")
            page = made.new_films.page or page
            await read(page)
            assert page.sides.script.text == CAT
            assert page.sides.film.each.value == "sentence"
            assert "12 шотов" in page.make.text()
            await made.change_look("language", "en")

    qrun(main())


@pytest.mark.parametrize(("size", "percent"), [((1280, 720), 100), ((1280, 720), 200)])
def test_the_script_can_be_written_in_every_size(
    qrun: Run, qapp: QApplication, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            if percent != 100:
                await made.change_look("text_percent", percent)
            assert made.window is not None
            made.window.resize(*size)
            page = page_of(made)
            page.starts["script"].click()
            page.sides.script.edit.insertPlainText(CAT)
            await read(page)
            await asyncio.sleep(0.05)
            assert page.sides.isVisible()
            assert page.sides.script.edit.height() >= 60
            assert page.sides.film.cards.height() >= 60
            ways = page.sides.script.read_as
            assert ways.form.visibleRegion().boundingRect() == ways.form.rect()
            assert page.sides.script.edit.visibleRegion().boundingRect().height() >= 60
            other = tmp_path / "топа.txt"
            other.write_bytes((FOLDER / "topa.txt").read_text(encoding="utf-8").encode("cp1251"))
            page.form.title.setFocus()
            column = page.form.findChild(ScrollColumn)
            assert column is not None
            column.verticalScrollBar().setValue(0)
            assert drop(page, QPoint(5, 5), other)
            await read(page)
            await until(lambda: ways.encoding.isVisible())
            await until(
                lambda: ways.encoding.visibleRegion().boundingRect() == ways.encoding.rect()
            )
            if percent != 100:
                await made.change_look("text_percent", 100)

    qrun(main())
