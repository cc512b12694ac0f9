"""Quit while a film is written: asked about each, and never done by a film that is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.window import until
from tests.ui.out.pages import click, opened, page_of, planned, writing
from topa_studio.app.exporting.export import Stage
from topa_studio.app.exporting.exports import Exports
from topa_studio.film.export.choices import What
from topa_studio.film.paper.choices import Paper
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.quitting.exporting import being_written
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def ends(made: Studio) -> bool:
    """Whether the program was asked to end."""
    return made.quit._event.is_set()


def offer(window: MainWindow, words: str) -> QPushButton:
    return next(button for button in window.notice_bar.buttons if button.text() == words)


def test_each_film_that_is_written_is_asked_about(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            exports = window.session.exports
            for _ in range(2):
                page = await page_of(window)
                await writing(page)
                window.close()
                assert "being written" in window.notice_bar.text
                exports.cancel(exports.under_way[0].id)
                await until(lambda: not exports.under_way)
                # What it says is not so any more.
                assert "being written" not in window.notice_bar.text
                assert made.window is window

    qrun(main())


def test_a_question_that_was_put_away_is_asked_again(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            await writing(await page_of(window))
            window.close()
            window.notice_bar.next()
            window.close()
            assert "being written" in window.notice_bar.text
            assert not ends(made)
            window.close()
            await until(lambda: made.window is None)

    qrun(main())


def test_the_question_is_seen_in_front_of_what_was_told_before(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            bar = window.notice_bar
            bar.show_notice("error", "A damaged file")
            await writing(await page_of(window))
            window.close()
            assert "being written" in bar.text
            # Only who has read it quits by a second press.
            bar.show_notice("error", "Another damaged file")
            window.close()
            assert not ends(made)
            assert "being written" in bar.text
            offer(window, "Quit now")
            window.close()
            await until(lambda: made.window is None)

    qrun(main())


def test_it_quits_once_all_is_written(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            await writing(await page_of(window))
            exports = window.session.exports
            window.close()
            click(offer(window, "Quit once it is written"))
            assert not ends(made)
            await until(lambda: made.window is None)
            assert exports.all[0].stage is Stage.DONE

    qrun(main())


def test_what_is_cancelled_closes_nothing_and_what_is_written_later_neither(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            await writing(await page_of(window))
            exports = window.session.exports
            window.close()
            click(offer(window, "Quit once it is written"))
            exports.cancel(exports.under_way[0].id)
            await until(lambda: not exports.under_way)
            assert not ends(made)
            page = await page_of(window)
            await planned(page, lambda: click(page.options.size_switch.button("film")))
            click(page.save)
            await until(lambda: exports.all[0].stage is Stage.DONE)
            assert not ends(made)
            assert made.window is window

    qrun(main())


def test_a_press_that_comes_with_the_end_quits_at_once(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path) as (made, window):
            page = await page_of(window)
            click(page.save)
            exports = window.session.exports
            window.close()
            card = window.notice_bar._now
            assert card is not None
            await until(lambda: not exports.under_way)
            assert "being written" not in window.notice_bar.text
            assert not ends(made)
            card.offers[0].act()
            await until(lambda: made.window is None)
            assert exports.all[0].stage is Stage.DONE

    qrun(main())


def test_what_is_being_written_is_named() -> None:
    def told(*kinds: str) -> str:
        under_way = tuple(SimpleNamespace(what=kind) for kind in kinds)
        return being_written(cast(Exports, SimpleNamespace(under_way=under_way)))

    assert told(What.FILM) == "A film is being written."
    assert told(Paper.SHOT_LIST) == "A shot list is being written."
    assert told(Paper.REVIEW) == "A review page is being written."
    assert told("fcpxml") == "The files for an editor are being written."
    assert told(Paper.PDF, What.FILM).startswith("2 file")
