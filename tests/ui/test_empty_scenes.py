"""Scenes without shots are places for the keyboard like any card, and films share a clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import CTRL, TWO_SCENES, Key, Run, Work, on
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
THREE_SCENES = (
    TWO_SCENES
    + '  - id: 3\n    shots: []\n  - id: 4\n    shots: [{id: 1, prompt: "Close-up. The sea."}]\n'
)


def test_arrows_reach_an_empty_scene_and_n_makes_its_first_shot(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        selection = work.window.selection
        selection.select_shot("1__2")
        work.press(Key.Key_Right)
        assert (selection.shots, selection.scene) == ((), "2")
        work.press(Key.Key_Right)
        assert selection.scene == "3"
        work.press(Key.Key_Right)
        assert selection.shots == ("4__1",)
        work.press(Key.Key_Left)
        work.press(Key.Key_Up)
        assert (selection.shots, selection.scene) == ((), "2")
        work.press(Key.Key_N)
        await work.becomes([["1", "2"], ["1"], [], ["1"]])
        assert selection.shots == ("2__1",)
        await work.undone()

    qrun(on(qapp, tmp_path, THREE_SCENES, main))


def test_a_scene_without_a_title_is_not_called_by_the_number_of_its_id(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        view = work.window.timeline.view
        work.window.selection.select_shot("1__1")
        work.window.menus.actions["new_scene"].trigger()
        await until(lambda: len(work.window.session.document.scenario.scenes) == 5)
        headings = [view.heading(scene) for scene in range(5)]
        assert [heading.number for heading in headings] == ["1", "2", "3", "4", "5"]
        assert headings[1].title == ""

    qrun(on(qapp, tmp_path, THREE_SCENES, main))


def test_a_film_of_empty_scenes_only_is_worked_by_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        work.press(Key.Key_Right)
        assert work.window.selection.scene == "1"
        work.press(Key.Key_End)
        assert work.window.selection.scene == "2"
        work.press(Key.Key_N)
        await work.becomes([[], ["1"]])
        await work.undone()

    film = "title: Two\nscenes:\n  - id: 1\n    shots: []\n  - id: 2\n    shots: []\n"
    qrun(on(qapp, tmp_path, film, main))


async def in_front(window: MainWindow) -> None:
    """Keys go to the window the user has before them."""
    window.activateWindow()
    await until(window.isActiveWindow)


def test_shots_and_scenes_are_pasted_from_one_film_into_another_by_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        target = small_film(tmp_path / "target" / "film")
        target.write_text(TWO_SCENES, encoding="utf-8")
        async with (
            open_window(qapp, tmp_path / "source") as one,
            open_window(qapp, tmp_path / "target", target) as two,
        ):
            source, other = Work(one), Work(two)
            one.selection.select_shots(["1__2", "1__3"])
            await in_front(one)
            source.press(Key.Key_C, CTRL)
            await in_front(two)
            two.selection.select_shot("1__1")
            other.press(Key.Key_V, CTRL)
            await until(lambda: len(other.ids[0]) == 4)
            await other.becomes([["1", "3", "4", "2"], []])
            film = two.session.document.scenario
            pasted = [film.shot(key) for key in two.selection.shots]
            assert {shot.title for shot in pasted} == {"Shot 2", "Shot 3"}
            assert (
                'prompt: "Wide shot. @Topa walks through @Valley and stops at stone 2.'
                in other.text
            )
            await other.undone()
            one.selection.select_scene("1")
            await in_front(one)
            source.press(Key.Key_C, CTRL)
            await in_front(two)
            two.selection.select_scene("2")
            other.press(Key.Key_V, CTRL)
            await other.becomes([["1", "2"], [], ["1", "2", "3", "4"]])
            assert "lighting: Warm morning light" in other.text
            await other.undone()
            assert source.text == source.before

    qrun(main())


def test_a_shot_cut_from_one_film_is_in_the_other_only(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        target = small_film(tmp_path / "target" / "film")
        target.write_text(TWO_SCENES, encoding="utf-8")
        async with (
            open_window(qapp, tmp_path / "source") as one,
            open_window(qapp, tmp_path / "target", target) as two,
        ):
            source, other = Work(one), Work(two)
            one.selection.select_shot("1__4")
            await in_front(one)
            source.press(Key.Key_X, CTRL)
            await source.becomes([["1", "2", "3"]])
            await in_front(two)
            two.selection.select_scene("2")
            other.press(Key.Key_V, CTRL)
            await until(lambda: "stone 4" in other.text)
            assert "stone 4" not in source.text
            QTest.keyClick(other.window, Key.Key_Z, CTRL)
            await until(lambda: other.text == other.before)

    qrun(main())
