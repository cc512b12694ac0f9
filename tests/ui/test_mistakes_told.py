"""A shot without words is empty, not failed; a mistake is told once, with what mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.small_film import small_film
from tests.support.window import until
from tests.support.work import Key, Run, Work, on, press_button
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.ui.pressing.page import BatchPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
SPACE = "\N{NO-BREAK SPACE}"


def film(folder: Path, old: str = "", new: str = "", shots: int = 2) -> str:
    return small_film(folder / "made", shots).read_text(encoding="utf-8").replace(old, new, 1)


def fixes(work: Work) -> dict[str, QPushButton]:
    form = work.window.inspector.shot
    buttons = (*form.notes.findChildren(QPushButton), *form.told.findChildren(QPushButton))
    return {b.text(): b for b in buttons if b.isVisible()}


def lines(work: Work) -> list[str]:
    form = work.window.inspector.shot
    return [line.text for line in (*form.notes.lines, *form.told.lines)]


def test_a_new_shot_is_empty_blocks_nothing_and_waits_for_words(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        missing = window.top.primary.text()
        window.selection.select_shot("1__2")
        work.press(Key.Key_N)
        await until(lambda: len(session.document.scenario.shots()) == 3)
        (new,) = set(window.selection.shots) - {"1__1", "1__2"}
        assert session.shot(new).stage is Stage.EMPTY
        assert session.shot(new).trouble is session.shot(new).mistake is None
        assert new not in session.missing()
        await until(lambda: window.top.primary.toolTip() == "1 shot has no words yet")
        assert window.top.primary.text() == missing
        assert lines(work) == []
        button = window.inspector.shot.generate
        assert button.text() == "Say what happens"
        window.timeline.view.setFocus()
        press_button(button)
        await until(lambda: window.focusWidget() is window.inspector.shot.prompt)
        work.press(Key.Key_G)
        window.making.generate([shot.key for shot in session.document.scenario.shots()])
        page = window.pressing.page
        await until(page.isVisible)
        assert isinstance(page, BatchPage)
        assert page.heading.text() == "Generate 2 shots"
        assert page.told.lines == ()
        page.close()
        QTest.keyClicks(window.inspector.shot.prompt, "Wide shot. @Topa waves.")
        window.inspector.flush()
        await until(lambda: session.shot(new).stage is Stage.NOT_MADE)

    qrun(on(qapp, tmp_path, film(tmp_path), main))


def test_a_mistake_is_told_once_without_its_line_and_mended_by_a_button(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    text = film(tmp_path, "@Topa walks", "@Tope walks")

    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        window.selection.select_shot("1__1")
        told = [line for line in lines(work) if "Tope" in line]
        assert told == ["Mistake: there is no element called Tope; did you mean Topa?"]
        assert window.inspector.shot.generate.text() == "Fix @Tope"
        assert list(fixes(work)) == ["Replace with @Topa", "Make element @Tope…"]
        press_button(fixes(work)["Replace with @Topa"])
        await until(lambda: session.shot("1__1").mistake is None)
        assert "@Topa walks" in session.document.scenario.shot("1__1").prompt
        assert not [line for line in lines(work) if "Tope" in line]
        await session.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 99)])
        await until(lambda: f"Make it 15{SPACE}s" in fixes(work) or "Make it 15 s" in fixes(work))
        press_button(next(b for words, b in fixes(work).items() if words.startswith("Make it")))
        await until(lambda: session.document.scenario.shot("1__1").duration == 15)

    qrun(on(qapp, tmp_path, text, main))


def test_a_mistake_of_the_film_is_told_once_and_not_on_every_card(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    text = film(tmp_path, "global_config:\n", "global_config:\n  budget_credits: lots\n")

    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shot("1__1")
        await until(lambda: window.top.primary.text() == "The budget cannot be read")
        assert "must be a number" in window.top.primary.toolTip()
        assert len([line for line in lines(work) if "must be a number" in line]) == 1
        card = window.timeline.view.model().index(0, 0)
        assert "number" not in card.data(Qt.ItemDataRole.AccessibleTextRole)

    qrun(on(qapp, tmp_path, text, main))


def test_a_name_that_is_being_typed_is_no_mistake_yet(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window, session = work.window, work.window.session
        window.selection.select_shot("1__1")
        window.activateWindow()
        prompt = window.inspector.shot.prompt
        window.inspector.edit_words()
        await until(prompt.hasFocus)
        QTest.keyClicks(prompt, " @Drag")
        window.inspector.flush()
        window.selection.type_in("1__1")
        await until(lambda: session.shot("1__1").mistake is not None)
        window.inspector.refresh_status()
        window.top.refresh()
        assert "cannot" not in window.top.primary.text()
        assert not [line for line in lines(work) if "Drag" in line]
        row = window.timeline.view.shots.row("1__1")
        assert row is not None
        assert window.timeline.view.shots.status(row).mistake is None
        # Nobody types any more: a moment later it is told, here and on the card.
        await until(lambda: [line for line in lines(work) if "Drag" in line])
        assert window.timeline.view.shots.status(row).mistake is not None
        await until(lambda: window.top.primary.text() == "1 shot cannot be generated")

    qrun(on(qapp, tmp_path, film(tmp_path, shots=1), main))


def test_a_made_shot_with_a_mistake_keeps_its_take(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        session = work.window.session
        session.press(clips("1__1"))
        await until(lambda: session.shot("1__1").stage is Stage.MADE)
        await session.edit("Other", [SetField(ShotTarget("1__1"), "prompt", "Wide. @Dragn sits.")])
        await until(lambda: session.shot("1__1").mistake is not None)
        status = session.shot("1__1")
        assert (status.stage, status.chosen is not None) == (Stage.MADE, True)
        work.window.selection.select_shot("1__1")
        assert work.window.inspector.shot.generate.text() == "Fix @Dragn"
        # A press on what cannot be sent leads to its words, and nothing is counted as failed.
        work.press(Key.Key_G)
        await until(lambda: work.window.focusWidget() is work.window.inspector.shot.prompt)
        assert session.shot("1__1").stage is Stage.MADE

    qrun(on(qapp, tmp_path, film(tmp_path, shots=1), main))


def test_g_on_a_scene_offers_what_is_missing_in_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_scene("1")
        assert window.menus.actions["generate"].isEnabled()
        work.press(Key.Key_G)
        page = window.pressing.page
        await until(page.isVisible)
        assert page.heading.text() == "Generate 2 shots"
        page.close()

    qrun(on(qapp, tmp_path, film(tmp_path), main))


def test_a_digit_chooses_no_take_while_several_shots_are_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main(work: Work) -> None:
        window = work.window
        window.selection.select_shots(["1__1", "1__3"])
        assert window.inspector.form is window.inspector.several
        assert window.inspector.several.generate.text().startswith("Generate 2 shots")
        work.press(Key.Key_1)
        window.inspector.flush()
        await window.desk.settled()
        assert work.text == work.before

    qrun(on(qapp, tmp_path, film(tmp_path, shots=4), main))


def test_a_new_scene_comes_into_sight(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main(work: Work) -> None:
        window, view = work.window, work.window.timeline.view
        window.selection.select_shot("1__1")
        view.horizontalScrollBar().setValue(0)
        window.selection.clear()
        window.menus.actions["new_scene"].trigger()
        await until(lambda: len(window.session.document.scenario.scenes) == 2)
        await until(lambda: window.selection.scene not in (None, "1"))
        frame = view.frame_rect(1)
        assert view.viewport().rect().contains(frame)

    qrun(on(qapp, tmp_path, film(tmp_path, shots=24), main))
