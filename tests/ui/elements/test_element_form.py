"""The form of an element: counters, a voice sample, where it is used; elements of other films."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.film_with_pictures import film_with_pictures
from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.ui.elements.dialogs import NewElementDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def sound(path: Path, seconds: int) -> str:
    """Silence of so many seconds."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * 8000 * seconds))
    return str(path)


def test_an_elements_form_counts_letters_takes_a_voice_and_leads_to_its_shots(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = film_with_pictures(tmp_path / "film")
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_element("Topa")
            form, page = window.inspector.element, window.furnish().room.page
            assert form._count.text() == "23 / 100"
            form.description.setPlainText("A bear. " * 12)
            assert form._count.text() == "96 / 100"
            assert form._count.property("role") == "warn"
            form.voice.chosen.emit(sound(tmp_path / "short.wav", 3))
            await until(window.notice_bar.isVisible)
            assert "3" in window.notice_bar.text
            assert form.voice.empty.isVisible()
            form.voice.chosen.emit(sound(tmp_path / "long.wav", 12))
            await until(lambda: "· 12 s" in form.voice.caption.text())
            assert form.voice.play.isEnabled()
            QTest.mouseClick(form.voice.remove, Qt.MouseButton.LeftButton)
            await until(form.voice.empty.isVisible)
            assert [b.accessibleName()[:3] for b in form.used.buttons] == ["1.1", "1.2"]
            window.timeline.filters.widen()
            QTest.mouseClick(form.used.all, Qt.MouseButton.LeftButton)
            assert not window.timeline.header.only.isHidden()
            QTest.mouseClick(form.used.buttons[1], Qt.MouseButton.LeftButton)
            assert window.selection.shot == "1__2"
            assert page is not None
            assert not page.isVisible()
            # The film stays narrowed to the shots that one came to look at.
            assert not window.timeline.header.only.isHidden()

    qrun(main())


def test_elements_of_another_film_come_with_their_pictures_in_one_step(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    other = film_with_pictures(tmp_path / "other")
    text = other.read_text(encoding="utf-8").replace("Topa", "Kesha")
    other.write_text(text, encoding="utf-8")
    folder = tmp_path / "other" / "output-practice" / "elements"
    (folder / "Topa").rename(folder / "Kesha")
    for number in (1, 2):
        old = folder / "Kesha" / f"Topa{number}.png"
        old.rename(old.with_name(f"Kesha{number}.png"))

    async def main() -> None:
        film = small_film(tmp_path / "film")
        before = film.read_bytes()
        async with open_window(qapp, tmp_path, film) as window:
            importing, session = window.furnish().importing, window.session
            await importing.show_film(other)
            dialog = importing.dialog
            assert dialog is not None
            assert not dialog.isModal()
            # A name that is taken here is not ticked by itself.
            assert dialog.ticked == ["Kesha"]
            QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
            await until(lambda: window.selection.element == "Kesha")
            page = window.furnish().room.page
            assert page is not None
            await until(lambda: len(page.tiles.tiles) == 2)
            window.menus.actions["undo"].trigger()
            await until(lambda: session.film.element("Kesha") is None)
            await until(lambda: film.read_bytes() == before)
            assert not page.isVisible()

    qrun(main())


def test_esc_leaves_an_elements_name_as_it_was_and_enter_takes_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = film_with_pictures(tmp_path / "film")
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_element("Topa")
            title = window.inspector.element.title
            window.activateWindow()
            await until(window.isActiveWindow)
            title.setFocus()
            QTest.keyClicks(title, "x")
            QTest.keyClick(title, Qt.Key.Key_Escape)
            await until(lambda: not title.hasFocus())
            await window.desk.settled()
            assert (title.text(), window.session.steps) == ("Topa", (None, None))
            title.setFocus()
            title.selectAll()
            QTest.keyClicks(title, "Teddy")
            QTest.keyClick(title, Qt.Key.Key_Return)
            await until(lambda: window.session.film.element("Teddy") is not None)

    qrun(main())


def test_a_name_that_cannot_be_had_squeezes_nothing_of_its_dialog(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = film_with_pictures(tmp_path / "film")
        async with open_window(qapp, tmp_path, film) as window:
            window.element_acts.new()
            dialog = next(iter(window.findChildren(NewElementDialog)))
            await until(dialog.isVisible)
            dialog.name.setText("topa")
            await until(
                lambda: dialog.trouble.height() > 1.5 * dialog.trouble.fontMetrics().height()
            )
            for part in (dialog.name, dialog.kind, dialog.make):
                assert part.height() >= part.sizeHint().height()
            dialog.close()

    qrun(main())
