"""From 1280x720 to 3840x2160, in both sizes of text, languages and all views: nothing overlaps."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.widget_tree import faults
from tests.support.window import studio, until
from tests.support.work import Run
from tests.ui.test_views import at_rest, turn_by_action
from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

# A window of 1280x720 has a frame around it.
SMALL, USUAL, LAPTOP = (1276, 690), (1600, 1000), (1366, 738)
FULL_HD, FOUR_K = (1920, 1080), (3840, 2160)
VIEWS = (TIMELINE, BOARD, SHOT_LIST)
GRID: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {
    ("en", 100): (SMALL, FULL_HD),
    ("ru", 100): (LAPTOP, USUAL),
    ("ru", 200): (SMALL, FOUR_K),
    ("en", 200): (SMALL, USUAL),
}


async def at_peace(window: MainWindow) -> list[str]:
    """What is wrong with the window once it has come to rest."""
    found: list[str] = []
    for _ in range(20):
        found = faults(window)
        if not found:
            break
        await asyncio.sleep(0.02)
    return found


def test_the_column_of_the_inspector_stays_as_wide_whatever_is_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = await at_rest(made, wide=1596, high=952)
            docks = window.findChildren(QDockWidget)
            column = next(dock for dock in docks if dock.objectName() == "inspector")
            keys = [shot.key for shot in window.session.film.shots()]
            wide = column.width()
            widths = []
            for _ in range(2):
                for chosen in (keys, keys[:1]):
                    window.selection.select_shots(chosen)
                    await asyncio.sleep(0)
                    widths.append(column.width())
                window.selection.select_scene("1")
                widths.append(column.width())
            assert widths == [wide] * 6

    qrun(main())


@pytest.mark.parametrize(("language", "percent"), GRID)
def test_nothing_overlaps_or_is_cut_off_in_any_view_at_any_size(
    qrun: Run, qapp: QApplication, tmp_path: Path, language: str, percent: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            await made.change_look("text_percent", percent)
            wrong: list[str] = []
            for wide, high in GRID[language, percent]:
                window = await at_rest(made, wide=wide, high=high)
                for name in VIEWS:
                    await turn_by_action(window, name)
                    await until(lambda window=window: not window.folding._settle.isActive(), 60)
                    where = f"{wide}x{high} {percent} % {language} {name}: "
                    wrong += [where + fault for fault in await at_peace(window)]
                    if window.size() != QSize(wide, high):
                        wrong.append(f"{where}made the window {window.size().toTuple()}")
            await made.change_look("text_percent", 100)
            await made.change_look("language", "en")
            assert not wrong, "\n".join(wrong)

    qrun(main())


def test_the_look_for_faults_finds_them(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    row = QHBoxLayout(top)
    row.addWidget(QPushButton("Fine"))
    row.addWidget(QLabel("Well"))
    top.show()
    assert faults(top) == []
    (label,) = top.findChildren(QLabel)
    label.setText("Words that are longer")
    label.setFixedWidth(20)
    qtbot.waitUntil(lambda: label.width() == 20)
    assert [fault for fault in faults(top) if "Words that are longer" in fault]
    label.setWordWrap(True)
    label.setFixedSize(60, 10)
    assert [fault for fault in faults(top) if "Words that are longer" in fault]
    label.hide()
    stray = QPushButton("Over", top)
    stray.move(0, 0)
    stray.resize(top.size())
    stray.show()
    assert ["covers" in fault for fault in faults(top)] == [True]
    stray.resize(top.width() + 40, 4)
    stray.move(0, -2)
    assert ["sticks out" in fault for fault in faults(top)] == [True]
    stray.setWindowFlag(Qt.WindowType.Tool)
    assert faults(top) == []
