"""A double click on a title, or F2, changes it where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.title_editor import TitleEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
Key = Qt.Key


def double_click(widget: QWidget, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, left, none, at)
    QTest.mouseDClick(widget, left, none, at)


def editor(window: MainWindow) -> TitleEditor:
    (found,) = [line for line in window.findChildren(TitleEditor) if line.isVisible()]
    return found


def write(line: TitleEditor, words: str, key: Key = Key.Key_Return) -> None:
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, key)


def test_titles_of_shot_scene_and_film_are_changed_in_place(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            film, view = window.session.document, window.timeline.view
            shot, scene = film.scenario.shots()[0], film.scenario.scenes[0]
            double_click(view.viewport(), view.title_rect(shot.key).center())
            line = editor(window)
            assert line.text() == shot.title
            assert view.card_rect(0).intersects(line.geometry())
            write(line, "A gust")
            await until(lambda: film.scenario.shot(shot.key).title == "A gust")
            heading = view.scene_title_rect(scene.id)
            double_click(view.viewport(), QPoint(heading.left() + 12, heading.center().y()))
            write(editor(window), "Windy")
            await until(lambda: film.scenario.scene(scene.id).title == "Windy")
            window.selection.clear()
            window.menus.actions["rename"].trigger()
            assert window.top.rect().contains(editor(window).geometry())
            write(editor(window), "The kite & I")
            await until(lambda: film.scenario.film.title == "The kite & I")
            await window.session.undo()
            assert film.scenario.film.title != "The kite & I"

    qrun(main())


def test_esc_leaves_a_title_as_it_was_and_a_press_elsewhere_takes_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            film = window.session.document
            key = film.scenario.shots()[0].key
            before = film.scenario.shot(key).title
            window.selection.select_shot(key)
            window.menus.actions["rename"].trigger()
            write(editor(window), "Not this", Key.Key_Escape)
            window.menus.actions["rename"].trigger()
            assert editor(window).text() == before
            line = editor(window)
            line.selectAll()
            QTest.keyClicks(line, "n1 G")  # letters that are keys of the film elsewhere
            window.player.setFocus()
            await until(lambda: film.scenario.shot(key).title == "n1 G")
            assert len(film.scenario.shots()) == 4

    qrun(main())


def test_an_element_is_not_given_a_name_that_another_has(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = tmp_path / "film" / "scenario.yaml"
        film.parent.mkdir()
        film.write_text(
            "elements:\n  characters:\n    - {name: Topa}\n  props:\n    - {name: Kite}\n"
            "scenes:\n  - id: 1\n    shots:\n"
            "      - {id: 1, prompt: '@Kite flies.', duration: 5}\n",
            encoding="utf-8",
        )
        async with open_window(qapp, tmp_path, film) as window:
            document = window.session.document
            card = window.elements.card("Kite")
            double_click(card, card.name_rect().center())
            line = editor(window)
            write(line, "topa")
            assert line.isVisible()
            assert "Topa" in line.accessibleDescription()
            write(line, "Dragon")
            await until(lambda: document.scenario.element("Dragon") is not None)
            assert document.scenario.shots()[0].prompt == "@Dragon flies."

    qrun(main())


def test_what_is_written_over_a_title_is_kept_when_the_window_ends(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            path = window.session.document.path
            window.selection.clear()
            window.menus.actions["rename"].trigger()
            line = editor(window)
            line.selectAll()
            QTest.keyClicks(line, "Last words")
            assert QRect(QPoint(), window.top.size()).contains(line.geometry())
        assert "Last words" in path.read_text(encoding="utf-8")

    qrun(main())
