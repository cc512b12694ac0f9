"""What the top bar and the menus say, at any size of text and for any film."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.support.window import open_window, studio, until
from tests.support.work import Run, Work, on
from topa_studio.document.edits import FilmTarget, SetField
from topa_studio.ui.frame.top_bar import TopBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
TITLE = "Topa & Pusha: The Longest and Best Day of the Year"


def title_of(work: Work) -> QPushButton:
    return next(
        button
        for button in work.window.top.findChildren(QPushButton)
        if TITLE in button.accessibleName()
    )


def tip(top: TopBar) -> str:
    return top.money.toolTip()


@pytest.mark.parametrize("width", [1000, 1600])
def test_the_title_stays_in_the_bar_at_200_percent_and_ends_where_room_ends(
    qrun: Run, qapp: QApplication, tmp_path: Path, width: int
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            await made.window.session.edit("x", [SetField(FilmTarget(), "title", TITLE)])
            await made.change_look("text_percent", 200)
            work = Work(made.window)
            top = work.window.top
            top.setFixedSize(QSize(width, top.height()))
            top.refresh()
            title = title_of(work)
            assert title.isVisibleTo(top)
            assert title.width() >= 120
            assert title.text().startswith("Topa")
            assert title.text().endswith("…")
            assert TITLE in title.toolTip()
            shown = [w for w in top.findChildren(QPushButton) if w.isVisibleTo(top)]
            assert max(w.geometry().right() for w in shown) <= width
            await made.change_look("text_percent", 100)

    qrun(main())


def test_a_title_that_fits_is_whole(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await window.session.edit("x", [SetField(FilmTarget(), "title", TITLE)])
            window.top.refresh()
            assert title_of(Work(window)).text() == TITLE.replace("&", "&&")

    qrun(main())


def test_generate_in_the_menu_says_what_it_costs_as_the_card_does(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        menu, act = window.menus.shot, window.menus.actions["generate"]
        window.selection.select_shot("1__2")
        menu.aboutToShow.emit()
        offer = window.timeline.view.offers.shot("1__2")
        assert offer.startswith("Generate · ")
        assert act.text() == f"&{offer}"
        window.selection.select_shots(["1__2", "1__3"])
        menu.aboutToShow.emit()
        assert act.text().startswith("&Generate 2 · ")
        window.selection.clear()
        menu.aboutToShow.emit()
        assert act.text() == "&Generate"
        assert not act.isEnabled()

    qrun(on(qapp, tmp_path, None, main))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_window_at_200_percent_fits_a_screen_of_1600(
    qrun: Run, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            await made.change_look("text_percent", 200)
            assert made.window is not None
            made.window.notice_bar.show_notice("error", "The disk is full. " * 30)
            assert made.window.minimumSizeHint().width() <= 1600
            assert made.window.width() <= 1600
            top = made.window.top
            await until(lambda: top.money.isVisible() and top.money.accessibleName() in tip(top))
            words = [w for w in top.money.findChildren(QLabel) if w.isVisible()]
            await until(lambda: all(w.width() >= w.sizeHint().width() for w in words))
            assert len(words) >= 2
            await made.change_look("text_percent", 100)
            await made.change_look("language", "en")

    qrun(main())
