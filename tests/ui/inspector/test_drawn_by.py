"""Which model draws a panel: said of a shot, of its scene, or as the film says."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.queue_window import on
from tests.support.small_kie import CREATE, SmallKie, picture_bytes
from tests.support.window import until
from tests.support.work import CTRL, Key, Run
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.inspector.drawn_by import DrawnBy
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
A, B = "1__1", "1__2"
SPACE = "\N{NO-BREAK SPACE}"
SEEDREAM, LITE = "seedream/5-pro-text-to-image", "nano-banana-2-lite"


def choose(field: DrawnBy, id: str) -> None:
    field.box.setCurrentIndex(field.box.findData(id))
    field.box.activated.emit(field.box.currentIndex())


async def undone(window: MainWindow) -> None:
    window.activateWindow()
    await until(window.isActiveWindow)
    window.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(window, Key.Key_Z, CTRL)
    await window.desk.settled()


def test_a_shot_or_its_scene_names_the_model_of_its_panel_at_its_price(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        window.pressing.ask_when("never")
        window.selection.select_shot(B)
        panel = window.inspector.shot.panel
        field, draw = panel.drawn_by, panel.draw
        assert field.isVisible()
        assert field.box.currentText() == "As in the film: Nano Banana 2.1"
        usual = draw.text()
        choose(field, SEEDREAM)
        await until(lambda: session.film.shot(B).settings.image_model == SEEDREAM)
        await until(lambda: draw.text() != usual)
        draw.click()
        await until(lambda: session.shot(B).panel is not None)
        assert [body["model"] for body in kie.accepted] == [SEEDREAM]
        await until(lambda: f"image_model: {SEEDREAM}" in session.file.read_text(encoding="utf-8"))
        await undone(window)
        await until(lambda: session.film.shot(B).settings.image_model is None)
        await until(lambda: "image_model" not in session.file.read_text(encoding="utf-8"))
        assert field.box.currentData() == ""
        assert draw.text().replace(SPACE, " ") == "New panel · 4 cr"
        # Of the scene, for all of its shots that say nothing.
        window.selection.select_scene("1")
        scene = window.inspector.scene.drawn_by
        assert scene.box.currentText().startswith("As in the film: ")
        choose(scene, LITE)
        await until(lambda: session.film.scenes[0].settings.image_model == LITE)
        window.selection.select_shot(A)
        assert field.box.currentText() == "As in the scene: Nano Banana 2 Lite"
        assert not field.untried.isVisible()
        draw.click()
        await until(lambda: session.shot(A).panel is not None)
        assert kie.accepted[-1]["model"] == LITE
        window.selection.select_scene("1")
        choose(scene, "")
        await until(lambda: session.film.scenes[0].settings.image_model is None)

    qrun(on(qapp, tmp_path, monkeypatch, test, 2))


def test_the_start_field_says_that_a_panel_of_ones_own_is_not_the_start(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(picture_bytes(800, 450))

    async def test(window: MainWindow, kie: SmallKie) -> None:
        session = window.session
        window.selection.select_shot(A)
        settings = window.inspector.shot.settings
        assert not settings.unused.isVisible()
        await session.takes.bring(A, mine, panel=True)
        await until(settings.unused.isVisible)
        assert settings.unused.text() == "It starts from nothing: panel 1 is not its start."
        await session.edit("Start", [SetField(ShotTarget(A), "start", "panel")])
        await until(lambda: not settings.unused.isVisible())
        assert kie.service.paths().count(CREATE) == 0

    qrun(on(qapp, tmp_path, monkeypatch, test, 1))
