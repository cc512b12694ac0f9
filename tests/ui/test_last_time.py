"""What was in line last time is offered over the queue; a press goes on with it or clears it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import CREATE, small_kie
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
ALL = ["1__1", "1__2", "1__3", "1__4"]
SPACE = "\N{NO-BREAK SPACE}"


def plain(words: str) -> str:
    return words.replace(SPACE, " ")


async def left_waiting(film: Path, environment: dict[str, str], *, practice: bool = False) -> None:
    async with opened(film, environment, practice=practice) as session:
        session.pause()
        session.press(clips(*ALL))
        await until(lambda: len(session.last_line.unsent()) == 4)


def test_it_is_offered_at_todays_price_and_goes_on_by_a_press(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 4)
            await left_waiting(film, kie.environment())
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                box, session = window.queue.left_over, window.session
                assert box.isVisibleTo(window)
                assert box.text.text() == "4 in line from last time"
                assert plain(box.go_on.text()) == "Continue · 168 cr"
                assert window.notice_bar.text == "4 in line from last time"
                await session.edit("x", [SetField(ShotTarget("1__4"), "prompt", "Else.")])
                await until(lambda: box.text.text() == "3 in line from last time")
                assert plain(box.go_on.text()) == "Continue · 126 cr"
                assert window.notice_bar.text != "4 in line from last time"
                box.go_on.click()
                page = window.pressing.page
                await until(lambda: page.isVisible())
                assert kie.service.paths().count(CREATE) == 0
                page.make.click()
                await until(lambda: session.shot("1__3").stage is Stage.MADE)
                await until(lambda: not box.isVisibleTo(window))
            assert kie.service.paths().count(CREATE) == 3

    qrun(main())


def test_in_practice_one_press_goes_on_with_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = plain_film(tmp_path / "film", 4)
        await left_waiting(film, {}, practice=True)
        async with open_window(qapp, tmp_path, film) as window:
            box = window.queue.left_over
            assert box.isVisibleTo(window)
            box.go_on.click()
            await until(lambda: not window.session.missing() and not window.session.queue())
            assert not window.pressing.page.isVisible()

    qrun(main())


def test_cleared_is_cleared(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 4)
            await left_waiting(film, kie.environment())
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                clear = next(b for b in window.notice_bar.buttons if b.text() == "Clear")
                clear.click()
                await until(lambda: not window.queue.left_over.isVisibleTo(window))
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                assert not window.queue.left_over.isVisibleTo(window)
            assert kie.service.paths().count(CREATE) == 0

    qrun(main())
