"""What a model's file declares is a field of the shot and of the film; a new one needs no code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.catalogue.test_options import add_options
from tests.support.models import model_files
from tests.support.open_film import plain_film
from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.parts import Switch
from topa_studio.ui.writing.fields import TextLine

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def text_of(window: MainWindow) -> str:
    return window.session.document.text


def typed(field: QWidget, words: str) -> None:
    assert isinstance(field, TextLine)
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_options_are_fields_of_the_shot(qapp: QApplication, qrun: Run, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, plain_film(tmp_path / "film")) as window:
            window.selection.select_shots(("1__1",))
            await until(lambda: window.inspector.shot.key == "1__1")
            fields = window.inspector.shot.settings.options
            assert fields.isVisible()
            typed(fields.field("seed"), "7")
            await until(lambda: "options: {seed: 7}\n" in text_of(window))
            loop = fields.field("loop")
            assert isinstance(loop, Switch)
            assert loop.value == "off"
            loop.button("on").click()
            await until(lambda: "loop: true" in text_of(window))
            grain = fields.field("grain")
            assert isinstance(grain, QComboBox)
            assert [grain.itemText(n) for n in range(grain.count())] == ["None", "Fine", "Coarse"]
            grain.setCurrentIndex(2)
            grain.activated.emit(2)
            await until(lambda: "grain: coarse" in text_of(window))
            # What is no number stands in the film as it was typed, and is told.
            typed(fields.field("pull"), "hard")
            await until(lambda: bool(window.session.shot("1__1").mistake))
            typed(fields.field("pull"), "0,25")
            await until(lambda: "pull: 0.25" in text_of(window))
            loop.button("off").click()
            await until(lambda: "loop" not in text_of(window))
            typed(fields.field("seed"), " ")
            await until(lambda: "seed" not in text_of(window))

    with model_files(tmp_path / "models", add_options):
        qrun(main())


def test_what_the_film_sets_holds_for_a_shot_and_is_taken_back_there(
    qapp: QApplication, qrun: Run, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, plain_film(tmp_path / "film")) as window:
            window.selection.clear()
            fields = window.inspector.film.options
            await until(fields.isVisible)
            typed(fields.field("seed"), "11")
            await until(lambda: "sound: false, options: {seed: 11}}" in text_of(window))
            window.selection.select_shots(("1__1",))
            await until(lambda: window.inspector.shot.key == "1__1")
            seed = window.inspector.shot.settings.options.field("seed")
            assert isinstance(seed, TextLine)
            assert seed.text() == "11"
            typed(seed, "12")
            await until(lambda: "seed: 12" in text_of(window))
            typed(seed, "11")
            await until(lambda: text_of(window).count("seed") == 1)

    with model_files(tmp_path / "models", add_options):
        qrun(main())


def test_a_model_without_options_has_no_fields(
    qapp: QApplication, qrun: Run, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path, plain_film(tmp_path / "film")) as window:
            window.selection.select_shots(("1__1",))
            await until(lambda: window.inspector.shot.key == "1__1")
            assert not window.inspector.shot.settings.options.isVisible()

    qrun(main())
