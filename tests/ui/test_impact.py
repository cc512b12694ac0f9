"""A change that makes made shots out of date is asked about where it was made, and never sends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.open_film import plain_film
from tests.support.small_kie import CREATE, SmallKie, clip_bytes, small_kie
from tests.support.window import open_window, studio, until
from tests.support.work import Run
from topa_studio.document.edits import DeleteShot, SetField, ShotTarget
from topa_studio.model.scenario import Element, FilmConfig, Scenario, Settings
from topa_studio.model.wish import clips
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import box_rect
from topa_studio.ui.film.model import Role
from topa_studio.ui.impact.card import Choice, ImpactCard
from topa_studio.ui.impact.subject import subjects
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
ONE, CHAINED, THREE = "1__1", "1__2", "1__3"


def stale(window: MainWindow) -> set[str]:
    return {s.key for s in window.session.film.shots() if window.session.shot(s.key).out_of_date}


def asked(window: MainWindow) -> set[str]:
    """Shots whose cards ask whether they are out of date."""
    shots = window.timeline.table.shots
    rows = range(shots.rowCount())
    wear = (row for row in rows if shots.data(shots.index(row), Role.STATUS).undecided)  # type: ignore[attr-defined]
    return {shots.shot(row).key for row in wear}


def run_made(
    qrun: Run,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    test: Callable[[MainWindow, ImpactCard, SmallKie], Awaitable[None]],
    sent: int = 3,
) -> None:
    """A window on three made shots, the second of which starts from the first."""

    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = plain_film(tmp_path / "film", 3)
            text = film.read_text(encoding="utf-8")
            film.write_text(text.replace("- id: 2\n", "- id: 2\n        start: previous\n"))
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                await window.session.make(clips(ONE))
                kie.clip = clip_bytes(4)
                await window.session.make(clips(CHAINED, THREE))
                window.activateWindow()
                await test(window, window.furnish().asking.card, kie)
                assert kie.service.paths().count(CREATE) == sent

    qrun(main())


def test_words_are_asked_about_when_their_field_is_left_and_put_back_takes_them_back(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, _kie: SmallKie) -> None:
        style = window.furnish().inspector.film.style_prefix
        style.setFocus()
        await until(style.hasFocus)
        QTest.keyClicks(style, "ink")
        await until(lambda: asked(window) == {ONE, CHAINED, THREE})
        assert card.isHidden()
        QTest.keyClicks(style, " on paper")
        window.timeline.view.setFocus()
        await until(card.isVisible)
        assert window.furnish().inspector.isAncestorOf(card)
        cost = window.session.quote(clips(ONE, CHAINED, THREE)).credits
        assert "style changed: 3 shots" in card.heading.text()
        assert f"{cost:g}" in card.heading.text()
        assert "Nothing is made anew" in card.foot.text()
        card.back.click()
        await until(lambda: not window.session.film.film.style_prefix)
        assert (stale(window), asked(window), card.isHidden()) == (set(), set(), True)
        assert style.toPlainText() == ""
        await window.session.redo()
        assert stale(window) == {ONE, CHAINED, THREE}
        assert card.isHidden()  # redo never asks

    run_made(qrun, qapp, tmp_path, monkeypatch, test)


def test_none_some_and_all_say_which_shots_are_out_of_date_and_undo_withdraws_the_question(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, _kie: SmallKie) -> None:
        form, view, session = window.furnish().inspector.film, window.timeline.view, window.session
        shots, every = window.timeline.table.shots, {ONE, CHAINED, THREE}

        async def change(quality: str) -> None:
            form.quality.button(quality).click()
            await until(card.isVisible)
            assert asked(window) == every

        await change("pro")
        await session.undo()
        assert (card.isHidden(), asked(window)) == (True, set())

        await change("pro")
        card.ways[Choice.NONE].click()
        card.keep.click()
        await until(lambda: not stale(window))
        # Both are one step, which is called what the user did.
        assert (session.steps[0], asked(window)) == ("Change film settings", set())
        await session.undo()
        assert (session.steps[0], stale(window)) == (None, set())
        await session.redo()
        assert (session.film.film.settings.mode, stale(window)) == ("pro", set())
        await session.undo()

        await session.edit("Accept", [SetField(ShotTarget(ONE), "locked", True)])
        every = {CHAINED, THREE}
        await change("pro")
        card.ways[Choice.CHOOSE].click()
        assert [shots.shot(row).key for row in range(shots.rowCount())] == [CHAINED, THREE]
        assert window.timeline.header.only.words == "Out of date?"
        picture = picture_rect(view.card_rect(0), view.look)
        spot = box_rect(picture, view.look).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert [*card.chosen] == [THREE]
        assert window.selection.shots == ()  # a press on a box chooses no card
        view.setFocus()
        view.setCurrentIndex(shots.index(1))
        QTest.keyClick(view, Qt.Key.Key_T)
        assert [*card.chosen] == []
        QTest.keyClick(view, Qt.Key.Key_T)
        assert card.spared == (CHAINED,)
        told, title = card.impact, card.heading.text().split(":")[0]
        card.show_impact(title, replace(told, keys=(ONE, *told.keys)))  # another clip has come
        assert (card.choice, card.chosen) == (Choice.CHOOSE, (ONE, THREE))
        card.show_impact(title, told)
        assert shots.rowCount() == 2
        one = session.quote(clips(THREE)).credits
        assert f"1 of 2 · {one:g}" in card.ways[Choice.CHOOSE].accessibleName()
        card.keep.click()
        await until(lambda: stale(window) == {ONE, THREE})
        assert (shots.rowCount(), asked(window), card.isHidden()) == (3, set(), True)

    run_made(qrun, qapp, tmp_path, monkeypatch, test)


def test_a_move_in_a_chain_is_asked_about_over_the_timeline_and_what_touches_nothing_is_not(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, kie: SmallKie) -> None:
        session, view = window.session, window.timeline.view
        order = [shot.key for shot in session.film.shots()]
        window.selection.select_shot(ONE)
        view.setFocus()
        view.shots_pushed.emit("move_last")
        await until(card.isVisible)
        assert asked(window) == {CHAINED}
        assert window.ground.isAncestorOf(card)
        assert not window.furnish().inspector.isAncestorOf(card)
        assert card.ways[Choice.CHOOSE].isHidden()  # there is only one
        await session.edit("Title", [SetField(ShotTarget(THREE), "title", "Three")])
        await until(card.back.isHidden)  # undo would take more back than was asked about
        await session.undo()
        await session.undo()
        await until(card.isHidden)
        assert ([shot.key for shot in session.film.shots()], asked(window)) == (order, set())

        window.selection.select_shot(THREE)
        view.shots_pushed.emit("move_first")
        words = window.furnish().inspector.shot.prompt
        words.setFocus()
        QTest.keyClicks(words, "Rain. ")
        await until(lambda: stale(window) == {THREE})
        view.setFocus()
        await session.edit("Title", [SetField(ShotTarget(THREE), "title", "Three")])
        assert (card.isHidden(), asked(window)) == (True, set())
        await session.edit("Delete", [DeleteShot(ONE)])
        await until(card.isVisible)
        assert "Shot 1.2 was deleted" in card.heading.text()
        assert asked(window) == {CHAINED}
        card.back.click()
        await until(lambda: session.film.has_shot(ONE))
        assert kie.service.paths().count(CREATE) == 3

    run_made(qrun, qapp, tmp_path, monkeypatch, test)


def test_where_there_is_nothing_to_choose_among_no_room_is_left_for_it(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, _kie: SmallKie) -> None:
        window.furnish().inspector.film.quality.button("pro").click()
        await until(card.isVisible)
        card.show_impact("Quality changed", replace(card.impact, keys=(ONE,)))
        layout, none = card.layout(), card.ways[Choice.NONE]
        assert layout is not None
        layout.activate()
        assert card.ways[Choice.CHOOSE].isHidden()
        below = card.ways[Choice.ALL].y() - none.geometry().bottom()
        assert 0 < below < none.height()

    run_made(qrun, qapp, tmp_path, monkeypatch, test)


def test_a_clip_that_comes_while_it_is_asked_is_asked_about_too(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, kie: SmallKie) -> None:
        session = window.session
        await session.edit("Words", [SetField(ShotTarget(THREE), "prompt", "It snows.")])
        kie.states["task-4"] = "generating"
        making = asyncio.create_task(session.make(clips(THREE)))
        await until(lambda: kie.service.paths().count(CREATE) == 4)
        window.furnish().inspector.film.quality.button("pro").click()
        await until(card.isVisible)
        assert asked(window) == {ONE, CHAINED}
        card.ways[Choice.NONE].click()
        del kie.states["task-4"]
        await making
        await until(lambda: asked(window) == {ONE, CHAINED, THREE})
        assert card.choice is Choice.NONE

    run_made(qrun, qapp, tmp_path, monkeypatch, test, sent=4)


@pytest.mark.parametrize("choice", Choice)
def test_another_look_goes_on_asking_with_what_was_chosen_and_a_restart_pays_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: Choice
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film, every = plain_film(tmp_path / "film", 3), {ONE, CHAINED, THREE}
            async with studio(qapp, tmp_path, film, practice=False) as made:
                assert made.window is not None
                session = made.window.session
                await session.make(clips(*every))
                made.window.furnish().inspector.film.quality.button("pro").click()
                card = made.window.furnish().asking.card
                await until(card.isVisible)
                card.ways[choice].click()
                if choice is Choice.CHOOSE:
                    made.window.desk.undecided.toggle(CHAINED)
                    assert card.spared == (CHAINED,)
                for theme in ("light", "dark"):
                    await made.change_look("theme", theme)
                    card = made.window.furnish().asking.card
                    await until(card.isVisible)
                    assert "quality changed: 3 shots" in card.heading.text()
                    assert (asked(made.window), card.choice) == (every, choice)
                    assert not card.back.isHidden()
                spared = {Choice.NONE: every, Choice.CHOOSE: {CHAINED}, Choice.ALL: set()}[choice]
                assert {*card.spared} == spared
                card.keep.click()
                await until(lambda: stale(made.window) == every - spared)  # type: ignore[arg-type]
                await until(lambda: not asked(made.window))  # type: ignore[arg-type]
                if spared:  # the others are out of date already
                    made.window.furnish().inspector.film.sound.button("on").click()
                    await until(card.isVisible)
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                await until(lambda: window.session.is_counted)
                assert asked(window) == set()
                assert window.furnish().asking.card.isHidden()
                assert stale(window) == every
                assert window.session.film.film.settings.sound is bool(spared)
            assert kie.service.paths().count(CREATE) == 3

    qrun(main())


def test_a_trim_of_the_shot_before_is_named_where_the_shot_after_it_is_out_of_date(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, card: ImpactCard, _kie: SmallKie) -> None:
        session, told = window.session, "Out of date: the frame it starts from changed"
        window.selection.select_shot(CHAINED)
        form = window.furnish().inspector.shot
        await session.edit("Trim", [SetField(ShotTarget(ONE), "trim", {"in": 0, "out": 2})])
        await until(lambda: stale(window) == {CHAINED})
        await until(lambda: told in [label.text() for label in form.told.findChildren(QLabel)])
        shots = window.timeline.table.shots
        tip = shots.data(shots.index(1), Qt.ItemDataRole.ToolTipRole)
        assert told in str(tip)
        assert card.isHidden()  # the shot itself was changed, which asks nobody
        await session.undo()
        await until(lambda: not stale(window))

    run_made(qrun, qapp, tmp_path, monkeypatch, test)


def test_another_name_is_a_change_that_is_asked_about() -> None:
    topa = Element("Topa", description="A bear")
    before = Scenario(elements=(topa,))
    after = Scenario(elements=(replace(topa, name="Misha"),))
    assert subjects(before, after) == ("Topa is called Misha now",)
    drawn = replace(before, film=FilmConfig(settings=Settings(image_model="nano-banana-2-lite")))
    assert subjects(before, drawn) == ("The film's model of pictures changed",)
