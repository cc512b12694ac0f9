"""Out of date names its true cause, and one press, with its price, makes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.open_film import plain_film
from tests.support.small_kie import CREATE, small_kie
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.document.edits import FilmTarget, SceneTarget, SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.ui.film.words import card_sentence, tooltip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
SPACE = "\N{NO-BREAK SPACE}"


def test_each_cause_is_named_and_a_press_refreshes_what_is_out_of_date(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 3)
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                session, header = window.session, window.timeline.header
                act = window.menus.actions["refresh"]
                await session.make(clips("1__1", "1__2", "1__3"))
                assert header.refresh.text() == ""
                await session.edit("x", [SetField(ShotTarget("1__1"), "duration", 5)])
                target = ShotTarget("1__2")
                await session.edit("x", [SetField(target, "prompt", "A gull lands.")])
                await session.edit("x", [SetField(target, "mode", "pro")])

                def told(key: str) -> tuple[str, str]:
                    shot = session.document.scenario.shot(key)
                    one, status = session.document.scenario.number_of(key), session.shot(key)
                    return tooltip(one, shot, status), card_sentence(one, shot, status)

                for words in told("1__1"):
                    assert "ut of date: the length changed" in words
                    assert "the words" not in words
                assert all("the words, the quality" in words for words in told("1__2"))
                assert all("changed" not in words for words in told("1__3"))
                cost = session.quote(clips("1__1", "1__2")).credits
                offer = f"Refresh · {cost:g} cr"
                await until(lambda: header.refresh.text().replace(SPACE, " ") == offer)
                assert "2 out of" in act.text()
                header.refresh.click()
                page = window.pressing.page
                await until(lambda: page.isVisible())
                assert kie.service.paths().count(CREATE) == 3
                page.make.click()
                await until(lambda: kie.service.paths().count(CREATE) == 5)
                await until(lambda: session.shot("1__2").stage is Stage.MADE)
                await until(lambda: not header.refresh.text() and not act.isEnabled())
                await session.edit("x", [SetField(SceneTarget("1"), "background", "A hill")])
                window.selection.select_scene("1")
                scene = window.menus.actions["refresh_scene"]
                await until(lambda: "3 out of" in scene.text())
                assert "place or light of the scene" in told("1__3")[0]
                await session.edit("x", [SetField(ShotTarget("1__3"), "locked", True)])
                await until(lambda: "2 out of" in scene.text())

    qrun(main())


def test_in_practice_one_press_refreshes_and_what_is_left_out_is_still_told_first(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        film = plain_film(tmp_path / "film", 3)
        async with open_window(qapp, tmp_path, film) as window:
            session, header = window.session, window.timeline.header
            page = window.pressing.page
            keys = ["1__1", "1__2"]
            await session.make(clips(*keys))
            for seconds in (5, 6):
                edits = [SetField(ShotTarget(key), "duration", seconds) for key in keys]
                await session.edit("x", edits)
                await until(lambda: header.refresh.text().startswith("Refresh"))
                if seconds == 6:
                    await session.edit("x", [SetField(FilmTarget(), "budget_credits", 1)])
                    header.refresh.click()
                    await until(page.isVisible)
                    assert "budget is not enough" in page.heading.text()
                    continue
                header.refresh.click()
                await until(lambda: all(len(session.shot(key).takes) == 2 for key in keys))
                await until(lambda: not session.queue() and not header.refresh.text())
                assert not page.isVisible()
            assert [len(session.shot(key).takes) for key in keys] == [2, 2]

    qrun(main())
