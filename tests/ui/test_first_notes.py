"""The three notes of a first start: once, in order, beside what they are about."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from tests.support.window import studio, until
from topa_studio.ui.first_notes import Bubble, FirstNotes
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shortcuts.page import ShortcutsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def shown(notes: FirstNotes) -> Bubble:
    assert notes.bubble is not None
    assert notes.bubble.isVisible()
    return notes.bubble


def test_three_notes_come_once_in_order_and_can_be_asked_for_again(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            assert notes.bubble is None
            made.store.change(noted=False)
            await made.change_look("theme", "light")
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            await until(lambda: notes.bubble)
            assert made.store.now.noted
            # A start after a crash knows it, too.
            await until(lambda: PreferenceStore(made.store.path).now.noted)
            titles, buttons = [], []
            while notes.bubble is not None:
                titles.append(shown(notes).accessibleName())
                buttons.append(shown(notes).next_button.text())
                QTest.mouseClick(shown(notes).next_button, Qt.MouseButton.LeftButton)
            assert titles == ["Drag any shot", "Make it", "Space plays"]
            assert buttons == ["Next", "Next", "Done"]
            await made.change_look("theme", "dark")
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            assert notes.bubble is None
            window.menus.actions["first_notes"].trigger()
            QTest.mouseClick(shown(notes).close_button, Qt.MouseButton.LeftButton)
            assert notes.bubble is None
            window.menus.actions["shortcuts"].trigger()
            (page,) = window.findChildren(ShortcutsPage)
            again = [b for b in page.findChildren(QPushButton) if b.text().endswith("notes again")]
            again[0].click()
            assert shown(notes).accessibleName() == "Drag any shot"

    qrun(main())


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720)])
def test_a_note_never_covers_what_it_points_at(
    qrun: Run, qapp: QApplication, tmp_path: Path, size: tuple[int, int], percent: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("text_percent", percent)
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            window.stand_at(QRect(0, 0, *size))
            await until(lambda: window.folding._sized == window.folding.room)
            notes.begin()
            for note in notes.notes():
                bubble = shown(notes)
                bubble.point_at(note)
                assert not bubble.geometry().intersects(note.at())
                assert window.rect().contains(bubble.geometry())
                bubble.next_button.click()
            await made.change_look("text_percent", 100)

    qrun(main())


@pytest.mark.parametrize("view", ["view_timeline", "view_board", "view_shot_list"])
@pytest.mark.parametrize("size", [(1600, 1000), (1280, 720)])
def test_the_first_note_covers_no_tool_and_no_scenes_button(
    qrun: Run, qapp: QApplication, tmp_path: Path, size: tuple[int, int], view: str
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            window.stand_at(QRect(0, 0, *size))
            await until(lambda: window.folding._sized == window.folding.room)
            window.commands.do(view)
            timeline = window.timeline
            ground = timeline.views.widget.viewport()

            def area() -> QRect:
                return QRect(ground.mapTo(window, QPoint()), ground.size())

            def covers_nothing() -> bool:
                notes.begin()
                place = shown(notes).geometry()
                cards = [timeline.card_rect(f"1__{n}") for n in range(1, 5)]
                over = [c for c in cards if c.translated(area().topLeft()).intersects(place)]
                return area().contains(place) and not over and not cards[0].isEmpty()

            await until(covers_nothing, 20)
            bubble = shown(notes)
            for tool in window.findChildren(QAbstractButton):
                if tool.isVisible() and not bubble.isAncestorOf(tool):
                    place = QRect(tool.mapTo(window, QPoint()), tool.size())
                    assert not place.intersects(bubble.geometry()), tool.accessibleName()

    qrun(main())


def test_the_film_can_be_used_under_a_note_and_a_change_of_look_keeps_its_place(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            window.menus.actions["first_notes"].trigger()
            shown(notes).next_button.click()
            window.selection.select_shot("1__3")
            window.menus.actions["new_shot"].trigger()
            await until(lambda: len(window.session.document.scenario.shots()) == 5)
            assert shown(notes).accessibleName() == "Make it"
            await made.change_look("language", "ru")
            notes = made.notes
            assert notes is not None
            assert shown(notes).accessibleName() == "Создайте его"
            await made.change_look("language", "en")

    qrun(main())


def test_notes_wait_while_a_page_lies_over_the_film(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            made.store.change(noted=False)
            await made.change_look("theme", "light")
            window, notes = made.window, made.notes
            assert window is not None
            assert notes is not None
            window.commands.do("new")
            page = made.new_films.page
            assert page is not None
            begun = False

            def tells() -> None:
                nonlocal begun
                begun = True

            notes._soon.timeout.connect(tells)
            # Its own time may have come before the page was there.
            notes._soon.start(0)
            await until(lambda: begun)
            assert notes.bubble is None
            page.leave()
            await until(lambda: notes.bubble)

    qrun(main())
