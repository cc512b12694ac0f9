"""One filled orange button a page; other paying ones have the second look, and Play is white."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.ui.look.colours import DARK, LIGHT, Tokens, accent_words, contrast, mix
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def orange(window: MainWindow) -> list[QPushButton]:
    found = window.findChildren(QPushButton)
    return [b for b in found if b.isVisible() and b.property("role") in ("primary", "answer")]


def test_the_window_has_one_orange_button_whatever_is_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            film, chosen = window.session.document.scenario, window.selection
            for choose in (
                chosen.clear,
                lambda: chosen.select_shot(film.shots()[0].key),
                lambda: chosen.select_scene(film.scenes[0].id),
                lambda: chosen.select_element(film.elements[0].name),
            ):
                choose()
                assert orange(window) == [window.top.primary]
            chosen.select_shot(film.shots()[0].key)
            assert window.inspector.shot.generate.property("role") == "second"
            play = window.player.transport.play_button
            edge = play.grab().toImage().pixelColor(QPoint(play.width() // 2, play.height() // 8))
            assert edge == tokens().text

    qrun(main())


@pytest.mark.parametrize("look", [DARK, LIGHT], ids=lambda look: look.name)
def test_words_of_the_second_look_can_be_read(look: Tokens) -> None:
    assert contrast(accent_words(look), mix(look.panel, look.accent, 0.18)) >= 4.5


def test_the_page_of_a_batch_is_as_high_as_what_it_says(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            page = window.pressing.page
            window.making.generate([shot.key for shot in window.session.document.scenario.shots()])
            await until(page.isVisible)
            last = page.facts.mapTo(page, QPoint(0, page.facts.height())).y()
            assert page.make.mapTo(page, QPoint()).y() - last < 120
            page.close()

    qrun(main())
