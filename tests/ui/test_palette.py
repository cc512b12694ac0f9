"""Ctrl+K: every command, shot, scene and element by a few letters, without the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import open_window, studio, until
from tests.support.work import Run
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.palette.entries import Entry
from topa_studio.ui.palette.page import PaletteCard
from topa_studio.ui.palette.rows import spoken

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
CTRL = Qt.KeyboardModifier.ControlModifier


async def opened(window: MainWindow) -> PaletteCard:
    window.activateWindow()
    await until(window.isActiveWindow)
    window.timeline.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    card = window.command_palette.card
    assert card is not None
    assert card.isVisible()
    assert card.field.hasFocus()
    return card


def names(card: PaletteCard) -> list[str]:
    return [line.caption or line.entry.name for line in card.model.lines if line]  # type: ignore[union-attr]


def entry(card: PaletteCard) -> Entry:
    found = card.entry()
    assert found is not None
    return found


def retype(card: PaletteCard, words: str) -> None:
    card.field.clear()
    QTest.keyClicks(card.field, words)


def test_a_command_is_found_and_done_and_the_keyboard_goes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__2")
            card = await opened(window)
            QTest.keyClicks(card.field, "new sc")
            assert (entry(card).name, entry(card).key) == ("New scene", "Shift+N")
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert not card.isVisible()
            await until(lambda: len(window.desk.film.scenes) == 2)

    qrun(main())


def test_shots_scenes_and_elements_are_found_by_number_and_name(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            card = await opened(window)
            QTest.keyClicks(card.field, "1.3")
            assert (entry(card).number, entry(card).name) == ("1.3", "Shot 3")
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert window.selection.shots == ("1__3",)
            assert window.timeline.view.hasFocus()
            card = await opened(window)
            QTest.keyClicks(card.field, "morn")
            assert entry(card).aside == "scene · 4 shots · 0:12"
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert window.selection.scene == "1"
            card = await opened(window)
            QTest.keyClicks(card.field, "@val")
            assert names(card) == ["Elements", "@Valley"]
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert window.selection.element == "Valley"

    qrun(main())


def test_keys_walk_over_captions_and_esc_gives_the_keyboard_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            card = await opened(window)
            QTest.keyClicks(card.field, "shot")
            shown = [line.entry for line in card.model.lines if line.entry is not None]
            assert len(shown) <= 9
            met = [entry(card)]
            for _ in shown[1:]:
                QTest.keyClick(card.field, Qt.Key.Key_Down)
                met.append(entry(card))
            assert met == shown
            QTest.keyClick(card.field, Qt.Key.Key_PageUp)
            assert entry(card) == shown[0]
            QTest.keyClick(card.field, Qt.Key.Key_PageDown)
            assert entry(card) == shown[-1]
            QTest.keyClick(card.field, Qt.Key.Key_Up)
            assert entry(card) == shown[-2]
            assert f"{len(shown) - 1} of {len(shown)}" in card.field.accessibleDescription()
            QTest.keyClick(card.field, Qt.Key.Key_Escape)
            assert not card.isVisible()
            assert window.timeline.view.hasFocus()

    qrun(main())


def test_what_cannot_be_done_is_last_with_its_reason_and_does_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.clear()
            card = await opened(window)
            QTest.keyClicks(card.field, ">merge")
            assert (entry(card).is_able, entry(card).reason) == (False, "choose a shot first")
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert card.isVisible()
            retype(card, ">new")
            able = [line.entry.is_able for line in card.model.lines if line.entry is not None]
            assert able == sorted(able, reverse=True)

    qrun(main())


def test_a_click_does_it_and_one_beside_leaves(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            card = await opened(window)
            QTest.keyClicks(card.field, "1.2")
            rect = card.list.visualRect(card.model.index(1))
            left = Qt.MouseButton.LeftButton
            QTest.mouseClick(card.list.viewport(), left, pos=rect.center())
            assert window.selection.shots == ("1__2",)
            card = await opened(window)
            QTest.mouseClick(card, left, pos=card.card.geometry().topLeft() / 2)
            assert not card.isVisible()

    qrun(main())


def test_the_last_used_stand_first_also_after_a_restart(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def first() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            card = await opened(made.window)
            assert "Last used" not in names(card)
            QTest.keyClicks(card.field, "1.4")
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            card = await opened(made.window)
            assert names(card)[:2] == ["Last used", "Shot 4"]
            await made.store.save()

    async def second() -> None:
        async with studio(qapp, tmp_path, tmp_path / "film" / "film.yaml") as made:
            assert made.window is not None
            card = await opened(made.window)
            assert names(card)[:2] == ["Last used", "Shot 4"]

    qrun(first())
    qrun(second())


def test_russian_words_find_commands_in_english_and_no_hit_offers_the_search(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            card = await opened(window)
            card.field.insert("отменить")  # QTest types ASCII only
            assert entry(card).id == "undo"
            retype(card, "stone 3")
            assert entry(card).name == "Nothing called “stone 3”: search the words of shots?"
            QTest.keyClick(card.field, Qt.Key.Key_Return)
            assert window.timeline.header.search.hasFocus()
            assert window.timeline.table.shots.rowCount() == 1

    qrun(main())


def test_choices_of_the_view_menu_are_settings(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            card = await opened(window)
            QTest.keyClicks(card.field, "look light")
            assert entry(card).name == "Look: Light"
            retype(card, "size 150")
            assert entry(card).name == "Size of text: 150 %"
            retype(card, "150")  # no scene has this number
            assert entry(card).name == "Size of text: 150 %"
            retype(card, "1")
            assert {line.entry.name for line in card.model.lines if line.entry} == {
                "Morning", "Shot 1", "Shot 2", "Shot 3", "Shot 4",
            }  # fmt: skip

    qrun(main())


def test_what_costs_money_says_its_price_in_its_row(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await until(lambda: window.session.is_counted)
            window.selection.select_shot("1__2")
            card = await opened(window)
            known = {line.entry.id: line.entry for line in card.model.lines if line.entry}
            shot, film = known["generate"], known["generate_missing"]
            assert (shot.name, film.name) == ("Generate", "Generate all missing")
            button = window.inspector.button.text()
            assert shot.price
            assert button.endswith(shot.price)
            assert window.top.primary.text().endswith(film.price)
            assert film.price in spoken(film)
            # It stands at the right, in the colour of what pays.
            row = next(n for n, line in enumerate(card.model.lines) if line.entry is film)
            rect = card.list.visualRect(card.model.index(row))
            image = card.list.viewport().grab(rect).toImage()
            accent = tokens().accent.rgb()
            right = range(image.width() // 2, image.width())
            seen = sum(image.pixel(x, y) == accent for x in right for y in range(image.height()))
            assert seen > 10
            retype(card, "new shot")
            assert entry(card).price == ""

    qrun(main())
