"""Quitting while work is under way says what happens; what was sent may be waited for."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.open_film import opened, plain_film
from tests.support.scripted_service import json
from tests.support.small_kie import CREATE, SmallKie, small_kie
from tests.support.window import until
from tests.support.work import Key, Run
from topa_studio.app.session import ProjectSession
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.job import State
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.quitting.page import QuitPage
from topa_studio.ui.quitting.under_way import Sent, sent_jobs
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish
from topa_studio.ui.widgets.parts import PictureBox

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "No RHI backend", "Could not open media"
)
ALL = [f"1__{number}" for number in range(1, 7)]


class Bench:
    """A studio on a film of six shots, of which as many are sent as there are slots."""

    def __init__(self, made: Studio, kie: SmallKie, running: asyncio.Task[None]) -> None:
        self.studio = made
        self.kie = kie
        self.running = running

    @property
    def window(self) -> MainWindow:
        assert self.studio.window is not None
        return self.studio.window

    @property
    def page(self) -> QuitPage:
        assert self.studio.leaving.page is not None
        return self.studio.leaving.page

    @property
    def sent(self) -> int:
        return self.kie.service.paths().count(CREATE)

    async def work_under_way(self) -> None:
        """All are pressed; some are drawn, the others wait here."""
        self.kie.hold()
        session = self.window.session
        session.press(clips(*ALL))
        await until(lambda: session.jobs.on_the_way() and session.last_line.unsent())
        await until(lambda: len(session.jobs.on_the_way()) == self.sent == 4)

    async def ended(self) -> None:
        async with asyncio.timeout(60):
            await asyncio.shield(self.running)


@asynccontextmanager
async def bench(
    app: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Bench]:
    async with small_kie() as kie:
        for name, value in kie.environment().items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("topa_studio.app.opening._SLOTS", 4)
        film = plain_film(folder / "film", 6)
        store = PreferenceStore(folder / "window.json")
        store.change(language="en", theme="dark", noted=True)
        made = Studio(app, Wish(film), store)
        running = asyncio.create_task(made.run())
        await until(lambda: (made.window and made.window.is_furnished) or running.done())
        try:
            yield Bench(made, kie, running)
        finally:
            made.quit.set()
            await running


def words_of(page: QuitPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_page_says_what_was_sent_what_waits_and_enter_stays(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            await at.work_under_way()
            at.window.close()
            count = len(at.window.session.jobs.on_the_way())
            told = words_of(at.page)
            assert f"{count} shots are still being made" in told
            assert "KIE goes on drawing without this window" in told
            assert told.count("fetched at the next start") == count
            assert f"{6 - count} more wait here and were not sent" in told
            assert "$0.21" in told
            assert at.page.stay.text().startswith("Stay until they are here · ~")
            assert at.page.stay.hasFocus()
            at.window.close()
            QTest.mouseClick(at.page.never, Qt.MouseButton.LeftButton)
            QTest.mouseClick(at.page.never, Qt.MouseButton.LeftButton)
            at.window.timeline.view.setFocus()
            assert at.page.stay.hasFocus()
            QTest.keyClick(at.page.stay, Key.Key_G)
            assert at.page.isVisible()
            QTest.keyClick(at.page.stay, Key.Key_Return)
            assert at.studio.leaving.page is None
            assert not at.running.done()
            line = at.window.status.leaving
            assert line.isVisible()
            assert f"Quits when {count} are here" in line.text.text()
            sent = at.sent
            at.kie.finish()
            await at.ended()
            assert at.sent == sent
        async with opened(tmp_path / "film" / "film.yaml", at.kie.environment()) as session:
            made = [key for key in ALL if session.shot(key).stage is Stage.MADE]
            assert len(made) == count
            assert session.last_line.offered() == clips(*(k for k in ALL if k not in made))

    qrun(main())


def test_one_shot_is_told_of_as_one(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            at.kie.hold()
            session = at.window.session
            session.press(clips(ALL[0]))
            await until(lambda: len(session.jobs.on_the_way()) == at.sent == 1)
            at.window.close()
            told = words_of(at.page)
            assert "It was sent and paid for." in told
            assert "They" not in told
            assert at.page.stay.text().startswith("Stay until it is here")
            QTest.keyClick(at.page.stay, Key.Key_Return)
            at.kie.finish()
            await at.ended()

    qrun(main())


def test_esc_leads_back_to_the_film_and_nothing_ends_by_itself(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            await at.work_under_way()
            session, leaving = at.window.session, at.studio.leaving
            at.window.close()
            QTest.mouseClick(at.page.never, Qt.MouseButton.LeftButton)
            QTest.keyClick(at.page.stay, Key.Key_Escape)
            assert leaving.page is None
            assert not leaving.waits
            assert not session.paused
            assert not at.window.status.leaving.isVisible()
            at.window.close()
            QTest.keyClick(at.page.stay, Key.Key_Return)
            assert leaving.waits
            at.window.close()
            QTest.keyClick(at.page.stay, Key.Key_Escape)
            assert leaving.waits  # as before that press
            leaving.go_on()
            at.kie.finish()
            await until(lambda: all(session.shot(key).stage is Stage.MADE for key in ALL))
            assert not at.running.done()

    qrun(main())


def test_what_stands_at_the_closed_gate_is_in_line_and_does_not_run(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            session, told = at.window.session, at.window.queue.counted
            counted: list[tuple[int, int]] = []
            told.connect(lambda running, waiting: counted.append((running, waiting)))
            at.kie.hold()
            session.press(clips(*ALL[:2]))
            await until(lambda: len(session.jobs.on_the_way()) == at.sent == 2)
            # The second is sent with the first one, or held back after its answer.
            at.kie.creates = [json({"code": 429, "msg": "Too fast"}, Retry_After="15")] * 2
            session.press(clips(*ALL[2:]))
            await until(lambda: len(at.kie.creates) < 2 and intents(session) == 2)
            at.window.close()
            assert "2 shots are still being made" in words_of(at.page)
            assert "4 more wait here and were not sent" in words_of(at.page)
            QTest.keyClick(at.page.stay, Key.Key_Return)
            await until(lambda: counted[-1] == (2, 4))
            assert intents(session) == 2
            assert "Quits when 2 are here" in at.window.status.leaving.text.text()
            assert sorted(line.key for line in session.queue() if line.sent) == ALL[:2]
            assert [session.shot(key).stage for key in ALL[2:]] == [Stage.IN_LINE] * 4
            at.kie.finish()
            await at.ended()
        async with opened(tmp_path / "film" / "film.yaml", at.kie.environment()) as session:
            assert session.last_line.offered() == clips(*ALL[2:])

    qrun(main())


def intents(session: ProjectSession) -> int:
    """How many jobs are written down, and not sent yet."""
    return sum(job.state is State.INTENT for job in session.jobs.listing())


def test_a_row_shows_its_picture_as_soon_as_it_has_come(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blue = QColor(20, 40, 220)

    def with_panel(session: ProjectSession) -> tuple[Sent, ...]:
        return tuple(replace(one, picture="panel.png") for one in sent_jobs(session))

    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            picture = QImage(160, 90, QImage.Format.Format_RGB32)
            picture.fill(blue)
            assert picture.save(str(at.window.session.path("panel.png")))
            monkeypatch.setattr("topa_studio.ui.quitting.page.sent_jobs", with_panel)
            await at.work_under_way()
            at.window.close()
            boxes = at.page.findChildren(PictureBox)
            assert boxes
            for box in boxes:
                await until(lambda box=box: box.grab().toImage().pixelColor(28, 16) == blue)
            at.page.now.click()
            await at.ended()

    qrun(main())


def test_quit_now_ends_at_once_and_is_remembered_where_the_user_says_so(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            await at.work_under_way()
            at.window.menus.actions["quit"].trigger()
            page = at.page
            page.never.click()
            page.now.setFocus()
            QTest.keyClick(page.now, Key.Key_Return)
            await at.ended()
        assert PreferenceStore(tmp_path / "window.json").now.quitting == "now"

    qrun(main())


def test_whoever_stays_may_work_on_and_the_line_goes_on(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            await at.work_under_way()
            at.window.close()
            at.page.stay.click()
            assert at.window.session.paused
            await at.studio.change_look("theme", "light")
            line = at.window.status.leaving
            assert line.isVisible()
            line.back.click()
            assert not at.window.session.paused
            assert not line.isVisible()
            at.kie.finish()
            session = at.window.session
            await until(lambda: all(session.shot(key).stage is Stage.MADE for key in ALL))
            assert not at.running.done()
            at.window.close()
            assert at.studio.leaving.page is None
            await at.ended()

    qrun(main())


def test_the_page_goes_with_the_program_once_all_is_here(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            at.kie.hold()
            at.window.session.press(clips(*ALL[:1]))
            await until(lambda: at.window.session.jobs.on_the_way())
            at.window.close()
            assert at.page.isVisible()
            assert not at.page.waits.isVisible()
            at.kie.finish()
            await at.ended()

    qrun(main())


def test_nothing_more_is_sent_while_the_page_is_read(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path, monkeypatch) as at:
            await at.work_under_way()
            at.window.close()
            told = at.page.waits.text()
            assert told.startswith("2 ")
            at.kie.finish()
            await at.ended()
            assert at.sent == 4

    qrun(main())


def test_nothing_sent_asks_nothing_and_the_system_is_never_asked(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with bench(qapp, tmp_path / "one", monkeypatch) as at:
            at.window.session.pause()
            at.window.session.press(clips(*ALL))
            await until(lambda: len(at.window.session.last_line.unsent()) == 6)
            at.window.close()
            assert at.studio.leaving.page is None
            await at.ended()
            assert at.sent == 0
        async with bench(qapp, tmp_path / "two", monkeypatch) as at:
            await at.work_under_way()
            os.kill(os.getpid(), signal.SIGTERM)
            await at.ended()
            assert at.studio.leaving.page is None

    qrun(main())
