"""What is finished without its file, and a budget that cannot be read, on the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.open_film import one_element_film
from tests.support.queue_window import line, on
from tests.support.scripted_service import json
from tests.support.small_kie import SmallKie, small_kie
from tests.support.window import open_window, say_yes, until
from tests.support.work import Key, Run, press_button
from topa_studio.app import opening
from topa_studio.document.edits import RenameElement
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.needs_you.answers import AGAIN, CHECK, LEAVE, LOOK, TAKE
from topa_studio.ui.queue.lines import Sort

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody asks on for a file for longer than a few questions."""
    monkeypatch.setattr(opening, "_FILE_SECONDS", 10.0)


def test_look_again_in_the_inspector_brings_the_clip(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        kie.late = {"task-1"}
        await window.session.make(clips("1__1"))
        await until(lambda: window.top.primary.text().startswith("Generate 2 missing"))
        window.selection.select_shot("1__1")
        answers = window.inspector.shot.answers
        await until(answers.isVisible)
        assert set(answers.buttons) == {LOOK, AGAIN, LEAVE}
        assert "gives no file" in answers.text.text()
        press_button(answers.buttons[LOOK])
        await until(lambda: kie.asked("recordInfo") > 4)
        await until(lambda: LOOK in answers.buttons and answers.buttons[LOOK].isEnabled())
        assert window.session.shot("1__1").stage is Stage.NEEDS_YOU
        kie.late = set()

        def made() -> bool:
            # A press while the look before is still on its way is none.
            if (look := answers.buttons.get(LOOK)) is not None and look.isEnabled():
                press_button(look)
            return window.session.shot("1__1").stage is Stage.MADE

        await until(made)
        await until(lambda: not answers.isVisible())
        assert len(kie.accepted) == 1

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_the_page_of_a_held_one_asks_for_no_task_id(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        kie.late = {"task-1"}
        await window.session.make(clips("1__1"))
        card = await line(window, "1__1", Sort.NEEDS_YOU)
        assert "gives no file" in card.line.why
        window.needs_you.answer(CHECK, "1__1")
        page = window.needs_you.page
        await until(page.isVisible)
        assert not page.field.isVisible()
        assert not page.take.isVisible()
        await until(lambda: "gives no file" in page.hint.text())
        kie.late = set()
        press_button(page.look)
        await until(lambda: window.session.shot("1__1").stage is Stage.MADE)
        await until(lambda: "not held any more" in page.hint.text())

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_what_seems_anothers_is_taken_by_a_button(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        kie.bodies["task-1"] = {}
        url = f"{kie.service.url}/results/task-1.mp4"
        data = {"taskId": "task-9", "state": "success", "resultUrls": [url]}
        kie.service.on("/api/v1/jobs/recordInfo", json({"code": 200, "data": data}))
        await window.session.make(clips("1__1"))
        window.selection.select_shot("1__1")
        answers = window.inspector.shot.answers
        await until(answers.isVisible)
        assert list(answers.buttons) == [LOOK, TAKE, AGAIN, LEAVE]
        press_button(answers.buttons[TAKE])
        await until(lambda: window.session.shot("1__1").stage is Stage.MADE)

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_g_on_a_refused_shot_sends_it_and_generate_missing_does_not(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        kie.creates = [json({"code": 422, "msg": "risk control", "data": None})]
        await window.session.make(clips("1__1"))
        await until(lambda: window.top.primary.text().startswith("Generate 2 missing"))
        window.selection.select_shot("1__1")
        window.timeline.view.setFocus()
        QTest.keyClick(window.timeline.view, Key.Key_G)
        await say_yes(window)
        await until(lambda: window.session.shot("1__1").stage is Stage.MADE)
        assert len(kie.accepted) == 1

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_a_budget_that_cannot_be_read_stands_on_the_buttons(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        film = window.session.document.path
        text = film.read_text(encoding="utf-8")
        film.write_text(text.replace("{mode: std", "{budget_credits: lots, mode: std"), "utf-8")
        top = window.top.primary
        await until(lambda: top.text() == "The budget cannot be read")
        assert not top.isEnabled()
        assert "must be a number" in top.toolTip()
        window.selection.select_shot("1__1")
        await until(lambda: window.inspector.shot.generate.text() == "The budget cannot be read")
        assert not window.inspector.shot.generate.isEnabled()
        window.pressing.shots(["1__1"])
        await until(lambda: not window.pressing.asking)
        film.write_text(text, encoding="utf-8")
        await until(lambda: top.text().startswith("Generate 3 missing"))
        assert kie.accepted == []

    qrun(on(qapp, tmp_path, monkeypatch, test))


def test_what_needs_you_of_an_element_is_answered_where_it_stands_under_its_new_name(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with small_kie() as kie:
            for name, value in kie.environment().items():
                monkeypatch.setenv(name, value)
            film = one_element_film(tmp_path / "film")
            async with open_window(qapp, tmp_path, film, practice=False) as window:
                kie.late = {"task-1"}
                await window.session.make(reference_images("Topa"))
                await until(lambda: window.session.jobs.needs_you() == ("Topa",))
                await window.session.edit("Rename", [RenameElement("Topa", "Teddy")])
                window.selection.clear()
                window.needs_you.step()
                assert window.selection.element == "Teddy"
                answers = window.inspector.element.answers
                await until(answers.isVisible)
                assert "gives no file" in answers.text.text()
                kie.late = set()
                press_button(answers.buttons[LOOK])
                await until(lambda: not window.session.jobs.needs_you())
                await until(lambda: not answers.isVisible())
                assert len(kie.accepted) == 1

    qrun(main())
